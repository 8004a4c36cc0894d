from dataclasses import replace
from datetime import date, time

import pytest

from samples import (
    MORNING,
    SATURDAYS,
    SINCE,
    UNTIL,
    WINDOW,
    activity,
    base,
    may,
    part,
    session,
    sessions,
    stages,
    venue,
)
from scienceweek.formats import jsonld
from scienceweek.model.activity import Change, Piece, Status
from scienceweek.model.booking import Capacity
from scienceweek.model.organisation import Role
from scienceweek.model.place import Admission, AtBase, AtPlace, Fee, InArea, Live, Online
from scienceweek.model.schedule import DuringCampaign, Month, Months, Unfixed, YearRound
from scienceweek.model.session import Person, SessionStatus, Stage, SubEvent

AREA = {"@type": "PostalAddress", "addressLocality": "渝北区", "addressCountry": "CN"}
STREET = AREA | {"streetAddress": "新牌坊一路68号"}
SERIES = {
    "@type": "EventSeries",
    "name": "2024年渝北区科技活动周",
    "description": "弘扬科学家精神 激发全社会创新活力",
    "startDate": "2024-05-25",
    "endDate": "2024-06-01",
}


def test_an_event_says_what_when_and_where():
    fish = activity(
        title="我们曾经都是鱼",
        when=session(25, "09:30", "11:00"),
        where=base(name="气象科普馆", address="新牌坊一路68号"),
        organisers=(part(Role.HOST, "区科技局"),),
        admission=Admission(fee=Fee.FREE),
        description="从鱼到人。",
    )

    assert jsonld.activity_jsonld(fish, "https://kepu.example/fish.html") == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "我们曾经都是鱼",
        "description": "从鱼到人。",
        "url": "https://kepu.example/fish.html",
        "inLanguage": "zh-CN",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": "气象科普馆", "address": STREET},
        "organizer": [{"@type": "Organization", "name": "区科技局"}],
        "isAccessibleForFree": True,
        "superEvent": SERIES,
        "startDate": "2024-05-25T09:30:00+08:00",
        "endDate": "2024-05-25T11:00:00+08:00",
    }


def test_what_nobody_says_is_left_out():
    fish = activity(when=may(25, 27), where=venue(name="市主会场", address=""))

    assert jsonld.activity_jsonld(fish, "") == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "我们曾经都是鱼",
        "inLanguage": "zh-CN",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": "市主会场", "address": AREA},
        "superEvent": SERIES,
        "startDate": "2024-05-25",
        "endDate": "2024-05-27",
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"when": DuringCampaign(WINDOW), "where": base()},
        {"when": Months(Month(2024, 4), Month(2024, 5)), "where": base()},
        {"when": YearRound(2024), "where": base()},
        {"when": Unfixed("时间未定"), "where": base()},
        {"when": may(25)},
        {"when": may(25), "where": Online()},
    ],
)
def test_without_a_day_or_a_place_it_is_a_page_and_no_event(changes: dict[str, object]):
    assert jsonld.activity_jsonld(activity(**changes), "") == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": "我们曾经都是鱼",
        "inLanguage": "zh-CN",
    }


def test_what_comes_again_has_a_schedule():
    less = replace(SATURDAYS, exceptions=(date(2024, 5, 18),))

    found = jsonld.activity_jsonld(activity(when=less, where=base()), "")

    assert found["eventSchedule"] == {
        "@type": "Schedule",
        "repeatFrequency": "P1W",
        "byDay": ["SA"],
        "startDate": "2024-05-25",
        "endDate": "2024-06-01",
        "startTime": "09:00:00",
        "endTime": "11:00:00",
        "exceptDate": ["2024-05-18"],
        "scheduleTimezone": "Asia/Shanghai",
    }


@pytest.mark.parametrize(
    ("end", "until", "duration"),
    [
        ("02:30", "2024-05-26T02:30:00+08:00", "PT4H30M"),
        ("00:00", "2024-05-26T00:00:00+08:00", "PT2H"),
    ],
)
def test_a_night_ends_on_the_next_day(end: str, until: str, duration: str):
    once = jsonld.activity_jsonld(activity(when=session(25, "22:00", end), where=base()), "")
    weekly = replace(SATURDAYS, start=time(22), end=time.fromisoformat(end))
    again = jsonld.activity_jsonld(activity(when=weekly, where=base()), "")

    assert (once["startDate"], once["endDate"]) == ("2024-05-25T22:00:00+08:00", until)
    assert again["eventSchedule"]["duration"] == duration


@pytest.mark.parametrize(
    ("rule", "repeated"),
    [
        ("FREQ=DAILY;INTERVAL=2", {"repeatFrequency": "P2D"}),
        ("FREQ=MONTHLY;BYDAY=1SA,-1SU", {"repeatFrequency": "P1M", "byDay": ["1SA", "-1SU"]}),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=18", {"repeatFrequency": "P3M", "byMonthDay": [18]}),
    ],
)
def test_each_rule_has_its_frequency_and_days(rule: str, repeated: dict[str, object]):
    found = jsonld.activity_jsonld(activity(when=replace(SATURDAYS, rule=rule), where=base()), "")[
        "eventSchedule"
    ]

    assert {key: found[key] for key in ("repeatFrequency", "byDay", "byMonthDay") if key in found} == repeated


def test_several_times_are_told_each():
    found = jsonld.activity_jsonld(activity(when=(may(25), Unfixed("另行通知"), may(28)), where=base()), "")

    assert [event["startDate"] for event in found["subEvent"]] == ["2024-05-25", "2024-05-28"]


def test_a_moved_event_keeps_the_day_it_had_before():
    moved = activity(when=may(28), where=base(), change=Change(Status.RESCHEDULED, previously=(may(25),)))

    found = jsonld.activity_jsonld(moved, "")

    assert (found["eventStatus"], found["previousStartDate"], found["startDate"]) == (
        "https://schema.org/EventRescheduled",
        "2024-05-25",
        "2024-05-28",
    )


@pytest.mark.parametrize(
    ("where", "mode"),
    [
        (Online("https://kepu.example"), "OnlineEventAttendanceMode"),
        ((AtPlace("龙山小学"), Online("https://kepu.example")), "MixedEventAttendanceMode"),
        (InArea("全区范围"), "OfflineEventAttendanceMode"),
    ],
)
def test_online_is_told_from_a_place(where: object, mode: str):
    found = jsonld.activity_jsonld(activity(where=where), "")

    assert found["eventAttendanceMode"] == f"https://schema.org/{mode}"


@pytest.mark.parametrize(
    ("status", "when", "previously", "told"),
    [
        (Status.CANCELLED, may(25), (), ("EventCancelled", "2024-05-25", None)),
        (Status.POSTPONED, Unfixed("另行通知"), (may(25),), ("EventPostponed", "2024-05-25", None)),
        (Status.POSTPONED, may(25), (), ("EventPostponed", "2024-05-25", None)),
        (Status.POSTPONED, may(28), (may(25),), ("EventRescheduled", "2024-05-28", "2024-05-25")),
        (Status.RESCHEDULED, Unfixed("另行通知"), (may(25),), ("EventPostponed", "2024-05-25", None)),
        (
            Status.RESCHEDULED,
            may(28),
            (may(24), session(25)),
            ("EventRescheduled", "2024-05-28", ["2024-05-24", "2024-05-25T09:30:00+08:00"]),
        ),
    ],
)
def test_an_event_is_told_as_in_calendars(status: Status, when: object, previously: tuple, told: tuple):
    found = jsonld.activity_jsonld(
        activity(when=when, where=base(), change=Change(status, "", previously)), ""
    )

    status = found["eventStatus"].removeprefix("https://schema.org/")
    assert (status, found["startDate"], found.get("previousStartDate")) == told


def test_each_of_several_times_of_what_is_off_is_off():
    off = activity(when=(may(25), may(28)), where=base(), change=Change(Status.CANCELLED))

    found = jsonld.activity_jsonld(off, "")

    assert {event["eventStatus"] for event in found["subEvent"]} == {"https://schema.org/EventCancelled"}


def test_a_room_is_in_its_place():
    found = jsonld.activity_jsonld(activity(where=AtBase(base(), "一楼报告厅")), "")
    museum = {"@type": "Place", "name": "重庆市气象科普馆", "address": STREET}

    assert found["location"] == museum | {"name": "一楼报告厅", "containedInPlace": museum}


def test_a_stream_is_another_way_to_attend():
    found = jsonld.activity_jsonld(
        activity(where=AtPlace("龙山小学"), live=Live("", "快手", "北京天文馆")), ""
    )

    assert (found["location"], found["eventAttendanceMode"]) == (
        [
            {"@type": "Place", "name": "龙山小学", "address": AREA},
            {"@type": "VirtualLocation", "name": "快手“北京天文馆”"},
        ],
        "https://schema.org/MixedEventAttendanceMode",
    )


@pytest.mark.parametrize(
    ("where", "location"),
    [
        (
            (base(), Online("https://kepu.example")),
            {"@type": "VirtualLocation", "url": "https://kepu.example"},
        ),
        (Online(), {"@type": "VirtualLocation", "name": "线上"}),
        (base(), {"@type": "VirtualLocation", "name": "线上"}),
    ],
)
def test_what_has_moved_online_is_no_longer_at_its_place(where: object, location: dict[str, str]):
    found = jsonld.activity_jsonld(activity(where=where, change=Change(Status.MOVED_ONLINE)), "")

    assert (found["location"], found["eventStatus"]) == (location, "https://schema.org/EventMovedOnline")


def test_each_session_is_an_event_with_its_place_its_seats_and_its_state():
    talk = sessions(
        SubEvent(
            session(25, "10:00", ""), whom="散客", capacity=Capacity("60", 60), status=SessionStatus.FULL
        ),
        SubEvent(session(25, "14:00", ""), whom="团体", language="英语", where=(AtPlace("龙山小学"),)),
        SubEvent(session(26, "10:00", ""), whom="散客", status=SessionStatus.CANCELLED),
        where=base(name="气象科普馆", address="新牌坊一路68号"),
        people=(Person("林未央", "主讲人", "天文馆研究员"),),
    )
    made = jsonld.activity_jsonld(talk, "")
    museum = {"@type": "Place", "name": "气象科普馆", "address": STREET}
    event = {"@type": "Event", "eventStatus": "https://schema.org/EventScheduled"}

    assert made["performer"] == [
        {"@type": "Person", "name": "林未央", "jobTitle": "天文馆研究员", "description": "主讲人"}
    ]
    assert made["subEvent"] == [
        event
        | {
            "name": "我们曾经都是鱼 散客",
            "location": museum,
            "startDate": "2024-05-25T10:00:00+08:00",
            "maximumAttendeeCapacity": 60,
            "remainingAttendeeCapacity": 0,
            "disambiguatingDescription": "散客",
        },
        event
        | {
            "name": "我们曾经都是鱼 团体，英语",
            "location": {"@type": "Place", "name": "龙山小学", "address": AREA},
            "startDate": "2024-05-25T14:00:00+08:00",
            "inLanguage": {"@type": "Language", "name": "英语"},
            "disambiguatingDescription": "团体",
        },
        event
        | {
            "name": "我们曾经都是鱼 散客",
            "eventStatus": "https://schema.org/EventCancelled",
            "location": museum,
            "startDate": "2024-05-26T10:00:00+08:00",
            "disambiguatingDescription": "散客",
        },
    ]


def test_the_event_is_at_the_first_of_its_sessions_that_takes_place():
    talk = sessions(
        SubEvent(session(25), status=SessionStatus.CANCELLED), SubEvent(session(26)), where=base()
    )

    assert jsonld.activity_jsonld(talk, "")["startDate"] == "2024-05-26T09:30:00+08:00"


def test_of_stages_only_those_that_one_can_attend_are_events():
    contest = stages(Stage("报名", (may(1, 20),)), Stage("决赛", (may(25),), attend=True), where=base())
    made = jsonld.activity_jsonld(contest, "")

    assert (made["name"], made["startDate"], made.get("subEvent")) == (
        "我们曾经都是鱼 决赛",
        "2024-05-25",
        None,
    )


def test_a_whole_names_its_parts_and_a_part_its_whole():
    talk = Piece("talk", "讲座", (session(25, "09:00", "10:00"),), (AtPlace("龙山小学"),))
    whole = activity(where=base(), pieces=(talk, replace(talk, title="散步", off=True)))
    found = jsonld.activity_jsonld(whole, "")
    part = jsonld.activity_jsonld(activity(where=base()), "", whole, "https://kepu.example/fish.html")

    assert found["subEvent"][0] == {
        "@type": "Event",
        "name": "讲座",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "Place", "name": "龙山小学", "address": AREA},
        "startDate": "2024-05-25T09:00:00+08:00",
        "endDate": "2024-05-25T10:00:00+08:00",
    }
    assert found["subEvent"][1]["eventStatus"] == "https://schema.org/EventCancelled"
    assert part["superEvent"] == {
        "@type": "Event",
        "name": "我们曾经都是鱼",
        "url": "https://kepu.example/fish.html",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": found["location"],
        "startDate": "2024-05-25",
        "endDate": "2024-05-25",
    }
    vague = jsonld.activity_jsonld(activity(where=base()), "", replace(whole, when=(Unfixed("再定"),)), "")
    assert vague["superEvent"] == SERIES


def test_an_event_begins_on_the_day_that_is_known_and_has_no_end_where_nobody_knows_it():
    def dates(*when: object) -> tuple[object, object, object]:
        made = jsonld.activity_jsonld(activity(when=when, where=venue()), "")
        return made["@type"], made.get("startDate"), made.get("endDate")

    assert dates(MORNING) == ("Event", "2024-05-25", "2024-05-25")
    assert dates(SINCE) == ("Event", "2024-05-25", None)
    assert dates(UNTIL) == ("WebPage", None, None)
    assert dates(UNTIL, may(26)) == ("Event", "2024-05-26", "2024-05-26")
