"""Many small text files as one: style sheets and scripts, without a bundler."""

import re
from collections.abc import Iterable
from pathlib import Path

from scienceweek.render.target import Target

_STRING = r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
_STRING_OR_SPACE = re.compile(_STRING + r"|(?:\s|/\*.*?\*/)+", re.DOTALL)
_STRING_OR_GAP = re.compile(_STRING + r"|[; ]*(\}) ?| ?([{;,>]) ?|([:(]) | (?=\))")


def join(path: str, sources: Iterable[Path], *more: str) -> Target:
    """The target at *path* with the texts of *sources*, in order, and *more*. Raises OSError if one is not there."""
    draw = style if path.endswith(".css") else text
    return Target(path, draw, (*(source.read_text("utf-8") for source in sources), *filter(None, more)))


def text(*texts: str) -> bytes:
    """*texts*, each ending with a line end."""
    return "".join(part if part.endswith("\n") else f"{part}\n" for part in texts).encode()


def style(*texts: str) -> bytes:
    """Style sheets without their comments, and without white space where nothing needs it; strings stay as they are."""
    spaced = _STRING_OR_SPACE.sub(lambda found: found[1] or " ", text(*texts).decode()).strip()
    return _STRING_OR_GAP.sub(lambda found: "".join(filter(None, found.groups())), spaced).encode()
