"""Trees that share files: which files a tree has, by what they are on the disk, and how it comes to have those of another.

Two names of one file have one identity, and one content. Nothing is written into a file that is there.
"""

import os
import shutil
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

Files = dict[str, tuple[int, int]]
"""Path to device and inode; links and pipes too."""
_FOLDER = 0o755


def files(tree: Path) -> Files:
    """Those of *tree*, as a look at its folders tells, without one at each file. Raises OSError."""
    found: Files = {}
    device = tree.stat().st_dev
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        with os.scandir(f"{tree}/{folder}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{folder}{entry.name}/")
                else:
                    found[folder + entry.name] = (device, entry.inode())
    if len(set(found.values())) < len(found):  # some file systems give all files one number
        return {path: _identity(tree / path) for path in found}
    return found


def link_tree(source: str, target: str) -> None:
    """Makes *target* a tree with the files of *source*. Raises OSError."""
    _make_folder(target)
    with os.scandir(source) as entries:
        for entry in entries:
            path = f"{target}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                link_tree(entry.path, path)
            else:
                _link(entry.path, path)


def exchange(tree: Path, wanted: Path) -> bool:
    """Exchanges in *tree* what is not as in *wanted*, and says whether it has those files now: else it is of no use any more."""
    try:
        there, others = files(tree), files(wanted)
        _remove(tree, [path for path, one in there.items() if others.get(path) != one], others)
        missing = [path for path, one in others.items() if there.get(path) != one]
        for folder in sorted(_folders(missing)):
            if not (tree / folder).is_dir():
                _make_folder(f"{tree}/{folder}")
        for path in missing:
            os.link(f"{wanted}/{path}", f"{tree}/{path}", follow_symlinks=False)
    except OSError:
        # Whatever it is, who makes the tree anew will meet it too.
        return False
    return True


def keep_shared(tree: Path, other: Path) -> None:
    """Leaves *tree* those files only that *other* has too, in the same places. Raises OSError."""
    shared = files(other)
    _remove(tree, [path for path, one in files(tree).items() if shared.get(path) != one], shared)


def _remove(tree: Path, paths: Collection[str], needed: Iterable[str]) -> None:
    for path in paths:
        os.unlink(f"{tree}/{path}")  # noqa: PTH108 - as in `files`: pathlib is slow for ten thousand of them
    for folder in sorted(_folders(paths) - _folders(needed), reverse=True):
        with suppress(OSError):  # there is something in it that is no file
            (tree / folder).rmdir()


def _folders(paths: Iterable[str]) -> set[str]:
    """Those in which *paths* lie, and those in which these do."""
    within = {path.rpartition("/")[0] for path in paths}
    return {
        str(above)
        for folder in within
        if folder
        for above in (PurePosixPath(folder), *PurePosixPath(folder).parents)
    } - {"."}


def _make_folder(path: str) -> None:
    os.mkdir(path)  # noqa: PTH102 - likewise
    os.chmod(path, _FOLDER)  # noqa: PTH101 - mkdir obeys the umask


def _link(source: str, path: str) -> None:
    try:
        os.link(source, path, follow_symlinks=False)
    except OSError:  # another disk, or none with hard links
        shutil.copy2(source, path, follow_symlinks=False)


def _identity(path: Path) -> tuple[int, int]:
    found = path.lstat()
    return found.st_dev, found.st_ino
