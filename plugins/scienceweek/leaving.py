"""The end of a process that has read a whole site: the system takes its memory back faster than it could give it."""

import os
import sys
from typing import Never


def leave(status: int) -> Never:
    """Ends the process at once, with all that it has said."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
