"""Plain text, Markdown and CSV."""

import pytest

from scienceweek.desk.documents import DocumentError, Paragraph
from scienceweek.desk.documents.text import read_csv, read_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_text_is_read_in_the_encodings_of_chinese_computers(encoding):
    assert read_text("关于举办活动周的通知".encode(encoding), "x.txt").blocks == (
        Paragraph("关于举办活动周的通知", "第1行"),
    )


def test_a_paragraph_knows_its_line_and_a_heading_its_level():
    assert read_text("## 一、时间\r\n\r\n　　**5月25日**\n".encode(), "x.md").blocks == (
        Paragraph("一、时间", "第1行", 2),
        Paragraph("5月25日", "第3行"),
    )


@pytest.mark.parametrize("text", ["名称\t电话\n甲\t1", "| 名称 | 电话 |\n|---|:--|\n| 甲 | 1 |"])
def test_lines_with_tabs_or_bars_are_a_table(text):
    rows = read_text(text.encode(), "x.txt").tables[0].rows

    assert [[cell.text for cell in row] for row in rows] == [["名称", "电话"], ["甲", "1"]]


def test_one_line_with_a_tab_is_a_paragraph():
    assert read_text("电话\t023-60000001".encode(), "x.txt").blocks == (
        Paragraph("电话 023-60000001", "第1行"),
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_of_excel_in_chinese_is_read_whatever_separates_its_cells(separator):
    text = separator.join(["名称", "安排"]) + "\r\n" + separator.join(["甲", '"一\n二"']) + "\r\n甲\r\n"

    rows = read_csv(text.encode("gbk"), "x.csv").tables[0].rows

    assert [[cell.text for cell in row] for row in rows] == [["名称", "安排"], ["甲", "一\n二"], ["甲", ""]]


def test_commas_in_what_is_written_separate_nothing():
    text = "名称,安排\n甲,5月20日，每天两场，球幕电影，30元；需预约\n乙,无\n"

    rows = read_csv(text.encode(), "x.csv").tables[0].rows

    assert [row[0].text for row in rows] == ["名称", "甲", "乙"]


def test_bytes_that_are_no_text_are_told():
    with pytest.raises(DocumentError, match="看不出是什么编码"):
        read_text(b"\x00\x01\xff", "x.txt")
