"""What pictures to be handed on have in common: the rules at head and foot, a seal, a title, dates, a QR code."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import field
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from scienceweek.formats import numerals, qr_modules
from scienceweek.formats.sheet import CINNABAR, INK, SOFT, Sheet, Strokes, broken, missing, width
from scienceweek.frozen import frozen

LEFT, RIGHT = 80, 1000
"""The margins, in pixels."""
CODE = 190
"""The side of a QR code."""
HIGH = 170
"""Of a numeral."""
_TITLES = (104, 92, 80, 68, 58, 50, 44)
LINE = 1.36
"""From one line of a title to the next, in its size."""
_SEAL = 144
# Joiners, marks of direction, and selectors of variants (Unicode §23.4).
_UNSEEN = re.compile(r"[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
_EDGES = (
    (4, 6),
    (60, 2),
    (138, 0),
    (144, 7),
    (142, 70),
    (144, 136),
    (137, 142),
    (70, 140),
    (6, 142),
    (0, 135),
    (2, 70),
)


class DrawnDate(Protocol):
    """A date to look at."""

    @property
    def above(self) -> str: ...
    @property
    def number(self) -> str: ...


@frozen
class Font:
    """A font's file at *path*, and a *digest* of what is in it: where it lies makes no picture another one."""

    path: str = field(repr=False)
    digest: str

    @classmethod
    def of(cls, folder: Path) -> "Font":
        """The one in *folder*. Raises OSError if it is not there."""
        path = folder / "NotoSerifSC-Bold.subset.otf"
        return cls(str(path), blake2b(path.read_bytes(), digest_size=16).hexdigest())


def lacking(line: str, face: Font) -> str:
    """The characters of *line* that *face* does not have: for want of them the line is left out."""
    return missing(written(line), face.path)


def written(line: str) -> str:
    """*line* as signs that have a form of their own: composed, and without those that only tell how to draw another."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", line))


def whole(pieces: tuple[str, ...], face: Font) -> tuple[str, ...]:
    """*pieces* of a line as they are written; nothing, where *face* lacks one of their signs."""
    return () if lacking("".join(pieces), face) else tuple(map(written, pieces))


def rules(sheet: Sheet, high: int = 1080) -> None:
    """文武线 at the head and at the foot of a sheet that is so *high*."""
    for thick, thin in ((40, 54), (high - 46, high - 54)):
        sheet.box((LEFT, thick, RIGHT, thick + 7), INK)
        sheet.box((LEFT, thin, RIGHT, thin + 1), INK)


def seal(sheet: Sheet, name: str, font: str, at: tuple[int, int] = (856, 96), side: int = 144) -> None:
    """A name cut in a square at *at*, read downward; two columns from three signs on."""
    (left, top), scale = at, side / _SEAL
    inner = 12 * scale
    sheet.shape(((left + x * scale, top + y * scale) for x, y in _EDGES), CINNABAR)
    sheet.frame((left + inner, top + inner, left + side - inner, top + side - inner), CINNABAR)
    columns = {1: [name], 2: [name]}.get(len(name), [name[:2], name[2:4]])
    size = round({1: 84, 2: 52}.get(len(name), 46) * scale)
    for column, signs in enumerate(columns):
        x = left + side / 2 + (column - (len(columns) - 1) / 2) * (size + 6 * scale)
        for row, sign in enumerate(signs):
            y = top + side / 2 + (row - (len(signs) - 1) / 2) * (size + 4 * scale)
            sheet.cut((x, y), sign, font, size, CINNABAR)


def title(sheet: Sheet, words: tuple[str, ...], font: str, most: int, top: float = 250.0) -> float:
    """The largest that fits into *most* lines, from *top* on; gives where it ends."""
    size, lines = fitting(words, font, most)
    for line in lines:
        sheet.text((LEFT, top), line, font, size, INK)
        top += size * LINE
    return top


def fitting(
    words: tuple[str, ...], font: str, most: int, high: float = 0.0, room: float = RIGHT - LEFT
) -> tuple[int, list[str]]:
    """The largest size at which *words* stand in *most* lines of a *room*, *high* together if that is given; and these lines."""
    largest = None
    for size in _TITLES:
        lines = broken(words, font, size, room)
        if len(lines) <= most and (not high or len(lines) * size * LINE <= high):
            # A name that need not be broken inside a phrase is better a little smaller.
            if _is_kept(words, size, font, room):
                return size, lines
            largest = largest or (size, lines)
    return largest or (_TITLES[-1], broken(words, font, _TITLES[-1], room)[:most])


def _is_kept(words: tuple[str, ...], size: int, font: str, room: float) -> bool:
    return all(width(piece.strip(), font, size) <= room for piece in words)


def figures(sheet: Sheet, dates: Sequence[DrawnDate], top: float, font: str, high: int = HIGH) -> None:
    """Dates side by side with a stroke between them, their numerals so *high*."""
    left = float(LEFT)
    for place, figure in enumerate(dates):
        if place:
            middle = top + 60 + high / 2
            sheet.box((left, middle, left + 56, middle + 2), INK)
            left += 56 + 48
        sheet.text((left, top), figure.above, font, 36, SOFT)
        wide = numeral(sheet, (left, top + 56), figure.number, high)
        left += max(wide, width(figure.above, font, 36)) + 48


def numeral(sheet: Sheet, at: tuple[float, float], digits: str, high: int) -> float:
    """*digits* in hairlines, so *high*, with their upper left at *at*; gives how wide they are."""
    scale = high / 40
    wide = numerals.width(digits) * scale
    size = (round(wide + 2 * scale), round(42 * scale))
    sheet.strokes((round(at[0] - scale), round(at[1])), size, _strokes(digits, scale), CINNABAR)
    return wide


@cache
def _strokes(digits: str, scale: float) -> Strokes:
    return tuple(
        tuple(((x + 1) * scale, (y + 1) * scale) for x, y in line) for line in numerals.lines(digits)
    )


def code(sheet: Sheet, url: str, corner: tuple[int, int] = (RIGHT, 1000), side: int = CODE) -> None:
    """The address as a QR code (ISO/IEC 18004), its lower right at *corner*."""
    rows = qr_modules.modules(url, "m")
    unit = max(3, side // len(rows))
    at = (corner[0] - unit * len(rows) + 1, corner[1] - unit * len(rows))
    sheet.squares(at, rows, unit, INK)
