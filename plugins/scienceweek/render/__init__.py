"""Making files: what has changed is drawn, what has not is kept, what is gone is removed.

Knows nothing of science weeks. A build goes into a fresh folder and takes the place of the site in one step at the
end: a build that fails, is killed, or runs twice at once leaves the old site whole.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scienceweek.render import compression, lock, tree
from scienceweek.render.copies import copy
from scienceweek.render.draw import DrawError, Job, Place, draw
from scienceweek.render.joined import join
from scienceweek.render.lock import Busy
from scienceweek.render.manifest import Entry, Manifest
from scienceweek.render.page import Page, environment
from scienceweek.render.prose import ProseError
from scienceweek.render.salt import salt
from scienceweek.render.slot import Slot
from scienceweek.render.target import Target, check, distinct

__all__ = [
    "Busy",
    "DrawError",
    "Page",
    "ProseError",
    "Report",
    "Target",
    "build",
    "copy",
    "distinct",
    "join",
    "salt",
]


Plan = Sequence[tuple[Target, tuple[str, ...]]]  # each target with the paths of the files that it makes


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: paths of the targets drawn, number of those kept, files that are no longer there."""

    made: tuple[str, ...]
    kept: int
    removed: tuple[str, ...]


def _silence(message: str) -> None:
    pass


def build(  # noqa: PLR0913 - what varies between one machine and another
    targets: Iterable[Target],
    output: Path,
    *,
    salt: bytes,
    workers: int | None = None,
    gzip: bool = False,
    durable: bool = False,
    timeout: float | None = None,
    log: Callable[[str], object] = _silence,
) -> Report:
    """Makes the folder *output* hold *targets* and nothing else.

    *salt* stands for code, templates and libraries. *workers*: processes, one for each processor unless said
    otherwise. *gzip*: a packed twin beside each text file. *durable*: the new site is on the disk before it takes its
    place. *timeout*: seconds to wait for another build. Beside *output* a folder ``.<output>.build`` is kept.

    Raises ValueError if two targets want one path or *output* is no place for a site, DrawError if a target cannot
    be drawn, Busy if another build does not end, OSError if the disk refuses; the old site then stays as it was.
    """
    planned = tuple((target, _paths(target, gzip=gzip)) for target in targets)
    check(path for _, paths in planned for path in paths)
    slot = Slot.at(output)
    # This process may have drawn before, and the templates may have changed since.
    environment.cache_clear()
    slot.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with lock.held(slot.folder / "lock", timeout, log):
        if slot.tidy():
            log("清理了以前的生成留下的文件。")
        try:
            return _make(planned, slot, salt, workers or os.cpu_count() or 1, durable=durable, log=log)
        finally:
            slot.tidy()


def _paths(target: Target, *, gzip: bool) -> tuple[str, ...]:
    """The files that *target* makes."""
    path = target.path
    return (path, f"{path}.gz") if gzip and compression.is_text(path) else (path,)


def _make(  # noqa: PLR0913 - as `build`, whose second half it is
    planned: Plan, slot: Slot, salt: bytes, workers: int, *, durable: bool, log: Callable[[str], object]
) -> Report:
    fresh, old = str(slot.fresh), str(slot.output)
    files, folders = slot.contents()
    manifest = Manifest.of(old, slot.folder)
    jobs, kept = _sort_out(planned, manifest.intact(old, files), salt)
    wanted = [path for _, paths in planned for path in paths]
    needed = tree.folders_of(wanted)
    report = Report(
        made=tuple(job.target.path for job in jobs),
        kept=len(planned) - len(jobs),
        removed=tuple(sorted(files.keys() - set(wanted))),
    )
    if kept and not jobs and not report.removed and folders == needed:
        if kept != manifest.files:
            Manifest(kept).save(old, slot.folder)
        return report

    log(f"要画 {len(jobs)} 个文件，{report.kept} 个没有变化。")
    tree.lay_out(fresh, needed)
    made = draw(jobs, Place(fresh, old, slot.folder), workers)
    for path in kept:
        tree.link(f"{old}/{path}", f"{fresh}/{path}")
    Manifest(kept | made).save(fresh, slot.folder)
    if durable:
        os.sync()
    tree.put_in_place(fresh, old, str(slot.aside))
    if durable:
        os.sync()
    return report


def _sort_out(planned: Plan, intact: dict[str, Entry], salt: bytes) -> tuple[list[Job], dict[str, Entry]]:
    """What must be drawn, and the files that can be kept."""
    jobs: list[Job] = []
    kept: dict[str, Entry] = {}
    for target, paths in planned:
        fingerprint = target.fingerprint(salt)
        found = {path: intact[path] for path in paths if path in intact}
        if len(found) == len(paths) and all(entry.fingerprint == fingerprint for entry in found.values()):
            kept |= found
        else:
            jobs.append(Job(target, fingerprint, paths, found))
    return jobs, kept
