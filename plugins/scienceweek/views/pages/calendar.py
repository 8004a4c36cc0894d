"""The front of the calendar between campaigns: what comes next, and every year by its months."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.schedule import Days, Month, YearRound
from scienceweek.views.calendars.agenda import Agenda
from scienceweek.views.calendars.around_today import DatedLine, later
from scienceweek.views.parts.page_head import Head
from scienceweek.views.words import dates

_YEAR = 12
_STEPS = (5, 50, 150, 450)
"""From so many activities a month is darker."""


@frozen
class YearMonth:
    """A month of a year, with the *word* for what it has: a number (*shape* heat-1 to heat-5), else 开放, 全年, 待定.

    Without a *path* there is nothing. *is_next*: it is the next that has something.
    """

    month: int
    path: str = ""
    word: str = ""
    shape: str = ""
    is_next: bool = False


@frozen
class CalendarYear:
    """A year, all twelve months of it."""

    year: str
    months: tuple[YearMonth, ...]


@frozen
class CalendarView:
    """The front of the calendar on a *day* (ISO 8601) from which on its month has nothing."""

    head: Head
    day: str
    said: str
    later: tuple[DatedLine, ...]
    years: tuple[CalendarYear, ...]


def calendar_page(agenda: Agenda, today: date) -> CalendarView:
    """The front of the calendar on the day of the build."""
    return CalendarView(
        head=Head(
            title="活动日历：接下来，和历年每个月",
            path=links.CALENDAR,
            description="接下来的科普活动，和历年每个月的活动数。",
            section=links.CALENDAR,
        ),
        day=today.isoformat(),
        said=f"{dates.day(today)} {dates.weekday(today)}",
        later=later(agenda, today),
        years=tuple(_years(agenda, today)),
    )


def _years(agenda: Agenda, today: date) -> Iterator[CalendarYear]:
    """The latest first; a year without anything is left out."""
    counts = _counts(agenda)
    following = next((month for month in agenda.months if Month.of(today) < month), None)
    for year, members in groupby(reversed(agenda.months), lambda one: one.year):
        known = {
            one.month: _month(one, len(counts[one]), agenda, today, is_next=one == following)
            for one in members
        }
        yield CalendarYear(str(year), tuple(known.get(at) or YearMonth(at) for at in range(1, _YEAR + 1)))


def _counts(agenda: Agenda) -> defaultdict[Month, set[str]]:
    """The ids of what takes place in each month."""
    found: defaultdict[Month, set[str]] = defaultdict(set)
    for event in agenda.events:
        if not event.gone:
            for month in _months_of(event.days):
                found[month].add(event.activity.id)
    return found


def _months_of(days: Days) -> Iterator[Month]:
    month, last = Month.of(days.first), Month.of(days.last)
    while month <= last:
        yield month
        month = Month(month.year + month.month // _YEAR, month.month % _YEAR + 1)


def _month(month: Month, number: int, agenda: Agenda, today: date, *, is_next: bool) -> YearMonth:
    path = links.month(month)
    if number:
        heat = 1 + sum(number >= step for step in _STEPS)
        return YearMonth(month.month, path, str(number), f"heat-{heat}", is_next)
    return YearMonth(month.month, path, *_unnumbered(month, agenda, today), is_next)


def _unnumbered(month: Month, agenda: Agenda, today: date) -> tuple[str, str]:
    if any(day in agenda.doors_on for day in month.days):
        return "开放", "doors"
    undated = agenda.undated_in[month]
    if undated and all(isinstance(one.when, YearRound) for one in undated):
        return "全年", "year"
    return ("待定", "unfixed") if Month.of(today) <= month else ("没写哪天", "untold")
