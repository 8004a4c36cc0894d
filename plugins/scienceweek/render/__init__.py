"""Making files: what has changed is drawn, what has not is kept, what is gone is removed.

Knows nothing of science weeks. A build goes into a fresh folder and takes the place of the site in one step at the
end: a build that fails, is killed, or runs twice at once leaves the old site whole.
"""

import os
import sys
from collections.abc import Callable, Collection, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

from scienceweek.render import lock, tree
from scienceweek.render.chapter import Chapter, Contents, Identities
from scienceweek.render.copies import copy
from scienceweek.render.draw import ENOUGH, Crew, crew_of
from scienceweek.render.gate import Gate, OpenGate, Refused, looked_at
from scienceweek.render.joined import join, paper_of, screen_of
from scienceweek.render.lock import Busy
from scienceweek.render.manifest import Manifest, Named
from scienceweek.render.outcome import BuildOutcome, Judge, MadeSite
from scienceweek.render.page import Page, fresh_templates
from scienceweek.render.progress import Progress, Tell
from scienceweek.render.prose import ProseError
from scienceweek.render.salt import salt
from scienceweek.render.slot import Slot, SlotError, is_missed
from scienceweek.render.sorting import Plan, Standing, named, sort_out
from scienceweek.render.spare import Spare, is_worth_it, keep, renew
from scienceweek.render.target import Target, check
from scienceweek.render.tree import Stamp
from scienceweek.render.workshop import DrawError, DrawPlace, Workshop

__all__ = [
    "Busy",
    "Chapter",
    "Contents",
    "DrawError",
    "Gate",
    "Judge",
    "MadeSite",
    "Named",
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
    "paper_of",
    "salt",
    "screen_of",
]

_EDIT = 10  # files that an edit leaves as they were, to one that it changes, at least


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: paths of the targets drawn, number of those kept, files that are no longer there.

    *foreign* are files in the place of the site that no build had made, now in the folder *others* beside it. *looked* is what a look
    at each file of the site told before it took its place, by path; nothing, if there was no need of one.
    """

    made: tuple[str, ...]
    kept: int
    removed: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    others: Path | None = None
    looked: Mapping[str, Stamp] = field(default_factory=dict, compare=False, repr=False)


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
    judge: Judge | None = None,
    workers: int | None = None,
    crew: Crew | None = None,
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
    libraries. *gate* looks at each file, at those that are kept too if it is not the gate that let them pass; *judge* at the
    whole site. *workers*: processes, one for each processor unless said
    otherwise; or a *crew* of one's own, instead of them. *gzip*: a packed twin beside each text file. *durable*: the new site is on the disk before it takes its
    place. *unseen*: nobody looks at *output* meanwhile, so its files may be replaced one by one; a build that fails or is
    killed then leaves it half-way, for the next to finish. *timeout*: seconds to wait for another build. *tell* is told how many
    targets are drawn, of how many, while that takes its time. *own* says of
    a folder that no manifest is known of whether it is a site of ours nevertheless: any other is left alone. Files that
    no build has made go to a folder beside it, ``<output>.others-1``. Beside *output* a folder ``.<output>.build`` is kept.

    Raises ValueError if two targets want one path, SlotError if *output* is no place for a site, DrawError if a target
    cannot be drawn, Refused if the *gate* has something against the site, what the *judge* raises, Busy if another build does not end, OSError if
    the disk refuses; the old site then stays as it was.
    """
    slot = Slot.at(output)
    fresh_templates(salt)
    slot.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with lock.held(slot.folder / "lock", timeout, log):
        if slot.tidy():
            log("清理了以前的生成留下的文件。")
        try:
            return _make(
                plan,
                slot,
                salt,
                partial(_crew, crew, workers or os.cpu_count() or 1),
                gate or OpenGate(),
                judge=judge,
                gzip=gzip,
                durable=durable,
                unseen=unseen,
                tell=tell,
                own=own,
            )
        finally:
            slot.tidy()


def _make(  # noqa: PLR0913 - as `build`, whose second half it is
    plan: Plan,
    slot: Slot,
    salt: bytes,
    crew: Callable[[Mapping[int, int], int], Crew],
    gate: Gate,
    *,
    judge: Judge | None,
    gzip: bool,
    durable: bool,
    unseen: bool,
    tell: Tell | None,
    own: Callable[[Path], bool],
) -> Report:
    fresh, old = str(slot.fresh), str(slot.output)
    files, folders = slot.contents()
    slot.admit(files, own)
    before = Manifest.of(old, slot.folder)
    standing, identities = Standing(before, before.intact(old, files)), Identities(salt)
    found = sort_out(plan, standing, identities, salt, gzip=gzip)
    workshop = Workshop(found.parts, salt, gate, gzip, standing.intact, before.chapters, identities)
    sizes = found.sizes(before)
    place, progress = DrawPlace(fresh, old), Progress(sum(sizes.values()), tell)
    # After an edit most of what a chapter names is what it was: little is drawn. Whoever builds in place does so again and again, and
    # has at hand what pages share: a child would forget what it has found.
    is_edit = len(found.settled) > len(found.waiting)
    enough = ENOUGH * (_EDIT if is_edit else 1) if not (is_edit and unseen) else sys.maxsize
    # Whatever comes, nobody goes on drawing.
    with closing(crew(sizes, enough)(workshop, sizes, place, progress)) as made:
        came = BuildOutcome.of(found, made, workshop, place, identities)
    if judge:
        judge(MadeSite(tuple(came.names), came.plain, lambda name: _content(name, came, fresh, old)))
    check(came.paths)

    needed = tree.folders_of(came.paths)
    report = Report(
        made=tuple(came.jobs),
        kept=came.untouched,
        removed=tuple(sorted(files.keys() - set(came.paths))),
    )
    known = () if gate.identity == before.gate else looked_at(old, came.kept, gate)
    if faults := (*known, *came.faults):
        raise Refused(faults)
    manifest = Manifest(came.kept | came.drawn, came.chapters, gate.identity)
    if came.kept and not came.jobs and not report.removed and folders == needed:
        manifest = replace(manifest, spare=before.spare)
        if manifest != before:
            manifest.save(old, slot.folder)
        return report

    in_place = unseen and slot.output.exists()
    # What a build in place has left half-way is in its place already.
    foreign = _foreign(files, before, came.paths, came.paths if in_place else ())
    tree.lay_out(fresh, ())
    if foreign:
        report = replace(report, foreign=foreign, others=slot.rescue(foreign))
    if in_place:
        tree.remove_in(old, report.removed, folders - needed)
        tree.move_in(fresh, old, came.drawn, needed - folders)
        manifest.save(old, slot.folder)
        tree.remove(slot.spare)
    else:
        looked = _put_in_place(
            slot,
            manifest,
            came,
            spare=before.spare,
            removed=report.removed,
            folders=needed,
            durable=durable,
        )
        report = replace(report, looked=looked)
    if durable:
        os.sync()
    return report


def _put_in_place(  # noqa: PLR0913 - what there is, and what is to be
    slot: Slot,
    manifest: Manifest,
    came: BuildOutcome,
    *,
    spare: Spare | None,
    removed: Collection[str],
    folders: frozenset[str],
    durable: bool,
) -> Mapping[str, Stamp]:
    """Puts the site that *manifest* tells of, with its *folders*, in the place of that at the *slot*, which becomes the *spare* of the next.

    What a look at it told, if there was one.
    """
    fresh, old = str(slot.fresh), str(slot.output)
    others = (*came.drawn, *removed)

    def source(path: str) -> str:
        return f"{fresh if path in came.drawn else old}/{path}"

    made, looked = "", dict[str, Stamp]()
    if spare and is_worth_it((*others, *spare.others), came.kept) and spare.is_at(slot.spare):
        stamps = {path: Stamp(entry.size, entry.changed) for path, entry in manifest.files.items()}
        # A build that is killed leaves no spare that is neither the one nor the other.
        if tree.moved(slot.spare, slot.renewed) and renew(
            str(slot.renewed), {*spare.others, *others}, stamps, folders, source
        ):
            made, looked = str(slot.renewed), stamps
    if not made:
        made = fresh
        tree.lay_out(made, folders)
        for path in came.kept:
            tree.link(source(path), f"{made}/{path}")
    shares = is_worth_it(others, came.kept) and any(
        tree.is_shared(f"{made}/{path}") for path in islice(came.kept, 1)
    )
    if shares:
        manifest = replace(manifest, spare=Spare(tree.identity(old), others))
    manifest.save(made, slot.folder)
    if durable:
        os.sync()
    tree.put_in_place(made, old, str(slot.aside))
    tree.remove(slot.spare)
    if shares:
        keep(slot.aside if slot.aside.exists() else Path(made), slot.spare, others)
    return looked


def _crew(given: Crew | None, workers: int, sizes: Mapping[int, int], enough: int) -> Crew:
    """Whoever makes parts of those *sizes*; nobody is called for a trifle."""
    return given if given and sum(sizes.values()) > enough else crew_of(workers, sizes, enough)


def _content(name: str, came: BuildOutcome, fresh: str, old: str) -> bytes:
    return Path(fresh if name in came.drawn else old, name).read_bytes()


def _foreign(
    files: Mapping[str, object], before: Manifest, paths: Collection[str], half_way: Collection[str]
) -> tuple[str, ...]:
    """Those of *files* that no build has made; where nothing tells of builds, those that this one does not make at *paths*."""
    known = {*(before.files or paths), *half_way}
    return tuple(sorted(path for path in files if path not in known and is_missed(path)))
