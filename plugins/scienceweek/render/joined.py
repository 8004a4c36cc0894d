"""Many small text files as one: style sheets and scripts, without a bundler."""

from collections.abc import Iterable
from pathlib import Path

from scienceweek.render.target import Target


def join(path: str, sources: Iterable[Path]) -> Target:
    """The target at *path* with the texts of *sources*, in order. Raises OSError if one is not there."""
    return Target(path, text, tuple(source.read_text("utf-8") for source in sources))


def text(*texts: str) -> bytes:
    """*texts*, each ending with a line end."""
    return "".join(part if part.endswith("\n") else f"{part}\n" for part in texts).encode()
