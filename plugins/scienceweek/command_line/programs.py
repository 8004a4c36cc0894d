"""Other programs that a verb has run: in order, until one fails."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SPOKEN = {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8:backslashreplace"}
"""Whatever the machine's locale is: what is said is Chinese."""


def python(*arguments: str) -> tuple[str, ...]:
    """The command that has this Python run *arguments*."""
    return (sys.executable, *arguments)


def script(name: str, *arguments: str) -> tuple[str, ...]:
    """A command that came with a package, from beside this Python."""
    return (str(Path(sys.executable).with_name(name)), *arguments)


def run(*commands: Sequence[str], folder: Path) -> int:
    """Runs *commands* in *folder*; the status of the first that fails, or 0."""
    for command in commands:
        sys.stdout.flush()
        status = subprocess.run(command, cwd=folder, env=os.environ | SPOKEN, check=False).returncode
        if status:
            return status if status > 0 else 128 - status
    return 0
