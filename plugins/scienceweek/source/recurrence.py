"""What comes again: ``每周六``, ``每天``, ``每月第一个周六`` as RRULEs (RFC 5545 §3.3.10), and back."""

import re
from calendar import monthrange
from datetime import date

from scienceweek.source.almanac import Impossible, weekday

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORDS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_NUMBERS = "一二三四五"

_DAY = "[一二三四五六日天]"
_AND = "[、,和及/]"
# 周六日 is two days; 周六天 may be six.
_WEEKDAYS = rf"周(?:末|{_DAY}(?:-周?{_DAY})?(?:(?:{_AND}周?{_DAY}|[一二三四五六日])(?:-周?{_DAY})?)*)"

RULE = (
    rf"(?:每[天日]|天天|(?:每[个逢]?|逢){_WEEKDAYS}"
    rf"|每个?月的?(?:第[{_NUMBERS}1-5]|最后一)个?周{_DAY}"
    rf"|每个?月的?[0-9]{{1,2}}日(?:{_AND}[0-9]{{1,2}}日)*)"
)
"""The words of a rule, as a pattern without groups; ``rule`` reads what it matches."""

_NTH = re.compile(rf"每个?月的?(?P<nth>第.|最后一)个?周(?P<day>{_DAY})")


def rule(words: str) -> str:
    """The RRULE of *words*, which match ``RULE``."""
    if words in ("每天", "每日", "天天"):
        return "FREQ=DAILY"
    if match := _NTH.fullmatch(words):
        return f"FREQ=MONTHLY;BYDAY={_ordinal(match['nth'])}{_DAYS[weekday(match['day'])]}"
    if "月" in words:
        days = sorted({int(number) for number in re.findall("[0-9]+", words)})
        if wrong := [day for day in days if day not in range(1, 32)]:
            raise Impossible(f"没有哪个月有{wrong[0]}日")
        return f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, days))}"
    return _weekly(_weekdays(words))


def words(rule: str) -> str:
    """The words of a *rule* that ``rule`` made."""
    parts = dict(part.split("=") for part in rule.split(";"))
    match parts:
        case {"FREQ": "WEEKLY", "BYDAY": days}:
            return "每" + "、".join(_WORDS[_DAYS.index(day)] for day in days.split(","))
        case {"FREQ": "MONTHLY", "BYDAY": day}:
            nth = "最后一" if day.startswith("-") else f"第{_NUMBERS[int(day[:-2]) - 1]}"
            return f"每月{nth}个{_WORDS[_DAYS.index(day[-2:])]}"
        case {"FREQ": "MONTHLY", "BYMONTHDAY": days}:
            return "每月" + "、".join(f"{day}日" for day in days.split(","))
        case {"FREQ": "DAILY"} if len(parts) == 1:
            return "每天"
    raise ValueError(f"no words for the rule {rule}")


def without(rule: str, closed: str) -> str | None:
    """The *rule* less the weekdays of *closed* (``周一``, ``周一、周二``); None if *closed* names none."""
    if not re.fullmatch(_WEEKDAYS, closed):
        return None
    parts = dict(part.split("=") for part in rule.split(";"))
    if parts["FREQ"] == "MONTHLY":
        raise Impossible("每月的日子不能再除去星期几")
    open_days = {_DAYS.index(day) for day in parts.get("BYDAY", ",".join(_DAYS)).split(",")}
    if not open_days - _weekdays(closed):
        raise Impossible("除去以后一天也不剩")
    return _weekly(open_days - _weekdays(closed))


def falls(rule: str, day: date) -> bool:
    """Whether a *rule* that ``rule`` made has *day* among its days."""
    parts = dict(part.split("=") for part in rule.split(";"))
    name = _DAYS[day.weekday()]
    match parts:
        case {"FREQ": "WEEKLY", "BYDAY": days}:
            return name in days.split(",")
        case {"FREQ": "MONTHLY", "BYDAY": wanted}:
            left = monthrange(day.year, day.month)[1] - day.day
            return wanted in (f"{(day.day + 6) // 7}{name}", f"-{left // 7 + 1}{name}")
        case {"FREQ": "MONTHLY", "BYMONTHDAY": days}:
            return str(day.day) in days.split(",")
    return True


def _weekly(days: set[int]) -> str:
    return f"FREQ=WEEKLY;BYDAY={','.join(_DAYS[day] for day in sorted(days))}"


def _weekdays(words: str) -> set[int]:
    """The numbers of ``周末``, ``周六、周日``, ``周一-五``; a range may go round the end of the week."""
    if "周末" in words:
        return {5, 6}
    days = set()
    for first, last in re.findall(rf"({_DAY})(?:-周?({_DAY}))?", words):
        start = weekday(first)
        length = (weekday(last or first) - start) % 7
        days |= {(start + step) % 7 for step in range(length + 1)}
    return days


def _ordinal(nth: str) -> int:
    if nth == "最后一":
        return -1
    return int(nth[1]) if nth[1].isdigit() else _NUMBERS.index(nth[1]) + 1
