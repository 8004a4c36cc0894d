"""What a file to take along is, told by its content; and why one may not be offered."""

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from scienceweek.privacy.documents import MOST, TooLarge, unpacked
from scienceweek.privacy.pdf import Pdf
from scienceweek.source.files.encoding import hidden
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.pictures.signatures import ENOUGH, kind

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_MACRO = re.compile(r"(?i)(?:^|/)(?:vbaProject\.bin|macrosheets/|activeX/)|^(?:Basic|Scripts)/")
_ELSEWHERE = re.compile(
    rb"<Relationship\b(?=[^<>]*TargetMode=\"External\")(?=[^<>]*/(?:attachedTemplate|oleObject|frame|subDocument)\")"
)


class AttachmentError(ValueError):
    """Why a file may not be offered; for staff, in Chinese."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its *name*, the *suffix* of its name, and what raises AttachmentError for one that may not be offered."""

    name: str
    suffix: str
    check: Callable[[bytes], None]


def told(content: bytes, name: str) -> str:
    """What the file *name* is, in a word. Raises AttachmentError."""
    suffix = PurePath(name).suffix.lower()
    if not content:
        raise AttachmentError("这是一个空文件。请从原来的地方再取一次。")
    found = FORMATS[suffix]
    found.check(content)
    return found.name


def other(content: bytes) -> str:
    """What the file is if it is none of those that it should be, as far as anybody can tell: ``Excel 文件``, or nothing."""
    if content.startswith(_ZIP):
        try:
            names = _names(content)
        except AttachmentError:
            return "压缩包"
        known = next((word for word, part in _PARTS.items() if part in names), "")
        return f"{known} 文件" if known else "压缩包"
    if content.startswith(_OLD_OFFICE):
        return "旧的 Office 文件"
    found = kind(content[:ENOUGH])
    return found.name if found else ""


def _packed(word: str) -> Callable[[bytes], None]:
    """The check of an archive with the part that a *word* has."""

    def check(content: bytes) -> None:
        names = _names(content) if content.startswith(_ZIP) else frozenset[str]()
        if _PARTS[word] not in names:
            raise _mistaken(content, word)
        if any(_MACRO.search(name) for name in names):
            raise AttachmentError(
                f"里面有宏（会自己运行的程序），不能给人下载。请在 {word} 里另存为不带宏的文件。"
            )
        _look_through(content)

    return check


def _look_through(content: bytes) -> None:
    try:
        for name, part in unpacked(content):
            if name.endswith("[Content_Types].xml") and b"macroEnabled" in part:
                raise AttachmentError("里面有宏（会自己运行的程序），不能给人下载。请另存为不带宏的文件。")
            if name.endswith(".rels") and _ELSEWHERE.search(part):
                raise AttachmentError(
                    "打开时会从别的地方取模板或对象，不能给人下载。请把内容复制到新的文件里再保存。"
                )
    except TooLarge:
        raise AttachmentError(
            f"解开以后太大（最多 {MOST // 1_000_000} MB），没有人看得过来。请只留要用的内容。"
        ) from None
    except zipfile.BadZipFile:
        raise AttachmentError(
            "文件不完整、已损坏或者有密码。请从原来的地方再取一次，去掉密码再放进来。"
        ) from None


def _names(content: bytes) -> frozenset[str]:
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            names = frozenset(packed.namelist())
            if "mimetype" in names:
                with packed.open("mimetype") as opened:
                    return names | {opened.read(100).decode("ascii", "replace").strip()}
            return names
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError):
        raise AttachmentError(
            "文件不完整、已损坏或者有密码。请从原来的地方再取一次，去掉密码再放进来。"
        ) from None


def _old(word: str, *streams: str) -> Callable[[bytes], None]:
    """The check of a compound file (MS-CFB) with one of these *streams*."""

    def check(content: bytes) -> None:
        if not content.startswith(_OLD_OFFICE):
            raise _mistaken(content, word)
        if _wide("EncryptedPackage") in content:
            raise AttachmentError("这个文件有密码，别人打不开。请去掉密码再放进来。")
        if not any(_wide(stream) in content for stream in streams):
            raise AttachmentError(f"这不是 {word} 文件。请打开它，另存为 {_NEW[word]}。")
        if _wide("_VBA_PROJECT") in content or _wide("Macros") in content:
            raise AttachmentError(
                f"里面有宏（会自己运行的程序），不能给人下载。请在 {word} 里另存为 {_NEW[word]}。"
            )

    return check


def _wide(word: str) -> bytes:
    return word.encode("utf-16-le")


def _pdf(content: bytes) -> None:
    if not content.startswith(b"%PDF-"):
        raise _mistaken(content, "PDF")
    if b"%%EOF" not in content[-2_048:]:
        raise AttachmentError("PDF 不完整，多半没有存完。请从原来的地方再取一次。")
    if Pdf(content).is_active:
        raise AttachmentError(
            "这个 PDF 里有脚本、别的文件或媒体，不能给人下载。请用“打印”另存为一份新的 PDF。"
        )


def _text(content: bytes) -> None:
    found = kind(content[:ENOUGH])
    if found and found.name != "文字":
        raise _mistaken(content, "文字")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise AttachmentError(
            "这个文件是 UTF-16 编码，手机上会是乱码。请用记事本打开，“另存为”时编码选 UTF-8。"
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise AttachmentError(
            "这个文件不是 UTF-8 编码，手机上会是乱码。请用记事本打开，“另存为”时编码选 UTF-8。"
        ) from None
    if "\0" in text or hidden(text):
        raise AttachmentError("里面有看不见的字符。请用记事本打开，删去看不见的字符再保存。")


def _mistaken(content: bytes, word: str) -> AttachmentError:
    found = other(content)
    if found:
        return AttachmentError(
            f"名字是 {word} 文件，里面却是{quoted(found)}。请改正扩展名，或另存为 {word} 文件。"
        )
    return AttachmentError(f"名字是 {word} 文件，里面却不是。请从原来的地方再取一次，能打开再放进来。")


_PARTS = {
    "Word": "word/document.xml",
    "Excel": "xl/workbook.xml",
    "PowerPoint": "ppt/presentation.xml",
    "ODF 文字": "application/vnd.oasis.opendocument.text",
    "ODF 表格": "application/vnd.oasis.opendocument.spreadsheet",
    "ODF 演示": "application/vnd.oasis.opendocument.presentation",
    "OFD": "OFD.xml",
}
"""What is in an archive of each kind: a file, or what its ``mimetype`` says."""
_NEW = {"Word": ".docx", "Excel": ".xlsx", "PowerPoint": ".pptx"}

FORMATS: Mapping[str, Format] = {
    one.suffix: one
    for one in (
        Format("Word", ".docx", _packed("Word")),
        Format("Excel", ".xlsx", _packed("Excel")),
        Format("PowerPoint", ".pptx", _packed("PowerPoint")),
        Format("Word", ".doc", _old("Word", "WordDocument")),
        Format("Excel", ".xls", _old("Excel", "Workbook", "Book")),
        Format("PowerPoint", ".ppt", _old("PowerPoint", "PowerPoint Document")),
        Format("ODF 文字", ".odt", _packed("ODF 文字")),
        Format("ODF 表格", ".ods", _packed("ODF 表格")),
        Format("ODF 演示", ".odp", _packed("ODF 演示")),
        Format("PDF", ".pdf", _pdf),
        Format("OFD", ".ofd", _packed("OFD")),
        Format("CSV 表格", ".csv", _text),
        Format("纯文字", ".txt", _text),
    )
}
"""By the end of a name, in lower case."""
