"""Public holidays of China and the working days that pay for them (国务院办公厅节假日安排); the door for holidays.

The library takes longer to import than a month to draw. So what it says of a year is kept in the program's ``__pycache__``, under the
seal of the caches.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

from scienceweek.cache import read, write

_SHORT = {"农历除夕": "除夕", "休息日": "放假", "春节延长假期": "春节"}


def holiday(day: date) -> str:
    """端午节, 放假 for a day exchanged for a weekend, 补班 for that weekend, or nothing.

    Only for years whose arrangement is published: before that nobody knows which days are exchanged.
    """
    return _arrangement(day.year).get(day, "")


@cache
def _arrangement(year: int) -> Mapping[date, str]:
    """The special days of *year*; none, if no weekend of it is a working day: then it is not yet arranged."""
    told = f"{metadata.version('holidays')} {year} ".encode() + Path(__file__).read_bytes()
    identity = blake2b(told, digest_size=16).digest()
    place = Path(__file__).with_name("__pycache__") / f"{year}.holidays"
    with suppress(ValueError, TypeError, AttributeError):
        if (kept := read(place, identity)) is not None:
            return {date.fromisoformat(day): word for day, word in json.loads(bytes(kept)).items()}
    found = _asked(year)
    said = {day.isoformat(): word for day, word in found.items()}
    write(place, identity, json.dumps(said, ensure_ascii=False).encode())
    return found


def _asked(year: int) -> Mapping[date, str]:
    """What the library says of *year*."""
    from holidays import country_holidays

    known = country_holidays("CN", years=year, language="zh_CN")
    working = [day for day in known.weekend_workdays if day.year == year]
    if not working:
        return {}
    return {day: _word(name) for day, name in known.items()} | dict.fromkeys(working, "补班")


def _word(name: str) -> str:
    """The library's 端午节（补假） or 中秋节; 国庆节, as short as a calendar has it."""
    words = (word.split("（")[0] for word in name.split("; "))
    return "、".join(_SHORT.get(word, word) for word in words)
