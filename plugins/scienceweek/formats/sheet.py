"""A sheet of paper, and four inks to draw on it (PNG, ISO/IEC 15948).

Each ink has its own layer and sixteen steps, so that a picture is small and the same every time.
"""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

SIZE = 1080
INK, SOFT, CINNABAR, AZURITE = range(4)
_PAPER = (249, 249, 246)
_INKS = ((27, 28, 30), (86, 88, 92), (177, 42, 26), (37, 90, 124))  # 墨, 淡墨, 朱砂, 石青
_STEPS = 15
_TINY = 8  # pixels: enough to see whether there is a form
_FINE = 3  # strokes are drawn so many times larger: Pillow's lines know no half pixels

Box = tuple[float, float, float, float]
Points = Iterable[tuple[float, float]]
Dot = tuple[float, float, float]


class Sheet:
    """A sheet that is being drawn on, *high* pixels; all measures in pixels from the upper left."""

    def __init__(self, high: int = SIZE) -> None:
        from PIL import Image, ImageDraw

        self._size = (SIZE, high)
        self._layers = tuple(Image.new("L", self._size) for _ in _INKS)
        self._pens = tuple(ImageDraw.Draw(layer) for layer in self._layers)

    def box(self, corners: Box, ink: int) -> None:
        """A filled box, its ends included."""
        self._pens[ink].rectangle(corners, fill=255)

    def shape(self, points: Points, ink: int) -> None:
        """A filled polygon."""
        self._pens[ink].polygon(list(points), fill=255)

    def hole(self, corners: Box, ink: int) -> None:
        """A round hole in what *ink* has covered."""
        self._pens[ink].ellipse(corners, fill=0)

    def blank(self, corners: Box) -> None:
        """A box of paper, whatever was there."""
        for pen in self._pens:
            pen.rectangle(corners, fill=0)

    def frame(self, box: Box, ink: int) -> None:
        """A thin line scratched out of what *ink* has covered."""
        self._pens[ink].rectangle(box, outline=60, width=2)

    def text(self, at: tuple[float, float], words: str, font: str, size: int, ink: int) -> None:
        """A line of *words* with its upper left at *at*."""
        self._pens[ink].text(at, words, font=_face(font, size), fill=255)

    def cut(self, at: tuple[float, float], text: str, font: str, size: int, ink: int) -> None:
        """*text* around *at*, cut out of what *ink* has covered."""
        self._pens[ink].text(at, text, font=_face(font, size), fill=0, anchor="mm")

    def strokes(
        self, at: tuple[int, int], size: tuple[float, float], lines: Iterable[Points], ink: int
    ) -> None:
        """Hairlines in a box of *size* at *at*; nothing else of *ink* may be there."""
        from PIL import Image, ImageDraw

        wide, high = (round(one) for one in size)
        large = Image.new("L", (wide * _FINE, high * _FINE))
        pen = ImageDraw.Draw(large)
        for line in lines:
            pen.line([(x * _FINE, y * _FINE) for x, y in line], fill=255, width=4 * _FINE, joint="curve")
        self._layers[ink].paste(large.reduce(_FINE), at)

    def rubbing(
        self, at: tuple[int, int], scale: float, ground: Points, lines: Iterable[Points], dots: Iterable[Dot]
    ) -> None:
        """A square of 64 units with a *ground* of ink, out of which *lines* and *dots* are scratched."""
        from PIL import Image, ImageDraw

        side, fine = round(64 * scale), scale * _FINE
        large = Image.new("L", (side * _FINE, side * _FINE))
        pen = ImageDraw.Draw(large)
        pen.polygon([(x * fine, y * fine) for x, y in ground], fill=255)
        for line in lines:
            pen.line([(x * fine, y * fine) for x, y in line], fill=0, width=3 * _FINE, joint="curve")
        for x, y, radius in dots:
            pen.ellipse(
                [(x - radius) * fine, (y - radius) * fine, (x + radius) * fine, (y + radius) * fine], fill=0
            )
        self._layers[INK].paste(large.reduce(_FINE), at)

    def png(self) -> bytes:
        """The sheet; where inks lie on each other the last one is seen."""
        from PIL import Image

        sheet = Image.new("P", self._size)
        for number, layer in enumerate(self._layers):
            steps = [0, *(1 + number * _STEPS + level * (_STEPS - 1) // 255 for level in range(1, 256))]
            if box := layer.getbbox():
                drawn = layer.crop(box)
                sheet.paste(drawn.point(steps), box, drawn.point([0] + [255] * 255))
        sheet.putpalette(_palette())
        file = BytesIO()
        # An eighth larger than with the highest level, in an eighth of the time.
        sheet.save(file, "PNG", compress_level=5)
        return file.getvalue()


def width(text: str, font: str, size: int) -> float:
    """How long a line of *text* is."""
    return _face(font, size).getlength(text)


def missing(text: str, font: str) -> str:
    """The signs of *text* that *font* does not have, each once."""
    return "".join(sign for sign in dict.fromkeys(text) if not sign.isspace() and not _has(font, sign))


def broken(pieces: Iterable[str], font: str, size: int, room: float) -> list[str]:
    """*pieces* in lines; one that is wider than the *room* is broken anywhere."""
    lines = [""]
    for piece in pieces:
        if width((lines[-1] + piece).rstrip(), font, size) <= room:
            lines[-1] += piece
        elif width(piece.strip(), font, size) <= room:
            lines.append(piece.lstrip())
        else:
            for sign in piece:
                if width(lines[-1] + sign, font, size) > room:
                    lines.append("")
                lines[-1] += sign
    return [line.rstrip() for line in lines if line.strip()]


def _palette() -> list[int]:
    """Paper, then each ink from faint to full."""
    found = [*_PAPER]
    for ink in _INKS:
        for step in range(1, _STEPS + 1):
            mixed = (paper + (full - paper) * step / _STEPS for paper, full in zip(_PAPER, ink, strict=True))
            found += map(round, mixed)
    return found


@cache
def _has(font: str, sign: str) -> bool:
    # The form that stands for every other sign is empty in our font.
    return _face(font, _TINY).getmask(sign).getbbox() is not None


@cache
def _face(font: str, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)
