"""A day: by place and hour, who is open, and what is around it."""

from dataclasses import replace
from datetime import date

import pytest

from samples import (
    FIRST,
    SATURDAYS,
    WINDOW,
    activity,
    base,
    campaign,
    catalogue,
    contact,
    district,
    may,
    opening,
    session,
    venue,
)
from scienceweek.model.activity import Activity, Change, Piece, Status
from scienceweek.model.hours import Closure, Hours, When
from scienceweek.model.place import Admission, AtPlace, Fee
from scienceweek.model.schedule import Days, DuringCampaign, Recurring, Unfixed
from scienceweek.views.calendars import agenda
from scienceweek.views.pages.day import DayView, day_of_districts, day_page
from scienceweek.views.parts import leaves
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.ticket import Link

PRIVACY = Privacy(FIRST)


def day(*things: object, on: int = 25) -> DayView:
    return day_page(date(2024, 5, on), agenda.agenda(catalogue(*things)), PRIVACY)


def spots(view: DayView) -> list[tuple[str, list[str]]]:
    return [
        ("".join(spot.word), ["".join(line.title) for line in spot.lines])
        for part in view.parts
        for spot in part.spots
    ]


def test_days_exist_in_a_window_and_where_something_is():
    known = agenda.agenda(catalogue(activity(when=may(20)), base(openings=(opening(may(22)),)))).days

    assert known == (date(2024, 5, 20), date(2024, 5, 22), *WINDOW)


def test_previous_and_next_lead_to_the_nearest_day():
    view = day(activity(when=may(20)))

    assert view.previous == Link("20日", "calendar/2024-05-20.html")
    assert view.next == Link("26日", "calendar/2024-05-26.html")


def test_what_is_at_one_place_stands_under_its_name():
    hall, school = venue(), AtPlace("龙山小学")

    view = day(
        activity(id="a", title="甲", where=hall),
        activity(id="b", title="乙", where=school),
        activity(id="c", title="丙", where=hall),
    )

    assert spots(view) == [("市主会场", ["甲", "丙"]), ("", ["乙"])]
    assert view.parts[0].spots[0].path == "venues/hall.html"
    assert "".join(view.parts[0].spots[0].address) == "创客港·未来科技园"
    assert ["".join(line.place) for line in view.parts[0].spots[1].lines] == ["龙山小学"]


def test_a_place_is_by_the_hour_and_what_has_none_comes_after():
    hall = venue()

    view = day(
        activity(id="a", title="全天", where=hall),
        activity(id="b", title="下午", where=hall, when=session(25, "14:00", "")),
        activity(id="c", title="上午", where=hall, when=session(25, "09:30")),
    )

    assert spots(view) == [("市主会场", ["上午", "下午", "全天"])]
    assert [line.hours for line in view.parts[0].spots[0].lines] == ["9:30—11:00", "14:00开始", ""]
    assert view.hours_known


def test_where_no_notice_gives_an_hour_that_is_known():
    assert not day(activity()).hours_known


def test_what_is_on_that_day_only_comes_first_and_what_lasts_is_folded_into_one():
    lasting = [activity(id=f"b{number}", title=f"展{number}", when=may(24, 27)) for number in range(3)]

    view = day(activity(id="a", title="讲座", when=may(25)), *lasting)

    assert spots(view) == [("", ["讲座"])]
    assert (view.lasting.number, view.lasting.names, view.lasting.is_open) == (3, ("展0", "展1"), False)
    assert [line.run for line in view.lasting.spots[0].lines] == ["5月24日—27日"] * 3
    assert day(*lasting).lasting.is_open
    assert day(activity()).lasting is None


def city(number: int, **changes: object) -> list[Activity]:
    """Activities in two districts by turns, one an hour from eight o'clock on; those past twenty have none."""
    there = district(id="nanan", name="南岸区", short="南岸", code="500108")

    def made(at: int) -> dict[str, object]:
        when = session(25, f"{8 + at:02}:00", "") if at <= 12 else may(25)
        return {"id": f"a{at}", "title": f"讲座{at}", "where": AtPlace("龙山小学"), "when": when}

    return [activity(**made(at) | ({"district": there} if at % 2 else {}) | changes) for at in range(number)]


def test_a_crowded_day_of_several_districts_is_by_the_hour_and_says_in_which():
    view = day(*city(20))

    assert (view.parts, [(one.word, one.number, len(one.lines), one.rest) for one in view.blocks]) == (
        (),
        [("上午", 4, 4, 0), ("下午", 6, 4, 2), ("晚上", 3, 3, 0), ("几点没有写", 7, 4, 3)],
    )
    assert [(line.clock, line.district) for line in view.blocks[0].lines][:2] == [
        ("8:00", "渝北"),
        ("9:00", "南岸"),
    ]
    assert [(row.time, row.district, row.place) for row in view.blocks[1].groups[0].rows] == [
        ("16:00", "渝北", "龙山小学"),
        ("17:00", "南岸", "龙山小学"),
    ]
    assert [(one.id, one.word, one.number) for one in view.quarters] == [
        ("in-nanan", "南岸", 10),
        ("in-yubei", "渝北", 10),
    ]


def test_many_rows_are_by_district():
    many = day(*city(40)).blocks[-1].groups
    lasting = day(*city(12, when=may(25, 26))).lasting

    assert [(group.word, len(group.rows)) for group in many] == [("南岸区", 12), ("渝北区", 11)]
    assert [(row.time, row.quarter) for row in lasting.groups[0].rows][:2] == [
        ("到5月26日", "in-yubei"),
        ("到5月26日", "in-nanan"),
    ]


def test_a_part_of_the_day_is_over_with_the_last_of_it_if_that_is_known():
    ends = [
        replace(one, when=(session(25, f"{8 + at % 3:02}:00", "11:30"),)) for at, one in enumerate(city(12))
    ]

    assert [block.end for block in day(*ends).blocks] == ["11:30"]
    assert [block.end for block in day(*city(20)).blocks] == ["", "", "", ""]


def test_a_crowded_day_of_one_district_stays_by_place():
    assert day(*(one for one in city(40) if one.district.id == "yubei")).blocks == ()


def test_a_line_says_how_often_it_comes_again():
    weekly = activity(when=Recurring(may(1, 31), "FREQ=WEEKLY;BYDAY=SA"))

    assert [line.run for line in day(weekly).parts[0].spots[0].lines] == ["每周六"]


def test_several_districts_each_have_their_part_in_the_order_of_their_codes():
    here = activity(id="here")
    there = activity(id="there", district=district(id="nanan", name="南岸区", short="南岸", code="500108"))

    assert [(part.id, part.word, part.number) for part in day(here, there).parts] == [
        ("in-nanan", "南岸区", 1),
        ("in-yubei", "渝北区", 1),
    ]
    assert [part.word for part in day(here).parts] == [""]


@pytest.mark.parametrize(
    ("whens", "said"),
    [
        ((SATURDAYS,), "1处"),
        ((may(25, 27),), "1处，几点开门通知未写明，去前先问"),
        ((may(25, 27), SATURDAYS), "1处"),
    ],
)
def test_what_is_not_known_of_the_hours_is_said_of_those_that_lack_them(whens, said):
    periods = tuple(opening(when, id=f"open-{number}") for number, when in enumerate(whens))

    assert day(base(openings=periods)).open == said


def test_open_bases_stand_by_when_they_close():
    long = base(id="long", name="长", openings=(opening(WINDOW, admission=Admission(fee=Fee.FREE)),))
    short = base(id="short", name="短", openings=(opening(may(25)),))

    assert [(one.name, one.lead, one.until) for one in day(long, short).openings] == [
        (("短",), "开放", "只这一天"),
        (("长",), "免费开放", "到6月1日"),
    ]


def test_an_open_base_has_its_numbers():
    museum = base(contacts=(contact("023-60000001", "13800000000"),), openings=(opening(WINDOW),))

    assert [call.number for call in day(museum).openings[0].calls] == ["023-60000001", "13800000000"]


def test_what_is_during_the_campaign_may_be_on_each_of_its_days():
    during = activity(when=DuringCampaign(WINDOW))
    lecture = activity(id="lecture", when=may(20))

    assert [whole.number for whole in day(during).wholes] == [1]
    assert day(during, lecture, on=20).wholes == ()


def test_what_has_no_day_is_on_no_day():
    assert day(activity(when=Unfixed("时间未定"))).parts == ()


def test_a_cancelled_activity_is_told_apart_with_its_reason():
    view = day(activity(title="月壤", change=Change(Status.CANCELLED, "场地检修")))

    (line,) = view.gone
    assert (line.title, line.status, line.notice.reason) == (("月壤",), "取消", "场地检修")
    assert view.parts == ()
    assert view.sentence.rest == "渝北没有排定的活动，1场不办了。"


def test_a_moved_activity_says_on_its_old_day_when_it_is_now():
    view = day(activity(when=may(28), change=Change(Status.RESCHEDULED, "", (may(25),))))

    assert [line.status for line in view.gone] == ["改到5月28日 周二"]


def test_the_title_carries_date_and_place():
    assert day(activity()).head.title == "2024年5月25日 周六 渝北区科普活动"


def test_the_day_of_the_campaign_is_counted():
    assert day(campaign(), on=27).campaigns == (
        Link("2024年渝北区科技活动周 第3天", "campaigns/2024-yubei.html"),
    )


def test_a_line_has_what_the_script_needs():
    (line,) = day(activity(when=session(25, "09:30"))).parts[0].spots[0].lines

    assert (line.first, line.last, line.start, line.end) == ("2024-05-25", "2024-05-25", "09:30", "11:00")


def test_an_empty_day_of_the_window_says_so():
    view = day(campaign())

    assert (view.sentence.rest, view.parts, view.openings) == ("没有排定的活动。", (), ())


def test_a_day_is_told_in_the_same_sentence_everywhere():
    hall = venue(name="创客港")
    view = day(activity(id="a", where=hall), activity(id="b", where=hall), base(openings=(opening(WINDOW),)))

    assert view.sentence.facts == ("渝北有2场", "都在创客港")
    assert view.told == "2024年5月25日 周六，渝北有2场，都在创客港；都要先打电话。"
    assert view.head.description.startswith(view.told)
    assert view.doors == "1处基地开放"


def test_the_nearest_day_of_another_year_says_its_year():
    old = campaign(id="2021-yubei", when=Days(date(2021, 5, 22), date(2021, 5, 28)))

    assert day(campaign(), old).previous == Link("2021年5月28日", "calendar/2021-05-28.html")


def test_a_day_says_what_is_closed_out_of_the_ordinary():
    shut = base(id="shut", name="检修的馆", closures=(Closure(may(25, 28), reason="检修"),))
    ever = base(
        id="ever", name="改造的馆", closures=(Closure(Days(date(2021, 10, 31), date.max), ends=False),)
    )
    mondays = base(id="mondays", hours=(Hours(When((5,)), closed=True, words="周六闭馆"),))

    assert [("".join(one.name), one.why) for one in day(campaign(), shut, ever, mondays).closed] == [
        ("检修的馆", "2024年5月25日—28日闭馆，检修"),
        ("改造的馆", "2021年10月31日起闭馆"),
    ]


def test_what_goes_on_for_days_has_the_hours_of_its_parts_on_this_one():
    fair = activity(
        when=may(25, 26),
        pieces=(
            Piece("one", "开放实验", (session(25, "10:00", "11:00"),)),
            Piece("two", "航模表演", (session(26, "15:00", "16:00"),)),
        ),
    )

    for on, hours in ((25, "10:00—11:00"), (26, "15:00—16:00")):
        (line,) = day(fair, on=on).lasting.spots[0].lines
        assert (line.hours, line.run) == (hours, "5月25日—26日")


def test_a_day_with_too_much_for_a_page_has_one_for_each_district(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(leaves, "MOST", 3)
    monkeypatch.setattr(leaves, "LEAF", 2)
    qijiang = district(id="qijiang", name="綦江区", short="綦江", code="500110")
    elsewhere = campaign(id="2024-qijiang", district=qijiang)
    known = agenda.agenda(
        catalogue(
            *(activity(id=f"a{hour}", when=session(25, f"{hour}:00", f"{hour}:30")) for hour in (10, 11, 12)),
            activity(id="far", when=may(25), campaign=elsewhere, district=qijiang),
            base(openings=(opening(may(25)),)),
        )
    )

    front = day_page(FIRST, known, PRIVACY)
    pages = [page for _, page in day_of_districts(FIRST, known, PRIVACY)]

    assert [(one.word, one.path, one.number) for one in front.quarters] == [
        ("綦江", "calendar/2024-05-25.qijiang.html", 1),
        ("渝北", "calendar/2024-05-25.yubei.html", 3),
    ]
    assert (front.is_parted, front.openings, [block.groups for block in front.blocks]) == (
        True,
        (),
        [() for _ in front.blocks],
    )
    assert [
        (page.head.path, [line.path for part in page.parts for spot in part.spots for line in spot.lines])
        for page in pages
    ] == [
        ("calendar/2024-05-25.qijiang.html", ["activities/far.html"]),
        ("calendar/2024-05-25.yubei.html", ["activities/a10.html", "activities/a11.html"]),
        ("calendar/2024-05-25.yubei.2.html", ["activities/a12.html"]),
    ]
    assert [len(page.openings) for page in pages] == [0, 1, 0]
    assert pages[1].sentence == pages[2].sentence
    assert (pages[1].next, pages[2].previous) == (
        Link("第2页", "calendar/2024-05-25.yubei.2.html"),
        Link("第1页", "calendar/2024-05-25.yubei.html"),
    )


def test_a_day_that_one_page_holds_has_no_other():
    known = agenda.agenda(catalogue(activity(when=may(25))))

    assert list(day_of_districts(FIRST, known, PRIVACY)) == []
