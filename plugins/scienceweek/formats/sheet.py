"""A sheet of paper, and four inks to draw on it (PNG, ISO/IEC 15948).

A pixel is one of sixteen numbers: 0 is paper, and each ink has its steps from faint to full, so that a picture is small and
the same every time. What is drawn last lies on top.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from scienceweek.formats.paper import paper
from scienceweek.formats.png import png

if TYPE_CHECKING:
    from PIL._imaging import ImagingCore
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

SIZE = 1080
INK, SOFT, CINNABAR, AZURITE = range(4)
_PAPER = (249, 249, 246)
_INKS = ((27, 28, 30), (86, 88, 92), (177, 42, 26), (37, 90, 124))  # 墨, 淡墨, 朱砂, 石青
# The numbers of each ink, from faint to full. 墨 is thinned by way of 淡墨.
_STEPS = ((1, 2, 3, 4, 5, 6, 7), (1, 2, 3, 4, 5), (8, 9, 10, 11), (12, 13, 14, 15))
_FAINT = 60  # of 255
_TINY = 8  # pixels: enough to see whether there is a form
_FINE = 3  # strokes are drawn so many times larger: Pillow's lines know no half pixels

Box = tuple[float, float, float, float]
Points = Iterable[tuple[float, float]]
Dot = tuple[float, float, float]
Strokes = tuple[tuple[tuple[float, float], ...], ...]


class Sheet:
    """A sheet that is being drawn on, *high* pixels; all measures in pixels from the upper left."""

    def __init__(self, high: int = SIZE) -> None:
        self._paper = paper(SIZE, high)
        self._image, self._pen = self._paper.image, self._paper.pen

    def box(self, corners: Box, ink: int) -> None:
        """A filled box, its ends included."""
        self._pen.rectangle(corners, fill=_level(ink))

    def shape(self, points: Points, ink: int) -> None:
        """A filled polygon."""
        self._pen.polygon(list(points), fill=_level(ink))

    def hole(self, corners: Box) -> None:
        """A round hole: paper."""
        self._pen.ellipse(corners, fill=0)

    def blank(self, corners: Box) -> None:
        """A box of paper, whatever was there."""
        self._pen.rectangle(corners, fill=0)

    def frame(self, box: Box, ink: int) -> None:
        """A thin line scratched out of what *ink* has covered."""
        self._pen.rectangle(box, outline=_level(ink, _FAINT), width=2)

    def text(self, at: tuple[float, float], words: str, font: str, size: int, ink: int) -> None:
        """A line of *words* with its upper left at *at*."""
        # As Pillow rounds.
        x, y = floor(at[0] + 0.5), ceil(at[1] - 0.5)
        # Pillow looks at what is pasted for longer than it pastes a sign.
        paste = self._image.im.paste
        for sign in words:
            form = _form(font, size, sign, ink)
            left, top, right, bottom = form.corners
            corners = (x + left, y + top, x + right, y + bottom)
            if form.mask:
                paste(form.drawn, corners, form.mask)
            elif form.drawn:
                paste(form.drawn, corners)
            x += form.wide

    def cut(self, at: tuple[float, float], sign: str, font: str, size: int, ink: int) -> None:
        """A *sign* around *at*, cut out of what *ink* has covered."""
        form = _cut(font, size, sign, ink)
        if form.mask:
            x, y = floor(at[0] + 0.5), ceil(at[1] - 0.5)
            left, top, right, bottom = form.corners
            self._image.im.paste(form.drawn, (x + left, y + top, x + right, y + bottom), form.mask)

    def strokes(self, at: tuple[int, int], size: tuple[int, int], lines: Strokes, ink: int) -> None:
        """Hairlines in a box of *size* at *at*, where nothing else may be."""
        self._image.paste(_stroked(size, lines, ink), at)

    def rubbing(
        self, at: tuple[int, int], scale: float, ground: Points, lines: Iterable[Points], dots: Iterable[Dot]
    ) -> None:
        """A square of 64 units with a *ground* of ink, out of which *lines* and *dots* are scratched."""
        side, fine = round(64 * scale), scale * _FINE
        plate = paper(side * _FINE, side * _FINE)
        pen = plate.pen
        pen.polygon([(x * fine, y * fine) for x, y in ground], fill=255)
        half = (3 * _FINE - 1) / 2
        for line in lines:
            points = [(x * fine, y * fine) for x, y in line]
            pen.line(points, fill=0, width=3 * _FINE)
            # Pillow's own round joints look the same, and take as long as all else.
            for x, y in points[1:-1]:
                pen.ellipse((x - half, y - half, x + half, y + half), fill=0)
        for x, y, radius in dots:
            pen.ellipse(
                ((x - radius) * fine, (y - radius) * fine, (x + radius) * fine, (y + radius) * fine), fill=0
            )
        self._image.paste(plate.image.reduce(_FINE).point(_levels(INK)), at)
        plate.lay_back()

    def squares(self, at: tuple[int, int], rows: tuple[bytes, ...], side: int, ink: int) -> None:
        """*rows* of squares with their upper left at *at*: of *ink* where there is a 1, of paper where there is a 0."""
        from PIL import Image

        wide, high = len(rows[0]), len(rows)
        small = Image.frombytes("L", (wide, high), b"".join(rows)).point([0] + [_level(ink)] * 255)
        self._image.paste(small.resize((wide * side, high * side), Image.Resampling.NEAREST), at)

    def png(self) -> bytes:
        """The sheet as a file; nothing more can be drawn on it."""
        made = png(self._paper.rows, self._image.size, _palette())
        self._paper.lay_back()
        del self._paper, self._image, self._pen
        return made


def width(text: str, font: str, size: int) -> float:
    """How long a line of *text* is: the font has no pairs that stand closer."""
    return sum(map(_widths(font, size).__getitem__, text))


def missing(text: str, font: str) -> str:
    """The signs of *text* that *font* does not have, each once."""
    known = _forms(font)
    return "".join(sign for sign in dict.fromkeys(text) if not known[sign])


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


class _Form(NamedTuple):
    """How a sign looks: what is *drawn* if it has a form, between which *corners*; how *wide* the sign is.

    A *mask* is set where the form is, if it reaches beyond its width, over what stands beside it.
    """

    drawn: "ImagingCore | None"
    mask: "ImagingCore | None"
    corners: tuple[int, int, int, int]
    wide: int


def _level(ink: int, part: int = 255) -> int:
    """The number of a pixel with *part* of 255 of the *ink*: that which looks most like it."""
    return _levels(ink)[part]


@cache
def _levels(ink: int) -> list[int]:
    known = [0, *_STEPS[ink]]
    return [
        min(known, key=lambda level: abs(_palette()[level][1] - wanted))
        for wanted in (_mixed(ink, part / 255)[1] for part in range(256))
    ]


@cache
def _palette() -> tuple[tuple[int, int, int], ...]:
    """Paper, then each ink from faint to full."""
    found = {0: _PAPER}
    for ink, levels in enumerate(_STEPS):
        found |= {level: _mixed(ink, step / len(levels)) for step, level in enumerate(levels, 1)}
    return tuple(colour for _, colour in sorted(found.items()))


def _mixed(ink: int, part: float) -> tuple[int, int, int]:
    """Paper with a *part* of the *ink*."""
    red, green, blue = (
        round(paper + (full - paper) * part) for paper, full in zip(_PAPER, _INKS[ink], strict=True)
    )
    return red, green, blue


# Signs come again and again: each is drawn once.
@lru_cache(maxsize=4096)
def _form(font: str, size: int, sign: str, ink: int) -> _Form:
    return _formed(*_drawn(font, size, sign, "la"), _levels(ink), _widths(font, size)[sign])


@lru_cache(maxsize=512)
def _cut(font: str, size: int, sign: str, ink: int) -> _Form:
    return _formed(*_drawn(font, size, sign, "mm"), _levels(ink)[::-1], 0)


def _formed(drawn: "Image", left: int, top: int, levels: list[int], wide: int) -> _Form:
    corners = (left, top, left + drawn.width, top + drawn.height)
    if not drawn.getbbox():
        return _Form(None, None, corners, wide)
    is_within = left >= 0 and left + drawn.width <= wide
    mask = None if is_within else drawn.point([0] + [255] * 255, "1").im
    return _Form(drawn.point(levels).im, mask, corners, wide)


def _drawn(font: str, size: int, sign: str, anchor: str) -> "tuple[Image, int, int]":
    """A *sign* as white on black, and where that lies as seen from its *anchor*."""
    from PIL import Image, ImageDraw

    face = _face(font, size)
    left, top, right, bottom = map(round, face.getbbox(sign, anchor=anchor))
    drawn = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(drawn).text((-left, -top), sign, font=face, fill=255, anchor=anchor)
    return drawn, left, top


@lru_cache(maxsize=512)
def _stroked(size: tuple[int, int], lines: Strokes, ink: int) -> "Image":
    from PIL import Image, ImageDraw

    wide, high = size
    large = Image.new("L", (wide * _FINE, high * _FINE))
    pen = ImageDraw.Draw(large)
    for line in lines:
        pen.line([(x * _FINE, y * _FINE) for x, y in line], fill=255, width=4 * _FINE, joint="curve")
    return large.reduce(_FINE).point(_levels(ink))


class _Widths(dict[str, int]):
    """How wide each sign of a *face* is."""

    def __init__(self, face: "FreeTypeFont") -> None:
        self._face = face

    def __missing__(self, sign: str) -> int:
        self[sign] = round(self._face.getlength(sign))
        return self[sign]


class _Forms(dict[str, bool]):
    """Whether a *face* has a form for each sign, or it needs none."""

    def __init__(self, face: "FreeTypeFont") -> None:
        self._face = face

    def __missing__(self, sign: str) -> bool:
        # The form that stands for every other sign is empty in our font.
        self[sign] = sign.isspace() or self._face.getmask(sign).getbbox() is not None
        return self[sign]


@cache
def _widths(font: str, size: int) -> _Widths:
    return _Widths(_face(font, size))


@cache
def _forms(font: str) -> _Forms:
    return _Forms(_face(font, _TINY))


@cache
def _face(font: str, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)
