"""A month as a list of days, for a phone: what begins, what goes on, and empty days on one line."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.schedule import Days, Month
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.calendars import entries
from scienceweek.views.calendars.agenda import Agenda, Event
from scienceweek.views.calendars.weeks import MonthEntry, crowded
from scienceweek.views.parts import ticket
from scienceweek.views.words import dates
from scienceweek.views.words.holidays import holiday

_SHOWN = 6
_STILL = 2


@frozen
class Start:
    """What begins on a day, with its *place*."""

    entry: MonthEntry
    place: tuple[str, ...]


@frozen
class Listed:
    """A day (ISO 8601) with what *starts*, how many *more* start, and what has been on since before; *off* was to be.

    Or several days on which nothing is: then *said* names them, *until* is the last, and there is neither day nor number.
    """

    said: str
    day: str = ""
    until: str = ""
    path: str = ""
    number: str = ""
    week: str = ""
    holiday: str = ""
    starts: tuple[Start, ...] = ()
    more: int = 0
    still: tuple[ticket.Link, ...] = ()
    number_still: int = 0
    doors: int = 0
    off: tuple[ticket.Link, ...] = ()


def month_days(month: Month, agenda: Agenda, *, district: bool) -> tuple[Listed, ...]:
    """The days of *month*."""
    return tuple(_listed(month, agenda, district=district))


def _listed(month: Month, agenda: Agenda, *, district: bool) -> Iterator[Listed]:
    def holds(day: date) -> bool:
        return day in agenda.events_on or day in agenda.doors_on

    for full, members in groupby(month.days, holds):
        if full:
            yield from (_day(day, agenda, district=district) for day in members)
        else:
            span = tuple(members)
            yield Listed(said=dates.days(Days(span[0], span[-1])), until=span[-1].isoformat())


def _day(day: date, agenda: Agenda, *, district: bool) -> Listed:
    on = sorted(agenda.events_on[day], key=entries.order)
    starting = crowded([event for event in on if event.days.first == day], _SHOWN)
    still = [event for event in on if event.days.first < day and not event.gone]
    off = [event for event in on if event.days.first < day and event.gone]
    kept = len(starting) if len(starting) <= _SHOWN + 1 else _SHOWN
    return Listed(
        said=dates.day(day),
        day=day.isoformat(),
        path=links.day(day),
        number=str(day.day),
        week=dates.weekday(day),
        holiday=holiday(day),
        starts=tuple(_start(event, district=district) for event in starting[:kept]),
        more=len(starting) - kept,
        still=tuple(map(_link, still[:_STILL])),
        number_still=len(still),
        doors=len({door.base.id for door in agenda.doors_on[day]}),
        off=tuple(map(_link, off)),
    )


def _link(event: Event) -> ticket.Link:
    return ticket.Link(event.activity.short_title or event.activity.title, links.activity(event.activity))


def _start(event: Event, *, district: bool) -> Start:
    return Start(entries.event_entry(event, district=district), phrases(ticket.place(event.activity)))
