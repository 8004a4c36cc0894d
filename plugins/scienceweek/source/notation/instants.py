"""A day, perhaps with an hour, from which or until which something holds: ``9月22日12:00起``, ``2025-09-24 16:00``, ``3月22日12时前``."""

import re
from datetime import date, time, timedelta

from scienceweek.model.booking import Limit
from scienceweek.model.schedule import Days, Session
from scienceweek.source.mistakes.problems import quoted, unwrapped
from scienceweek.source.notation.almanac import DAY_SPELLINGS, Frame, Impossible
from scienceweek.source.notation.characters import normalise
from scienceweek.source.notation.forms import read
from scienceweek.source.notation.moments import MomentError
from scienceweek.source.notation.time_errors import refusal

_LONGEST = 60
_EXAMPLES = "可以写 9月24日、9月24日16:00、9月24日下午4点 或 2025-09-24 16:00。"
_DATED = "要写上年份，可以写 2025-09-24、2025-09-24 16:00。"
_BEFORE = re.compile("^(?:截止[到至]?时?间?[:-]?|截至|自|从|于) *")
_AFTER = re.compile(" *(?:之前|以前|前|截止|止|为止|开始|开放预约|起)$")
_MIDNIGHT = re.compile("(?<![0-9])0?0(?::00|[点时]整?)$")
_BARE = re.compile("[0-9]{1,2}(?=日)")


def instant(text: str, *, window: Days | None, near: date | None = None) -> Limit:
    """The day, and perhaps the hour, that *text* says; *window* is as that of ``moments.schedule``.

    A day without its month is the last before *near*, or *near* itself. Raises MomentError.
    """
    plain = normalise(unwrapped(text) or text).removesuffix("。")
    plain = re.sub("(?<![0-9]) | (?![0-9])", "", _AFTER.sub("", _BEFORE.sub("", plain)))
    for pattern, spelling in DAY_SPELLINGS:
        plain = re.sub(pattern, spelling, plain)
    frame = Frame(window)
    if near and (bare := _BARE.match(plain)):
        plain = f"{_before(near, int(bare[0]))}月{plain}"
    try:
        found = None if len(plain) > _LONGEST else read(_MIDNIGHT.sub("凌晨0:00", plain), frame)
    except Impossible as reason:
        raise _unreadable(text, str(reason).split("，真的半夜")[0], frame) from None
    match found:
        case Session(note=note) | Days(note=note) if note:
            raise _unreadable(text, f"括号里的“{note}”请写进 note（说明）", frame)
        case Session(day, start, None):
            return Limit(day, start)
        case Days(first, last) if first == last:
            return Limit(first)
        case Session() | Days():
            raise _unreadable(text, "这里只能写一个时刻", frame)
        case _:
            raise _unreadable(text, refusal(plain), frame)


def deadline(text: str, *, window: Days | None, near: date | None = None) -> Limit:
    """The same for an end: midnight is the end of the day before, as a whole. Raises MomentError."""
    found = instant(text, window=window, near=near)
    return Limit(found.day - timedelta(days=1)) if found.at == time() else found


def _before(near: date, day: int) -> int:
    """The month of the last such *day* before *near*, that day included."""
    return near.month if day <= near.day else (near.month - 2) % 12 + 1


def _unreadable(text: str, why: str, frame: Frame) -> MomentError:
    examples = _EXAMPLES if frame.window else _DATED
    colon = "：" if why else ""
    return MomentError(f"看不懂{quoted(text)}这个时间{colon}{why}。{examples}")
