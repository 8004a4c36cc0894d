"""Whole days as they are written: a day, days, a month's nth weekday; and months, whose days nobody has fixed."""

import re

from scienceweek.model.days import extent
from scienceweek.model.recurrence import NthWeekdays, occurrences
from scienceweek.model.schedule import Days, Months
from scienceweek.source.notation.almanac import Frame, Impossible, weekday

_Y1, _Y2 = (f"(?P<y{end}>[0-9]{{2,4}})" for end in (1, 2))
_M1, _M2 = (f"(?P<m{end}>[0-9]{{1,2}})" for end in (1, 2))
_D1, _D2 = (f"(?P<d{end}>[0-9]{{1,2}})" for end in (1, 2))
_W1, _W2 = (f"(?:周(?P<w{end}>[一二三四五六日天]))?" for end in (1, 2))

_SPANS = [
    re.compile(pattern)
    for pattern in (
        # 2024-05-25 · 2024-05-25/2024-06-01 · 2024-05-25/06-01
        f"{_Y1}-{_M1}-{_D1}{_W1}(?:[-/](?:{_Y2}-)?{_M2}-{_D2}{_W2})?",
        # 2024/5/25 · 2024/5/25-2024/6/1 · 2024/5/25-6/1, as spreadsheets have it
        f"{_Y1}/{_M1}/{_D1}{_W1}(?:-(?:{_Y2}/)?{_M2}/{_D2}{_W2})?",
        # 5.25 · 2024.5.25 · 5.25日 · 5.25-27 · 5.25-5.27
        rf"(?:{_Y1}[.年])?{_M1}\.{_D1}日?{_W1}(?:-(?:(?:{_Y2}[.年])?{_M2}\.)?{_D2}日?{_W2})?",
        # 5月25日 · 25日
        f"(?:(?:{_Y1}年)?{_M1}月)?{_D1}日{_W1}(?P<y2>)(?P<m2>)(?P<d2>)(?P<w2>)",
        # 5月25日-27日 · 5月25-27日 · 2024年5月25日-6月1日 · 22日-28日
        f"(?:从|自)?(?:(?:{_Y1}年)?{_M1}月)?{_D1}日?{_W1}-(?:(?:{_Y2}年)?{_M2}月)?{_D2}日{_W2}",
    )
]
_MONTHS = [
    re.compile(pattern)
    for pattern in (
        # 2024-05 · 2024-05-XX · 2021-04/2021-05
        "(?P<y1>[0-9]{4})-(?P<m1>[0-9]{1,2})(?:-XX)?(?:[-/](?P<y2>[0-9]{4})-(?P<m2>[0-9]{1,2})(?:-XX)?)?",
        # 5月 · 2021年5月内
        f"(?:{_Y1}年)?{_M1}月(?:内|期间)?(?P<y2>)(?P<m2>)",
        # 4月-5月 · 4-5月 · 2021年7月-12月
        f"(?:{_Y1}年)?{_M1}月?-(?:{_Y2}年)?{_M2}月(?:内|期间)?",
    )
]
_NTH = re.compile(
    "(?:(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2})月的?)?(?P<nth>首|第[一二三四五1-5]|最后一)个周(?P<day>[一二三四五六日天])"
)
_COUNTED = re.compile(
    "(?P<days>.+?),?(?:共|这|连续|为期|历时)?(?P<number>[0-9]{1,3}|[两二三四五六七八九十])天"
)
_NUMBERS = {"两": 2} | {word: number for number, word in enumerate("一二三四五六七八九十", 1)}
_LAST = -1
"""The number of the last one in a month."""


def number(words: str) -> int:
    """3, 三, 两"""
    return _NUMBERS.get(words) or int(words)


def whole_days(text: str, frame: Frame) -> Days | None:
    """The days from the first to the last that *text* names. Raises Impossible."""
    for pattern in _SPANS:
        if match := pattern.fullmatch(text):
            return frame.span({name: value or None for name, value in match.groupdict().items()})
    return _nth_weekday(text, frame) or _counted(text, frame)


def one_day(text: str, frame: Frame) -> Days | None:
    """The days of *text*, if they are one."""
    found = whole_days(text, frame)
    return found if found and len(found) == 1 else None


def months(text: str, frame: Frame) -> Months | None:
    """The months that *text* names, as far as days are not fixed. Raises Impossible."""
    for pattern in _MONTHS:
        if match := pattern.fullmatch(text):
            first = frame.any_month(match["y1"], match["m1"])
            if not match["m2"]:
                return Months(first, first)
            if match["y2"] and not match["y1"]:
                raise Impossible("开始的月份也要写上年份")
            last = frame.any_month(match["y2"] or match["y1"], match["m2"])
            if last < first:
                raise Impossible(f"结束（{last}）早于开始（{first}），跨年的两头都要写上年份")
            return Months(first, last)
    return None


def _nth_weekday(text: str, frame: Frame) -> Days | None:
    """``5月第三个周六``, ``5月首个周六``: one day."""
    match = _NTH.fullmatch(text)
    if not match:
        return None
    if match["month"] is None and frame.month is None:
        raise Impossible("没有写是几月，例如 5月第一个周六")
    month = frame.any_month(match["year"], match["month"]) if match["month"] else frame.month
    known = extent(Months(month, month)) if month else None
    nth = _LAST if match["nth"] == "最后一" else 1 if match["nth"] == "首" else number(match["nth"][1])
    rule = NthWeekdays(((nth, weekday(match["day"])),))
    day = next(occurrences(rule, known.first, known.last), None) if known else None
    if day is None:
        raise Impossible(f"这个月没有{match['nth']}个周{match['day']}")
    return Days(day, day)


def _counted(text: str, frame: Frame) -> Days | None:
    """``5月20日—21日两天``: days with their number, which must be right."""
    match = _COUNTED.fullmatch(text)
    found = match and whole_days(match["days"], frame)
    if not match or not found or len(found) == 1:
        return None
    if number(match["number"]) != len(found):
        raise Impossible(
            f"写了{match['number']}天，从 {found.first} 到 {found.last} 却有{len(found)}天，请核对"
        )
    return found
