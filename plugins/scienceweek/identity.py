"""The identity of values: the same wherever all that they hold is the same, in this run and in any other. Standard library only."""

import dataclasses
from collections.abc import Callable, Iterable
from datetime import date, time
from enum import Enum
from functools import partial
from hashlib import blake2b
from operator import attrgetter
from pathlib import PurePath
from typing import Any, NamedTuple

_SHORT = 200  # characters
_DIGITS = 32  # of a digest
_PLAIN = (str, int, float, bool, type(None), date, time, Enum, PurePath)
_MOST = 3_000_000  # values


class ValueIdentities:
    """The identity of values, as 32 hexadecimal digits. They share most of what they hold, so each part is looked at once.

    Raises TypeError on what may differ between two runs with the same input: sets, and objects known by their address.
    """

    def __init__(self) -> None:
        self._known = _AT_HAND if _AT_HAND is not None else dict(_GIVEN)
        self._kinds: dict[type, _Fields | None] = {}

    def of(self, value: object) -> str:
        """The identity of a *value*; what is short is told as it is."""
        return self.told((value,))[1:-1]

    def take(self, value: object, identity: str) -> None:
        """Has *value* taken for what it is known to be, here and by whoever begins after this."""
        self._known[id(value)] = value, identity
        _GIVEN[id(value)] = value, identity
        if _AT_HAND is not None:
            _AT_HAND[id(value)] = value, identity

    def short(self, values: tuple[Any, ...]) -> str:
        """What *values* hold, in no more than a line."""
        told = self.told(values)
        return told if len(told) < _SHORT else digest(b"", told)

    def told(self, values: tuple[Any, ...]) -> str:
        """What *values* hold, in words: the same in every run."""
        # A million values come by here, most of them text or nothing: each branch and each call counts.
        told, known = [], self._known
        value: Any
        for value in values:
            kind = type(value)
            if kind is str or value is None:
                told.append(repr(value))
            elif kind is tuple:
                told.append(self.told(value) if value else "()")
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
        told = f"{fields.name}{self.told(fields.of(value))}"
        # What is short is told as it is: a digest would not be shorter.
        return told if len(told) < _SHORT else digest(b"", told)


_Known = dict[int, tuple[object, str]]
"""By their number in this process, values with what is told of them; each is held, so that its number is its own."""
_GIVEN: _Known = {}
_AT_HAND: _Known | None = None
"""What was found of values, where the same are looked at again and again."""


def hold_identities() -> None:
    """From now on what was found of a value is held in this process."""
    global _AT_HAND  # noqa: PLW0603 - one for the process
    if _AT_HAND is None or len(_AT_HAND) > _MOST:
        _AT_HAND = dict(_GIVEN)


def give(known: Iterable[tuple[object, str]]) -> None:
    """Has each of the values taken for what it is *known* to be; what was given before is forgotten."""
    _GIVEN.clear()
    _GIVEN.update((id(value), (value, identity)) for value, identity in known if len(identity) == _DIGITS)
    if _AT_HAND is not None:
        _AT_HAND.update(_GIVEN)


def given(values: Iterable[object]) -> tuple[str, ...]:
    """What each of *values* was given for; "" where nobody has said."""
    return tuple(_GIVEN[id(value)][1] if id(value) in _GIVEN else "" for value in values)


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
    # What is no matter when two of them are compared is none here.
    names = [field.name for field in dataclasses.fields(kind) if field.compare]
    return _Fields(name, attrgetter(*names) if len(names) > 1 else partial(_each, names))


def _items(value: Any) -> tuple[object, ...]:
    return tuple(value.items())


def _each(names: Iterable[str], value: object) -> tuple[object, ...]:
    return tuple(getattr(value, name) for name in names)


def digest(salt: bytes, told: str) -> str:
    """The digest of what is *told*, as 32 hexadecimal digits."""
    return blake2b(salt + told.encode(errors="surrogatepass"), digest_size=_DIGITS // 2).hexdigest()
