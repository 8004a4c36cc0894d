"""Pictures to be handed on in WeChat, where a link shows nothing but its title: a seal, a name, two dates, a few words."""

from collections.abc import Sequence
from typing import Protocol

from scienceweek.formats.picture_parts import (
    CODE,
    HIGH,
    LEFT,
    RIGHT,
    DrawnDate,
    Font,
    code,
    figures,
    lacking,
    rules,
    seal,
    title,
    written,
)
from scienceweek.formats.sheet import INK, SOFT, Sheet, broken

_FOOT = 1000


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


def texts(picture: SharePicture) -> tuple[str, ...]:
    """What is written on *picture*: each of these is drawn whole, or not at all."""
    return (picture.seal, picture.kicker, "".join(picture.title), *picture.facts, picture.foot)


def draw(picture: SharePicture, face: Font) -> bytes:
    """*picture* as a PNG of 1080 by 1080 pixels."""
    sheet, font = Sheet(), face.path

    def whole(line: str) -> str:
        return "" if lacking(line, face) else written(line)

    rules(sheet)
    seal(sheet, whole(picture.seal), font)
    sheet.text((LEFT, 116), whole(picture.kicker), font, 36, SOFT)
    words = tuple(map(written, picture.title)) if whole("".join(picture.title)) else ()
    below = title(sheet, words, font, most=3 if picture.figures else 5)
    figures(sheet, picture.figures, below + 36, font)
    room = RIGHT - LEFT - (CODE + 40 if picture.url else 0)
    above = below + (36 + 60 + HIGH + 20 if picture.figures else 20)
    _facts(sheet, tuple(filter(None, map(whole, picture.facts))), above, room, font)
    sheet.text((LEFT, _FOOT - 42), whole(picture.foot), font, 32, SOFT)
    if picture.url:
        code(sheet, picture.url)
    return sheet.png()


def _facts(sheet: Sheet, facts: tuple[str, ...], above: float, room: float, font: str) -> None:
    """A few lines at the foot, each whole or not at all; the first matter most."""
    line, size = 56, 38
    broke = [broken(fact, font, size, room) for fact in facts]
    while broke and _FOOT - 62 - line * sum(map(len, broke)) < above:
        broke.pop()
    top = _FOOT - 62 - line * sum(map(len, broke))
    for text in (text for lines in broke for text in lines):
        sheet.text((LEFT, top), text, font, size, INK)
        top += line
