"""Reading a document, of whatever kind: what it holds decides, not how it is called."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from scienceweek.desk.documents.document import Block, Document, DocumentError, Paragraph
from scienceweek.privacy.documents import MOST, TooLarge, unpacked
from scienceweek.source.attachments.formats import AttachmentError, other
from scienceweek.source.files.encoding import plain

LARGEST = 20_000_000
"""Bytes of a document that is read."""

_MACRO = re.compile(r"(?i)(?:^|/)(?:vbaProject\.bin|macrosheets/)|^(?:Basic|Scripts)/")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = {
    "Word 文件": "word",
    "Excel 文件": "spreadsheet",
    "ODF 表格 文件": "spreadsheet",
}
_INSTEAD = {
    "PowerPoint 文件": "请把内容复制到 Word，另存为 .docx。",
    "ODF 文字 文件": "请用 Word 或 LibreOffice 打开，另存为 .docx。",
    "ODF 演示 文件": "请把内容复制到 Word，另存为 .docx。",
    "OFD 文件": "请打开它，另存为 .pdf 或 .docx；或者把文字复制到 .txt 里。",
    "压缩包": "请先解开，再把里面的文件一个一个导入。",
}
SUFFIXES = (".docx", ".xlsx", ".xls", ".ods", ".csv", ".txt", ".md", ".html", ".pdf")


def read(path: Path) -> Document:
    """What stands in the file at *path*. Raises DocumentError for one that cannot be read, in Chinese."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except IsADirectoryError:
        raise DocumentError("这是一个文件夹。请写里面的文件。") from None
    except OSError:
        raise DocumentError("没有这个文件，或者打不开。请看看名字和位置写对没有。") from None
    if size > LARGEST:
        most = LARGEST // 1_000_000
        raise DocumentError(
            f"文件有 {size / 1_000_000:.0f} MB，最多读 {most} MB。请去掉里面的图片，或把要用的部分另存为一个文件。"
        )
    if not content.strip():
        raise DocumentError("这是一个空文件。请从原来的地方再取一次。")
    return _plain(_reader(content, path.suffix.lower())(content, path.name))


def admit(content: bytes, suffix: str) -> None:
    """Raises DocumentError for what is not read whatever stands in it: macros, passwords, other kinds of files."""
    _reader(content, suffix)


def _plain(document: Document) -> Document:
    """*document* with ordinary characters: browsers put radicals (⽉, ⼈) for what looks like them into a PDF."""
    return replace(document, blocks=tuple(map(_plain_block, document.blocks)))


def _plain_block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=plain(block.text))
    rows = tuple(tuple(replace(cell, text=plain(cell.text)) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _reader(content: bytes, suffix: str) -> Callable[[bytes, str], Document]:
    # Each reads with a library of its own, which takes a while to import.
    if content.startswith(b"PK\x03\x04"):
        return _of_archive(content)
    if content.startswith(_OLD):
        return _of_old(content)
    if content.startswith(b"%PDF-"):
        from scienceweek.desk.documents.pdf import read_pdf

        return read_pdf
    found = other(content)
    if found not in {"", "文字", "网页"}:
        raise DocumentError(_unfit(found))
    from scienceweek.desk.documents import text, web

    if suffix in {".html", ".htm"} or found == "网页":
        return web.read_web
    return text.read_csv if suffix in {".csv", ".tsv"} else text.read_text


def _of_archive(content: bytes) -> Callable[[bytes, str], Document]:
    try:
        found = other(content)
        is_active = any(map(_MACRO.search, _names(content))) or any(
            b"macroEnabled" in part for name, part in unpacked(content) if name == "[Content_Types].xml"
        )
    except TooLarge:
        raise DocumentError(f"文件解开以后太大（最多 {MOST // 1_000_000} MB）。请只留要用的内容。") from None
    except (AttachmentError, BadZipFile, ValueError, OSError, EOFError, RuntimeError, NotImplementedError):
        raise DocumentError(
            "文件不完整、已损坏或者有密码。请从原来的地方再取一次，去掉密码再导入。"
        ) from None
    if is_active:
        raise DocumentError("文件里有宏（会自己运行的程序），不读。请另存为不带宏的 .xlsx 或 .docx 再导入。")
    match _ARCHIVES.get(found):
        case "word":
            from scienceweek.desk.documents.word import read_word

            return read_word
        case "spreadsheet":
            from scienceweek.desk.documents.spreadsheet import read_spreadsheet

            return read_spreadsheet
    raise DocumentError(_unfit(found))


def _names(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as packed:
        return packed.namelist()


def _of_old(content: bytes) -> Callable[[bytes, str], Document]:
    if _wide("EncryptedPackage") in content or _wide("EncryptionInfo") in content:
        raise DocumentError("文件有密码。请用 Office 或 WPS 打开，去掉密码，另存一份再导入。")
    if _wide("_VBA_PROJECT") in content:
        raise DocumentError("文件里有宏（会自己运行的程序），不读。请另存为不带宏的 .xlsx 或 .docx 再导入。")
    if any(_wide(stream) in content for stream in ("Workbook", "Book")):
        from scienceweek.desk.documents.spreadsheet import read_spreadsheet

        return read_spreadsheet
    if _wide("WordDocument") in content:
        raise DocumentError(
            "这是旧的 Word 文件（.doc），不论扩展名写什么。请用 Word 或 WPS 打开，“另存为”选“Word 文档（.docx）”，再导入。"
        )
    raise DocumentError(
        "这是旧的 Office 文件，读不了。请用 Office 或 WPS 打开，另存为 .docx 或 .xlsx，再导入。"
    )


def _wide(word: str) -> bytes:
    return word.encode("utf-16-le")


def _unfit(found: str) -> str:
    instead = _INSTEAD.get(found, f"能读的是 {'、'.join(SUFFIXES)}。")
    if "图" in found or found in {"JPEG", "PNG", "GIF", "WebP", "TIFF", "BMP", "HEIC"}:
        instead = "图片里的字读不出来。请找原来的 Word、Excel，或者用手机、WPS 识别成文字，存成 .txt。"
    return f"这是{found}，读不了。{instead}"
