"""Activities for calendars (iCalendar, RFC 5545). Only what falls on days is a VEVENT: no day is ever invented."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vRecur

from scienceweek.model.activity import Activity, Status
from scienceweek.model.schedule import Dated, Days, Recurring, Session

CHINA = ZoneInfo("Asia/Shanghai")

_STATUS = {
    Status.SCHEDULED: "CONFIRMED",
    Status.POSTPONED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
    Status.RESCHEDULED: "CONFIRMED",
    Status.MOVED_ONLINE: "CONFIRMED",
}


@dataclass(frozen=True, slots=True)
class Occasion:
    """One VEVENT. *start* is the first of the days of a recurrence; *stamp* when the record last changed."""

    uid: str
    title: str
    when: Dated
    start: date
    place: str
    text: str
    url: str
    status: str
    sequence: int
    stamp: date


def occasions(
    activity: Activity, domain: str, place: str, url: str, first: Callable[[Recurring], date]
) -> tuple[Occasion, ...]:
    """The times of *activity* that fall on days; the UID is ``<id>@domain``, of a second time ``<id>-2@domain``.

    *place* is where it happens, in words; *url* its page, or empty; *first* finds the first day of
    what comes again.
    """
    return tuple(
        Occasion(
            uid=f"{activity.id}{f'-{number}' if number > 1 else ''}@{domain}",
            title=" ".join(filter(None, (activity.title, activity.subtitle))),
            when=when,
            start=first(when) if isinstance(when, Recurring) else when.first,
            place=place,
            text=activity.description,
            url=url,
            status=_STATUS[activity.change.status],
            sequence=activity.sequence,
            stamp=_stamp(activity),
        )
        for number, when in enumerate(activity.when, 1)
        if isinstance(when, Dated)
    )


def _stamp(activity: Activity) -> date:
    """Never the clock: the same facts make the same bytes."""
    campaign = activity.campaign
    return activity.updated or campaign.notice.issued or campaign.when.first


def calendar(name: str, occasions: tuple[Occasion, ...]) -> bytes:
    """A VCALENDAR called *name*; equal occasions make equal bytes."""
    shell = Calendar()
    shell.add("version", "2.0")
    shell.add("prodid", "-//scienceweek//ZH")
    shell.add("calscale", "GREGORIAN")
    shell.add("method", "PUBLISH")
    shell.add("x-wr-calname", name)
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
    stamp = datetime.combine(occasion.stamp, time.min, UTC)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", occasion.sequence)
    event.add("status", occasion.status)
    event.add("summary", _text(occasion.title))
    for name, value in (("location", occasion.place), ("description", occasion.text)):
        if value:
            event.add(name, _text(value))
    if occasion.url:
        event.add("url", occasion.url)
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
        case Days(first, last):
            event.add("dtstart", first)
            event.add("dtend", last + timedelta(days=1))
        case Recurring(span, rule, start, end, exceptions):
            _add_hours(event, occasion.start, start, end)
            limit = datetime.combine(span.last, time.max, CHINA).astimezone(UTC).replace(microsecond=0)
            event.add("rrule", vRecur.from_ical(rule) | {"UNTIL": [limit if start else span.last]})
            for day in exceptions:
                event.add("exdate", datetime.combine(day, start, CHINA) if start else day)


def _add_hours(event: Event, day: date, start: time | None, end: time | None) -> None:
    if start is None:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        return
    event.add("dtstart", datetime.combine(day, start, CHINA))
    if end:
        event.add("dtend", datetime.combine(day, end, CHINA))
