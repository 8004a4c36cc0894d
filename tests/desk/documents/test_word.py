"""Word files, made by python-docx as Word makes them."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from documents import docx as small
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

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


def with_list(opened, *levels) -> str:
    """The number of a new list in *opened* with these *levels*: the form of a number and what stands around it."""
    root = opened.part.numbering_part.element
    number = str(900 + len(root.findall(qn("w:num"))))
    forms = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    shape = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{forms}</w:abstractNum>'
    root.find(qn("w:num")).addprevious(parse_xml(shape))
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    )
    return number


def put(told, number, depth=0):
    """*told*, a paragraph or a style, stands in the list with this *number*."""
    properties = told._element.get_or_add_pPr()  # noqa: SLF001 - the only name that both have
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
    )
    return told


def texts(opened) -> list[str]:
    return [one.text for one in read_word(saved(opened), "x.docx").paragraphs]


def test_numbers_that_word_writes_by_itself_are_read():
    opened = docx.Document()
    number = with_list(
        opened,
        ("chineseCounting", "%1、"),
        ("chineseCounting", "（%2）"),
        ("decimal", "%3."),
        ("decimal", "%3.%4"),
    )
    for text, depth in (
        *(("时间", 0), ("安排", 0), ("开幕", 1), ("地点：广场", 2), ("单位：局", 2), ("其一", 3)),
        *(("讲座", 1), ("地点：馆", 2), ("要求", 0), ("重视", 1)),
    ):
        put(opened.add_paragraph(text), number, depth)

    assert texts(opened) == [
        *("一、时间", "二、安排", "（一）开幕", "1.地点：广场", "2.单位：局", "2.1其一"),
        *("（二）讲座", "1.地点：馆", "三、要求", "（一）重视"),
    ]


def test_a_style_numbers_too_and_a_list_that_begins_anew_has_its_own_numbers():
    opened = docx.Document()
    first = with_list(opened, ("decimalEnclosedCircleChinese", "%1"))
    again = with_list(opened, ("decimal", "%1)"))
    root = opened.part.numbering_part.element
    over = f'<w:lvlOverride {nsdecls("w")} w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    anew = parse_xml(f'<w:num {nsdecls("w")} w:numId="990"><w:abstractNumId w:val="{again}"/>{over}</w:num>')
    root.append(anew)
    put(opened.styles["Quote"], first)
    opened.add_paragraph("其一", "Quote")
    opened.add_paragraph("其二", "Quote")
    for number in (again, again, "990", again, "0"):
        put(opened.add_paragraph("讲座"), number)

    assert texts(opened) == ["①其一", "②其二", "1)讲座", "2)讲座", "1)讲座", "3)讲座", "讲座"]


def test_what_was_added_marked_or_put_in_a_box_is_read_and_what_was_deleted_is_not():
    opened = docx.Document()
    space = nsdecls("w")
    body = opened.element.body
    body.insert(
        0,
        parse_xml(
            f"<w:p {space}><w:r><w:t>时间：</w:t></w:r><w:smartTag><w:r><w:t>5月25日</w:t></w:r></w:smartTag>"
            "<w:del><w:r><w:delText>上午</w:delText></w:r></w:del><w:ins><w:r><w:t>下午</w:t></w:r></w:ins>"
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>地点：广场</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
        ),
    )
    body.insert(
        1,
        parse_xml(
            f"<w:sdt {space}><w:sdtContent><w:p><w:r><w:t>单位：局</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    cell = opened.add_table(1, 1).cell(0, 0)
    cell.text = "讲座"
    cell.add_table(1, 2).cell(0, 1).text = "一楼"

    found = read_word(saved(opened), "x.docx")

    assert [one.text for one in found.paragraphs] == ["时间：5月25日下午", "地点：广场", "单位：局"]
    assert found.tables[0].rows[0][0].text == "讲座\n一楼"


def with_text(xml: str) -> bytes:
    """A Word file whose text is *xml*, whatever that is."""
    made = BytesIO()
    whole = ZipFile(BytesIO(saved(docx.Document())))
    with ZipFile(made, "w") as packed:
        for name in whole.namelist():
            packed.writestr(name, xml if name == "word/document.xml" else whole.read(name))
    return made.getvalue()


@pytest.mark.parametrize(
    "body", ["<w:p>", "<w:p>" + "<w:ins>" * 3000 + "</w:ins>" * 3000 + "</w:p></w:body></w:document>"]
)
def test_a_file_whose_text_is_broken_or_too_deep_is_told(body):
    with pytest.raises(DocumentError, match="这个 Word 文件读不了，可能已损坏"):
        read_word(with_text(f"<w:document {nsdecls('w')}><w:body>{body}"), "x.docx")


def test_a_list_that_is_nowhere_numbers_nothing():
    lists = '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="77"/></w:numPr>'
    body = f"<w:p><w:pPr>{lists}</w:pPr><w:r><w:t>讲座</w:t></w:r></w:p></w:body></w:document>"
    found = read_word(with_text(f"<w:document {nsdecls('w')}><w:body>{body}"), "x.docx")
    assert [one.text for one in found.paragraphs] == ["讲座"]
