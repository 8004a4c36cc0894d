from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from samples import SATURDAYS, WINDOW, activity, campaign, may, session
from scienceweek.formats import ics, occasions
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import DuringCampaign, Month, Months, Unfixed, YearRound

CHINA = timezone(timedelta(hours=8))
LESS = replace(SATURDAYS, exceptions=(date(2024, 5, 18),))


def made(**changes: object) -> bytes:
    """The calendar of an activity."""
    one = activity(**changes)
    times = occasions.own(one)
    found = occasions.occasions(one, times, "kepu.example", "市主会场", "https://kepu.example/fish.html")
    return ics.calendar("科技活动周", found)


def subscribed(*, whole: bool = False, **changes: object) -> list:
    """Its events in a calendar of many activities."""
    one = activity(**changes)
    times = occasions.subscribed(one, whole=whole)
    found = occasions.occasions(one, times, "kepu.example", "市主会场", "")
    return read(ics.calendar("科技活动周", found))


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
        (Status.SCHEDULED, "CONFIRMED"),
        (Status.CANCELLED, "CANCELLED"),
        (Status.POSTPONED, "TENTATIVE"),
        (Status.MOVED_ONLINE, "CONFIRMED"),
    ],
)
def test_what_is_off_stays_and_says_so(status: Status, told: str):
    (event,) = read(made(change=Change(status)))

    assert event.status.value == told


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
    changes = {"when": DuringCampaign(WINDOW), "description": "科普展"}

    assert subscribed(**changes) == []
    (event,) = subscribed(whole=True, **changes)
    assert (event.dtstart.value, event.dtend.value) == (date(2024, 5, 25), date(2024, 6, 2))
    assert (event.transp.value, event.description.value) == (
        "TRANSPARENT",
        "具体日期通知未写明。\n科普展",
    )


@pytest.mark.parametrize(
    ("status", "told"), [(Status.CANCELLED, "CANCELLED"), (Status.POSTPONED, "TENTATIVE")]
)
def test_whoever_has_subscribed_sees_on_its_old_day_what_has_lost_it(status: Status, told: str):
    changes = {"when": Unfixed("另行通知"), "change": Change(status, "下雨", (may(24),))}

    assert read(made(**changes)) == []
    (event,) = subscribed(**changes)
    assert (event.dtstart.value, event.status.value) == (date(2024, 5, 24), told)


def test_what_has_a_new_day_is_on_that_day_only():
    (event,) = subscribed(when=may(28), change=Change(Status.RESCHEDULED, "", (may(24),)))

    assert event.dtstart.value == date(2024, 5, 28)


def test_a_calendar_has_a_name_and_is_asked_for_again_each_day():
    content = made().decode()

    assert "\r\nNAME:科技活动周\r\nX-WR-CALNAME:科技活动周\r\n" in content
    assert "\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\nX-PUBLISHED-TTL:P1D\r\n" in content
