"""What `gitpublish` is told of this program: how it is called, what of it goes to a server, what of a push is facts."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from gitpublish.program import BuildJob, Program, Versions
from scienceweek import links
from scienceweek.layout import FOLDER, project_of
from scienceweek.layout import PROGRAM as PROGRAM_FOLDER
from scienceweek.model.site_facts import SiteFacts
from scienceweek.settings import ON, Settings, SettingsError, facts
from scienceweek.surroundings import why

# Pelican, but that it leaves at once, as our own commands do; a program that was pushed may be too old to know how.
_PELICAN = """
import os, sys
from pelican import main
main(sys.argv[1:])
sys.stdout.flush()
sys.stderr.flush()
os._exit(0)
"""


def _settings(job: BuildJob) -> str:
    """Those of the program in public, but with the facts and the prose of the job."""
    return f"""\
import sys

sys.path.insert(0, {str(job.program)!r})

from publishconf import *

PATH = {str(job.project / "content")!r}
OUTPUT_PATH = {str(job.output)!r}
SCIENCEWEEK = SCIENCEWEEK | {{"data": {str(job.project / "data")!r}, "kept": {str(job.kept or "")!r}}}
SCIENCEWEEK_UNSEEN = True
SCIENCEWEEK_TOLD = True
SCIENCEWEEK_REVISIONS = {dict(job.revisions)!r}
SCIENCEWEEK_PREVIEW = {dict(job.preview)!r}
"""


def _check(job: BuildJob) -> tuple[str, ...]:
    kept = ("--kept", str(job.kept)) if job.kept else ()
    return ("-m", "scienceweek", "check", "--settings", str(job.settings), *kept)


def _build(job: BuildJob) -> tuple[str, ...]:
    # Pelican looks for plugins and locales from where it is run: the root of the program.
    return ("-c", _PELICAN, "-s", str(job.settings), "--fatal", "errors", "--quiet")


# What a publication needs is imported when it needs it, so that each command starts at once.


def _planned(output: Path) -> Iterable[str]:
    """The paths of all files that the build at *output* has planned."""
    from scienceweek.render.manifest import Manifest
    from scienceweek.render.slot import Slot

    return Manifest.of(str(output), Slot.at(output).folder).files


def _told(changes: Mapping[str, Versions]) -> str:
    """What *changes* to the facts come to, in a sentence."""
    from scienceweek.source.differences import sentence

    return sentence(changes)


def _policy() -> str:
    """The Content-Security-Policy that follows from the settings."""
    from scienceweek.formats.ground import csp

    return csp(Settings.here().ground)


def published(data: Path) -> SiteFacts:
    """What the facts in *data* say of how the site is published. Ends the program with every mistake in them."""
    try:
        return facts(data)
    except SettingsError as error:
        sys.exit(str(error))


PROGRAM = Program(
    source=PROGRAM_FOLDER,
    project=project_of(),
    module="scienceweek",
    modules="plugins",
    facts=("data", "content"),
    parts=(
        *("plugins", "theme", "requirements", "deploy"),
        *("kepu", "kepu.cmd", "Makefile", "pyproject.toml", "pelicanconf.py", "publishconf.py", "tasks.py"),
    ),
    made=(".cache", ".venv"),
    install=("make", "--silent", "environment"),
    python=".venv/bin/python",
    settings=_settings,
    check=_check,
    build=_build,
    planned=_planned,
    # A script brings a list of its own, where there are many bases.
    scripted=frozenset({links.BASES}),
    policy=_policy,
    inherited=(ON,),
    framed=links.EMBED.rstrip("/"),
    styled=links.SEND.rstrip("/"),
    address=links.site_address,
    why=why,
    nested=FOLDER,
    written=lambda project: facts(project / "data").url,
    told=_told,
)
