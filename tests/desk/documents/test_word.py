"""Word files, made by python-docx as Word makes them."""

from io import BytesIO

import docx
import pytest
from documents import docx as small

from scienceweek.desk.documents import Cell, DocumentError, Paragraph
from scienceweek.desk.documents.word import read_word


def saved(opened) -> bytes:
    made = BytesIO()
    opened.save(made)
    return made.getvalue()


def test_paragraphs_and_tables_come_in_the_order_in_which_they_stand():
    opened = docx.Document()
    opened.add_heading("一、时间", 1)
    opened.add_paragraph("5月25日\n在科技馆")
    table = opened.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "名称", "电话"
    opened.add_paragraph("完")

    found = read_word(saved(opened), "通知.docx")

    assert (found.file, found.kind) == ("通知.docx", "Word")
    assert found.paragraphs == (
        Paragraph("一、时间", "第1段", 1),
        Paragraph("5月25日", "第2段"),
        Paragraph("在科技馆", "第2段"),
        Paragraph("完", "第3段"),
    )
    assert found.blocks[3] == found.tables[0]
    assert found.tables[0].rows == ((Cell("名称", "表1第1行第1格"), Cell("电话", "表1第1行第2格")),)


def test_what_a_merged_cell_covers_has_its_text_and_says_so():
    table = (opened := docx.Document()).add_table(3, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "安排表"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "5月25日"
    table.cell(1, 1).text = table.cell(2, 1).text = "讲座"

    rows = read_word(saved(opened), "x.docx").tables[0].rows

    assert [[(cell.text, cell.joined) for cell in row] for row in rows] == [
        [("安排表", False), ("安排表", True)],
        [("5月25日", False), ("讲座", False)],
        [("5月25日", True), ("讲座", False)],
    ]


def test_a_file_that_is_only_half_a_word_file_is_told():
    with pytest.raises(DocumentError, match="这个 Word 文件读不了，可能已损坏"):
        read_word(small(), "x.docx")
