"""The tree of files that is published, and how one is put in the place of another."""

import ctypes
import os
import shutil
import stat
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_FILE, _FOLDER = 0o644, 0o755
_HAS_MODES = hasattr(os, "fchmod")  # Windows knows one only: whether a file may be written
_PATIENCE = (0.1, 0.2, 0.4, 0.8, 1.6)  # seconds


class Stamp(NamedTuple):
    """What a look at a file tells without reading it: size in bytes, time of change in ns."""

    size: int
    changed: int


def survey(root: str) -> tuple[dict[str, Stamp | None], frozenset[str]]:
    """The files and the folders below *root*, by path relative to it; links are not followed.

    What we would not have written (a link, a device, another mode) has no stamp.
    """
    files: dict[str, Stamp | None] = {}
    folders: list[str] = []
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(folder + entry.name)
                    waiting.append(f"{folder}{entry.name}/")
                else:
                    files[folder + entry.name] = _stamp(entry.stat(follow_symlinks=False))
    return files, frozenset(folders)


def _stamp(found: os.stat_result) -> Stamp | None:
    is_ours = found.st_mode == stat.S_IFREG | _FILE or (not _HAS_MODES and stat.S_ISREG(found.st_mode))
    return Stamp(found.st_size, found.st_mtime_ns) if is_ours else None


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """Every folder that *paths* lie in."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


def lay_out(root: str, folders: Iterable[str]) -> None:
    """Makes *root* and the *folders* in it, as far as they are not there."""
    for folder in [root, *(f"{root}/{folder}" for folder in sorted(folders))]:
        with suppress(FileExistsError):
            _make(folder)


def _make(folder: str) -> None:
    os.mkdir(folder)  # noqa: PTH102 - pathlib is slow, and so throughout this module
    os.chmod(folder, _FOLDER)  # noqa: PTH101 - mkdir obeys the umask


def write(path: str, content: bytes) -> Stamp:
    """Writes a file that must not be there yet."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _FILE)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if _HAS_MODES:
            os.fchmod(descriptor, _FILE)
        found = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    return Stamp(found.st_size, found.st_mtime_ns)


def identity(root: str) -> tuple[int, int]:
    """Device and inode of the tree at *root*: they stay the same when it is renamed. Raises OSError."""
    found = os.lstat(root)
    return found.st_dev, found.st_ino


def link(source: str, path: str) -> None:
    """Gives the file *source* a second place; a copy where the file system has no hard links."""
    try:
        os.link(source, path)
    except OSError:
        shutil.copy2(source, path, follow_symlinks=False)


def is_shared(path: str) -> bool:
    """Whether the file at *path* has a second place."""
    return os.lstat(path).st_nlink > 1


def digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def digest_of_file(path: str) -> str:
    return digest(Path(path).read_bytes())


def put_in_place(fresh: str, output: str, aside: str) -> None:
    """Makes the tree *fresh* the tree at *output*; what was there, if anything, ends at *aside* or *fresh*.

    A reader of *output* finds one tree or the other; only where the system cannot exchange two folders is there
    an instant with neither.
    """
    if not os.path.lexists(output):
        _rename(fresh, output)
    elif not _exchange(fresh, output):
        _rename(output, aside)
        _rename(fresh, output)


def _rename(folder: str, name: str) -> None:
    """Windows refuses while somebody has a file of *folder* open: a scanner or a reader, mostly for a moment."""
    for pause in () if _HAS_MODES else _PATIENCE:
        try:
            os.rename(folder, name)  # noqa: PTH104
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.rename(folder, name)  # noqa: PTH104


def moved(folder: Path, place: Path) -> bool:
    """Moves *folder* to *place*, and says whether the system has let it."""
    try:
        _rename(str(folder), str(place))
    except OSError:
        return False
    return True


def remove_in(root: str, paths: Iterable[str], folders: Iterable[str]) -> None:
    """Removes the files *paths* of *root*, then the *folders* that nothing is in any more."""
    for path in paths:
        os.unlink(f"{root}/{path}")  # noqa: PTH108
    for folder in sorted(folders, reverse=True):
        os.rmdir(f"{root}/{folder}")  # noqa: PTH106


def move_in(source: str, root: str, paths: Iterable[str], folders: Iterable[str]) -> None:
    """Moves the files *paths* from *source* to *root*, which needs the new *folders* for them."""
    for folder in sorted(folders):
        _make(f"{root}/{folder}")
    for path in paths:
        os.replace(f"{source}/{path}", f"{root}/{path}")  # noqa: PTH105


def remove(path: Path) -> None:
    """Removes a file or a tree as far as possible; links are not followed."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _exchange(one: str, other: str) -> bool:
    """Swaps two folders in one step: renameat2(2) on Linux, renamex_np(2) on macOS."""
    try:
        system = ctypes.CDLL(None)
        first, second, swap = os.fsencode(one), os.fsencode(other), ctypes.c_uint(2)
        if sys.platform == "darwin":
            return bool(system.renamex_np(first, second, swap) == 0)
        here = ctypes.c_int(-100)  # AT_FDCWD; both paths are absolute
        return bool(system.renameat2(here, first, here, second, swap) == 0)
    except (AttributeError, OSError, TypeError):
        return False  # this C library, or Windows, has no such call
