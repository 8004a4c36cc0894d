"""Times as one would write them: what reads them must give the same again."""

from datetime import time
from typing import assert_never

from scienceweek.model.days import is_night, note_of
from scienceweek.model.recurrence import Daily, MonthDays, NthWeekdays, Weekly, parsed
from scienceweek.model.schedule import (
    Days,
    DuringCampaign,
    Months,
    OpenDays,
    PartDay,
    Recurring,
    Schedule,
    Session,
    Unfixed,
    YearRound,
)

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


def written(schedule: Schedule) -> str:
    """The shortest notation of *schedule*.

    Words that are Unfixed are given as they are: outside the grammar they need ``{unfixed: …}``.
    Raises ValueError for an RRULE that the grammar has no words for.
    """
    note = note_of(schedule)
    return f"{_written(schedule)}（{note}）" if note else _written(schedule)


def _written(schedule: Schedule) -> str:
    match schedule:
        case PartDay(on, part):
            return f"{on} {part}"
        case OpenDays(on, begins):
            return f"{on}/.." if begins else f"../{on}"
        case Session(on, start, end):
            midnight = "凌晨" if end is None and start == time() else ""
            return f"{on} {midnight}{_clock(start, end)}"
        case Months(first, words=str(words)) if words:
            return f"{first.year}年{words}"
        case Days(first, last) | Months(first, last):
            return f"{first}" if first == last else f"{first}/{last}"
        case DuringCampaign():
            return "活动期间"
        case YearRound(year, words):
            return words or f"{year}"
        case Recurring(span, rule, start, end, exceptions, part):
            hours = f" {part or ''}".rstrip() if start is None else f" {_clock(start, end)}"
            less = f"({'、'.join(map(str, exceptions))}除外)" if exceptions else ""
            return f"{written(span)} {rule_words(rule)}{hours}{less}"
        case Unfixed(said):
            return said
        case _:
            assert_never(schedule)


def _clock(start: time, end: time | None) -> str:
    if end is None:
        return f"{start:%H:%M}"
    if not is_night(start, end):
        return f"{start:%H:%M}/{end:%H:%M}"
    return f"{start:%H:%M}/{'24:00' if end == time() else f'次日{end:%H:%M}'}"


def rule_words(rule: str) -> str:
    """The words of *rule*, if there are some. Raises ValueError."""
    match parsed(rule):
        case Daily(interval):
            return "每天" if interval == 1 else f"每{interval}天"
        case Weekly(weekdays, interval):
            days = "、".join(WEEKDAYS[day] for day in weekdays)
            return f"每{days}" if interval == 1 else f"每{interval}周的{days}"
        case NthWeekdays(((number, day),), 1):
            nth = "最后一" if number < 0 else f"第{'一二三四五'[number - 1]}"
            return f"每月{nth}个{WEEKDAYS[day]}"
        case MonthDays(days_of_month, 1):
            return "每月" + "、".join(f"{day}日" for day in days_of_month)
    raise ValueError(f"no words for the rule {rule}")
