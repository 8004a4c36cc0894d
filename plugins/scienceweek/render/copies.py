"""Files that go into the site as they are: images, fonts, vendored scripts."""

import os
from hashlib import blake2b
from pathlib import Path

from scienceweek.render.target import Target


def copy(path: str, source: Path) -> Target:
    """The target at *path* with the bytes of *source*. Raises OSError if that is not there, or is a link."""
    return Target(path, read, (str(source), blake2b(_content(source)).hexdigest()))


def read(source: str, digest: str) -> bytes:
    """The bytes of *source*; ValueError if they are not those that the plan was made for."""
    content = _content(Path(source))
    if blake2b(content).hexdigest() != digest:
        raise ValueError(f"{source} changed while the site was being made")
    return content


def _content(source: Path) -> bytes:
    # A link could bring any file of the machine into the site.
    descriptor = os.open(source, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        return file.read()
