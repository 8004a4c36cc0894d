"""One publication at a time: a lock that the kernel lets go of when its holder, and all that it has started, are gone."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.05  # seconds


class TooLong(Exception):
    """Somebody else has had the lock for longer than we would wait."""


@contextmanager
def taken(path: Path, who: str, wait: Callable[[str], object], timeout: float | None = None) -> Iterator[int]:
    """Holds the lock at *path* in the name of *who*; gives its descriptor, for those that must hold it too.

    Where it has to wait, *wait* is told once who holds it. Raises TooLong after *timeout* seconds.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    try:
        _take(descriptor, wait, timeout)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, who.encode(), 0)
        yield descriptor
    finally:
        os.close(descriptor)


def _take(descriptor: int, wait: Callable[[str], object], timeout: float | None) -> None:
    start, told = time.monotonic(), False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if timeout is not None and time.monotonic() - start >= timeout:
                raise TooLong("another publication is running") from None
        else:
            return
        if not told:
            wait(os.pread(descriptor, 1000, 0).decode(errors="replace"))
            told = True
        time.sleep(_PAUSE)
