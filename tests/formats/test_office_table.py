import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from scienceweek.formats.office_table import OfficeColumn, OfficeTable, sheet_table, word_table

TABLE = OfficeTable(
    title="2024年渝北区科技活动周活动安排表",
    note="5月25日—6月1日",
    columns=(
        OfficeColumn("序号", 12, middle=True),
        OfficeColumn("单位名称", 60),
        OfficeColumn("联系电话", 40),
    ),
    rows=(("1", "重庆市气象科普馆", "17760000721\n023-60000025"), ("2", "=1+1", "<b>&\x00@")),
    foot="去之前请先打电话。",
    author="渝北区科技局",
    sheet="活动安排表",
)
CLEAN = [["1", "重庆市气象科普馆", "17760000721\n023-60000025"], ["2", "=1+1", "<b>&@"]]
HEADS = ["序号", "单位名称", "联系电话"]


def test_word_reads_every_cell():
    found = docx.Document(BytesIO(word_table(TABLE)))

    assert [one.text for one in found.paragraphs] == [TABLE.title, TABLE.note, TABLE.foot]
    assert [[cell.text for cell in row.cells] for row in found.tables[0].rows] == [HEADS, *CLEAN]
    assert [len(row.xpath(".//w:tblHeader")) for row in found.element.body.xpath(".//w:tr")] == [1, 0, 0]


def test_two_readers_of_excel_find_the_same_text_in_every_cell():
    made = sheet_table(TABLE)
    sheet = load_workbook(BytesIO(made)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert rows == [
        [TABLE.title, None, None],
        [TABLE.note, None, None],
        HEADS,
        *CLEAN,
        [TABLE.foot, None, None],
    ]
    assert {cell.data_type for row in sheet["A4:C5"] for cell in row} == {"s"}
    other = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_name("活动安排表").to_python()
    assert other == [[value or "" for value in row] for row in rows]


def test_words_of_a_title_are_never_taken_for_a_place_to_fill():
    sheet = load_workbook(BytesIO(sheet_table(replace(TABLE, title="{note}{author}", note="{title}"))))

    assert [sheet.active[cell].value for cell in ("A1", "A2")] == ["{note}{author}", "{title}"]
    assert (sheet.properties.title, sheet.properties.creator) == ("{note}{author}", TABLE.author)
    assert sheet.active.dimensions == "A1:C6"


def test_its_head_stays_in_view_and_is_printed_on_every_page():
    sheet = load_workbook(BytesIO(sheet_table(TABLE))).active

    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.orientation) == (
        "C4",
        "$1:$3",
        "landscape",
    )


def test_equal_tables_make_equal_bytes():
    assert word_table(TABLE) == word_table(TABLE)
    assert sheet_table(TABLE) == sheet_table(TABLE)


@pytest.mark.slow
def test_an_office_opens_both_too(tmp_path: Path):
    (tmp_path / "word.docx").write_bytes(word_table(TABLE))
    (tmp_path / "excel.xlsx").write_bytes(sheet_table(TABLE))
    environment = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    for name, kind in (
        ("word.docx", "txt:Text (encoded):UTF8"),
        ("excel.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76"),
    ):
        subprocess.run(
            ["soffice", "--headless", "--convert-to", kind, "--outdir", tmp_path, tmp_path / name],
            check=True,
            capture_output=True,
            env=environment,
        )

    texts = [(tmp_path / name).read_text("utf-8-sig") for name in ("word.txt", "excel.csv")]
    wanted = [
        TABLE.title,
        TABLE.note,
        *HEADS,
        *(line for row in CLEAN for cell in row for line in cell.split("\n")),
    ]
    assert [[word for word in wanted if word not in text] for text in texts] == [[], []]
