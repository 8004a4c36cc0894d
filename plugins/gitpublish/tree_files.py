"""Which files a tree has, by what they are on the disk: two names of one file have one identity, and one content."""

import os
from pathlib import Path

Files = dict[str, tuple[int, int]]
"""Path to device and inode; links and pipes too."""


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


def _identity(path: Path) -> tuple[int, int]:
    found = path.lstat()
    return found.st_dev, found.st_ino
