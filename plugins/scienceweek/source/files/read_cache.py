"""What was read and found good, kept in files: whoever reads the same next need not read it again.

The files are pickles; ``cache`` lets none be unpacked that this account has not written. What cannot be read or kept
only costs time. A process that reads the same project again and again *holds* what it has read, and writes it when it
has the time.
"""

import pickle
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from scienceweek import cache

T = TypeVar("T")

_DIGEST = 16  # bytes


class _Held:
    """What this process has at hand: by its place the identity and the value of what is kept there; what is still to be written."""

    def __init__(self) -> None:
        self.whole: dict[Path, tuple[bytes, Any]] = {}
        self.parts: dict[Path, tuple[bytes, Mapping[bytes, bytes], dict[bytes, Any]]] = {}
        self.unwritten: dict[Path, tuple[bytes, Any]] = {}
        self.waits = False


_HELD = _Held()


def hold() -> None:
    """From now on what was read is held, and nothing is written before `settle`."""
    _HELD.waits = True


def settle() -> None:
    """Writes what is still to be written."""
    for place, (identity, value) in _HELD.unwritten.items():
        _put(place, identity, value)
    _HELD.unwritten.clear()


def recalled(place: Path, identity: bytes, make: Callable[[], T]) -> T:
    """What the file at *place* keeps for *identity*; else what *make* gives, which is then kept there.

    Who holds what was read has it at hand. Raises what *make* raises, and then keeps nothing.
    """
    if _HELD.waits and place in _HELD.whole and _HELD.whole[place][0] == identity:
        at_hand: T = _HELD.whole[place][1]
        return at_hand
    known: T | None = _read(place, identity)
    if known is None:
        known = make()
        _write(place, identity, known)
    if _HELD.waits:
        _HELD.whole[place] = identity, known
    return known


class Memory:
    """What each of many small things was found to hold: the file at *place* keeps it for *identity*.

    Without a *place* everything is forgotten at once.
    """

    def __init__(self, place: Path | None = None, identity: bytes = b"") -> None:
        self._place, self._identity = place, identity
        self._asked: dict[bytes, bytes] = {}
        self._unpacked: dict[bytes, Any] = {}
        held = _HELD.parts.get(place) if place and _HELD.waits else None
        self._at_hand = held[1:] if held and held[0] == identity else None

    @property
    def is_there(self) -> bool:
        """Whether something is kept, of whatever time."""
        return self._place is not None and self._place.exists()

    @cached_property
    def _before(self) -> Mapping[bytes, bytes]:
        if self._at_hand:
            return self._at_hand[0]
        return (_read(self._place, self._identity) if self._place else None) or {}

    def recall(self, *thing: str) -> Any:
        """What was found of *thing*; None if nothing is known of it."""
        key = _key(thing)
        if key not in self._before:
            return None
        self._asked[key] = self._before[key]
        if self._at_hand and key in self._at_hand[1]:
            found = self._at_hand[1][key]
        else:
            found = _unpacked(self._before[key])
        if _HELD.waits:
            self._unpacked[key] = found
        return found

    def learn(self, found: object, *thing: str) -> None:
        if self._place:
            self._asked[_key(thing)] = _packed(found)
            if _HELD.waits:
                self._unpacked[_key(thing)] = found

    def keep(self) -> None:
        """Writes what was asked for since it was read, and nothing else."""
        if self._place and self._asked and self._asked != self._before:
            _write(self._place, self._identity, self._asked)
        if self._place and _HELD.waits:
            _HELD.parts[self._place] = self._identity, dict(self._asked), dict(self._unpacked)


def _read(place: Path, identity: bytes) -> Any:
    content = cache.read(place, identity)
    with suppress(Exception):  # its classes may be others since
        return None if content is None else _unpacked(content)
    return None


def _write(place: Path, identity: bytes, value: object) -> None:
    if _HELD.waits:
        _HELD.unwritten[place] = identity, value
    else:
        _put(place, identity, value)


def _put(place: Path, identity: bytes, value: object) -> None:
    with suppress(RecursionError):
        cache.write(place, identity, _packed(value))


def _packed(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def _unpacked(content: bytes | memoryview) -> Any:
    return pickle.loads(content)  # noqa: S301 - only what `cache` has kept under seal


def _key(thing: tuple[str, ...]) -> bytes:
    return blake2b("\0".join(thing).encode(errors="surrogatepass"), digest_size=_DIGEST).digest()
