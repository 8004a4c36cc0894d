"""Open data as a workbook (Office Open XML): headings in Chinese that stay in view, filters, days that are days, numbers of telephones as text."""

from datetime import date
from typing import Any

from scienceweek.formats.open_data.dataset import DataField, Dataset, Record, ValueType, cells
from scienceweek.formats.open_data.sheet_shell import SheetShell, sheet_shell
from scienceweek.formats.open_data.values import said
from scienceweek.formats.workbook import inline

_YES = {True: "是", False: "否"}
_DAY_ZERO = date(1899, 12, 30).toordinal()  # of the days that a spreadsheet counts


def sheet_data(dataset: Dataset) -> bytes:
    """*dataset* as one sheet. Equal sets make equal bytes."""
    shell, fields = sheet_shell(dataset.kind), dataset.kind.fields
    rows = [_row(shell, fields, down, one) for down, one in enumerate(dataset.records, 2)]
    return shell.filled(f"{dataset.scope} · {dataset.kind.title}", rows)


def _row(shell: SheetShell, fields: tuple[DataField, ...], down: int, one: Record) -> str:
    """The element row (ECMA-376, 18.3.1.73) of a record."""
    found = [f'<row r="{down}">']
    for column, (of, value) in zip(shell.columns, cells(fields, one), strict=True):
        if value not in (None, ()):
            found.append(f'<c r="{column.letters}{down}" s="{column.style}"{_content(of, value)}</c>')
    found.append("</row>")
    return "".join(found)


def _content(column: DataField, value: Any) -> str:
    """The rest of the element c, without its end."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"><v>{value!r}</v>"
    if column.type is ValueType.DAY and isinstance(value, date):
        return f"><v>{value.toordinal() - _DAY_ZERO}</v>"
    return inline(_YES[value] if isinstance(value, bool) else said(value))
