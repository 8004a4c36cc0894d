"""Where a site lives, and the folder beside it where builds come and go."""

import os
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from scienceweek import cache
from scienceweek.render import tree
from scienceweek.render.manifest import path_of
from scienceweek.render.tree import Stamp

SPARE = "spare"
_JUNK = (".DS_Store", "Thumbs.db", "desktop.ini")


class SlotError(ValueError):
    """Why a folder is no place for a site; for staff, in Chinese."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The site at *output*; in ``.<output>.build`` beside it the lock, the manifest, the site before, and a tree in the making.

    Everything happens under the lock, so the names in there need not be random.
    """

    output: Path

    @classmethod
    def at(cls, output: Path) -> Self:
        """Raises SlotError if *output* is something that a build must not replace."""
        # Not resolve: a link in the place of the site must be seen as one.
        absolute = output.absolute()
        slot = cls(absolute)
        here = Path.cwd()
        if (
            ".." in absolute.parts
            or absolute in {here, *here.parents, Path(absolute.anchor)}
            or (absolute / ".git").exists()
        ):
            raise SlotError(
                f"{output} 不能放生成的网站：里面还有别的东西，生成会整个替换它。请给 OUTPUT_PATH 写一个专用的文件夹。"
            )
        for path in (absolute, slot.folder):
            if path.is_symlink():
                raise SlotError(
                    f"{path} 是一个链接（快捷方式）。请删去它，或者把 OUTPUT_PATH 改成真正的文件夹。"
                )
            if path.exists() and not path.is_dir():
                raise SlotError(f"{path} 是一个文件，不是文件夹。请把它移走，或者改 OUTPUT_PATH。")
        if slot.folder.exists() and not cache.is_own_folder(slot.folder):
            raise SlotError(f"{slot.folder} 是别的用户的，或者别人也能写。请删去它，会自动重建。")
        if absolute.exists() and absolute.stat().st_dev != absolute.parent.stat().st_dev:
            raise SlotError(
                f"{output} 是另一块磁盘（挂载点），不能整个替换。请把 OUTPUT_PATH 改成它里面的文件夹，例如 {output / 'site'}。"
            )
        return slot

    @property
    def folder(self) -> Path:
        return self.output.with_name(f".{self.output.name}.build")

    @property
    def fresh(self) -> Path:
        return self.folder / "fresh"

    @property
    def aside(self) -> Path:
        return self.folder / "aside"

    @property
    def spare(self) -> Path:
        """The site before, for the next."""
        return self.folder / SPARE

    @property
    def renewed(self) -> Path:
        """What was the spare, while it becomes the next site."""
        return self.folder / "renewed"

    def contents(self) -> tuple[dict[str, Stamp | None], frozenset[str]]:
        """The files and the folders of the site, as ``tree.survey``; none if there is no site."""
        return tree.survey(str(self.output)) if self.output.exists() else ({}, frozenset())

    def admit(self, files: Collection[str], own: Callable[[Path], bool]) -> None:
        """Raises SlotError if there are *files*, and no build has made them: there is no manifest, and *own* does not know them."""
        strange = sorted(filter(is_missed, files))
        if strange and not path_of(str(self.output), self.folder).is_file() and not own(self.output):
            raise SlotError(
                f"{self.output} 里有不是网站的文件（{strange[0]}），生成会删去它们，所以没有生成。"
                "请把它们移走，或者给 OUTPUT_PATH 写一个空的文件夹。"
            )

    def rescue(self, paths: Collection[str]) -> Path:
        """Gives the files *paths* of the site a second place in a folder beside it: that folder."""
        number = 1
        while os.path.lexists(place := self.output.with_name(f"{self.output.name}.others-{number}")):
            number += 1
        tree.lay_out(str(place), tree.folders_of(paths))
        for path in paths:
            tree.link(f"{self.output}/{path}", f"{place}/{path}")
        return place

    def tidy(self) -> bool:
        """Removes what builds have left, and says whether there was anything.

        A build that was killed after it had set the old site aside, and before the new one was in place, has left
        none: the old one comes back.
        """
        if self.aside.is_dir() and not self.output.exists():
            self.aside.rename(self.output)
        own = {"lock", SPARE} | (
            {path_of(str(self.output), self.folder).name} if self.output.exists() else set()
        )
        leftovers = [path for path in self.folder.iterdir() if path.name not in own]
        for path in leftovers:
            tree.remove(path)
        return bool(leftovers)


def is_missed(path: str) -> bool:
    """Whether somebody may miss the file at *path*: systems put some into folders by themselves."""
    return path.rpartition("/")[2] not in _JUNK
