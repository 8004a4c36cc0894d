"""A draft beside its document: each band has the lines of some records, and these; or lines of which nothing was read."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scienceweek.desk.drafts.fields import said
from scienceweek.desk.drafts.lines import SourceLine, SourcePiece
from scienceweek.desk.drafts.marks import ValueMark
from scienceweek.desk.drafts.shelves import Shelved, Shelves
from scienceweek.desk.findings import Value
from scienceweek.desk.review.choices import Choices, choices

_NAMES = ("title", "name")
_SIGNS = re.compile(r"""[,\[\]{}:#&*!|>'"%@`]|^$|^[-?]|^\s|\s$""")
"""What YAML would take for a sign of its own."""


@dataclass(frozen=True, slots=True)
class ReadValue:
    """What was read for a field *called* so: what is *written* now, what is *proposed* instead, and its *mark*.

    *where* is the cell or line that it was read from. *meant* are the things that it names by their ids, *choices* what it may be.
    """

    called: str
    written: str
    proposed: str
    mark: ValueMark
    where: str
    meant: str = ""
    choices: Choices = ()


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record with its *values*; *is_new* if it has come with this draft."""

    id: str
    name: str
    is_new: bool
    values: tuple[ReadValue, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """*lines* of the document, and the *records* that were read from them."""

    lines: tuple[SourceLine, ...]
    records: tuple[ReadRecord, ...]


def bands(marks: Sequence[ValueMark], lines: Sequence[SourceLine], shelves: Shelves) -> tuple[Band, ...]:
    """The bands of a draft, in the order of its document."""
    known = {piece.where for line in lines for piece in line.pieces}
    records = tuple(_records(marks, shelves, known))
    lines = lines or _lines(records)
    place = {piece.where: number for number, line in enumerate(lines) for piece in line.pieces}
    last = len(lines)
    first: dict[int, list[ReadRecord]] = {}
    used: set[int] = set()
    for record in records:
        numbers = {place[value.where] for value in record.values if value.where in place}
        used |= numbers
        first.setdefault(min(numbers, default=last), []).append(record)
    found: list[Band] = []
    for number, line in enumerate(lines):
        is_silent = number not in used
        if number in first:
            found.append(Band((line,), tuple(first[number])))
        elif found and bool(found[-1].records) is not is_silent:
            found[-1] = Band((*found[-1].lines, line), found[-1].records)
        else:
            found.append(Band((line,), ()))
    if last in first:
        found.append(Band((), tuple(first[last])))
    return tuple(found)


def shown(value: Any) -> str:
    """*value* as it is written in YAML, on one line."""
    match value:
        case None:
            return ""
        case dict():
            return "{" + ", ".join(f"{key}: {_inside(one)}" for key, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_inside, value)) + "]"
        case bool():
            return str(value).lower()
        case _:
            return str(value)


def _inside(value: Any) -> str:
    text = shown(value)
    is_text = not isinstance(value, dict | list)
    return json.dumps(text, ensure_ascii=False) if is_text and _SIGNS.search(text) else text


def _records(marks: Sequence[ValueMark], shelves: Shelves, known: Collection[str]) -> Iterator[ReadRecord]:
    names = shelves.names
    by_id: dict[str, list[ValueMark]] = {}
    for one in marks:
        by_id.setdefault(one.id, []).append(one)
    for id, own in by_id.items():
        record = shelves.find(id)
        if record is None:
            continue
        values = tuple(
            _chosen(_value(one, record, known, names), choices(record.kind, one.field, shelves))
            for one in own
        )
        yield ReadRecord(
            id, record.name, any(one.field in _NAMES and one.value is None for one in own), values
        )


def _value(mark: ValueMark, record: Shelved, known: Collection[str], names: Mapping[str, str]) -> ReadValue:
    now: Value | None = record.fields.get(mark.field)
    return ReadValue(
        said(record.kind, mark.field),
        shown(now),
        shown(mark.value) if mark.value is not None else "",
        mark,
        _where(mark.place, known),
        "、".join(dict.fromkeys(_meant(now if mark.value is None else mark.value, names))),
    )


def _chosen(value: ReadValue, among: Choices) -> ReadValue:
    """*value*, which is one of a few: what it means there, and what else it may be while it is open."""
    meant = dict(among).get(value.proposed or value.written, value.meant)
    return replace(value, meant=meant, choices=among if value.mark.is_open else ())


def _meant(value: Any, names: Mapping[str, str]) -> Iterator[str]:
    """What the ids in *value* stand for."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inside:
        yield from _meant(one, names)
    if isinstance(value, str) and value in names and names[value] != value:
        yield names[value]


def _where(place: str, known: Collection[str]) -> str:
    """The cell or line of *place*, which begins with the name of the document; both may have spaces in them."""
    words = place.split(" ")
    ends = (" ".join(words[number:]) for number in range(1, len(words)))
    return next((end for end in ends if end in known), words[-1])


def _lines(records: Sequence[ReadRecord]) -> tuple[SourceLine, ...]:
    """What was read, where the document itself was not kept."""
    read: dict[str, list[str]] = {}
    for value in (value for record in records for value in record.values if value.mark.read):
        there = read.setdefault(value.where, [])
        if not any(value.mark.read in text for text in there):
            there[:] = [text for text in there if text not in value.mark.read] + [value.mark.read]
    return tuple(SourceLine((SourcePiece("；".join(texts), where),)) for where, texts in read.items())
