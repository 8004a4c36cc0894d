"""What a call does not show: the code, the templates and the libraries that it runs through."""

import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from functools import cache
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
        root = str(folder)
        for name in sorted(_names(root, hidden=hidden)):
            told = os.fsencode(name)
            found.update(b"\n%d %s %s" % (len(told), told, _holding(f"{root}/{name}")))
        found.update(b"\n")
    for library in sorted(libraries):
        found.update(f"\n{library} {_version(library)}".encode())
    return found.digest()


# What is installed stays so for as long as a process runs, and its files are long.
_version = cache(metadata.version)


def _names(root: str, *, hidden: bool) -> Iterator[str]:
    """What is below *root*, by its path there; a thousand come by many times, and pathlib is slow."""
    for place, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name != "__pycache__"]
        below = place[len(root) :].replace(os.sep, "/").strip("/")
        above = f"{below}/" if below else ""
        yield from (above + name for name in (*folders, *files) if hidden or not name.startswith("."))


def _holding(path: str) -> bytes:
    """What is at *path*, which nobody waits for if it is a pipe."""
    found = os.lstat(path)
    mode = found.st_mode
    if stat.S_ISREG(mode):
        return _digest(path, found)
    return b"link " + os.fsencode(os.readlink(path)) if stat.S_ISLNK(mode) else b"%o" % stat.S_IFMT(mode)  # noqa: PTH115


_KNOWN: dict[str, tuple[tuple[int, ...], bytes]] = {}
"""The digest of each file that this process has read, and what a look at it told then."""
_SETTLED = 2_000_000_000  # ns in which a file may change twice and look the same


def _digest(path: str, found: os.stat_result) -> bytes:
    """The digest of the file at *path*, which was *found* like that. One that has rested is not read a second time."""
    look = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    known = _KNOWN.get(path)
    if known and known[0] == look:
        return known[1]
    digest = blake2b(Path(path).read_bytes()).digest()
    if time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) > _SETTLED:
        _KNOWN[path] = look, digest
    return digest
