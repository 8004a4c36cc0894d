"""What a plan asks for, held against what lies there: which parts are what they were, and which must be made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from scienceweek.render.chapter import Chapter, Contents, Identities
from scienceweek.render.manifest import Manifest, ManifestEntry
from scienceweek.render.target import Target
from scienceweek.render.workshop import Made, Part, all_intact, files_of, kept

Plan = Iterable[Part | Contents]


@dataclass(frozen=True, slots=True)
class Standing:
    """What lies there: the manifest that tells of it, and those of its files that still hold what was written."""

    manifest: Manifest
    intact: Mapping[str, ManifestEntry]


@dataclass(slots=True)
class Sorted:
    """The *parts* of a plan in order, and the *contents* that come after them.

    *settled* are those parts, by number, that are what they were; *waiting* are the numbers of all others.
    """

    parts: list[Part] = field(default_factory=list)
    contents: list[Contents] = field(default_factory=list)
    settled: list[Made] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)

    def sizes(self, before: Manifest) -> dict[int, int]:
        """About how many files each part that is waiting will take, by its number; *before* tells what there was."""
        return {number: _size(self.parts[number], before) for number in self.waiting}


def sort_out(plan: Plan, standing: Standing, identities: Identities, salt: bytes, *, gzip: bool) -> Sorted:
    """Everything in *plan*, in order.

    Raises ValueError if two chapters have one title.
    """
    found, titles = Sorted(), set[str]()
    for part in plan:
        if isinstance(part, Contents):
            found.contents.append(part)
            continue
        number = len(found.parts)
        found.parts.append(part)
        if isinstance(part, Target):
            made = _target(number, part, standing, salt, gzip=gzip)
        elif part.title in titles:
            raise ValueError(f"two chapters are called {part.title}")
        else:
            titles.add(part.title)
            made = _chapter(number, part, standing, identities, gzip=gzip)
        if made:
            found.settled.append(made)
        else:
            found.waiting.append(number)
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


def _size(part: Part, before: Manifest) -> int:
    if isinstance(part, Target):
        return 1
    return max(1, len(known.paths) if (known := before.chapters.get(part.title)) else part.size)


def _target(number: int, target: Target, standing: Standing, salt: bytes, *, gzip: bool) -> Made | None:
    """What there is of *target*, if it is what it was."""
    lying = kept(files_of(target.path, gzip=gzip), standing.intact, target.fingerprint(salt))
    return Made(number, [target.path], kept=lying) if lying else None


def _chapter(
    number: int, chapter: Chapter, standing: Standing, identities: Identities, *, gzip: bool
) -> Made | None:
    """What there is of *chapter*, if it is what it was, and all that it made is there."""
    before = standing.manifest.chapters.get(chapter.title)
    if not before or before.fingerprint != identities.of(chapter, before.reads):
        return None
    lying = all_intact(before.paths, standing.intact, gzip=gzip)
    if lying is None:
        return None
    return Made(number, list(before.paths), before.reads, dict(before.within), kept=lying)
