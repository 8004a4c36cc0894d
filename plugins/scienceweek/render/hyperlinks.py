"""A link or an image of a Markdown text, and where in it the address stands: what is one is for the parser to say."""

from dataclasses import dataclass

from scienceweek.render.address import is_of_the_site, leads_somewhere


@dataclass(frozen=True, slots=True, order=True)
class Hyperlink:
    """A link, or an image, to *address*; *line* and *column* of the address count from 1.

    *words* stand for it, if there are any. *allowed* says whether it is drawn as one: a link that may not be there is
    shown as its words.
    """

    line: int
    column: int
    address: str
    words: str
    is_image: bool

    @property
    def allowed(self) -> bool:
        return is_of_the_site(self.address) if self.is_image else leads_somewhere(self.address)
