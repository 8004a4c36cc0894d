"""What calamine does not tell of the sheets of an XLSX (ECMA-376 18.3.1): hidden rows and columns, faults of formulas."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from zipfile import BadZipFile, ZipFile

_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_NUMBER = re.compile(rb'\sr="(\d+)"')
_SPAN = re.compile(rb'\bmin="(\d+)"[^>]*\bmax="(\d+)"|\bmax="(\d+)"[^>]*\bmin="(\d+)"')
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]+[0-9]+)"')
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]+)</")
_BOOK = "xl/workbook.xml"
_MOST = 1_000
"""Columns of a range; LibreOffice hides all that follow the last."""


@dataclass(frozen=True, slots=True)
class SheetParts:
    """The numbers of the *rows* and *columns* of a sheet that nobody sees, from 1; cells whose formula is *broken* or not *counted*."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    broken: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()


def sheet_parts(content: bytes) -> Mapping[str, SheetParts]:
    """Those of each sheet of the workbook *content* by its name; none of one that is no XLSX."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            files = _files(packed)
            return {name: _parts(packed.read(file)) for name, file in files.items()}
    except (BadZipFile, KeyError, OSError, ValueError, RuntimeError, NotImplementedError):
        return {}


def _files(packed: ZipFile) -> dict[str, str]:
    """The file of each sheet by its name."""
    book = packed.read(_BOOK).decode("utf-8", "replace")
    relations = packed.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {_said(tag, "Id"): _said(tag, "Target") for tag in _RELATION.findall(relations)}
    found = {}
    for tag in _SHEET.findall(book):
        target = targets.get(_said(tag, r"\w+:id"), "")
        if target:
            found[_said(tag, "name")] = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
    return found


def _said(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""


def _parts(sheet: bytes) -> SheetParts:
    rows = {
        int(number[1])
        for tag in _ROW.findall(sheet)
        if _HIDDEN.search(tag) and (number := _NUMBER.search(tag))
    }
    columns: set[int] = set()
    for tag in _COLUMN.findall(sheet):
        span = _SPAN.search(tag)
        if _HIDDEN.search(tag) and span:
            first, last = int(span[1] or span[4]), int(span[2] or span[3])
            columns.update(range(first, min(last, first + _MOST) + 1))
    return SheetParts(frozenset(rows), frozenset(columns), *_faults(sheet))


def _faults(sheet: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The cells with a fault (``#REF!``), and those with a formula that no program has counted yet."""
    if b't="e"' not in sheet and b"<f" not in sheet:
        return (), ()
    broken, uncounted = [], []
    for attributes, inside in _CELL.findall(sheet):
        place = _PLACE.search(attributes)
        if place and b't="e"' in attributes:
            broken.append(place[1].decode())
        elif place and b"<f" in inside and not _VALUE.search(inside):
            uncounted.append(place[1].decode())
    return tuple(broken), tuple(uncounted)
