"""Times of day as notices write them: ``09:30/11:00``, ``上午9:00—11:00``, ``下午2点半``."""

import re
from datetime import time

from scienceweek.source.almanac import Impossible

_PARTS = {
    "凌晨": (0, 5),
    "清晨": (4, 8),
    "早晨": (4, 11),
    "早上": (4, 11),
    "上午": (5, 12),
    "中午": (11, 14),
    "下午": (12, 19),
    "傍晚": (16, 20),
    "晚上": (17, 23),
    "晚": (17, 23),
}
"""The hours that each part of the day may have, on the clock of 24."""

PART = f"(?:{'|'.join(_PARTS)})"
TIME = rf"{PART}?[0-9]{{1,2}}(?::[0-9]{{2}}|[点时](?:[0-9]{{1,2}}分?|半|[一三]刻|整)?)"
TIMES = rf"(?:{TIME}(?:[-/]{TIME})?|{PART}?[0-9]{{1,2}}-{PART}?[0-9]{{1,2}}[点时])"
"""A time of day or two, as a pattern without groups; ``times`` reads what it matches."""

EDGE = r"(?:(?<![0-9])|(?![0-9])|[ T])"
"""Between a date and a time: they may touch only where two numbers do not."""

_HAND = re.compile(
    rf"(?P<part>{PART})?(?P<hour>[0-9]{{1,2}})"
    r"(?::(?P<minute>[0-9]{2})|[点时](?:(?P<minutes>[0-9]{1,2})分?|(?P<word>半|[一三]刻|整))?)?"
)
_WORDS = {None: 0, "整": 0, "一刻": 15, "半": 30, "三刻": 45}


def times(text: str) -> tuple[time, time | None]:
    """The start and perhaps the end in *text*, which matches ``TIMES``.

    An end without a part of the day takes that of the start if it fits: ``下午2:00-4:00``.
    """
    start, *rest = [match for mark in re.split("[-/]", text) if (match := _HAND.fullmatch(mark))]
    begin = _time(start, start["part"])
    if not rest:
        return begin, None
    (stop,) = rest
    inherited = start["part"] if _hour(stop, start["part"]) is not None else None
    end = _time(stop, stop["part"] or inherited)
    if end <= begin:
        raise Impossible(f"结束的时间（{end:%H:%M}）不晚于开始的时间（{begin:%H:%M}）")
    return begin, end


def _time(match: re.Match[str], part: str | None) -> time:
    hour = _hour(match, part)
    if hour is None:
        raise Impossible(f"没有“{part}{match['hour']}点”这样的时刻")
    minute = int(match["minute"] or match["minutes"] or _WORDS[match["word"]])
    try:
        return time(hour, minute)
    except ValueError:
        raise Impossible(f"没有{hour}:{minute:02}这个时刻") from None


def _hour(match: re.Match[str], part: str | None) -> int | None:
    """On the clock of 24; None if it is no hour of that *part* of the day."""
    hour = int(match["hour"])
    if part is None:
        return hour
    earliest, latest = _PARTS[part]
    afternoon = [hour + 12] if hour in range(1, 12) else []
    return next((number for number in [hour, *afternoon] if earliest <= number <= latest), None)
