"""The pictures of a text, as far as its page must know them: a browser that knows their size does not move the text."""

from collections.abc import Iterable

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.image import Image


@frozen
class Illustration:
    """A picture at *address* from the site's root; *width* and *height* in pixels, 0 where nobody knows."""

    address: str
    width: int
    height: int


def illustrations(images: Iterable[Image]) -> tuple[Illustration, ...]:
    return tuple(
        Illustration(links.versioned(links.image(image.name), image.digest), image.width, image.height)
        for image in images
    )
