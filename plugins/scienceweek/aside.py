"""Work for a process that is forked for it alone: the memory that it takes goes with it."""

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

_DONE = b"+"


def aside(work: Callable[[], bytes]) -> bytes | None:
    """What another process makes of the *work*; None where none can be forked, or something went wrong there: whoever does it again is told of that."""
    # A fork copies the locks of other threads, but not the threads that would let go of them.
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return None
    sys.stdout.flush()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            with suppress(BaseException), open(writer, "wb") as answer:  # noqa: PTH123 - a descriptor is no path
                answer.write(_DONE + work())
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader, "rb") as answer:  # noqa: PTH123 - likewise
        made = answer.read()
    _, status = os.waitpid(child, 0)
    return made.removeprefix(_DONE) if status == 0 and made.startswith(_DONE) else None
