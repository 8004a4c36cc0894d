"""The days of the whole site, whoever holds what: what the front page of several campaigns, or of none, is made of."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.changes import gone
from scienceweek.model.days import begins_at
from scienceweek.model.district import District
from scienceweek.views.calendars.agenda import Agenda, Event, once
from scienceweek.views.calendars.heat import Heat, heat
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.day_facts import day_facts, where_words
from scienceweek.views.parts.hero import Today
from scienceweek.views.words import dates
from scienceweek.views.words.day_sentence import day_sentence

AT_ONCE = 8
"""Tickets that are seen at once; a script brings forward what begins next."""
_MOST = 24
_GONE = 2
_AHEAD = 2
"""Days that have their tickets: a site that was not built last night still opens with today's."""


@frozen
class DistrictTicket:
    """A ticket with the id of its *district*."""

    district: str
    card: ticket.Card


@frozen
class DayTickets:
    """Tickets of a day (ISO 8601) that has *number* activities: the first of each district, by the hour.

    *more* are folded away; *gone* is what does not take place.
    """

    day: str
    path: str
    said: str
    week: str
    number: int
    cards: tuple[DistrictTicket, ...]
    more: tuple[DistrictTicket, ...]
    gone: tuple[ticket.Card, ...]


@frozen
class DistrictChoice:
    """A district that one can choose, with the *number* of its activities on the first of the days."""

    id: str
    name: str
    path: str
    number: int


@frozen
class SiteDays:
    """*days* are the sums of the days of the grid; the first is that of the build. *choices* are the grid's districts."""

    days: tuple[Today, ...]
    tickets: tuple[DayTickets, ...]
    heat: Heat
    choices: tuple[DistrictChoice, ...]


def site_days(districts: Iterable[District], agenda: Agenda, privacy: Privacy) -> SiteDays:
    """The next days of *districts*, from that of *privacy* on."""
    grid = heat(districts, agenda, privacy.today)
    days = [date.fromisoformat(row.day) for table in grid.tables[:1] for row in table.rows]
    return SiteDays(
        days=tuple(_sums(day, agenda, privacy.today) for day in days),
        tickets=tuple(day_tickets(day, agenda, privacy) for day in days[:_AHEAD]),
        heat=grid,
        choices=tuple(_choices(grid)),
    )


def day_tickets(day: date, agenda: Agenda, privacy: Privacy, most: int = _MOST) -> DayTickets:
    """Tickets of *day*: first one of each district, so that none is left out because others have more."""
    events = list(once(agenda.events_on[day]))
    on = _by_district(sorted((one for one in events if not one.gone), key=_order))[:most]
    # Of what begins before the others a reader sees the first; the order is that of the day again.
    shown, more = sorted(on[:AT_ONCE], key=_order), sorted(on[AT_ONCE:], key=_order)
    return DayTickets(
        day=day.isoformat(),
        path=links.day(day),
        said=dates.day(day),
        week=dates.weekday(day),
        number=len({one.activity.id for one in events if not one.gone}),
        cards=tuple(_ticket(one, day, privacy) for one in shown),
        more=tuple(_ticket(one, day, privacy) for one in more),
        gone=tuple(_gone([one for one in events if one.gone][:_GONE], day, privacy)),
    )


def _order(event: Event) -> tuple[bool, time, date]:
    """What is only on this day before what lasts, by the hour; what has none comes last."""
    return len(event.days) > 1, begins_at(event.when) or time.max, event.days.last


def _by_district(events: list[Event]) -> list[Event]:
    """The first of each district in their order, then the others."""
    first: dict[str, Event] = {}
    for event in events:
        first.setdefault(event.activity.district.id, event)
    chosen = set(map(id, first.values()))
    return [*first.values(), *(event for event in events if id(event) not in chosen)]


def _ticket(event: Event, day: date, privacy: Privacy) -> DistrictTicket:
    # Sessions that differ stand apart, each with its own hours.
    held = replace(event.activity, when=event.times) if event.activity.sessions else event.activity
    made = replace(ticket.card_on(held, privacy, day), when=ticket.card(event.activity, privacy).when)
    return DistrictTicket(held.district.id, made)


def _gone(events: list[Event], day: date, privacy: Privacy) -> Iterator[ticket.Card]:
    for event in events:
        times = tuple(one for one in gone(event.activity) if day in one.days)
        if times:
            yield ticket.gone_card(times, privacy)


def _sums(day: date, agenda: Agenda, today: date) -> Today:
    events = list(once(agenda.events_on[day]))
    on = [one.activity for one in events if not one.gone]
    off = sum(1 for one in events if one.gone)
    doors = len({one.base.id for one in agenda.doors_on[day]})
    where = where_words(one.district for one in on)
    return Today(
        day=day.isoformat(),
        path=links.day(day),
        said=dates.day(day),
        number=str(day.day),
        line=f"{day.month}月 {dates.weekday(day)}",
        activities=len({one.id for one in on}),
        openings=doors,
        shown=day == today,
        gone=off,
        sentence=day_sentence(day, day_facts(day, on, where=where, off=off, doors=doors)),
    )


def _choices(grid: Heat) -> Iterator[DistrictChoice]:
    for table in grid.tables:
        for place, column in enumerate(table.columns):
            yield DistrictChoice(column.id, column.name, column.path, table.rows[0].cells[place].number)
