"""Ids lead to things; one that leads nowhere is told once, with what may have been meant."""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from typing import Any, Generic, Self, TypeVar

from scienceweek.source.mistakes.problems import Problems, quoted, unwrapped
from scienceweek.source.records.reading import RecordEntry

T = TypeVar("T")
_SHORTEST = 4
"""Characters of a name that says enough for a place to be in it."""


class Register(Generic[T]):
    """The things of one kind by id, written down in *home*. One that could not be read is known, but is nothing.

    Those that are *words* may be called by their names as well: nobody has to learn what 展览展示 is in English.
    """

    def __init__(self, kind: str, problems: Problems, home: str = "", *, words: bool = False) -> None:
        self.kind = kind
        self.home = home
        self.words = words
        self._problems = problems
        self._things: dict[str, T | None] = {}
        self._names: dict[str, str] = {}
        self._beginning: dict[str, tuple[str, ...]] = {}
        self._missed: set[str] = set()
        self.complete = True

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "_problems"}

    def telling(self, problems: Problems) -> Self:
        """The same, which tells *problems* of what it does not find; nothing is to be added to either."""
        other = copy(self)
        other._problems = problems  # noqa: SLF001 - its own
        return other

    @property
    def indexes(self) -> Mapping[str, Mapping[str, Any]]:
        """All that is looked up here: the things by their ids, ids by names, names by their first characters."""
        return {"things": self._things, "names": self._names, "beginning": self._beginning}

    def over(self, indexes: Mapping[str, Any]) -> Self:
        """The same, which looks things up in other *indexes*; nothing is to be added to it."""
        other = self.telling(self._problems)
        other._things, other._names = indexes["things"], indexes["names"]  # noqa: SLF001 - its own
        other._beginning = indexes["beginning"]  # noqa: SLF001 - its own
        return other

    @property
    def things(self) -> tuple[T, ...]:
        return tuple(thing for thing in self._things.values() if thing is not None)

    @property
    def by_id(self) -> Iterator[tuple[str, T]]:
        """The things, each with its id."""
        return ((id, thing) for id, thing in self._things.items() if thing is not None)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._things)

    def add(self, id: str, thing: T | None, *names: str) -> None:
        """Make *thing* known by *id*, the first of that id, and by its *names*."""
        self._things.setdefault(id, thing)
        for name in names:
            if self._names.setdefault(name, id) == id and len(name) >= _SHORTEST:
                self._beginning[name[:_SHORTEST]] = (*self._beginning.get(name[:_SHORTEST], ()), name)

    def miss(self, ids: Iterable[str], *, complete: bool) -> None:
        """There are things with *ids* that could not be read, and more if this is not *complete*."""
        self._missed.update(ids)
        self.complete = self.complete and complete

    def __contains__(self, id: str) -> bool:
        return id in self._things or id in self._missed

    def __getitem__(self, id: str) -> T | None:
        return self._things.get(id)

    def named(self, name: str) -> str:
        """The id of the thing with that *name*, or nothing."""
        return self._names.get(name, "")

    def at_the_beginning(self, text: str) -> str:
        """The longest name with which *text* begins, or nothing."""
        names = self._beginning.get(text[:_SHORTEST], ())
        return max((name for name in names if text.startswith(name)), key=len, default="")

    def find(self, id: str | None, entry: RecordEntry[Any], *path: str | int) -> T | None:
        """The thing with *id*; None for no id. An unknown id is a problem at *path* of *entry*.

        A name leads to its thing all the same, so that what hangs on it can be looked at too.
        """
        if id is None:
            return None
        if (thing := self._things.get(id)) is not None:
            return thing
        if id not in self and self.complete and not (self.words and id in self._names):
            self._problems.error(entry.spot(*path), self._nothing(id))
        return self._things.get(self._names.get(id, id) if id not in self._things else id)

    def _nothing(self, id: str) -> str:
        told = f"没有编号为{quoted(id)}的{self.kind}。"
        if known := self._names.get(id):
            return f"{told}{quoted(id)}的编号是“{known}”，请写编号。"
        if re.search("[,，、;；]", id):
            words = [word for word in re.split(r"[\s,，、;；]+", id) if word]
            return f"{told}有几个就分开写，用半角逗号加一个空格：[{', '.join(words)}]。"
        if (plain := unwrapped(id)) and plain in self:
            return f"{told}请去掉引号，写“{plain}”。"
        near = self._problems.nearest(id, self._things)
        return told + (near or (f"要先在 {self.home} 里写上它，或者改写别的编号。" if self.home else ""))
