"""How much has been drawn, counted by several processes, and told while they work."""

import mmap
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[int, int], object]
"""Is told how many are done, of how many."""
_ONE = struct.Struct("q")
_PULSE = 0.5  # seconds


class Progress:
    """Of *total* things to be done in so many *slots*; each slot has one process that counts in it.

    Without *tell* nothing is told.
    """

    def __init__(self, total: int, slots: int = 1, tell: Tell | None = None) -> None:
        self._total, self._slots, self._tell = total, slots, tell
        # Memory that forked processes share.
        self._counts = mmap.mmap(-1, _ONE.size * slots)

    def count(self, slot: int = 0) -> None:
        """One more is done."""
        place = slot * _ONE.size
        _ONE.pack_into(self._counts, place, _ONE.unpack_from(self._counts, place)[0] + 1)

    @property
    def done(self) -> int:
        """How many are done in all slots."""
        return sum(_ONE.unpack_from(self._counts, slot * _ONE.size)[0] for slot in range(self._slots))

    @contextmanager
    def told(self) -> Iterator[None]:
        """Tells twice a second, by a thread of its own: to be begun when no process will be forked any more."""
        if self._tell is None:
            yield
            return
        over = threading.Event()
        teller = threading.Thread(target=self._until, args=(over, self._tell), daemon=True)
        teller.start()
        try:
            yield
        finally:
            over.set()
            teller.join()

    def _until(self, over: threading.Event, tell: Tell) -> None:
        while not over.wait(_PULSE):
            tell(self.done, self._total)
