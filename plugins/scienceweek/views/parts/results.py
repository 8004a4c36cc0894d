"""What came of an activity, as its page tells it afterwards."""

from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.activity import Results


@dataclass(frozen=True, slots=True)
class ResultPhoto:
    """A photograph that all people in it agreed to; *path* from the site's root, *width* and *height* in pixels."""

    path: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """*attendance* in words; *pictures* only with consent; *news* and *video* are addresses."""

    summary: tuple[str, ...]
    attendance: str
    pictures: tuple[ResultPhoto, ...]
    video: str
    news: tuple[str, ...]


def outcome(results: Results | None) -> Outcome | None:
    """None where nothing has come of it yet."""
    if results is None:
        return None
    return Outcome(
        summary=tuple(line.strip() for line in results.summary.splitlines() if line.strip()),
        attendance=f"{results.attendance}人次参加" if results.attendance is not None else "",
        pictures=tuple(
            ResultPhoto(links.image(image.name), photo.alt, image.width, image.height)
            for photo in results.photos
            if (image := photo.published)
        ),
        video=results.video,
        news=results.news,
    )
