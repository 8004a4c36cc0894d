"""PDF with text in it, read with pdfplumber: lines are joined to paragraphs, tables that go over a page to one."""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from scienceweek.desk.documents.document import Block, Cell, Document, DocumentError, Paragraph, Table
from scienceweek.desk.documents.table import square

PAGES = 200
"""Of a document that is read."""
_SETTINGS = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}
_NEAR = 0.6
"""Of the height of a line: what is nearer than so much is beside it."""


def read_pdf(content: bytes, file: str) -> Document:
    """Raises DocumentError for one that is only pictures, has a password or cannot be read."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    # What it says of fonts is for programmers.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(BytesIO(content)) as opened:
            if len(opened.pages) > PAGES:
                raise DocumentError(
                    f"这个 PDF 有 {len(opened.pages)} 页，最多读 {PAGES} 页。请把要用的几页另存为一个文件。"
                )
            pages = [list(_page(page)) for page in opened.pages]
            pictured = any(page.images for page in opened.pages)
    except DocumentError:
        raise
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise DocumentError("这个 PDF 有密码。请去掉密码，另存一份再导入。") from None
        raise DocumentError(_DAMAGED) from error
    except Exception as error:  # what a damaged PDF makes of a parser is anybody's guess
        raise DocumentError(_DAMAGED) from error
    if not any(pages):
        raise DocumentError(_SCANNED if pictured else "这个 PDF 里没有文字。请找原来的 Word 或 Excel。")
    return Document(file, "PDF", tuple(_joined(pages)))


_DAMAGED = "这个 PDF 读不了，可能不完整或已损坏。请从原来的地方再取一次，或者另存为 Word。"
_SCANNED = "这个 PDF 是扫描的图片，里面没有文字。请找原来的 Word、Excel，或者用 WPS、手机识别成文字，存成 .docx 或 .txt 再导入。"


def _page(page: Any) -> Iterator[Block]:
    """The blocks of a page, from above."""
    number = page.page_number
    found = [table for table in page.find_tables(_SETTINGS) if len(table.rows) > 1 and len(table.columns) > 1]
    placed: list[tuple[float, Block]] = []
    for table in found:
        rows = [
            [
                Cell(_cell(text), f"第{number}页第{down}行第{across}格", joined=text is None)
                for across, text in enumerate(row, 1)
            ]
            for down, row in enumerate(table.extract(), 1)
        ]
        placed.append((table.bbox[1], Table(f"第{number}页的表", square(_covered(rows)))))
    boxes = [table.bbox for table in found]
    outside = page.filter(lambda one: not any(_lies_in(one, box) for box in boxes)) if boxes else page
    lines = outside.extract_text_lines(return_chars=False, strip=True)
    placed += [(top, Paragraph(text, f"第{number}页")) for top, text in _paragraphs(lines)]
    yield from (block for _, block in sorted(placed, key=lambda one: one[0]))


def _cell(text: str | None) -> str:
    return "\n".join(filter(None, map(str.strip, (text or "").split("\n"))))


def _covered(rows: list[list[Cell]]) -> list[list[Cell]]:
    """*rows* in which what a merged cell covers has its text: from the left if that is one, else from above."""
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            if cell.joined:
                above = rows[down - 1][across] if down else None
                left = row[across - 1] if across else None
                whole = left if down == 0 or above is None or (left and left.joined and left.text) else above
                row[across] = Cell(whole.text if whole else "", cell.where, joined=True)
    return rows


def _lies_in(one: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    middle, centre = (one["top"] + one["bottom"]) / 2, (one["x0"] + one["x1"]) / 2
    return bool(box[0] <= centre <= box[2] and box[1] <= middle <= box[3])


def _paragraphs(lines: list[dict[str, Any]]) -> Iterator[tuple[float, str]]:
    """The paragraphs that *lines* make, with how far down they begin: a full line goes on in the next that is not indented."""
    if not lines:
        return
    left, right = min(line["x0"] for line in lines), max(line["x1"] for line in lines)
    begun: tuple[float, str] | None = None
    before: dict[str, Any] | None = None
    for line in lines:
        high = line["bottom"] - line["top"]
        if begun and before and before["x1"] > right - 1.5 * high and line["x0"] < left + _NEAR * high:
            begun = (begun[0], begun[1] + line["text"])
        else:
            if begun:
                yield begun
            begun = (line["top"], line["text"])
        before = line
    if begun:
        yield begun


def _joined(pages: list[list[Block]]) -> Iterator[Block]:
    """The blocks of all *pages*: a table that begins a page goes on that which ended the one before, if it is as wide."""
    kept: Table | None = None
    for blocks in pages:
        rest = [block for block in blocks if not _is_page_number(block)]
        for place, block in enumerate(rest):
            if kept and place == 0 and isinstance(block, Table) and len(block.rows[0]) == len(kept.rows[0]):
                kept = Table(kept.name, kept.rows + block.rows)
                continue
            if kept:
                yield kept
                kept = None
            if isinstance(block, Table):
                kept = block
            else:
                yield block
    if kept:
        yield kept


def _is_page_number(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.strip("-—－– ·第页").isdecimal()
