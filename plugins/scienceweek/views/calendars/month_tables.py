"""A small month: a table of days with the number of activities on each, for a district's page."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.changes import days_gone
from scienceweek.model.days import days_of
from scienceweek.model.schedule import Days, Month
from scienceweek.views.words import dates


@dataclass(frozen=True, slots=True)
class SmallMonthCell:
    """A day of the month; without a *path* nothing is known of it. An empty *number* stands before the 1st.

    *gone* counts what was to be on it and is not.
    """

    day: str = ""
    number: str = ""
    path: str = ""
    count: int = 0
    label: str = ""
    window: bool = False
    gone: int = 0


@dataclass(frozen=True, slots=True)
class MonthTable:
    """A month; *path* leads to its own page."""

    word: str
    path: str
    number: int
    weeks: tuple[tuple[SmallMonthCell, ...], ...]


def month_tables(
    activities: Iterable[Activity], windows: tuple[Days, ...], most: int = 3
) -> tuple[MonthTable, ...]:
    """The latest *most* months in which something has a day, in order; *windows* are those of the campaigns."""
    counts, off = Counter[date](), Counter[date]()
    for activity in activities:
        counts.update({day for days in days_of(activity) for day in days})
        off.update({day for days in days_gone(activity) for day in days})
    months = sorted({Month.of(day) for day in (*counts, *off)})[-most:]
    return tuple(_table(month, counts, off, windows) for month in months)


def _table(month: Month, counts: Counter[date], off: Counter[date], windows: tuple[Days, ...]) -> MonthTable:
    days = month.days
    blank = days.first.weekday()
    cells = [SmallMonthCell()] * blank + [_cell(day, counts[day], off[day], windows) for day in days]
    cells += [SmallMonthCell()] * (-len(cells) % 7)
    return MonthTable(
        word=dates.month(month),
        path=links.month(month),
        number=sum(1 for day in days if counts[day]),
        weeks=tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7)),
    )


def _cell(day: date, count: int, off: int, windows: tuple[Days, ...]) -> SmallMonthCell:
    window = any(day in window for window in windows)
    return SmallMonthCell(
        day=day.isoformat(),
        number=str(day.day),
        path=links.day(day) if count or off or window else "",
        count=count,
        label=(f"{dates.day(day)}，{count}场活动" if count else f"{dates.day(day)}，没有排定的活动")
        + (f"，{off}场不办了" if off else ""),
        window=window,
        gone=off,
    )
