"""Who has done what, when, and what became of it: a line of JSON for each event, added at the end and never changed.

A line is written with ``O_APPEND`` in one call, so that it may be added while others are, and by no other way: where the file
system can hold a file to that (``chattr +a``), not even this account can change what is written.
"""

import json
import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Self

from gitpublish import china_time
from gitpublish.messages import Failed
from gitpublish.repository import Commit

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_APPEND | _NO_LINK
_OWN = 0o600
_FEW = 5  # mistakes
_SHOWN = 200
_PLACE = re.compile(r"(\S[^:\n]*:\d+:\d+): ")


class What(StrEnum):
    """Kinds of events, by the words in the file; `WORDS` has those for staff."""

    RECEIVED = "received"
    REFUSED = "refused"
    PUBLISHED = "published"
    FAILED = "failed"
    ROLLED_BACK = "rolled-back"
    PREVIEWED = "previewed"


WORDS = {
    What.RECEIVED: "收下推送",
    What.REFUSED: "拒收推送",
    What.PUBLISHED: "发布",
    What.FAILED: "没有发布成功",
    What.ROLLED_BACK: "退回",
    What.PREVIEWED: "生成预览",
}


@dataclass(frozen=True, slots=True)
class Happening:
    """*what* has happened to the *commit* on *branch*, by whom: a name, a key or a login, or "" if by nobody.

    *release* is the number of the one that visitors see since; *message* is in Chinese, and gives nothing of a text away.
    *time* is in seconds since 1970.
    """

    what: What
    by: str = ""
    commit: Commit | None = None
    branch: str = ""
    release: int = 0
    message: str = ""
    time: float = field(default_factory=time.time)

    @classmethod
    def read(cls, line: str) -> Self:
        """Raises ValueError, TypeError or LookupError on what is none."""
        found = json.loads(line)
        commit = Commit(**found["commit"]) if found["commit"] else None
        moment = china_time.moment(str(found["time"]))
        texts = {name: str(found[name]) for name in ("by", "branch", "message")}
        return cls(What(found["what"]), commit=commit, release=int(found["release"]), time=moment, **texts)

    @property
    def line(self) -> str:
        return json.dumps({**asdict(self), "time": china_time.iso(self.time)}, ensure_ascii=False)

    def is_like(self, other: Self) -> bool:
        """Whether the same has happened, at whatever time."""
        return asdict(self) | {"time": 0} == asdict(other) | {"time": 0}

    def told(self) -> str:
        """A line for staff."""
        which = f"第 {self.release} 版" if self.release else self.branch
        return "  ".join(
            filter(
                None,
                (
                    china_time.written(self.time),
                    f"{WORDS[self.what]} {which}".strip(),
                    self.by or "服务器自己",
                    str(self.commit or ""),
                    self.message,
                ),
            )
        )


@dataclass(frozen=True, slots=True)
class History:
    """That of the store in the folder *root*; only its owner reads it."""

    root: Path

    @property
    def file(self) -> Path:
        return self.root / "history.jsonl"

    def add(self, event: Happening) -> None:
        """Adds *event*. A disk that is full has none of it: nobody may be kept from publishing."""
        with suppress(OSError):
            descriptor = os.open(self.file, _FLAGS, _OWN)
            try:
                # What was cut off by a full disk or a power cut must not spoil what follows.
                end = os.lseek(descriptor, 0, os.SEEK_END)
                begun = "\n" if end and os.pread(descriptor, 1, end - 1) != b"\n" else ""
                os.write(descriptor, f"{begun}{event.line}\n".encode())
                os.fsync(descriptor)
            finally:
                os.close(descriptor)

    def events(self) -> Iterator[Happening]:
        """All of them, oldest first; a line that nobody can read is passed over."""
        try:
            descriptor = os.open(self.file, os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0))
        except OSError:
            return
        with open(descriptor, encoding="utf-8", errors="replace") as lines:  # noqa: PTH123 - a descriptor is no path
            for line in lines:
                with suppress(ValueError, TypeError, LookupError):
                    yield Happening.read(line)

    def last(self) -> Happening | None:
        return next(reversed(tuple(self.events())), None)

    def knows(self, release: int) -> bool:
        """Whether it is kept that the release with this number was published."""
        return any(event.release == release and event.what == What.PUBLISHED for event in self.events())

    def has_published(self, commit: str) -> bool:
        """Whether *commit* was published at some time."""
        published = (event for event in self.events() if event.what == What.PUBLISHED)
        return any(event.commit is not None and event.commit.sha == commit for event in published)

    def pusher(self, commit: str) -> str:
        """Who has pushed *commit*; "" if nobody knows."""
        pushes = (event for event in self.events() if event.what == What.RECEIVED)
        found = [event.by for event in pushes if event.commit and event.commit.sha == commit]
        return found[-1] if found else ""

    def of_releases(self) -> dict[int, list[Happening]]:
        """What has happened to each release: who has published it, and who has gone back to it."""
        found: dict[int, list[Happening]] = {}
        for event in self.events():
            if event.release and event.what in {What.PUBLISHED, What.ROLLED_BACK}:
                found.setdefault(event.release, []).append(event)
        return found

    def told(self, most: int) -> Iterator[str]:
        """Lines about the newest *most*, the newest first."""
        found = tuple(self.events())
        yield from (event.told() for event in reversed(found[-most:]))
        if not found:
            yield f"{self.root} 还没有记录。"


def summary(failed: Failed) -> str:
    """Of why something *failed*, what may be kept and sent: places of mistakes, not what is written there."""
    lines = str(failed).split("\n")
    places = [found[1] for line in lines if (found := _PLACE.match(line))]
    if not places:
        return lines[0][:_SHOWN]
    more = f" 等 {len(places)} 处" if len(places) > _FEW else ""
    return f"要改：{'、'.join(places[:_FEW])}{more}"[:_SHOWN]
