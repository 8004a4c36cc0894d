"""Many small text files as one: style sheets and scripts, without a bundler."""

import re
from collections.abc import Iterable
from pathlib import Path

from scienceweek.render.target import Target

_STRING_OR_SPACE = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?:\s|/\*.*?\*/)+""", re.DOTALL)


def join(path: str, sources: Iterable[Path], *more: str) -> Target:
    """The target at *path* with the texts of *sources*, in order, and *more*. Raises OSError if one is not there."""
    draw = style if path.endswith(".css") else text
    return Target(path, draw, (*(source.read_text("utf-8") for source in sources), *filter(None, more)))


def text(*texts: str) -> bytes:
    """*texts*, each ending with a line end."""
    return "".join(part if part.endswith("\n") else f"{part}\n" for part in texts).encode()


def style(*texts: str) -> bytes:
    """Style sheets, without their comments, each run of white space as one space; strings stay as they are."""
    return _STRING_OR_SPACE.sub(lambda found: found[1] or " ", text(*texts).decode()).strip().encode()
