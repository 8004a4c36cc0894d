"""Chapters for workers elsewhere, who find this module by its name; and a cluster of two of them."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scienceweek.render import Chapter, Target
from scienceweek.render.joined import text

TESTS = Path(__file__).parent
PATHS = os.pathsep.join((str(TESTS), str(TESTS.parent / "plugins")))


def pages(number: int, pause: float) -> Iterator[Target]:
    for name in "abc":
        time.sleep(pause)
        yield Target(f"{number}/{name}.html", text, (f"{number} {name}",))


def broken(number: int) -> Iterator[Target]:
    yield Target(f"{number}.html", text, ("whole",))
    raise LookupError(number)


def parts(count: int, pause: float = 0) -> list[Target | Chapter]:
    """A file that is here, and *count* chapters of three files each."""
    return [
        Target("here.css", text, ("a{}",)),
        *(Chapter(f"chapter {number}", pages, (number, pause), size=3) for number in range(count)),
    ]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@contextmanager
def started(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program of Dask, ended at the end: ``scheduler`` or ``worker`` with what it is told."""
    program = subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.dask_{words[0]}", *words[1:]],
        env=os.environ | {"PYTHONPATH": PATHS},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield program
    finally:
        program.kill()
        program.wait()
