"""Words that name months and no day: ``5月中旬``, ``5月20日前后``, ``暑假期间``, and ``长期``. They are kept as they were said."""

import re
from datetime import timedelta

from scienceweek.model.schedule import Month, Months, YearRound
from scienceweek.source.notation.almanac import Frame, Impossible
from scienceweek.source.notation.spans import one_day

_TENTH = (
    "(?:[上中下]旬|上中旬|中下旬|初|中|底|末|[上下]半月|第[一二三四五1-5]个?周(?:末)?|(?:最后一|首)个?周末?)"
)
_TENTHS = re.compile(
    rf"(?:(?P<y1>[0-9]{{4}})年)?(?P<said>(?P<m1>[0-9]{{1,2}})月的?{_TENTH}"
    rf"(?:-(?:(?P<y2>[0-9]{{4}})年)?(?:(?P<m2>[0-9]{{1,2}})月的?)?{_TENTH})?)"
)
_ABOUT = re.compile("(?:大?约)?(?P<day>.+?)(?:前后|左右)|大?约(?P<of>.+)")
_MARGIN = timedelta(days=7)
"""What lies about a day may be so far from it."""

_SEASONS = {
    "元旦": (1, 1),
    "寒假": (1, 2),
    "春节": (1, 2),
    "元宵节?": (2, 3),
    "清明节?": (4, 4),
    "五一(?:国际)?(?:劳动节)?|劳动节": (4, 5),
    "端午节?": (5, 6),
    "暑假|暑期": (7, 8),
    "中秋节?": (9, 10),
    "十一|国庆节?": (10, 10),
}
"""The months in which each may lie, whatever the year."""

_SEASON = re.compile(
    "(?:(?P<year>[0-9]{4})年)?(?P<name>"
    + "|".join(f"(?P<n{number}>{name})" for number, name in enumerate(_SEASONS))
    + ")(?:小?长假|假期)?(?P<during>期间|前后)?"
)
_LONG = re.compile("长期(?:开放|有效|开展|进行|展出)?")


def vague(text: str, frame: Frame) -> Months | YearRound | None:
    """The months in which it may be, in the words of *text*. Raises Impossible."""
    if _LONG.fullmatch(text):
        return YearRound(frame.any_year(None), text)
    return _tenths(text, frame) or _about(text, frame) or _season(text, frame)


def _tenths(text: str, frame: Frame) -> Months | None:
    match = _TENTHS.fullmatch(text)
    if not match:
        return None
    if match["y2"] and not match["y1"]:
        raise Impossible("开始的月份也要写上年份")
    first = frame.any_month(match["y1"], match["m1"])
    last = frame.any_month(match["y2"] or match["y1"], match["m2"]) if match["m2"] else first
    if last < first:
        raise Impossible(f"结束（{last}）早于开始（{first}），跨年的两头都要写上年份")
    return Months(first, last, match["said"].replace("-", "至"))


def _about(text: str, frame: Frame) -> Months | None:
    match = _ABOUT.fullmatch(text)
    found = match and one_day(match["day"] or match["of"], frame)
    if not found:
        return None
    day = found.first
    said = f"{day.month}月{day.day}日前后"
    return Months(Month.of(day - _MARGIN), Month.of(day + _MARGIN), said)


def _season(text: str, frame: Frame) -> Months | None:
    match = _SEASON.fullmatch(text)
    if not match or not (match["during"] or "假" in text):
        return None
    first, last = next(
        months for number, months in enumerate(_SEASONS.values()) if match[f"n{number}"] is not None
    )
    begin, end = (frame.any_month(match["year"], str(month)) for month in (first, last))
    return Months(begin, end, text.removeprefix(f"{match['year']}年"))
