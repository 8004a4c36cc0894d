"""Which ids there ever were: what was deleted keeps its id, for somebody has a link to it."""

import re
import subprocess
from pathlib import Path

_ID = re.compile(r"^[-+].*?\bid: *([a-z0-9]+(?:-[a-z0-9]+)*)", re.MULTILINE)
_PATIENCE = 20  # seconds


def ever(data: Path) -> frozenset[str]:
    """The ids in all versions of the folder *data* that git knows; none where there is no git, or it takes too long."""
    command = ("git", "log", "--all", "-p", "-U0", "--format=", "--no-color", "--no-ext-diff", "--", ".")
    try:
        done = subprocess.run(command, cwd=data, capture_output=True, check=False, timeout=_PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(_ID.findall(done.stdout.decode(errors="replace")))
