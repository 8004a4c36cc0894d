"""Where a site lives, and the folder beside it where builds come and go."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from scienceweek.render import tree
from scienceweek.render.manifest import path_of
from scienceweek.render.tree import Stamp


@dataclass(frozen=True, slots=True)
class Slot:
    """The site at *output*; in ``.<output>.build`` beside it the lock, the manifest, and a tree in the making.

    Everything happens under the lock, so the names in there need not be random.
    """

    output: Path

    @classmethod
    def at(cls, output: Path) -> Self:
        """Raises ValueError if *output* is something that a build must not replace."""
        # Not resolve: a link in the place of the site must be seen as one.
        absolute = output.absolute()
        if absolute.is_symlink() or (absolute.exists() and not absolute.is_dir()):
            raise ValueError(f"{output} is a link or a file, not a folder for a site")
        here = Path.cwd()
        if ".." in absolute.parts or absolute in {here, *here.parents} or (absolute / ".git").exists():
            raise ValueError(f"{output} is not a folder of its own for a site: a build would replace it")
        return cls(absolute)

    @property
    def folder(self) -> Path:
        return self.output.with_name(f".{self.output.name}.build")

    @property
    def fresh(self) -> Path:
        return self.folder / "fresh"

    @property
    def aside(self) -> Path:
        return self.folder / "aside"

    def contents(self) -> tuple[dict[str, Stamp | None], frozenset[str]]:
        """The files and the folders of the site, as ``tree.survey``; none if there is no site."""
        return tree.survey(str(self.output)) if self.output.exists() else ({}, frozenset())

    def tidy(self) -> bool:
        """Removes what builds have left, and says whether there was anything.

        A build that was killed after it had set the old site aside, and before the new one was in place, has left
        none: the old one comes back.
        """
        if self.aside.is_dir() and not self.output.exists():
            self.aside.rename(self.output)
        own = {"lock"} | ({path_of(str(self.output), self.folder).name} if self.output.exists() else set())
        leftovers = [path for path in self.folder.iterdir() if path.name not in own]
        for path in leftovers:
            tree.remove(path)
        return bool(leftovers)
