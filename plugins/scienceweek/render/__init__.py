"""Making files: what has changed is drawn, what has not is kept, what is gone is removed.

Knows nothing of science weeks. A build goes into a fresh folder and takes the place of the site in one step at the
end: a build that fails, is killed, or runs twice at once leaves the old site whole.
"""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scienceweek.render import lock, tree
from scienceweek.render.chapter import Chapter, Contents
from scienceweek.render.copies import copy
from scienceweek.render.draw import DrawError, DrawPlace, Job, draw
from scienceweek.render.gate import Gate, OpenGate, Refused, looked_at
from scienceweek.render.joined import join
from scienceweek.render.lock import Busy
from scienceweek.render.manifest import Manifest, ManifestEntry
from scienceweek.render.page import Page, environment
from scienceweek.render.progress import Tell
from scienceweek.render.prose import ProseError
from scienceweek.render.salt import salt
from scienceweek.render.slot import Slot, SlotError, is_missed
from scienceweek.render.sorting import Plan, Standing, named, sort_out
from scienceweek.render.target import Target

__all__ = [
    "Busy",
    "Chapter",
    "Contents",
    "DrawError",
    "Gate",
    "Page",
    "Plan",
    "ProseError",
    "Refused",
    "Report",
    "SlotError",
    "Target",
    "build",
    "copy",
    "join",
    "named",
    "salt",
]


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: paths of the targets drawn, number of those kept, files that are no longer there.

    *foreign* are files in the place of the site that no build had made, now in the folder *others* beside it.
    """

    made: tuple[str, ...]
    kept: int
    removed: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    others: Path | None = None


def _silence(message: str) -> None:
    pass


def _none(output: Path) -> bool:
    return False


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
    tell: Tell | None = None,
    own: Callable[[Path], bool] = _none,
) -> Report:
    """Makes the folder *output* hold what *plan* names, and nothing else.

    *plan*: targets, chapters of targets, and what tells of all the others. *salt* stands for code, templates and
    libraries. *gate* looks at each file, at those that are kept too if it is not the gate that let them pass. *workers*: processes, one for each processor unless said
    otherwise. *gzip*: a packed twin beside each text file. *durable*: the new site is on the disk before it takes its
    place. *unseen*: nobody looks at *output* meanwhile, so its files may be replaced one by one; a build that fails or is
    killed then leaves it half-way, for the next to finish. *timeout*: seconds to wait for another build. *tell* is told how many
    targets are drawn, of how many, while that takes its time. *own* says of
    a folder that no manifest is known of whether it is a site of ours nevertheless: any other is left alone. Files that
    no build has made go to a folder beside it, ``<output>.others-1``. Beside *output* a folder ``.<output>.build`` is kept.

    Raises ValueError if two targets want one path, SlotError if *output* is no place for a site, DrawError if a target
    cannot be drawn, Refused if the *gate* has something against the site, Busy if another build does not end, OSError if
    the disk refuses; the old site then stays as it was.
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
                gate or OpenGate(),
                gzip=gzip,
                durable=durable,
                unseen=unseen,
                log=log,
                tell=tell,
                own=own,
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
    tell: Tell | None,
    own: Callable[[Path], bool],
) -> Report:
    fresh, old = str(slot.fresh), str(slot.output)
    files, folders = slot.contents()
    slot.admit(files, own)
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

    in_place = unseen and slot.output.exists()
    # What a build in place has left half-way is in its place already.
    foreign = _foreign(files, before, found.paths, found.paths if in_place else ())
    log(f"要画 {len(found.jobs)} 个文件，{report.kept} 个没有变化。")
    drawn = [path for job in found.jobs for path in job.paths]
    tree.lay_out(fresh, tree.folders_of(drawn) if in_place else needed)
    made = _passed(known, found.jobs, DrawPlace(fresh, old), workers, gate, tell=tell)
    manifest = Manifest(found.kept | made, found.chapters, gate.identity)
    if foreign:
        report = replace(report, foreign=foreign, others=slot.rescue(foreign))
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


def _passed(  # noqa: PLR0913 - as `build`
    known: Sequence[str],
    jobs: Sequence[Job],
    place: DrawPlace,
    workers: int,
    gate: Gate,
    *,
    tell: Tell | None,
) -> dict[str, ManifestEntry]:
    """What was drawn, if the *gate* let all of it pass, and had nothing against what is kept."""
    try:
        made = draw(jobs, place, workers, gate, tell)
    except Refused as refusal:
        raise Refused((*known, *refusal.faults)) from None
    if known:
        raise Refused(known)
    return made


def _foreign(
    files: Mapping[str, object], before: Manifest, paths: Collection[str], half_way: Collection[str]
) -> tuple[str, ...]:
    """Those of *files* that no build has made; where nothing tells of builds, those that this one does not make at *paths*."""
    known = {*(before.files or paths), *half_way}
    return tuple(sorted(path for path in files if path not in known and is_missed(path)))
