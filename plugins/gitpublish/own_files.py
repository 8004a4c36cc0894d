"""Files that only this account writes and reads, for what is remembered from one publication to the next."""

import os
import stat
from pathlib import Path

_OWN = 0o600
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
# Windows has none of them, no owners either: there it is the folder of the account that keeps others out.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)


def write(path: Path, text: str) -> None:
    """Puts *text* at *path*, wholly or not at all. Raises OSError."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, _OWN)
    with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor is no path
        file.write(text)
    draft.replace(path)


def read(path: Path) -> str | None:
    """What `write` has put at *path*; None if there is nothing, or others could have written or read it.

    Raises OSError or ValueError where it cannot be read.
    """
    try:
        # A pipe would keep us waiting.
        descriptor = os.open(path, os.O_RDONLY | _AT_ONCE | _NO_LINK)
    except FileNotFoundError:
        return None
    with open(descriptor, encoding="utf-8") as file:  # noqa: PTH123 - as above
        found = os.fstat(descriptor)
        return file.read() if stat.S_ISREG(found.st_mode) and _is_own(found) else None


def _is_own(found: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or (found.st_uid == os.geteuid() and not found.st_mode & _OTHERS)
