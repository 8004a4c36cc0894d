"""What files hold, found elsewhere before they are read here: it is put where reading looks for what it knows already.

So reading goes as ever: a file in which something is wrong, and what somebody has lost who was to read it, are read here, in the same order
and told in the same words.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from scienceweek.source.activity_files import known, learn_activities
from scienceweek.source.background import Background, KeptBackground
from scienceweek.source.files.data_files import DataFile, UnreadFile, kept_file, unread_files
from scienceweek.source.files.read_cache import Memory, NewMemory, packed, unpacked
from scienceweek.source.prose.library import Library
from scienceweek.source.resolution.registers import Registers

Task = Callable[[bytes, Any], Mapping[bytes, bytes]]
"""What becomes of something common to all and one job: what a memory has learned of it."""


class Ahead(Protocol):
    """Whoever has a task done, with what is common, for each of some jobs; what is lost is left out."""

    @property
    def least(self) -> int:
        """Characters or bytes; less is read here before others have been told of it."""

    def __call__(
        self, task: Task, common: bytes, jobs: Sequence[Any], /
    ) -> Iterable[Mapping[bytes, bytes]]: ...


class ActivitySheet(NamedTuple):
    """A file of activities as it is kept."""

    file: str
    key: str
    kept: bytes


def read_files(data: Path, memory: Memory, ahead: Ahead) -> None:
    """Has what stands in the files of *data* read, if much of it is not in the *memory* yet."""
    jobs = tuple(unread_files(data, memory)) if memory.keeps else ()
    if jobs and sum(len(one.text) for one in jobs) >= ahead.least:
        for learned in ahead(of_file, b"", jobs):
            memory.take(learned)


def resolve_activities(
    sheets: Iterable[DataFile],
    desk: Registers,
    behind: Background,
    memory: Memory,
    ahead: Ahead,
) -> None:
    """Has the activities of the *sheets* resolved that are not in the *memory* yet, if they are much."""
    kept = memory.packed("background", behind.own) if behind.own else None
    jobs = tuple(
        ActivitySheet(one.file, one.key, found)
        for one, stands in known(sheets, desk, behind, memory)
        if kept and one.key and not stands
        for found in [memory.packed("file", one.key)]
        if found
    )
    if kept and jobs and sum(len(one.kept) for one in jobs) >= ahead.least:
        for learned in ahead(of_activities, packed((desk.library, kept, behind.key)), jobs):
            memory.take(learned)


def of_file(_common: bytes, job: UnreadFile) -> Mapping[bytes, bytes]:
    """What stands in a file; nothing if something is wrong with it."""
    memory = NewMemory()
    job.learn(memory)
    return memory.learned


def of_activities(common: bytes, job: ActivitySheet) -> Mapping[bytes, bytes]:
    """The activities of a file; nothing if something is wrong with them."""
    library, kept, key = _behind(common)
    memory = NewMemory()
    learn_activities(kept_file(job.file, job.key, job.kept), library, kept, key, memory)
    return memory.learned


@lru_cache(maxsize=1)
def _behind(common: bytes) -> tuple[Library, KeptBackground, str]:
    library, kept, key = unpacked(common)
    return library, unpacked(kept), key
