"""Word files, read with python-docx: text boxes, foot notes and pictures are not read."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from scienceweek.desk.documents.document import Block, Cell, Document, DocumentError, Paragraph, Table
from scienceweek.desk.documents.table import square


def read_word(content: bytes, file: str) -> Document:
    """Raises DocumentError for a file that python-docx does not read."""
    import docx

    try:
        opened = docx.Document(BytesIO(content))
        blocks = tuple(_blocks(opened))
    except (KeyError, ValueError, AttributeError, TypeError, OSError) as error:
        raise DocumentError("这个 Word 文件读不了，可能已损坏。请打开它，另存为 .docx 再导入。") from error
    return Document(file, "Word", blocks)


def _blocks(opened: Any) -> Iterator[Block]:
    from docx.table import Table as WordTable

    paragraphs = tables = 0
    for part in opened.iter_inner_content():
        if isinstance(part, WordTable):
            tables += 1
            yield _table(part, tables)
            continue
        paragraphs += 1
        text = _whole(part)
        # A line end in a paragraph is where its author began a new line.
        for line in filter(None, map(str.strip, text.split("\n"))):
            yield Paragraph(line, f"第{paragraphs}段", _level(part))


def _whole(paragraph: Any) -> str:
    """The text of a *paragraph* as it stands: what is numbered by the program has its number too."""
    return str(paragraph.text).replace("\t", " ")


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
            text = "\n".join(filter(None, (part.text.strip() for part in cell.paragraphs)))
            line.append(Cell(text, f"表{number}第{down}行第{across}格", joined))
            above[across] = before = element
        rows.append(line)
    return Table(f"表{number}", square(rows))
