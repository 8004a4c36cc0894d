"""Dates, times and schedules in Chinese words (GB/T 7408.1, GB/T 15835)."""

from collections.abc import Iterable
from datetime import date, time
from typing import assert_never

from scienceweek.model.booking import Limit
from scienceweek.model.days import extent, hours_of, is_night, note_of, on_day, part_of
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
_DAWN, _NOON, _EVENING = 5, 12, 18


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


def half(at: time) -> str:
    """凌晨 · 上午 · 下午 · 晚上"""
    return (
        "凌晨" if at.hour < _DAWN else "上午" if at.hour < _NOON else "下午" if at.hour < _EVENING else "晚上"
    )


def until_hour(start: time | None, end: time | None) -> str:
    """到11:30 · 到24:00 · 到次日2:00 · nothing, where no end is stated"""
    if start is None or end is None:
        return ""
    return "到" + hours(start, end).partition("—")[2]


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
    return hours_noted(on_day(schedules, on))


def hours_noted(plans: tuple[Schedule, ...]) -> str:
    """The hours of one day; what the notice says of all of them is said once: 10:30开始、14:00开始（3号厅）."""
    said = tuple(dict.fromkeys(filter(None, map(hour, plans))))
    if len(said) > 1 and len(set(map(note_of, plans))) == 1:
        return noted("、".join(said), plans[0])
    return "；".join(dict.fromkeys(filter(None, map(hour_noted, plans))))


def short_hour(plan: Schedule) -> str:
    """When on the day, where there is little room: 9:30 · 上午 · 起 · 止 · nothing."""
    if isinstance(plan, OpenDays):
        return "起" if plan.begins else "止"
    start = hours_of(plan)[0]
    return clock(start) if start is not None else part_of(plan) or ""


def short_hours(plans: Iterable[Schedule]) -> str:
    """9:30、14:00"""
    return "、".join(dict.fromkeys(filter(None, map(short_hour, plans))))


def notes(plans: tuple[Schedule, ...]) -> str:
    """What the notice says beside the hours; of several, beside which: 9:30 1号厅；14:00 2号厅."""
    said = {plan: note for plan in plans if (note := note_of(plan))}
    if len(said) == len(plans) and len(set(said.values())) == 1:
        return next(iter(said.values()))
    return "；".join(f"{short_hour(plan)} {note}".strip() for plan, note in said.items())


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
    return _said((plan,))


def _said(plans: tuple[Schedule, ...]) -> str:
    """Schedules that differ only in their hours, or one; a note that all have is said once, behind all."""
    said = dict.fromkeys(map(hour, plans))
    if len(set(map(note_of, plans))) == 1:
        return noted(_schedule(plans[0], "、".join(said)), plans[0])
    return _schedule(plans[0], "、".join(map(hour_noted, plans)))


def _schedule(plan: Schedule, said: str) -> str:
    match plan:
        case Session() | PartDay():
            return f"{day(plan.day)} {weekday(plan.day)} {said}"
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
            times = f" {said}" if said else ""
            closed = f"，{'、'.join(map(day, exceptions))}除外" if exceptions else ""
            return f"{days(span)} {rules.words(rule)}{times}{closed}"
        case Unfixed(words):
            return words
        case _:
            assert_never(plan)


def schedule_in_full(plan: Schedule) -> str:
    """When, with its year: 2024年5月25日 周六 9:30—11:00."""
    return _in_full((plan,))


def _in_full(plans: tuple[Schedule, ...]) -> str:
    words = _said(plans)
    match plans[0]:
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
        case never:
            assert_never(never)


@remembered
def when(schedules: tuple[Schedule, ...]) -> str:
    """All schedules of an activity, with the year said once: 2024年5月25日 周六、5月27日 周一."""
    found: list[str] = []
    before: Schedule | None = None
    for plans in _together(schedules):
        first = plans[0]
        with_year = _year(first) is not None and (before is None or _year(before) != _year(first))
        found.append(_in_full(plans) if with_year else _said(plans))
        before = plans[-1]
    return "；".join(found)


def _together(schedules: tuple[Schedule, ...]) -> list[tuple[Schedule, ...]]:
    """Those that follow each other and differ only in their hours, together."""
    found: list[tuple[Schedule, ...]] = []
    for one in schedules:
        if found and same_days(found[-1][-1], one):
            found[-1] = (*found[-1], one)
        else:
            found.append((one,))
    return found


def same_days(one: Schedule, other: Schedule) -> bool:
    """Whether only the hours of two schedules differ."""
    match one, other:
        case ((Session(day) | PartDay(day)), (Session(other_day) | PartDay(other_day))):
            return day == other_day
        case Recurring(span, rule, exceptions=less), Recurring(other_span, other_rule, exceptions=other_less):
            return (span, rule, less) == (other_span, other_rule, other_less) and bool(
                hour(one) and hour(other)
            )
        case _:
            return False


def _with_year(first: date, last: date, words: str) -> str:
    return words if first.year != last.year else f"{first.year}年{words}"


def _year(plan: Schedule) -> int | None:
    """The year that is said of *plan*; that of a whole year is said anyway."""
    known = extent(plan)
    return known.first.year if known and not isinstance(when, YearRound) else None
