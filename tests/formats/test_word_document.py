from io import BytesIO

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from scienceweek.formats.word_document import (
    LineStyle,
    WordCell,
    WordDocument,
    WordGrid,
    WordLine,
    WordRow,
    text_width,
    word_document,
)

FORM = WordDocument(
    "备案表",
    (
        WordLine("2021年科技活动周\n备案表", LineStyle.TITLE),
        WordLine("单位（盖章）："),
        WordGrid(
            (30, 57, 30, 57),
            (
                WordRow((WordCell("项目名称", head=True), WordCell("<我们> & “鱼”", span=3)), 12),
                WordRow(tuple(map(WordCell, ("主办单位", "科技局\n科协", "传真", "")))),
            ),
            heads=1,
        ),
    ),
    author="濮阳市科技局",
)


def read(document: WordDocument) -> docx.document.Document:
    return docx.Document(BytesIO(word_document(document)))


def test_lines_and_cells_come_back_as_they_are():
    found = read(FORM)

    assert [(one.style.name, one.text) for one in found.paragraphs] == [
        ("Title", "2021年科技活动周\n备案表"),
        ("Body", "单位（盖章）："),
        ("Normal", ""),
    ]
    (table,) = found.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["项目名称", *["<我们> & “鱼”"] * 3],
        ["主办单位", "科技局\n科协", "传真", ""],
    ]
    assert (found.core_properties.title, found.core_properties.author) == ("备案表", "濮阳市科技局")


def test_the_table_fills_the_page_between_its_margins():
    section = read(FORM).sections[0]

    assert (section.page_width, section.page_height) == (
        round(Mm(210) / 635) * 635,
        round(Mm(297) / 635) * 635,
    )
    room = section.page_width - section.left_margin - section.right_margin
    assert abs(sum(column.width for column in read(FORM).tables[0].columns) - room) < Mm(0.2)
    assert text_width(wide=False) == 174


def test_a_wide_one_lies_on_its_side():
    section = read(WordDocument("表", (WordLine("一"),), wide=True)).sections[0]

    assert (section.orientation, section.page_width > section.page_height) == (WD_ORIENT.LANDSCAPE, True)


def test_its_pages_are_numbered():
    foot = read(FORM).sections[0].footer

    assert foot.part.element.xpath(".//w:fldSimple/@w:instr") == ["PAGE"]


def test_what_no_file_of_xml_can_hold_is_left_out():
    hostile = WordDocument("\0标题\ufffe", (WordLine("一\x0b二\ud800三]]>\r\n四"),), "<作者>")
    found = read(hostile)

    assert [one.text for one in found.paragraphs] == ["一二三]]>\n四"]
    assert (found.core_properties.title, found.core_properties.author) == ("标题", "<作者>")


def test_equal_documents_make_equal_bytes():
    assert word_document(FORM) == word_document(FORM)
