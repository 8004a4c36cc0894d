"""The paths of the files of a site, and the places in its pages: what links may lead to."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from html.parser import HTMLParser

from scienceweek.render import MadeSite
from scienceweek.source.files.read_cache import Memory


class SitePaths:
    """The *paths* of a site. What its pages hold, those know who plan it or have made it."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths: dict[str, None] = {}
        self.twice = tuple(twice(paths, self._paths))
        self._alike = {path.lower(): path for path in self._paths}

    def __contains__(self, path: str) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def alike(self, path: str) -> str:
        """*path* as the site has it, whatever its capitals; "" where there is none."""
        return self._alike.get(path.lower(), "")

    def places(self, path: str) -> frozenset[str]:
        """The ids in the page at *path*."""
        raise NotImplementedError


class MadePaths(SitePaths):
    """The paths of a site that is *made*. What the *memory* knows of a page is not looked for again."""

    def __init__(self, made: MadeSite, memory: Memory) -> None:
        super().__init__(made.names)
        self._made, self._memory = made, memory
        self._places: dict[str, frozenset[str]] = {}

    def places(self, path: str) -> frozenset[str]:
        if path not in self._places:
            content = self._made.read(path)
            key = ("ids", blake2b(content, digest_size=16).hexdigest())
            found: tuple[str, ...] | None = self._memory.recall(*key)
            if found is None:
                found = tuple(sorted(ids(content)))
                self._memory.learn(found, *key)
            self._places[path] = frozenset(found)
        return self._places[path]


def twice(paths: Iterable[str], known: dict[str, None] | None = None) -> Iterator[str]:
    """Those of *paths* that have come by before; all are put into *known*."""
    known = {} if known is None else known
    for path in paths:
        if path in known:
            yield path
        known[path] = None


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.update(value for name, value in attributes if name == "id" and value)


def ids(page: bytes) -> set[str]:
    """The ids of the elements of a *page*."""
    reader = _Ids()
    reader.feed(page.decode())
    return reader.found
