"""One line of a notice with several times: days that have the same hours, hours of the same day, a list of either."""

import re
from dataclasses import replace
from datetime import timedelta

from scienceweek.model.recurrence import Daily, written
from scienceweek.model.schedule import DayPart, Days, Month, Months, PartDay, Recurring, Session, Stated
from scienceweek.source.notation.almanac import Frame, Impossible
from scienceweek.source.notation.brackets import add_note, bracketed, note
from scienceweek.source.notation.clock import (
    DAY_PART,
    EDGE,
    TIMES,
    AfterMidnight,
    NotNextDay,
    day_part,
    times,
)
from scienceweek.source.notation.forms import read
from scienceweek.source.notation.spans import number

_NUMBER = "[0-9]{1,2}|[一两二三四五六七八九十]"
_NTH = "第(?:[0-9]{1,2}|[一二三四五六七八九十])场"
_HOUR = f"(?:{_NTH})?(?:{TIMES}(?:开始|起)?|{DAY_PART})"
_NOTE = r"(?:\([^()]*\))?"
HOURS = f"{_HOUR}(?:{_NOTE}[、,和及]{_HOUR})*"
"""Hours and parts of a day in a list, as a pattern without groups."""

_LINE = re.compile(
    f"(?P<days>.+?),?的?{EDGE}(?:[分共]?(?P<number>{_NUMBER})场,?)?(?:分别[为是在于]?)?(?P<hours>{HOURS})(?P<each>各[一1]场)?"
)
_ONE = re.compile(
    f"(?P<nth>{_NTH})?(?:(?P<times>{TIMES})(?:开始|起)?|(?P<part>{DAY_PART}))(?:\\((?P<note>[^()]*)\\))?"
)
_EVERY = re.compile("(?P<days>.+?),?(?:每[天日]|各|分别)")
_BRACKETS = 8
_ONLY_LESS = re.compile("[每逢]*[^0-9每()]+(?:除外|闭馆|休馆|闭园|休息|不开放)")

Timed = Session | PartDay | Recurring


def read_all(text: str, frame: Frame) -> tuple[Stated, ...]:
    """All that *text* says, in its order; nothing where it has no form of a time. Raises Impossible."""
    if text.count("(") > _BRACKETS:
        return ()
    if _ONLY_LESS.fullmatch(text):
        # 周一闭馆: on all other days.
        text = f"每天({text})"
    if found := _line(text, frame):
        return found
    # A clause at the end may be about all; one within a list belongs to its own piece.
    if text.endswith(")"):
        return bracketed(text, frame, _line, read_all) or _list(text, frame)
    return _list(text, frame) or bracketed(text, frame, _line, read_all)


def _line(text: str, frame: Frame) -> tuple[Stated, ...]:
    return (one,) if (one := read(text, frame)) else _sessions(text, frame)


def _sessions(text: str, frame: Frame) -> tuple[Stated, ...]:
    """``5月20日、21日10:30、14:00``: each of the days at each of the hours."""
    match = _LINE.fullmatch(text)
    if not match:
        return ()
    hours = list(_ONE.finditer(match["hours"]))
    if match["number"] and number(match["number"]) != len(hours):
        raise Impossible(f"写了{match['number']}场，却有{len(hours)}个钟点")
    every = None if read(match["days"], frame) else _EVERY.fullmatch(match["days"])
    days = _days(every["days"] if every else match["days"], frame)
    together = every is not None or bool(match["each"]) or len(hours) > 1
    return tuple(_session(day, hour, frame, together=together) for day in days for hour in hours)


def _days(text: str, frame: Frame) -> tuple[Days | Recurring, ...]:
    """The days of a list, or what comes again; nothing if one of them is something else."""
    found: list[Days | Recurring] = []
    for piece in [text] if read(text, frame) else _pieces(text):
        match read(piece, frame):
            case Days() as one:
                frame = _after(one, frame, dated=bool(re.match("[0-9]{4}", piece)))
            case Recurring(start=None, part=None) as one if piece == text:
                pass
            case _:
                return ()
        found.append(one)
    return tuple(found)


def _session(day: Days | Recurring, hour: re.Match[str], frame: Frame, *, together: bool) -> Stated:
    """*day* at *hour*: of several days each, if they are *together* or the hour has an end."""
    if hour["part"]:
        made: Stated = _at_part(day, day_part(hour["part"]), together=together)
    else:
        made = _at_hour(day, hour["times"], together=together)
    for said in (hour["nth"], note(hour["note"], frame) if hour["note"] else ""):
        made = add_note(made, said) if said else made
    return made


def _at_part(day: Days | Recurring, part: DayPart, *, together: bool) -> Stated:
    match day:
        case Recurring():
            return replace(day, part=part)
        case Days(first) if len(day) == 1:
            return PartDay(first, part, day.note)
        case _ if together:
            return Recurring(Days(day.first, day.last), written(Daily()), part=part, note=day.note)
    raise Impossible(f"好几天只写了一次{part}；每天都是{part}，请写 5月25日—27日每天{part}")


def _at_hour(day: Days | Recurring, said: str, *, together: bool) -> Stated:
    try:
        start, end = times(said)
    except NotNextDay as reason:
        raise Impossible(f"{reason}；到第二天的，请写 {reason.instead}") from None
    except AfterMidnight as late:
        if isinstance(day, Days) and len(day) == 1:
            return Session(day.first + timedelta(days=1), *times(late.instead))
        raise Impossible(f"{late}，开始的钟点请写第二天的 {late.instead}") from None
    match day:
        case Recurring():
            return replace(day, start=start, end=end)
        case Days(first) if len(day) == 1:
            return Session(first, start, end, day.note)
        case _ if together or end is not None:
            return Recurring(Days(day.first, day.last), written(Daily()), start, end, note=day.note)
    raise Impossible("好几天只写了一个钟点；每天都是这个钟点，请写 5月25日—27日每天9:00—11:00")


def _list(text: str, frame: Frame) -> tuple[Stated, ...]:
    """Days, sessions or months with 、 between them; nothing if one of them is something else."""
    pieces = _pieces(text)
    if len(pieces) == 1:
        return ()
    found: list[Stated] = []
    for piece in pieces:
        ones = _line(piece, frame) or bracketed(piece, frame, _line, _line)
        for one in ones:
            if not isinstance(one, Days | Session | PartDay | Months):
                return ()
            frame = _after(one, frame, dated=bool(re.match("[0-9]{4}", piece)))
        if not ones:
            return ()
        found += ones
    if len({isinstance(one, Session | PartDay) for one in found}) > 1:
        raise Impossible("有的写了钟点，有的没有，请用；隔开，各写各的钟点")
    if len({isinstance(one, Months) for one in found}) > 1:
        raise Impossible("有的只写了月份，请用；隔开")
    return tuple(found)


def _pieces(plain: str) -> list[str]:
    """``5月25、26日`` as ``5月25日`` and ``26日``; ``4、5月`` as ``4月`` and ``5月``."""
    first, *rest = re.split(r"[、,和及](?![^()]*\))", plain)
    if not rest:
        return [first]
    unit = re.search("[日月](?=$|周)", rest[-1])
    open_end = re.compile("(?:(?:[0-9]{4}年)?[0-9]{1,2}月)?(?:[0-9]{1,2}-)?[0-9]{1,2}")
    units = [unit[0] if unit else "", *(unit[0] if unit else "日" for _ in rest)]
    return [
        piece + unit if open_end.fullmatch(piece) else piece
        for piece, unit in zip([first, *rest], units, strict=True)
    ]


def _after(schedule: Days | Session | PartDay | Months, frame: Frame, *, dated: bool) -> Frame:
    """What is known for the next piece of a list; a year holds on once it is *dated*."""
    last = schedule.last if isinstance(schedule, Months) else Month.of(schedule.last)
    return replace(frame, month=last, year=last.year if dated else frame.year)
