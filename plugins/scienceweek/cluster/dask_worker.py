"""What runs in a worker of Dask: batches of a plan, one after the other."""

import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from scienceweek.cluster import plan_parcel
from scienceweek.render import tree
from scienceweek.render.draw import made_of
from scienceweek.render.manifest import ManifestEntry
from scienceweek.render.workshop import Made, Workshop
from scienceweek.source.reading_ahead import Task

_ALONE = threading.Lock()
_known: dict[str, Workshop] = {}
_program: list[str] = []


class OtherProgramError(RuntimeError):
    """A worker has another program than whoever asks."""


@dataclass(slots=True)
class Sent:
    """What *made* of a batch, and the bytes of its files by path; or, where they are *shared*, the file that holds them.

    What is equal to the file of the site before is neither.
    """

    made: list[Made]
    contents: dict[str, bytes] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)


def make(parcel: bytes, key: str, program: str, batch: Sequence[int], share: str) -> Sent:
    """What becomes of a *batch* of the plan in *parcel*, called *key*, of whoever has *program*.

    *share* is a folder to write to, if one is shared. Raises OtherProgramError.
    """
    # Workers may have threads; what is remembered for speed is not made for them.
    with _ALONE:
        _hold_to(program)
        if key not in _known:
            _known.clear()
            _known[key] = plan_parcel.unpacked(parcel)
        place = _Shelf(share)
        place.sent.made += made_of(_known[key], batch, place)
        return place.sent


def learn(task: Task, common: bytes, jobs: Sequence[Any], program: str) -> dict[bytes, bytes]:
    """What a *task* learns of *jobs* and what is *common* to all, of whoever has *program*. Raises OtherProgramError."""
    with _ALONE:
        _hold_to(program)
        return {key: found for job in jobs for key, found in task(common, job).items()}


def _hold_to(program: str) -> None:
    if not _program:
        _program.append(plan_parcel.program())
    if _program[0] != program:
        raise OtherProgramError


class _Shelf:
    """Keeps what is made until it is sent, or leaves it in a folder of its own in the one that is shared."""

    def __init__(self, share: str) -> None:
        self.sent = Sent([])
        # Of its own: whoever was taken for lost may still write.
        self._folder = f"{share}/{uuid4().hex}" if share else ""
        if share:
            Path(self._folder).mkdir(parents=True)

    def put(self, path: str, content: bytes, digest: str, known: ManifestEntry | None) -> tree.Stamp:
        if known and known.digest == digest:
            return tree.Stamp(known.size, known.changed)
        if not self._folder:
            self.sent.contents[path] = content
            return tree.Stamp(len(content), 0)
        place = f"{self._folder}/{len(self.sent.shared)}"
        stamp = tree.write(place, content)
        self.sent.shared[path] = os.path.relpath(place, Path(self._folder).parent)
        return stamp
