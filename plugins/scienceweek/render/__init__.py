"""Making files: what has changed is drawn, what has not is kept, what is gone is removed.

Knows nothing of science weeks. A build goes into a fresh folder and takes the place of the site in one step at the
end: a build that fails, is killed, or runs twice at once leaves the old site whole.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scienceweek.render import lock, tree
from scienceweek.render.chapter import Chapter
from scienceweek.render.copies import copy
from scienceweek.render.draw import DrawError, Place, draw
from scienceweek.render.gate import Gate, Open, Refused, looked_at
from scienceweek.render.joined import join
from scienceweek.render.lock import Busy
from scienceweek.render.manifest import Manifest
from scienceweek.render.page import Page, environment
from scienceweek.render.prose import ProseError
from scienceweek.render.salt import salt
from scienceweek.render.slot import Slot
from scienceweek.render.sorting import Plan, Standing, named, sort_out
from scienceweek.render.target import Target

__all__ = [
    "Busy",
    "Chapter",
    "DrawError",
    "Gate",
    "Page",
    "Plan",
    "ProseError",
    "Refused",
    "Report",
    "Target",
    "build",
    "copy",
    "join",
    "named",
    "salt",
]


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: paths of the targets drawn, number of those kept, files that are no longer there."""

    made: tuple[str, ...]
    kept: int
    removed: tuple[str, ...]


def _silence(message: str) -> None:
    pass


def build(  # noqa: PLR0913 - what varies between one machine and another
    plan: Plan,
    output: Path,
    *,
    salt: bytes,
    gate: Gate | None = None,
    workers: int | None = None,
    gzip: bool = False,
    durable: bool = False,
    unseen: bool = False,
    timeout: float | None = None,
    log: Callable[[str], object] = _silence,
) -> Report:
    """Makes the folder *output* hold what *plan* names, and nothing else.

    *plan*: targets, and chapters of targets. *salt* stands for code, templates and libraries. *gate* looks at each
    file, at those that are kept too if it is not the gate that let them pass. *workers*: processes, one for each processor unless said
    otherwise. *gzip*: a packed twin beside each text file. *durable*: the new site is on the disk before it takes its
    place. *unseen*: nobody looks at *output* meanwhile, so its files may be replaced one by one; a build that fails or is
    killed then leaves it half-way, for the next to finish. *timeout*: seconds to wait for another build. Beside *output* a folder ``.<output>.build`` is kept.

    Raises ValueError if two targets want one path or *output* is no place for a site, DrawError if a target cannot
    be drawn, Refused if the *gate* has something against the site, Busy if another build does not end, OSError if the disk refuses; the old site then stays as it was.
    """
    slot = Slot.at(output)
    # This process may have drawn before, and the templates may have changed since.
    environment.cache_clear()
    slot.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with lock.held(slot.folder / "lock", timeout, log):
        if slot.tidy():
            log("清理了以前的生成留下的文件。")
        try:
            return _make(
                plan,
                slot,
                salt,
                workers or os.cpu_count() or 1,
                gate or Open(),
                gzip=gzip,
                durable=durable,
                unseen=unseen,
                log=log,
            )
        finally:
            slot.tidy()


def _make(  # noqa: PLR0913 - as `build`, whose second half it is
    plan: Plan,
    slot: Slot,
    salt: bytes,
    workers: int,
    gate: Gate,
    *,
    gzip: bool,
    durable: bool,
    unseen: bool,
    log: Callable[[str], object],
) -> Report:
    fresh, old = str(slot.fresh), str(slot.output)
    files, folders = slot.contents()
    before = Manifest.of(old, slot.folder)
    found = sort_out(plan, Standing(before, before.intact(old, files)), salt, gzip=gzip)
    needed = tree.folders_of(found.paths)
    report = Report(
        made=tuple(job.target.path for job in found.jobs),
        kept=found.untouched,
        removed=tuple(sorted(files.keys() - set(found.paths))),
    )
    known = () if gate.identity == before.gate else looked_at(old, found.kept, gate)
    if found.kept and not found.jobs and not report.removed and folders == needed:
        if known:
            raise Refused(known)
        if (now := Manifest(found.kept, found.chapters, gate.identity)) != before:
            now.save(old, slot.folder)
        return report

    log(f"要画 {len(found.jobs)} 个文件，{report.kept} 个没有变化。")
    in_place = unseen and slot.output.exists()
    drawn = [path for job in found.jobs for path in job.paths]
    tree.lay_out(fresh, tree.folders_of(drawn) if in_place else needed)
    try:
        made = draw(found.jobs, Place(fresh, old), workers, gate)
    except Refused as refusal:
        raise Refused((*known, *refusal.faults)) from None
    if known:
        raise Refused(known)
    manifest = Manifest(found.kept | made, found.chapters, gate.identity)
    if in_place:
        tree.remove_in(old, report.removed, folders - needed)
        tree.move_in(fresh, old, drawn, needed - folders)
        manifest.save(old, slot.folder)
    else:
        for path in found.kept:
            tree.link(f"{old}/{path}", f"{fresh}/{path}")
        manifest.save(fresh, slot.folder)
        if durable:
            os.sync()
        tree.put_in_place(fresh, old, str(slot.aside))
    if durable:
        os.sync()
    return report
