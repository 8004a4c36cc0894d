"""A programme: day by day, what begins and what goes on, dates hanging in the margin."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.place import Opening
from scienceweek.model.schedule import Days
from scienceweek.views.pieces.lines import Line, line, lines, ordered
from scienceweek.views.wording import dates
from scienceweek.views.wording.occasions import days_of

NAMED = 6
"""How many of those that go on are named on each of their days."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day (ISO 8601) with what *starts* on it and what has been on since before (*still*).

    Of many that start the rest is *folded*; of many that go on only the first are named, *going* counts
    them all. *path* is the day's page; *said* is the date in words; *openings* counts the places that are open.
    """

    day: str
    path: str
    said: str
    month: str
    number: str
    week: str
    starts: tuple[Line, ...]
    still: tuple[Line, ...]
    openings: int
    folded: tuple[Line, ...] = ()
    going: int = 0


def programme(
    days: Iterable[date], activities: Iterable[Activity], openings: Iterable[Opening] = ()
) -> tuple[Day, ...]:
    """The programme of *days*, each with its activities by the hour; a day without any is there and empty."""
    runs = [(activity, days_of(activity)) for activity in ordered(activities)]
    doors = [spans for opening in openings if (spans := open_days(opening))]
    return tuple(_day(day, runs, doors) for day in days)


def open_days(opening: Opening) -> tuple[Days, ...]:
    """The spans of an opening period that are known to the day."""
    return tuple(
        Days(first, last)
        for when in opening.when
        if (first := dates.first(when)) and (last := dates.last(when))
    )


def _day(day: date, runs: list[tuple[Activity, tuple[Days, ...]]], doors: list[tuple[Days, ...]]) -> Day:
    on = [(activity, run) for activity, spans in runs for run in spans if day in run]
    starts = lines(activity for activity, run in on if run.first == day)
    still = [activity for activity, run in on if run.first < day]
    return Day(
        day=day.isoformat(),
        path=links.day(day),
        said=dates.day(day),
        month=f"{day.month}月",
        number=str(day.day),
        week=dates.weekday(day),
        starts=starts.shown,
        still=tuple(line(activity) for activity in still[:NAMED]),
        openings=sum(any(day in span for span in spans) for spans in doors),
        folded=starts.folded,
        going=len(still),
    )
