"""What a call does not show: the code, the templates and the libraries that it runs through."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib import metadata
from pathlib import Path


def salt(*folders: Path, libraries: Iterable[str], hidden: bool = False) -> bytes:
    """The digest of all that is in *folders* and of the versions of *libraries* (as they are called on PyPI).

    *hidden* files count too, if that is said. Where a link leads counts, not what is there. Raises PackageNotFoundError for a library that is not installed,
    OSError for a file that cannot be read.
    """
    found = blake2b(repr(sys.version_info[:3]).encode(), digest_size=16)
    for folder in folders:
        for path in sorted(_entries(folder, hidden=hidden)):
            name = os.fsencode(path.relative_to(folder).as_posix())
            found.update(b"\n%d %s %s" % (len(name), name, _holding(path)))
        found.update(b"\n")
    for library in sorted(libraries):
        found.update(f"\n{library} {metadata.version(library)}".encode())
    return found.digest()


def _entries(folder: Path, *, hidden: bool) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(place, name) for name in (*folders, *files) if hidden or not name.startswith("."))


def _holding(path: Path) -> bytes:
    """What is at *path*, which nobody waits for if it is a pipe."""
    mode = path.lstat().st_mode
    if stat.S_ISREG(mode):
        return blake2b(path.read_bytes()).digest()
    return b"link " + os.fsencode(path.readlink()) if stat.S_ISLNK(mode) else b"%o" % stat.S_IFMT(mode)
