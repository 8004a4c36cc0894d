"""Sheets, made by openpyxl as Excel makes them."""

import datetime as dt
from io import BytesIO

import openpyxl
import pytest

from scienceweek.desk.documents import DocumentError
from scienceweek.desk.documents.spreadsheet import read_spreadsheet


def saved(rows, *, merged=(), hidden=False) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "活动"
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    other = book.create_sheet("草稿")
    other.append(["不要的"])
    other.sheet_state = "hidden" if hidden else "visible"
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def texts(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_spreadsheet(content, "x.xlsx").tables[0].rows]


def test_a_cell_says_what_staff_see_in_it():
    given = [
        dt.datetime.fromisoformat("2024-05-21"),
        dt.datetime.fromisoformat("2024-05-21 09:30"),
        dt.time(9, 5),
        17783199721,
        5.21,
        "甲\n 乙 ",
        None,
        True,
    ]

    assert texts(saved([given])) == [
        ["2024年5月21日", "2024年5月21日 9:30", "9:05", "17783199721", "5.21", "甲\n乙", "", "是"]
    ]


def test_a_cell_knows_what_the_spreadsheet_calls_it_also_where_rows_above_are_empty():
    table = read_spreadsheet(saved([[], ["", *["x"] * 27]]), "x.xlsx").tables[0]

    assert (table.rows[1][1].where, table.rows[1][27].where) == ("活动!B2", "活动!AB2")


def test_what_a_merged_cell_covers_has_its_text():
    rows = (
        read_spreadsheet(saved([["甲", None], ["乙", "丙"], [None, "丁"]], merged=["A1:B1", "A2:A3"]), "x")
        .tables[0]
        .rows
    )

    assert [[(cell.text, cell.joined) for cell in row] for row in rows] == [
        [("甲", False), ("甲", True)],
        [("乙", False), ("丙", False)],
        [("乙", True), ("丁", False)],
    ]


@pytest.mark.parametrize(("hidden", "names"), [(True, ["活动"]), (False, ["活动", "草稿"])])
def test_a_hidden_sheet_is_not_read(hidden, names):
    assert [table.name for table in read_spreadsheet(saved([["x"]], hidden=hidden), "x").tables] == names


def test_a_sheet_that_is_too_wide_is_told():
    with pytest.raises(DocumentError, match="工作表“活动”有 1 行、201 列，最多读"):
        read_spreadsheet(saved([["x"] * 201]), "x.xlsx")


def test_what_is_no_workbook_is_told():
    with pytest.raises(DocumentError, match="这个表格读不了"):
        read_spreadsheet(b"PK\x03\x04", "x.xlsx")


def test_what_is_hidden_is_not_read_and_told():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "活动"
    for row in (["名称", "内部", "时间"], ["甲", "不要", "5.25"], ["乙", "", "5.26"], ["丙", "", "5.27"]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions["Z"].hidden = True
    made = BytesIO()
    book.save(made)
    (table,) = read_spreadsheet(made.getvalue(), "x.xlsx").tables

    assert [[cell.text for cell in row] for row in table.rows] == [
        ["名称", "时间"],
        ["甲", "5.25"],
        ["丙", "5.27"],
    ]
    assert table.rows[2][1].where == "活动!C4"
    assert table.unread == (("第3行、B列", "是隐藏的，没有读；要读请在表里取消隐藏，再导入"),)


def test_a_formula_without_a_value_is_told():
    made = saved([["甲", "=1+1", "=A1"]])

    assert read_spreadsheet(made, "x.xlsx").tables[0].unread == (
        ("B1、C1", "公式还没有算出来，没有读；请用 Excel 或 WPS 打开，保存一次，再导入"),
    )


def test_a_fault_of_a_formula_is_told():
    book = openpyxl.Workbook()
    book.active.append(["甲", "#REF!"])
    made = BytesIO()
    book.save(made)
    (table,) = read_spreadsheet(made.getvalue(), "x.xlsx").tables

    assert [cell.text for cell in table.rows[0]] == ["甲", ""]
    assert table.unread == (("B1", "公式算错了（#REF! 之类），没有读；请改好公式，或改成文字，再导入"),)


def test_a_workbook_in_which_nothing_stands_is_refused():
    made = BytesIO()
    openpyxl.Workbook().save(made)

    with pytest.raises(DocumentError, match="这个表格里没有内容"):
        read_spreadsheet(made.getvalue(), "x.xlsx")
