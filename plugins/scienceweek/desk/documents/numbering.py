"""The numbers that Word puts before paragraphs by itself: they stand in no text, and sections are known by them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LISTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_DEEPEST = 9
_DIGITS = "〇一二三四五六七八九"
_COUNTED = frozenset(
    [
        *("chineseCounting", "chineseCountingThousand", "ideographTraditional", "japaneseCounting"),
        *(
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "japaneseDigitalTenThousand",
            "chineseLegalSimplified",
        ),
    ]
)
_CIRCLED = frozenset(["decimalEnclosedCircle", "decimalEnclosedCircleChinese"])
_CIRCLES = 20
_BULLET = "•"
_SILENT = frozenset(["none", ""])


@dataclass(slots=True)
class WordNumbering:
    """Counts the paragraphs of one document: each is to be asked once, in order."""

    document: Any
    _counts: dict[str, list[int]] = field(default_factory=dict)
    _levels: dict[str, tuple[str, dict[int, Any]]] = field(default_factory=dict)

    def before(self, paragraph: Any) -> str:
        """What Word writes before *paragraph*: ``（二）``, ``3.``, ``•``; "" where it writes nothing."""
        told = _numbered(paragraph)
        if told is None:
            return ""
        number, depth = told
        counted, levels = self._list(number)
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(counted, [0] * _DEEPEST)
        counts[depth] = counts[depth] + 1 if counts[depth] else _start(level)
        counts[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        form = _said(level, "numFmt")
        if form == "bullet":
            return _BULLET
        if form in _SILENT:
            return ""
        return _filled(_said(level, "lvlText"), counts, levels)

    def _list(self, number: str) -> tuple[str, dict[int, Any]]:
        """By which name the list with this *number* is counted, and its levels."""
        if number not in self._levels:
            self._levels[number] = self._read(number)
        return self._levels[number]

    def _read(self, number: str) -> tuple[str, dict[int, Any]]:
        root = _lists(self.document)
        own = next(iter(_children(root, "num", "numId", number)), None)
        abstract = _said(own, "abstractNumId")
        whole = next(iter(_children(root, "abstractNum", "abstractNumId", abstract)), None)
        levels = {_depth(one): one for one in _all(whole, "lvl")}
        starts = [one for one in _all(own, "lvlOverride") if _all(one, "startOverride") or _all(one, "lvl")]
        levels |= {_depth(one): found for one in starts for found in _all(one, "lvl")}
        # A list that begins anew has counts of its own, all others those of what they are made from.
        return (f"num {number}" if starts else f"abstract {abstract}"), levels


def _numbered(paragraph: Any) -> tuple[str, int] | None:
    """The number of the list that *paragraph* is in, itself or by its style, and how deep in it."""
    depth = None
    for told in _properties(paragraph):
        if depth is None and (said := _said(told, "ilvl")).isdecimal():
            depth = int(said)
        if number := _said(told, "numId"):
            return (number, min(depth or 0, _DEEPEST - 1)) if number != "0" else None
    return None


def _properties(paragraph: Any) -> Iterator[Any]:
    """What the paragraph says of its list, then its style, and those that this one is based on."""
    yield from _all(_first(paragraph._p, "pPr"), "numPr")  # noqa: SLF001 - python-docx has no name for lists
    style, seen = paragraph.style, set()
    while style is not None and style.style_id not in seen:
        seen.add(style.style_id)
        yield from _all(_first(style.element, "pPr"), "numPr")
        style = style.base_style


def _lists(document: Any) -> Any:
    parts = document.part.rels.values()
    return next(
        (one.target_part.element for one in parts if one.reltype == _LISTS and not one.is_external), None
    )


def _filled(pattern: str, counts: list[int], levels: dict[int, Any]) -> str:
    """The *pattern* of a level with its counts: %1.%2 is 3.1."""
    for depth in range(_DEEPEST):
        if f"%{depth + 1}" in pattern:
            level = levels.get(depth)
            count = counts[depth] or _start(level)
            pattern = pattern.replace(f"%{depth + 1}", _figure(count, _said(level, "numFmt")))
    return pattern


def _figure(count: int, form: str) -> str:
    if form in _COUNTED:
        return _chinese(count)
    if form == "ideographDigital":
        return "".join(_DIGITS[int(digit)] for digit in str(count))
    if form in _CIRCLED and 0 < count <= _CIRCLES:
        return chr(ord("①") + count - 1)
    if form in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (count - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    return str(count)


def _chinese(count: int) -> str:
    tens, ones = divmod(count, 10)
    if count <= 0 or tens > 9:  # noqa: PLR2004 - no notice has a hundred parts
        return str(count)
    ten = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return ten + (_DIGITS[ones] if ones else "")


def _start(level: Any) -> int:
    said = _said(level, "start")
    return int(said) if said.isdecimal() else 1


def _depth(level: Any) -> int:
    said = _attribute(level, "ilvl")
    return int(said) if said.isdecimal() else 0


def _name(tag: str) -> str:
    return f"{{{_WORD}}}{tag}"


def _all(element: Any, tag: str) -> list[Any]:
    return [] if element is None else list(element.findall(_name(tag)))


def _first(element: Any, tag: str) -> Any:
    return next(iter(_all(element, tag)), None)


def _children(element: Any, tag: str, attribute: str, value: str) -> list[Any]:
    return [one for one in _all(element, tag) if _attribute(one, attribute) == value]


def _attribute(element: Any, name: str) -> str:
    return str(element.get(_name(name)) or "")


def _said(element: Any, tag: str) -> str:
    """The value of the first *tag* in *element*, "" where there is none."""
    found = _first(element, tag)
    return "" if found is None else _attribute(found, "val")
