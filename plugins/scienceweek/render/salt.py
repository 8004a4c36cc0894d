"""What a call does not show: the code, the templates and the libraries that it runs through."""

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib import metadata
from pathlib import Path


def salt(*folders: Path, libraries: Iterable[str]) -> bytes:
    """The digest of every file in *folders* and of the versions of *libraries* (as they are called on PyPI).

    Raises PackageNotFoundError for a library that is not installed.
    """
    found = blake2b(repr(sys.version_info[:3]).encode(), digest_size=16)
    for folder in folders:
        for path in sorted(_files(folder)):
            name = path.relative_to(folder).as_posix()
            found.update(f"\n{len(name)} {name} {blake2b(path.read_bytes()).hexdigest()}".encode())
        found.update(b"\n")
    for library in sorted(libraries):
        found.update(f"\n{library} {metadata.version(library)}".encode())
    return found.digest()


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(place, name) for name in files if not name.startswith("."))
