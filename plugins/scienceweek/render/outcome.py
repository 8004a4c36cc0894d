"""What a build has come to: what became of each part, put together in the order of the plan."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from scienceweek.render.chapter import Chapter, Identities
from scienceweek.render.manifest import ManifestEntry, Named
from scienceweek.render.sorting import Sorted
from scienceweek.render.target import check
from scienceweek.render.workshop import Made, Place, Workshop, files_of


@dataclass(slots=True)
class BuildOutcome:
    """*paths* of all files in order; entries of those that were *drawn* and of those *kept*; *chapters* by title.

    *jobs* are the paths of the targets that were drawn, *untouched* is how many were not; *faults* is what the gate has
    against what was drawn.
    """

    paths: list[str] = field(default_factory=list)
    drawn: dict[str, ManifestEntry] = field(default_factory=dict)
    kept: dict[str, ManifestEntry] = field(default_factory=dict)
    chapters: dict[str, Named] = field(default_factory=dict)
    jobs: list[str] = field(default_factory=list)
    untouched: int = 0
    faults: list[str] = field(default_factory=list)

    @classmethod
    def of(
        cls, found: Sorted, made: Iterable[Made], workshop: Workshop, place: Place, identities: Identities
    ) -> "BuildOutcome":
        """What *found* comes to with what is *made* of its parts that were waiting; its contents are made here.

        Raises ValueError if two files cannot lie in one tree, DrawError for the first target that could not be drawn.
        """
        by_number, names = dict[int, Made](), dict[int, Named]()
        for one in chain(found.settled, made):
            by_number[one.number], part = one, found.parts[one.number]
            if isinstance(part, Chapter) and not one.failed:
                # Here, while others draw: in this process what chapters share is looked at once.
                names[one.number] = Named(identities.of(part, one.reads), tuple(one.names), one.reads)
        outcome = cls()
        in_order = [by_number[number] for number in sorted(by_number)]
        for one in in_order:
            outcome._take(one, gzip=workshop.gzip)
        outcome.chapters = {found.parts[number].title: names[number] for number in sorted(names)}  # type: ignore[union-attr]
        outcome._end(in_order)
        told = tuple(name for one in in_order for name in one.names)
        last = workshop.make_all(
            (target for part in found.contents for target in part.targets(told, *part.data)), place
        )
        outcome._take(last, gzip=workshop.gzip)
        outcome._end((last,))
        return outcome

    def _take(self, one: Made, *, gzip: bool) -> None:
        self.paths += (file for name in one.names for file in files_of(name, gzip=gzip))
        self.drawn |= one.drawn
        self.kept |= one.kept
        self.jobs += one.jobs
        self.untouched += len(one.names) - len(one.jobs)
        self.faults += one.faults

    def _end(self, ones: Iterable[Made]) -> None:
        """Nothing more comes of a site in which files clash, or one could not be drawn."""
        check(self.paths)
        for one in ones:
            if one.failed:
                raise one.failed.error
