"""Whether a build would find all that it reads, and all that it has made, as the last one left it: then there is nothing to do.

Asked before anything else of the program is imported, so this needs little itself. What is read is compared by its content,
what was made by what a look at each file tells, as every build does. In doubt there is something to do.
"""

import json
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from scienceweek import cache
from scienceweek.layout import PROGRAM

PLACE = Path(".cache", "unchanged")
_IDENTITY = b"unchanged 1"
_CHINA = timezone(timedelta(hours=8))
_WORD = re.compile(r"\w+")
_CODE = ("plugins", "theme")
_FILE, _FOLDER = stat.S_IFREG | 0o644, stat.S_IFDIR | 0o755  # as builds leave them
_ALWAYS = ("SITEURL", "TODAY")  # asked for by the program itself


class BuildNote(NamedTuple):
    """What is known of a build that has ended well.

    It was *asked* for content and settings, has *read* folders, and had *seen* so much before; *output* is where the site
    lies, *made* what a look at that tells; *said* are the lines of the check, *files* the number of targets, *front* is its page.
    """

    asked: tuple[str, str]
    read: tuple[str, ...]
    seen: str
    output: str
    made: str
    said: tuple[str, ...]
    files: int
    front: str


class BuildLook(NamedTuple):
    """A look at what there is before a build: the *note* of the last one here, and what is *seen* now of what that has read.

    Both are nothing where nobody knows.
    """

    note: BuildNote | None
    seen: str

    def nothing_new(self, content: Path, settings: Path) -> BuildNote | None:
        """The note, if a build of *content* and *settings* would find nothing to do."""
        with suppress(OSError):
            if (
                self.note
                and [*self.note.asked] == [str(content), str(settings)]
                and self.note.seen == self.seen
                and self.note.made == made(Path(self.note.output))
            ):
                return self.note
        return None

    def of(self, settings: Path, read: Sequence[str]) -> str:
        """What is seen of the folders *read*: they are looked at once. Raises OSError."""
        if self.note and self.seen and [*self.note.read] == [*read]:
            return self.seen
        return seen(settings, map(Path, read))


def look(settings: Path) -> BuildLook:
    """What there is now for a build as *settings* say."""
    note = noted()
    with suppress(OSError):
        if note:
            return BuildLook(note, seen(settings, map(Path, note.read)))
    return BuildLook(note, "")


def noted() -> BuildNote | None:
    """The note of the last build here, whatever has become of its site."""
    with suppress(ValueError, TypeError):
        if (kept := cache.read(PLACE, _IDENTITY)) is not None:
            return BuildNote(*json.loads(bytes(kept)))
    return None


def remember(note: BuildNote) -> None:
    cache.write(PLACE, _IDENTITY, json.dumps(note).encode())


def seen(settings: Path, folders: Iterable[Path]) -> str:
    """The digest of all that a build reads: *folders*, *settings*, the program, the day in China. Raises OSError."""
    found = blake2b(repr((sys.version, os.getcwd())).encode(), digest_size=16)  # noqa: PTH109
    found.update(str(datetime.now(_CHINA).date()).encode())
    for folder in (*folders, *(PROGRAM / name for name in _CODE)):
        for path in _files(str(folder)):
            found.update(b"\0" + os.fsencode(path) + b"\0" + _content(path))
    words = {*_ALWAYS}
    for place in dict.fromkeys((Path.cwd(), settings.absolute().parent, PROGRAM)):
        # Settings import each other, and ask the environment.
        for file in sorted(place.glob("*.py")):
            content = file.read_bytes()
            found.update(b"\0" + os.fsencode(file) + b"\0" + content)
            words.update(_WORD.findall(content.decode(errors="replace")))
    found.update(repr(sorted((name, os.environ[name]) for name in words & os.environ.keys())).encode())
    found.update(repr([*_libraries()]).encode())
    return found.hexdigest()


def made(output: Path, looked: Mapping[str, tuple[int, int]] | None = None) -> str:
    """The digest of what a look at each file of the site at *output*, and at what builds know of it, tells. Raises OSError.

    What was *looked* at, size in bytes and time of change in ns of each of our files by path, is not looked at again.
    """
    beside = output.with_name(f".{output.name}.build")
    found = blake2b(digest_size=16)
    for folder in (output, beside):
        where = folder.lstat()
        found.update(f"\0{where.st_dev} {where.st_ino} {where.st_mode}\0".encode())
        root = os.fsencode(folder)
        # Beside it there may be the site before, at which whoever makes use of it will look.
        stamps = _told(root, looked) if looked and folder is output else _stamps(root, deep=folder is output)
        found.update(b"\0".join(sorted(stamps)))
    return found.hexdigest()


def _told(root: bytes, looked: Mapping[str, tuple[int, int]]) -> Iterator[bytes]:
    """As `_stamps` would say of what was *looked* at, and of the folders that it is in."""
    folders: set[str] = set()
    for path, (size, changed) in looked.items():
        yield b"%s/%s %d %d %d" % (root, os.fsencode(path), _FILE, size, changed)
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    yield from (b"%s/%s %d" % (root, os.fsencode(folder), _FOLDER) for folder in folders)


def _stamps(root: bytes, *, deep: bool) -> Iterator[bytes]:
    """Of each file and folder below *root*: its path, mode, size in bytes and time of change in ns; *deep*: of those in folders too."""
    waiting = [root]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                found = entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    if deep:
                        waiting.append(entry.path)
                    yield b"%s %d" % (entry.path, found.st_mode)
                else:
                    yield b"%s %d %d %d" % (entry.path, found.st_mode, found.st_size, found.st_mtime_ns)


def _files(root: str) -> Iterator[str]:
    """The files below *root*, and its folders, in order; not those that Python makes for itself."""
    with os.scandir(root) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.name == "__pycache__":
            continue
        yield entry.path
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)


def _content(path: str) -> bytes:
    """The digest of what is at *path*; of a folder or a link, that it is one, and where it leads."""
    found = os.lstat(path)
    if stat.S_ISREG(found.st_mode):
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            return blake2b(os.read(descriptor, found.st_size + 1), digest_size=16).digest()
        finally:
            os.close(descriptor)
    # Path is slower, and so throughout this module.
    return os.fsencode(os.readlink(path)) if stat.S_ISLNK(found.st_mode) else b"%o" % found.st_mode  # noqa: PTH115


def _libraries() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The packages that are installed where Python looks for them: their folders bear their versions."""
    for place in sys.path:
        if place.endswith("-packages"):
            with suppress(OSError):
                yield place, tuple(sorted(name for name in os.listdir(place) if name.endswith("-info")))  # noqa: PTH208
