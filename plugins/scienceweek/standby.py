"""A process that builds the preview whenever it is asked to, with all that it has imported and read before at hand.

Each build is made by a child, which is forked. One that has made the site takes the place of its parent, with what it has
read; what goes wrong in it, a crash too, leaves the parent as it was, and costs no more than the time.

    python -m scienceweek.standby CONTENT SETTINGS ANSWERS

reads a byte from its input for each build that is wanted, and writes a line of JSON to the descriptor ANSWERS for each that is
made: ``{"problems": […], "said": "…"}``, or ``{"ended": status}``. It ends with its input.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scienceweek import plugin
from scienceweek.check.project import Project
from scienceweek.formats.annotations import FORMATS
from scienceweek.identity import hold_identities
from scienceweek.render.page import read_templates
from scienceweek.settings import written
from scienceweek.source.files import read_cache
from scienceweek.source.mistakes.problems import Problem, SourceError
from scienceweek.surroundings import refusal, whole
from scienceweek.terminal import speak
from scienceweek.views.words.memory import hold_views


def stand_by(content: Path, settings: Path, answers: int) -> None:
    """Builds the project in this folder as often as it is asked to."""
    read_cache.hold()
    hold_views()
    while os.read(0, 1):
        reader, writer = os.pipe()
        # What is frozen is not looked at by the collector, so that its memory stays shared with the child.
        gc.freeze()
        child = os.fork()
        if child:
            os.close(writer)
            is_replaced = bool(os.read(reader, 1))
            os.close(reader)
            if is_replaced:
                os._exit(0)
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            if status:
                _answer(answers, {"ended": status})
            continue
        os.close(reader)
        if not _is_made(content, settings, answers):
            os._exit(0)
        os.write(writer, b"+")
        os.close(writer)
        # Nobody waits any more.
        read_cache.settle()
        read_templates(str(Path(written(settings).get("THEME", "theme"), "templates")))


def _is_made(content: Path, settings: Path, answers: int) -> bool:
    """Whether the site is new now; that is answered. Ends the process if it cannot be said here why it is not."""
    try:
        problems, said = _made(content, settings)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001 - whatever it is, whoever builds anew tells of it
        os._exit(1)
    told = json.loads(FORMATS["json"](problems))
    _answer(answers, {"problems": told, "said": said})
    return not said and not any(one["severity"] == "error" for one in told)


def _made(content: Path, settings: Path) -> tuple[Sequence[Problem], str]:
    """What is wrong in the sources or is to be said of them, and why else the site could not be made."""
    begun = time.monotonic()
    hold_identities()
    try:
        project = Project.here(None, content, None, settings)
        warnings = project.read().warnings
    except SourceError as error:
        return error.problems, ""
    except Exception as error:
        if not (told := refusal(error)):
            raise
        return (), whole(told)
    try:
        plugin.make(content, settings, begun, in_place=True)
    except SystemExit as ended:
        # What speaks against the sources comes up when the site is made, too.
        if isinstance(ended.__context__, SourceError):
            return ended.__context__.problems, ""
        if not isinstance(ended.code, str):
            raise
        return warnings, ended.code
    return warnings, ""


def _answer(answers: int, told: dict[str, Any]) -> None:
    os.write(answers, json.dumps(told).encode() + b"\n")


if __name__ == "__main__":
    speak()
    stand_by(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
