"""When, as staff and notices write it: ISO 8601, EDTF (ISO 8601-2) or the words of the notice.

What stands outside it is refused: a slip of the
pen must not pass for an announcement. A year that a text leaves out is the campaign's.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time
from typing import Never

from scienceweek.model.schedule import (
    Days,
    Month,
    Months,
    Schedule,
    Session,
    Unfixed,
)
from scienceweek.source.mistakes.problems import unwrapped
from scienceweek.source.notation.almanac import Frame, Impossible
from scienceweek.source.notation.characters import normalise
from scienceweek.source.notation.clock import NEXT, TIME, AfterMidnight, NotNextDay, times
from scienceweek.source.notation.forms import read, several, whole_days
from scienceweek.source.notation.time_errors import refusal

_NOT_FIXED = re.compile("(?:具体|活动)?(?:时间|日期)?(?:待定|未定|另定|待通知|另行通知|暂未确定|尚未确定)")
_LONGEST = 200
_SHOWN = 40
_MOMENTS = "可以写 2024-05-25、2024-05-25 09:30/11:00、5月25日—27日、2024-05 或 待定。"
_SPANS = "可以写 2024-05-25、2024-05-25/2024-06-01、5月25日 或 5月25日—6月1日。"
_DATES = "可以写 2024-05-31、2024年5月31日、5月31日 或 5月31日前。"
_DATED_SPANS = "可以写 2024-05-25、2024-05-25/2024-06-01 或 2024年5月25日—6月1日。"
_HOURS = "可以写 9:00。"
_DATED = "可以写 2024-05-31 或 2024年5月31日。"
_WORDS = "，或把原话写成 {unfixed: 原话}"
_HINT = "如果是通知的原话，请写 {unfixed: 原话}。"


class MomentError(ValueError):
    """No date or time that anyone can understand: a message in Chinese that says what would do."""


def schedule(text: str, *, window: Days | None, year: int | None) -> Schedule:
    """The one schedule that *text* says.

    *window* is that of the campaign; *year* that of its dates without a year, by default the
    year that puts them nearest to the window. Raises MomentError.
    """
    plain = _plain(text, _MOMENTS)
    with _answers(text, _MOMENTS):
        frame = Frame(window, year)
        return _unfixed(plain, text) or read(plain, frame) or _refuse(plain, frame, read)


def schedules(text: str, *, window: Days | None, year: int | None) -> tuple[Schedule, ...]:
    """The schedules of a list: ``5.20；5.23``, ``5月25日、26日``. Raises MomentError."""
    parts = [part for part in re.split("[;；]", text) if part.strip()]
    frame = Frame(window, year)
    return tuple(one for part in parts or [text] for one in _listed(part, frame))


def days(text: str, *, year: int | None) -> Days:
    """The whole days of a window or a registration, from the first to the last. Raises MomentError."""
    examples = _SPANS if year else _DATED_SPANS
    plain = _plain(text, examples)
    with _answers(text, examples):
        frame = Frame(year=year)
        return whole_days(plain.removesuffix("期间"), frame) or _refuse(plain, frame, whole_days)


def day(text: str, *, year: int | None) -> date:
    """The one day of a deadline: ``2024-06-04``, ``6月4日前``. Raises MomentError."""
    examples = _DATES if year else _DATED
    plain = _plain(text, examples)
    plain = re.sub("^(?:截止?-?|于)|(?:之前|以前|前|截止)$", "", plain)
    with _answers(text, examples):
        frame = Frame(year=year)
        found = whole_days(plain, frame) or _refuse(plain, frame, whole_days)
        if len(found) > 1:
            raise Impossible("这里只能写一天")
        return found.first


def hours(start: str, end: str | None) -> tuple[time, time | None]:
    """The hours of a record: its start, and perhaps its end, which may be on the next day (次日2:00). Raises MomentError."""
    first, last = (_plain(text, _HOURS) if text else "" for text in (start, end))
    for text, plain in (
        (start, first.removesuffix("开始")),
        (end, re.sub(f"^{NEXT}", "", last)),
    ):
        if text and not re.fullmatch(TIME, plain):
            raise MomentError(f"看不懂“{_quoted(text)}”这个钟点。{_HOURS}")
    try:
        return times(f"{first}-{last}" if last else first)
    except NotNextDay as reason:
        raise MomentError(f"{reason}。到第二天的，请写 end: {reason.instead.partition('—')[2]}。") from None
    except AfterMidnight as reason:
        raise MomentError(f"{reason}，开始（start）请写 凌晨0:00。") from None
    except Impossible as reason:
        hint = "" if end else _HOURS
        raise MomentError(f"{reason}。{hint}") from None


def _unfixed(plain: str, text: str) -> Unfixed | None:
    return Unfixed(_words(text)) if _NOT_FIXED.fullmatch(plain) else None


def _listed(text: str, frame: Frame) -> tuple[Schedule, ...]:
    """One schedule, or several days, sessions or months with 、 between them."""
    plain = _plain(text, _MOMENTS)
    with _answers(text, _MOMENTS):
        if whole := _unfixed(plain, text) or read(plain, frame):
            return (whole,)
        if hours := several(plain, frame):
            return hours
        found: list[Schedule] = []
        for piece in _pieces(plain):
            one = read(piece, frame)
            if not isinstance(one, Days | Session | Months):
                _refuse(plain, frame, _listable)
            frame = _after(one, frame, dated=bool(re.match("[0-9]{4}", piece)))
            found.append(one)
        if len({type(one) for one in found}) > 1:
            raise Impossible("有的写了钟点，有的没有，请用；隔开，各写各的钟点")
        return tuple(found)


def _pieces(plain: str) -> list[str]:
    """``5月25、26日`` as ``5月25日`` and ``26日``; ``4、5月`` as ``4月`` and ``5月``."""
    first, *rest = re.split("[、,和及]", plain)
    if not rest:
        return [first]
    unit = re.search("[日月](?=$|周)", rest[-1])
    open_end = re.compile("(?:(?:[0-9]{4}年)?[0-9]{1,2}月)?(?:[0-9]{1,2}-)?[0-9]{1,2}")
    units = [unit[0] if unit else "", *(unit[0] if unit else "日" for _ in rest)]
    return [
        piece + unit if open_end.fullmatch(piece) else piece
        for piece, unit in zip([first, *rest], units, strict=True)
    ]


def _after(schedule: Days | Session | Months, frame: Frame, *, dated: bool) -> Frame:
    """What is known for the next piece of a list; a year holds on once it is *dated*."""
    last = schedule.last if isinstance(schedule, Months) else Month.of(schedule.last)
    return replace(frame, month=last, year=last.year if dated else frame.year)


def _plain(text: str, examples: str) -> str:
    """*text* with one spelling for each thing."""
    if len(text) > _LONGEST:
        raise MomentError(f"“{_quoted(text)}”太长，不像一个时间。{examples}")
    plain = re.sub("(?<![0-9]) | (?![0-9])", "", normalise(unwrapped(text) or text)).removesuffix("。")
    for pattern, spelling in (
        ("起?[至到]", "-"),
        ("-+", "-"),
        ("(?:星期|礼拜)(?=[一二三四五六日天])", "周"),
        (r"\((周[一二三四五六日天])\)", r"\1"),
        ("(?<=[0-9])号", "日"),
        ("月份", "月"),
        ("(上午|下午|中午|早上|晚上)场(?=[0-9])", r"\1"),
    ):
        plain = re.sub(pattern, spelling, plain)
    return plain


@contextmanager
def _answers(text: str, examples: str) -> Iterator[None]:
    """Turn what is impossible in *text* into a message that says what would do."""
    try:
        yield
    except Impossible as reason:
        why = str(reason) if examples == _MOMENTS else str(reason).removesuffix(_WORDS)
        colon = "：" if why else ""
        hint = _HINT if examples == _MOMENTS and not str(reason) else ""
        raise MomentError(f"看不懂“{_quoted(text)}”这个时间{colon}{why}。{examples}{hint}") from None


def _listable(text: str, frame: Frame) -> Schedule | tuple[Schedule, ...] | None:
    return read(text, frame) or several(text, frame)


def _refuse(plain: str, frame: Frame, reader: Callable[[str, Frame], object]) -> Never:
    """Say why *plain* is no time; what is offered in its place is something that *reader* reads."""

    def would_do(offer: str) -> bool:
        try:
            return bool(reader(_plain(offer, ""), frame))
        except (Impossible, MomentError):
            return False

    raise Impossible(refusal(plain, would_do))


def _quoted(text: str) -> str:
    # Whoever wrote it, the terminal that shows it obeys no control characters.
    line = "".join(character if character.isprintable() else "\ufffd" for character in _words(text))
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _words(text: str) -> str:
    return " ".join(text.split())
