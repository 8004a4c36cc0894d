"""Many small text files as one: style sheets and scripts, without a bundler; what only paper needs of sheets, by itself."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from scienceweek.render.target import Target

_STRING = r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
_STRING_OR_SPACE = re.compile(_STRING + r"|(?:\s|/\*.*?\*/)+", re.DOTALL)
_STRING_OR_GAP = re.compile(_STRING + r"|[; ]*(\}) ?| ?([{;,>]) ?|([:(]) | (?=\))")

_STRING_OR_BRACE = re.compile(_STRING + "|[{}]")
_EMPTY_LAYER = re.compile(r"@layer [\w-]+\{\}")
_PRINT = "@media print{"


def join(path: str, sources: Iterable[Path], *more: str) -> Target:
    """The target at *path* with the texts of *sources*, in order, and *more*. Raises OSError if one is not there."""
    draw = style if path.endswith(".css") else text
    return Target(path, draw, (*(source.read_text("utf-8") for source in sources), *filter(None, more)))


def text(*texts: str) -> bytes:
    """*texts*, each ending with a line end."""
    return "".join(part if part.endswith("\n") else f"{part}\n" for part in texts).encode()


def screen_of(path: str, sources: Iterable[Path]) -> Target:
    """The target at *path* with what a screen needs of *sources*, style sheets. Raises OSError if one is not there."""
    return Target(path, screen, tuple(source.read_text("utf-8") for source in sources))


def paper_of(path: str, sources: Iterable[Path]) -> Target:
    """The target at *path* with what only paper needs of *sources*, style sheets. Raises OSError if one is not there."""
    return Target(path, paper, tuple(source.read_text("utf-8") for source in sources))


def style(*texts: str) -> bytes:
    """Style sheets without their comments, and without white space where nothing needs it; strings stay as they are."""
    return _packed(texts).encode()


def screen(*texts: str) -> bytes:
    """What a screen needs of style sheets: all but ``@media print``."""
    kept = "".join(part for part, layer in _parts(_packed(texts)) if not layer)
    return _EMPTY_LAYER.sub("", kept).encode()


def paper(*texts: str) -> bytes:
    """What only paper needs of the same sheets: each ``@media print``, in the layer where it stands."""
    return "".join(f"{layer}{part}}}" for part, layer in _parts(_packed(texts)) if layer).encode()


def _packed(texts: Iterable[str]) -> str:
    spaced = _STRING_OR_SPACE.sub(lambda found: found[1] or " ", text(*texts).decode()).strip()
    return _STRING_OR_GAP.sub(lambda found: "".join(filter(None, found.groups())), spaced)


def _parts(sheet: str) -> Iterator[tuple[str, str]]:
    """A packed *sheet* cut before and after each ``@media print``, with the head of its layer; "" for what lies between them.

    Layers hold no layers, and what is for paper always stands in one.
    """
    begin = 0
    while (at := sheet.find(_PRINT, begin)) >= 0:
        yield sheet[begin:at], ""
        head = sheet.rindex("@layer ", 0, at)
        begin = _end(sheet, at)
        yield sheet[at:begin], sheet[head : sheet.index("{", head) + 1]
    yield sheet[begin:], ""


def _end(sheet: str, begin: int) -> int:
    """Behind the brace that closes the first one after *begin*."""
    depth = 0
    for found in _STRING_OR_BRACE.finditer(sheet, begin):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if found[0] == "}" and depth == 0:
            return found.end()
    return len(sheet)
