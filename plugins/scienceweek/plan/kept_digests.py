"""Digests of what is told of records: what one publication has found, the next need not find again."""

from collections.abc import Callable

from scienceweek.identity import ValueIdentities, digest
from scienceweek.source.files.read_cache import Memory


class KeptDigests:
    """Digests by what they are told from; a *memory* keeps them from one publication to the next. Without one nothing is kept."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory, self._identities = memory, ValueIdentities()

    def found(self, what: str, read: tuple[object, ...], make: Callable[[], str]) -> str:
        """The digest of *what* that *make* gives, which looks at nothing but *read*."""
        if not self._memory:
            return make()
        key = (what, self._identities.told(read))
        known: str | None = self._memory.recall(*key)
        if known is None:
            known = make()
            self._memory.learn(known, *key)
        return known

    def derive(self, value: object, read: tuple[object, ...]) -> None:
        """Has *value*, which comes of *read* and nothing else, known by that: nobody need look at all that it holds."""
        if not self._memory:
            return
        kind = type(value)
        name = f"{kind.__module__}.{kind.__qualname__}"
        self._identities.take(value, digest(b"", f"{name} of {self._identities.told(read)}"))

    def keep(self) -> None:
        """Leaves them for the next."""
        if self._memory:
            self._memory.keep()
