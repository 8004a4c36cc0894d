"""A month in weeks: what goes on for days as bars in lanes, what is on one day below them.

Nothing overlaps and nothing is lost: what a crowded day cannot hold is counted (*more*), and stands on the day's page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol, TypeVar

from scienceweek.frozen import frozen
from scienceweek.model.schedule import Days


class Ending(Protocol):
    """What may be *gone*: it was to be, and does not take place."""

    @property
    def gone(self) -> bool: ...


Thing = TypeVar("Thing", bound=Ending)
LANES = 8
"""Bars that one day may lie under."""
ITEMS = 6
"""Things of one day that its cell holds."""


@frozen
class Name:
    """A title in phrases, and the page that it leads to; *is_rest*: it stands for those that are not named (等10个)."""

    phrases: tuple[str, ...]
    path: str
    is_rest: bool = False


@frozen
class MonthEntry:
    """Something on known *days*. *shape* is window, activity or opening; *lead* is said before the names.

    *sub* and *note* (活动周之前) are small and follow, *until* says where it ends. *status* says what became of the plan;
    what is *gone* does not take place on these days; *state* is the status for the style (postponed, moved-online).
    """

    days: Days
    shape: str
    names: tuple[Name, ...]
    lead: str = ""
    time: str = ""
    sub: str = ""
    until: str = ""
    district: str = ""
    note: str = ""
    status: str = ""
    gone: bool = False
    state: str = ""

    @property
    def is_long(self) -> bool:
        """Whether it is drawn as a bar: what does not take place is no bar on its days, but a line on the first."""
        return self.days.first < self.days.last and not self.gone


@frozen
class Bar:
    """An entry within a week: *over* so many days from the *at*-th, in a *lane*; all three count from 1.

    It is torn where it comes from the week *before* or goes on in the week *after*.
    """

    entry: MonthEntry
    at: int
    over: int
    lane: int
    before: bool
    after: bool

    @property
    def end(self) -> int:
        """The last day of the week that it covers."""
        return self.at + self.over - 1


@frozen
class MonthCell:
    """A day: the *bars* that start on it in this week, its *items*, and how many *more* things there are.

    *under* counts the lanes down to its lowest bar.
    """

    day: date
    bars: tuple[Bar, ...] = ()
    items: tuple[MonthEntry, ...] = ()
    more: int = 0
    under: int = 0


@frozen
class Week:
    """Seven days from a Monday, with bars in so many *lanes*."""

    cells: tuple[MonthCell, ...]
    lanes: int

    @property
    def is_empty(self) -> bool:
        return not any(cell.items or cell.more or cell.under for cell in self.cells)


@dataclass(slots=True)
class _Plan:
    """The lanes of a week while they are filled; each holds the last day that is taken."""

    taken: list[int] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    left: list[Bar] = field(default_factory=list)


def whole_weeks(days: Days) -> Days:
    """*days* from a Monday to a Sunday."""
    first, last = days.first, days.last
    return Days(first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday()))


def weeks(
    days: Days, entries: Iterable[MonthEntry], lanes: int = LANES, items: int = ITEMS
) -> tuple[Week, ...]:
    """The weeks that hold *days*; entries of one day keep the order in which they are given.

    A bar keeps its place among those that come with it from the week before; of those that start
    on the same day the window of a campaign lies above, then the longer ones.
    """
    span = whole_weeks(days)
    known = [entry for entry in entries if entry.days.first <= span.last and span.first <= entry.days.last]
    long = sorted((entry for entry in known if entry.is_long), key=_rank)
    single: dict[date, list[MonthEntry]] = {}
    for entry in known:
        if not entry.is_long:
            single.setdefault(entry.days.first, []).append(entry)
    return tuple(_weeks(span, long, single, lanes, items))


def _rank(entry: MonthEntry) -> tuple[date, bool, int]:
    return entry.days.first, entry.shape != "window", -len(entry.days)


def _weeks(
    span: Days, long: list[MonthEntry], single: dict[date, list[MonthEntry]], lanes: int, items: int
) -> Iterator[Week]:
    going: list[MonthEntry] = []
    for number in range(0, len(span), 7):
        week = Days(span.first + timedelta(days=number), span.first + timedelta(days=number + 6))
        starting = [entry for entry in long if (entry.days.first in week if number else _begins(entry, week))]
        plan = _plan([*going, *starting], week, lanes)
        going = [bar.entry for bar in (*sorted(plan.bars, key=lambda bar: bar.lane), *plan.left) if bar.after]
        cells = (_cell(day, at, plan, single.get(day, []), items) for at, day in enumerate(week, 1))
        yield Week(tuple(cells), len(plan.taken))


def _begins(entry: MonthEntry, week: Days) -> bool:
    """Whether *entry* is there in the first week, perhaps since before it."""
    return entry.days.first <= week.last and week.first <= entry.days.last


def _plan(long: list[MonthEntry], week: Days, lanes: int) -> _Plan:
    """Each bar in the highest lane that is free. Taken by their first day, they need no more lanes than the fullest day."""
    plan = _Plan()
    for entry in long:
        first, last = max(entry.days.first, week.first), min(entry.days.last, week.last)
        at, over = (first - week.first).days + 1, (last - first).days + 1
        free = (number for number, end in enumerate(plan.taken) if end < at)
        lane = next(free, len(plan.taken))
        bar = Bar(entry, at, over, lane + 1, entry.days.first < week.first, week.last < entry.days.last)
        if lane == lanes:
            plan.left.append(bar)
            continue
        plan.taken[lane : lane + 1] = [bar.end]
        plan.bars.append(bar)
    return plan


def crowded(things: list[Thing], room: int) -> list[Thing]:
    """*things* in order; of a crowd that has no *room*, what does not take place fills no more than half of it."""
    off = [one for one in things if one.gone]
    if len(things) <= room + 1 or len(off) <= room // 2:
        return things
    return [*off[: room // 2], *(one for one in things if not one.gone), *off[room // 2 :]]


def _cell(day: date, at: int, plan: _Plan, single: list[MonthEntry], items: int) -> MonthCell:
    over = [bar for bar in plan.bars if bar.at <= at <= bar.end]
    left = sum(len(bar.entry.names) for bar in plan.left if bar.at <= at <= bar.end)
    single = crowded(single, items)
    # A line that hides a single thing is as long as the thing.
    kept = len(single) if not left and len(single) <= items + 1 else min(items, len(single))
    return MonthCell(
        day,
        bars=tuple(bar for bar in over if bar.at == at),
        items=tuple(single[:kept]),
        more=left + len(single) - kept,
        under=max((bar.lane for bar in over), default=0),
    )
