"""Output that every terminal can print, and how this Python reads and writes what nobody says the encoding of."""

import locale
import sys
from contextlib import suppress
from io import TextIOWrapper


def speak() -> None:
    """Lets Chinese through to a terminal or a file that says it takes ASCII only; what it cannot show is written out."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        encoding = stream.encoding
        with suppress(ValueError):  # something has been read from it
            try:
                "中文。“”—".encode(encoding)
            except (UnicodeEncodeError, LookupError):
                encoding = "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def is_utf8() -> bool:
    """Whether a file that is opened without saying how is taken for UTF-8."""
    return bool(sys.flags.utf8_mode) or locale.getencoding().lower() in ("utf-8", "utf8")
