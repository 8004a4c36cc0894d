"""Targets that are named together: a suspended pure call, like each of them, one floor up."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scienceweek.identity import ValueIdentities, digest
from scienceweek.recorder import Answers, ReadLog, Reads, recorded, unrecorded
from scienceweek.render.target import Target, name_of


@dataclass(frozen=True, slots=True)
class Chapter:
    """The targets ``targets(*data)`` or, with *facts*, ``targets(facts, *data)``. *title* names it, and is its own within a site.

    *targets* is a plain function and pure; *data* is complete. Of the *facts* a chapter reads a part: which, is recorded.
    A chapter whose data have not changed since the last build, nor what it then read of the facts, has the same targets
    as then, and need not be asked for them. *size* is about how many files they make, for whoever hands out the work.

    Among its targets may be chapters, with the facts that it was given itself or none: where it has changed, those within it that have not
    are not asked for theirs. What these hold is asked for with them.
    """

    title: str
    targets: "Callable[..., Iterable[Target | Chapter]]"
    data: tuple[object, ...]
    facts: object = None
    size: int = 1

    def opened(self, note: Callable[[str, str], None]) -> "Iterator[Target | Chapter]":
        """The targets and the chapters within, one after the other; *note* is told what of the facts is read for them."""
        given = () if self.facts is None else (recorded(self.facts, note),)
        yield from self.targets(*given, *self.data)

    def named(self, note: Callable[[str, str], None]) -> Iterator[Target]:
        """The targets, with those of the chapters within; *note* is told likewise."""
        for part in self.opened(note):
            yield from (part,) if isinstance(part, Target) else part.named(note)

    def planned(self) -> tuple[tuple[Target, ...], Reads]:
        """The targets, with those of the chapters within, and what of the facts was read for them."""
        reading = ReadLog()
        return tuple(self.named(reading.note)), reading.reads


@dataclass(frozen=True, slots=True)
class Contents:
    """The targets ``targets(paths, *data)``, where *paths* are those of all other targets of the plan, in order."""

    targets: Callable[..., Iterable[Target]]
    data: tuple[object, ...] = ()


class Identities:
    """The identity of chapters, as 32 hexadecimal digits: that of their data, and of what they have read."""

    def __init__(self, salt: bytes) -> None:
        self._salt, self._values = salt, ValueIdentities()
        self._answers: dict[int, Answers] = {}
        self._plain: dict[str, tuple[Chapter, Reads, str]] = {}

    def __reduce__(self) -> tuple[type["Identities"], tuple[bytes]]:
        # What was found is known by where it lies in this process.
        return Identities, (self._salt,)

    def of(self, chapter: Chapter, reads: Reads) -> str:
        """The identity of a *chapter* that read *reads* of its facts."""
        return self.salted(self.plain(chapter, reads))

    def of_one_within(self, chapter: Chapter, reads: Reads) -> str:
        """Likewise of a *chapter* within another, which is not held on to."""
        return self.salted(self._found(chapter, reads))

    def salted(self, plain: str) -> str:
        """The identity of a chapter of which *plain* is known."""
        return digest(self._salt, plain)

    def plain(self, chapter: Chapter, reads: Reads) -> str:
        """What of the identity of a *chapter* is the same with any salt."""
        known = self._plain.get(chapter.title)
        if known and known[0] is chapter and known[1] is reads:
            return known[2]
        plain = self._found(chapter, reads)
        self._plain[chapter.title] = chapter, reads, plain
        return plain

    def _found(self, chapter: Chapter, reads: Reads) -> str:
        facts = unrecorded(chapter.facts)
        answers = self._answers.get(id(facts))
        if answers is None:
            answers = self._answers[id(facts)] = Answers(facts, self._values)
        read = [f"{name} {key} {answers.at(name, key)}" for name, keys in reads.items() for key in keys]
        told = (name_of(chapter.targets), self._values.told(chapter.data), *read)
        return digest(b"", "\0".join(told))
