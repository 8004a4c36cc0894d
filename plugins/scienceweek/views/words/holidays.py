"""Public holidays of China and the working days that pay for them (国务院办公厅节假日安排); the door for holidays."""

from collections.abc import Mapping
from datetime import date
from functools import cache

_SHORT = {"农历除夕": "除夕", "休息日": "放假", "春节延长假期": "春节"}


def holiday(day: date) -> str:
    """端午节, 放假 for a day exchanged for a weekend, 补班 for that weekend, or nothing.

    Only for years whose arrangement is published: before that nobody knows which days are exchanged.
    """
    return _arrangement(day.year).get(day, "")


@cache
def _arrangement(year: int) -> Mapping[date, str]:
    """The special days of *year*; none, if no weekend of it is a working day: then it is not yet arranged."""
    # A quarter of a second to import; a site without a month never needs it.
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
