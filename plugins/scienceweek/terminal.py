"""Output that every terminal can print."""

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
