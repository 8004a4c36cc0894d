"""Days as they stand in running words, and what `data/` writes for them."""

import re
from datetime import date

from scienceweek.model.schedule import Days
from scienceweek.source.notation.characters import normalise
from scienceweek.source.notation.moments import MomentError, day, days

_YEAR = r"(?:20[0-9]{2}\s*年\s*)?"
_DAY = rf"{_YEAR}[0-9]{{1,2}}\s*月\s*[0-9]{{1,2}}\s*日"
_WEEKDAY = r"(?:\s*[（(]\s*(?:周|星期|礼拜)[一二三四五六日天]\s*[)）])?"
_TO = r"\s*(?:—+|－|-+|–|~|～|至|到)\s*"
SPAN = re.compile(
    rf"{_YEAR}[0-9]{{1,2}}\s*月\s*[0-9]{{1,2}}\s*日?{_WEEKDAY}{_TO}{_YEAR}(?:[0-9]{{1,2}}\s*月\s*)?[0-9]{{1,2}}\s*日{_WEEKDAY}"
    rf"|20[0-9]{{2}}[.-][0-9]{{1,2}}[.-][0-9]{{1,2}}{_TO}(?:20[0-9]{{2}}[.-])?[0-9]{{1,2}}[.-][0-9]{{1,2}}"
)
"""From one day to another."""
DAY = re.compile(_DAY + _WEEKDAY)
"""One day."""
ISSUED = re.compile(rf"({_DAY})(\s*印发)?")
_NUMERALS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "○": 0,
    "零": 0,
    "\uff2f": 0,
    "O": 0,
    "0": 0,
}
_WORDS = re.compile(
    "(二[〇○零\uff2fO0][〇○零一二三四五六七八九\uff2fO0]{2})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)


def plain(text: str) -> str:
    """*text* without spaces beside digits, and with days in figures: 二〇二四年五月十七日 is 2024年5月17日."""
    figures = _WORDS.sub(
        lambda said: (
            f"{''.join(str(_NUMERALS[sign]) for sign in said[1])}年{_figure(said[2])}月{_figure(said[3])}日"
        ),
        text,
    )
    return re.sub(r"(?<=[\u4e00-\u9fff（(])\s+(?=[0-9])|(?<=[0-9])\s+(?=[\u4e00-\u9fff）)])", "", figures)


def _figure(words: str) -> int:
    tens, ten, ones = words.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + (_NUMERALS[ones] if ones else 0)


def span(text: str, year: int | None) -> tuple[str, Days] | None:
    """The first days that *text* names, as they are written there, and which they are."""
    for pattern in (SPAN, DAY):
        for said in pattern.finditer(plain(text)):
            try:
                return said[0], days(_bare(said[0]), year=year)
            except MomentError:
                continue
    return None


def one_day(text: str, year: int | None) -> date | None:
    """The day that *text* is."""
    try:
        return day(_bare(plain(text)), year=year)
    except MomentError:
        return None


def _bare(text: str) -> str:
    return re.sub(r"[（(]\s*(?:周|星期|礼拜)[一二三四五六日天]\s*[)）]", "", normalise(text)).replace(
        "()", ""
    )


def sentences(text: str) -> list[str]:
    """*text* apart behind each full stop and line end that is in no quotes or brackets."""
    found, begin, depth = [], 0, 0
    for place, sign in enumerate(text):
        depth = max(0, depth + (sign in "“「《（(") - (sign in "”」》）)"))
        if (sign in "。！？" and not depth) or sign == "\n":
            depth = 0
            found.append(text[begin : place + 1].strip())
            begin = place + 1
    return [one for one in (*found, text[begin:].strip()) if one]
