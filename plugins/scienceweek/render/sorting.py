"""What a plan asks for, held against what lies there: what must be drawn, and what can be kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from scienceweek.render import compression
from scienceweek.render.chapter import Chapter, Contents, Identities
from scienceweek.render.draw import Job
from scienceweek.render.manifest import Manifest, ManifestEntry, Named
from scienceweek.render.target import Target, check

Plan = Iterable[Target | Chapter | Contents]


@dataclass(frozen=True, slots=True)
class Standing:
    """What lies there: the manifest that tells of it, and those of its files that still hold what was written."""

    manifest: Manifest
    intact: Mapping[str, ManifestEntry]


@dataclass(slots=True)
class Sorted:
    """*jobs* to do; the files that are *kept*, of so many targets; the *chapters*; *paths* of all files, in order.

    *names* are the paths of all targets: those of the files, less the packed twins.
    """

    jobs: list[Job] = field(default_factory=list)
    kept: dict[str, ManifestEntry] = field(default_factory=dict)
    untouched: int = 0
    chapters: dict[str, Named] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def sort_out(plan: Plan, standing: Standing, salt: bytes, *, gzip: bool) -> Sorted:
    """Everything in *plan*, in order.

    Raises ValueError if two files cannot lie in one tree, or two chapters have one title.
    """
    found, identities = Sorted(), Identities(salt)
    contents: list[Contents] = []
    for part in plan:
        if isinstance(part, Contents):
            contents.append(part)
            continue
        if isinstance(part, Target):
            targets: Iterable[Target] = (part,)
        elif part.title in found.chapters:
            raise ValueError(f"two chapters are called {part.title}")
        else:
            targets = _open(part, identities, found, standing, gzip=gzip)
        for target in targets:
            _take(target, found, standing, salt, gzip=gzip)
    names = tuple(found.names)
    for part in contents:
        for target in part.targets(names, *part.data):
            _take(target, found, standing, salt, gzip=gzip)
    check(found.paths)
    return found


def named(plan: Plan) -> Iterator[Target]:
    """All targets of *plan*, those of its chapters included."""
    contents: list[Contents] = []
    names: list[str] = []
    for part in plan:
        if isinstance(part, Contents):
            contents.append(part)
            continue
        for target in (part,) if isinstance(part, Target) else part.planned()[0]:
            names.append(target.path)
            yield target
    for part in contents:
        yield from part.targets(tuple(names), *part.data)


def files_of(path: str, *, gzip: bool) -> tuple[str, ...]:
    """The files that the target at *path* makes."""
    return (path, f"{path}.gz") if gzip and compression.is_text(path) else (path,)


def _open(
    chapter: Chapter, identities: Identities, found: Sorted, standing: Standing, *, gzip: bool
) -> Iterable[Target]:
    """The targets of *chapter*; none if it is what it was, and what they made is there and kept."""
    before = standing.manifest.chapters.get(chapter.title)
    if before and before.fingerprint == identities.of(chapter, before.reads):
        files = [file for path in before.paths for file in files_of(path, gzip=gzip)]
        if all(file in standing.intact for file in files):
            found.chapters[chapter.title] = before
            found.kept |= {file: standing.intact[file] for file in files}
            found.untouched += len(before.paths)
            found.paths += files
            found.names += before.paths
            return ()
    targets, reads = chapter.planned()
    paths = tuple(target.path for target in targets)
    found.chapters[chapter.title] = Named(identities.of(chapter, reads), paths, reads)
    return targets


def _take(target: Target, found: Sorted, standing: Standing, salt: bytes, *, gzip: bool) -> None:
    files, fingerprint = files_of(target.path, gzip=gzip), target.fingerprint(salt)
    found.paths += files
    found.names.append(target.path)
    lying = {file: standing.intact[file] for file in files if file in standing.intact}
    if len(lying) == len(files) and all(entry.fingerprint == fingerprint for entry in lying.values()):
        found.kept |= lying
        found.untouched += 1
    else:
        found.jobs.append(Job(target, fingerprint, files, lying))
