"""What a call does not show: the code, the templates and the libraries that it runs through."""

import os
import stat
import sys
import time
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
    found = path.lstat()
    mode = found.st_mode
    if stat.S_ISREG(mode):
        return _digest(path, found)
    return b"link " + os.fsencode(path.readlink()) if stat.S_ISLNK(mode) else b"%o" % stat.S_IFMT(mode)


_KNOWN: dict[str, tuple[tuple[int, ...], bytes]] = {}
"""The digest of each file that this process has read, and what a look at it told then."""
_SETTLED = 2_000_000_000  # ns in which a file may change twice and look the same


def _digest(path: Path, found: os.stat_result) -> bytes:
    """The digest of the file at *path*, which was *found* like that. One that has rested is not read a second time."""
    name = str(path)
    look = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    known = _KNOWN.get(name)
    if known and known[0] == look:
        return known[1]
    digest = blake2b(path.read_bytes()).digest()
    if time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) > _SETTLED:
        _KNOWN[name] = look, digest
    return digest
