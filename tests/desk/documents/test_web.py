"""Web pages that staff have saved."""

import pytest

from scienceweek.desk.documents import Paragraph
from scienceweek.desk.documents.web import read_web


def test_blocks_are_paragraphs_and_what_is_no_text_is_left_out():
    page = "<html><head><title>x</title></head><body><nav>首页</nav><h2>一、时间</h2><p>5月25日<br>在<b>科技馆</b></p>完<script>1</script></body>"

    assert read_web(page.encode(), "x.html").blocks == (
        Paragraph("一、时间", "第1段", 2),
        Paragraph("5月25日", "第2段"),
        Paragraph("在科技馆", "第3段"),
        Paragraph("完", "第4段"),
    )


def test_cells_that_span_have_their_text_in_all_that_they_cover():
    page = (
        "<table><tr><th colspan=2>安排</th></tr><tr><td rowspan='2'>25日<td>讲<br>座</tr><tr><td>展览</table>"
    )

    rows = read_web(page.encode(), "x.html").tables[0].rows

    assert [[(cell.text, cell.joined) for cell in row] for row in rows] == [
        [("安排", False), ("安排", True)],
        [("25日", False), ("讲\n座", False)],
        [("25日", True), ("展览", False)],
    ]


def test_a_table_of_one_column_is_layout():
    assert read_web(b"<table><tr><td><p>a</p><p>b</p></td></tr></table>", "x").blocks == (
        Paragraph("a", "第1段"),
        Paragraph("b", "第2段"),
    )


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "utf-8"])
def test_a_page_is_read_in_the_encoding_that_it_declares(declared):
    encoding = "gb18030" if declared.lower().startswith("gb") else declared
    page = f'<meta charset="{declared}"><p>〇号厅喆</p>'.encode(encoding)

    assert read_web(page, "x").blocks == (Paragraph("〇号厅喆", "第1段"),)
