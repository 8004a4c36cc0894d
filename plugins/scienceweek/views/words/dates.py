"""Dates, times and schedules in Chinese words (GB/T 7408.1, GB/T 15835)."""

from collections.abc import Iterable
from datetime import date, time
from itertools import pairwise
from typing import assert_never

from scienceweek.model.booking import Limit
from scienceweek.model.days import begins_at, extent, falls_on, hours_of, is_night, note_of, part_of
from scienceweek.model.schedule import (
    Days,
    DuringCampaign,
    Month,
    Months,
    OpenDays,
    PartDay,
    Recurring,
    Schedule,
    Session,
    Unfixed,
    YearRound,
)
from scienceweek.views.words import rules
from scienceweek.views.words.memory import remembered

_WEEKDAYS = "一二三四五六日"


def weekday(on: date) -> str:
    """周六"""
    return "周" + _WEEKDAYS[on.weekday()]


def weekday_in_full(on: date) -> str:
    """星期六, as it is read aloud and in the elder layout."""
    return "星期" + _WEEKDAYS[on.weekday()]


def day(on: date) -> str:
    """5月25日"""
    return f"{on.month}月{on.day}日"


def day_in_full(on: date) -> str:
    """2024年5月25日"""
    return f"{on.year}年{on.month}月{on.day}日"


def days(span: Days) -> str:
    """5月25日 · 5月25日—27日 · 5月25日—6月1日 · 2024年12月30日—2025年1月2日"""
    first, last = span.first, span.last
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day_in_full(first)}—{day_in_full(last)}"
    if first.month != last.month:
        return f"{day(first)}—{day(last)}"
    return f"{day(first)}—{last.day}日"


def days_in_full(span: Days) -> str:
    """2024年5月25日—27日"""
    return _with_year(span.first, span.last, days(span))


def month(of: Month) -> str:
    """2024年5月"""
    return f"{of.year}年{of.month}月"


def months(of: Months) -> str:
    """5月 · 4月—5月 · 2021年12月—2022年1月"""
    first, last = of.first, of.last
    if first == last:
        return f"{first.month}月"
    if first.year != last.year:
        return f"{month(first)}—{month(last)}"
    return f"{first.month}月—{last.month}月"


def clock(at: time) -> str:
    """9:30"""
    return f"{at.hour}:{at.minute:02}"


def limit(of: Limit) -> str:
    """9月24日 · 9月24日16:00"""
    return day(of.day) + (clock(of.at) if of.at else "")


def hours(start: time | None, end: time | None) -> str:
    """9:30—11:00 · 22:00—24:00 · 22:00—次日2:00 · 9:30开始 · nothing, where no hour is stated"""
    if start is None:
        return ""
    if end is None:
        return f"{clock(start)}开始"
    if not is_night(start, end):
        return f"{clock(start)}—{clock(end)}"
    return f"{clock(start)}—{'24:00' if end == time() else f'次日{clock(end)}'}"


def end_mark(start: time | None, end: time | None) -> str:
    """The end for the script, in hours of the day that it belongs to: 11:00, 24:00, of a night 26:00; empty if unknown."""
    if end is None:
        return ""
    return f"{end.hour + 24 * is_night(start, end):02}:{end.minute:02}"


def hour(plan: Schedule) -> str:
    """When on its days, as far as that is stated: 9:30—11:00 · 上午 · 5月20日起 · nothing."""
    return open_end(plan) if isinstance(plan, OpenDays) else part_of(plan) or hours(*hours_of(plan))


def hour_noted(plan: Schedule) -> str:
    """Its hour, with what the notice says beside it: 9:30—11:00（雨天顺延至5月27日）; the note alone where there is no hour."""
    said, note = hour(plan), note_of(plan)
    return noted(said, plan) if said else note


def open_end(plan: OpenDays) -> str:
    """5月20日起 · 5月31日止"""
    return f"{day(plan.day)}{'起' if plan.begins else '止'}"


def noted(said: str, plan: Schedule) -> str:
    """*said* with the note of *plan* behind it, in brackets."""
    note = note_of(plan)
    return f"{said}（{note}）" if note else said


def hours_on(on: date, schedules: Iterable[Schedule]) -> str:
    """The hours of a day, in order: 10:30—11:00；14:30—15:00; nothing, where none is stated."""
    found = sorted(
        (one for one in schedules if falls_on(one, on)), key=lambda one: begins_at(one) or time.min
    )
    return "；".join(dict.fromkeys(filter(None, map(hour_noted, found))))


def until(found: Iterable[tuple[Schedule, Days]], word: str = "到") -> str:
    """How long a place is open, on a day in runs of its days: 到5月27日 · 只这一天 · 每周二至周日 · 5月20日起"""
    lasting, said = [], []
    for plan, run in found:
        if isinstance(plan, Recurring):
            said.append(rules.words(plan.rule))
        elif isinstance(plan, OpenDays):
            said.append(open_end(plan))
        else:
            lasting.append(run)
    if lasting:
        longest = max(lasting, key=lambda run: run.last)
        said.insert(0, f"{word}{day(longest.last)}" if longest.first < longest.last else "只这一天")
    return "；".join(dict.fromkeys(said))


def schedule(plan: Schedule) -> str:
    """When, in one line without the year: 5月25日 周六 9:30—11:00（3号厅）."""
    return noted(_schedule(plan), plan)


def _schedule(plan: Schedule) -> str:
    match plan:
        case Session() | PartDay():
            return f"{day(plan.day)} {weekday(plan.day)} {hour(plan)}"
        case OpenDays(begins=begins):
            return f"{day(plan.day)} {weekday(plan.day)}{'起' if begins else '止'}"
        case Days(first, last) if first == last:
            return f"{day(first)} {weekday(first)}"
        case Days():
            return days(plan)
        case Months(words=words):
            return f"{words or f'{months(plan)}内'}，日期待定"
        case DuringCampaign(window):
            return f"活动期间（{days(window)}），日期通知未写明"
        case YearRound(year, words):
            return words or f"{year}年全年"
        case Recurring(span, rule, exceptions=exceptions):
            times = f" {said}" if (said := hour(plan)) else ""
            closed = f"，{'、'.join(map(day, exceptions))}除外" if exceptions else ""
            return f"{days(span)} {rules.words(rule)}{times}{closed}"
        case Unfixed(words):
            return words
        case _:
            assert_never(plan)


def schedule_in_full(plan: Schedule) -> str:
    """When, with its year: 2024年5月25日 周六 9:30—11:00."""
    words = schedule(plan)
    match plan:
        case Session(begun) | PartDay(begun) | OpenDays(begun):
            return _with_year(begun, begun, words)
        case Days(first, last) | Recurring(Days(first, last)):
            return _with_year(first, last, words)
        case Months(first, last):
            return words if first.year != last.year else f"{first.year}年{words}"
        case DuringCampaign(window):
            return f"{window.first.year}年{words}"
        case YearRound() | Unfixed():
            return words
        case _:
            assert_never(plan)


@remembered
def when(schedules: tuple[Schedule, ...]) -> str:
    """All schedules of an activity, with the year said once: 2024年5月25日 周六、5月27日 周一."""
    said = [schedule(item) for item in schedules]
    for number, (before, after) in enumerate(pairwise((None, *schedules))):
        if after and _year(after) and (before is None or _year(before) != _year(after)):
            said[number] = schedule_in_full(after)
    return "；".join(said)


def _with_year(first: date, last: date, words: str) -> str:
    return words if first.year != last.year else f"{first.year}年{words}"


def _year(plan: Schedule) -> int | None:
    """The year that is said of *plan*; that of a whole year is said anyway."""
    known = extent(plan)
    return known.first.year if known and not isinstance(when, YearRound) else None
