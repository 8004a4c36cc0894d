"""A month: weeks, bands, lists, and which months there are."""

from datetime import date, time

from samples import FIRST, WINDOW, activity, base, campaign, catalogue, district, may, opening, session
from scienceweek.model.activity import Change, Status
from scienceweek.model.campaign import Series
from scienceweek.model.place import Admission, Fee
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, Recurring, Unfixed, YearRound
from scienceweek.model.term import Term
from scienceweek.views.calendars import agenda
from scienceweek.views.finding.filters import Filters
from scienceweek.views.pages.month import MonthView, Square, month_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.ticket import Link

PRIVACY = Privacy(FIRST)
MAY, JUNE = Month(2024, 5), Month(2024, 6)
FREE = Admission(fee=Fee.FREE)


def month(*things: object, of: Month = MAY) -> MonthView:
    return month_page(of, agenda.agenda(catalogue(*things)), PRIVACY)


def square(view: MonthView, day: str) -> Square:
    return next(square for row in view.rows for square in row.squares if square.day == day)


def titles(view: MonthView, day: str) -> list[str]:
    return ["".join(item.names[0].phrases) for item in square(view, day).cell.items]


def bars(view: MonthView) -> list[tuple[str, tuple[str, ...], int, int]]:
    return [
        (bar.entry.shape, tuple("".join(name.phrases) for name in bar.entry.names), bar.at, bar.over)
        for row in view.rows
        for named in row.named
        for lane in named.lanes
        for piece in lane
        if (bar := piece.bar)
    ]


def test_a_site_without_anything_still_has_the_month_of_today_to_show():
    empty = agenda.agenda(catalogue())

    assert empty.months == ()
    assert empty.leading(date(2024, 5, 1)) == MAY
    assert month_page(MAY, empty, PRIVACY).sums == ()


def test_previous_and_next_lead_to_the_nearest_month_and_say_another_year():
    old = campaign(id="2021-yubei", when=Days(date(2021, 5, 22), date(2021, 5, 28)))

    view = month(campaign(), old)

    assert view.previous == Link("2021年5月", "calendar/2021-05.html")
    assert view.next == Link("6月", "calendar/2024-06.html")
    assert month(campaign(), old, of=JUNE).next is None


def test_days_stand_below_bars_and_the_window_is_the_first_bar():
    view = month(activity(id="long", title="长", when=may(25, 26)), activity(title="短", when=may(25)))

    assert bars(view) == [
        ("window", ("渝北区科技活动周",), 6, 2),
        ("activity", ("长",), 6, 2),
        ("window", ("渝北区科技活动周",), 1, 6),
    ]
    assert titles(view, "2024-05-25") == ["短"]
    assert [[named.word for named in row.named] for row in view.rows] == [
        [],
        [],
        [],
        ["活动周", "连着几天"],
        ["活动周"],
    ]


def test_windows_of_the_same_days_are_one_bar():
    other = campaign(id="2024-nanan", name="2024年南岸区科技活动周", district=district(id="nanan"))

    assert bars(month(campaign(), other))[0] == ("window", ("渝北区科技活动周", "南岸区科技活动周"), 6, 2)


def test_openings_of_the_same_days_are_one_bar_with_their_names():
    museum = base(id="museum", short_name="气象馆", openings=(opening(may(27, 28), admission=FREE),))
    farm = base(id="farm", short_name="农场", openings=(opening(may(27, 28), admission=FREE),))
    asked = base(id="lab", short_name="实验室", openings=(opening(may(27, 28)),))

    view = month(museum, farm, asked)

    assert bars(view) == [("opening", ("气象馆", "农场"), 1, 2), ("opening", ("实验室",), 1, 2)]
    (doors,) = view.rows[4].named
    assert (doors.word, [lane[0].bar.entry.lead for lane in doors.lanes]) == ("开放", ["免费开放", "开放"])


def test_of_many_open_bases_three_are_named_and_the_day_has_all():
    bases = [
        base(id=f"b{number}", short_name=f"馆{number}", openings=(opening(may(27, 28)),))
        for number in range(6)
    ]

    bar = month(*bases).rows[4].named[0].lanes[0][0].bar

    assert [name.phrases for name in bar.entry.names] == [("馆0",), ("馆1",), ("馆2",), ("等6处",)]
    assert bar.entry.names[-1].path == "calendar/2024-05-27.html#openings"


def test_a_day_is_by_the_hour_and_what_has_none_comes_after():
    view = month(
        activity(id="whole", title="全天", when=may(25)),
        activity(id="late", title="下午", when=session(25, "14:00", "")),
        activity(id="early", title="上午", when=session(25, "09:30")),
    )

    assert titles(view, "2024-05-25") == ["上午", "下午", "全天"]
    assert [item.time for item in square(view, "2024-05-25").cell.items] == ["9:30", "14:00", ""]


def test_what_comes_again_stands_on_each_of_its_days():
    weekly = activity(title="观星", when=Recurring(may(1, 31), "FREQ=WEEKLY;BYDAY=SA", time(19)))

    view = month(weekly)

    assert [s.day for row in view.rows for s in row.squares if s.cell.items] == [
        f"2024-05-{day:02}" for day in (4, 11, 18, 25)
    ]


def test_a_month_that_is_all_that_is_known_is_a_band_and_never_a_day():
    view = month(activity(title="主题活动", when=Months(MAY, MAY)))

    assert [(band.shape, band.when, band.word, band.by) for band in view.bands] == [
        ("month", "5月内", "日期待定", "渝北区")
    ]
    assert view.bands[0].shown == (Link("主题活动", "activities/fish.html"),)
    assert [s for row in view.rows for s in row.squares if s.cell.items] == []


def test_what_is_during_the_campaign_is_a_band_and_a_list_below():
    view = month(*(activity(id=f"a{number}", when=DuringCampaign(WINDOW)) for number in range(8)))

    (band,) = view.bands
    assert (band.shape, band.when, band.word, len(band.shown), band.rest) == (
        "whole",
        "整周",
        "5.25—6.1",
        3,
        5,
    )
    assert band.path == "#whole-2024-yubei"
    assert [(whole.word, whole.number, len(whole.lines), whole.rest) for whole in view.wholes] == [
        ("整周进行", 8, 8, 0)
    ]


def test_a_long_campaign_is_no_week():
    window = Days(date(2024, 9, 1), date(2024, 9, 30))
    science_month = campaign(series=Series.MONTH, when=window)

    view = month(activity(campaign=science_month, when=DuringCampaign(window)), of=Month(2024, 9))

    assert view.bands[0].when == "活动期间"


def test_what_is_all_year_is_a_band_of_every_month():
    view = month(activity(when=YearRound(2024)), of=Month(2024, 11))

    assert [(band.shape, band.when, band.word) for band in view.bands] == [("year", "全年", "2024年")]


def test_many_activities_of_a_month_are_folded_and_at_last_only_counted():
    view = month(*(activity(id=f"a{number}", when=Months(MAY, MAY)) for number in range(60)))

    (band,) = view.bands
    assert (len(band.shown), len(band.more), band.rest, band.path) == (3, 40, 17, "campaigns/2024-yubei.html")


def test_what_is_not_fixed_is_a_ticket_in_the_months_of_its_campaign():
    open_ = activity(title="进校园", when=Unfixed("时间未定"))

    assert [card.title for card in month(open_).tickets] == [("进校园",)]
    assert [card.title for card in month(open_, of=JUNE).tickets] == [("进校园",)]


def test_what_lies_before_the_window_is_kept_and_says_so():
    view = month(activity(when=may(20)), activity(id="after", when=Days(date(2024, 6, 2), date(2024, 6, 2))))

    assert [item.note for item in square(view, "2024-05-20").cell.items] == ["活动周之前"]
    assert [item.note for item in square(view, "2024-06-02").cell.items] == ["活动周之后"]


def test_a_cancelled_activity_is_struck_out_and_not_counted():
    view = month(activity(when=may(25), change=Change(Status.CANCELLED, "场地检修")))

    (item,) = square(view, "2024-05-25").cell.items
    assert (item.gone, item.status) == (True, "取消")
    assert view.sums == ("1场取消、延期或改期",)


def test_a_moved_activity_is_on_its_new_day_and_struck_out_on_the_old():
    moved = activity(when=may(28), change=Change(Status.RESCHEDULED, "", (may(25),)))

    view = month(moved)

    (old,), (new,) = square(view, "2024-05-25").cell.items, square(view, "2024-05-28").cell.items
    assert (old.gone, old.status) == (True, "改到5月28日 周二")
    assert (new.gone, new.status) == (False, "改期")


def test_a_postponed_activity_without_a_new_day_says_so_on_the_old():
    postponed = activity(when=Unfixed("另行通知"), change=Change(Status.RESCHEDULED, "", (may(25),)))

    (old,) = square(month(postponed), "2024-05-25").cell.items

    assert old.status == "改期，另行通知"


def test_only_the_hour_changed_strikes_out_nothing():
    later = activity(
        when=session(25, "14:00"), change=Change(Status.RESCHEDULED, "", (session(25, "09:30"),))
    )

    assert [(item.gone, item.status) for item in square(month(later), "2024-05-25").cell.items] == [
        (False, "改期")
    ]


def test_districts_are_named_only_where_there_are_several():
    here = activity(when=may(25))
    there = activity(id="there", when=may(25), district=district(id="nanan", name="南岸区", short="南岸"))

    assert [item.district for item in square(month(here), "2024-05-25").cell.items] == [""]
    assert [item.district for item in square(month(here, there), "2024-05-25").cell.items] == ["渝北", "南岸"]


def test_one_may_choose_only_where_there_are_several_districts():
    kinds = [activity(id=id, kind=Term(id, id)) for id in ("lecture", "show")]
    there = activity(id="there", district=district(id="nanan", name="南岸区", short="南岸"))

    assert month(*kinds).filters == Filters()
    assert [
        len(choices)
        for choices in (month(*kinds, there).filters.districts, month(*kinds, there).filters.forms)
    ] == [2, 2]


def test_the_title_carries_month_and_place():
    assert month(activity()).head.title == "2024年5月活动日历 渝北区"


def test_the_sums_say_what_is_known_and_how_well():
    museum = base(openings=(opening(may(25, 28), admission=FREE),))

    view = month(
        museum,
        activity(when=may(25)),
        activity(id="during", when=DuringCampaign(WINDOW)),
        activity(id="month", when=Months(MAY, MAY)),
        activity(id="open", when=Unfixed("待定")),
    )

    assert view.sums == (
        "1场活动有日期",
        "1处基地免费开放",
        "1项在活动期间，哪天未写明",
        "1项只写到月份",
        "1场日期待定",
    )


def test_a_full_day_has_six_and_leads_to_the_rest():
    view = month(*(activity(id=f"a{number}", when=may(25)) for number in range(11)))

    day = square(view, "2024-05-25")
    assert (len(day.cell.items), day.cell.more, day.path) == (6, 5, "calendar/2024-05-25.html")


def test_a_month_with_a_day_of_a_dozen_is_one_of_counts():
    view = month(*(activity(id=f"a{number}", when=may(25)) for number in range(12)))

    assert (view.rows, view.days, view.filters) == ((), (), Filters())
    assert view.crowd.by == "时段"


def test_a_crowded_month_of_many_campaigns_names_them_with_counts_and_lists_nothing_twice():
    crowd = [activity(id=f"b{number}", when=may(25)) for number in range(12)]
    many = [
        activity(id=f"a{n}", when=DuringCampaign(WINDOW), campaign=campaign(id=f"2024-c{n}"))
        for n in range(7)
    ]

    view = month(*crowd, *many)
    (band,) = view.folded.bands

    assert (view.bands, view.wholes, view.folded.number) == ((), (), 7)
    assert (band.when, band.by, len(band.shown)) == ("整周", "7项", 7)
    assert len(month(*crowd, *many[:6]).wholes) == 6


def test_a_base_that_is_open_again_and_again_fills_no_cells():
    often = Recurring(may(1, 31), "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU")
    museum = base(openings=(opening(often), opening(may(25, 26), id="open-late")))
    ever = base(id="ever", short_name="公园", openings=(opening(Days(date(2024, 1, 1), date(2024, 12, 31))),))

    view = month(museum, ever)

    assert [link.word for link in view.regular] == ["公园", "重庆市气象科普馆"]
    assert [item for row in view.rows for square in row.squares for item in square.cell.items] == []
    assert bars(view) == []


def test_many_windows_are_one_rail():
    others = [
        campaign(
            id=f"2024-{id}", name=f"2024年{id}科技活动周", district=district(id=id), when=may(20 + at, 26)
        )
        for at, id in enumerate(("nanan", "qijiang", "jiangbei"))
    ]

    assert bars(month(campaign(), *others)) == [
        ("window", ("科技活动周，4个地方先后办",), 1, 7),
        ("window", ("科技活动周，4个地方先后办",), 1, 6),
    ]


def test_a_day_that_nothing_is_known_of_leads_nowhere():
    view = month(activity(when=may(20)))

    assert [square(view, f"2024-05-{day}").path for day in (19, 20, 25)] == [
        "",
        "calendar/2024-05-20.html",
        "calendar/2024-05-25.html",
    ]


def test_holidays_stand_in_the_grid():
    assert [square(month(campaign()), f"2024-05-{day}").holiday for day in ("01", "11", "25")] == [
        "劳动节",
        "补班",
        "",
    ]


def test_the_list_says_each_day_and_empty_days_on_one_line():
    museum = base(openings=(opening(may(28, 28)),))
    view = month(museum, activity(title="展", when=may(25, 27)), activity(id="b", title="讲", when=may(26)))

    assert [
        (day.said, [start.entry.names[0].phrases for start in day.starts], day.number_still, day.doors)
        for day in view.days
    ] == [
        ("5月1日—24日", [], 0, 0),
        ("5月25日", [("展",)], 0, 0),
        ("5月26日", [("讲",)], 1, 0),
        ("5月27日", [], 1, 0),
        ("5月28日", [], 0, 1),
        ("5月29日—31日", [], 0, 0),
    ]


def test_a_calendar_page_elsewhere_says_its_own_path():
    view = month_page(MAY, agenda.agenda(catalogue(campaign())), PRIVACY, "calendar.html")

    assert view.head.path == "calendar.html"
