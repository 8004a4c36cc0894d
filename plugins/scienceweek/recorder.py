"""What of the facts somebody reads: found out by watching, so that nobody has to foretell it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import FunctionType, MethodType
from typing import Any

from scienceweek.identity import ValueIdentities

Reads = Mapping[str, tuple[str, ...]]
"""What was read: of an index its keys, each as its ``repr``, behind ``IS_IN`` if it was only asked whether that is there; of any other attribute ``WHOLE``."""

WHOLE, KEYS, IS_IN = "*", "#", "?"
"""All of an attribute; all keys of an index, in order; whether a key is in it. No ``repr`` of a key is or begins like any of them."""


class Recorder:
    """Stands in for *facts*, a value with attributes some of which are indexes (mappings), and tells what is read.

    Methods run on the recorder itself, so that what they read is told too: whatever can be known of *facts* is told.
    """

    def __init__(self, facts: object, note: Callable[[str, str], None]) -> None:
        self.__facts, self.__note = facts, note

    def __getattr__(self, name: str) -> Any:
        method = getattr(type(self.__facts), name, None)
        if isinstance(method, FunctionType):
            return MethodType(method, self)
        value = getattr(self.__facts, name)
        if isinstance(value, Mapping):
            return _RecordedIndex(name, value, self.__note)
        self.__note(name, WHOLE)
        return value


def recorded(facts: object, note: Callable[[str, str], None]) -> Recorder:
    """*facts*, and *note* is told what is read of them, beside whoever is told already."""
    if not isinstance(facts, Recorder):
        return Recorder(facts, note)
    first = facts._Recorder__note  # noqa: SLF001 - of this module

    def both(name: str, key: str) -> None:
        note(name, key)
        first(name, key)

    return Recorder(unrecorded(facts), both)


def unrecorded(facts: object) -> object:
    """*facts* themselves, whoever is told what is read of them."""
    return facts._Recorder__facts if isinstance(facts, Recorder) else facts  # noqa: SLF001 - likewise


class _RecordedIndex(Mapping[Any, Any]):
    """The *index* called *name*; what is not there is told of as well, for it may come to be there."""

    def __init__(self, name: str, index: Mapping[Any, Any], note: Callable[[str, str], None]) -> None:
        self._name, self._index, self._note = name, index, note

    def __getitem__(self, key: object) -> Any:
        self._note(self._name, repr(key))
        return self._index[key]

    def __contains__(self, key: object) -> bool:
        # Not by asking for it: some indexes answer to every key.
        self._note(self._name, f"{IS_IN}{key!r}")
        return key in self._index

    def __iter__(self) -> Iterator[Any]:
        self._note(self._name, KEYS)
        return iter(self._index)

    def __len__(self) -> int:
        self._note(self._name, KEYS)
        return len(self._index)


class ReadLog:
    """Gathers what is read of some facts."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, None]] = {}

    def note(self, name: str, key: str) -> None:
        self._found.setdefault(name, {})[key] = None

    def note_all(self, reads: Reads) -> None:
        for name, keys in reads.items():
            self._found.setdefault(name, {}).update(dict.fromkeys(keys))

    @property
    def reads(self) -> Reads:
        return {name: tuple(keys) for name, keys in self._found.items()}


class Answers:
    """What somebody would read now of some *facts*, as the identity of it: many read the same, and it is looked at once."""

    def __init__(self, facts: object, values: ValueIdentities) -> None:
        self._facts, self._values = facts, values
        self._parts: dict[str, _Parts] = {}

    def at(self, name: str, key: str) -> str:
        """Of the attribute *name* at *key*, as a `ReadLog` has them."""
        parts = self._parts.get(name)
        if parts is None:
            parts = self._parts[name] = _Parts.of(self._facts, name)
        if key not in parts.told:
            parts.told[key] = self._values.short(parts.at(key))
        return parts.told[key]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The *value* of an attribute; if it is an index, its *keys* by their ``repr``; what was *told* of it."""

    value: Any
    keys: Mapping[str, object]
    told: dict[str, str]

    @classmethod
    def of(cls, facts: object, name: str) -> "_Parts":
        value = getattr(facts, name, None)
        return cls(value, {repr(key): key for key in value} if isinstance(value, Mapping) else {}, {})

    def at(self, key: str) -> tuple[object, ...]:
        """What is there at *key*: one value, or none."""
        if key == WHOLE:
            return (self.value,)
        if key == KEYS:
            return tuple(self.keys.values())
        if key.startswith(IS_IN):
            return (key.removeprefix(IS_IN) in self.keys,)
        return (self.value[self.keys[key]],) if key in self.keys else ()
