"""Files to take along for tests: as small as their programs open them, with whatever a test puts in."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def archive(files: dict[str, str | bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return made.getvalue()


def docx(text: str = "姓名", more: dict[str, str | bytes] | None = None, types: str = "") -> bytes:
    """A Word file with a paragraph for each line of *text*, and *more* files in it."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'
    return archive(
        {"[Content_Types].xml": _TYPES.format(types), "word/document.xml": document} | (more or {})
    )


def xlsx(*cells: str, more: dict[str, str | bytes] | None = None) -> bytes:
    """An Excel file with *cells* in a row."""
    row = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells)
    files = {
        "[Content_Types].xml": _TYPES.format(""),
        "xl/workbook.xml": '<workbook><sheets><sheet name="甲" sheetId="1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData><row>{row}</row></sheetData></worksheet>",
    }
    return archive(files | (more or {}))


def pptx(text: str = "题目") -> bytes:
    slide = f"<p:sld><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>"
    return archive({"ppt/presentation.xml": "<p:presentation/>", "ppt/slides/slide1.xml": slide})


def odt(text: str = "姓名", kind: str = "text") -> bytes:
    content = f"<office:document-content><text:p>{text}</text:p></office:document-content>"
    return archive({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def ofd(text: str = "姓名") -> bytes:
    page = f"<ofd:Page><ofd:TextObject><ofd:TextCode>{text}</ofd:TextCode></ofd:TextObject></ofd:Page>"
    return archive({"OFD.xml": "<ofd:OFD/>", "Doc_0/Pages/Page_0/Content.xml": page})


def doc(text: str = "姓名", stream: str = "WordDocument") -> bytes:
    """What is like a Word file of before 2007, as far as anybody here looks."""
    return OLE + text.encode("utf-16-le") + b"\0\0\xff\xfe" + stream.encode("utf-16-le") + b"\0" * 64


def pdf(text: str = "Name", *, info: str = "", drawn: bytes | None = None, more: bytes = b"") -> bytes:
    """A PDF with a page whose only font maps codes of two bytes, from 1 on, to the signs of *text*."""
    signs = {sign: number for number, sign in enumerate(dict.fromkeys(text), 1)}
    codes = "".join(f"{signs[sign]:04X}" for sign in text)
    lines = "\n".join(f"<{number:04X}> <{sign.encode('utf-16-be').hex()}>" for sign, number in signs.items())
    cmap = f"{len(signs)} beginbfchar\n{lines}\nendbfchar".encode()
    stream = zlib.compress(drawn or f"BT /F1 12 Tf 1 0 0 1 72 700 Tm <{codes}> Tj ET".encode())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type0 /ToUnicode 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
        f"<< {info} >>".encode("latin-1"),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + more + b"trailer << /Root 1 0 R /Info 7 0 R >>\n%%EOF\n"


FORM = {
    ".docx": docx(),
    ".xlsx": xlsx("姓名"),
    ".pptx": pptx(),
    ".odt": odt(),
    ".ods": odt(kind="spreadsheet"),
    ".odp": odt(kind="presentation"),
    ".ofd": ofd(),
    ".doc": doc(),
    ".xls": doc(stream="Workbook"),
    ".ppt": doc(stream="PowerPoint Document"),
    ".pdf": pdf("姓名和学校，请用正楷填写，六月四日以前交到区科技局。"),
    ".csv": "姓名,学校\n".encode(),
    ".txt": "\ufeff规则\n".encode(),
}
"""One of each kind that may be offered, by the end of its name."""
