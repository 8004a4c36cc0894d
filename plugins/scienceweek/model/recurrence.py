"""Rules of recurrence (RFC 5545 §3.3.10), as far as the file format has them, and the days they fall on."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import assert_never

from scienceweek.frozen import frozen

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The names of the weekdays by their numbers: Monday is 0, and weeks begin with it."""


@frozen
class Daily:
    """Every *interval*-th day, counted from the first of the span."""

    interval: int = 1


@frozen
class Weekly:
    """On some *weekdays* of every *interval*-th week, counted from that of the first day."""

    weekdays: tuple[int, ...]
    interval: int = 1


@frozen
class NthWeekdays:
    """Some weekdays of every *interval*-th month: ``(1, 5)`` is its first Saturday, ``(-1, 4)`` its last Friday."""

    nth: tuple[tuple[int, int], ...]
    interval: int = 1


@frozen
class MonthDays:
    """Some *days* of every *interval*-th month; a month that lacks one has it not."""

    days: tuple[int, ...]
    interval: int = 1


Rule = Daily | Weekly | NthWeekdays | MonthDays
"""What comes again, in one of four shapes."""


@cache
def parsed(text: str) -> Rule:
    """The rule that an RRULE says, its parts in any order. Raises ValueError for what the format has not."""
    parts = dict(part.split("=", 1) for part in text.split(";"))
    interval = int(parts.pop("INTERVAL", "1"))
    match parts:
        case {"FREQ": "DAILY"} if len(parts) == 1:
            return Daily(interval)
        case {"FREQ": "WEEKLY", "BYDAY": days} if len(parts) == 2:  # noqa: PLR2004 - those two
            return Weekly(tuple(sorted({WEEKDAYS.index(day) for day in days.split(",")})), interval)
        case {"FREQ": "MONTHLY", "BYDAY": days} if len(parts) == 2:  # noqa: PLR2004
            nth = {(int(day[:-2]), WEEKDAYS.index(day[-2:])) for day in days.split(",")}
            return NthWeekdays(tuple(sorted(nth, key=lambda one: (one[0] < 0, *one))), interval)
        case {"FREQ": "MONTHLY", "BYMONTHDAY": days} if len(parts) == 2:  # noqa: PLR2004
            return MonthDays(tuple(sorted({int(day) for day in days.split(",")})), interval)
    raise ValueError(f"no rule of the format: {text}")


def written(rule: Rule) -> str:
    """The RRULE of *rule*, its parts and days in one order."""
    every = f";INTERVAL={rule.interval}" if rule.interval > 1 else ""
    match rule:
        case Daily():
            return f"FREQ=DAILY{every}"
        case Weekly(weekdays):
            return f"FREQ=WEEKLY{every};BYDAY={','.join(WEEKDAYS[day] for day in weekdays)}"
        case NthWeekdays(nth):
            days = ",".join(f"{number}{WEEKDAYS[day]}" for number, day in nth)
            return f"FREQ=MONTHLY{every};BYDAY={days}"
        case MonthDays(days_of_month):
            return f"FREQ=MONTHLY{every};BYMONTHDAY={','.join(map(str, days_of_month))}"
        case _:
            assert_never(rule)


def occurrences(rule: Rule, first: date, last: date) -> Iterator[date]:
    """The days of *rule* from *first* to *last*, in order; intervals count from *first*."""
    day = first
    while day <= last:
        if falls(rule, day, first):
            yield day
        if day == date.max:
            return
        day += timedelta(days=1)


def falls(rule: Rule, day: date, first: date) -> bool:
    """Whether *rule*, whose intervals count from *first*, has *day* among its days."""
    match rule:
        case Daily(interval):
            return (day - first).days % interval == 0
        case Weekly(weekdays, interval):
            return day.weekday() in weekdays and (_week(day) - _week(first)) % interval == 0
        case NthWeekdays(nth, interval):
            return _is_nth(nth, day) and (_month(day) - _month(first)) % interval == 0
        case MonthDays(days, interval):
            return day.day in days and (_month(day) - _month(first)) % interval == 0
        case _:
            assert_never(rule)


def _is_nth(nth: tuple[tuple[int, int], ...], day: date) -> bool:
    week = timedelta(days=7)
    is_last = day > date.max - week or (day + week).month != day.month
    weekday = day.weekday()
    return ((day.day + 6) // 7, weekday) in nth or (is_last and (-1, weekday) in nth)


def _week(day: date) -> int:
    """Counted from a Monday."""
    return (day.toordinal() - 1) // 7


def _month(day: date) -> int:
    return day.year * 12 + day.month
