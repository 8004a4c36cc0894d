"""Times of day as notices write them: ``09:30/11:00``, ``上午9:00—11:00``, ``下午2点半``, ``22:00—次日2:00``."""

import re
from datetime import time

from scienceweek.model.schedule import DayPart
from scienceweek.source.notation.almanac import Impossible

_PARTS = {
    "凌晨": (0, 5),
    "清晨": (4, 8),
    "早晨": (4, 11),
    "早上": (4, 11),
    "早": (4, 11),
    "上午": (5, 12),
    "中午": (11, 14),
    "午后": (12, 19),
    "下午": (12, 19),
    "傍晚": (16, 20),
    "晚上": (17, 24),
    "晚间": (17, 24),
    "夜间": (18, 24),
    "夜里": (18, 24),
    "深夜": (20, 24),
    "当晚": (17, 24),
    "晚": (17, 24),
    "午夜": (23, 24),
}
"""The hours that each part of the day may have, on the clock of 24; 24 is the end of the day."""

_MORNING = "凌晨"
NEXT = "(?:次日|第二天|第二日|翌日|隔日|隔天)"
"""What says that an end is on the next day."""

_DAY_PARTS = {part.value: part for part in DayPart} | {
    "整天": DayPart.WHOLE,
    "早晨": DayPart.EARLY,
    "早": DayPart.EARLY,
    "晚间": DayPart.EVENING,
    "当晚": DayPart.EVENING,
    "晚": DayPart.EVENING,
    "夜里": DayPart.NIGHT,
    "深夜": DayPart.NIGHT,
}

DAY_PART = f"(?:{'|'.join(sorted(_DAY_PARTS, key=len, reverse=True))})场?"
"""A part of the day of which no hour is said, as a pattern without groups; ``day_part`` reads what it matches."""

PART = f"(?:{'|'.join(_PARTS)})"
TIME = rf"{PART}?[0-9]{{1,2}}(?::[0-9]{{2}}时?|[点时](?:[0-9]{{1,2}}分?|半|[一三]刻|整)?)"
TIMES = rf"(?:{TIME}(?:[-/]{NEXT}?{TIME})?|{PART}?[0-9]{{1,2}}-{NEXT}?{PART}?[0-9]{{1,2}}[点时])"
"""A time of day or two, as a pattern without groups; ``times`` reads what it matches."""

EDGE = r"(?:(?<![0-9])|(?![0-9])|[ T])"
"""Between a date and a time: they may touch only where two numbers do not."""

_HAND = re.compile(
    rf"(?P<next>{NEXT})?(?P<part>{PART})?(?P<hour>[0-9]{{1,2}})"
    r"(?::(?P<minute>[0-9]{2})时?|[点时](?:(?P<minutes>[0-9]{1,2})分?|(?P<word>半|[一三]刻|整))?)?"
)
_WORDS = {None: 0, "整": 0, "一刻": 15, "半": 30, "三刻": 45}
_DAY = 24 * 60  # minutes
_EVENING = 17 * 60
"""From then on what ends before it begins is likely to end on the next day."""


class NotNextDay(Impossible):
    """An end before its start, in the evening: *instead* are the hours that would do."""

    def __init__(self, reason: str, instead: str) -> None:
        super().__init__(reason)
        self.instead = instead


class AfterMidnight(Impossible):
    """Hours that begin at the end of a day: *instead* are the same on the next day."""

    def __init__(self, instead: str) -> None:
        super().__init__("24:00 是第二天的零点")
        self.instead = instead


def times(text: str) -> tuple[time, time | None]:
    """The start and perhaps the end in *text*, which matches ``TIMES``.

    An end without a part of the day takes that of the start if it fits: ``下午2:00-4:00``. One that is not later than
    the start is on the next day, and says so: 次日2:00, 24:00, 晚上10点—凌晨1点.
    """
    start, *rest = [match for mark in re.split("[-/]", text) if (match := _HAND.fullmatch(mark))]
    begin = _minutes(start, start["part"])
    if begin == _DAY:
        until = f"-{rest[0][0].removeprefix(rest[0]['next'] or '')}" if rest else ""
        raise AfterMidnight(f"凌晨0:00{until}")
    return _clock(begin), _end(begin, start["part"], rest[0]) if rest else None


def day_part(text: str) -> DayPart:
    """The part of the day in *text*, which matches ``DAY_PART``."""
    return _DAY_PARTS[text.removesuffix("场")]


def _end(begin: int, part: str | None, stop: re.Match[str]) -> time:
    inherited = part if not stop["next"] and _hour(stop, part) is not None else None
    end = _minutes(stop, stop["part"] or inherited)
    said = stop["next"] or (stop["part"] == _MORNING and part != _MORNING)
    if stop["next"] and end > begin:
        raise Impossible("一场活动不超过一天；好几天的请分天写，或写 5月25日—27日每天9:00—11:00")
    if end > begin or (said and end <= begin):
        return _clock(end % _DAY)
    if end == 0 < begin:
        return time()
    reason = f"结束的时间（{_clock(end):%H:%M}）不晚于开始的时间（{_clock(begin):%H:%M}）"
    if begin >= _EVENING and begin != end:
        raise NotNextDay(reason, f"{_clock(begin):%H:%M}—次日{_clock(end):%H:%M}")
    raise Impossible(reason)


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def _minutes(match: re.Match[str], part: str | None) -> int:
    """After midnight: 1440 is the end of the day."""
    hour = _hour(match, part)
    if hour is None:
        raise Impossible(f"没有“{part}{match['hour']}点”这样的时刻")
    minute = int(match["minute"] or match["minutes"] or _WORDS[match["word"]])
    if hour > 24 or minute >= 60 or (hour == 24 and minute):  # noqa: PLR2004 - hours and minutes
        raise Impossible(f"没有{hour}:{minute:02}这个时刻")
    return hour * 60 + minute


def _hour(match: re.Match[str], part: str | None) -> int | None:
    """On the clock of 24; None if it is no hour of that *part* of the day."""
    hour = int(match["hour"])
    if part is None:
        return hour
    earliest, latest = _PARTS[part]
    afternoon = [hour + 12] if hour in range(1, 13) else []
    return next((number for number in [hour, *afternoon] if earliest <= number <= latest), None)
