"""The photograph of a thing, in the widths in which it is offered: a browser takes the one that fits."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.image import Image, Photo


@frozen
class Photograph:
    """The largest is at *path* from the site's root, *width* by *height* pixels (0 where nobody knows).

    *sizes* are the paths of all with their widths, none where there is one only. *credit* is "" where nobody has told it;
    what is *upright*, or square, does not fill its column.
    """

    path: str
    width: int
    height: int
    sizes: tuple[tuple[str, int], ...]
    alt: str
    credit: str
    upright: bool


def photograph(photo: Photo | None) -> Photograph | None:
    """None where there is none, or the people in it have not agreed."""
    image = photo.published if photo else None
    if not photo or not image:
        return None
    width, height = image.renditions[-1]
    paths = tuple((_at(image, wide), wide) for wide, _ in image.renditions)
    return Photograph(
        paths[-1][0],
        width,
        height,
        paths if len(paths) > 1 else (),
        photo.alt,
        photo.credit,
        bool(width) and width <= height,
    )


def _at(image: Image, width: int) -> str:
    return links.versioned(links.rendition(image.name, width), image.digest)
