"""The picture of an activity, to be handed on: its mark, then date, title, place; nothing that nobody knows."""

from collections.abc import Sequence
from math import pi
from typing import NamedTuple, Protocol

from scienceweek.formats.marks.hand import arc
from scienceweek.formats.marks.mark import Marked, drawing
from scienceweek.formats.picture_parts import (
    HIGH,
    LEFT,
    LINE,
    RIGHT,
    DrawnDate,
    Font,
    code,
    figures,
    fitting,
    rules,
    seal,
    whole,
)
from scienceweek.formats.sheet import INK, SOFT, Sheet, broken, width

_MARK = (620, 104)
_SCALE = 5.9  # pixels of a unit of the mark
_SEAL = (890, 372)
_COLUMN = 500  # pixels beside it
_TITLE, _BELOW, _FOOT = 510, 915, 946
_CODE = 150
_INDENT = 58  # of what stands behind the pin


class _Row(NamedTuple):
    """A line of words below the title."""

    words: str
    size: int
    ink: int = INK
    left: int = LEFT

    @property
    def high(self) -> float:
        return self.size * 1.36


class PicturedActivity(Protocol):
    """What is on it; *title*, *place* and *when* in phrases, *when* what its *figures* do not say, *how* one gets in, if that is known."""

    @property
    def mark(self) -> Marked: ...
    @property
    def seal(self) -> str: ...
    @property
    def kicker(self) -> tuple[str, ...]: ...
    @property
    def figures(self) -> Sequence[DrawnDate]: ...
    @property
    def when(self) -> tuple[str, ...]: ...
    @property
    def title(self) -> tuple[str, ...]: ...
    @property
    def place(self) -> tuple[str, ...]: ...
    @property
    def host(self) -> str: ...
    @property
    def how(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def foot(self) -> str: ...
    @property
    def url(self) -> str: ...


def draw(picture: PicturedActivity, face: Font) -> bytes:
    """*picture* as a PNG of 1080 by 1080 pixels; a line for which *face* lacks a sign is left out."""
    sheet, font = Sheet(), face.path
    rules(sheet)
    drawn = drawing(picture.mark, fine=True)
    lines = (*drawn.frame, *drawn.strokes)
    sheet.rubbing(_MARK, _SCALE, drawn.ground, lines, (*drawn.dots, *drawn.specks))
    sheet.blank((_SEAL[0] + 4, _SEAL[1] + 4, _SEAL[0] + 106, _SEAL[1] + 106))
    seal(sheet, "".join(whole((picture.seal,), face)), font, _SEAL, 112)
    _dates(sheet, picture, face)
    below = _below(picture, face)
    room = _BELOW - _TITLE - sum(row.high for row in below)
    size, title = fitting(whole(picture.title, face), font, 3, room)
    top = _BELOW - sum(row.high for row in below) - len(title) * size * LINE
    for line in title:
        sheet.text((LEFT, top), line, font, size, INK)
        top += size * LINE
    if picture.place:
        _pin(sheet, top + 12)
    for row in below:
        sheet.text((row.left, top), row.words, font, row.size, row.ink)
        top += row.high
    _foot(sheet, picture, face)
    return sheet.png()


def _dates(sheet: Sheet, picture: PicturedActivity, face: Font) -> None:
    """The campaign, the days, and what else is known of the time, beside the mark."""
    top = 104.0
    for line in broken(whole(picture.kicker, face), face.path, 32, _COLUMN)[:2]:
        sheet.text((LEFT, top), line, face.path, 32, SOFT)
        top += 46
    if picture.figures:
        high = HIGH if len(picture.figures) == 1 else 124
        figures(sheet, picture.figures, top + 22, face.path, high)
        top += 22 + 60 + high + 24
    for line in broken(whole(picture.when, face), face.path, 40, _COLUMN)[:3]:
        sheet.text((LEFT, top + 4), line, face.path, 40, INK)
        top += 54


def _below(picture: PicturedActivity, face: Font) -> list[_Row]:
    """Place, host, how one gets in."""
    room, font = RIGHT - LEFT, face.path
    place = broken(whole(picture.place, face), font, 44, room - _INDENT)[:2]
    host = broken(whole((picture.host,), face), font, 30, room - _INDENT)[:1]
    how = broken(whole((picture.how,), face), font, 36, room)[:1]
    return [
        *(_Row(line, 44, left=LEFT + _INDENT) for line in place),
        *(_Row(line, 30, SOFT, LEFT + _INDENT if place else LEFT) for line in host),
        *(_Row(line, 36) for line in how),
    ]


def _pin(sheet: Sheet, top: float) -> None:
    """The sign of a place."""
    around = arc(LEFT + 20, top + 16, 16, 0.8 * pi, 2.2 * pi, 20)
    sheet.shape((*around, (LEFT + 20, top + 46)), INK)
    sheet.hole((LEFT + 13, top + 9, LEFT + 27, top + 23))


def _foot(sheet: Sheet, picture: PicturedActivity, face: Font) -> None:
    """Whose site it is, the number, and the way to the page."""
    sheet.box((LEFT, _FOOT - 14, RIGHT, _FOOT - 13), SOFT)
    sheet.text((LEFT, _FOOT + 4), "".join(whole((picture.foot,), face)), face.path, 30, SOFT)
    phone = "".join(whole((picture.phone,), face))
    right = RIGHT - (_CODE + 24 if picture.url else 0)
    sheet.text((right - width(phone, face.path, 38), _FOOT - 2), phone, face.path, 38, INK)
    if picture.url:
        sheet.blank((RIGHT - _CODE - 12, _FOOT + 58 - _CODE - 12, RIGHT, _FOOT + 58))
        code(sheet, picture.url, (RIGHT, _FOOT + 58), _CODE)
