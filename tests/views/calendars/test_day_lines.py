"""What a day has, line by line."""

from dataclasses import replace
from datetime import time

from samples import (
    FIRST,
    MORNING,
    NOTED,
    SATURDAYS,
    SINCE,
    UNTIL,
    WINDOW,
    activity,
    base,
    catalogue,
    contact,
    may,
    opening,
    session,
    sessions,
    venue,
)
from scienceweek.model.activity import Change, Piece, Rain, Status
from scienceweek.model.booking import Booking
from scienceweek.model.contact import Show
from scienceweek.model.days import runs_of
from scienceweek.model.place import Admission, AtBase, AtPlace, Fee
from scienceweek.model.session import SessionStatus, SubEvent
from scienceweek.views.calendars.agenda import Event, OpenBase, agenda
from scienceweek.views.calendars.day_lines import line, openings, spots
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.ticket import Answer

PRIVACY = Privacy(FIRST)


def event(*, gone: bool = False, **changes: object) -> Event:
    made = activity(**changes)
    when = made.when[0]
    return Event(made, when, runs_of(when)[0], gone)


def test_at_its_own_base_the_host_is_not_said_twice():
    museum = base(name="气象馆")

    assert line(event(base=museum, where=museum), PRIVACY).host == ()
    assert line(event(base=museum, where=venue()), PRIVACY).host == ("气象馆",)


def test_the_number_is_the_base_s_and_what_is_internal_is_not_there():
    shown, hidden = base(contacts=(contact(),)), base(contacts=(contact(show=Show.INTERNAL),))

    assert line(event(base=shown), PRIVACY).call.number == "023-60000001"
    assert line(event(base=hidden), PRIVACY).call is None


def test_what_is_off_says_why_and_not_how_long():
    made = line(event(gone=True, change=Change(Status.CANCELLED, "下雨")), PRIVACY)

    assert (made.status, made.notice.reason, made.run) == ("取消", "下雨", "")


def test_one_thing_at_a_place_says_its_place_itself():
    assert [
        (spot.word, [one.place for one in spot.lines]) for spot in spots([event(where=venue())], PRIVACY)
    ] == [((), [("市主会场",)])]


def test_what_has_no_place_is_never_put_together():
    (spot,) = spots([event(id="a"), event(id="b")], PRIVACY)

    assert (spot.word, len(spot.lines)) == ((), 2)


def test_the_order_that_is_given_stays():
    found = spots(
        [event(id="b", when=session(25, "09:00")), event(id="a", when=session(25, "08:00"))], PRIVACY
    )

    assert [one.path for one in found[0].lines] == ["activities/b.html", "activities/a.html"]


def test_an_opening_says_on_what_conditions():
    made = opening(WINDOW, admission=Admission(fee=Fee.FREE, booking=Booking.REQUIRED), note="其他时间预约")
    door = OpenBase(base(openings=(made,)), made, WINDOW, WINDOW)

    (one,) = openings(FIRST, [door], PRIVACY, district=True)

    assert (one.lead, one.answer, one.note, one.district) == (
        "免费开放",
        Answer("book", "免费，需要预约"),
        "其他时间预约",
        "渝北",
    )


def test_what_closes_first_stands_first():
    made = opening()
    doors = [
        OpenBase(base(id=name, name=name), made, days, days)
        for name, days in (("长", WINDOW), ("短", may(25)))
    ]

    assert [one.name for one in openings(FIRST, doors, PRIVACY, district=False)] == [("短",), ("长",)]


def test_a_period_with_several_times_is_one_line_with_its_hours_and_how_often():
    afternoons = replace(SATURDAYS, start=time(14), end=None)
    made = opening((SATURDAYS, afternoons))
    doors = [OpenBase(base(openings=(made,)), made, when, may(25)) for when in (SATURDAYS, afternoons)]

    assert [(one.hours, one.until) for one in openings(FIRST, doors, PRIVACY, district=False)] == [
        ("9:00—11:00，14:00起", "每周六")
    ]


def test_a_night_goes_on_for_the_script_beyond_its_day():
    made = line(event(when=session(25, "22:00", "02:00")), PRIVACY)

    assert (made.hours, made.first, made.last, made.end) == (
        "22:00—次日2:00",
        "2024-05-25",
        "2024-05-25",
        "26:00",
    )


def test_a_line_says_how_many_parts_where_to_meet_and_what_becomes_of_it_in_rain():
    made = activity(
        where=AtPlace("龙山小学", room="操场", meet="东门"),
        rain=Rain(note="下雨取消"),
        pieces=(Piece("talk", "讲座", (session(25, "09:00", "10:00"),)),),
    )
    shown = Event(made, made.when[0], may(25))
    off = replace(made, change=Change(Status.CANCELLED))

    assert line(shown, PRIVACY).besides == (
        ("calendar", "其中1项"),
        ("place", "集合：东门"),
        ("rain", "下雨：下雨取消"),
    )
    assert line(replace(shown, activity=off), PRIVACY).besides == ()


def test_rooms_of_one_place_are_under_its_name_and_each_line_says_its_own():
    museum = base(name="天文馆")
    found = [event(id=room, where=AtBase(museum, room)) for room in ("一楼", "二楼")]

    assert [(one.word, [line.place for line in one.lines]) for one in spots(found, PRIVACY)] == [
        (("天文馆",), [("一楼",), ("二楼",)])
    ]


def test_what_is_known_of_the_hour_is_said():
    made = [line(event(when=when), PRIVACY) for when in (MORNING, NOTED, SINCE, UNTIL)]

    assert [(one.hours, one.run) for one in made] == [
        ("上午", ""),
        ("9:30—11:00（雨天顺延至6月1日）", ""),
        ("5月25日起", ""),
        ("5月31日止", ""),
    ]


def test_what_may_go_on_is_not_over_for_the_script():
    since, until = (line(event(when=when), PRIVACY) for when in (SINCE, UNTIL))

    assert [(one.first, one.last) for one in (since, until)] == [("", ""), ("2024-05-31", "2024-05-31")]


def test_several_hours_are_one_line_from_the_first_to_the_end_of_the_last():
    first, second = session(25, "09:30", ""), session(25, "14:00", "15:00")
    made = line(Event(activity(), first, may(25), also=(second,)), PRIVACY)
    vague = line(Event(activity(), MORNING, may(25), also=(second,)), PRIVACY)

    assert (made.hours, made.start, made.end) == ("9:30开始、14:00—15:00", "09:30", "15:00")
    assert (vague.hours, vague.start, vague.end) == ("上午、14:00—15:00", "", "")


def test_a_session_on_a_day_has_its_place_its_name_and_its_state():
    talk = sessions(
        SubEvent(session(25, "10:00", ""), whom="散客", status=SessionStatus.FULL),
        SubEvent(session(25, "14:00", ""), whom="团体", where=(AtPlace("龙山小学"),)),
        SubEvent(session(25, "16:00", ""), status=SessionStatus.CANCELLED, reason="停电"),
        where=base(name="气象馆"),
    )
    found = [line(event, Privacy(FIRST)) for event in agenda(catalogue(talk)).events]

    assert [("".join(one.sub), one.hours, "".join(one.place), one.status) for one in found] == [
        ("散客", "10:00开始", "气象馆", ""),
        ("团体", "14:00开始", "龙山小学", ""),
        ("", "16:00开始", "气象馆", "取消"),
    ]
    assert found[0].answer == Answer("full", "名额已满")
    assert found[2].notice
    assert found[2].notice.reason == "停电"


def test_the_hour_at_which_it_begins_stands_alone_and_the_rest_below_it():
    hours = [session(25, "09:30", end) for end in ("11:00", "")]
    twice = replace(event(when=session(25, "10:00", "11:00")), also=(session(25, "14:00", "15:00"),))
    made = [line(one, PRIVACY) for one in (*(event(when=when) for when in (*hours, NOTED, MORNING)), twice)]

    assert [(one.clock, one.till) for one in made] == [
        ("9:30", "到11:00"),
        ("9:30", ""),
        ("9:30", "9:30—11:00（雨天顺延至6月1日）"),
        ("", ""),
        ("10:00", "10:00—11:00、14:00—15:00"),
    ]


def test_a_number_that_all_at_a_place_have_is_said_with_the_place():
    hall, one, other = venue(), contact("023-60000001"), contact("023-60000002")
    same = [event(id=id, where=hall, base=base(contacts=(one,))) for id in ("a", "b")]
    mixed = [same[0], event(id="b", where=hall, base=base(id="other", contacts=(other,)))]

    told = [spots(found, PRIVACY)[0] for found in (same, mixed)]

    assert [spot.call and spot.call.number for spot in told] == ["023-60000001", None]
    assert [[line.call and line.call.number for line in spot.lines] for spot in told] == [
        [None, None],
        ["023-60000001", "023-60000002"],
    ]
