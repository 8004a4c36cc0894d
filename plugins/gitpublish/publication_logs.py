"""What each publication has said, a file each; the newest are kept."""

import os
from contextlib import suppress
from pathlib import Path

from gitpublish import china_time
from gitpublish.messages import Say

_KEPT = 50


def new(logs: Path, commit: str) -> Path:
    """Where a publication of *commit* that begins now says what it does: below *logs*."""
    return logs / f"{china_time.now():%Y%m%d-%H%M%S}-{commit[:12]}-{os.getpid()}.log"


def kept(log: Path, say: Say) -> Say:
    """Says to *say* and writes to *log*, which is there once something has been said. A full disk writes nothing."""

    def tell(line: str) -> None:
        say(line)
        with suppress(OSError), log.open("a", encoding="utf-8") as written:
            written.write(f"{line}\n")

    return tell


def sweep(logs: Path) -> None:
    """Removes all but the newest."""
    with suppress(OSError):
        for log in sorted(logs.iterdir(), key=lambda path: path.stat().st_mtime)[:-_KEPT]:
            log.unlink(missing_ok=True)
