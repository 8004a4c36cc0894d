"""What a plan asks for, held against what lies there: what must be drawn, and what can be kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from scienceweek.render import compression
from scienceweek.render.chapter import Chapter, Identities
from scienceweek.render.draw import Job
from scienceweek.render.manifest import Entry, Manifest, Named
from scienceweek.render.target import Target, check

Plan = Iterable[Target | Chapter]


@dataclass(frozen=True, slots=True)
class Standing:
    """What lies there: the manifest that tells of it, and those of its files that still hold what was written."""

    manifest: Manifest
    intact: Mapping[str, Entry]


@dataclass(slots=True)
class Sorted:
    """*jobs* to do; the files that are *kept*, of so many targets; the *chapters*; *paths* of all files, in order."""

    jobs: list[Job] = field(default_factory=list)
    kept: dict[str, Entry] = field(default_factory=dict)
    untouched: int = 0
    chapters: dict[str, Named] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)


def sort_out(plan: Plan, standing: Standing, salt: bytes, *, gzip: bool) -> Sorted:
    """Everything in *plan*, in order.

    Raises ValueError if two files cannot lie in one tree, or two chapters have one title.
    """
    found, identities = Sorted(), Identities(salt)
    for part in plan:
        if isinstance(part, Target):
            targets: Iterable[Target] = (part,)
        elif part.title in found.chapters:
            raise ValueError(f"two chapters are called {part.title}")
        else:
            targets = _open(part, identities.of(part), found, standing, gzip=gzip)
        for target in targets:
            files = files_of(target.path, gzip=gzip)
            found.paths += files
            _take(target, target.fingerprint(salt), files, found, standing.intact)
    check(found.paths)
    return found


def named(plan: Plan) -> Iterator[Target]:
    """All targets of *plan*, those of its chapters included."""
    for part in plan:
        if isinstance(part, Target):
            yield part
        else:
            yield from part.targets(*part.data)


def files_of(path: str, *, gzip: bool) -> tuple[str, ...]:
    """The files that the target at *path* makes."""
    return (path, f"{path}.gz") if gzip and compression.is_text(path) else (path,)


def _open(
    chapter: Chapter, fingerprint: str, found: Sorted, standing: Standing, *, gzip: bool
) -> Iterable[Target]:
    """The targets of *chapter*; none if it is what it was, and what they made is there and kept."""
    before = standing.manifest.chapters.get(chapter.title)
    if before and before.fingerprint == fingerprint:
        files = [file for path in before.paths for file in files_of(path, gzip=gzip)]
        if all(file in standing.intact for file in files):
            found.chapters[chapter.title] = before
            found.kept |= {file: standing.intact[file] for file in files}
            found.untouched += len(before.paths)
            found.paths += files
            return ()
    targets = tuple(chapter.targets(*chapter.data))
    found.chapters[chapter.title] = Named(fingerprint, tuple(target.path for target in targets))
    return targets


def _take(
    target: Target, fingerprint: str, files: tuple[str, ...], found: Sorted, intact: Mapping[str, Entry]
) -> None:
    lying = {file: intact[file] for file in files if file in intact}
    if len(lying) == len(files) and all(entry.fingerprint == fingerprint for entry in lying.values()):
        found.kept |= lying
        found.untouched += 1
    else:
        found.jobs.append(Job(target, fingerprint, files, lying))
