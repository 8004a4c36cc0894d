"""Drawing many targets, in several processes where there is enough to draw."""

import gc
import json
import os
import signal
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, NoReturn

from scienceweek.render import tree
from scienceweek.render.compression import gzipped
from scienceweek.render.gate import Gate, OpenGate, Refused
from scienceweek.render.manifest import ManifestEntry
from scienceweek.render.progress import Progress, Tell
from scienceweek.render.target import Target

ENOUGH = 20  # targets; for fewer, a second process costs more than it saves


class DrawError(RuntimeError):
    """The target at *path* could not be drawn. A note holds the traceback.

    *refusal* is the number of what the system refused (``errno``), if that was the reason.
    """

    def __init__(self, path: str, reason: str, *notes: str, refusal: int = 0) -> None:
        super().__init__(reason)
        self.path = path
        self.refusal = refusal
        for note in notes:
            self.add_note(note)


@dataclass(frozen=True, slots=True)
class Job:
    """A target to draw, the paths of what it makes, and those files of the old tree that lie there intact."""

    target: Target
    fingerprint: str
    paths: tuple[str, ...]
    intact: dict[str, ManifestEntry]


@dataclass(frozen=True, slots=True)
class DrawPlace:
    """Where files go: the tree *fresh*; the tree *old*, to link to what came out equal."""

    fresh: str
    old: str


def draw(
    jobs: Sequence[Job], place: DrawPlace, workers: int, gate: Gate | None = None, tell: Tell | None = None
) -> dict[str, ManifestEntry]:
    """Writes the files of *jobs* and gives their entries; meanwhile *tell* is told how many are done.

    Raises DrawError for the first job that fails, Refused with all that *gate* has against them.
    """
    gate = gate or OpenGate()
    # A fork copies the locks of other threads, but not the threads that would let go of them.
    if workers > 1 and len(jobs) > ENOUGH and hasattr(os, "fork") and threading.active_count() == 1:
        return _draw_in_processes(jobs, place, workers, gate, Progress(len(jobs), workers, tell))
    progress = Progress(len(jobs), tell=tell)
    faults: list[str] = []
    made: dict[str, ManifestEntry] = {}
    with progress.told():
        for job in jobs:
            made.update(_draw_one(job, place, gate, faults))
            progress.count()
    if faults:
        raise Refused(faults)
    return made


def _draw_one(
    job: Job, place: DrawPlace, gate: Gate, faults: list[str]
) -> Iterator[tuple[str, ManifestEntry]]:
    """Writes the files of *job*; what *gate* says of them joins the *faults*."""
    path = job.target.path
    try:
        content = job.target.draw(*job.target.data)
        if not isinstance(content, bytes):
            raise TypeError(f"a draw gives bytes, not {type(content).__name__}")
        faults += gate(path, content)
        for name in job.paths:
            yield name, _save(content if name == path else gzipped(content), name, job, place)
    except Exception as error:
        refusal = (error.errno or 0) if isinstance(error, OSError) else 0
        told = f"cannot draw {path}: {_reason(error)}"
        raise DrawError(path, told, traceback.format_exc(), refusal=refusal) from error


def _save(content: bytes, name: str, job: Job, place: DrawPlace) -> ManifestEntry:
    digest = tree.digest(content)
    known = job.intact.get(name)
    if known and known.digest == digest:
        # Equal bytes keep their time, so that browsers and rsync need not fetch them again.
        tree.link(f"{place.old}/{name}", f"{place.fresh}/{name}")
        return ManifestEntry(job.fingerprint, digest, known.size, known.changed)
    return ManifestEntry(job.fingerprint, digest, *tree.write(f"{place.fresh}/{name}", content))


def _reason(error: Exception) -> str:
    """What went wrong and, if it was in a template, in which line of it."""
    frames = traceback.extract_tb(error.__traceback__)
    # Jinja puts its templates into the traceback, but below them lie frames of its own.
    last = next((frame for frame in reversed(frames) if not frame.filename.endswith(".py")), frames[-1])
    return f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"


def _draw_in_processes(
    jobs: Sequence[Job], place: DrawPlace, workers: int, gate: Gate, progress: Progress
) -> dict[str, ManifestEntry]:
    """Each process draws every *workers*-th job and tells what it made, or what failed."""
    with ExitStack() as stack:
        # What is frozen is not looked at by the collector, so that its memory stays shared with the children.
        gc.freeze()
        stack.callback(gc.unfreeze)
        children: list[tuple[int, IO[bytes]]] = []
        stack.callback(_end, children)
        for number in range(workers):
            # Not a file: on a disk that is full it could not say so.
            reader, writer = os.pipe()
            told = stack.enter_context(open(reader, "rb"))  # noqa: PTH123 - a descriptor is no path
            child = os.fork()
            if child == 0:
                # Or it could wait for ever to be read by nobody but itself.
                told.close()
                _work(jobs[number::workers], place, gate, writer, (progress, number))
            os.close(writer)
            children.append((child, told))
        with progress.told():
            notes = [_await(children) for _ in range(workers)]
        return _merged(notes, jobs)


def _work(
    jobs: Sequence[Job], place: DrawPlace, gate: Gate, writer: int, counter: tuple[Progress, int]
) -> NoReturn:
    """The life of a child. It must not return into the parent's code, whatever happens."""
    status, (progress, slot) = 1, counter
    try:
        try:
            faults: list[str] = []
            made = []
            for job in jobs:
                made += [(path, *entry) for path, entry in _draw_one(job, place, gate, faults)]
                progress.count(slot)
            note: dict[str, Any] = {"made": made, "faults": faults}
        except DrawError as error:
            note = {"failed": [error.path, str(error), *error.__notes__], "refusal": error.refusal}
        with open(writer, "wb") as parent:
            parent.write(json.dumps(note).encode())
        status = 0
    finally:
        os._exit(status)


def _await(children: list[tuple[int, IO[bytes]]]) -> dict[str, Any]:
    """The note of the first child, which is then no longer among *children*."""
    child, told = children[0]
    note = told.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    del children[0]
    if status:
        raise DrawError("", f"a drawing process ended with status {status}")
    found: dict[str, Any] = json.loads(note)
    return found


def _end(children: list[tuple[int, IO[bytes]]]) -> None:
    for child, _ in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _merged(notes: list[dict[str, Any]], jobs: Sequence[Job]) -> dict[str, ManifestEntry]:
    failed = {note["failed"][0]: note for note in notes if "failed" in note}
    for job in jobs:
        if job.target.path in failed:
            note = failed[job.target.path]
            raise DrawError(*note["failed"], refusal=note["refusal"])
    if faults := [fault for note in notes for fault in note["faults"]]:
        raise Refused(faults)
    return {path: ManifestEntry(*entry) for note in notes for path, *entry in note["made"]}
