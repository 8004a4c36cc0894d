"""One publication at a time: a lock that the kernel lets go of when its holder, and all that it has started, are gone."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gitpublish.messages import Failed

_PAUSE = 0.05  # seconds
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)

if sys.platform == "win32":

    def _hold(_descriptor: int) -> None:
        """Releases are links that are swapped, held by those that a publication has started: Windows has neither."""
        raise Failed(
            "这台电脑是 Windows，不能自己发布：用 kepu send 把修改交给服务器，由它发布；"
            "一定要在这里发布的，请装 WSL，在里面做。"
        )
else:
    import fcntl

    def _hold(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class TooLong(Exception):
    """Somebody else has had the lock for longer than we would wait."""


@contextmanager
def taken(path: Path, who: str, wait: Callable[[str], object], timeout: float | None = None) -> Iterator[int]:
    """Holds the lock at *path* in the name of *who*; gives its descriptor, for those that must hold it too.

    Where it has to wait, *wait* is told once who holds it. Raises TooLong after *timeout* seconds.
    """
    descriptor = os.open(path, _FLAGS, 0o644)
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
            _hold(descriptor)
        except BlockingIOError:
            if timeout is not None and time.monotonic() - start >= timeout:
                raise TooLong("another publication is running") from None
        else:
            return
        if not told:
            wait(os.pread(descriptor, 1000, 0).decode(errors="replace"))
            told = True
        time.sleep(_PAUSE)
