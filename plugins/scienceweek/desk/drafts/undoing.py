"""What somebody has decided is taken back: the files of ``data/`` are as they were before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from scienceweek.desk.drafts.accepting import AcceptError
from scienceweek.desk.drafts.marks import FOLDER
from scienceweek.desk.drafts.shelves import PATTERNS

Content = Mapping[Path, bytes]


def content(data: Path) -> Content:
    """The files of the folder *data* that a decision may change."""
    found = [path for pattern in (*PATTERNS.values(), f"{FOLDER}/*.json") for path in data.glob(pattern)]
    return {path: path.read_bytes() for path in found if path.is_file()}


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody has decided, of *what*: the files that differ, as they were *before* and are *after*; None is no file."""

    what: str
    before: Mapping[Path, bytes | None]
    after: Mapping[Path, bytes | None]

    @classmethod
    def between(cls, what: str, before: Content, after: Content) -> Self:
        differing = [path for path in dict.fromkeys((*before, *after)) if before.get(path) != after.get(path)]
        return cls(
            what,
            {path: before.get(path) for path in differing},
            {path: after.get(path) for path in differing},
        )

    def undo(self) -> None:
        """Has the files be as they were. Raises AcceptError where somebody has changed one since."""
        for path, made in self.after.items():
            now = path.read_bytes() if path.is_file() else None
            if now != made:
                raise AcceptError(
                    f"{path.name} 后来又改过，不能撤回。请直接改 data/ 里的文件，或者用 git 取回。"
                )
        for path, was in self.before.items():
            if was is None:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(was)


@dataclass(slots=True)
class Decisions:
    """What was decided since the page was opened, the latest last."""

    made: list[Decision] = field(default_factory=list)

    def undo(self) -> str:
        """Takes back the latest; of what it was. Raises AcceptError."""
        if not self.made:
            raise AcceptError("没有可以撤回的了：只能撤回这次打开以后做的。")
        self.made[-1].undo()
        return self.made.pop().what
