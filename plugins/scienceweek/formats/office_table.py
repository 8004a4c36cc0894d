"""A table with a title, to be printed or written on: for Word, and for Excel. Every cell is text."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from scienceweek.formats.parcel import same_everywhere
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
from scienceweek.formats.workbook import LONGEST

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_A_SIGN = 2  # millimetres of a column of Excel
_PAPER_A4 = 9
_LONG = 4  # lines of a cell after which a row may be parted
_SHEET_NAME = 31  # characters
_LINE, _HIGHEST = 15, 409  # points: a line, and what Excel allows a row


@dataclass(frozen=True, slots=True)
class OfficeColumn:
    """A column, *width* millimetres wide; what is short stands in the *middle*."""

    title: str
    width: int
    middle: bool = False


@dataclass(frozen=True, slots=True)
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
    made = BytesIO()
    book = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": clean(table.title), "author": clean(table.author), "created": _CREATED})
    font = {"font_name": "宋体", "font_size": 10, "num_format": "@", "text_wrap": True, "valign": "vcenter"}
    title = book.add_format(font | {"font_name": "黑体", "font_size": 18, "align": "center"})
    note = book.add_format(font | {"align": "center"})
    foot = book.add_format(font)
    head = book.add_format(font | {"bold": True, "align": "center", "border": 1, "bg_color": "#E7EEF0"})
    left, middle = (book.add_format(font | {"border": 1} | more) for more in ({}, {"align": "center"}))
    sheet = book.add_worksheet(table.sheet[:_SHEET_NAME])
    across = len(table.columns) - 1
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width / _A_SIGN)
        sheet.write_string(2, place, column.title, head)
    sheet.merge_range(0, 0, 0, across, clean(table.title)[:LONGEST], title)
    sheet.merge_range(1, 0, 1, across, clean(table.note)[:LONGEST], note)
    sheet.set_row(0, 32)
    for down, row in enumerate(table.rows, 3):
        sheet.set_row(down, min(_HIGHEST, _LINE * max(map(_lines, table.columns, row))))
        for place, (column, text) in enumerate(zip(table.columns, row, strict=True)):
            sheet.write_string(down, place, clean(text)[:LONGEST], middle if column.middle else left)
    if table.foot:
        sheet.merge_range(
            len(table.rows) + 3, 0, len(table.rows) + 3, across, clean(table.foot)[:LONGEST], foot
        )
    sheet.freeze_panes(3, 2)
    sheet.set_landscape()
    sheet.set_paper(_PAPER_A4)
    sheet.set_margins(0.5, 0.5, 0.6, 0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 2)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    book.close()
    return same_everywhere(made.getvalue())


def _lines(column: OfficeColumn, text: str) -> int:
    """How many lines *text* takes in its *column*: programs other than Excel do not find out."""
    room = column.width // _A_SIGN - 1
    wide = (sum(2 if sign > "\u2e7f" else 1 for sign in one) for one in text.split("\n"))
    return sum(max(1, -(-signs // room)) for signs in wide)
