"""Publications that failed: whose changes they were for, what was said, and the trace; and the one that still stands.

Visitors see the old site until a publication succeeds. So whoever pushes meanwhile is told since which change that is so.
"""

import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Self

from gitpublish import china_time, own_files
from gitpublish.messages import Failed
from gitpublish.repository import Commit

_KEPT = 50
_OWN = 0o700
_SHOWN = 5  # commits


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong at a *time* with the *commits* that were new then, the newest first."""

    time: str
    commits: tuple[Commit, ...]
    message: str
    details: str = ""

    @classmethod
    def now(cls, commits: tuple[Commit, ...], failed: Failed) -> Self:
        return cls(china_time.written(time.time()), commits, str(failed), failed.details)

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises ValueError, TypeError or LookupError on what is none."""
        found = json.loads(text)
        commits = tuple(Commit(**commit) for commit in found["commits"])
        return cls(str(found["time"]), commits, str(found["message"]), str(found["details"]))

    def is_like(self, other: Self) -> bool:
        """Whether the same was said of the same commits."""
        return (self.commits, self.message) == (other.commits, other.message)

    def told(self) -> Iterator[str]:
        """Lines for whoever looks for the cause: all that is known."""
        yield f"{self.time}  {self.message}"
        yield from (f"    {commit}" for commit in self.commits)
        yield from (f"    | {line}" for line in self.details.splitlines())


@dataclass(frozen=True, slots=True)
class Failures:
    """Those of the store in the folder *root*, each in a file that only its owner reads."""

    root: Path

    def record(self, failure: Failure) -> None:
        """Keeps *failure*; what cannot be written is lost, since nobody may be kept from being told."""
        with suppress(OSError):
            self._folder.mkdir(mode=_OWN, exist_ok=True)
            name = f"{time.time_ns()}-{os.getpid()}.json"
            _write(self._folder / name, failure)
            *older, _ = files = self._files()
            # What fails at each attempt in the same way is one failure.
            same = [path for path in older[-1:] if (last := _read(path)) and last.is_like(failure)]
            for old in [*files[:-_KEPT], *same]:
                old.unlink(missing_ok=True)

    def stand(self, failure: Failure) -> None:
        """Nothing has been published since *failure*."""
        with suppress(OSError):
            self._folder.mkdir(mode=_OWN, exist_ok=True)
            _write(self._standing, replace(failure, details=""))

    def mended(self) -> None:
        """A publication has succeeded."""
        self._standing.unlink(missing_ok=True)

    def standing(self) -> Failure | None:
        """The first since a publication succeeded."""
        return _read(self._standing)

    def told(self, most: int) -> Iterator[str]:
        """Lines about the newest *most*, with their traces."""
        found = [failure for path in reversed(self._files()[-most:]) if (failure := _read(path))]
        if standing := self.standing():
            yield f"从 {standing.time} 起没有发布成功，网站还是那以前的样子。"
        for failure in found:
            yield from failure.told()
        if not found:
            yield f"{self.root} 没有发布失败的记录。"

    @property
    def _folder(self) -> Path:
        return self.root / "failures"

    @property
    def _standing(self) -> Path:
        return self._folder / "standing"

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.json"))


def blamed(standing: Failure, commits: tuple[Commit, ...]) -> Iterator[str]:
    """For whoever pushed *commits* while *standing* is not mended: since when, and by whose change, that is so."""
    known = {commit.sha for commit in standing.commits}
    own = [commit for commit in commits if commit.sha not in known]
    if not own:
        return
    yield f"您的推送已经收下，但网站从 {standing.time} 起没有发布成功，是从下面的修改开始的，不一定和您有关："
    yield from (f"  {commit}" for commit in standing.commits[:_SHOWN])
    yield f"当时的提示：{standing.message}"
    yield "请转告作者改正，或请管理员处理；改好以后，您的修改会一起发布，不用再推送。"


def _write(path: Path, failure: Failure) -> None:
    own_files.write(path, json.dumps(asdict(failure), ensure_ascii=False))


def _read(path: Path) -> Failure | None:
    try:
        return Failure.read(own_files.read(path) or "")
    except (OSError, ValueError, TypeError, LookupError):
        return None
