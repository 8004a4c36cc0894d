"""What was read and found good, kept in files: whoever reads the same next need not read it again.

The files are pickles; ``cache`` lets none be unpacked that this account has not written. What cannot be read or kept
only costs time. A process that reads the same project again and again *holds* what it has read, and writes it when it
has the time.
"""

import os
import pickle
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from scienceweek import cache

T = TypeVar("T")

_DIGEST = 16  # bytes
_FEW = 4
"""What is added to a file, and what nobody wants of it, is less than one part in so many of it."""


class _HeldParts(NamedTuple):
    """What a memory has *kept* for an *identity*: that of the file at its place is the *base*. What of it was *unpacked*."""

    identity: bytes
    base: Mapping[bytes, bytes]
    kept: Mapping[bytes, bytes]
    unpacked: Mapping[bytes, Any]


class _Held:
    """What this process has at hand: by its place the identity and the value of what is kept there; what is still to be written."""

    def __init__(self) -> None:
        self.whole: dict[Path, tuple[bytes, Any]] = {}
        self.parts: dict[Path, _HeldParts] = {}
        self.unwritten: dict[Path, tuple[bytes, Any]] = {}
        self.waits = False


_HELD = _Held()


def hold() -> None:
    """From now on what was read is held, and nothing is written before `settle`."""
    _HELD.waits = True


def let_go() -> None:
    """From now on nothing is held, and what was read is written at once: by whoever reads for another process."""
    _HELD.waits = False


def settle() -> None:
    """Writes what is still to be written."""
    for place, (identity, value) in _HELD.unwritten.items():
        _put(place, identity, value)
    _HELD.unwritten.clear()


def recalled(place: Path, identity: bytes, make: Callable[[], T], *, leaves: bool = True) -> T:
    """What the file at *place* keeps for *identity*; else what *make* gives, which is then kept there, for whoever comes next, if one *leaves* it.

    Who holds what was read has it at hand. Raises what *make* raises, and then keeps nothing.
    """
    if _HELD.waits and place in _HELD.whole and _HELD.whole[place][0] == identity:
        at_hand: T = _HELD.whole[place][1]
        return at_hand
    known: T | None = _read(place, identity)
    if known is None:
        known = make()
        if leaves:
            _write(place, identity, known)
    if _HELD.waits:
        _HELD.whole[place] = identity, known
    return known


class Shared:
    """*Things* that much of what is kept refers to, each by a name: they are kept once, and elsewhere."""

    def __init__(self, things: Mapping[str, object]) -> None:
        self.things = things
        self.names = {id(thing): name for name, thing in things.items()}

    def __reduce__(self) -> tuple[Any, ...]:
        return Shared, (self.things,)


_ALONE = Shared({})


class Memory:
    """What each of many small things was found to hold: the file at *place* keeps it for *identity*.

    What an edit adds is put into a file beside it, until that is a quarter of it. Without a *place* everything is
    forgotten at once.
    """

    def __init__(self, place: Path | None = None, identity: bytes = b"") -> None:
        self._place, self._identity = place, identity
        self._asked: dict[bytes, bytes] = {}
        self._unpacked: dict[bytes, Any] = {}

    @cached_property
    def _known(self) -> _HeldParts:
        """What was known before, read when somebody asks."""
        place, identity = self._place, self._identity
        held = _HELD.parts.get(place) if place and _HELD.waits else None
        if held and held.identity == identity:
            return held
        base = (_read(place, identity) if place else None) or {}
        # What else is there counts only with what it was added to.
        since = _read(_beside(place), identity) if place and base else None
        return _HeldParts(identity, base, {**base, **(since or {})}, {})

    @property
    def is_there(self) -> bool:
        """Whether something is kept, of whatever time."""
        return self._place is not None and self._place.exists()

    def knows(self, *thing: str) -> bool:
        """Whether something was found of *thing*; then it is kept on, though nobody may ask what."""
        key = _key(thing)
        known = self._known
        if key in known.kept and key not in self._asked:
            self._asked[key] = known.kept[key]
            if key in known.unpacked:
                self._unpacked[key] = known.unpacked[key]
        return key in self._asked

    def recall(self, *thing: str, shared: Shared = _ALONE) -> Any:
        """What was found of *thing*, which refers to what is *shared*; None if nothing is known of it."""
        if not self.knows(*thing):
            return None
        key = _key(thing)
        if key in self._unpacked:
            return self._unpacked[key]
        found = _unpacked(self._asked[key], shared)
        if _HELD.waits:
            self._unpacked[key] = found
        return found

    def learn(self, found: object, *thing: str, shared: Shared = _ALONE) -> None:
        if self._place:
            self._asked[_key(thing)] = _packed(found, shared)
            if _HELD.waits:
                self._unpacked[_key(thing)] = found

    @property
    def keeps(self) -> bool:
        """Whether what it learns is there when somebody asks."""
        return self._place is not None

    def packed(self, *thing: str) -> bytes | None:
        """What was found of *thing*, as it is kept, for whoever goes on elsewhere."""
        return self._asked[_key(thing)] if self.knows(*thing) else None

    def take(self, learned: Mapping[bytes, bytes]) -> None:
        """Learns what another memory has *learned* of the same program."""
        self._asked.update(learned)

    def keep(self, *, everything: bool = False) -> None:
        """Writes what was asked for since it was read, and nothing else, unless *everything* is to be kept on."""
        if not self._place or not self._asked:
            return
        known = self._known
        base = known.base
        if everything:
            self._asked = {**known.kept, **self._asked}
            self._unpacked = {**known.unpacked, **self._unpacked}
        if self._asked != known.kept:
            added = {key: found for key, found in self._asked.items() if base.get(key) != found}
            gone = (found for key, found in base.items() if key not in self._asked)
            more = sum(map(len, added.values())) + sum(map(len, gone))
            if base and more * _FEW < sum(map(len, base.values())):
                _write(_beside(self._place), self._identity, added)
            else:
                base = dict(self._asked)
                _write(self._place, self._identity, base)
                _write(_beside(self._place), self._identity, {})
        self._known = _HeldParts(self._identity, base, dict(self._asked), dict(self._unpacked))
        if _HELD.waits:
            _HELD.parts[self._place] = self._known


class NewMemory(Memory):
    """Knows nothing from before, and keeps nothing: what it has *learned* is for another."""

    def __init__(self) -> None:
        super().__init__(Path(os.devnull))
        self._known = _HeldParts(b"", {}, {}, {})

    @property
    def learned(self) -> Mapping[bytes, bytes]:
        return self._asked


def unpacked(content: bytes) -> Any:
    """What is in *content*, which `packed` gave to whoever sends it: that has anything run here as it likes (deploy/README.md)."""
    return _unpacked(content)


def packed(value: object) -> bytes:
    return _packed(value)


def _beside(place: Path) -> Path:
    return place.with_name(f"{place.name}-since")


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
    pieces = _Pieces()
    with suppress(RecursionError):
        pickle.Pickler(pieces, pickle.HIGHEST_PROTOCOL).dump(value)
        cache.write(place, identity, *pieces)


class _Pieces(list[bytes]):
    """What is packed, piece by piece: of bytes that are long, those themselves and no copy."""

    write = list.append


class _Packer(pickle.Pickler):
    """Names what is shared, and packs all else."""

    def __init__(self, into: BytesIO, shared: Shared) -> None:
        super().__init__(into, pickle.HIGHEST_PROTOCOL)
        self._names = shared.names

    def persistent_id(self, thing: object) -> str | None:
        return self._names.get(id(thing))


class _Unpacker(pickle.Unpickler):
    def __init__(self, content: bytes | memoryview, shared: Shared) -> None:
        super().__init__(BytesIO(content))
        self._things = shared.things

    def persistent_load(self, name: str) -> Any:
        return self._things[name]


def _packed(value: object, shared: Shared = _ALONE) -> bytes:
    if not shared.names:
        return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    into = BytesIO()
    _Packer(into, shared).dump(value)
    return into.getvalue()


def _unpacked(content: bytes | memoryview, shared: Shared = _ALONE) -> Any:
    # Only what `cache` has kept under seal.
    return _Unpacker(content, shared).load() if shared.names else pickle.loads(content)  # noqa: S301


def _key(thing: tuple[str, ...]) -> bytes:
    return blake2b("\0".join(thing).encode(errors="surrogatepass"), digest_size=_DIGEST).digest()
