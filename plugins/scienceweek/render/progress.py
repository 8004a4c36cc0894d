"""How much of a site has been made, told while the work goes on."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from scienceweek.render.workshop import Made

Tell = Callable[[int, int], object]
"""Is told how many are done, of how many."""
_PULSE = 0.5  # seconds


class Progress:
    """Of so many files, as one expects: how many there are is known when all is planned. Without *tell* nothing is told."""

    def __init__(self, expected: int, tell: Tell | None = None) -> None:
        self._tell = tell
        self.done, self.expected = 0, expected

    def count(self, made: Made, expected: int) -> None:
        """*made* is done, of which so many files were *expected*."""
        self.done += len(made.names)
        self.expected += len(made.names) - expected

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
            tell(self.done, self.expected)
