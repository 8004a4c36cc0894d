"""When, of a row: its day and its hours put together, and whether the grammar of ``data/`` reads that."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from scienceweek.desk.findings import Value
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables.cells import is_blank, line
from scienceweek.model.days import extent
from scienceweek.model.schedule import Days, Months, Recurring, Schedule, Unfixed
from scienceweek.source.notation.characters import normalise
from scienceweek.source.notation.moments import MomentError, schedules

_FAR = timedelta(days=60)
"""So far from its campaign nothing is without a second look."""
_YEARS = (2024, 2025, 2026, 2027, 2028, 2029, 2030)
"""In these each day falls on each day of the week."""
_DATE = re.compile(
    r"[0-9]{1,2}\s*[.．月/]\s*[0-9]|[0-9]{1,2}\s*[日号]|20[0-9]{2}\s*[年./-]|[0-9]\s*月|旬|期间|[每逢]|周[一二三四五六日天末]|工作日|全年|长期|常年"
)
_HOURS = re.compile(
    r"[0-9:：点时分半整上下中午晚早晨凌\-—–－~～至到、，,；;\s前后间()（）]*(?:[0-9]|上午|下午|中午|晚上|全天|早上)[0-9:：点时分半整上下中午晚早晨凌全天\-—–－~～至到、，,；;\s前后间()（）]*"
)
_SHORT_NUMBER = re.compile(r"[0-9]{1,2}\.[1-3]")
"""What a spreadsheet makes of 5.20 if it takes it for a number."""
_COMPACT = re.compile("(20[0-9]{2})(0[1-9]|1[0-2])([0-2][0-9]|3[01])")
_SERIAL = re.compile(r"4[0-9]{4}(?:\.[0-9]+)?")
_FRACTION = re.compile(r"0?\.[0-9]{2,}")
_BEGIN = datetime(1899, 12, 30)  # noqa: DTZ001 - a day of a calendar on a wall
"""The day before the first of a spreadsheet."""
_MINUTES = 24 * 60
_WEEKDAY_LATE = re.compile("([日号])(.+?)([（(](?:周|星期)[一二三四五六日天][)）])$")
_BOUND = re.compile("[0-9] ?[月日号]|[0-9][./][0-9]|20[0-9]{2}-|期间|[暑寒]假|全年|[0-9]周")
_LOST = "可能是 Excel 丢了末尾的 0（5.2 也许是 5.20）"
_YEAR = re.compile(r"(20[0-9]{2})\s*年")
_TENTATIVE = re.compile(
    r"^(?:拟定?于?|暂定于?|计划于?|初定于?)\s*|[（(](?:暂定|拟定?|预计)[)）]$|[，,]?暂定$"
)
_LATIN = re.compile(
    r"\b[0-9]{1,2}(?:st|nd|rd|th)? [A-Za-z]+\.?(?:,? 20[0-9]{2})?|[A-Za-z]+\.? [0-9]{1,2}(?:st|nd|rd|th)?\b(?:,? 20[0-9]{2})?|[A-Za-z]+[.,]?"
)


@dataclass(frozen=True, slots=True)
class ToldTime:
    """*value* as it is written under ``when``, and *why* somebody should look at it, "" if it is sure."""

    value: Value
    why: str = ""


def spelled(text: str) -> tuple[str, str]:
    """*text* of a cell as people write a day or an hour, and why somebody should look at it: a spreadsheet may have its number only."""
    plain = normalise(text).strip()
    if compact := _COMPACT.fullmatch(plain):
        return "-".join(compact.groups()), ""
    if not (_SERIAL.fullmatch(plain) or _FRACTION.fullmatch(plain)):
        return text, ""
    at = _BEGIN + timedelta(minutes=round(float(plain) * _MINUTES))
    day = f"{at.year}年{at.month}月{at.day}日" if at.date() != _BEGIN.date() else ""
    hour = f"{at.hour}:{at.minute:02}" if at.time() != _BEGIN.time() else ""
    return " ".join(filter(None, (day, hour))), f"表里是数字 {plain}，是当作 Excel 的日期时间换算的"


def year_of(texts: Iterable[str]) -> int | None:
    """The year that a title names, if it is one."""
    years = {int(found) for text in texts for found in _YEAR.findall(normalise(text))}
    return years.pop() if len(years) == 1 else None


def dated(text: str) -> bool:
    """Whether *text* says days, and not only hours."""
    return _DATE.search(normalise(text)) is not None


def only_hours(text: str) -> bool:
    return not dated(text) and _HOURS.fullmatch(normalise(text)) is not None


def readable(text: str, setting: Setting) -> bool:
    """Whether the grammar reads *text*, whatever the year and the window are."""
    return any(_read(text, window, year) is not None for window, year in _wider(setting))


def moment(text: str, setting: Setting) -> ToldTime:
    """*text* as it stands, if the grammar reads it; else what does, or the words of the notice."""
    if is_blank(text):
        return ToldTime("待定", "没有写时间")
    last = ToldTime({"unfixed": line(text)}, "看不懂这个时间")
    for spelled in _spellings(text):
        said = _TENTATIVE.sub("", spelled)
        tentative = "" if said == spelled else "写着“拟”“暂定”，日子也许会变"
        found = _read(said, setting.window, setting.year)
        if found is not None:
            lost = _LOST if _SHORT_NUMBER.fullmatch(said) else ""
            unbound = "没有写从哪天到哪天，是按活动周期间读的" if _is_unbound(said, found) else ""
            return ToldTime(said, tentative or lost or unbound or _doubt(found, setting))
        last = _refused(said, text, setting) or last
        if isinstance(last.value, str):
            return last
    return last


def joined(day: str, hours: str, setting: Setting) -> ToldTime:
    """A *day* from one cell with the *hours* from another; of several days with one hour, each of them."""
    if is_blank(hours):
        return moment(day, setting)
    if is_blank(day):
        return moment(hours, setting)
    listed = "、".join(part.strip() for part in re.split(r"[\n；;]", hours) if part.strip())
    plain = _in_chinese(line(day)).removesuffix("：").removesuffix(":")
    told = moment(f"{plain} {listed}", setting)
    if isinstance(told.value, str):
        lost = _LOST if _SHORT_NUMBER.fullmatch(normalise(plain).strip()) else ""
        return ToldTime(told.value, "；".join(filter(None, (lost, told.why))))
    each = moment(f"{plain}每天{listed}", setting)
    if isinstance(each.value, str) and not each.why:
        return ToldTime(each.value, "好几天只写了一次钟点，是按每天都是这个钟点读的")
    return told


def _spellings(text: str) -> list[str]:
    """*text* with its lines put together in several ways."""
    parts = [part.strip() for part in text.split("\n") if part.strip()]
    together = [sign.join(parts).strip(" ；;，,。") for sign in (" ", "；", "、", "")]
    # 5月25日上午（周六）: the grammar wants the weekday beside its day.
    moved = (_WEEKDAY_LATE.sub(r"\1\3\2", one) for one in together)
    return list(dict.fromkeys([*together, *map(_in_chinese, together), *moved]))


def _in_chinese(text: str) -> str:
    """*text* without the same in English beside it: 5月25日 25 May."""
    return _LATIN.sub("", text).strip() if re.search("[0-9][月日].*[A-Za-z]|[A-Za-z].*[月日]", text) else text


def _read(text: str, window: Days | None, year: int | None) -> tuple[Schedule, ...] | None:
    try:
        return schedules(text, window=window, year=year)
    except MomentError:
        return None


def _is_unbound(said: str, found: tuple[Schedule, ...]) -> bool:
    """Whether what comes again has no days from which and until which: the grammar then takes those of the campaign."""
    return any(isinstance(one, Recurring) for one in found) and not _BOUND.search(normalise(said))


def _doubt(found: tuple[Schedule, ...], setting: Setting) -> str:
    """Why what the grammar reads may yet be wrong."""
    window = setting.window
    for one in found:
        if isinstance(one, Unfixed) or window is None:
            continue
        days = extent(one) if not isinstance(one, Months) else None
        if days and (days.first > window.last + _FAR or days.last < window.first - _FAR):
            return "离活动周的日子很远"
        if days and setting.year and days.first.year not in {window.first.year, window.last.year}:
            return f"是{days.first.year}年的日子，活动周是{window.first.year}年的"
    return ""


def _refused(said: str, text: str, setting: Setting) -> ToldTime | None:
    """Why the grammar does not read *said*: for lack of a year or a window, or for a slip of the pen."""
    unknown = setting.year is None and setting.window is None
    if unknown and any(_read(said, None, year) is not None for year in _YEARS):
        return ToldTime(said, "不知道是哪一年")
    for window, year in _wider(setting):
        found = _read(said, window, year)
        if found and all(isinstance(one, Recurring) for one in found):
            return ToldTime({"unfixed": line(text)}, "没有写从哪天到哪天")
    try:
        schedules(said, window=setting.window, year=setting.year)
    except MomentError as error:
        reason = str(error).partition("这个时间：")[2].partition("。")[0]
        return ToldTime({"unfixed": line(text)}, f"看不懂这个时间：{reason}" if reason else "看不懂这个时间")
    return None


def _wider(setting: Setting) -> Iterator[tuple[Days | None, int | None]]:
    """The window and the year that are known, and as if a window were known that is as long as a year."""
    yield setting.window, setting.year
    known = setting.year or (setting.window.first.year if setting.window else None)
    for year in [known] if known else _YEARS:
        yield Days(date(year, 1, 1), date(year, 12, 31)), year
