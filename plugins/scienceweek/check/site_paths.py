"""What a plan names: the path of each file of the site, and the places in a page. No file is made."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

from scienceweek.render import Chapter, Contents, Plan, Target, salt
from scienceweek.render.chapter import Identities
from scienceweek.render.draw import crew_of
from scienceweek.render.manifest import Named
from scienceweek.render.progress import Progress, Tell
from scienceweek.render.workshop import Naming, Nowhere, Part
from scienceweek.source.files.read_cache import Memory

_ENOUGH = 2000  # files; to plan them takes as long as to begin another process


class SitePaths:
    """The paths that *plan* names. What the *memory* knows of a chapter is not planned again. *tell* is told how many are named."""

    def __init__(self, plan: Plan, templates: Path, memory: Memory, tell: Tell | None = None) -> None:
        self._templates, self._memory = templates, memory
        self._named_by: dict[str, Part] = {}
        self._identities = Identities(b"")
        self._places: dict[str, frozenset[str]] = {}
        self._drawn_by = ""
        self._twice: list[str] = []
        parts, contents = list[Part](), list[Contents]()
        for one in plan:
            if isinstance(one, Contents):
                contents.append(one)
            else:
                parts.append(one)
        self._named = self._known(parts, tell)
        for part in parts:
            self._name(part, (part.path,) if isinstance(part, Target) else self._named[part.title].paths)
        names = tuple(self._named_by)
        for last in contents:
            for target in last.targets(names, *last.data):
                self._name(target, (target.path,))
        self._alike = {path.lower(): path for path in self._named_by}

    @property
    def twice(self) -> tuple[str, ...]:
        """The paths that more than one call of the plan would make."""
        return tuple(self._twice)

    def __contains__(self, path: str) -> bool:
        return path in self._named_by

    def __iter__(self) -> Iterator[str]:
        return iter(self._named_by)

    def alike(self, path: str) -> str:
        """*path* as the site has it, whatever its capitals; "" where there is none."""
        return self._alike.get(path.lower(), "")

    def places(self, path: str) -> frozenset[str]:
        """The ids in the page at *path*, which is drawn for this, but not kept."""
        if path not in self._places:
            part = self._named_by[path]
            self._drawn_by = self._drawn_by or salt(self._templates, libraries=()).hex()
            whole = (
                self._named[part.title].fingerprint if isinstance(part, Chapter) else part.fingerprint(b"")
            )
            key = ("places", path, whole, self._drawn_by)
            found: tuple[str, ...] | None = self._memory.recall(*key)
            if found is None:
                found = tuple(sorted(_ids(self._target(path, part))))
                self._memory.learn(found, *key)
            self._places[path] = frozenset(found)
        return self._places[path]

    def _name(self, part: Part, paths: Iterable[str]) -> None:
        for path in paths:
            if path in self._named_by:
                self._twice.append(path)
            self._named_by[path] = part

    def _known(self, parts: Sequence[Part], tell: Tell | None) -> dict[str, Named]:
        """What all chapters among *parts* name; those of which nothing is remembered are planned for it."""
        known, waiting = dict[str, Named](), dict[int, int]()
        for number, part in enumerate(parts):
            if isinstance(part, Chapter):
                found: Named | None = self._memory.recall("chapter", part.title)
                if found and found.fingerprint == self._identities.of(part, found.reads):
                    known[part.title] = found
                else:
                    waiting[number] = part.size
        crew = crew_of(os.cpu_count() or 1, waiting, _ENOUGH)
        with closing(crew(Naming(parts), waiting, Nowhere(), Progress(sum(waiting.values()), tell))) as made:
            for one in made:
                part = parts[one.number]
                if one.failed:
                    raise one.failed.error
                assert isinstance(part, Chapter)  # noqa: S101 - for mypy
                identity = self._identities.of(part, one.reads)
                known[part.title] = Named(identity, tuple(one.names), one.reads)
                self._memory.learn(known[part.title], "chapter", part.title)
        return known

    def _target(self, path: str, part: Part) -> Target:
        targets = (part,) if isinstance(part, Target) else part.planned()[0]
        return next(target for target in targets if target.path == path)


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.update(value for name, value in attributes if name == "id" and value)


def _ids(target: Target) -> set[str]:
    reader = _Ids()
    reader.feed(target.draw(*target.data).decode())
    return reader.found
