"""The forms of a moment, one reader each; a reader gives None for what is not of its form.

They read plain text: what ``moments`` has made of ``5月17日（星期一） 上午9：30`` is ``5月17日周一上午9:30``.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

from scienceweek.model.days import extent, falls_on, first_day
from scienceweek.model.recurrence import Weekly, parsed, written
from scienceweek.model.schedule import (
    Days,
    DuringCampaign,
    Month,
    Months,
    Recurring,
    Schedule,
    Session,
    YearRound,
)
from scienceweek.source.notation.almanac import Frame, Impossible
from scienceweek.source.notation.clock import EDGE, TIME, TIMES, AfterMidnight, NotNextDay, times
from scienceweek.source.notation.recurrence import RULE, rule, without

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
_WHOLE_DAY = re.compile(r"(?P<day>.+?)(?:全天|整天|\((?:全天|整天)\))")
_LASTING = re.compile(
    "(?P<day>.+?)(?:开始|起)?,?(?:为期|历时|共)(?P<number>[0-9]{1,3}|[两二三四五六七八九十])天"
)
_NUMBERS = {"两": 2} | {word: number for number, word in enumerate("一二三四五六七八九十", 1)}
_SESSION = re.compile(f"(?P<day>.+?)的?{EDGE}(?P<times>{TIMES})(?:开始|起)?")
_SEVERAL = re.compile(
    rf"(?P<day>.+?)的?{EDGE}(?P<all>{TIMES}(?:[、,和及]{TIMES})+)(?:各一场)?(?P<less>\(.+\))?"
)
_IN_FULL = re.compile(f"(?P<day>.+?){EDGE}(?P<start>{TIME})[-/](?P<last>.+?){EDGE}(?P<end>{TIME})")
_RECURRING = re.compile(
    f"(?P<span>.*?)(?:期?内)?,?(?P<rule>{RULE})(?:的?{EDGE}(?P<times>{TIMES})(?:开始|起)?)?"
    r"(?:\((?P<less>.+)(?:除外|闭馆|休息|不开放)\))?"
)


def read(text: str, frame: Frame) -> Schedule | None:
    return next((found for form in _FORMS if (found := form(text, frame))), None)


def several(text: str, frame: Frame) -> tuple[Schedule, ...]:
    """A day, or days that come again, with several hours: 5月20日10:30、14:00. Nothing for what is not of this form."""
    match = _SEVERAL.fullmatch(text)
    if not match:
        return ()
    hours = re.findall(TIMES, match["all"])
    found = [read(f"{match['day']}{one}{match['less'] or ''}", frame) for one in hours]
    return tuple(one for one in found if isinstance(one, Session | Recurring)) if all(found) else ()


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
    try:
        start, end = _hours(match)
    except AfterMidnight as late:
        return Session(found.first + timedelta(days=1), *times(late.instead))
    if start == time() and end is None and "凌晨" not in match["times"]:
        midnight = f"{match['day']}凌晨0:00"
        raise Impossible(f"Excel 会在日期后面加上零点，请只写日期；真的半夜开始，请写 {midnight}")
    return Session(found.first, start, end)


def _hours(match: re.Match[str]) -> tuple[time, time | None]:
    """The hours at *times*; of a night that does not say so, the whole text as it would do."""
    try:
        return times(match["times"])
    except NotNextDay as reason:
        text, instead = match.string, reason.instead
        whole = f"{text[: match.start('times')]}{instead}{text[match.end('times') :]}"
        raise Impossible(f"{reason}；到第二天的，请写 {whole}") from None


def _whole_day(text: str, frame: Frame) -> Days | None:
    match = _WHOLE_DAY.fullmatch(text)
    return whole_days(match["day"], frame) if match else None


def _lasting(text: str, frame: Frame) -> Days | None:
    """``5月22日起为期3天``."""
    match = _LASTING.fullmatch(text)
    found = match and whole_days(match["day"], frame)
    if not match or not found or len(found) > 1:
        return None
    number = _NUMBERS.get(match["number"]) or int(match["number"])
    if not number:
        raise Impossible("至少有一天")
    return Days(found.first, found.first + timedelta(days=number - 1))


def _session_in_full(text: str, frame: Frame) -> Session | None:
    """``2024-05-25T09:30/2024-05-25T11:00``, as other programs write it."""
    match = _IN_FULL.fullmatch(text)
    found = match and whole_days(match["day"], frame)
    if not match or not found:
        return None
    last = whole_days(match["last"], replace(frame, month=Month.of(found.first)))
    if not last:
        return None
    if last == Days(found.first + timedelta(days=1), found.first + timedelta(days=1)):
        return Session(found.first, *times(f"{match['start']}-次日{match['end']}"))
    if found != last:
        raise Impossible("一场活动不超过一天；好几天的请分天写，或写 5月25日—27日每天9:00—11:00")
    return Session(found.first, *times(f"{match['start']}-{match['end']}"))


def _recurring(text: str, frame: Frame) -> Recurring | None:
    match = _RECURRING.fullmatch(text)
    span = match and _span(match["span"], frame)
    if not match or not span:
        return None
    when = rule(match["rule"])
    start, end = _recurring_hours(match)
    less = match["less"] or ""
    if fewer := without(when, less):
        when, less = fewer, ""
    exceptions = []
    for words in re.split("[、,和及]", less) if less else []:
        found = whole_days(words, Frame(window=span))
        if found is None:
            return None
        exceptions += list(found)
    return checked(Recurring(_from_first(span, when), when, start, end, tuple(sorted(set(exceptions)))))


def checked(when: Recurring) -> Recurring:
    """*when*, which falls on some day, and on each of its exceptions but for them. Raises Impossible."""
    whole = replace(when, exceptions=())
    if first_day(whole) is None:
        raise Impossible(f"从 {when.span.first} 到 {when.span.last} 一次也没有")
    if wrong := [day for day in when.exceptions if not falls_on(whole, day)]:
        raise Impossible(f"{wrong[0]} 本来就没有，不用除外")
    if first_day(when) is None:
        raise Impossible("除外以后一次也不剩")
    return when


def _recurring_hours(match: re.Match[str]) -> tuple[time | None, time | None]:
    if not match["times"]:
        return None, None
    try:
        return _hours(match)
    except AfterMidnight as late:
        raise Impossible(f"{late}，开始的钟点请写第二天的 {late.instead}") from None


def _from_first(span: Days, rule: str) -> Days:
    """Every other week is counted from the first that has the day: 隔周周六 begins with the first Saturday."""
    read_rule = parsed(rule)
    if not isinstance(read_rule, Weekly) or read_rule.interval == 1:
        return span
    every_week = Recurring(span, written(replace(read_rule, interval=1)))
    return Days(first_day(every_week) or span.first, span.last)


def _span(text: str, frame: Frame) -> Days | None:
    """The days in which something comes again; those of the window if nothing is said."""
    if not text and frame.window is None:
        raise Impossible("没有写从哪天到哪天")
    if not text:
        return frame.window
    if stated := re.fullmatch("([0-9]{4})年", text):
        text = stated[1]
    if known := _months(text, frame) or _year_round(text, frame) or _during_campaign(text, frame):
        return extent(known)
    return whole_days(text.removesuffix("期间"), frame)


_FORMS: tuple[Callable[[str, Frame], Schedule | None], ...] = (
    whole_days,
    _months,
    _year_round,
    _during_campaign,
    _whole_day,
    _lasting,
    _session,
    _session_in_full,
    _recurring,
)
