"""Open data as a workbook (Office Open XML): headings in Chinese that stay in view, filters, days that are days, numbers of telephones as text."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scienceweek.formats.open_data.dataset import DataField, Dataset, ValueType, cells, columns
from scienceweek.formats.open_data.values import said
from scienceweek.formats.parcel import same_everywhere
from scienceweek.formats.workbook import LONGEST

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_YES = {True: "是", False: "否"}


def sheet_data(dataset: Dataset) -> bytes:
    """*dataset* as one sheet. Equal sets make equal bytes."""
    made = BytesIO()
    book = Workbook(
        made,
        {"in_memory": True, "constant_memory": False, "strings_to_formulas": False, "strings_to_urls": False},
    )
    book.set_properties({"title": f"{dataset.scope} · {dataset.kind.title}", "created": _CREATED})
    text = book.add_format({"num_format": "@", "valign": "top"})
    head = book.add_format(
        {"bold": True, "valign": "top", "text_wrap": True, "bg_color": "#E7EEF0", "bottom": 1}
    )
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
    sheet = book.add_worksheet(dataset.kind.title)
    fields = dataset.kind.fields
    laid = list(columns(fields))
    for place, (_, outer, inner) in enumerate(laid):
        column = inner or outer
        sheet.set_column(place, place, column.width, day if column.type is ValueType.DAY else text)
        sheet.write_string(0, place, f"{outer.title} · {inner.title}" if inner else outer.title, head)
    for down, one in enumerate(dataset.records, 1):
        for across, (column, value) in enumerate(cells(fields, one)):
            if value not in (None, ()):
                _write(sheet, (down, across), column, value, (text, day))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(dataset.records), len(laid) - 1)
    book.close()
    return same_everywhere(made.getvalue())


def _write(
    sheet: Worksheet, at: tuple[int, int], column: DataField, value: Any, shapes: tuple[Format, Format]
) -> None:
    text, day = shapes
    if isinstance(value, bool):
        sheet.write_string(*at, _YES[value], text)
    elif isinstance(value, int | float):
        sheet.write_number(*at, value)
    elif column.type is ValueType.DAY and isinstance(value, date):
        sheet.write_datetime(*at, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
    else:
        sheet.write_string(*at, said(value)[:LONGEST], text)
