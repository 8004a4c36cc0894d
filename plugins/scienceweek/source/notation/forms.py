"""The forms of a moment, one reader each; a reader gives None for what is not of its form.

They read plain text: what ``moments`` has made of ``5月17日（星期一） 上午9：30`` is ``5月17日周一上午9:30``.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

from scienceweek.model.days import extent, falls_on, first_day, runs_of
from scienceweek.model.recurrence import WEEKDAYS, Daily, Weekly, parsed, written
from scienceweek.model.schedule import (
    DayPart,
    Days,
    DuringCampaign,
    Month,
    PartDay,
    Recurring,
    Session,
    Stated,
    YearRound,
)
from scienceweek.source.notation.almanac import Frame, Impossible
from scienceweek.source.notation.clock import (
    DAY_PART,
    EDGE,
    TIME,
    TIMES,
    AfterMidnight,
    NotNextDay,
    day_part,
    times,
)
from scienceweek.source.notation.open_days import open_days
from scienceweek.source.notation.recurrence import RULE, rule
from scienceweek.source.notation.spans import months, number, one_day, whole_days
from scienceweek.source.notation.vague import vague

_YEAR_ROUND = re.compile(
    "(?P<only>[0-9]{4})|(?:(?P<year>[0-9]{4})年?)?(?:贯穿全年|全年|常年)(?:免费)?(?:对外)?(?:开放|开展)?"
)
_DURING = re.compile(
    "在?(?:(?P<year>[0-9]{4})年)?(?:本次|本届)?(?:全国|全省|全市|全区|全县)?"
    "(?:科技活动周|科技周|科普周|科普日|科普月|活动周)?(?:活动)?期间"
)
_LASTING = re.compile(
    "(?P<day>.+?)(?:(?:开始|起)?,?(?:为期|历时|共|连续)|(?:开始|起),?)"
    "(?P<number>[0-9]{1,3}|[一两二三四五六七八九十])(?P<unit>天|个?周|个?星期)"
)
_HOURS = f"(?:(?P<times>{TIMES})(?:开始|起)?|(?P<part>{DAY_PART}))(?:开放|举行|举办|进行)?"
_SESSION = re.compile(f"(?P<day>.+?)的?{EDGE}{_HOURS}")
_IN_FULL = re.compile(f"(?P<day>.+?){EDGE}(?P<start>{TIME})[-/](?P<last>.+?){EDGE}(?P<end>{TIME})")
_HOLIDAYS = "(?:国家)?(?:法定)?(?:节假日|假日|寒暑假|寒假|暑假)"
_RECURRING = re.compile(
    f"(?P<span>.*?)(?:期?内)?[,的]?(?P<rule>{RULE})(?P<also>[、,和及]{_HOLIDAYS})?(?:的?{EDGE}{_HOURS})?"
)
_RUNNING = re.compile(
    "(?:(?P<day>.+?)(?:起|开始),?)?连续(?P<number>[0-9]{1,2}|[两二三四五六七八九十])个?(?:周|星期)的?(?P<rule>每?周.+)"
)
_EACH = "；每天都是这个钟点，请写 5月25日—27日每天9:00—11:00"


def read(text: str, frame: Frame) -> Stated | None:
    """The one schedule that *text* has a form of, without brackets. Raises Impossible."""
    return next((found for form in _FORMS if (found := form(text, frame))), None)


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


def _session(text: str, frame: Frame) -> Stated | None:
    match = _SESSION.fullmatch(text)
    found = match and whole_days(match["day"], frame)
    if not match or not found:
        return None
    if match["part"]:
        return _part_of_day(found, day_part(match["part"]))
    try:
        start, end = _hours(match)
    except AfterMidnight as late:
        if len(found) > 1:
            raise Impossible(f"好几天只写了一个钟点{_EACH}") from None
        return Session(found.first + timedelta(days=1), *times(late.instead))
    if len(found) > 1 and end is None:
        raise Impossible(f"好几天只写了一个钟点{_EACH}")
    if len(found) > 1:
        # No session lasts longer than a day: hours with an end are those of each.
        return Recurring(found, written(Daily()), start, end)
    if start == time() and end is None and "凌晨" not in match["times"]:
        midnight = f"{match['day']}凌晨0:00"
        raise Impossible(f"Excel 会在日期后面加上零点，请只写日期；真的半夜开始，请写 {midnight}")
    return Session(found.first, start, end)


def _part_of_day(days: Days, part: DayPart) -> PartDay | Days:
    if len(days) == 1:
        return PartDay(days.first, part)
    if part is DayPart.WHOLE:
        return replace(days, note=part.value)
    raise Impossible(f"好几天只写了一次{part}；每天都是{part}，请写 5月25日—27日每天{part}")


def _hours(match: re.Match[str]) -> tuple[time, time | None]:
    """The hours at *times*; of a night that does not say so, the whole text as it would do."""
    try:
        return times(match["times"])
    except NotNextDay as reason:
        text, instead = match.string, reason.instead
        whole = f"{text[: match.start('times')]}{instead}{text[match.end('times') :]}"
        raise Impossible(f"{reason}；到第二天的，请写 {whole}") from None


def _lasting(text: str, frame: Frame) -> Days | None:
    """``5月22日起为期3天``, ``5月22日起三天``."""
    match = _LASTING.fullmatch(text)
    found = match and one_day(match["day"], frame)
    if not match or not found:
        return None
    length = number(match["number"]) * (1 if match["unit"] == "天" else len(WEEKDAYS))
    if not length:
        raise Impossible("至少有一天")
    return Days(found.first, found.first + timedelta(days=length - 1))


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
    part = day_part(match["part"]) if match["part"] else None
    note = f"及{match['also'][1:]}" if match["also"] else "工作日" if "工作日" in match["rule"] else ""
    return checked(Recurring(_from_first(span, when), when, start, end, part=part, note=note))


def _running(text: str, frame: Frame) -> Recurring | None:
    """``5月20日起连续四周的周六9:00``; without a day all the weeks of the window, if they are so many."""
    match = _RUNNING.fullmatch(text)
    if not match:
        return None
    weeks, rest = number(match["number"]), match["rule"]
    every = rest if rest.startswith("每") else f"每{rest}"
    if match["day"]:
        found = one_day(match["day"], frame)
        span = Days(found.first, found.first + timedelta(days=7 * weeks - 1)) if found else None
    else:
        span = frame.window
    when = span and _recurring(every, replace(frame, window=span))
    if when and len({run.first.isocalendar()[:2] for run in runs_of(when)}) == weeks:
        return when
    raise Impossible(f"没有写从哪天开始，请写 5月25日起连续{match['number']}周的{rest}")


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
    if known := months(text, frame) or _year_round(text, frame) or _during_campaign(text, frame):
        return extent(known)
    if (found := re.fullmatch("(?:从|自)?(.+)(?:起|开始),?", text)) and one_day(found[1], frame):
        raise Impossible("没有写到哪一天为止，例如 5月25日—6月30日每周六9:00")
    return whole_days(text.removesuffix("期间"), frame)


_FORMS: tuple[Callable[[str, Frame], Stated | None], ...] = (
    whole_days,
    months,
    vague,
    _year_round,
    _during_campaign,
    _lasting,
    _running,
    _session,
    _session_in_full,
    open_days,
    _recurring,
)
