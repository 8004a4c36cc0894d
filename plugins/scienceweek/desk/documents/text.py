"""Plain text, Markdown and CSV, in the encodings of Chinese computers."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from scienceweek.desk.documents.document import Block, Cell, Document, DocumentError, Paragraph, Table
from scienceweek.desk.documents.table import square

_ENCODINGS = ("utf-8-sig", "gb18030", "big5")
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_SEPARATORS = ",\t;，；"


def decoded(content: bytes) -> str:
    """*content* as text. Raises DocumentError where nobody can tell the encoding."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if b"\0" not in content:
        for encoding in _ENCODINGS:
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise DocumentError(
        "这不是文字文件，或者看不出是什么编码。请用记事本打开，“另存为”时编码选 UTF-8，再导入。"
    )


def read_text(content: bytes, file: str) -> Document:
    """Paragraphs are apart by line ends, cells of a table by tabs or, in Markdown, by bars."""
    lines = [line.strip(" \u3000\r") for line in re.split("\r\n|\r|\n", decoded(content))]
    return Document(file, "文字", tuple(_blocks(lines)))


def _blocks(lines: list[str]) -> Iterator[Block]:
    tables = 0
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line)
    for separator, together in groupby(numbered, key=lambda one: _separator(one[1])):
        rows = list(together)
        if separator and len(rows) > 1:
            tables += 1
            yield _table(f"表{tables}", rows, separator)
        else:
            yield from (_paragraph(line, number) for number, line in rows)


def _separator(line: str) -> str:
    if line.startswith("|") and line.count("|") > 1:
        return "|"
    return "\t" if "\t" in line else ""


def _paragraph(line: str, number: int) -> Paragraph:
    heading = _HEADING.fullmatch(line)
    text = _EMPHASIS.sub(lambda found: found[1] or found[2], heading[2] if heading else line)
    return Paragraph(text.replace("\t", " "), f"第{number}行", len(heading[1]) if heading else 0)


def _table(name: str, rows: list[tuple[int, str]], separator: str) -> Table:
    cells = [
        [
            Cell(_EMPHASIS.sub(lambda found: found[1] or found[2], text.strip()), f"第{number}行第{across}格")
            for across, text in enumerate(line.strip("|" if separator == "|" else " ").split(separator), 1)
        ]
        for number, line in rows
        if not (separator == "|" and _RULE.fullmatch(line))
    ]
    return Table(name, square(cells))


def read_csv(content: bytes, file: str) -> Document:
    """Cells apart by commas, semicolons or tabs: whichever makes rows of one length of the first lines."""
    text = decoded(content)
    first = text.splitlines(keepends=True)[:20]
    separator = max(_SEPARATORS, key=lambda sign: _likelihood(first, sign))
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=separator))
    except csv.Error as error:
        raise DocumentError(
            "这个 CSV 读不了：引号没有成对。请用 Excel 打开，另存为 .xlsx 再导入。"
        ) from error
    cells = [
        [Cell(value.strip(), f"第{down}行第{across}格") for across, value in enumerate(row, 1)]
        for down, row in enumerate(rows, 1)
    ]
    return Document(file, "CSV", (Table("CSV", square(cells)),))


def _likelihood(lines: list[str], separator: str) -> int:
    """How many rows of one length, and of more than one cell, the *separator* makes of *lines*."""
    try:
        lengths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if len(row) > 1)
    except csv.Error:
        return 0
    return max(lengths.values(), default=0)
