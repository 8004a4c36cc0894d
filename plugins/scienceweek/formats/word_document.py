"""A document of Word (Office Open XML, ECMA-376 part 1): lines and grids, on paper that is A4, with numbered pages.

Written here and not by python-docx, which takes 16 to 64 ms for a table and adds 30 KB to it (docs/decisions.md).
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from html import escape

from scienceweek.formats.parcel import parcel
from scienceweek.frozen import frozen

_SHORT_SIDE, _LONG_SIDE, _MARGIN = 210, 297, 18  # millimetres
_TWIPS = 1440 / 25.4
_FOOT = 600  # twips from the edge to the number of the page
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# What XML 1.0 cannot hold.
_UNHEARD = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class LineStyle(StrEnum):
    """What a line is; the value names its style in the document."""

    TITLE = "Title"
    NOTE = "Note"
    BODY = "Body"


@frozen
class WordLine:
    """A paragraph; a line end in its *text* stays one."""

    text: str
    style: LineStyle = LineStyle.BODY


@frozen
class WordCell:
    """A cell over *span* columns. What is a *head* is bold and in the middle."""

    text: str = ""
    span: int = 1
    head: bool = False
    centred: bool = False


@frozen
class WordRow:
    """A row that is at least *height* millimetres high; what is *long* may go on on the next page."""

    cells: tuple[WordCell, ...]
    height: int = 0
    long: bool = False


@frozen
class WordGrid:
    """A table with lines, as wide as its columns are, in millimetres; its first *heads* rows stand on every page."""

    widths: tuple[int, ...]
    rows: tuple[WordRow, ...]
    heads: int = 0


@frozen
class WordDocument:
    """*title* and *author* are what the file says of itself."""

    title: str
    body: tuple[WordLine | WordGrid, ...]
    author: str = ""
    wide: bool = False


def text_width(*, wide: bool) -> int:
    """How many millimetres there are between the margins."""
    return (_LONG_SIDE if wide else _SHORT_SIDE) - 2 * _MARGIN


def word_document(document: WordDocument) -> bytes:
    """*document* as a file. Equal documents make equal bytes."""
    return parcel(
        {
            "[Content_Types].xml": _CONTENT_TYPES,
            "_rels/.rels": _ROOT,
            "docProps/core.xml": _properties(document).encode(),
            "word/_rels/document.xml.rels": _PARTS,
            "word/document.xml": "".join(_document(document)).encode(),
            "word/footer.xml": _FOOTER,
            "word/settings.xml": _SETTINGS,
            "word/styles.xml": _STYLES,
        }
    )


def clean(text: str) -> str:
    """*text* without the signs that no file of XML can hold, its line ends as one sign."""
    return _UNHEARD.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _document(document: WordDocument) -> Iterator[str]:
    yield f'{_HEAD}<w:document xmlns:w="{_WORDS}" xmlns:r="{_LINKS}"><w:body>'
    last: WordLine | WordGrid | None = None
    for last in document.body:
        yield from _grid(last) if isinstance(last, WordGrid) else _line(last.text, last.style)
    if isinstance(last, WordGrid):
        # After a table there must be a paragraph: one that takes no room.
        yield '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
    across, down = (_LONG_SIDE, _SHORT_SIDE) if document.wide else (_SHORT_SIDE, _LONG_SIDE)
    turned = ' w:orient="landscape"' if document.wide else ""
    edge = _twips(_MARGIN)
    yield (
        '<w:sectPr><w:footerReference w:type="default" r:id="foot"/>'
        f'<w:pgSz w:w="{_twips(across)}" w:h="{_twips(down)}"{turned}/>'
        f'<w:pgMar w:top="{edge}" w:right="{edge}" w:bottom="{edge}" w:left="{edge}"'
        f' w:header="{_FOOT}" w:footer="{_FOOT}" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _line(text: str, style: str) -> Iterator[str]:
    yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(text)}</w:p>'


def _run(text: str) -> str:
    if not text:
        return ""
    said = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(one, quote=False)}</w:t>' for one in clean(text).split("\n")
    )
    return f"<w:r>{said}</w:r>"


def _grid(grid: WordGrid) -> Iterator[str]:
    widths = [_twips(width) for width in grid.widths]
    yield f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield f"<w:tblGrid>{columns}</w:tblGrid>"
    for number, row in enumerate(grid.rows):
        height = f'<w:trHeight w:val="{_twips(row.height)}" w:hRule="atLeast"/>' if row.height else ""
        repeated = "<w:tblHeader/>" if number < grid.heads else ""
        together = "" if row.long else "<w:cantSplit/>"
        yield f"<w:tr><w:trPr>{together}{height}{repeated}</w:trPr>"
        yield from _cells(row.cells, widths)
        yield "</w:tr>"
    yield "</w:tbl>"


def _cells(cells: Iterable[WordCell], widths: list[int]) -> Iterator[str]:
    at = 0
    for cell in cells:
        width = sum(widths[at : at + cell.span])
        at += cell.span
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        style = "CellHead" if cell.head else "CellMiddle" if cell.centred else "Cell"
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vAlign w:val="center"/></w:tcPr>'
        yield from _line(cell.text, style)
        yield "</w:tc>"


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS)


def _properties(document: WordDocument) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(clean(document.title), quote=False)}</dc:title>"
        f"<dc:creator>{escape(clean(document.author), quote=False)}</dc:creator>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KINDS}document.main+xml"/>'
    f'<Override PartName="/word/footer.xml" ContentType="{_KINDS}footer+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_KINDS}settings+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KINDS}styles+xml"/></Types>'
).encode()


def _relations(*found: tuple[str, str, str]) -> bytes:
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, kind, target in found)
        + "</Relationships>"
    ).encode()


_ROOT = _relations(
    ("document", f"{_LINKS}/officeDocument", "word/document.xml"),
    (
        "properties",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    ),
)
_PARTS = _relations(
    ("styles", f"{_LINKS}/styles", "styles.xml"),
    ("settings", f"{_LINKS}/settings", "settings.xml"),
    ("foot", f"{_LINKS}/footer", "footer.xml"),
)
# Without it Word takes the file for one of 2007.
_SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{_WORDS}"><w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
).encode()
_FOOTER = (
    f'{_HEAD}<w:ftr xmlns:w="{_WORDS}"><w:p><w:pPr><w:pStyle w:val="Foot"/></w:pPr>'
    '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
).encode()


def _fonts(chinese: str) -> str:
    # With the hint quotation marks are Chinese ones.
    return f'<w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="{chinese}"/>'


def _style(name: str, aligned: str, spacing: str, letters: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:spacing {spacing}/><w:jc w:val="{aligned}"/></w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_HEAVY = _fonts("黑体")
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_WORDS}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts("宋体")}{_size(21)}'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="Plain"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>'
    '<w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Grid"><w:name w:val="Grid"/><w:basedOn w:val="Plain"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:keepNext/><w:spacing w:before="0" w:after="120" w:line="600" w:lineRule="atLeast"/><w:jc w:val="center"/></w:pPr>'
    f"<w:rPr>{_HEAVY}{_size(36)}</w:rPr></w:style>"
    + _style("Note", "center", 'w:before="0" w:after="160" w:line="340" w:lineRule="atLeast"', _size(21))
    + _style("Body", "left", 'w:before="60" w:after="60" w:line="340" w:lineRule="atLeast"', _size(21))
    + _style("Cell", "left", 'w:before="40" w:after="40" w:line="300" w:lineRule="atLeast"', _size(19))
    + _style(
        "CellMiddle", "center", 'w:before="40" w:after="40" w:line="300" w:lineRule="atLeast"', _size(19)
    )
    + _style(
        "CellHead",
        "center",
        'w:before="60" w:after="60" w:line="300" w:lineRule="atLeast"',
        _HEAVY + _size(20),
    )
    + _style("Foot", "center", 'w:before="0" w:after="0"', _size(18))
    + "</w:styles>"
).encode()
