"""Web pages that staff have saved: paragraphs and tables, read with lxml."""

import re
from collections.abc import Iterator
from typing import Any

from scienceweek.desk.documents.document import Block, Cell, Document, DocumentError, Paragraph, Table
from scienceweek.desk.documents.table import square
from scienceweek.desk.documents.text import decoded

_DECLARED = re.compile(rb"""(?i)charset\s*=\s*["']?\s*([\w-]+)""")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "main",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "body",
        "html",
        "center",
        "pre",
        "header",
        "footer",
        "figure",
    ]
)
_UNREAD = frozenset(["script", "style", "nav", "head", "noscript", "template", "form", "button", "select"])
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
_LONGEST = 1_000
"""Cells that one cell may cover, whatever it says."""


def read_web(content: bytes, file: str) -> Document:
    """Raises DocumentError for a page with nothing to read."""
    from lxml import html

    try:
        root = html.document_fromstring(_text(content))
    except (ValueError, AssertionError) as error:
        raise DocumentError(
            "这个网页读不了。请在浏览器里打开，把正文复制到 Word 或 .txt 里再导入。"
        ) from error
    return Document(file, "网页", tuple(_PageReader().blocks(root)))


def _text(content: bytes) -> str:
    if declared := _DECLARED.search(content[:2_000]):
        name = declared[1].decode("ascii", "replace").lower()
        try:
            # Pages in GB 2312 have signs of its successors.
            return content.decode("gb18030" if name.startswith("gb") else name)
        except (UnicodeDecodeError, LookupError):
            pass
    # An encoding that the page states is not allowed in a string.
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded(content))


class _PageReader:
    def __init__(self) -> None:
        self._paragraphs = self._tables = 0

    def blocks(self, element: Any) -> Iterator[Block]:
        """What stands in *element*, in order: text between blocks is a paragraph of its own."""
        loose = [element.text or ""]
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _UNREAD:
                pass
            elif child.tag == "table":
                yield from self._flush(loose)
                yield from self._table(child)
            elif child.tag == "br":
                yield from self._flush(loose)
            elif child.tag in _BLOCKS or child.find(".//table") is not None:
                yield from self._flush(loose)
                yield from self.blocks(child)
            else:
                first, *further = _said(child).split("\n")
                loose.append(first)
                for line in further:
                    yield from self._flush(loose)
                    loose.append(line)
            loose.append(child.tail or "")
        yield from self._flush(loose, _level(element.tag))

    def _flush(self, loose: list[str], level: int = 0) -> Iterator[Paragraph]:
        text = _SPACE.sub(" ", "".join(loose)).strip(" \u3000")
        loose.clear()
        if text:
            self._paragraphs += 1
            yield Paragraph(text, f"第{self._paragraphs}段", level)

    def _table(self, element: Any) -> Iterator[Block]:
        rows = [row for row in element.iter("tr") if _table_of(row) is element]
        self._tables += 1
        laid: dict[tuple[int, int], Cell] = {}
        for down, row in enumerate(rows):
            across = 0
            for cell in row:
                if cell.tag not in {"td", "th"}:
                    continue
                while (down, across) in laid:
                    across += 1
                text = "\n".join(line for line in map(_tidy, _said(cell).split("\n")) if line)
                high = min(_span(cell, "rowspan"), len(rows) - down)
                for below in range(high):
                    for beside in range(_span(cell, "colspan")):
                        spot = (down + below, across + beside)
                        where = f"表{self._tables}第{spot[0] + 1}行第{spot[1] + 1}格"
                        laid[spot] = Cell(text, where, joined=spot != (down, across))
        if not laid:
            return
        wide = max(across for _, across in laid) + 1
        if wide == 1:
            # A table of one column holds a page together, as it was done long ago.
            yield from (
                block
                for row in rows
                for cell in row
                if cell.tag in {"td", "th"}
                for block in self.blocks(cell)
            )
            return
        lines = [
            [laid.get((down, across), Cell("", "")) for across in range(wide)] for down in range(len(rows))
        ]
        yield Table(f"表{self._tables}", square(lines))


def _table_of(row: Any) -> Any:
    return next((one for one in row.iterancestors() if one.tag == "table"), None)


def _said(element: Any) -> str:
    """The words in *element*; a block or ``br`` begins a new line."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNREAD:
            if child.tag == "br":
                parts.append("\n")
            else:
                parts.append(f"\n{_said(child)}\n" if child.tag in _BLOCKS else _said(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _tidy(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" \u3000")


def _span(cell: Any, name: str) -> int:
    given = str(cell.get(name) or "1").strip()
    return min(max(int(given), 1), _LONGEST) if given.isdecimal() else 1


def _level(tag: object) -> int:
    return int(tag[1]) if isinstance(tag, str) and re.fullmatch("h[1-6]", tag) else 0
