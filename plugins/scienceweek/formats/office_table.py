"""A table with a title, to be printed or written on: for Word, and for Excel. Every cell is text."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZipFile

from xlsxwriter import Workbook

from scienceweek.formats.parcel import parcel
from scienceweek.formats.word_document import (
    LineStyle,
    WordCell,
    WordDocument,
    WordGrid,
    WordLine,
    WordRow,
    clean,
    word_document,
)
from scienceweek.formats.workbook import LONGEST, inline, letters
from scienceweek.frozen import frozen

_TITLE, _BELOW, _AUTHOR = "{title}", "{note}", "{author}"
_FIRST = 4
"""The first row below the head, counted from 1."""
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_A_SIGN = 2  # millimetres of a column of Excel
_PAPER_A4 = 9
_LONG = 4  # lines of a cell after which a row may be parted
_SHEET_NAME = 31  # characters
_LINE, _HIGHEST = 15, 409  # points: a line, and what Excel allows a row


@frozen
class OfficeColumn:
    """A column, *width* millimetres wide; what is short stands in the *middle*."""

    title: str
    width: int
    middle: bool = False


@frozen
class OfficeTable:
    """Below its *title* stands a *note*, below its rows *foot*; *author* is who keeps it. *sheet* is what it is called in Excel."""

    title: str
    note: str
    columns: tuple[OfficeColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: str = ""
    author: str = ""
    sheet: str = "表"


def word_table(table: OfficeTable) -> bytes:
    """*table* as a document of Word, on wide pages. Equal tables make equal bytes."""
    heads = WordRow(tuple(WordCell(one.title, head=True) for one in table.columns))
    rows = (
        WordRow(
            tuple(
                WordCell(text, centred=column.middle) for column, text in zip(table.columns, row, strict=True)
            ),
            long=any(text.count("\n") >= _LONG for text in row),
        )
        for row in table.rows
    )
    grid = WordGrid(tuple(one.width for one in table.columns), (heads, *rows), heads=1)
    body = (
        WordLine(table.title, LineStyle.TITLE),
        *((WordLine(table.note, LineStyle.NOTE),) if table.note else ()),
        grid,
        *((WordLine(table.foot),) if table.foot else ()),
    )
    return word_document(WordDocument(table.title, body, table.author, wide=True))


def sheet_table(table: OfficeTable) -> bytes:
    """*table* as a workbook of Excel: its head stays in view and stands on every page that is printed. Equal tables make equal bytes."""
    shell = _shell(table.columns, table.sheet)
    rows = [_row(shell, table.columns, down, row) for down, row in enumerate(table.rows, _FIRST)]
    if table.foot:
        rows.append(
            f'<row r="{_FIRST + len(rows)}">{shell.cell(0, _FIRST + len(rows), table.foot, "foot")}</row>'
        )
    changes = {
        "xl/worksheets/sheet1.xml": {
            shell.sample: "".join(rows),
            f':{shell.last}{_FIRST}"': f':{shell.last}{_FIRST - 1 + len(rows)}"',
        },
        "xl/sharedStrings.xml": {_TITLE: _plain(table.title), _BELOW: _plain(table.note)},
        "docProps/core.xml": {_TITLE: _plain(table.title), _AUTHOR: _plain(table.author)},
    }
    made = {name: _changed(part, changes.get(name, {})) for name, part in shell.parts.items()}
    return parcel({name: part.encode() for name, part in made.items()})


def _changed(part: str, changes: Mapping[str, str]) -> str:
    """*part* with each of *changes*, none of which is looked for in another."""
    if not changes:
        return part
    return re.sub("|".join(map(re.escape, changes)), lambda found: changes[found[0]], part)


class _Shell(NamedTuple):
    """The *parts* of a workbook with the head of its one sheet; a *sample* of its rows, where rows go; its *last* column; its *styles*."""

    parts: Mapping[str, str]
    sample: str
    last: str
    styles: Mapping[str, str]

    def cell(self, across: int, down: int, text: str, style: str) -> str:
        return f'<c r="{letters(across)}{down}" s="{self.styles[style]}"{inline(clean(text))}</c>'


@cache
def _shell(columns: tuple[OfficeColumn, ...], name: str) -> _Shell:
    """That of tables with these *columns*, made once in a process: all but its rows is the same."""
    made = BytesIO()
    book = Workbook(made, {"in_memory": True})
    book.set_properties({"title": _TITLE, "author": _AUTHOR, "created": _CREATED})
    font = {"font_name": "宋体", "font_size": 10, "num_format": "@", "valign": "vcenter"}
    wrapped = font | {"text_wrap": True}
    title = book.add_format(wrapped | {"font_name": "黑体", "font_size": 18, "align": "center"})
    note = book.add_format(wrapped | {"align": "center"})
    head = book.add_format(wrapped | {"bold": True, "align": "center", "border": 1, "bg_color": "#E7EEF0"})
    styles = {
        "left": book.add_format(wrapped | {"border": 1}),
        "middle": book.add_format(wrapped | {"border": 1, "align": "center"}),
        "foot": book.add_format(font),
    }
    sheet = book.add_worksheet(name[:_SHEET_NAME])
    across = len(columns) - 1
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width / _A_SIGN)
        sheet.write_string(_FIRST - 2, place, column.title, head)
    sheet.merge_range(0, 0, 0, across, _TITLE, title)
    sheet.merge_range(1, 0, 1, across, _BELOW, note)
    sheet.set_row(0, 32)
    for place, style in enumerate(styles.values()):
        sheet.write_blank(_FIRST - 1, place, None, style)
    if across >= len(styles):
        sheet.write_blank(_FIRST - 1, across, None, styles["left"])
    sheet.freeze_panes(_FIRST - 1, 2)
    sheet.set_landscape()
    sheet.set_paper(_PAPER_A4)
    sheet.set_margins(0.5, 0.5, 0.6, 0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, _FIRST - 2)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    book.close()
    with ZipFile(made) as file:
        parts = {entry: file.read(entry).decode() for entry in file.namelist()}
    (sample,) = re.findall(rf'<row r="{_FIRST}".*?</row>', parts["xl/worksheets/sheet1.xml"])
    numbers = re.findall(r'\bs="(\d+)"', sample.partition(">")[2])
    return _Shell(parts, sample, letters(across), dict(zip(styles, numbers, strict=False)))


def _row(shell: _Shell, columns: tuple[OfficeColumn, ...], down: int, row: tuple[str, ...]) -> str:
    height = min(_HIGHEST, _LINE * max(map(_lines, columns, row)))
    cells = (
        shell.cell(place, down, text, "middle" if column.middle else "left")
        for place, (column, text) in enumerate(zip(columns, row, strict=True))
    )
    return f'<row r="{down}" ht="{height}" customHeight="1">{"".join(cells)}</row>'


def _plain(text: str) -> str:
    """*text* in XML."""
    return escape(clean(text)[:LONGEST])


def _lines(column: OfficeColumn, text: str) -> int:
    """How many lines *text* takes in its *column*: programs other than Excel do not find out."""
    room = column.width // _A_SIGN - 1
    wide = (sum(2 if sign > "\u2e7f" else 1 for sign in one) for one in text.split("\n"))
    return sum(max(1, -(-signs // room)) for signs in wide)
