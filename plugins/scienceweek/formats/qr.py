"""QR codes (ISO/IEC 18004) as SVG paths, to be filled."""

import re

from scienceweek.formats.qr_modules import modules

QUIET = 4  # modules of white all round, as the standard asks
_RUN = re.compile(rb"\x01+")


def code(text: str) -> tuple[str, str]:
    """The path and the viewBox of a code that says *text*; one unit is one module.

    A quarter of it may be soiled and it can still be read.
    """
    rows = modules(text, "q")
    box = len(rows) + 2 * QUIET
    path = "".join(_row(row, number + QUIET) for number, row in enumerate(rows))
    return path, f"0 0 {box} {box}"


def _row(row: bytes, y: int) -> str:
    """The dark runs of a row, each a rectangle of height 1."""
    runs = (run.span() for run in _RUN.finditer(row))
    return "".join(f"M{first + QUIET} {y}h{end - first}v1h-{end - first}z" for first, end in runs)
