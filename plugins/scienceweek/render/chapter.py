"""Targets that are named together: a suspended pure call, like each of them, one floor up."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from hashlib import blake2b
from pathlib import PurePath

from scienceweek.render.target import Target, name_of

_PLAIN = (str, int, float, bool, type(None), date, time, Enum, PurePath)


@dataclass(frozen=True, slots=True)
class Chapter:
    """The targets ``targets(*data)``. *title* names it, and is its own within a site.

    *targets* is a plain function and pure; *data* is complete: a chapter whose data have not changed since the last
    build has the same targets as then, and need not be asked for them.
    """

    title: str
    targets: Callable[..., Iterable[Target]]
    data: tuple[object, ...]


class Identities:
    """The identity of chapters, as 32 hexadecimal digits. Chapters share most of their data, so each value is looked at once.

    Raises TypeError on what may differ between two runs with the same input: sets, and objects known by their address.
    """

    def __init__(self, salt: bytes) -> None:
        self._salt = salt
        self._known: dict[int, tuple[object, bytes]] = {}
        self._fields: dict[type, tuple[str, ...]] = {}

    def of(self, chapter: Chapter) -> str:
        name = name_of(chapter.targets)
        return blake2b(
            b"\0".join((self._salt, name.encode(), self._told(chapter.data))), digest_size=16
        ).hexdigest()

    def _told(self, value: object) -> bytes:
        kind = type(value)
        if isinstance(value, tuple):
            return b"(" + b",".join(map(self._told, value)) + b")"
        if isinstance(value, _PLAIN):
            return f"{kind.__name__} {value!r}".encode(errors="surrogatepass")
        known = self._known.get(id(value))
        if known is None:
            # Whoever holds the value keeps its identity its own.
            known = self._known[id(value)] = (value, self._digest(value))
        return known[1]

    def _digest(self, value: object) -> bytes:
        return blake2b(b"\0".join(self._parts(value)), digest_size=16).hexdigest().encode()

    def _parts(self, value: object) -> Iterator[bytes]:
        kind = type(value)
        yield f"{kind.__module__}.{kind.__qualname__}".encode()
        if isinstance(value, dict):
            yield self._told(tuple(value.items()))
        elif dataclasses.is_dataclass(value):
            if kind not in self._fields:
                self._fields[kind] = tuple(field.name for field in dataclasses.fields(value))
            yield from (self._told(getattr(value, name)) for name in self._fields[kind])
        else:
            raise TypeError(f"no data of a chapter: {kind.__name__}")
