"""What belongs to what: an answer to every question, empty where there is nothing."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


class Index(Mapping[Key, tuple[Thing, ...]]):
    """Things by the key that they belong to, in the order of the *pairs*. A key that has none gives ``()``.

    What it counts, iterates and has ``in`` it are the keys that have something.
    """

    __slots__ = ("_found",)

    def __init__(self, pairs: Iterable[tuple[Key, Thing]]) -> None:
        found: defaultdict[Key, list[Thing]] = defaultdict(list)
        for key, thing in pairs:
            found[key].append(thing)
        self._found = {key: tuple(things) for key, things in found.items()}

    def __getitem__(self, key: Key) -> tuple[Thing, ...]:
        return self._found.get(key, ())

    def __contains__(self, key: object) -> bool:
        return key in self._found

    def __iter__(self) -> Iterator[Key]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def index(things: Iterable[Thing], keys: Callable[[Thing], Iterable[Key]]) -> Index[Key, Thing]:
    """*things* by each of their *keys*, once for each."""
    return Index((key, thing) for thing in things for key in dict.fromkeys(keys(thing)))
