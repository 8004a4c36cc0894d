"""The other process of a preview, which builds: it has at hand what it has read before, and is exchanged when the program changes."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Self

from scienceweek.preview.rebuild import SPOKEN

CAN_STAND_BY = hasattr(os, "fork")
_MOST = 50  # builds, after which what is held may have grown


class StandbyBuilder:
    """Begins when it is first asked. Nothing of it outlives whoever has asked."""

    def __init__(self, project: Path, content: Path, settings: Path) -> None:
        self._project, self._words = project, (str(content), str(settings))
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: IO[bytes] | None = None
        self._asked = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def group(self) -> int:
        """The number of the group of its processes; 0 while there is none."""
        return self._process.pid if self._process else 0

    def build(self) -> dict[str, Any] | None:
        """What became of a build: ``problems`` and what was ``said``; None if it did not come to its end."""
        if self._asked >= _MOST:
            self.end()
        try:
            process, answers = self._begun()
            self._asked += 1
            if process.stdin:
                process.stdin.write(b".")
                process.stdin.flush()
            found: dict[str, Any] = json.loads(answers.readline() or b"{}")
        except (OSError, ValueError):
            found = {}
        if "problems" in found:
            return found
        self.end()
        return None

    def end(self) -> None:
        """Ends it, in the midst of a build too: that leaves the site as it was, or for the next to finish."""
        process, answers = self._process, self._answers
        self._process = self._answers = None
        self._asked = 0
        if process and process.stdin and answers:
            # A group of its own: those who have taken its place are in it.
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
            with suppress(OSError):
                process.stdin.close()
            answers.close()
            process.wait()

    def _begun(self) -> tuple[subprocess.Popen[bytes], IO[bytes]]:
        if self._process is None or self._answers is None:
            reader, writer = os.pipe()
            self._answers = open(reader, "rb")  # noqa: PTH123, SIM115 - a descriptor is no path
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "scienceweek.standby", *self._words, str(writer)],
                    cwd=self._project,
                    env=os.environ | SPOKEN,
                    stdin=subprocess.PIPE,
                    pass_fds=[writer],
                    process_group=0,
                )
            finally:
                os.close(writer)
        return self._process, self._answers
