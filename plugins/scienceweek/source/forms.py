"""The forms of a moment, one reader each; a reader gives None for what is not of its form.

They read plain text: what ``moments`` has made of ``5月17日（星期一） 上午9：30`` is ``5月17日周一上午9:30``.
"""

import re
from collections.abc import Callable
from datetime import date, time

from scienceweek.model.schedule import Days, DuringCampaign, Months, Recurring, Schedule, Session, YearRound
from scienceweek.source.almanac import Frame, Impossible
from scienceweek.source.clock import EDGE, TIME, TIMES, times
from scienceweek.source.recurrence import RULE, falls, rule, without

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
        f"(?:{_Y1}年)?{_M1}月内?(?P<y2>)(?P<m2>)",
        # 4月-5月 · 4-5月 · 2021年7月-12月
        f"(?:{_Y1}年)?{_M1}月?-(?:{_Y2}年)?{_M2}月内?",
    )
]
_YEAR_ROUND = re.compile("(?P<only>[0-9]{4})|(?:(?P<year>[0-9]{4})年?)?(?:贯穿全年|全年|常年)(?:开放|开展)?")
_DURING = re.compile(
    "在?(?:(?P<year>[0-9]{4})年)?(?:本次|本届)?(?:全国|全省|全市|全区|全县)?"
    "(?:科技活动周|科技周|科普周|科普日|科普月|活动周)?(?:活动)?期间"
)
_SESSION = re.compile(f"(?P<day>.+?){EDGE}(?P<times>{TIMES})")
_IN_FULL = re.compile(f"(?P<day>.+?){EDGE}(?P<start>{TIME})[-/](?P<last>.+?){EDGE}(?P<end>{TIME})")
_RECURRING = re.compile(
    f"(?P<span>.*?)(?:期?内)?,?(?P<rule>{RULE})(?:{EDGE}(?P<times>{TIMES}))?"
    r"(?:\((?P<less>.+)(?:除外|闭馆|休息|不开放)\))?"
)


def read(text: str, frame: Frame) -> Schedule | None:
    return next((found for form in _FORMS if (found := form(text, frame))), None)


def whole_days(text: str, frame: Frame) -> Days | None:
    for pattern in _SPANS:
        if match := pattern.fullmatch(text):
            return frame.span({name: value or None for name, value in match.groupdict().items()})
    return None


def _months(text: str, frame: Frame) -> Months | None:
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


def _year_round(text: str, frame: Frame) -> YearRound | None:
    match = _YEAR_ROUND.fullmatch(text)
    return YearRound(frame.any_year(match["only"] or match["year"])) if match else None


def _during_campaign(text: str, frame: Frame) -> DuringCampaign | None:
    match = _DURING.fullmatch(text)
    if match is None or text == "期间":
        return None
    if frame.window is None:
        raise Impossible("不知道活动周从哪天到哪天")
    if match["year"] and int(match["year"]) not in (frame.window.first.year, frame.window.last.year):
        raise Impossible(f"活动周是{frame.window.first.year}年的")
    return DuringCampaign(frame.window)


def _session(text: str, frame: Frame) -> Session | None:
    match = _SESSION.fullmatch(text)
    found = match and whole_days(match["day"], frame)
    if not match or not found:
        return None
    if len(found) > 1:
        raise Impossible("好几天只写了一个钟点；每天都是这个钟点，请写 5月25日—27日每天9:00—11:00")
    start, end = times(match["times"])
    if start == time() and end is None and "凌晨" not in match["times"]:
        raise Impossible("Excel 会在日期后面加上零点，请只写日期；真的半夜开始，请写 凌晨0:00")
    return Session(found.first, start, end)


def _session_in_full(text: str, frame: Frame) -> Session | None:
    """``2024-05-25T09:30/2024-05-25T11:00``, as other programs write it."""
    match = _IN_FULL.fullmatch(text)
    found = match and whole_days(match["day"], frame)
    last = match and whole_days(match["last"], frame)
    if not match or not found or not last:
        return None
    if found != last:
        raise Impossible("一场活动只能在一天之内，几天的请写 5月25日—27日每天9:00—11:00，或用；隔开")
    return Session(found.first, *times(f"{match['start']}-{match['end']}"))


def _recurring(text: str, frame: Frame) -> Recurring | None:
    match = _RECURRING.fullmatch(text)
    span = match and _span(match["span"], frame)
    if not match or not span:
        return None
    when = rule(match["rule"])
    start, end = times(match["times"]) if match["times"] else (None, None)
    less = match["less"] or ""
    if fewer := without(when, less):
        when, less = fewer, ""
    exceptions = []
    for words in re.split("[、,和及]", less) if less else []:
        found = whole_days(words, Frame(window=span))
        if found is None:
            return None
        exceptions += list(found)
    if wrong := [day for day in exceptions if day not in span or not falls(when, day)]:
        raise Impossible(f"{wrong[0]} 本来就没有，不用除外")
    if not any(falls(when, day) and day not in exceptions for day in span):
        raise Impossible(f"从 {span.first} 到 {span.last} 一次也没有")
    return Recurring(span, when, start, end, tuple(sorted(set(exceptions))))


def _span(text: str, frame: Frame) -> Days | None:
    """The days in which something comes again; those of the window if nothing is said."""
    if not text and frame.window is None:
        raise Impossible("没有写从哪天到哪天")
    if not text:
        return frame.window
    if stated := re.fullmatch("([0-9]{4})年", text):
        text = stated[1]
    match _months(text, frame) or _year_round(text, frame) or _during_campaign(text, frame):
        case Months(first, last):
            return Days(first.days.first, last.days.last)
        case YearRound(year):
            return Days(date(year, 1, 1), date(year, 12, 31))
        case DuringCampaign(window):
            return window
    return whole_days(text, frame)


_FORMS: tuple[Callable[[str, Frame], Schedule | None], ...] = (
    whole_days,
    _months,
    _year_round,
    _during_campaign,
    _session,
    _session_in_full,
    _recurring,
)
