"""A workbook for people to write in (Office Open XML): headings with notes, words to choose from, and cells that stay text."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from xml.sax.saxutils import escape

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scienceweek.formats.parcel import same_everywhere
from scienceweek.frozen import frozen

LONGEST = 32_000
"""Characters of a cell; Excel holds 32,767."""

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
# What XML cannot hold, and what would be taken for one of these as it is written then (ECMA-376, ST_Xstring).
_ODD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)")
_SPARE = 500
"""Empty rows below the last in which words can be chosen."""
_NOTE = {"x_scale": 2, "y_scale": 1.6, "font_size": 10, "author": ""}


@frozen
class BookColumn:
    """A column: its *title*, a *note* on it, its *width* in characters, and *choices*; others may be written unless it is *strict*."""

    title: str
    note: str = ""
    width: int = 14
    choices: tuple[str, ...] = ()
    strict: bool = False
    hidden: bool = False


@frozen
class BookSheet:
    """A sheet called *name*: a row of headings, then *rows*, of which the first *fixed* columns stay in view."""

    name: str
    columns: tuple[BookColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    fixed: int = 0
    hidden: bool = False


def workbook(sheets: Iterable[BookSheet], choices: str) -> bytes:
    """*sheets* as a file; the words to choose from lie on a hidden sheet called *choices*. Equal sheets make equal bytes."""
    made = BytesIO()
    book = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _CREATED})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    head = book.add_format(
        {"num_format": "@", "bold": True, "valign": "top", "bg_color": "#E7EEF0", "bottom": 1}
    )
    known = list(sheets)
    shown = [(book.add_worksheet(sheet.name), sheet) for sheet in known]
    words = _Words(book.add_worksheet(choices), choices)
    for laid, sheet in shown:
        _lay(laid, sheet, text, head)
        for place, column in enumerate(sheet.columns):
            if column.choices:
                laid.data_validation(1, place, len(sheet.rows) + _SPARE, place, words.rule(column))
        if sheet.hidden:
            laid.hide()
    words.sheet.hide()
    book.close()
    return same_everywhere(made.getvalue())


class _Words:
    """The sheet with the words to choose from, a column for each list."""

    def __init__(self, sheet: Worksheet, name: str) -> None:
        self.sheet, self._name = sheet, name
        self._places = count()

    def rule(self, column: BookColumn) -> dict[str, object]:
        place = next(self._places)
        self.sheet.write_column(0, place, column.choices)
        letter = letters(place)
        return {
            "validate": "list",
            "source": f"='{self._name}'!${letter}$1:${letter}${len(column.choices)}",
            "error_title": column.title[:32],
            "error_message": "请从下拉的名单里选。",
            "show_error": column.strict,
        }


def _lay(laid: Worksheet, sheet: BookSheet, text: Format, head: Format) -> None:
    for place, column in enumerate(sheet.columns):
        laid.set_column(place, place, column.width, text, {"hidden": column.hidden})
        laid.write_string(0, place, column.title, head)
        if column.note:
            laid.write_comment(0, place, column.note, _NOTE)
    for down, row in enumerate(sheet.rows, 1):
        for across, value in _written(row):
            laid.write_string(down, across, value, text)
    laid.freeze_panes(1, sheet.fixed)


def _written(row: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    return ((place, value) for place, value in enumerate(row) if value)


def inline(words: str) -> str:
    """*words* as the rest of the element c of a cell that holds text (ECMA-376, 18.3.1.4), without its end."""
    text = _ODD.sub(_odd, words[:LONGEST])
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f' t="inlineStr"><is><t{space}>{escape(text)}</t></is>'


def _odd(match: re.Match[str]) -> str:
    return f"_x{ord(match[0]):04X}_"


def letters(place: int) -> str:
    """What a spreadsheet calls the column at *place*, from 0."""
    first, last = divmod(place, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)
