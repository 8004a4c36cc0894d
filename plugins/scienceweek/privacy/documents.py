"""What can be read of documents that visitors take along: Office files old and new, OFD, PDF. Nothing costs more than its limit."""

import html
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

from scienceweek.privacy import pdf

PACKED = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".ofd")
"""Archives of XML."""
OLD = (".doc", ".xls", ".ppt")
"""Office files of before 2007: only part of what they say can be read."""
MOST = 50_000_000
"""Bytes of all that one document has packed."""
PARTS = 5_000
"""Files in an archive, those of archives in it counted with them."""

_PICTURES = (
    ".bin",
    ".emf",
    ".fntdata",
    ".gif",
    ".jpeg",
    ".jpg",
    ".odttf",
    ".png",
    ".tif",
    ".tiff",
    ".ttf",
    ".wmf",
)
_DEEPEST = 2
_CELL = re.compile(
    "</(?:[A-Za-z0-9]+:)?(?:p|si|c|row|v|f|h|t[cdr]|table-cell|TextObject|list-item)>|<(?:text|w):(?:line-break|br)[^<>]*>"
)
_TAG = re.compile("<[^<>]*>")
_WIDE = re.compile(rb"(?:[\x20-\x7e\x0d\x0a]\0|[\0-\xff][\x30\x4e-\x9f\xff]){4,}")
_NARROW = re.compile(rb"[\x20-\x7e]{5,}")


class TooLarge(ValueError):
    """What a document has packed is more than anybody can look through."""


def is_document(path: str) -> bool:
    return path.endswith((*PACKED, *OLD, ".pdf"))


def texts(path: str, content: bytes, other: Callable[[str, bytes], Iterator[bytes]]) -> Iterator[bytes]:
    """The texts in the document *content*, whose kind the ending of *path* says; *other* reads what is of no such kind.

    Raises TooLarge, and zipfile.BadZipFile for an archive that is none.
    """
    if path.endswith(".pdf"):
        yield from pdf.texts(content)
    elif path.endswith(OLD):
        yield from _runs(content)
    else:
        for name, part in unpacked(content):
            lower = name.lower()
            if lower.endswith((".xml", ".rels")):
                yield office(part)
            elif is_document(lower):
                yield from texts(lower, part, other)
            else:
                yield from other(lower, part)


def unpacked(content: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """The files in the archive *content* and in archives in it, but for pictures and fonts: name and content.

    Raises TooLarge and zipfile.BadZipFile.
    """
    left = MOST
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            entries = packed.infolist()
            if len(entries) > PARTS or depth > _DEEPEST:
                raise TooLarge
            for entry in entries:
                name = entry.filename
                if entry.is_dir() or name.lower().endswith(_PICTURES):
                    continue
                with packed.open(entry) as opened:
                    part = opened.read(left + 1)
                left -= len(part)
                if left < 0:
                    raise TooLarge
                if name.lower().endswith(PACKED):
                    for inner, found in unpacked(part, depth + 1):
                        left -= len(found)
                        if left < 0:
                            raise TooLarge
                        yield f"{name}/{inner}", found
                else:
                    yield name, part
    except (RuntimeError, NotImplementedError, zlib.error, EOFError, OSError) as error:
        raise zipfile.BadZipFile(str(error)) from None


def office(content: bytes) -> bytes:
    """The text of a part of an Office file: cells and paragraphs apart, the pieces of each together."""
    text = _CELL.sub("\n\n", content.decode(errors="replace"))
    return html.unescape(_TAG.sub("", text)).encode(errors="replace")


def _runs(content: bytes) -> Iterator[bytes]:
    """What looks like text among the bytes of an old Office file: in UTF-16 (Chinese), and in ASCII."""
    found = content[:MOST]
    yield b"\n\n".join(
        run[0].decode("utf-16-le", "ignore").encode(errors="ignore") for run in _WIDE.finditer(found)
    )
    yield b"\n\n".join(run[0] for run in _NARROW.finditer(found))
