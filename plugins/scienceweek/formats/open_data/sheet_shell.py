"""A workbook of open data without its records (ECMA-376): what is the same in every one of a kind, made once in a process."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZipFile

from xlsxwriter import Workbook

from scienceweek.formats.open_data.dataset import DataKind, ValueType, columns
from scienceweek.formats.parcel import parcel
from scienceweek.formats.workbook import letters

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_TITLE = "TITLE"
_STYLE = re.compile(r'<col min="(\d+)" max="(\d+)" [^>]*\bstyle="(\d+)"')


class ShellColumn(NamedTuple):
    """What a spreadsheet calls a column, and the number of its style."""

    letters: str
    style: str


class SheetShell(NamedTuple):
    """The *parts* of a file with the head of its one sheet, and the *columns* of that."""

    parts: Mapping[str, str]
    columns: tuple[ShellColumn, ...]

    def filled(self, title: str, rows: Sequence[str]) -> bytes:
        """The file as a whole: called *title*, with the elements of *rows* below the head."""
        last = self.columns[-1].letters
        changes = {
            "xl/worksheets/sheet1.xml": (
                (f'"A1:{last}1"', f'"A1:{last}{1 + len(rows)}"'),
                ("</sheetData>", f"{''.join(rows)}</sheetData>"),
            ),
            "xl/workbook.xml": ((f"${last}$1<", f"${last}${1 + len(rows)}<"),),
            "docProps/core.xml": ((_TITLE, escape(title)),),
        }
        made = dict(self.parts)
        for name, own in changes.items():
            for old, new in own:
                made[name] = made[name].replace(old, new)
        return parcel({name: part.encode() for name, part in made.items()})


@cache
def sheet_shell(kind: DataKind) -> SheetShell:
    """That of a *kind* of record."""
    made = BytesIO()
    book = Workbook(made, {"in_memory": True})
    book.set_properties({"title": _TITLE, "created": _CREATED})
    text = book.add_format({"num_format": "@", "valign": "top"})
    head = book.add_format(
        {"bold": True, "valign": "top", "text_wrap": True, "bg_color": "#E7EEF0", "bottom": 1}
    )
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
    sheet = book.add_worksheet(kind.title)
    laid = list(columns(kind.fields))
    for place, (_, outer, inner) in enumerate(laid):
        column = inner or outer
        sheet.set_column(place, place, column.width, day if column.type is ValueType.DAY else text)
        sheet.write_string(0, place, f"{outer.title} · {inner.title}" if inner else outer.title, head)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, 0, len(laid) - 1)
    book.close()
    with ZipFile(made) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    styles = [
        style
        for first, last, style in _STYLE.findall(parts["xl/worksheets/sheet1.xml"])
        for _ in range(int(first), int(last) + 1)
    ]
    return SheetShell(parts, tuple(ShellColumn(letters(place), style) for place, style in enumerate(styles)))
