"""Word files, read with python-docx: foot notes and pictures are not read."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from scienceweek.desk.documents.document import Block, Cell, Document, DocumentError, Paragraph, Table
from scienceweek.desk.documents.numbering import WordNumbering
from scienceweek.desk.documents.table import square

_GONE = frozenset(["del", "moveFrom", "pPr", "rPr", "Fallback", "txbxContent", "instrText"])
"""Parts of a paragraph in which nothing stands that one reads there; what stands in a text box is read after it."""
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_word(content: bytes, file: str) -> Document:
    """Raises DocumentError for a file that python-docx does not read."""
    import docx

    try:
        opened = docx.Document(BytesIO(content))
        blocks = tuple(_blocks(opened))
    except (KeyError, ValueError, AttributeError, TypeError, OSError, SyntaxError, RecursionError) as error:
        # What lxml refuses is a SyntaxError.
        raise DocumentError("这个 Word 文件读不了，可能已损坏。请打开它，另存为 .docx 再导入。") from error
    return Document(file, "Word", blocks)


def _blocks(opened: Any) -> Iterator[Block]:
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph

    numbering = WordNumbering(opened)
    paragraphs = tables = 0
    for element in _parts(opened.element.body):
        if _tag(element) == "tbl":
            tables += 1
            yield _table(WordTable(element, opened), tables)
            continue
        part = WordParagraph(element, opened)
        paragraphs += 1
        number, text = numbering.before(part), text_of(element)
        # A line end in a paragraph is where its author began a new line.
        for line in filter(None, map(str.strip, text.split("\n"))):
            yield Paragraph(f"{number}{line}", f"第{paragraphs}段", _level(part))
            number = ""


def _parts(element: Any) -> Iterator[Any]:
    """The paragraphs and tables in *element*, in order; those of a text box come after the paragraph that it hangs on."""
    for child in element:
        tag = _tag(child)
        if tag in {"p", "tbl"}:
            yield child
            for box in _boxes(child) if tag == "p" else ():
                yield from _parts(box)
        elif tag in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}:
            yield from _parts(child)


def _paragraphs(element: Any) -> Iterator[Any]:
    """The paragraphs in a cell, those of a table in it too."""
    for part in _parts(element):
        if _tag(part) == "p":
            yield part
        else:
            for cell in (one for row in part for one in row if _tag(one) == "tc"):
                yield from _paragraphs(cell)


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes in *element*, once each: Word writes them a second time for older programs."""
    for child in element:
        if _tag(child) == "txbxContent":
            yield child
        elif _tag(child) not in _GONE:
            yield from _boxes(child)


def text_of(element: Any) -> str:
    """All that one reads in a paragraph: what was deleted is gone, what was added, marked or linked is there."""
    tag = _tag(element)
    if tag == "t":
        return str(element.text or "")
    if tag in _GONE:
        return ""
    return _SIGNS.get(tag, "") + "".join(map(text_of, element))


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _level(paragraph: Any) -> int:
    style = str(getattr(paragraph.style, "style_id", "") or "") if paragraph.style is not None else ""
    name = str(getattr(paragraph.style, "name", "") or "") if paragraph.style is not None else ""
    for known in (style, name):
        kind, _, number = known.replace("标题", "Heading").replace(" ", "").partition("Heading")
        if not kind and number.isdecimal():
            return int(number)
    return 0


def _table(table: Any, number: int) -> Table:
    rows: list[list[Cell]] = []
    above: dict[int, object] = {}
    for down, row in enumerate(table.rows, 1):
        line: list[Cell] = []
        before: object = None
        for across, cell in enumerate(row.cells, 1):
            element = cell._tc  # noqa: SLF001 - the only name of what two merged cells share
            joined = element is before or above.get(across) is element
            text = "\n".join(filter(None, (text_of(part).strip() for part in _paragraphs(element))))
            line.append(Cell(text, f"表{number}第{down}行第{across}格", joined))
            above[across] = before = element
        rows.append(line)
    return Table(f"表{number}", square(rows))
