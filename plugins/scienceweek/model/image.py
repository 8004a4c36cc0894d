"""Pictures in ``content/images``, as far as pages need to know them before they are drawn; photographs among them."""

from scienceweek.frozen import frozen

LARGEST = 4_000
"""Pixels of the longer side of a picture that is published."""

WIDTHS = (480, 960, 1440)
"""Pixels: a photograph on a phone, on a fine screen of one, on a large screen."""


@frozen
class Image:
    """The picture *name* (``hall.jpg``, ``2027/hall.jpg``); *digest* is that of its file (BLAKE2b, hexadecimal).

    *width* and *height* are those with which it is published: upright, and scaled down if it is larger than a screen.
    Both are 0 for a drawing that does not say how large it is.
    """

    name: str
    digest: str
    width: int
    height: int

    @property
    def renditions(self) -> tuple[tuple[int, int], ...]:
        """Width and height of each size in which it is offered as a photograph, the smallest first: never more than it has."""
        if not self.width or self.name.lower().endswith(".svg"):
            return ((self.width, self.height),)
        own = (self.width,) if self.width < WIDTHS[-1] else ()
        widths = (*(width for width in WIDTHS if width <= self.width), *own)
        return tuple(
            (width, max(1, round(self.height * width / self.width))) for width in dict.fromkeys(widths)
        )

    @classmethod
    def fitted(cls, name: str, digest: str, width: int, height: int) -> "Image":
        """One whose file is upright *width* by *height*."""
        scale = min(1.0, LARGEST / max(width, height, 1))
        return cls(name, digest, *(max(1, round(side * scale)) if side else 0 for side in (width, height)))


@frozen
class Photo:
    """A picture in ``content/images``; shown only with *consent* of the people in it. *credit* says who took it (schema.org creditText)."""

    file: str
    alt: str
    consent: bool = False
    image: Image | None = None
    credit: str = ""

    @property
    def published(self) -> Image | None:
        return self.image if self.consent else None
