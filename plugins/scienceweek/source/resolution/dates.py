"""Dates and times of records, read in the light of their campaign."""

import re
from contextlib import suppress
from datetime import date, time
from functools import cache
from typing import Any

from scienceweek.model.schedule import Days, Recurring, Schedule, Session, Unfixed
from scienceweek.source import moments
from scienceweek.source.moments import MomentError
from scienceweek.source.problems import quoted
from scienceweek.source.reading import Entry
from scienceweek.source.records.moment import Moments, RecurringRecord, UnfixedRecord
from scienceweek.source.resolution.desk import Desk

_WEEKDAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
_RULE = re.compile(
    "FREQ=(?:DAILY"
    f"|WEEKLY;BYDAY={_WEEKDAY}(?:,{_WEEKDAY})*"
    f"|MONTHLY;BYDAY=(?:[1-5]|-1){_WEEKDAY}"
    "|MONTHLY;BYMONTHDAY=(?:[1-9]|[12][0-9]|3[01])(?:,(?:[1-9]|[12][0-9]|3[01]))*"
    ")(?:;INTERVAL=[1-9][0-9]?)?"
)
_RULES = (
    "可以写 FREQ=WEEKLY;BYDAY=SA、FREQ=DAILY、FREQ=MONTHLY;BYDAY=1SA 或 FREQ=WEEKLY;BYDAY=SA;INTERVAL=2。"
)

_schedules = cache(moments.schedules)


def schedules(
    desk: Desk, entry: Entry[Any], written: Moments, window: Days, *path: str | int
) -> tuple[Schedule, ...]:
    """What *written* at *path* of *entry* says, with the year of *window*."""
    found: list[Schedule] = []
    for number, one in enumerate(written):
        try:
            match one:
                case UnfixedRecord():
                    found.append(Unfixed(one.unfixed))
                case RecurringRecord():
                    found.append(_recurring(one, window))
                case str():
                    found += _schedules(one, window=window, year=None)
        except MomentError as error:
            desk.error(entry, str(error), *path, number)
    return tuple(found)


def day(
    desk: Desk, entry: Entry[Any], written: str | None, year: int | None, *path: str | int
) -> date | None:
    """The day at *path*; without *year* it must say its own."""
    if written is None:
        return None
    try:
        return moments.day(written, year=year)
    except MomentError as error:
        desk.error(entry, str(error), *path)
        return None


def days(desk: Desk, entry: Entry[Any], written: str, year: int | None, *path: str | int) -> Days | None:
    try:
        return moments.days(written, year=year)
    except MomentError as error:
        desk.error(entry, str(error), *path)
        return None


def named_year(*names: str) -> Days | None:
    """The year in the first of *names* that has one (``2024-yubei``): what dates are read with while nothing else is known."""
    found = next(
        (match for name in names if (match := re.search("(?<![0-9])20[0-9]{2}(?![0-9])", name))), None
    )
    return Days(date(int(found[0]), 1, 1), date(int(found[0]), 12, 31)) if found else None


def _recurring(written: RecurringRecord, window: Days) -> Recurring:
    rule = written.rule.upper().removeprefix("RRULE:").replace(" ", "")
    if not _RULE.fullmatch(rule):
        raise MomentError(f"看不懂{quoted(written.rule)}这个规律。{_RULES}")
    year = window.first.year
    span = moments.days(written.span, year=year)
    start, end = _time(written.start, span), _time(written.end, span)
    if end and not start:
        raise MomentError("写了结束的钟点（end），没有写开始的钟点（start）。")
    if start and end and end <= start:
        raise MomentError(f"结束（{end:%H:%M}）不晚于开始（{start:%H:%M}）。")
    exceptions = sorted({moments.day(text, year=year) for text in written.exceptions})
    if wrong := [day for day in exceptions if day not in span]:
        raise MomentError(f"除外的 {wrong[0]} 不在 {span.first} 到 {span.last} 之间。")
    return Recurring(span, rule, start, end, tuple(exceptions))


def _time(written: str | None, span: Days) -> time | None:
    if written is None:
        return None
    with suppress(MomentError):
        match moments.schedule(f"{span.first} {written}", window=None, year=None):
            case Session(_, start, None):
                return start
    raise MomentError(f"看不懂{quoted(written)}这个钟点。可以写 9:00。")
