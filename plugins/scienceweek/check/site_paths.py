"""What a plan names: the path of each file of the site, and the places in a page. No file is made."""

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from scienceweek.render import Chapter, Contents, Plan, Target, salt
from scienceweek.render.chapter import Identities
from scienceweek.render.manifest import Named
from scienceweek.render.recorder import Reads
from scienceweek.source.files.read_cache import Memory


class SitePaths:
    """The paths that *plan* names. What the *memory* knows of a chapter is not planned again."""

    def __init__(self, plan: Plan, templates: Path, memory: Memory) -> None:
        self._templates, self._memory = templates, memory
        self._named_by: dict[str, Target | Chapter] = {}
        self._identities = Identities(b"")
        self._named: dict[str, Named] = {}
        self._opened: dict[str, tuple[tuple[Target, ...], Reads]] = {}
        self._places: dict[str, frozenset[str]] = {}
        self._drawn_by = ""
        self._twice: list[str] = []
        contents = []
        for part in plan:
            if isinstance(part, Contents):
                contents.append(part)
            else:
                self._name(part, (part.path,) if isinstance(part, Target) else self._paths(part))
        names = tuple(self._named_by)
        for part in contents:
            for target in part.targets(names, *part.data):
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

    def _name(self, part: Target | Chapter, paths: Iterable[str]) -> None:
        for path in paths:
            if path in self._named_by:
                self._twice.append(path)
            self._named_by[path] = part

    def _paths(self, chapter: Chapter) -> tuple[str, ...]:
        found: Named | None = self._memory.recall("chapter", chapter.title)
        if found is None or found.fingerprint != self._identities.of(chapter, found.reads):
            targets, reads = self._open(chapter)
            paths = tuple(target.path for target in targets)
            found = Named(self._identities.of(chapter, reads), paths, reads)
            self._memory.learn(found, "chapter", chapter.title)
        self._named[chapter.title] = found
        return found.paths

    def _open(self, chapter: Chapter) -> tuple[tuple[Target, ...], Reads]:
        if chapter.title not in self._opened:
            self._opened[chapter.title] = chapter.planned()
        return self._opened[chapter.title]

    def _target(self, path: str, part: Target | Chapter) -> Target:
        targets = (part,) if isinstance(part, Target) else self._open(part)[0]
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
