"""Whether two ways to write something say the same: names, numbers, addresses, times."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import category

from scienceweek.desk.findings import Value
from scienceweek.desk.setting import Setting
from scienceweek.source.notation.characters import normalise
from scienceweek.source.notation.moments import MomentError, schedules

_SIGNS = re.compile(r"""[\s"'“”‘’「」『』《》()（）·・,，、。.—–-]+""")
_AREA = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,5}?(?:市|州|盟))?(?:[\u4e00-\u9fff]{1,5}?[区县旗](?!域))?"
)
_UNSEEN = ("Cc", "Cf")
"""Categories of Unicode: controls, and what only formats."""
_FEWEST = 7
"""Digits of a number without its area code."""
_CODES = (0, 3, 4)
"""Digits of an area code, or of none."""
_TIMES = ("when", "previously")
_YEAR = re.compile("20[0-9]{2}")


def plain(name: str) -> str:
    """A *name* as it is looked up: without signs and spaces."""
    return _SIGNS.sub("", normalise(name)).lower()


def bare(name: str) -> str:
    """A name or an address without the province, city and district before it; whole where little would be left."""
    text = plain(name)
    short = _AREA.sub("", text, count=1)
    return short if len(short) > 3 else text  # noqa: PLR2004 - 科技馆 is the name of many


def numbers(contacts: Any) -> frozenset[str]:
    """The digits of all numbers of *contacts* as written."""
    found = contacts if isinstance(contacts, list) else [contacts] if contacts else []
    several = (_listed(one.get("phones")) for one in found if isinstance(one, Mapping))
    return frozenset(digits(number) for phones in several for number in phones)


def seen(value: Value) -> Value:
    """*value* without signs that nobody sees, which come with what is copied from pages and PDF."""
    match value:
        case str():
            return "".join(sign for sign in value if sign == "\n" or category(sign) not in _UNSEEN).strip()
        case list():
            return [seen(one) for one in value]
        case dict():
            return {key: seen(one) for key, one in value.items()}
        case _:
            return value


def digits(number: str) -> str:
    return re.sub(r"\D", "", normalise(number))


def same(field: str, one: Any, other: Any, setting: Setting) -> bool:
    """Whether *one* and *other* say the same at *field*; *setting* tells the year of a time."""
    if one == other:
        return True
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(key, one[key], other[key], setting) for key in one)
    if isinstance(one, list) or isinstance(other, list):
        mine, others = _listed(one), _listed(other)
        return len(mine) == len(others) and all(
            same(field, a, b, setting) for a, b in zip(mine, others, strict=True)
        )
    if not isinstance(one, str) or not isinstance(other, str):
        return str(one).lower() == str(other).lower()
    if field in _TIMES:
        read = _times(one, setting)
        return plain(one) == plain(other) or (read is not None and read == _times(other, setting))
    if field == "address":
        return bare(one) == bare(other)
    if field == "phones":
        return is_number(digits(one), digits(other))
    return plain(one) == plain(other)


def within(field: str, found: Any, there: Any, setting: Setting) -> bool:
    """Whether all that was *found* is *there*, where more may be: staff know more than a document says."""
    if isinstance(found, Mapping) and isinstance(there, Mapping):
        return all(key in there and within(key, value, there[key], setting) for key, value in found.items())
    if isinstance(found, list):
        known = _listed(there)
        return all(any(within(field, one, other, setting) for other in known) for one in found)
    if isinstance(there, list):
        return any(within(field, found, other, setting) for other in there)
    return same(field, found, there, setting)


def is_number(one: str, other: str) -> bool:
    """Whether two numbers in digits are one, with or without the area code."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _FEWEST and longer.endswith(shorter) and len(longer) - len(shorter) in _CODES


def _times(written: str, setting: Setting) -> object:
    try:
        return schedules(written, window=setting.window, year=setting.year)
    except MomentError:
        return None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def names(fields: Mapping[str, Any], keys: Iterable[str]) -> frozenset[str]:
    """All names at *keys* of a record, as they are looked up."""
    return frozenset(plain(str(name)) for key in keys for name in _listed(fields.get(key)) if name)


def year_of(text: str) -> int | None:
    """The only year that *text* names."""
    years = set(_YEAR.findall(normalise(text)))
    return int(years.pop()) if len(years) == 1 else None
