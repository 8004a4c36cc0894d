"""Days of which one end is known: ``5月20日起``, ``即日起至5月31日``; in EDTF an open interval, 2024-05-20/.. and ../2024-05-31."""

import re

from scienceweek.model.schedule import OpenDays
from scienceweek.source.notation.almanac import Frame, Impossible
from scienceweek.source.notation.clock import DAY_PART, TIMES
from scienceweek.source.notation.spans import one_day

_GOING = "(?:,?(?:长期|常年|持续)?(?:开放|开展|进行|举办|实施|展出)?)"
_DAILY = f",?(?P<hours>(?:每[天日])?(?:{TIMES}|{DAY_PART})?)"
_BEGINS = (
    re.compile(r"(?P<day>.+)/\.\."),
    re.compile(f"(?:从|自)?(?P<day>.+?)(?:起|开始){_GOING}{_DAILY}"),
)
_ENDS = (
    re.compile(r"\.\./(?P<day>.+)"),
    re.compile(f"(?P<now>即日|现在|今日)?-(?P<day>.+?)止?{_DAILY}"),
    re.compile(f"(?P<day>.+?)(?<!截)止{_DAILY}"),
)
_WEEKLY = re.compile("(?:即日|现在|今日)?-(?P<day>.+?),?(?:每|逢|周).+")


def open_days(text: str, frame: Frame) -> OpenDays | None:
    """The day that *text* knows, and which end it is. Hours of each day are kept as a note. Raises Impossible."""
    for begins, patterns in ((True, _BEGINS), (False, _ENDS)):
        for match in filter(None, (pattern.fullmatch(text) for pattern in patterns)):
            if found := one_day(match["day"], frame):
                return OpenDays(found.first, begins, _note(match.groupdict()))
    if (weekly := _WEEKLY.fullmatch(text)) and one_day(weekly["day"], frame):
        raise Impossible("没有写从哪一天开始，例如 5月1日—5月31日每周六9:00")
    return None


def _note(parts: dict[str, str | None]) -> str:
    since = "即日起" if parts.get("now") else ""
    hours = (parts.get("hours") or "").replace("-", "—")
    return "，".join(filter(None, (since, hours)))
