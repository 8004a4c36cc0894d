"""How often it has been tried to publish something that is not live yet: at once, then less and less often.

A publication that was killed is tried again within the minute; one that the program fails at does not keep the machine busy.
"""

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gitpublish import own_files

_AT_ONCE = 2  # the first was perhaps killed
_PAUSE = 60  # seconds, after the second; twice as long after each that follows
_LONGEST = 3600
_MORE_ROOM = 1_000_000  # bytes: somebody has tidied up
_SCARCE = (
    2_000_000_000  # bytes: with more than that it was not for want of room, and others free some all the time
)


@dataclass(frozen=True, slots=True)
class Attempts:
    """Those in the folder *root* at *what* is wanted now."""

    root: Path
    what: str

    def begin(self) -> None:
        """Another. A disk that is full forgets it."""
        self._write(self._count() + 1)

    def fail(self) -> None:
        """It has ended, and what is wanted is not there."""
        self._write(max(1, self._count()))

    def end(self) -> None:
        """It has succeeded."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def has_begun(self) -> bool:
        """Whether there was one that has not succeeded, as far as is known."""
        return self._count() > 0

    def is_due(self) -> bool:
        """Whether it is time for another."""
        count, known = self._count(), self._known()
        if count < _AT_ONCE:
            return True
        waited = time.time() - float(known["at"])
        pause = min(_PAUSE * 2 ** min(count - _AT_ONCE, 10), _LONGEST)
        # A clock that was set back would have us wait for years.
        if not 0 <= waited < pause:
            return True
        return int(known["room"]) < _SCARCE and self._room() > int(known["room"]) + _MORE_ROOM

    @property
    def _file(self) -> Path:
        return self.root / "attempts"

    def _write(self, count: int) -> None:
        known = {"what": self.what, "count": count, "at": time.time(), "room": self._room()}
        with suppress(OSError):
            own_files.write(self._file, json.dumps(known))

    def _known(self) -> dict[str, Any]:
        """Nothing if the last attempt was at something else, or what is kept cannot be read."""
        try:
            found = json.loads(own_files.read(self._file) or "")
            known = {"count": int(found["count"]), "at": float(found["at"]), "room": int(found["room"])}
            return known if found["what"] == self.what else {}
        except (OSError, ValueError, TypeError, LookupError):
            return {}

    def _count(self) -> int:
        return int(self._known().get("count", 0))

    def _room(self) -> int:
        """Bytes that are free."""
        try:
            found = os.statvfs(self.root)
        except OSError:
            return 0
        return found.f_bavail * found.f_frsize
