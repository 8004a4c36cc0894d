"""The links and images that a Markdown text makes, and where in the text each address stands.

What is a link is for the parser to say, not for a second grammar of ours: a word of our own is put before whatever may be
an address, the text is drawn once more, and the words that come out in links say where those stand.
"""

import re
from dataclasses import dataclass

from scienceweek.render import prose
from scienceweek.render.address import is_of_the_site, leads_somewhere
from scienceweek.render.proof import Drawn

_MARK = "xq{}z0qx"
"""A word that no text has, with a number."""

_MARKED = re.compile(r"xq(\d+)z0qx")
_START = re.compile(
    r"(?:\](?:\(|:)[ \t]*\n?[ \t]*<?|<(?!!)(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*:(?://)?)?)[ \t]*"
)
"""What stands before an address."""


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link, or an image, to *address*; *line* and *column* of the address count from 1.

    *allowed* says whether it is drawn as one: a link that may not be there is shown as its words.
    """

    line: int
    column: int
    address: str
    words: str
    is_image: bool

    @property
    def allowed(self) -> bool:
        return is_of_the_site(self.address) if self.is_image else leads_somewhere(self.address)


def hyperlinks(text: str) -> tuple[Hyperlink, ...]:
    """Those of *text*, in the order in which they are drawn; none where the text breaks a limit."""
    found = prose.drawn(text)
    if not found:
        return ()
    starts = list(_START.finditer(text))
    marked = prose.drawn(_marked(text, [start.end() for start in starts]))
    if len(marked) == len(found):
        places = [_place(one, starts) for one in marked]
    else:  # our words have changed what is a link: then the first that looks like it
        places = [max(0, text.find(one.address)) for one in found]
    return tuple(
        Hyperlink(
            text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), one.address, one.words, one.is_image
        )
        for one, at in zip(found, places, strict=True)
    )


def _marked(text: str, starts: list[int]) -> str:
    """*text* with a numbered word of our own at each of *starts*."""
    ends = [*starts[1:], len(text)]
    parts = [
        f"{_MARK.format(number)}{text[start:end]}"
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    return "".join([text[: starts[0]] if starts else text, *parts])


def _place(marked: Drawn, starts: list[re.Match[str]]) -> int:
    """Where the address of *marked* stands; the beginning of the text if that cannot be told."""
    number = _MARKED.search(marked.address)
    if number is None:
        return 0
    start = starts[int(number[1])]
    return start.start("scheme") if start["scheme"] else start.end()
