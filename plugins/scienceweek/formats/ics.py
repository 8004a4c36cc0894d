"""Occasions for calendars (iCalendar, RFC 5545)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import assert_never
from zoneinfo import ZoneInfo

from scienceweek.formats.content_lines import day as day_said
from scienceweek.formats.content_lines import line, moment, text, utc
from scienceweek.formats.occasions import Occasion
from scienceweek.model.days import end_day
from scienceweek.model.schedule import Days, DuringCampaign, OpenDays, PartDay, Recurring, Session

CHINA = ZoneInfo("Asia/Shanghai")
_HEAD = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//scienceweek//ZH\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
)
_DAILY = b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\nX-PUBLISHED-TTL:P1D\r\n"
# The cinnabar of the site: by its nearest name in CSS, and for Apple's calendar, which asks for the number.
_COLOUR = b"COLOR:firebrick\r\nX-APPLE-CALENDAR-COLOR:#B12A1A\r\n"
# Asia/Shanghai since 1992: eight hours ahead of UTC, without daylight saving.
_ZONE = (
    b"BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19920101T000000\r\nTZNAME:CST\r\n"
    b"TZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


def calendar(name: str, occasions: tuple[Occasion, ...], address: str = "", page: str = "") -> bytes:
    """A VCALENDAR called *name*, to be asked for again each day (RFC 7986); equal occasions make equal bytes.

    It lies at *address* and is about the same as *page*; both are absolute, or empty.
    """
    names = line("NAME", text(name)) + line("X-WR-CALNAME", text(name))
    source = line("SOURCE;VALUE=URI", address) if address else b""
    about = line("URL", page) if page else b""
    head = (_HEAD, names, source, about, _COLOUR, _DAILY, _ZONE)
    return b"".join((*head, *map(_event, occasions), b"END:VCALENDAR\r\n"))


@lru_cache(maxsize=4096)
def _event(occasion: Occasion) -> bytes:
    """Written once, however many calendars it stands in."""
    return b"".join((b"BEGIN:VEVENT\r\n", *_lines(occasion), b"END:VEVENT\r\n"))


def _lines(occasion: Occasion) -> Iterator[bytes]:
    modified, told = utc(occasion.modified.astimezone(UTC)), occasion.told
    yield line("SUMMARY", text(told.title))
    yield from _times(occasion)
    yield line("DTSTAMP", modified)
    yield line("UID", text(occasion.uid))
    yield line("SEQUENCE", str(occasion.sequence))
    yield from _recurrence(occasion)
    if told.text:
        yield line("DESCRIPTION", text(told.text))
    yield line("LAST-MODIFIED", modified)
    if told.place:
        yield line("LOCATION", text(told.place))
    yield line("STATUS", "CANCELLED" if occasion.off else "CONFIRMED")
    if occasion.free:
        yield line("TRANSP", "TRANSPARENT")
    if told.url:
        yield line("URL", told.url)
    if told.point:
        yield line("GEO", f"{told.point.lat};{told.point.lon}")
    if told.sorts:
        yield line("CATEGORIES", ",".join(map(text, told.sorts)))
    for contact in told.contacts:
        yield line("CONTACT", text(contact))
    if told.stream:
        yield line("CONFERENCE;VALUE=URI;FEATURE=VIDEO", told.stream)


def _times(occasion: Occasion) -> Iterator[bytes]:
    match occasion.when:
        case Session(day, start, end):
            return _hours(day, start, end)
        case PartDay(day) | OpenDays(day):
            return _days(day, day)
        case Days(first, last) | DuringCampaign(Days(first, last)):
            return _days(first, last)
        case Recurring(_, _, start, end):
            return _hours(occasion.start, start, end)
        case _:
            assert_never(occasion.when)


def _recurrence(occasion: Occasion) -> Iterator[bytes]:
    if not isinstance(occasion.when, Recurring):
        return
    span, rule, start, exceptions = (
        *(occasion.when.span, occasion.when.rule),
        *(occasion.when.start, occasion.when.exceptions),
    )
    end = datetime.combine(span.last, time(23, 59, 59), CHINA).astimezone(UTC)
    frequency, _, rest = rule.partition(";")
    until = f"UNTIL={day_said(span.last) if start is None else utc(end)}"
    yield line("RRULE", ";".join(filter(None, (frequency, until, rest))))
    for day in exceptions:
        yield _day("EXDATE", day) if start is None else _moment("EXDATE", datetime.combine(day, start))


def _days(first: date, last: date) -> Iterator[bytes]:
    yield _day("DTSTART", first)
    yield _day("DTEND", last + timedelta(days=1))


def _hours(day: date, start: time | None, end: time | None) -> Iterator[bytes]:
    """Without an end it ends when it begins (RFC 5545 §3.6.1): no client makes a day of it, and none is invented."""
    if start is None:
        yield from _days(day, day)
        return
    yield _moment("DTSTART", datetime.combine(day, start))
    if end is not None:
        yield _moment("DTEND", datetime.combine(end_day(day, start, end), end))


def _day(name: str, value: date) -> bytes:
    return line(f"{name};VALUE=DATE", day_said(value))


def _moment(name: str, value: datetime) -> bytes:
    """*value* on the clock of China."""
    return line(f"{name};TZID=Asia/Shanghai", moment(value))
