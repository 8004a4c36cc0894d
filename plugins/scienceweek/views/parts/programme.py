"""A programme: day by day, what begins and what goes on, dates hanging in the margin."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.catalogue import Opened
from scienceweek.model.changes import Gone, gone_by_day
from scienceweek.model.days import days_of, starts_on
from scienceweek.model.schedule import Days
from scienceweek.model.visit import special_days
from scienceweek.views.parts.lines import ActivityLine, gone_line, line, lines, ordered
from scienceweek.views.words import dates

EMPTY = 3
"""Days in a row with nothing on them that are one line."""

FEW = 6
"""Lines of a day where there are too many activities for a page."""

NAMED = 6
"""How many of those that go on are named on each of their days."""


@frozen
class ProgrammeDay:
    """A day (ISO 8601) with what *starts* on it and what has been on since before (*still*).

    Of many that start the rest is *folded*; of many that go on only the first are named, *going* counts
    them all. *rest* of those that start stand only on the day's page, *path*; *said* is the date in words; *openings* counts the places that are open.
    *gone* was to begin on it, and *gone_on* to go on, and does not. Several days in a row with nothing on them are one, *until* the last.
    """

    day: str
    path: str
    said: str
    month: str
    number: str
    week: str
    starts: tuple[ActivityLine, ...]
    still: tuple[ActivityLine, ...]
    openings: int
    folded: tuple[ActivityLine, ...] = ()
    going: int = 0
    gone: tuple[ActivityLine, ...] = ()
    gone_on: tuple[ActivityLine, ...] = ()
    until: str = ""
    rest: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.starts or self.still or self.openings or self.gone or self.gone_on)


def cut(days: Iterable[ProgrammeDay]) -> tuple[ProgrammeDay, ...]:
    """*days* with the first of what starts on each: the rest stands on the page of the day."""
    return tuple(
        replace(
            day,
            starts=day.starts[:FEW],
            folded=(),
            rest=len(day.starts[FEW:]) + len(day.folded),
        )
        for day in days
    )


def programme(
    days: Iterable[date], activities: Iterable[Activity], opened: Iterable[Opened] = ()
) -> tuple[ProgrammeDay, ...]:
    """The programme of *days*, each with its activities by the hour; a day without any is there and empty.

    *opened* are bases with their opening periods.
    """
    listed = sorted(days)
    starts, still = defaultdict[date, list[Activity]](list), defaultdict[date, list[Activity]](list)
    known = ordered(activities)
    off = gone_by_day(known)
    for activity in known:
        for run in days_of(activity):
            for day in _listed(run, listed):
                (starts if starts_on(activity.when, day) else still)[day].append(activity)
    doors = Counter(day for one in opened for run in special_days(*one) for day in _listed(run, listed))
    made = (
        replace(
            _day(day, starts[day], still[day], doors[day]),
            gone=tuple(gone_line(times) for times in off.get(day, ()) if _begins(times, day)),
            gone_on=tuple(gone_line(times) for times in off.get(day, ()) if not _begins(times, day)),
        )
        for day in listed
    )
    return tuple(_folded(made))


def _folded(days: Iterable[ProgrammeDay]) -> Iterator[ProgrammeDay]:
    """*days*, but what is empty for long as one: a month of science with one day of activities is not thirty lines."""
    for is_empty, members in groupby(days, lambda day: day.is_empty):
        found = list(members)
        if not is_empty or len(found) < EMPTY or not _in_a_row(found):
            yield from found
            continue
        first, last = found[0], date.fromisoformat(found[-1].day)
        span = Days(date.fromisoformat(first.day), last)
        yield replace(first, said=dates.days(span), until=f"至{dates.day(last)}")


def _in_a_row(days: list[ProgrammeDay]) -> bool:
    return (date.fromisoformat(days[-1].day) - date.fromisoformat(days[0].day)).days == len(days) - 1


def _begins(times: tuple[Gone, ...], day: date) -> bool:
    return any(one.days.first == day for one in times)


def _listed(run: Days, days: list[date]) -> list[date]:
    return days[bisect_left(days, run.first) : bisect_right(days, run.last)]


def _day(day: date, starts: list[Activity], still: list[Activity], openings: int) -> ProgrammeDay:
    begun = lines(starts, day=day)
    return ProgrammeDay(
        day=day.isoformat(),
        path=links.day(day),
        said=dates.day(day),
        month=f"{day.month}月",
        number=str(day.day),
        week=dates.weekday(day),
        starts=begun.shown,
        still=tuple(line(activity) for activity in still[:NAMED]),
        openings=openings,
        folded=begun.folded,
        going=len(still),
    )
