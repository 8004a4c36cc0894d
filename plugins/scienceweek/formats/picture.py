"""Pictures to be handed on in WeChat, where a link shows nothing but its title: a seal, a name, two dates, a few words."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from scienceweek.formats import numerals
from scienceweek.formats.sheet import CINNABAR, INK, SOFT, Sheet, broken, missing, width

_LEFT, _RIGHT, _FOOT = 80, 1000, 1000
_TITLES = (104, 92, 80, 68, 58, 50, 44)
_LINE = 1.36
_HIGH = 170  # of a numeral
_SEAL_LEFT, _SEAL_TOP, _SEAL = 856, 96, 144
_CODE = 190
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


class SharePicture(Protocol):
    """What is on a picture; *title* in phrases, *url* for a QR code if there is one."""

    @property
    def seal(self) -> str: ...
    @property
    def kicker(self) -> str: ...
    @property
    def title(self) -> tuple[str, ...]: ...
    @property
    def figures(self) -> Sequence[DrawnDate]: ...
    @property
    def facts(self) -> tuple[str, ...]: ...
    @property
    def foot(self) -> str: ...
    @property
    def url(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Font:
    """A font's file at *path*, and a *digest* of what is in it."""

    path: str
    digest: str

    @classmethod
    def of(cls, folder: Path) -> "Font":
        """The one in *folder*. Raises OSError if it is not there."""
        path = folder / "NotoSerifSC-Bold.subset.otf"
        return cls(str(path), blake2b(path.read_bytes(), digest_size=16).hexdigest())


def texts(picture: SharePicture) -> tuple[str, ...]:
    """What is written on *picture*: each of these is drawn whole, or not at all."""
    return (picture.seal, picture.kicker, "".join(picture.title), *picture.facts, picture.foot)


def lacking(line: str, face: Font) -> str:
    """The characters of *line* that *face* does not have: for want of them the line is left out."""
    return missing(_written(line), face.path)


def draw(picture: SharePicture, face: Font) -> bytes:
    """*picture* as a PNG of 1080 by 1080 pixels."""
    sheet, font = Sheet(), face.path

    def whole(line: str) -> str:
        return "" if lacking(line, face) else _written(line)

    _rules(sheet)
    _seal(sheet, whole(picture.seal), font)
    sheet.text((_LEFT, 116), whole(picture.kicker), font, 36, SOFT)
    title = tuple(map(_written, picture.title)) if whole("".join(picture.title)) else ()
    below = _title(sheet, title, font, most=3 if picture.figures else 5)
    _figures(sheet, picture.figures, below + 36, font)
    room = _RIGHT - _LEFT - (_CODE + 40 if picture.url else 0)
    above = below + (36 + 60 + _HIGH + 20 if picture.figures else 20)
    _facts(sheet, tuple(filter(None, map(whole, picture.facts))), above, room, font)
    sheet.text((_LEFT, _FOOT - 42), whole(picture.foot), font, 32, SOFT)
    if picture.url:
        _code(sheet, picture.url)
    return sheet.png()


def _written(line: str) -> str:
    """*line* as signs that have a form of their own: composed, and without those that only tell how to draw another."""
    composed = unicodedata.normalize("NFC", line)
    return "".join(sign for sign in composed if not _UNSEEN.fullmatch(sign))


def _rules(sheet: Sheet) -> None:
    """文武线 at the head and at the foot."""
    for thick, thin in ((40, 54), (1034, 1026)):
        sheet.box((_LEFT, thick, _RIGHT, thick + 7), INK)
        sheet.box((_LEFT, thin, _RIGHT, thin + 1), INK)


def _seal(sheet: Sheet, name: str, font: str) -> None:
    """A name cut in a square, read downward; two columns from three signs on."""
    left, top, side = _SEAL_LEFT, _SEAL_TOP, _SEAL
    sheet.shape(((left + x, top + y) for x, y in _EDGES), CINNABAR)
    sheet.frame((left + 12, top + 12, left + side - 12, top + side - 12), CINNABAR)
    columns = {1: [name], 2: [name]}.get(len(name), [name[:2], name[2:4]])
    size = {1: 84, 2: 52}.get(len(name), 46)
    for column, signs in enumerate(columns):
        x = left + side / 2 + (column - (len(columns) - 1) / 2) * (size + 6)
        for row, sign in enumerate(signs):
            y = top + side / 2 + (row - (len(signs) - 1) / 2) * (size + 4)
            sheet.cut((x, y), sign, font, size, CINNABAR)


def _title(sheet: Sheet, title: tuple[str, ...], font: str, most: int) -> float:
    """The largest that fits into *most* lines, under the seal; gives where it ends."""
    sized = ((size, broken(title, font, size, _RIGHT - _LEFT)) for size in _TITLES)
    whole = [(size, lines) for size, lines in sized if len(lines) <= most] or [
        (_TITLES[-1], broken(title, font, _TITLES[-1], _RIGHT - _LEFT)[:most])
    ]
    # A name that need not be broken inside a phrase is better a little smaller.
    size, lines = next((pair for pair in whole if _is_kept(title, pair[0], font)), whole[0])
    top = 250.0
    for line in lines:
        sheet.text((_LEFT, top), line, font, size, INK)
        top += size * _LINE
    return top


def _is_kept(title: tuple[str, ...], size: int, font: str) -> bool:
    return all(width(piece.strip(), font, size) <= _RIGHT - _LEFT for piece in title)


def _figures(sheet: Sheet, figures: Sequence[DrawnDate], top: float, font: str) -> None:
    """Dates side by side with a stroke between them."""
    left, scale = float(_LEFT), _HIGH / 40
    for place, figure in enumerate(figures):
        if place:
            middle = top + 60 + _HIGH / 2
            sheet.box((left, middle, left + 56, middle + 2), INK)
            left += 56 + 48
        sheet.text((left, top), figure.above, font, 36, SOFT)
        wide = numerals.width(figure.number) * scale
        lines = [
            [((x + 1) * scale, (y + 1) * scale) for x, y in line] for line in numerals.lines(figure.number)
        ]
        sheet.strokes((round(left - scale), round(top + 56)), (wide + 2 * scale, 42 * scale), lines, CINNABAR)
        left += max(wide, width(figure.above, font, 36)) + 48


def _facts(sheet: Sheet, facts: tuple[str, ...], above: float, room: float, font: str) -> None:
    """A few lines at the foot, each whole or not at all; the first matter most."""
    line, size = 56, 38
    broke = [broken(fact, font, size, room) for fact in facts]
    while broke and _FOOT - 62 - line * sum(map(len, broke)) < above:
        broke.pop()
    top = _FOOT - 62 - line * sum(map(len, broke))
    for text in (text for lines in broke for text in lines):
        sheet.text((_LEFT, top), text, font, size, INK)
        top += line


def _code(sheet: Sheet, url: str) -> None:
    """The address as a QR code (ISO/IEC 18004), lower right."""
    import segno

    matrix = segno.make(url, error="m", micro=False, mask=2).matrix
    unit = max(3, _CODE // len(matrix))
    left, top = _RIGHT - unit * len(matrix) + 1, _FOOT - unit * len(matrix)
    for y, row in enumerate(matrix):
        for x, is_dark in enumerate(row):
            if is_dark:
                at = (left + x * unit, top + y * unit)
                sheet.box((*at, at[0] + unit - 1, at[1] + unit - 1), INK)
