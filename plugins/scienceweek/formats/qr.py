"""QR codes (ISO/IEC 18004): their modules, and as SVG paths, to be filled."""

import re
from typing import Literal

QUIET = 4  # modules of white all round, as the standard asks
# Readers take any of the eight masks; to try them all takes four times as long as the code. Addresses mostly fall to this one.
_MASK = 2
_RUN = re.compile(rb"\x01+")

Level = Literal["m", "q"]
"""How much of a code may be soiled: an eighth, a quarter."""


def modules(text: str, level: Level) -> tuple[bytes, ...]:
    """The rows of a code that says *text*, without white round it: 1 where a module is dark."""
    import segno

    return tuple(map(bytes, segno.make_qr(text, error=level, mask=_MASK).matrix))


def code(text: str) -> tuple[str, str]:
    """The path and the viewBox of a code that says *text*; one unit is one module."""
    rows = modules(text, "q")
    box = len(rows) + 2 * QUIET
    path = "".join(_row(row, number + QUIET) for number, row in enumerate(rows))
    return path, f"0 0 {box} {box}"


def _row(row: bytes, y: int) -> str:
    """The dark runs of a row, each a rectangle of height 1."""
    runs = (run.span() for run in _RUN.finditer(row))
    return "".join(f"M{first + QUIET} {y}h{end - first}v1h-{end - first}z" for first, end in runs)
