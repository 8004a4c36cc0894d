"""Paper to draw on with Pillow, packed where it lies and used again: copies and fresh memory were two fifths of a picture.

What is drawn lies in memory of ours, with what stands before each row of a PNG (ISO/IEC 15948, 7.2): a file is made of it in one go.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PIL.Image import Image

_BEFORE = 2  # pixels: a byte of four bits each
_BAND = 120  # rows, that Pillow packs without putting pieces together


class Paper:
    """*wide* by *high* pixels, each a number below 16 if `rows` are asked for; drawn on as an *image* of Pillow or with its *pen*."""

    def __init__(self, wide: int, high: int) -> None:
        from PIL import Image, ImageDraw

        self._size = wide, high
        stride = wide + _BEFORE
        # Pillow looks for as many more behind the last row.
        self._pixels = bytearray(stride * high + _BEFORE)
        shown = cast("bytearray", memoryview(self._pixels)[_BEFORE:])
        self.image = Image.frombuffer("L", (wide, high), shown, "raw", "L", stride, 1)
        self._bands = [
            _band(memoryview(self._pixels)[top * stride :], stride, min(_BAND, high - top))
            for top in range(0, high, _BAND)
        ]
        # Said of memory that others may read: it is ours alone.
        self.image.readonly = 0
        self.pen = ImageDraw.Draw(self.image)

    @property
    def rows(self) -> Iterator[bytes]:
        """The pixels in bands, two to a byte, and before each row a zero: not filtered."""
        for band in self._bands:
            yield band.tobytes("raw", "P;4")

    def lay_back(self) -> None:
        """Lays it back for whoever draws next: nobody who had it may use it any more."""
        self.image.paste(0, (0, 0, *self._size))
        _PILES[self._size].append(self)


def _band(pixels: memoryview, wide: int, high: int) -> "Image":
    from PIL import Image

    return Image.frombuffer("P", (wide, high), cast("bytearray", pixels), "raw", "P", wide, 1)


# Taken from and laid onto by several threads: each of the two is one step.
_PILES: defaultdict[tuple[int, int], list[Paper]] = defaultdict(list)


def paper(wide: int, high: int) -> Paper:
    """Empty paper of that size: each pixel is 0."""
    try:
        return _PILES[wide, high].pop()
    except IndexError:
        return Paper(wide, high)
