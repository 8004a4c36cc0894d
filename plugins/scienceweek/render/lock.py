"""One build at a time: a lock that the kernel lets go of when its holder dies."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.05  # seconds

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Busy(Exception):
    """Another build has held the lock for longer than we would wait."""


@contextmanager
def held(path: Path, timeout: float | None, log: Callable[[str], object]) -> Iterator[None]:
    """Holds the lock at *path*; raises Busy after *timeout* seconds, never if it is None."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        _wait(descriptor, timeout, log)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, timeout: float | None, log: Callable[[str], object]) -> None:
    start = time.monotonic()
    told = False
    while True:
        try:
            _take(descriptor)
        except OSError:
            if timeout is not None and time.monotonic() - start >= timeout:
                raise Busy("another build is running") from None
        else:
            return
        if not told:
            log("另一次生成正在进行，等它结束。")
            told = True
        time.sleep(_PAUSE)
