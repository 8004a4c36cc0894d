"""Between campaigns: what is announced for later, and what there was about this day in earlier years."""

from collections.abc import Iterator
from datetime import date, timedelta

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.schedule import Month
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.calendars.agenda import Agenda, Event, Undated, once
from scienceweek.views.parts import ticket
from scienceweek.views.words import dates, sessions

_LATER = 4
_EARLIER = 4
_AROUND = 3
"""Days before and after this one that are about this day."""


@frozen
class DatedLine:
    """An activity with its time in words. *day* (ISO 8601) is its first, empty where nobody knows it; *year* is that of what was."""

    path: str
    title: tuple[str, ...]
    when: str
    place: tuple[str, ...]
    day: str = ""
    year: str = ""


def later(agenda: Agenda, today: date) -> tuple[DatedLine, ...]:
    """What is announced for days after *today*, the next first; then what has a month and no day."""
    found: dict[str, DatedLine] = {}
    for day in (day for day in agenda.days if day > today):
        for event in _taking_place(agenda, day):
            if event.days.first == day:
                found.setdefault(event.activity.id, _line(event, day))
        if len(found) >= _LATER:
            break
    months = (month for month in agenda.months if month >= Month.of(today))
    for one in (one for month in months for one in agenda.undated_in[month]):
        if len(found) >= _LATER:
            break
        if not one.activity.off and one.activity.campaign.when.last >= today:
            found.setdefault(one.activity.id, _undated(one))
    return tuple(found.values())[:_LATER]


def this_day(agenda: Agenda, today: date) -> tuple[DatedLine, ...]:
    """What began about this day in earlier years, the latest year first; of each year the nearest."""
    known = frozenset(agenda.days)
    first = agenda.days[0].year if agenda.days else today.year
    found = (next(_begun(agenda, known, year, today), None) for year in range(today.year - 1, first - 1, -1))
    return tuple(line for line in found if line)[:_EARLIER]


def _begun(agenda: Agenda, known: frozenset[date], year: int, today: date) -> Iterator[DatedLine]:
    # Counted from a day that every year has: of 29 February the nearest is found too.
    same = date(year, today.month, 1) + timedelta(days=today.day - 1)
    for distance in sorted(range(-_AROUND, _AROUND + 1), key=abs):
        day = same + timedelta(days=distance)
        if day in known:
            for event in _taking_place(agenda, day):
                if event.days.first == day:
                    yield _line(event, day)


def _taking_place(agenda: Agenda, day: date) -> Iterator[Event]:
    return (event for event in once(agenda.events_on[day]) if not event.gone)


def _line(event: Event, day: date) -> DatedLine:
    activity = event.activity
    hour = dates.hours_on(day, event.times)
    return DatedLine(
        path=links.activity(activity),
        title=phrases(activity.title),
        when=" ".join(filter(None, (f"{dates.day(day)} {dates.weekday(day)}", hour))),
        place=phrases(ticket.place(activity)),
        day=day.isoformat(),
        year=str(day.year),
    )


def _undated(one: Undated) -> DatedLine:
    activity = one.activity
    return DatedLine(
        path=links.activity(activity),
        title=phrases(activity.title),
        when=sessions.when(activity),
        place=phrases(ticket.place(activity)),
    )
