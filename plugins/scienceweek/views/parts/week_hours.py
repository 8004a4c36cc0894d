"""The regular hours of a base or a venue: a table of the week, what differs from it, and when it is closed."""

from dataclasses import replace
from datetime import date, timedelta

from scienceweek.frozen import frozen
from scienceweek.model.hours import WEEK, Closure, Doors, Hours
from scienceweek.model.place import Base, Venue
from scienceweek.model.visit import State, Visit, door_rules
from scienceweek.views.words import dates

_MONDAY = date(2001, 1, 1)
"""Of any week: the lines that are asked have no season, and no holidays are known."""


@frozen
class WeekdayHours:
    """A weekday, by its *number* (Monday is 1); *hours* in words, with the last admission as a *note*."""

    number: int
    word: str
    hours: str
    note: str
    closed: bool


@frozen
class ClosedFor:
    """A closure in words, and its *first* and *last* days (ISO 8601; no last, where nobody knows it)."""

    when: str
    why: str
    first: str
    last: str


@frozen
class WeekHours:
    """*week* is empty where only seasons have hours; *others* are lines of seasons, holidays and single years."""

    week: tuple[WeekdayHours, ...]
    others: tuple[str, ...]
    closures: tuple[ClosedFor, ...]


def week_hours(place: Base | Venue) -> WeekHours:
    """The regular hours of *place*."""
    general = tuple(line for line in place.hours if _is_general(line))
    return WeekHours(
        week=tuple(_weekdays(place, general)) if general else (),
        others=tuple(dict.fromkeys(line.words for line in place.hours if not _is_general(line))),
        closures=tuple(map(closed_for, place.closures)),
    )


def closed_for(closure: Closure) -> ClosedFor:
    """A closure in words."""
    first, last = closure.days.first, closure.days.last
    when = dates.days_in_full(closure.days) if closure.ends else f"{dates.day_in_full(first)}起"
    return ClosedFor(
        when=when,
        why="，".join(filter(None, (closure.reason, closure.until))),
        first=first.isoformat(),
        last=last.isoformat() if closure.ends else "",
    )


def summary(place: Base | Venue) -> str:
    """Closures and hours in one line, as the record has them; empty if it has none."""
    closed = (
        f"{one.when}闭馆" + (f"（{one.why}）" if one.why else "") for one in map(closed_for, place.closures)
    )
    return "；".join((*closed, *dict.fromkeys(line.words for line in place.hours)))


def doors_words(doors: tuple[Doors, ...]) -> str:
    """9:00—11:30，14:00—17:00; 9:00起, where nobody knows when it closes."""
    return "，".join(
        dates.hours(one.start, one.end) if one.end else f"{dates.clock(one.start)}起" for one in doors
    )


def last_words(doors: tuple[Doors, ...]) -> str:
    """16:30停止入馆; nothing, where nobody has said it."""
    return "，".join(f"{dates.clock(one.last)}停止入馆" for one in doors if one.last)


def _is_general(line: Hours) -> bool:
    return line.when.season is None and bool(line.when.weekdays)


def _weekdays(place: Base | Venue, lines: tuple[Hours, ...]) -> list[WeekdayHours]:
    bare = replace(place, hours=lines, closures=())
    known = door_rules(replace(bare, openings=()) if isinstance(bare, Base) else bare)
    known = replace(known, holidays=type(known.holidays)())
    return [_weekday(number, known.on(_MONDAY + timedelta(days=number))) for number in WEEK]


def _weekday(number: int, visit: Visit) -> WeekdayHours:
    is_open = visit.state is State.OPEN
    return WeekdayHours(
        number=number + 1,
        word=dates.weekday(_MONDAY + timedelta(days=number)),
        hours=(doors_words(visit.doors) or "开放，几点未写明") if is_open else "闭馆",
        note=last_words(visit.doors),
        closed=not is_open,
    )
