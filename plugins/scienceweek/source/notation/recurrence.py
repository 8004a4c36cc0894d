"""What comes again: ``每周六``, ``每天``, ``隔周周六``, ``每月第一个周六`` as RRULEs (RFC 5545 §3.3.10), and RRULEs as written."""

import re

from scienceweek.model.recurrence import WEEKDAYS, Daily, MonthDays, NthWeekdays, Weekly, parsed, written
from scienceweek.source.notation.almanac import Impossible, weekday
from scienceweek.source.notation.characters import normalise

_NUMBERS = "一二三四五"
_EVERY = {"两": 2, "二": 2, "三": 3, "四": 4}

_DAY = "[一二三四五六日天]"
_AND = "[、,和及/]"
# 周六日 is two days; 周六天 may be six.
_WEEKDAYS = (
    rf"(?:双休日|周(?:末|{_DAY}(?:-周?{_DAY})?(?:(?:{_AND}周?{_DAY}|[一二三四五六日])(?:-周?{_DAY})?)*))"
)
# Several need no 每: one, 周六, may be the next.
_SEVERAL = rf"(?:双休日|周末|周{_DAY}(?:-周?{_DAY}|(?:{_AND}周?{_DAY})+|[一二三四五六日]))"
_WORKDAYS = "(?:每[个逢]?|逢)?工作日"
_WEEKS = r"(?:每?隔一?周|每(?:[两二三四2-9]|1[0-9])个?(?:周|星期))的?"
_OTHER_DAY = r"(?:每?隔一?[天日]|每(?:[两二三四2-9]|1[0-9])[天日])"

RULE = (
    rf"(?:每[天日]|天天|{_OTHER_DAY}|{_WEEKS}{_WEEKDAYS}|(?:每[个逢]?|逢){_WEEKDAYS}|{_SEVERAL}|{_WORKDAYS}"
    rf"|每个?月的?(?:第[{_NUMBERS}1-5](?:{_AND}第?[{_NUMBERS}1-5])*|最后一)个?周{_DAY}"
    rf"|每个?月的?[0-9]{{1,2}}日(?:{_AND}[0-9]{{1,2}}日)*)"
)
"""The words of a rule, as a pattern without groups; ``rule`` reads what it matches."""

DAYS_OF_WEEK = _WEEKDAYS
"""Words for some weekdays, likewise; ``days_of_week`` reads what it matches."""

_NTH = re.compile(rf"每个?月的?(?P<nth>第[^个周]+|最后一)个?周(?P<day>{_DAY})")
_SOME_WEEKS = re.compile(f"(?P<every>{_WEEKS})(?P<days>{_WEEKDAYS})")

_KNOWN = ("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY")
_ELSEWHERE = {
    "UNTIL": "最后一天写在 span（起止）里，请删去 UNTIL",
    "COUNT": "到哪天为止写在 span（起止）里，请删去 COUNT",
    "DTSTART": "第一天写在 span（起止）里，请删去 DTSTART",
    "BYHOUR": "钟点写在 start 和 end 里，请删去 BYHOUR",
    "BYMINUTE": "钟点写在 start 和 end 里，请删去 BYMINUTE",
    "BYMONTH": "从几月到几月写在 span（起止）里，请删去 BYMONTH",
    "BYSETPOS": "第几个星期几写成 BYDAY=1SA，请删去 BYSETPOS",
    "WKST": "一周从周一算起，请删去 WKST",
}


def rule(words: str) -> str:
    """The RRULE of *words*, which match ``RULE``."""
    if words in ("每天", "每日", "天天"):
        return written(Daily())
    if re.fullmatch(_OTHER_DAY, words):
        return written(Daily(_every(words)))
    if re.fullmatch(_WORKDAYS, words):
        return written(Weekly((0, 1, 2, 3, 4)))
    if match := _SOME_WEEKS.fullmatch(words):
        return written(Weekly(tuple(sorted(_weekdays(match["days"]))), _every(match["every"])))
    if match := _NTH.fullmatch(words):
        numbers = sorted({_ordinal(one) for one in re.split(_AND, match["nth"])})
        return written(NthWeekdays(tuple((number, weekday(match["day"])) for number in numbers)))
    if "月" in words:
        days = sorted({int(number) for number in re.findall("[0-9]+", words)})
        if wrong := [day for day in days if day not in range(1, 32)]:
            raise Impossible(f"没有哪个月有{wrong[0]}日")
        return written(MonthDays(tuple(days)))
    return written(Weekly(tuple(sorted(_weekdays(words)))))


def rrule(text: str) -> str:
    """The RRULE that *text* is, its parts and days in one order. Raises Impossible."""
    parts: dict[str, str] = {}
    for part in normalise(text).upper().replace(" ", "").removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        if name in parts:
            raise Impossible(f"{name} 写了两次")
        if (name, value) == ("WKST", "MO") or not part:
            continue
        if name in _ELSEWHERE:
            raise Impossible(_ELSEWHERE[name])
        if name not in _KNOWN:
            raise Impossible(f"没有“{name}”这一项" if name else "")
        parts[name] = value
    return _checked(parts)


def _checked(parts: dict[str, str]) -> str:
    frequency, interval = parts.pop("FREQ", ""), parts.pop("INTERVAL", "1")
    days, month_days = parts.pop("BYDAY", ""), parts.pop("BYMONTHDAY", "")
    if frequency not in ("DAILY", "WEEKLY", "MONTHLY"):
        raise Impossible("FREQ 只能写 DAILY、WEEKLY 或 MONTHLY")
    if not re.fullmatch("[1-9][0-9]?", interval):
        raise Impossible("INTERVAL 只能写 1 到 99")
    if days and month_days:
        raise Impossible("BYDAY 和 BYMONTHDAY 只能写一样")
    every = int(interval)
    if month_days:
        return written(MonthDays(_month_days(frequency, month_days), every))
    nth = _weekdays_of_rule(days) if days else set()
    plain, counted = all(not number for number, _ in nth), all(number for number, _ in nth)
    if frequency == "DAILY" and not nth:
        return written(Daily(every))
    if nth and plain and (frequency == "WEEKLY" or every == 1):
        return written(Weekly(tuple(sorted({day for _, day in nth})), every))
    if nth and counted and frequency == "MONTHLY":
        return written(parsed(f"FREQ=MONTHLY;INTERVAL={every};BYDAY={days.replace('+', '')}"))
    raise Impossible(_LACKING[frequency])


def _month_days(frequency: str, text: str) -> tuple[int, ...]:
    if frequency != "MONTHLY":
        raise Impossible("BYMONTHDAY 要和 FREQ=MONTHLY 一起写")
    numbers = text.split(",")
    if not all(re.fullmatch("0?[1-9]|[12][0-9]|3[01]", number) for number in numbers):
        raise Impossible("BYMONTHDAY 只能写 1 到 31，几天用逗号隔开")
    return tuple(sorted({int(number) for number in numbers}))


def _weekdays_of_rule(text: str) -> set[tuple[int, int]]:
    """Weekdays, each with its number in the month: 0 if it has none."""
    found = [re.fullmatch(f"([+-]?[0-9]*)({'|'.join(WEEKDAYS)})", day) for day in text.split(",")]
    nth = {(int(one[1] or 0), WEEKDAYS.index(one[2])) for one in found if one and one[1] not in ("+", "-")}
    if not all(found) or not nth or any(number not in (-1, *range(6)) for number, _ in nth):
        raise Impossible("BYDAY 写 MO、TU、WE、TH、FR、SA、SU，或 1SA（第一个周六）、-1SU（最后一个周日）")
    return nth


_LACKING = {
    "DAILY": "每天的不写星期几；每周几的请写 FREQ=WEEKLY",
    "WEEKLY": "FREQ=WEEKLY 要写上星期几，例如 BYDAY=SA",
    "MONTHLY": "FREQ=MONTHLY 要写上哪一天，例如 BYDAY=1SA（第一个周六）或 BYMONTHDAY=15",
}


def weekdays_of(words: str) -> set[int]:
    """The numbers of the weekdays that *words* are: 周末, 周六、周日; none if they are something else."""
    return _weekdays(words) if re.fullmatch(_WEEKDAYS, words) else set()


def without(rule: str, closed: str) -> str | None:
    """The *rule* less the weekdays of *closed* (``周一``, ``周一、周二``); None if *closed* names none."""
    if not re.fullmatch(_WEEKDAYS, closed):
        return None
    match parsed(rule):
        case Daily(1):
            open_days = set(range(7))
            every = 1
        case Weekly(weekdays, every):
            open_days = set(weekdays)
        case Daily():
            raise Impossible("隔几天一次的日子不能再除去星期几")
        case _:
            raise Impossible("每月的日子不能再除去星期几")
    if not open_days - _weekdays(closed):
        raise Impossible("除去以后一天也不剩")
    return written(Weekly(tuple(sorted(open_days - _weekdays(closed))), every))


def days_of_week(words: str) -> tuple[int, ...]:
    """The numbers of ``周二-周日``, ``周六、日``, in order: Monday is 0."""
    return tuple(sorted(_weekdays(words)))


def _weekdays(words: str) -> set[int]:
    """The numbers of ``周末``, ``周六、周日``, ``周一-五``; a range may go round the end of the week."""
    if "周末" in words or "双休日" in words:
        return {5, 6}
    days = set()
    for first, last in re.findall(rf"({_DAY})(?:-周?({_DAY}))?", words):
        start = weekday(first)
        length = (weekday(last or first) - start) % 7
        days |= {(start + step) % 7 for step in range(length + 1)}
    return days


def _every(words: str) -> int:
    """How many weeks or days lie between: two, where 隔 says it."""
    if digits := re.search("[0-9]+", words):
        return int(digits[0])
    return next((number for word, number in _EVERY.items() if word in words), 2)


def _ordinal(nth: str) -> int:
    if nth == "最后一":
        return -1
    return int(nth[-1]) if nth[-1].isdigit() else _NUMBERS.index(nth[-1]) + 1
