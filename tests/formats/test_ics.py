import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from samples import MORNING, SATURDAYS, SINCE, UNTIL, WINDOW, activity, campaign, may, session
from scienceweek.formats import ics, occasions
from scienceweek.formats.occasions import Occasion, Told
from scienceweek.model.activity import Activity, Change, Revision, Status
from scienceweek.model.point import Point
from scienceweek.model.schedule import (
    DayPart,
    DuringCampaign,
    Month,
    Months,
    PartDay,
    Recurring,
    Schedule,
    Unfixed,
    YearRound,
)

CHINA = timezone(timedelta(hours=8))
LESS = replace(SATURDAYS, exceptions=(date(2024, 5, 18),))


def found(one: Activity, *, whole: bool = False, **said: str) -> tuple[Occasion, ...]:
    """The occasions of *one*, of which *said* is told."""
    told = Told(**{"title": one.full_title, "place": "市主会场", "text": one.description, "url": ""} | said)
    times = occasions.times(one, whole=whole)
    return occasions.occasions(one, [(time, told) for time in times], "kepu.example")


def made(**changes: object) -> bytes:
    """The calendar of an activity."""
    return ics.calendar("科技活动周", found(activity(**changes), url="https://kepu.example/fish.html"))


def subscribed(*, whole: bool = False, **changes: object) -> list:
    """Its events in a calendar of many activities."""
    return read(ics.calendar("科技活动周", found(activity(**changes), whole=whole)))


def read(content: bytes) -> list:
    """The events, as a reader that did not write them sees them."""
    return list(vobject.readOne(content.decode()).contents.get("vevent", ()))


def test_a_session_begins_and_ends_at_its_hours_in_china():
    (event,) = read(made(when=session(25, "09:30", "11:00")))

    assert event.dtstart.value == datetime(2024, 5, 25, 9, 30, tzinfo=CHINA)
    assert event.dtend.value == datetime(2024, 5, 25, 11, 0, tzinfo=CHINA)


def test_days_end_on_the_day_after_the_last():
    (event,) = read(made(when=may(25, 27)))

    assert (event.dtstart.value, event.dtend.value) == (date(2024, 5, 25), date(2024, 5, 28))


def test_what_comes_again_falls_on_its_days_but_not_on_its_exceptions():
    (event,) = read(made(when=LESS))

    assert list(event.getrruleset(addRDate=True)) == [
        datetime(2024, 5, 25, 9, 0, tzinfo=CHINA),
        datetime(2024, 6, 1, 9, 0, tzinfo=CHINA),
    ]


@pytest.mark.parametrize(
    ("end", "until"),
    [("02:00", datetime(2024, 5, 26, 2, tzinfo=CHINA)), ("00:00", datetime(2024, 5, 26, tzinfo=CHINA))],
)
def test_a_night_ends_on_the_next_day(end: str, until: datetime):
    weekly = replace(SATURDAYS, start=time(22), end=time.fromisoformat(end))
    (once,), (again,) = read(made(when=session(25, "22:00", end))), read(made(when=weekly))

    assert (once.dtstart.value, once.dtend.value) == (datetime(2024, 5, 25, 22, tzinfo=CHINA), until)
    assert again.dtend.value - again.dtstart.value == once.dtend.value - once.dtstart.value
    assert [found.day for found in again.getrruleset(addRDate=True)] == [18, 25, 1]


@pytest.mark.parametrize(
    "when",
    [
        Months(Month(2024, 4), Month(2024, 5)),
        DuringCampaign(WINDOW),
        YearRound(2024),
        Unfixed("时间未定"),
    ],
)
def test_a_day_that_nobody_knows_is_not_invented(when: object):
    assert read(made(when=when)) == []


def test_each_time_of_an_activity_keeps_its_uid_for_ever():
    events = read(made(when=(may(25), Unfixed("另行通知"), may(28))))

    assert [event.uid.value for event in events] == ["fish@kepu.example", "fish-3@kepu.example"]


def test_an_event_tells_what_a_reader_needs():
    (event,) = read(
        made(title="气象+", subtitle="儿童专场", description="甲，乙；丙\\丁\n第二段", sequence=2)
    )

    assert event.summary.value == "气象+ 儿童专场"
    assert event.description.value == "甲，乙；丙\\丁\n第二段"
    assert event.location.value == "市主会场"
    assert event.url.value == "https://kepu.example/fish.html"
    assert event.sequence.value == "2"


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (Status.SCHEDULED, ("CONFIRMED", None)),
        (Status.CANCELLED, ("CANCELLED", "TRANSPARENT")),
        (Status.POSTPONED, ("CANCELLED", "TRANSPARENT")),
        (Status.RESCHEDULED, ("CONFIRMED", None)),
        (Status.MOVED_ONLINE, ("CONFIRMED", None)),
    ],
)
def test_what_is_off_stays_and_takes_nobody_s_time(status: Status, told: tuple[str, str | None]):
    (event,) = read(made(change=Change(status)))

    transparency = event.transp.value if "transp" in event.contents else None
    assert (event.status.value, transparency) == told


def test_a_time_without_an_end_ends_for_every_reader_when_it_begins():
    (event,) = icalendar.Calendar.from_ical(made(when=session(25, "09:30", ""))).walk("VEVENT")

    assert (event.start, event.end) == (event["DTSTART"].dt, event["DTSTART"].dt)
    assert [name for name in ("DTEND", "DURATION") if name in event] == []


def test_a_revision_is_told_as_it_was_counted():
    revision = Revision(3, datetime(2024, 5, 24, 22, 10, tzinfo=UTC), ("fish-7", "fish.2"))
    events = read(made(when=(may(25), may(28)), revision=revision))

    assert [event.uid.value for event in events] == ["fish-7@kepu.example", "fish.2@kepu.example"]
    assert {(one.sequence.value, one.dtstamp.value, one.last_modified.value) for one in events} == {
        ("3", revision.modified, revision.modified)
    }


@pytest.mark.parametrize("name", ["甲,乙;丙\\丁", "甲\r乙", "甲\x07\n乙", "长" * 60, "a\\nb"])
def test_the_name_of_a_calendar_is_text_like_any_other(name: str):
    content = ics.calendar(name, found(activity(title=name), place=name))

    told = "".join(sign for sign in name if sign == "\n" or sign >= " ")
    names = vobject.readOne(content.decode()).contents
    assert [one.value for key in ("name", "x-wr-calname") for one in names[key]] == [told, told]
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert (event["SUMMARY"], event["LOCATION"]) == (told, told)
    assert re.findall(rb"\r(?!\n)|(?<!\r)\n|[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", content) == []
    assert [line for line in content.split(b"\r\n") if len(line) > 75] == []


def test_the_stamp_is_the_record_s_or_the_notice_s_or_the_window_s_never_the_clock_s():
    stamps = [
        read(made(**changes))[0].dtstamp.value
        for changes in (
            {"updated": date(2024, 5, 20)},
            {},
            {"campaign": campaign(notice=campaign().notice.__class__())},
        )
    ]

    assert stamps == [datetime(2024, 5, day, tzinfo=UTC) for day in (20, 17, 25)]


@given(st.text(max_size=300))
def test_any_text_comes_back_and_no_line_is_longer_than_75_octets(text: str):
    content = made(description=text)

    assert all(len(line) <= 75 and line.decode() is not None for line in content.split(b"\r\n"))
    told = "".join(sign for sign in text if sign == "\n" or (sign >= " " and sign != "\x7f"))
    assert [line.value for line in read(content)[0].contents.get("description", [])] == [told] * bool(text)


def test_the_same_facts_make_the_same_bytes():
    assert made() == made()


def test_what_goes_on_during_a_campaign_is_in_the_campaign_s_own_calendar_and_takes_nobody_s_time():
    changes = {"when": DuringCampaign(WINDOW)}

    assert subscribed(**changes) == []
    (event,) = subscribed(whole=True, **changes)
    assert (event.dtstart.value, event.dtend.value) == (date(2024, 5, 25), date(2024, 6, 2))
    assert event.transp.value == "TRANSPARENT"


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.SCHEDULED])
def test_whoever_has_it_sees_on_its_old_day_what_has_lost_it(status: Status):
    changes = {"when": Unfixed("另行通知"), "change": Change(status, "下雨", (may(24),))}

    (event,) = read(made(**changes))
    assert (event.dtstart.value, event.status.value) == (date(2024, 5, 24), "CANCELLED")


@pytest.mark.parametrize("status", [Status.RESCHEDULED, Status.POSTPONED, Status.MOVED_ONLINE])
def test_what_has_a_new_day_is_on_that_day_only(status: Status):
    (event,) = subscribed(when=may(28), change=Change(status, "", (may(24),)))

    assert (event.dtstart.value, event.status.value) == (date(2024, 5, 28), "CONFIRMED")


def test_a_calendar_has_a_name_and_is_asked_for_again_each_day():
    content = made().decode()

    assert "\r\nNAME:科技活动周\r\nX-WR-CALNAME:科技活动周\r\n" in content
    assert "\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in content
    assert "\r\nX-PUBLISHED-TTL:P1D\r\n" in content


def test_a_calendar_says_where_it_lies_what_page_it_is_about_and_its_colour():
    address, page = "https://kepu.example/data/activities.ics", "https://kepu.example/index.html"
    names = vobject.readOne(ics.calendar("周", found(activity()), address, page).decode()).contents
    told = icalendar.Calendar.from_ical(ics.calendar("周", found(activity()), address, page))

    assert [names[key][0].value for key in ("source", "url", "color")] == [address, page, "firebrick"]
    assert (str(told["SOURCE"]), str(told["URL"]), told["SOURCE"].params["VALUE"]) == (address, page, "URI")
    assert names["x-apple-calendar-color"][0].value == "#B12A1A"
    assert [key for key in ("SOURCE", "URL") if key in icalendar.Calendar.from_ical(made())] == []


def test_where_it_is_exactly_what_it_is_about_whom_one_calls_and_where_it_is_seen_are_properties_of_their_own():
    hostile = ("气象,天文", "亲子;家庭\\\x07", "BEGIN:VEVENT")
    said = Told(
        "鱼",
        "市主会场",
        "",
        "",
        point=Point(106.512345, 29.5, "量的"),
        sorts=hostile,
        contacts=("区科技局 023-60000001", "馆,\n前台 023-60000002"),
        stream="https://live.example/a?b=c,d;e",
    )
    content = ics.calendar("周", (replace(found(activity())[0], told=said),))
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    (other,) = read(content)

    clean = ["气象,天文", "亲子;家庭\\", "BEGIN:VEVENT"]
    assert [str(one) for one in event["CATEGORIES"].cats] == other.categories.value == clean
    assert (event["GEO"].latitude, event["GEO"].longitude) == (29.5, 106.512345)
    assert other.geo.value == "29.5;106.512345"
    assert [one.value for one in other.contents["contact"]] == list(said.contacts)
    assert (str(event["CONFERENCE"]), event["CONFERENCE"].params["VALUE"]) == (said.stream, "URI")


@pytest.mark.parametrize(
    ("when", "day", "free"),
    [
        (MORNING, 25, True),
        (PartDay(WINDOW.first, DayPart.WHOLE), 25, False),
        (SINCE, 25, True),
        (UNTIL, 31, True),
    ],
)
def test_what_has_no_hour_is_all_of_its_day_and_takes_nobody_s_time(when: Schedule, day: int, free: bool):  # noqa: FBT001
    (event,) = read(made(when=when))

    assert (event.dtstart.value, event.dtend.value - event.dtstart.value) == (
        date(2024, 5, day),
        timedelta(days=1),
    )
    assert ("transp" in event.contents) == free


def test_a_part_of_the_day_that_comes_again_is_on_all_its_days():
    (event,) = read(made(when=Recurring(may(20, 31), "FREQ=WEEKLY;BYDAY=SA", part=DayPart.MORNING)))

    assert event.dtstart.value == date(2024, 5, 25)
    assert event.transp.value == "TRANSPARENT"
