"""Check, then build, in one process; and neither, where there is nothing to do."""

import os
import sys
import time
from pathlib import Path
from typing import NamedTuple

from scienceweek import unchanged
from scienceweek.command_line.progress_line import last_line
from scienceweek.unchanged import BuildNote

CONTENT, SETTINGS = Path("content"), Path("pelicanconf.py")


class _Nothing(NamedTuple):
    """The counts of a build that had nothing to do."""

    kept: int
    made: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def build(content: Path = CONTENT, settings: Path = SETTINGS) -> int:
    """Checks and builds the project in this folder, and says what comes of it: 0 if all is well."""
    begun = time.monotonic()
    before = unchanged.look(settings)
    if note := before.nothing_new(content, settings):
        for line in note.said:
            print(line)
        print(last_line(_Nothing(note.files), Path(note.output), note.front, time.monotonic() - begun))
        return 0
    from contextlib import closing
    from dataclasses import replace

    from scienceweek import links
    from scienceweek.check import reminders
    from scienceweek.check.project import Project
    from scienceweek.command_line.progress_line import READ, ProgressLine
    from scienceweek.settings import ON
    from scienceweek.source.files import read_cache
    from scienceweek.source.mistakes.problems import SourceError

    project = Project.here(None, content, None, settings)
    output = Path(str(project.settings.get("OUTPUT_PATH", "output"))).absolute()
    read = tuple(str(path.absolute()) for path in (project.data, project.content, project.theme))
    seen = before.of(settings, read)
    read_cache.hold()
    ahead = None
    if on := os.environ.get(ON, ""):
        from scienceweek.cluster import readers_at

        ahead = readers_at(on)
    told = ProgressLine(sys.stderr)
    try:
        with closing(told):
            inspected = replace(project, reading=told.of(READ), ahead=ahead).read()
        lines = reminders.few(tuple(reminders.lines(project, inspected)))
        del inspected
        # What is wrong with the sources is told before what makes a site is imported.
        from scienceweek import plugin

        report = plugin.make(content, settings, begun, lines)
    except SourceError as error:
        print(reminders.mistakes(error), file=sys.stderr)
        return 1
    finally:
        read_cache.settle()
    if report:
        asked, files = (str(content), str(settings)), report.kept + len(report.made)
        made = unchanged.made(output, report.looked)
        unchanged.remember(BuildNote(asked, read, seen, str(output), made, lines, files, links.HOME))
    return 0
