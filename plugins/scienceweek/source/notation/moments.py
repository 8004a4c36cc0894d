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

from scienceweek.model.schedule import Days, Month, PartDay, Schedule, Session, Unfixed
from scienceweek.source.mistakes.problems import unwrapped
from scienceweek.source.notation.almanac import DAY_SPELLINGS, Frame, Impossible
from scienceweek.source.notation.characters import normalise
from scienceweek.source.notation.clock import NEXT, TIME, TIMES, AfterMidnight, NotNextDay, times
from scienceweek.source.notation.sessions import HOURS, read_all
from scienceweek.source.notation.spans import whole_days
from scienceweek.source.notation.time_errors import refusal

_NOT_FIXED = re.compile(
    "(?:具体|活动)?(?:时间|日期)?(?:待定|未定|另定|待通知|另行通知|另行约定|暂未确定|尚未确定)"
    "|不定期(?:开放|开展|举办|举行|进行)?|(?:按|以)?预约(?:的?时间)?(?:为准|确定)?"
)
_BEFORE = "(?:集合|签到|报到|入场|进场|候场|检票|出发|发车)"
"""What is done at an hour before it begins, or when a tour does."""
_CLOSED = "(?:[0-9月日、-]|周[一二三四五六日])+(?:除外|闭馆|休馆|闭园|不开放)"
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
    found, *others = _listed(text, Frame(window, year))
    if others:
        with _answers(text, _MOMENTS):
            raise Impossible("这里只能写一个时间")
    return found


def schedules(text: str, *, window: Days | None, year: int | None) -> tuple[Schedule, ...]:
    """The schedules of a list: ``5.20；5.23``, ``5月25日、26日10:30、14:00``. Raises MomentError."""
    frame = Frame(window, year)
    found: list[Schedule] = []
    for part in _parts(text):
        found += _listed(part, frame)
        if isinstance(found[-1], Days | Session | PartDay):
            frame = replace(frame, month=Month.of(found[-1].last))
    return tuple(found)


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
    said = re.sub(r"\([^()]*\)$", "", plain)
    return Unfixed(_words(text)) if _NOT_FIXED.fullmatch(said) else None


def _listed(text: str, frame: Frame) -> tuple[Schedule, ...]:
    """One schedule, or several days, sessions or months with 、 between them."""
    plain = _plain(text, _MOMENTS)
    frame = replace(frame, clauses=_clauses(text))
    with _answers(text, _MOMENTS):
        if whole := _unfixed(plain, text):
            return (whole,)
        return read_all(plain, frame) or _refuse(plain, frame, read_all)


def _clauses(text: str) -> tuple[tuple[str, str], ...]:
    """What stands in brackets, as it is read and as it was written."""
    found = re.findall("[(（【〔]([^()（）【】〔〕]*)[)）】〕]", text)
    parts = (_words(part) for clause in found for part in (clause, *re.split("[,;，；]", clause)))
    return tuple((_spelt(part), part) for part in parts if part)


def _parts(text: str) -> list[str]:
    """What stands between semicolons: hours without a day are of the one before."""
    parts: list[str] = []
    for part in re.split("[;；](?![^(（【〔]*[)）】〕])", text):
        if parts and re.fullmatch(rf"{HOURS}(?:\([^()]*\))?", _spelt(part)):
            parts[-1] += f"、{part}"
        elif part.strip():
            parts.append(part)
    return parts or [text]


def _plain(text: str, examples: str) -> str:
    """*text* with one spelling for each thing."""
    if len(text) > _LONGEST:
        raise MomentError(f"“{_quoted(text)}”太长，不像一个时间。{examples}")
    return _spelt(text).removesuffix("。")


def _spelt(text: str) -> str:
    plain = re.sub("(?<![0-9]) | (?![0-9])", "", normalise(unwrapped(text) or text))
    for pattern, spelling in (
        ("^(?:活动|举办|开放|具体)?(?:时间|日期):", ""),
        ("(?:开始|起)?(?<![签报])[至到]", "-"),
        ("-+", "-"),
        ("(?<=日)起-", "-"),
        ("(?<=日)(?:当天|当日|结束)", ""),
        *DAY_SPELLINGS,
        ("月份", "月"),
        ("(上午|下午|中午|早上|晚上)场:?(?=[0-9])", r"\1"),
        (f"(?<=[日号一二三四五六天末)场])[:,](?={TIME})", ""),
        ("节假日[、和及]((?:周|双休).+?)(?=$|[0-9上下早晚])", r"\1及节假日"),
        (f"({TIMES})左右", r"\1(左右)"),
        (f"({TIME}[-/]{TIME}) (?={TIME})", r"\1、"),
        (f"[,、]({TIMES}(?:停止|截止)[^0-9,()]+|每场[^,()]+|限[0-9]+人)$", r"(\1)"),
        ("(期间|内)的(?=周)", r"\1每"),
        ("每(?:[天日]的?)?晚(?:上|间)?", "每天晚上"),
        ("上、?下午(?=$|[(,、])", "上午、下午"),
        (f"({TIMES})(?:准时|正式)(?=开始|举行|举办)", r"\1"),
        (f"({TIMES})({_BEFORE}),({TIMES})(?:开始|举行)$", r"\3(\1\2)"),
        (f"({TIMES})({_BEFORE}(?:,{TIMES}(?:出发|发车))?)$", r"\1(\2)"),
        (f"(?<=[0-9时分]),({_CLOSED})$", r"(\1)"),
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
