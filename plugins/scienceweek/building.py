"""Check, then build, in one process; and neither, where there is nothing to do."""

import os
import sys
import time
from pathlib import Path
from typing import NamedTuple

from scienceweek import unchanged
from scienceweek.command_line.progress_line import last_line
from scienceweek.unchanged import BuildNote

_MANY = 2000  # activities
CONTENT, SETTINGS = Path("content"), Path("pelicanconf.py")


class _Nothing(NamedTuple):
    """The counts of a build that had nothing to do."""

    kept: int
    made: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def is_done(content: Path = CONTENT, settings: Path = SETTINGS) -> bool:
    """Whether there is nothing to do; that is said then, with the lines of the check."""
    begun = time.monotonic()
    note = unchanged.recalled(content, settings)
    if note is None:
        return False
    for line in note.said:
        print(line)
    print(last_line(_Nothing(note.files), Path(note.output), note.front, time.monotonic() - begun))
    return True


def build(content: Path = CONTENT, settings: Path = SETTINGS) -> int:
    """Checks and builds the project in this folder, and says what comes of it: 0 if all is well."""
    if is_done(content, settings):
        return 0
    begun = time.monotonic()
    from contextlib import closing
    from dataclasses import replace

    from scienceweek import links
    from scienceweek.check import reminders
    from scienceweek.check.project import Project
    from scienceweek.command_line.progress_line import PLANNED, READ, ProgressLine
    from scienceweek.render.chapter import is_much, keep_opened
    from scienceweek.source.files import read_cache
    from scienceweek.source.mistakes.problems import SourceError

    project = Project.here(None, content, None, settings)
    output = Path(str(project.settings.get("OUTPUT_PATH", "output"))).absolute()
    read = tuple(str(path.absolute()) for path in (project.data, project.content, project.theme))
    seen = unchanged.seen(settings, map(Path, read))
    keep_opened()
    read_cache.hold()
    line = ProgressLine(sys.stderr)
    told = replace(project, reading=line.of(READ), planning=line.of(PLANNED))
    try:
        with closing(line):
            inspected = told.inspected()
        lines = tuple(reminders.lines(project, inspected))
    except SourceError as error:
        read_cache.settle()
        print(reminders.mistakes(error), file=sys.stderr)
        return 1
    print(*lines, sep="\n", flush=True)
    asked = str(content), str(settings)
    note = BuildNote(asked, read, seen, str(output), "", lines, 0, links.HOME)
    if is_much() and len(inspected.catalogue.activities) > _MANY and hasattr(os, "fork"):
        # Of what the check of many has needed nothing is left to a process that begins anew.
        read_cache.settle()
        unchanged.remember(note)
        words = ("-m", "scienceweek.building", str(content), str(settings), str(begun))
        os.execv(sys.executable, [sys.executable, *words])  # noqa: S606 - this Python
    try:
        _finish(note, begun)
    finally:
        read_cache.settle()
    return 0


def _finish(note: BuildNote, begun: float) -> None:
    """Builds what was checked, and notes it."""
    from scienceweek import plugin
    from scienceweek.render.manifest import Manifest
    from scienceweek.render.slot import Slot

    plugin.make(Path(note.asked[0]), Path(note.asked[1]), begun)
    output = Path(note.output)
    known = Manifest.of(str(output), Slot.at(output).folder).files
    files = sum(not path.endswith(".gz") for path in known)
    unchanged.remember(note._replace(made=unchanged.made(output), files=files))


if __name__ == "__main__":
    from scienceweek.__main__ import leave
    from scienceweek.terminal import speak

    speak()
    if checked := unchanged.noted():
        _finish(checked, float(sys.argv[3]))
    leave(0)
