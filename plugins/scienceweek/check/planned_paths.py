"""What a plan names: the path of each file of the site, and the places in a page. No file is made."""

import os
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from scienceweek.check.site_paths import SitePaths, ids
from scienceweek.render import Chapter, Contents, Plan, Target, salt
from scienceweek.render.chapter import Identities
from scienceweek.render.draw import crew_of
from scienceweek.render.manifest import Named
from scienceweek.render.progress import Progress, Tell
from scienceweek.render.workshop import Naming, Nowhere, Part
from scienceweek.source.files.read_cache import Memory

_ENOUGH = 2000  # files; to plan them takes as long as to begin another process
_CHAPTER = "chapter"


class PlannedPaths(SitePaths):
    """The paths that *plan* names. What the *memory* knows of a chapter is not planned again. *tell* is told how many are named."""

    def __init__(self, plan: Plan, templates: Path, memory: Memory, tell: Tell | None = None) -> None:
        self._templates, self._memory = templates, memory
        self._named_by: dict[str, Part] = {}
        self._identities = Identities(b"")
        self._places: dict[str, frozenset[str]] = {}
        self._drawn_by = ""
        parts, contents = list[Part](), list[Contents]()
        for one in plan:
            if isinstance(one, Contents):
                contents.append(one)
            else:
                parts.append(one)
        self._named = self._known(parts, tell)
        paths: list[str] = []
        for part in parts:
            named = (part.path,) if isinstance(part, Target) else self._named[part.title].paths
            paths += named
            self._named_by |= dict.fromkeys(named, part)
        names = tuple(dict.fromkeys(paths))
        for last in contents:
            for target in last.targets(names, *last.data):
                paths.append(target.path)
                self._named_by[target.path] = target
        super().__init__(paths)

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
                target = self._target(path, part)
                found = tuple(sorted(ids(target.draw(*target.data))))
                self._memory.learn(found, *key)
            self._places[path] = frozenset(found)
        return self._places[path]

    def _known(self, parts: Sequence[Part], tell: Tell | None) -> dict[str, Named]:
        """What all chapters among *parts* name; those of which nothing is remembered are planned for it."""
        known, waiting, before = dict[str, Named](), dict[int, int](), dict[str, Named]()
        for number, part in enumerate(parts):
            if isinstance(part, Chapter):
                found: Named | None = self._memory.recall(_CHAPTER, part.title)
                if found and found.fingerprint == self._identities.plain(part, found.reads):
                    known[part.title] = found
                else:
                    waiting[number] = part.size
                    if found:
                        before[part.title] = found
        crew = crew_of(os.cpu_count() or 1, waiting, _ENOUGH)
        fresh: dict[str, Named] = {}
        naming, progress = Naming(parts, before, self._identities), Progress(sum(waiting.values()), tell)
        with closing(crew(naming, waiting, Nowhere(), progress)) as made:
            for one in made:
                part = parts[one.number]
                if one.failed:
                    raise one.failed.error
                assert isinstance(part, Chapter)  # noqa: S101 - for mypy
                identity = self._identities.plain(part, one.reads)
                fresh[part.title] = Named(identity, tuple(one.names), one.reads, one.within)
        _learn(fresh, self._memory)
        return known | fresh

    def _target(self, path: str, part: Part) -> Target:
        targets = (part,) if isinstance(part, Target) else part.planned()[0]
        return next(target for target in targets if target.path == path)


def learn_chapters(chapters: Mapping[str, Named], memory: Memory) -> None:
    """Has the *memory* know what *chapters*, by their titles, named; the fingerprint of each is its plain identity."""
    # Those within are known by more than a check knows.
    _learn({title: named._replace(within={}) for title, named in chapters.items()}, memory)


def _learn(chapters: Mapping[str, Named], memory: Memory) -> None:
    for title, named in chapters.items():
        memory.learn(named, _CHAPTER, title)
