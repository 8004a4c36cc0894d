"""The site that was there before this one: it is kept, and becomes the next by changing what has changed since.

After an edit that is a handful of files. To link all the others into a new tree, and to remove as many from the old, takes longer
than to draw those. The files of both trees are the same, by hard links: the disk holds them once, and nothing that the site has not.
"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from scienceweek.render import tree
from scienceweek.render.tree import Stamp

_MOST = (
    10  # files of a site, at least, to one that is not the same in the spare: what is not shared takes room
)


class Spare(NamedTuple):
    """The tree with an *identity* (device, inode) holds what the site does, but for the files at the paths *others*, which it lacks."""

    identity: tuple[int, int]
    others: tuple[str, ...]

    def is_at(self, place: Path) -> bool:
        try:
            return tree.identity(str(place)) == self.identity
        except FileNotFoundError:
            return False


def is_worth_it(others: Collection[str], files: Collection[str]) -> bool:
    """Whether a tree that holds *others* otherwise than a site of *files* is kept."""
    return len(others) * _MOST <= len(files)


def keep(root: Path, place: Path, others: Iterable[str]) -> None:
    """Keeps the tree at *root* at *place*, without its files at *others*: what is not in the site any more shall be nowhere."""
    if tree.moved(root, place):
        _remove(str(place), others)


def _remove(root: str, paths: Iterable[str]) -> None:
    for path in paths:
        # Some are not there, or below what is no folder: whoever makes use of the tree looks at all of it.
        with suppress(OSError):
            os.unlink(f"{root}/{path}")  # noqa: PTH108 - as in `tree`


def renew(
    root: str,
    others: Collection[str],
    stamps: Mapping[str, Stamp],
    folders: frozenset[str],
    source: Callable[[str], str],
) -> bool:
    """Makes the tree at *root* hold the files that *stamps* tell of, in *folders*, and says whether it does, by a look at all of it.

    It may lack the files at *others*, or hold them otherwise: those come from where *source* says. A tree that is not what it should be is of no use any more.
    """
    wanted = [path for path in others if path in stamps]
    try:
        _remove(root, others)
        for folder in sorted(tree.folders_of(others) - folders, reverse=True):
            with suppress(FileNotFoundError):
                os.rmdir(f"{root}/{folder}")  # noqa: PTH106 - likewise
        tree.lay_out(root, tree.folders_of(wanted))
        for path in wanted:
            tree.link(source(path), f"{root}/{path}")
        return tree.survey(root) == (stamps, folders)
    except OSError:
        # Whatever it is, who makes the tree anew will meet it too.
        return False
