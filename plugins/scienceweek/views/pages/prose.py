"""Pages of prose (about, privacy, accessibility, taking part)."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.image import Image
from scienceweek.views.parts.illustrations import Illustration, illustrations
from scienceweek.views.parts.page_head import Article, Head
from scienceweek.views.parts.passages import passages


@frozen
class Prose:
    """A page as its author wrote it, in Markdown; *id* is its name in the address, *images* are what it shows."""

    id: str
    title: str
    markdown: str
    images: tuple[Image, ...] = ()


@frozen
class ProseView:
    """A page of prose; *contents* are its headings that have an anchor, if they are enough for a list."""

    head: Head
    title: str
    markdown: str
    images: tuple[Illustration, ...]
    contents: tuple[tuple[str, str], ...]


def prose_page(prose: Prose) -> ProseView:
    """The page of *prose*."""
    headings = tuple(
        (passage.anchor, passage.title)
        for passage in passages(prose.markdown)
        if passage.anchor and passage.level == 2  # noqa: PLR2004 - h2, below the page's own
    )
    return ProseView(
        head=Head(title=prose.title, path=links.prose(prose.id), article=Article(prose.title)),
        title=prose.title,
        markdown=prose.markdown,
        images=illustrations(prose.images),
        contents=headings if len(headings) > 2 else (),  # noqa: PLR2004 - two are seen at a glance
    )
