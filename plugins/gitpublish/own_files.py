"""Files that only this account writes and reads, for what is remembered from one publication to the next."""

import os
import stat
from pathlib import Path

_OWN = 0o600
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_NO_LINK = os.O_NOFOLLOW | os.O_CLOEXEC


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
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | _NO_LINK)
    except FileNotFoundError:
        return None
    with open(descriptor, encoding="utf-8") as file:  # noqa: PTH123 - as above
        found = os.fstat(descriptor)
        is_own = stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & _OTHERS
        return file.read() if is_own else None
