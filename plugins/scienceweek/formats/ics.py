"""Occasions for calendars (iCalendar, RFC 5545)."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import assert_never
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vRecur, vText

from scienceweek.formats.occasions import Occasion
from scienceweek.model.days import end_day
from scienceweek.model.schedule import Days, DuringCampaign, OpenDays, PartDay, Recurring, Session

CHINA = ZoneInfo("Asia/Shanghai")


def calendar(name: str, occasions: tuple[Occasion, ...]) -> bytes:
    """A VCALENDAR called *name*, to be asked for again each day (RFC 7986); equal occasions make equal bytes."""
    shell = Calendar()
    shell.add("version", "2.0")
    shell.add("prodid", "-//scienceweek//ZH")
    shell.add("calscale", "GREGORIAN")
    shell.add("method", "PUBLISH")
    # As TEXT: what icalendar does not know it would write as it is.
    shell.add("name", vText(_text(name)))
    shell.add("x-wr-calname", vText(_text(name)))
    shell.add("refresh-interval", timedelta(days=1), {"VALUE": "DURATION"})
    shell.add("x-published-ttl", "P1D")
    whole: bytes = shell.to_ical()
    end = b"END:VCALENDAR\r\n"
    return whole.removesuffix(end) + _zone() + b"".join(map(_event, occasions)) + end


@cache
def _zone() -> bytes:
    """Asia/Shanghai since 1992: eight hours ahead of UTC, without daylight saving."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1992, 1, 1))  # noqa: DTZ001 - local time, as RFC 5545 §3.6.5 asks
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    standard.add("tzname", "CST")
    zone = Timezone()
    zone.add("tzid", "Asia/Shanghai")
    zone.add_component(standard)
    content: bytes = zone.to_ical()
    return content


@cache
def _event(occasion: Occasion) -> bytes:
    """Serialised once, however many calendars it stands in."""
    event = Event()
    event.add("uid", occasion.uid)
    modified = occasion.modified.astimezone(UTC)
    event.add("dtstamp", modified)
    event.add("last-modified", modified)
    event.add("sequence", occasion.sequence)
    event.add("status", "CANCELLED" if occasion.off else "CONFIRMED")
    told = occasion.told
    event.add("summary", _text(told.title))
    for name, value in (("location", told.place), ("description", told.text)):
        if value:
            event.add(name, _text(value))
    if told.url:
        event.add("url", told.url)
    if occasion.free:
        event.add("transp", "TRANSPARENT")
    _add_times(event, occasion)
    content: bytes = event.to_ical()
    return content


def _text(value: str) -> str:
    """*value* without what TEXT cannot hold (RFC 5545 §3.3.11): control characters but the line end."""
    return "".join(sign for sign in value if sign == "\n" or (sign >= " " and sign != "\x7f"))


def _add_times(event: Event, occasion: Occasion) -> None:
    match occasion.when:
        case Session(day, start, end):
            _add_hours(event, day, start, end)
        case PartDay(day) | OpenDays(day):
            _add_days(event, day, day)
        case Days(first, last):
            _add_days(event, first, last)
        case DuringCampaign(Days(first, last)):
            _add_days(event, first, last)
        case Recurring(span, rule, start, end, exceptions):
            _add_hours(event, occasion.start, start, end)
            limit = datetime.combine(span.last, time.max, CHINA).astimezone(UTC).replace(microsecond=0)
            event.add(
                "rrule", vRecur.from_ical(rule) | {"UNTIL": [limit if start is not None else span.last]}
            )
            for day in exceptions:
                event.add("exdate", datetime.combine(day, start, CHINA) if start is not None else day)
        case _:
            assert_never(occasion.when)


def _add_days(event: Event, first: date, last: date) -> None:
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))


def _add_hours(event: Event, day: date, start: time | None, end: time | None) -> None:
    """Without an end it ends when it begins (RFC 5545 §3.6.1): no client makes a day of it, and none is invented."""
    if start is None:
        _add_days(event, day, day)
        return
    event.add("dtstart", datetime.combine(day, start, CHINA))
    if end is not None:
        event.add("dtend", datetime.combine(end_day(day, start, end), end, CHINA))
