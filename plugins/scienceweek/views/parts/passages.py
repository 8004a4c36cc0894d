"""A Markdown text cut at its headings, so that something can stand beside each passage."""

import re
from dataclasses import replace

from scienceweek.frozen import frozen

_HEADING = re.compile(
    r"^[ \t\u3000\xa0]*(?P<marks>#{1,6})[ \t]+(?P<title>[^\n]*?)[ \t]*(?:\{:?[ \t]*#(?P<anchor>[\w-]+)[^{}\n]*\})?[ \t]*$"
)
_ANCHOR = re.compile(r"\{:?[ \t]*#(?P<anchor>[\w-]+)[^{}\n]*\}")
_EMPHASIS = re.compile(r"(?<![\w*])\*\*(?=[\w“《])([^*]+)(?<=[\w”》])\*\*(?!\*)")
_DEEPEST = 6


@frozen
class Passage:
    """A heading with what follows it as *markdown*; *level* 0 is text before the first heading.

    The *title*, too, is Markdown, without emphasis that spans words: how headings look is for the style to say.

    The highest level of a text is 2 and none is left out, whatever its author wrote.
    *anchors* are all that the passage sets, the heading's first.
    """

    level: int
    title: str
    anchor: str
    markdown: str
    anchors: tuple[str, ...]


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of *text* in order."""
    found = [_passage(block) for block in _blocks(text)]
    levels: list[int] = []
    for number, passage in enumerate(found):
        if passage.level:
            levels = [level for level in levels if level < passage.level] + [passage.level]
            found[number] = replace(passage, level=min(len(levels) + 1, _DEEPEST))
    return tuple(found)


def _blocks(text: str) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _HEADING.match(line):
            blocks.append([])
        blocks[-1].append(line)
    return [block for block in blocks if any(map(str.strip, block))]


def _passage(lines: list[str]) -> Passage:
    heading = _HEADING.match(lines[0])
    body = "\n".join(lines[1:] if heading else lines).strip("\n")
    inside = tuple(match["anchor"] for match in _ANCHOR.finditer(body))
    if not heading:
        return Passage(0, "", "", body, inside)
    anchor = heading["anchor"] or ""
    title = _EMPHASIS.sub(r"\1", heading["title"])
    return Passage(len(heading["marks"]), title, anchor, body, ((anchor,) if anchor else ()) + inside)
