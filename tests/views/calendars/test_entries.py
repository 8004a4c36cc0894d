"""What the calendar writes."""

from dataclasses import replace
from datetime import date, time

from samples import (
    MORNING,
    SINCE,
    UNTIL,
    WINDOW,
    activity,
    base,
    campaign,
    catalogue,
    district,
    may,
    opening,
    session,
    sessions,
)
from scienceweek.model.activity import Change, Status
from scienceweek.model.campaign import Series
from scienceweek.model.changes import gone
from scienceweek.model.days import runs_of
from scienceweek.model.hours import Closure
from scienceweek.model.place import Admission, Fee
from scienceweek.model.schedule import Days, Recurring
from scienceweek.model.session import SessionStatus, SubEvent
from scienceweek.views.calendars import entries
from scienceweek.views.calendars.agenda import ClosedBase, Event, OpenBase, agenda
from scienceweek.views.calendars.weeks import Name


def event(**changes: object) -> Event:
    made = activity(**changes)
    return Event(made, made.when[0], runs_of(made.when[0])[0])


def door(id: str, days: Days = WINDOW, fee: Fee = Fee.UNKNOWN) -> OpenBase:
    made = opening(days, admission=Admission(fee=fee))
    return OpenBase(base(id=id, short_name=id, openings=(made,)), made, days, days)


def test_a_short_title_takes_the_place_of_title_and_subtitle():
    long = entries.event_entry(event(title="趣探妇幼科普", subtitle="儿童专场"))
    short = entries.event_entry(event(title="趣探妇幼科普", subtitle="儿童专场", short_title="儿童专场"))

    assert [(one.names[0].phrases, one.sub) for one in (long, short)] == [
        (("趣探妇幼科普",), "儿童专场"),
        (("儿童专场",), ""),
    ]


def test_an_entry_has_its_hour_and_its_last_day():
    assert entries.event_entry(event(when=session(25, "09:30"))).time == "9:30"
    assert entries.event_entry(event(when=may(25, 27))).until == "到5月27日"
    assert entries.event_entry(event(when=may(25))).until == ""


def test_what_comes_again_has_its_hour_too():
    weekly = Recurring(may(4, 4), "FREQ=WEEKLY;BYDAY=SA", time(19))

    assert entries.hour(Event(activity(when=weekly), weekly, may(4))) == time(19)


def test_before_and_after_are_named_after_the_campaign():
    day = campaign(series=Series.DAY)

    assert entries.beside(may(20), campaign()) == "活动周之前"
    assert entries.beside(Days(date(2024, 6, 2), date(2024, 6, 2)), day) == "科普日之后"
    assert entries.beside(may(24, 25), campaign()) == ""


def test_windows_of_other_days_are_other_entries():
    later = campaign(id="later", name="2024年渝北区科普日", when=may(26, 27))

    assert [(one.names, one.sub) for one in entries.windows((campaign(), later))] == [
        ((Name(("渝北区科技活动周",), "campaigns/2024-yubei.html"),), "5月25日—6月1日"),
        ((Name(("渝北区科普日",), "campaigns/later.html"),), "5月26日—27日"),
    ]


def test_many_windows_name_some_and_lead_to_all():
    many = [campaign(id=f"c{number}", district=district()) for number in range(30)]

    (one,) = entries.windows(many)

    assert [name.phrases for name in one.names][-1] == ("等30个",)
    assert (len(one.names), one.names[-1].path) == (4, "campaigns.html")


def test_free_openings_and_others_are_told_apart():
    assert [
        (one.lead, len(one.names)) for one in entries.doors([door("a", fee=Fee.FREE), door("b"), door("c")])
    ] == [
        ("免费开放", 1),
        ("开放", 2),
    ]


def test_a_base_with_two_openings_on_the_same_days_is_named_once():
    (one,) = entries.doors([door("a"), door("a")])

    assert [name.phrases for name in one.names] == [("a",)]


def test_a_cancelled_activity_says_so_and_a_planned_one_nothing():
    cancelled = event(change=Change(Status.CANCELLED))

    assert [entries.status(one) for one in (cancelled, event())] == ["取消", ""]


def test_activities_of_the_same_days_share_a_bar_of_four_names():
    fossils = [event(id=f"f{number}", title=f"鱼{number}", when=may(25, 27)) for number in range(5)]
    other, single = (
        event(id="other", title="虫", when=may(25, 26)),
        event(id="single", title="鸟", when=may(25)),
    )

    made = entries.runs([*fossils[:3], single, other, *fossils[3:]])

    assert [tuple("".join(name.phrases) for name in one.names) for one in made] == [
        ("鱼0", "鱼1", "鱼2", "鱼3"),
        ("鸟",),
        ("虫",),
        ("鱼4",),
    ]


def test_what_was_put_off_does_not_share_a_bar():
    fish = event(id="fish", title="鱼", when=may(25, 27))
    moved = event(id="moved", title="虫", when=may(25, 27), change=Change(Status.MOVED_ONLINE, "暴雨"))

    assert [(len(one.names), one.status) for one in entries.runs([fish, moved])] == [(1, ""), (1, "改为线上")]


def test_an_entry_says_a_part_of_the_day_or_which_end_is_known():
    assert [entries.event_entry(event(when=when)).time for when in (MORNING, SINCE, UNTIL)] == [
        "上午",
        "起",
        "止",
    ]


def test_several_hours_of_a_day_are_one_entry_and_each_note_has_its_hour():
    first, second = replace(session(25, "09:30", ""), note="1号厅"), session(25, "14:00", "")
    made = entries.event_entry(Event(activity(), first, may(25), also=(second,)))

    assert (made.time, made.sub) == ("9:30、14:00", "9:30 1号厅")


def test_a_part_of_the_day_is_ordered_by_when_it_may_begin():
    found = [event(when=session(25, "09:30", "")), event(when=MORNING), event(when=may(25))]

    assert sorted(found, key=entries.order) == [found[1], found[0], found[2]]


def test_a_closure_is_a_line_of_its_own_and_one_without_an_end_stands_on_its_first_day():
    known = [
        ClosedBase(base(id="a", short_name="甲馆"), Closure(may(25, 27)), may(25, 27)),
        ClosedBase(
            base(id="b", short_name="乙馆"), Closure(Days(may(26).first, date.max), ends=False), may(26, 31)
        ),
        ClosedBase(
            base(id="c", short_name="丙馆"), Closure(Days(date(2021, 1, 1), date.max), ends=False), may(1, 31)
        ),
    ]

    assert [(one.days, one.lead, one.names[0].phrases, one.until) for one in entries.closures(known)] == [
        (may(25, 27), "闭馆", ("甲馆",), "到5月27日"),
        (may(26), "起闭馆", ("乙馆",), ""),
    ]


def test_a_session_that_is_off_is_cancelled_whatever_became_of_the_others():
    off = SubEvent(session(26), status=SessionStatus.CANCELLED)
    lost = gone(sessions(SubEvent(session(25)), off))[0]

    assert entries.status(Event(lost.activity, lost.when, lost.days, gone=True)) == "取消"


def test_a_session_is_called_by_its_name_and_says_that_it_is_full():
    full = SubEvent(session(25), whom="散客", status=SessionStatus.FULL)
    talk = sessions(full, SubEvent(session(26), whom="团体"), short_title="讲解")
    found = [entries.event_entry(one) for one in agenda(catalogue(talk)).events]

    assert [entry.sub for entry in found] == ["散客 名额已满", "团体"]
