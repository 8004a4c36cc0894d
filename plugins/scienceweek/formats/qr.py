"""QR codes (ISO/IEC 18004) as SVG paths, to be filled."""

from collections.abc import Iterable
from itertools import groupby

import segno

QUIET = 4  # modules of white all round, as the standard asks


def code(text: str) -> tuple[str, str]:
    """The path and the viewBox of a code that says *text*; one unit is one module.

    A quarter of it may be soiled and it can still be read (level Q).
    """
    rows = tuple(segno.make_qr(text, error="q").matrix)
    box = len(rows) + 2 * QUIET
    path = "".join(_row(row, number + QUIET) for number, row in enumerate(rows))
    return path, f"0 0 {box} {box}"


def _row(row: Iterable[int], y: int) -> str:
    """The dark runs of a row, each a rectangle of height 1."""
    runs, x = [], QUIET
    for dark, run in groupby(row):
        width = len(tuple(run))
        if dark:
            runs.append(f"M{x} {y}h{width}v1h-{width}z")
        x += width
    return "".join(runs)
