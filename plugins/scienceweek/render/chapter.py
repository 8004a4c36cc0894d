"""Targets that are named together: a suspended pure call, like each of them, one floor up."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from functools import partial
from hashlib import blake2b
from operator import attrgetter
from pathlib import PurePath
from typing import Any, NamedTuple

from scienceweek.render.recorder import KEYS, WHOLE, ReadLog, Reads, Recorder
from scienceweek.render.target import Target, name_of

_SHORT = 200  # characters
_DIGITS = 32  # of a digest
_PLAIN = (str, int, float, bool, type(None), date, time, Enum, PurePath)


@dataclass(frozen=True, slots=True)
class Chapter:
    """The targets ``targets(*data)`` or, with *facts*, ``targets(facts, *data)``. *title* names it, and is its own within a site.

    *targets* is a plain function and pure; *data* is complete. Of the *facts* a chapter reads a part: which, is recorded.
    A chapter whose data have not changed since the last build, nor what it then read of the facts, has the same targets
    as then, and need not be asked for them. *size* is about how many files they make, for whoever hands out the work.
    """

    title: str
    targets: Callable[..., Iterable[Target]]
    data: tuple[object, ...]
    facts: object = None
    size: int = 1

    def opened(self, note: Callable[[str, str], None]) -> Iterator[Target]:
        """The targets, one after the other; *note* is told what of the facts is read for them."""
        given = () if self.facts is None else (Recorder(self.facts, note),)
        yield from self.targets(*given, *self.data)

    def planned(self) -> tuple[tuple[Target, ...], Reads]:
        """The targets, and what of the facts was read for them."""
        reading = ReadLog()
        return tuple(self.opened(reading.note)), reading.reads


@dataclass(frozen=True, slots=True)
class Contents:
    """The targets ``targets(paths, *data)``, where *paths* are those of all other targets of the plan, in order."""

    targets: Callable[..., Iterable[Target]]
    data: tuple[object, ...] = ()


class Identities:
    """The identity of chapters, as 32 hexadecimal digits. Chapters share most of their data, so each value is looked at once.

    Raises TypeError on what may differ between two runs with the same input: sets, and objects known by their address.
    """

    def __init__(self, salt: bytes) -> None:
        self._salt = salt
        self._known: dict[int, tuple[object, str]] = _AT_HAND if _AT_HAND is not None else {}
        self._kinds: dict[type, _Fields | None] = {}
        self._parts: dict[tuple[int, str], _Parts] = {}

    def of(self, chapter: Chapter, reads: Reads) -> str:
        """The identity of a *chapter* that read *reads* of its facts."""
        return self.salted(self.plain(chapter, reads))

    def salted(self, plain: str) -> str:
        """The identity of a chapter of which *plain* is known."""
        return _digest(self._salt, plain)

    def plain(self, chapter: Chapter, reads: Reads) -> str:
        """What of the identity of a *chapter* is the same with any salt."""
        read = [
            f"{name} {key} {self._read(chapter.facts, name, key)}"
            for name, keys in reads.items()
            for key in keys
        ]
        told = (name_of(chapter.targets), self._told(chapter.data), *read)
        return _digest(b"", "\0".join(told))

    def _read(self, facts: object, name: str, key: str) -> str:
        """What somebody would read now of the attribute *name* of *facts* at *key*; chapters read most things alike."""
        parts = self._parts.get((id(facts), name))
        if parts is None:
            parts = self._parts[id(facts), name] = _Parts.of(facts, name)
        if key not in parts.told:
            parts.told[key] = self._told(parts.at(key))
        return parts.told[key]

    def _told(self, values: tuple[Any, ...]) -> str:
        # A million values come by here, most of them text or nothing: each branch and each call counts.
        told, known = [], self._known
        value: Any
        for value in values:
            kind = type(value)
            if kind is str or value is None:
                told.append(repr(value))
            elif kind is tuple:
                told.append(self._told(value) if value else "()")
            else:
                looked_at = known.get(id(value))
                if looked_at:
                    told.append(looked_at[1])
                    continue
                short = self._look_at(value)
                if len(short) == _DIGITS:
                    # Whoever holds the value keeps its identity its own. What is told as it is costs less than remembering it.
                    known[id(value)] = (value, short)
                told.append(short)
        return f"({','.join(told)})"

    def _look_at(self, value: object) -> str:
        kind = type(value)
        if kind not in self._kinds:
            self._kinds[kind] = _fields(value)
        fields = self._kinds[kind]
        if fields is None:
            return repr(value)
        told = f"{fields.name}{self._told(fields.of(value))}"
        # What is short is told as it is: a digest would not be shorter.
        return told if len(told) < _SHORT else _digest(b"", told)


_AT_HAND: dict[int, tuple[object, str]] | None = None
"""What was found of values, where the same are looked at again and again; each is held, so that its identity is its own."""
_MOST = 3_000_000


def hold_identities() -> None:
    """From now on what was found of a value is held in this process."""
    global _AT_HAND  # noqa: PLW0603 - one for the process
    if _AT_HAND is None or len(_AT_HAND) > _MOST:
        _AT_HAND = {}


@dataclass(frozen=True, slots=True)
class _Parts:
    """The *value* of an attribute of some *facts*; if it is an index, its *keys* by their ``repr``; what was *told* of it."""

    facts: object
    value: Any
    keys: Mapping[str, object]
    told: dict[str, str]

    @classmethod
    def of(cls, facts: object, name: str) -> "_Parts":
        value = getattr(facts, name, None)
        return cls(facts, value, {repr(key): key for key in value} if isinstance(value, Mapping) else {}, {})

    def at(self, key: str) -> tuple[object, ...]:
        """What is there at *key*: one value, or none."""
        if key == WHOLE:
            return (self.value,)
        if key == KEYS:
            return tuple(self.keys.values())
        return (self.value[self.keys[key]],) if key in self.keys else ()


class _Fields(NamedTuple):
    """How values of a kind are told: what the kind is called, and the values in one of them."""

    name: str
    of: Callable[[Any], tuple[object, ...]]


def _fields(value: object) -> _Fields | None:
    """How values like *value* are told; None where ``repr`` shows all of them, the kind included."""
    kind = type(value)
    name = f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(value, dict):
        return _Fields(name, _items)
    if isinstance(value, _PLAIN):
        return None
    if not dataclasses.is_dataclass(kind):
        raise TypeError(f"no data of a chapter: {kind.__name__}")
    names = [field.name for field in dataclasses.fields(kind)]
    return _Fields(name, attrgetter(*names) if len(names) > 1 else partial(_each, names))


def _items(value: Any) -> tuple[object, ...]:
    return tuple(value.items())


def _each(names: Iterable[str], value: object) -> tuple[object, ...]:
    return tuple(getattr(value, name) for name in names)


def _digest(salt: bytes, told: str) -> str:
    return blake2b(salt + told.encode(errors="surrogatepass"), digest_size=_DIGITS // 2).hexdigest()
