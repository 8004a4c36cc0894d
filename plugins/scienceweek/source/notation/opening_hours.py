"""Regular opening hours, as staff and notices write them.

``每周二至周日 9:00—17:00（16:30停止入馆）``, ``7月1日—8月31日 每天 9:00—20:00``, ``法定节假日 9:00—17:00``,
``工作日 上午9:00—11:30，下午14:00—17:00``, ``周一闭馆（法定节假日除外）``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

from scienceweek.model.hours import WEEK, Doors, Hours, Season, When
from scienceweek.model.schedule import Days
from scienceweek.source.notation.almanac import Frame, Impossible
from scienceweek.source.notation.characters import normalise
from scienceweek.source.notation.clock import TIME, TIMES, times
from scienceweek.source.notation.recurrence import DAYS_OF_WEEK, days_of_week
from scienceweek.source.notation.spans import whole_days

_LONGEST = 200  # characters
_SHOWN = 40
_EXAMPLES = (
    "可以写 每周二至周日 9:00—17:00（16:30停止入馆）、7月1日—8月31日 每天 9:00—20:00、"
    "法定节假日 9:00—17:00、工作日 9:00—11:30、14:00—17:00 或 周一闭馆。"
)
_HINTS = (
    ("[闭休]", "只在某些日子闭馆的，写进 closures（闭馆）。"),
    ("每月", "每月只开放几天的，写进 description（简介）；活动周里的那几天写进 opening（开放时段）。"),
    ("预约", "怎样预约写进 admission（入场条件）；平日哪几天开放不知道的，就不写开放时间。"),
)

_EVERY = "(?:每天|每日|天天|全年|全周|每周)"
_HOLIDAYS = "(?:国家)?(?:法定)?(?:公众)?(?:节假日|节日|公休日)"
_WORKING = r"(?:每个?)?工作日(?:\(周一-周?五\))?"
_SOME = f"(?:每[个逢]?|逢)?(?:{DAYS_OF_WEEK}|双休日)"
_DAYS = rf"(?:(?:{_SOME}|{_WORKING}|{_HOLIDAYS}|{_EVERY})(?:[、,和及与])?)+"
_DATE = "(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?"
_ISO = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_NAMED = "(?:夏季|冬季|夏令时?|冬令时?|夏秋季?|冬春季?|旺季|淡季|暑期|暑假|寒假)"
_SPAN = rf"(?:{_ISO}/{_ISO}|{_ISO}|(?:每年)?{_DATE}-(?:次年)?{_DATE}|(?:每年)?[0-9]{{1,2}}-(?:次年)?[0-9]{{1,2}}月|[0-9]{{4}}年[0-9]{{1,2}}月[0-9]{{1,2}}日)"
_SEASON = rf"(?:{_NAMED}?\({_SPAN}\)|{_NAMED}?:?{_SPAN}|{_NAMED})(?:期间)?"
_ENTRY = "(?:停止|截止|最晚|不再|最后)?(?:入馆|入场|入园|进馆|进场|入内|售票|检票|取票|换票|领票|接待|进入)"
_LAST = rf"(?:{TIME}(?:后|起|以后|之后)?(?:停止|截止|不再){_ENTRY}|(?:最后|最晚|停止|截止){_ENTRY}(?:时间)?(?:为|:)?{TIME})"
_BEFORE = rf"(?:闭馆|闭园|关门|结束)?(?:前|提前)(?P<minutes>[0-9]{{1,3}})分钟(?:停止|截止|不再){_ENTRY}"
_LAST_BEFORE = _BEFORE.replace("?P<minutes>", "?:")
_CLOSED = "(?:例行|固定)?(?:闭馆|休馆|闭园|关闭|休息|不开放|停止开放|闭馆维护|闭馆休整)(?:日)?"
_OPEN = "(?:(?:免费|对外|正常|照常)*(?:开放|营业|开馆))"
_ALL_DAY = "(?:全天|24小时|全天候)"

_BUT = rf"(?:(?:遇|逢)?{_HOLIDAYS}(?:除外|不开放|闭馆|休息|闭馆休息)|不含{_HOLIDAYS}|除{_HOLIDAYS}外?)"

_LINE = re.compile(
    rf"(?:开放时间|开馆时间|营业时间)?:?(?:(?P<season>{_SEASON})[,: ]?)?(?P<days>{_DAYS})?(?:期间)?:?{_OPEN}?"
    rf"(?P<hours>{_ALL_DAY}|{TIMES}(?:[、,;和及]{TIMES})*)?(?:,(?P<last>{_LAST}|{_LAST_BEFORE}))?"
    rf"(?P<verb>{_CLOSED}|{_OPEN})?(?:,(?P<but>{_BUT}))?"
)
_LESS = re.compile(
    rf"(?P<days>{_SOME}){_CLOSED}(?:[,、]?(?P<but>{_HOLIDAYS})(?:除外|照常开放|开放|正常开放))?"
)
_NEXT = re.compile(
    rf"[;。]|(?<=[0-9]:[0-9]{{2}})(?=(?:{_SOME}|{_WORKING}|{_HOLIDAYS})[^、,]*[0-9])|(?<=[0-9点时半整)馆园息放])[,、](?=(?:{_SOME}|{_WORKING}|{_HOLIDAYS}|{_EVERY}|{_SEASON})[^、,]*(?:[0-9]|{_CLOSED}))"
)


class HoursError(ValueError):
    """No opening hours that anyone can understand: a message in Chinese that says what would do."""


def opening_hours(text: str) -> tuple[Hours, ...]:
    """The lines of hours that *text* says. Raises HoursError."""
    words = " ".join(text.split())
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    if len(text) > _LONGEST:
        raise HoursError(f"“{shown}”太长，不像开放时间，请一行写一种。{_EXAMPLES}")
    try:
        found = tuple(line for part in _parts(_plain(text)) for line in _lines(part, words))
    except Impossible as reason:
        why = f"：{reason}" if str(reason) else ""
        hints = "".join(hint for sign, hint in _HINTS if re.search(sign, words))
        raise HoursError(f"看不懂“{shown}”这个开放时间{why}。{_EXAMPLES}{hints}") from None
    return found


def _plain(text: str) -> str:
    apart = re.sub(f" (?={_LAST}|{_LAST_BEFORE})", ",", normalise(text))
    apart = re.sub(f"(?:(?<=:[0-9]{{2}})|(?<=[点时分半])) (?={TIMES})", "、", apart)
    plain = re.sub("(?<![0-9]) | (?![0-9])", "", apart).rstrip("。;,")
    for pattern, spelling in (
        ("起?[至到]", "-"),
        ("-+", "-"),
        ("(?:星期|礼拜)(?=[一二三四五六日天])", "周"),
        ("(?<=[0-9])号", "日"),
        ("月份", "月"),
        ("(上午|下午|中午|早上|晚上):(?=[0-9])", r"\1"),
        ("以及|与", "和"),
    ):
        plain = re.sub(pattern, spelling, plain)
    return re.sub(rf"[;。](?={_LAST}|{_LAST_BEFORE})", ",", plain)


def _parts(plain: str) -> list[str]:
    """``周二-周五9:00-17:00,周六、周日9:00-18:00`` in two; nothing is cut inside brackets."""
    cuts = [
        match.span()
        for match in _NEXT.finditer(plain)
        if plain.count("(", 0, match.start()) == plain.count(")", 0, match.start())
    ]
    edges = [0, *(edge for cut in cuts for edge in cut), len(plain)]
    return [
        part for part in (plain[one:two] for one, two in zip(edges[::2], edges[1::2], strict=True)) if part
    ]


def _lines(part: str, words: str) -> list[Hours]:
    text, clauses = _clauses(part)
    match = _LINE.fullmatch(text)
    if not match or not (match["days"] or match["hours"] or match["season"]):
        raise Impossible("")
    closed = bool(re.fullmatch(_CLOSED, match["verb"] or ""))
    if closed and match["hours"]:
        raise Impossible("一行里又有钟点又有闭馆；只闭半天的，请写那天开放的钟点")
    season = _season(match["season"]) if match["season"] else None
    doors = tuple(_doors(match["hours"] or ""))
    lines = [Hours(when, doors, closed, words) for when in _whens(match["days"] or "", season)]
    for clause in filter(None, [match["last"], match["but"], *clauses]):
        lines = _but(lines, clause)
    if not lines:
        raise Impossible("除去以后一天也不剩")
    return lines


def _but(lines: list[Hours], clause: str) -> list[Hours]:
    """*lines* as a *clause* in brackets changes them; one that says nothing of days and hours changes nothing."""
    line = lines[0]
    if "顺延" in clause:
        raise Impossible(
            "顺延到哪天，程序不去算；请写 周一闭馆（法定节假日除外），改在哪天闭馆写进 closures（闭馆）"
        )
    if last := _last(clause, line.doors):
        return [replace(one, doors=last) for one in lines]
    if less := _LESS.fullmatch(clause):
        return list(_without(lines, days_of_week(_weekend(less["days"])), but=bool(less["but"])))
    if re.fullmatch(_BUT, clause):
        rest = [replace(one, when=replace(one.when, holidays=False)) for one in lines if one.when.weekdays]
        on_holidays = replace(line, when=When((), line.when.season, holidays=True), doors=(), closed=False)
        return [on_holidays, *rest] if line.closed else rest
    if re.search("[0-9]|闭馆|不开放", clause):
        raise Impossible(f"括号里的“{clause}”请另写一行，或写进说明")
    return lines


def _clauses(part: str) -> tuple[str, list[str]]:
    """*part* without what stands in brackets, and that; the brackets of a season or of 工作日 stay."""
    found: list[str] = []

    def keep(match: re.Match[str]) -> str:
        inside = match[0][1:-1]
        if re.fullmatch(rf"{_SPAN}|周一-周?五", inside):
            return match[0]
        found.extend(_apart(inside))
        return ""

    return re.sub(r"\([^()]*\)", keep, part), found


def _apart(inside: str) -> list[str]:
    if _LESS.fullmatch(inside):
        return [inside]
    return (
        [clause for clause in re.split("[,;、]", inside) if clause] if re.search("[,;]", inside) else [inside]
    )


def _whens(words: str, season: Season | Days | None) -> Iterator[When]:
    """The days that *words* name; holidays stand apart, for they win over weekdays."""
    if not words or re.search(_EVERY + "(?!周)", re.sub(_SOME, "", words)):
        yield When(WEEK, season)
        if re.search(_HOLIDAYS, words):
            yield When((), season, holidays=True)
        return
    if re.search(_WORKING, words):
        yield When(tuple(range(5)), season, holidays=False, working=True)
    named = _weekend(re.sub(f"{_WORKING}|{_HOLIDAYS}", "", words))
    days = sorted({day for some in re.findall(DAYS_OF_WEEK, named) for day in days_of_week(some)})
    if days:
        yield When(tuple(days), season)
    if re.search(_HOLIDAYS, re.sub(_WORKING, "", words)):
        yield When((), season, holidays=True)


def _without(lines: list[Hours], closed: tuple[int, ...], *, but: bool) -> Iterator[Hours]:
    """*lines* less the *closed* weekdays; of those that are holidays it is open, if *but*."""
    for line in lines:
        left = tuple(day for day in line.when.weekdays if day not in closed)
        if left or not line.when.weekdays:
            yield replace(line, when=replace(line.when, weekdays=left))
    if but and all(line.when.weekdays for line in lines):
        yield replace(lines[0], when=When((), lines[0].when.season, holidays=True))


def _weekend(words: str) -> str:
    return words.replace("双休日", "周末")


def _season(words: str) -> Season | Days:
    text = re.sub(f"^{_NAMED}?:?|[()]|期间$|每年", "", words)
    if re.match("[0-9]{4}", text):
        found = whole_days(text, Frame())
        if found is None:
            raise Impossible("写了年份的日期要两头都写到日，例如 2026年7月1日—8月31日")
        return found
    numbers = re.fullmatch(
        r"([0-9]{1,2})(?:月(?:([0-9]{1,2})日)?)?-(?:次年)?([0-9]{1,2})月(?:([0-9]{1,2})日)?", text
    )
    if not numbers:
        raise Impossible("没有写从几月几日到几月几日")
    first_month, first_day, last_month, last_day = numbers.groups()
    return Season(
        _month_day(int(first_month), int(first_day or 1)), _month_day(int(last_month), int(last_day or 0))
    )


def _month_day(month: int, day: int) -> tuple[int, int]:
    """A day of any year, the last of its month if *day* is 0. Raises Impossible."""
    if month not in range(1, 13):
        raise Impossible(f"没有{month}月")
    leap = 2024
    last = (date(leap + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    if day > last:
        raise Impossible(f"{month}月没有{day}日")
    return month, day or last


def _doors(words: str) -> Iterator[Doors]:
    if re.fullmatch(_ALL_DAY, words):
        yield Doors(time(), time())
        return
    for one in re.findall(TIMES, words):
        start, end = times(one)
        yield Doors(start, end)


def _last(clause: str, doors: tuple[Doors, ...]) -> tuple[Doors, ...] | None:
    """*doors* with the last admission that *clause* says; None if it says none."""
    if before := re.fullmatch(_BEFORE, clause):
        return tuple(_earlier(door, int(before["minutes"])) for door in doors)
    if not re.fullmatch(_LAST, clause) or not doors:
        return None
    last = times(re.findall(TIME, clause)[0])[0]
    within = [
        door
        for door in doors
        if door.start <= last and (door.end is None or door.end <= door.start or last <= door.end)
    ]
    if not within:
        raise Impossible(f"{last:%H:%M} 停止入馆，那时不开放")
    return tuple(replace(door, last=last) if door == within[-1] else door for door in doors)


def _earlier(door: Doors, minutes: int) -> Doors:
    if door.end is None:
        return door
    end = door.end.hour * 60 + door.end.minute or 24 * 60
    last = max(end - minutes, door.start.hour * 60 + door.start.minute)
    return replace(door, last=time(last // 60, last % 60))
