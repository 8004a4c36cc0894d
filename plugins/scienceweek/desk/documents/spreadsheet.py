"""Sheets of Excel and LibreOffice, read with python-calamine: values, not formulas; what is hidden is not read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from scienceweek.desk.documents.document import Cell, Document, DocumentError, Table
from scienceweek.desk.documents.sheet_parts import SheetParts, sheet_parts
from scienceweek.desk.documents.table import column, spoken, square

ROWS = 20_000
"""Of a sheet that is read."""
COLUMNS = 200
_TOLD = 10


@dataclass(frozen=True, slots=True)
class WorkbookPage:
    """A sheet called *name*, be it *hidden*: the text of each cell, with its empty lines."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    hidden: bool


def read_spreadsheet(content: bytes, file: str) -> Document:
    """Raises DocumentError for a workbook that calamine does not read, or that is too long."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            shown = [
                sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible
            ]
            parts = sheet_parts(content)
            tables = [_table(book.get_sheet_by_name(name), parts.get(name, SheetParts())) for name in shown]
    except DocumentError:
        raise
    except (CalamineError, ValueError, OSError) as error:
        if "password" in str(error).lower():
            raise DocumentError("表格有密码。请用 Office 或 WPS 打开，去掉密码，另存一份再导入。") from None
        raise DocumentError("这个表格读不了，可能已损坏。请打开它，另存为 .xlsx 再导入。") from error
    told = tuple(
        table for table in tables if table.unread or any(cell.text for row in table.rows for cell in row)
    )
    if not told:
        raise DocumentError("这个表格里没有内容（隐藏的工作表不读）。请看看是不是这个文件。")
    return Document(file, "Excel", told)


def has_sheet(content: bytes, name: str) -> bool:
    """Whether *content* is a workbook with a sheet called *name*, hidden or not."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            return name in book.sheet_names
    except (CalamineError, ValueError, OSError):
        return False


def pages(content: bytes) -> tuple[WorkbookPage, ...]:
    """All sheets of the workbook *content*, hidden ones too; none where it cannot be read."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            return tuple(
                WorkbookPage(
                    sheet.name,
                    _texts(book.get_sheet_by_name(sheet.name)),
                    sheet.visible != SheetVisibleEnum.Visible,
                )
                for sheet in book.sheets_metadata
            )
    except (CalamineError, ValueError, OSError):
        return ()


def _texts(sheet: Any) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(_text, row)) for row in sheet.to_python(skip_empty_area=False))


def _text(value: object) -> str:
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else spoken(value)


def _table(sheet: Any, parts: SheetParts) -> Table:
    values = sheet.to_python(skip_empty_area=False)
    _fits(sheet.name, values)
    rows = [
        [Cell(spoken(value), f"{sheet.name}!{column(across)}{down}") for across, value in enumerate(row, 1)]
        for down, row in enumerate(values, 1)
    ]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for down in range(top, min(bottom + 1, len(rows))):
            for across in range(left, min(right + 1, len(rows[down]))):
                if (down, across) != (top, left):
                    rows[down][across] = Cell(rows[top][left].text, rows[down][across].where, joined=True)
    seen = [
        [cell for across, cell in enumerate(row, 1) if across not in parts.columns]
        for down, row in enumerate(rows, 1)
        if down not in parts.rows
    ]
    return Table(sheet.name, square(seen), tuple(_unread(rows, parts)))


def _unread(rows: Sequence[Sequence[Cell]], parts: SheetParts) -> Iterator[tuple[str, str]]:
    """What stands in hidden rows and columns, if anything does, and in cells whose formula has no value."""
    lines = [
        f"第{down}行"
        for down, row in enumerate(rows, 1)
        if down in parts.rows and any(cell.text for cell in row)
    ]
    lines += [
        f"{column(across)}列"
        for across in sorted(parts.columns)
        if any(cell.text for row in rows for cell in row[across - 1 : across])
    ]
    for places, why in (
        (lines, "是隐藏的，没有读；要读请在表里取消隐藏，再导入"),
        (parts.broken, "公式算错了（#REF! 之类），没有读；请改好公式，或改成文字，再导入"),
        (parts.uncounted, "公式还没有算出来，没有读；请用 Excel 或 WPS 打开，保存一次，再导入"),
    ):
        if places:
            more = f"等 {len(places)} 处" if len(places) > _TOLD else ""
            yield "、".join(places[:_TOLD]) + more, why


def _fits(name: str, values: list[list[object]]) -> None:
    wide = max(map(len, values), default=0)
    if len(values) > ROWS or wide > COLUMNS:
        raise DocumentError(
            f"工作表“{name}”有 {len(values)} 行、{wide} 列，最多读 {ROWS} 行、{COLUMNS} 列。"
            "请删去下面和右面的空行空列，或者分成几个文件。"
        )
