"""Making the files of a plan, part by part, wherever that is: in this process, in others, on other machines.

What goes in is the number of a part, what comes out its files: ``(path, bytes, digest)`` each. Targets and what they show
live no longer than it takes to draw them.
"""

import os
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from scienceweek.recorder import ReadLog, Reads
from scienceweek.render import compression, tree
from scienceweek.render.chapter import Chapter, Identities
from scienceweek.render.gate import Gate
from scienceweek.render.manifest import ManifestEntry, Named
from scienceweek.render.target import Target

Part = Target | Chapter


def kind_of(part: Part) -> object:
    """What makes a *part*, its targets or its bytes."""
    return part.draw if isinstance(part, Target) else part.targets


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
class DrawFailure:
    """Why the target at *path* could not be drawn: what a `DrawError` says, as it can be sent."""

    path: str
    reason: str
    trace: str
    refusal: int

    @classmethod
    def of(cls, path: str, error: Exception) -> "DrawFailure":
        refusal = (error.errno or 0) if isinstance(error, OSError) else 0
        return cls(path, f"cannot draw {path}: {_reason(error)}", traceback.format_exc(), refusal)

    @property
    def error(self) -> DrawError:
        return DrawError(self.path, self.reason, self.trace, refusal=self.refusal)


@dataclass(slots=True)
class Made:
    """What became of the part with a *number*: the *names* of its targets, in order, what of the facts it read, the chapters *within* it.

    *drawn* are the entries of the files that were drawn, by path, *jobs* their targets; *kept* those of files that are
    still what they were. *faults* is what the gate has against them. *failed* says that it was given up.
    """

    number: int
    names: list[str] = field(default_factory=list)
    reads: Reads = field(default_factory=dict)
    within: dict[str, Named] = field(default_factory=dict)
    jobs: list[str] = field(default_factory=list)
    drawn: dict[str, ManifestEntry] = field(default_factory=dict)
    kept: dict[str, ManifestEntry] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    failed: DrawFailure | None = None


class Place(Protocol):
    """Where files go."""

    def put(self, path: str, content: bytes, digest: str, known: ManifestEntry | None) -> tree.Stamp:
        """Puts *content* at *path*, where the site before has the *known* one; gives what a look at the file tells."""
        ...


class Maker(Protocol):
    """Makes something of the parts of a plan, each of which it knows by its number."""

    def make(self, number: int, place: Place) -> Made: ...

    def kind(self, number: int) -> object:
        """The same for parts that are made alike."""
        ...


class Nowhere:
    """The place of what nobody makes files of."""

    def put(self, path: str, content: bytes, digest: str, known: ManifestEntry | None) -> tree.Stamp:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Naming:
    """Names the targets of the *parts* of a plan, and draws none. *before* are chapters as they were named, by title."""

    parts: Sequence[Part]
    before: Mapping[str, Named]
    identities: Identities

    def kind(self, number: int) -> object:
        return kind_of(self.parts[number])

    def make(self, number: int, _place: Place) -> Made:
        """The names of the part with that *number*, and what it read."""
        made, part, log = Made(number), self.parts[number], ReadLog()
        if isinstance(part, Target):
            made.names.append(part.path)
            return made
        known = self.before[part.title].within if part.title in self.before else {}
        try:
            for one in part.opened(log.note):
                if isinstance(one, Target):
                    made.names.append(one.path)
                else:
                    named = self._named(one, known.get(one.title))
                    made.names += named.paths
                    made.within[one.title] = named
                    log.note_all(named.reads)
        except Exception as error:  # noqa: BLE001 - told by whoever asked
            made.failed = DrawFailure.of(part.title, error)
        made.reads = log.reads
        return made

    def _named(self, chapter: Chapter, before: Named | None) -> Named:
        if before and before.fingerprint == self.identities.of_one_within(chapter, before.reads):
            return before
        log = ReadLog()
        paths = tuple(target.path for target in chapter.named(log.note))
        return Named(self.identities.of_one_within(chapter, log.reads), paths, log.reads)


@dataclass(frozen=True, slots=True)
class DrawPlace:
    """Files go into the tree *fresh*; what came out equal is linked to the tree *old*."""

    fresh: str
    old: str

    def put(self, path: str, content: bytes, digest: str, known: ManifestEntry | None) -> tree.Stamp:
        try:
            return self._put(path, content, digest, known)
        except FileNotFoundError:
            tree.lay_out(self.fresh, tree.folders_of((path,)))
        except FileExistsError:
            # Of another target, which is told when all paths are known. Not over it: it may be a file of the old tree too.
            os.unlink(f"{self.fresh}/{path}")  # noqa: PTH108 - as in `tree`
        return self._put(path, content, digest, known)

    def _put(self, path: str, content: bytes, digest: str, known: ManifestEntry | None) -> tree.Stamp:
        if known and known.digest == digest:
            # Equal bytes keep their time, so that browsers and rsync need not fetch them again.
            tree.link(f"{self.old}/{path}", f"{self.fresh}/{path}")
            return tree.Stamp(known.size, known.changed)
        return tree.write(f"{self.fresh}/{path}", content)


@dataclass(frozen=True, slots=True)
class Workshop:
    """Makes the *parts* of a plan, each by its number; whoever has an equal one makes the same.

    *salt* stands for what a call does not show. *gate* looks at each file. *gzip*: a packed twin beside each text file.
    *intact* are the entries of those files of the site before that still hold what was written, *before* its chapters by title.
    """

    parts: Sequence[Part]
    salt: bytes
    gate: Gate
    gzip: bool
    intact: Mapping[str, ManifestEntry]
    before: Mapping[str, Named]
    identities: Identities

    def kind(self, number: int) -> object:
        return kind_of(self.parts[number])

    def make(self, number: int, place: Place) -> Made:
        """Draws what is stale of the part with that *number*, and puts it into *place*."""
        made, part = Made(number), self.parts[number]
        if isinstance(part, Target):
            self._make_all((part,), place, made)
            return made
        known = self.before[part.title].within if part.title in self.before else {}
        log = ReadLog()
        try:
            for one in part.opened(log.note):
                is_made = (
                    self._make_all((one,), place, made)
                    if isinstance(one, Target)
                    else self._make_within(one, known.get(one.title), log, place, made)
                )
                if not is_made:
                    return made
        except Exception as error:  # noqa: BLE001 - told by whoever asked
            made.failed = DrawFailure.of(part.title, error)
        made.reads = log.reads
        return made

    def _make_within(
        self, chapter: Chapter, before: Named | None, outer: ReadLog, place: Place, made: Made
    ) -> bool:
        """Whether all went well with a *chapter* within another, whose reads are noted in *outer*."""
        if before and before.fingerprint == self.identities.of_one_within(chapter, before.reads):
            lying = all_intact(before.paths, self.intact, gzip=self.gzip)
            if lying is not None:
                made.names += before.paths
                made.kept |= lying
                made.within[chapter.title] = before
                outer.note_all(before.reads)
                return True
        first, log = len(made.names), ReadLog()
        for target in chapter.named(log.note):
            if not self._make_all((target,), place, made):
                return False
        identity = self.identities.of_one_within(chapter, log.reads)
        made.within[chapter.title] = Named(identity, tuple(made.names[first:]), log.reads)
        return True

    def make_all(self, targets: Iterable[Target], place: Place) -> Made:
        """Likewise of *targets* that are no part of the plan."""
        made = Made(-1)
        self._make_all(targets, place, made)
        return made

    def _make_all(self, targets: Iterable[Target], place: Place, made: Made) -> bool:
        """Whether all went well."""
        for target in targets:
            try:
                self._take(target, place, made)
            except Exception as error:  # noqa: BLE001 - likewise
                made.failed = DrawFailure.of(target.path, error)
                return False
        return True

    def _take(self, target: Target, place: Place, made: Made) -> None:
        path, fingerprint = target.path, target.fingerprint(self.salt)
        made.names.append(path)
        files = files_of(path, gzip=self.gzip)
        if lying := kept(files, self.intact, fingerprint):
            made.kept |= lying
            return
        content = target.draw(*target.data)
        if not isinstance(content, bytes):
            raise TypeError(f"a draw gives bytes, not {type(content).__name__}")
        made.faults += self.gate(path, content)
        for name in files:
            packed = content if name == path else compression.gzipped(content)
            digest = tree.digest(packed)
            stamp = place.put(name, packed, digest, self.intact.get(name))
            made.drawn[name] = ManifestEntry(fingerprint, digest, *stamp)
        made.jobs.append(path)


def kept(
    files: Sequence[str], intact: Mapping[str, ManifestEntry], fingerprint: str
) -> dict[str, ManifestEntry]:
    """The entries of *files*, if all are *intact* as the call with this *fingerprint* has made them; else none."""
    lying = {file: intact[file] for file in files if file in intact}
    whole = len(lying) == len(files) and all(entry.fingerprint == fingerprint for entry in lying.values())
    return lying if whole else {}


def all_intact(
    paths: Iterable[str], intact: Mapping[str, ManifestEntry], *, gzip: bool
) -> dict[str, ManifestEntry] | None:
    """The entries of the files that the targets at *paths* make, if all of them are *intact*."""
    files = [file for path in paths for file in files_of(path, gzip=gzip)]
    return {file: intact[file] for file in files} if all(file in intact for file in files) else None


def files_of(path: str, *, gzip: bool) -> tuple[str, ...]:
    """The files that the target at *path* makes."""
    return (path, f"{path}.gz") if gzip and compression.is_text(path) else (path,)


def _reason(error: Exception) -> str:
    """What went wrong and, if it was in a template, in which line of it."""
    frames = traceback.extract_tb(error.__traceback__)
    # Jinja puts its templates into the traceback, but below them lie frames of its own.
    last = next((frame for frame in reversed(frames) if not frame.filename.endswith(".py")), frames[-1])
    return f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"
