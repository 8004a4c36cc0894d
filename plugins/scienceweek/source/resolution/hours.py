"""Opening hours and closures of bases and venues."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from scienceweek.model.holidays import Holidays
from scienceweek.model.hours import Closure, Hours
from scienceweek.model.schedule import Days
from scienceweek.source.holidays import holidays
from scienceweek.source.notation import moments
from scienceweek.source.notation.characters import normalise
from scienceweek.source.notation.moments import MomentError
from scienceweek.source.notation.opening_hours import HoursError, opening_hours
from scienceweek.source.records.place import ClosureRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.registers import Registers

_OPEN_END = re.compile("(?:日?起|以后|开始)$|-$")
_FAR = date(9999, 12, 31)
_HOURS = re.compile("[0-9]:[0-9]|[0-9][时点]|[上下]午|晚上")
_HALF = "只闭半天或几个小时的，不写 closures；请在 hours（开放时间）里加一行，写那天开着的钟点，例如 2024年5月25日 9:00—12:00。"
_CLOSURES = (
    "可以写 2024-05-25、2024年6月8日—21日，或 2021年10月31日起。每周都闭馆的日子写进 hours（开放时间）。"
)


def hours(desk: Registers, entry: RecordEntry[Any], written: Sequence[str]) -> tuple[Hours, ...]:
    """The lines at ``hours`` of *entry*."""
    found: list[Hours] = []
    for number, text in enumerate(written):
        try:
            lines = opening_hours(text)
        except HoursError as error:
            desk.error(entry, str(error), "hours", number)
            continue
        if any(line in found for line in lines):
            desk.error(entry, "同样的开放时间写了两次。请只留一行。", "hours", number)
            continue
        found += lines
    return tuple(found)


def calendar(lines: Sequence[Hours]) -> Holidays:
    """The holidays, if one of *lines* goes by them."""
    return holidays() if any(line.when.by_holidays for line in lines) else Holidays()


def closures(
    desk: Registers, entry: RecordEntry[Any], written: Sequence[ClosureRecord]
) -> tuple[Closure, ...]:
    """The closures at ``closures`` of *entry*."""
    found = [_closure(desk, entry, one, number) for number, one in enumerate(written)]
    return tuple(one for one in found if one)


def _closure(desk: Registers, entry: RecordEntry[Any], written: ClosureRecord, number: int) -> Closure | None:
    path = ("closures", number)
    text = normalise(written.when)
    ends = not _OPEN_END.search(text)
    try:
        days = moments.days(text if ends else _OPEN_END.sub("日" if "月" in text else "", text), year=None)
    except MomentError as error:
        told = _HALF if _HOURS.search(text) else _CLOSURES
        desk.error(entry, f"{str(error).split('可以写')[0]}{told}", *path, "when")
        return None
    again = _reopened(written.until)
    if again and again <= days.last:
        desk.error(entry, f"恢复开放的日子（{again}）要在闭馆（{days.last}）以后。", *path, "until")
        return None
    if ends:
        return Closure(days, ends=True, reason=written.reason or "", until=written.until or "")
    last = again - timedelta(days=1) if again else _FAR
    return Closure(
        Days(days.first, last), ends=again is not None, reason=written.reason or "", until=written.until or ""
    )


def _reopened(text: str | None) -> date | None:
    """The day on which it opens again, if *text* is one."""
    if text is None:
        return None
    try:
        return moments.day(re.sub("(?:恢复|重新)?(?:开放|开馆)$", "", text), year=None)
    except MomentError:
        return None
