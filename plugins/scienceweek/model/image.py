"""Pictures in ``content/images``, as far as pages need to know them before they are drawn."""

from dataclasses import dataclass

LARGEST = 4_000
"""Pixels of the longer side of a picture that is published."""


@dataclass(frozen=True, slots=True)
class Image:
    """The picture *name* (``hall.jpg``, ``2027/hall.jpg``); *digest* is that of its file (BLAKE2b, hexadecimal).

    *width* and *height* are those with which it is published: upright, and scaled down if it is larger than a screen.
    Both are 0 for a drawing that does not say how large it is.
    """

    name: str
    digest: str
    width: int
    height: int

    @classmethod
    def fitted(cls, name: str, digest: str, width: int, height: int) -> "Image":
        """One whose file is upright *width* by *height*."""
        scale = min(1.0, LARGEST / max(width, height, 1))
        return cls(name, digest, *(max(1, round(side * scale)) if side else 0 for side in (width, height)))
