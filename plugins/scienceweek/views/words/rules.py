"""Rules of recurrence (RFC 5545 §3.3.10) in Chinese words."""

from functools import cache
from typing import assert_never

from scienceweek.model.recurrence import Daily, MonthDays, NthWeekdays, Weekly, parsed

_WEEKDAYS = "一二三四五六日"
_RUN = 3  # weekdays in a row; fewer are named one by one
_NUMBERS = "零一二三四五"


@cache
def words(rule: str) -> str:
    """每周六 · 每周二至周五 · 每2周的周六 · 每天 · 每月第一个周六 · 每月15日"""
    match parsed(rule):
        case Daily(interval):
            return "每天" if interval == 1 else f"每{interval}天"
        case Weekly(weekdays, interval):
            return f"每{_weekdays(weekdays)}" if interval == 1 else f"每{interval}周的{_weekdays(weekdays)}"
        case NthWeekdays(nth, interval):
            return _monthly(interval) + "、".join(_nth(number, day) for number, day in nth)
        case MonthDays(days, interval):
            return f"{_monthly(interval)}{'、'.join(map(str, days))}日"
        case never:
            assert_never(never)


def _monthly(interval: int) -> str:
    return "每月" if interval == 1 else f"每{interval}个月的"


def _weekdays(days: tuple[int, ...]) -> str:
    """周六 · 周二至周五 · 周二、周四; a run of three or more is written with its ends."""
    if len(days) >= _RUN and days == tuple(range(days[0], days[0] + len(days))):
        return f"周{_WEEKDAYS[days[0]]}至周{_WEEKDAYS[days[-1]]}"
    return "、".join(f"周{_WEEKDAYS[day]}" for day in days)


def _nth(number: int, day: int) -> str:
    which = "最后一个" if number < 0 else f"第{_NUMBERS[number]}个"
    return f"{which}周{_WEEKDAYS[day]}"
