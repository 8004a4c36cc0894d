"""今天这一张: the picture of a day for groups: its sentence, what is on by place, whom to ask. 1080 by 1440 pixels."""

from collections.abc import Sequence
from typing import Protocol

from scienceweek.formats.picture_parts import LEFT, RIGHT, Font, code, numeral, rules, seal, whole
from scienceweek.formats.sheet import AZURITE, CINNABAR, INK, SOFT, Sheet, broken, width

_HIGH = 1440
_NUMERAL = 184
_BODY, _FOOT = 330, 1200
_ROW, _PLACE = 58, 54
_CODE, _CODE_FOOT = 160, 1376


class PicturedRow(Protocol):
    """A *title* in phrases, and a *note*: its hour, or how long it lasts."""

    @property
    def title(self) -> tuple[str, ...]: ...
    @property
    def note(self) -> str: ...


class PicturedSpot(Protocol):
    """What is on at a *place*, empty where each is somewhere else."""

    @property
    def place(self) -> str: ...
    @property
    def rows(self) -> Sequence[PicturedRow]: ...


class PicturedDay(Protocol):
    """What is on it. *sentence* comes in clauses, *names* says whose day it is, in phrases; *off* does not take place, *doors* are open."""

    @property
    def seal(self) -> str: ...
    @property
    def month(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def week(self) -> str: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def sentence(self) -> tuple[str, ...]: ...
    @property
    def spots(self) -> Sequence[PicturedSpot]: ...
    @property
    def off(self) -> Sequence[PicturedRow]: ...
    @property
    def doors(self) -> tuple[str, ...]: ...
    @property
    def phone(self) -> str: ...
    @property
    def foot(self) -> tuple[str, ...]: ...
    @property
    def url(self) -> str: ...


def draw(picture: PicturedDay, face: Font) -> bytes:
    """*picture* as a PNG; what has no room is counted, a line for which *face* lacks a sign is left out."""
    sheet = Sheet(_HIGH)
    rules(sheet, _HIGH)
    _head(sheet, picture, face)
    top = _sentence(sheet, picture, face)
    doors = broken(_listed(whole(picture.doors, face)), face.path, 34, RIGHT - LEFT)[:2]
    end = _FOOT - (88 + 46 * len(doors) if doors else 0)
    top = _spots(sheet, picture, face, top, end - _ROW * min(len(picture.off), 2))
    for row in picture.off[:2]:
        top = _struck(sheet, row, face, top)
    if doors:
        _doors(sheet, doors, face, end)
    _foot(sheet, picture, face)
    return sheet.png()


def _head(sheet: Sheet, picture: PicturedDay, face: Font) -> None:
    """The day in numerals, its month and weekday beside them; the seal on the right, and below it whose day it is."""
    left = LEFT + numeral(sheet, (LEFT, 92), picture.number, _NUMERAL) + 44
    sheet.text((left, 148), picture.month, face.path, 38, SOFT)
    sheet.text((left, 196), picture.week, face.path, 72, INK)
    seal(sheet, "".join(whole((picture.seal,), face)), face.path, (880, 86), 120)
    for place, line in enumerate(broken(whole(picture.names, face), face.path, 30, 380)[:2]):
        sheet.text((RIGHT - width(line, face.path, 30), 218 + 42 * place), line, face.path, 30, SOFT)
    sheet.box((LEFT, _BODY - 16, RIGHT, _BODY - 14), INK)


def _sentence(sheet: Sheet, picture: PicturedDay, face: Font) -> float:
    top = float(_BODY)
    for line in broken(whole(picture.sentence, face), face.path, 43, RIGHT - LEFT)[:3]:
        sheet.text((LEFT, top), line, face.path, 43, INK)
        top += 62
    return top + 10


def _spots(sheet: Sheet, picture: PicturedDay, face: Font, top: float, end: float) -> float:
    """Rows under their places, as many as there is room for; gives where they end."""
    left = sum(len(spot.rows) for spot in picture.spots)
    for place, spot in enumerate(picture.spots):
        top += 10 * bool(place and spot.place)
        needed = _PLACE * bool(spot.place) + _ROW + _ROW * (left > 1)
        if top + needed > end:
            break
        if spot.place:
            _place(sheet, "".join(whole((spot.place,), face)), face, top)
            top += _PLACE
        for row in spot.rows:
            if top + _ROW + _ROW * (left > 1) > end:
                break
            _row(sheet, row, face, top)
            top, left = top + _ROW, left - 1
    if left:
        sheet.text(
            (LEFT, top + 6), f"还有{left}场，扫码看" if picture.url else f"还有{left}场", face.path, 34, SOFT
        )
        top += _ROW
    return top


def _place(sheet: Sheet, place: str, face: Font, top: float) -> None:
    sheet.box((LEFT, top + 18, LEFT + 12, top + 36), SOFT)
    line = (broken((place,), face.path, 32, RIGHT - LEFT - 30) or [""])[0]
    sheet.text((LEFT + 26, top + 4), line, face.path, 32, SOFT)


def _row(sheet: Sheet, row: PicturedRow, face: Font, top: float) -> float:
    """A title over a thin line, its note on the right; gives where the title ends."""
    note = "".join(whole((row.note,), face))
    beside = width(note, face.path, 28)
    room = RIGHT - LEFT - (beside + 30 if note else 0)
    title = whole(row.title, face)
    size = next((size for size in (40, 34, 30) if width("".join(title), face.path, size) <= room), 30)
    line = (broken(title, face.path, size, room) or [""])[0]
    sheet.box((LEFT, top, RIGHT, top), SOFT)
    sheet.text((LEFT, top + 3 + (40 - size) / 2), line, face.path, size, INK)
    sheet.text((RIGHT - beside, top + 12), note, face.path, 28, SOFT)
    return LEFT + width(line, face.path, size)


def _struck(sheet: Sheet, row: PicturedRow, face: Font, top: float) -> float:
    """What does not take place: its title struck, its note tells what became of it."""
    end = _row(sheet, row, face, top)
    sheet.box((LEFT, top + 30, end, top + 32), CINNABAR)
    return top + _ROW


def _listed(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name + ("、" if place < len(names) else "") for place, name in enumerate(names, 1))


def _doors(sheet: Sheet, lines: list[str], face: Font, top: float) -> None:
    sheet.box((LEFT, top + 18, RIGHT, top + 21), AZURITE)
    sheet.text((LEFT, top + 30), "开放的基地", face.path, 30, AZURITE)
    for place, line in enumerate(lines):
        sheet.text((LEFT, top + 72 + 46 * place), line, face.path, 34, INK)


def _foot(sheet: Sheet, picture: PicturedDay, face: Font) -> None:
    """The way to the page, the number, and what holds if something changes."""
    sheet.box((LEFT, _FOOT, RIGHT, _FOOT + 1), INK)
    left, top = LEFT, float(_FOOT + 18)
    if picture.url:
        code(sheet, picture.url, (LEFT + _CODE, _CODE_FOOT), _CODE)
        left += _CODE + 30
    if phone := "".join(whole((picture.phone,), face)):
        sheet.text((left, top), phone, face.path, 52, INK)
        top += 74
    for line in picture.foot:
        sheet.text((left, top), "".join(whole((line,), face)), face.path, 30, SOFT)
        top += 44
