"""Clauses in brackets beside a time: weekdays and lengths that must fit it, days that are left out, and notes that are kept.

A note says nothing of the days. Whatever could be another time is refused: what is read as a note is seen by nobody
who looks for a day.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from scienceweek.model.days import runs_of
from scienceweek.model.recurrence import Daily, written
from scienceweek.model.schedule import Days, Recurring, Stated
from scienceweek.source.notation.almanac import Frame, Impossible
from scienceweek.source.notation.characters import normalise
from scienceweek.source.notation.forms import checked
from scienceweek.source.notation.recurrence import weekdays_of, without
from scienceweek.source.notation.spans import number, whole_days

Reader = Callable[[str, Frame], tuple[Stated, ...]]
"""Reads all that a text says; nothing where it has no form of a time."""

_LONGEST = 60
_LAST = re.compile(r"(?P<before>.*)\((?P<clause>[^()]+)\)(?P<after>[^()]*)")
_LESS = re.compile("[每逢]*(?P<what>.+?)(?:除外|闭馆|休馆|闭园|休息|不开放)")
_HOLIDAYS = "(?:国家)?(?:法定)?(?:节假日|节日|假日)"
_LENGTH = re.compile("(?:共|为期|连续|历时)?(?P<number>[0-9]{1,3}|[一两二三四五六七八九十])天")
_CLOCK = re.compile("[0-9]{1,2}(?::[0-9]{2}|[点时])")
_DATE = re.compile("[0-9]{1,2}(?:月|日|[.][0-9]|号(?![厅馆楼门会教展场院线车台位桌窗机库]))|[0-9]{4}-[0-9]")
"""3号 may be a hall: 3号厅."""
_NO_TIME = re.compile(
    "雨|雪|天气|高温|顺延|延期|改期|备用|入场|入馆|入园|进场|检票|签到|报到|集合|截止|报名|预约|领票|取票|售票|停止|清场|闭馆|闭园"
    "|开门|开馆|提前|之前|除外|出发|发车|农历|节假日"
)
"""What a date or an hour in a note may be about, other than another time of the activity."""
_OPEN = re.compile("暂定|待定|未定|拟定?|预计|另行通知")


def bracketed(text: str, frame: Frame, line: Reader, read: Reader) -> tuple[Stated, ...]:
    """What *text* says without its last clause in brackets, which *read* can, and with what that adds.

    A clause may hold the hours themselves; *line* reads a text without brackets. Raises Impossible.
    """
    match = _LAST.fullmatch(text)
    if not match:
        return ()
    before, clause, after = match["before"], match["clause"], match["after"]
    first, *others = parts = re.split("[,;]", clause)
    # 5月20日(上午9:30-11:00), 周二至周日(9:00-17:00,16:30停止入场): the hours themselves.
    if not after and (found := _dissolved(before, clause, frame, line)):
        return found
    if not after and (found := _dissolved(before, first, frame, line)):
        parts = others
    else:
        found = read(f"{before}{after}", frame)
    less = [part for part in parts if _LESS.fullmatch(part)]
    notes = [part for part in parts if part not in less]
    for part in less if found else ():
        found = _without(found, part, frame)
    for part in notes if found else ():
        found = _with(found, part, frame)
    return found


def _dissolved(before: str, clause: str, frame: Frame, line: Reader) -> tuple[Stated, ...]:
    return line(f"{before}{clause}" if clause.startswith("每") else f"{before} {clause}", frame)


def _with(found: tuple[Stated, ...], clause: str, frame: Frame) -> tuple[Stated, ...]:
    """*found* with a *clause* that adds no time."""
    days = {day for when in found for run in runs_of(when) for day in run}
    if weekdays := weekdays_of(clause) or weekdays_of(f"周{clause}"):
        if weekdays != {day.weekday() for day in days}:
            raise Impossible(f"括号里的“{clause}”和日期对不上，请核对")
        return found
    if (
        clause.endswith("工作日")
        and all(isinstance(one, Days | Recurring) for one in found)
        and len(days) > 1
    ):
        return tuple(add_note(_less(one, "周六、周日"), frame.as_written(clause)) for one in found)
    if length := _LENGTH.fullmatch(clause):
        if number(length["number"]) != len(days):
            raise Impossible(f"括号里写了{clause}，日期却有{len(days)}天，请核对")
        return found
    return _noted(found, note(clause, frame), last=bool(_CLOCK.search(clause)))


def note(clause: str, frame: Frame) -> str:
    """*clause* as it was written. Raises Impossible if it may be a time, or says that the time is open."""
    said = frame.as_written(clause)
    plain = normalise(said)
    if (less := _LESS.fullmatch(clause)) and weekdays_of(less["what"]):
        raise Impossible("要先写“每天”，例如 5月25日—6月1日每天（周一闭馆）")
    if _OPEN.search(clause):
        raise Impossible("日子还没有定，请写月份，或把原话写成 {unfixed: 原话}")
    if (_CLOCK.search(plain) or _DATE.search(plain)) and not _NO_TIME.search(plain):
        raise Impossible(f"括号里的“{said}”也像一个时间；是另一场，请用；隔开，写上哪天、几点")
    if len(clause) > _LONGEST or not re.search(r"\w", clause):
        raise Impossible(f"括号里的说明最长 {_LONGEST} 个字，更多的请写进 description（简介）")
    return said


def _noted(found: tuple[Stated, ...], note: str, *, last: bool) -> tuple[Stated, ...]:
    """*note* beside all of *found*; beside the *last* only, where it is about its hour or the others have their own."""
    if last or any(one.note for one in found[:-1]):
        return (*found[:-1], add_note(found[-1], note))
    return tuple(add_note(one, note) for one in found)


def add_note(when: Stated, note: str) -> Stated:
    """*when* with one *note* more."""
    return replace(when, note=f"{when.note}，{note}" if when.note else note)


def _without(found: tuple[Stated, ...], clause: str, frame: Frame) -> tuple[Stated, ...]:
    """*found* less the days of *clause*: weekdays, dates; what has no date of its own (节假日) stays a note."""
    match = _LESS.fullmatch(clause)
    what = match["what"] if match else ""
    named = re.sub(f"^{_HOLIDAYS}[、和及]?|[、和及]?{_HOLIDAYS}$", "", what)
    if named == what and not weekdays_of(what) and not _DATE.search(what):
        return _with(found, clause, frame)
    if not all(isinstance(one, Recurring) or (isinstance(one, Days) and len(one) > 1) for one in found):
        raise Impossible("要先写“每天”，例如 5月25日—6月1日每天（周一闭馆）")
    less = tuple(_less(one, named) if named else one for one in found)
    return less if named == what else tuple(add_note(one, frame.as_written(clause)) for one in less)


def _less(when: Stated, named: str) -> Stated:
    """*when* less the days that are *named*; days without a rule become each day."""
    if isinstance(when, Days):
        when = Recurring(Days(when.first, when.last), written(Daily()), note=when.note)
    if not isinstance(when, Recurring):
        return when
    if fewer := without(when.rule, named):
        return checked(replace(when, rule=fewer))
    exceptions = set(when.exceptions)
    for words in re.split("[、,和及]", named):
        days = whole_days(words, Frame(window=when.span))
        if days is None:
            raise Impossible(f"看不懂除外的“{words}”")
        exceptions |= set(days)
    return checked(replace(when, exceptions=tuple(sorted(exceptions))))
