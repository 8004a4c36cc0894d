"""What a build has come to: what became of each part, put together in the order of the plan."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from scienceweek.render.chapter import Chapter, Identities
from scienceweek.render.manifest import ManifestEntry, Named
from scienceweek.render.sorting import Sorted
from scienceweek.render.target import check
from scienceweek.render.workshop import Made, Place, Workshop, files_of


@dataclass(frozen=True, slots=True)
class MadeSite:
    """A site that is made and not in its place yet: the *names* of its targets in order, one twice that two would make.

    *chapters* by title: the fingerprint of each is its plain identity. *read* gives the bytes of the target with a name.
    """

    names: tuple[str, ...]
    chapters: Mapping[str, Named]
    read: Callable[[str], bytes]


Judge = Callable[[MadeSite], object]
"""Looks at a site before it takes its place, and raises what speaks against it."""


@dataclass(slots=True)
class BuildOutcome:
    """*paths* of all files in order; entries of those that were *drawn* and of those *kept*; *chapters* by title.

    *names* are those of all targets; *plain* are the *chapters* as a `MadeSite` has them. *jobs* are the paths of the targets that were drawn, *untouched* is how many were not; *faults* is what the gate has
    against what was drawn.
    """

    names: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    drawn: dict[str, ManifestEntry] = field(default_factory=dict)
    kept: dict[str, ManifestEntry] = field(default_factory=dict)
    chapters: dict[str, Named] = field(default_factory=dict)
    plain: dict[str, Named] = field(default_factory=dict)
    jobs: list[str] = field(default_factory=list)
    untouched: int = 0
    faults: list[str] = field(default_factory=list)

    @classmethod
    def of(
        cls, found: Sorted, made: Iterable[Made], workshop: Workshop, place: Place, identities: Identities
    ) -> "BuildOutcome":
        """What *found* comes to with what is *made* of its parts that were waiting; its contents are made here.

        Raises DrawError for the first target that could not be drawn, ValueError if that is because two files cannot lie in one tree.
        """
        by_number, names = dict[int, Made](), dict[int, Named]()
        for one in chain(found.settled, made):
            by_number[one.number], part = one, found.parts[one.number]
            if isinstance(part, Chapter) and not one.failed:
                # Here, while others draw: in this process what chapters share is looked at once.
                plain = identities.plain(part, one.reads)
                names[one.number] = Named(plain, tuple(one.names), one.reads, one.within)
        outcome = cls()
        in_order = [by_number[number] for number in sorted(by_number)]
        for one in in_order:
            outcome._take(one, gzip=workshop.gzip)
        outcome.plain = {found.parts[number].title: names[number] for number in sorted(names)}  # type: ignore[union-attr]
        outcome.chapters = {
            title: one._replace(fingerprint=identities.salted(one.fingerprint))
            for title, one in outcome.plain.items()
        }
        outcome._end(in_order)
        told = tuple(outcome.names)
        last = workshop.make_all(
            (target for part in found.contents for target in part.targets(told, *part.data)), place
        )
        outcome._take(last, gzip=workshop.gzip)
        outcome._end((last,))
        return outcome

    def _take(self, one: Made, *, gzip: bool) -> None:
        self.names += one.names
        self.paths += (file for name in one.names for file in files_of(name, gzip=gzip))
        self.drawn |= one.drawn
        self.kept |= one.kept
        self.jobs += one.jobs
        self.untouched += len(one.names) - len(one.jobs)
        self.faults += one.faults

    def _end(self, ones: Iterable[Made]) -> None:
        """Nothing more comes of a site of which something could not be drawn: because two files clash, or for its own reason."""
        for one in ones:
            if one.failed:
                check(self.paths)
                raise one.failed.error
