"""Dates and times of records, read in the light of their campaign."""

import re
from datetime import date
from functools import lru_cache
from typing import Any, assert_never

from scienceweek.model.days import extent
from scienceweek.model.schedule import Days, Recurring, Schedule, Unfixed
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.notation import moments, recurrence
from scienceweek.source.notation.almanac import Impossible
from scienceweek.source.notation.forms import checked
from scienceweek.source.notation.moments import MomentError
from scienceweek.source.records.moment import Moments, RecurringRecord, UnfixedRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.registers import Registers

_RULES = (
    "可以写 FREQ=WEEKLY;BYDAY=SA、FREQ=DAILY、FREQ=MONTHLY;BYDAY=1SA 或 FREQ=WEEKLY;INTERVAL=2;BYDAY=SA。"
)
_LONGEST = 400
"""Days from the first to the last of anything: a year with its margins. More is a slip, and each day is a page."""

_schedules = lru_cache(maxsize=10_000)(moments.schedules)


def schedules(
    desk: Registers, entry: RecordEntry[Any], written: Moments, window: Days, *path: str | int
) -> tuple[Schedule, ...]:
    """What *written* at *path* of *entry* says, with the year of *window*."""
    found: list[Schedule] = []
    for number, one in enumerate(written):
        known = len(found)
        try:
            match one:
                case UnfixedRecord():
                    found.append(Unfixed(one.unfixed))
                case RecurringRecord():
                    found.append(_recurring(one, window))
                case str():
                    found += _schedules(one, window=window, year=None)
                case _:
                    assert_never(one)
            for place, when in enumerate(found[known:], known):
                _bounded(when)
                if when in found[:place]:
                    raise MomentError("同一个时间写了两次，会当作两场。请只留一个。")
        except MomentError as error:
            del found[known:]
            desk.error(entry, str(error), *path, number)
    return tuple(found)


def day(
    desk: Registers, entry: RecordEntry[Any], written: str | None, year: int | None, *path: str | int
) -> date | None:
    """The day at *path*; without *year* it must say its own."""
    if written is None:
        return None
    try:
        return moments.day(written, year=year)
    except MomentError as error:
        desk.error(entry, str(error), *path)
        return None


def days(
    desk: Registers, entry: RecordEntry[Any], written: str, year: int | None, *path: str | int
) -> Days | None:
    try:
        found = moments.days(written, year=year)
        _bounded(found)
    except MomentError as error:
        desk.error(entry, str(error), *path)
        return None
    return found


def _bounded(when: Schedule) -> None:
    """Nothing lasts for years. Raises MomentError."""
    known = when.span if isinstance(when, Recurring) else extent(when)
    if known and len(known) > _LONGEST:
        raise MomentError(
            f"从 {known.first} 到 {known.last} 有 {len(known)} 天，最长 {_LONGEST} 天。是不是写错了年份？真的有这么久的，请一年一年分开写。"
        )


def named_year(*names: str) -> Days | None:
    """The year in the first of *names* that has one (``2024-yubei``): what dates are read with while nothing else is known."""
    found = next(
        (match for name in names if (match := re.search("(?<![0-9])20[0-9]{2}(?![0-9])", name))), None
    )
    return Days(date(int(found[0]), 1, 1), date(int(found[0]), 12, 31)) if found else None


def _recurring(written: RecurringRecord, window: Days) -> Recurring:
    try:
        rule = recurrence.rrule(written.rule)
    except Impossible as reason:
        why = f"：{reason}" if str(reason) else ""
        raise MomentError(f"看不懂{quoted(written.rule)}这个规律{why}。{_RULES}") from None
    year = window.first.year
    span = moments.days(written.span, year=year)
    _bounded(span)
    if written.end and not written.start:
        raise MomentError("写了结束的钟点（end），没有写开始的钟点（start）。")
    start, end = moments.hours(written.start, written.end) if written.start else (None, None)
    exceptions = sorted({moments.day(text, year=year) for text in written.exceptions})
    if wrong := [day for day in exceptions if day not in span]:
        raise MomentError(f"除外的 {wrong[0]} 不在 {span.first} 到 {span.last} 之间。")
    try:
        return checked(Recurring(span, rule, start, end, tuple(exceptions)))
    except Impossible as reason:
        raise MomentError(
            f"{quoted(written.rule)}这个规律，{reason}。请核对 rule（规律）、span（起止）和 except（除外）。"
        ) from None
