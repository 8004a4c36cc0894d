"""Paper to draw on with Pillow. It is used again: fresh memory for each picture costs as much as packing it.

What is drawn lies in memory of ours, as rows of a PNG (ISO/IEC 15948, 7.2): nothing is copied to make a file of it.
"""

from collections import defaultdict
from typing import cast


class Paper:
    """*wide* by *high* pixels, a byte each, drawn on as an *image* of Pillow or with its *pen*."""

    def __init__(self, wide: int, high: int) -> None:
        from PIL import Image, ImageDraw

        self._size = wide, high
        # Before each row lies a zero, and Pillow looks for one more behind the last.
        self._pixels = bytearray((wide + 1) * high + 1)
        shown = cast("bytearray", memoryview(self._pixels)[1:])
        self.image = Image.frombuffer("L", (wide, high), shown, "raw", "L", wide + 1, 1)
        # Said of memory that others may read: it is ours alone.
        self.image.readonly = 0
        self.pen = ImageDraw.Draw(self.image)

    @property
    def rows(self) -> memoryview:
        """The pixels of each row after a zero: not filtered."""
        return memoryview(self._pixels)[:-1]

    def lay_back(self) -> None:
        """Lays it back for whoever draws next: nobody who had it may use it any more."""
        self.image.paste(0, (0, 0, *self._size))
        _PILES[self._size].append(self)


# Taken from and laid onto by several threads: each of the two is one step.
_PILES: defaultdict[tuple[int, int], list[Paper]] = defaultdict(list)


def paper(wide: int, high: int) -> Paper:
    """Empty paper of that size: each pixel is 0."""
    try:
        return _PILES[wide, high].pop()
    except IndexError:
        return Paper(wide, high)
