"""All that is known here of the program that checks and builds: what its caller says of it, in one place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BuildJob:
    """What a copy of the program in the folder *program* has to check, or to build into *output*.

    The facts are those of the folder *project*. The file *settings* holds what `Program.settings` says of this job. What a
    check has read may be left in the file *kept* for the build that follows. *revisions* are the files from which a build
    knows how often each thing has changed: the ledger of the release that is ``live``, the ``newest`` one, the
    ``moment`` of the commit (ISO 8601), and where its own is ``left``; for a check there are none. A *preview* says on each
    page what it is of: ``branch``, ``commit``, the day on which it was ``made`` and the last one, ``until`` (ISO 8601).
    """

    program: Path
    project: Path
    output: Path
    settings: Path
    kept: Path | None = None
    revisions: Mapping[str, str] = field(default_factory=dict)
    preview: Mapping[str, str] = field(default_factory=dict)


Versions = tuple[bytes | None, bytes | None]
"""A file before and after; None where there was none."""


def files_told(changes: Mapping[str, Versions]) -> str:
    """Which files changed, in a sentence."""
    names = sorted(changes)
    return f"改动 {len(names)} 个文件：{'、'.join(names[:3])}{'等' if len(names) > 3 else ''}"  # noqa: PLR2004


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program that makes a site of facts which are pushed.

    What it is told: the address of the site, as ``SITEURL`` in its environment. What it answers: status 0, or 1 with every
    mistake on standard error, for staff; with a traceback there, or another status, it is itself at fault.
    """

    source: Path
    """The project that is running: where copies of the program are made from."""
    project: Path | None = None
    """The project that is published, where *source* is only a folder of it."""
    module: str
    """What ``python -m`` runs; it has the commands that `gitpublish.commands.add` adds."""
    modules: str
    """The folder of the project where Python finds *module*."""
    facts: tuple[str, ...]
    """The folders that are taken from a push."""
    parts: tuple[str, ...]
    """The files and folders that are the program, with ``*.py`` beside and among the facts: no push changes them."""
    made: tuple[str, ...]
    """Folders that the program makes in a project, and believes: no push brings them."""
    install: tuple[str, ...]
    """The command that sets up the Python of a copy, run in its folder."""
    python: str
    """That Python, from the folder of the copy."""
    settings: Callable[[BuildJob], str]
    """The text of the settings for a job."""
    check: Callable[[BuildJob], tuple[str, ...]]
    """What Python is given to check a job; it is run in the folder of the project. Its last line is the verdict."""
    build: Callable[[BuildJob], tuple[str, ...]]
    """What Python is given to build a job; it is run in the folder of the program."""
    planned: Callable[[Path], Iterable[str]]
    """The paths of all files that the build at this folder has planned."""
    scripted: frozenset[str]
    """Pages with places that only a script brings: no link to one of those is dead."""
    policy: Callable[[], str]
    """The Content-Security-Policy of its pages."""
    address: Callable[[str], str]
    """The address of a site as somebody wrote it; raises ValueError, its text for staff."""
    why: Callable[[OSError], str]
    """What the system refuses, and of what: a clause for staff."""
    inherited: tuple[str, ...] = ()
    """The variables of the environment that it is told as they are."""
    framed: str = ""
    """The folder of a site whose pages anybody may show in a page of theirs; "" where there is none."""
    styled: str = ""
    """The folder of a site whose pages bring their style with them; "" where there is none."""
    nested: str = ""
    """The folder of a project in which a copy of the program may lie, where it is not the project itself."""
    written: Callable[[Path], str] = lambda _: ""
    """The address that the facts in a project say, "" if they say none; raises ValueError, its text for staff."""
    told: Callable[[Mapping[str, Versions]], str] = files_told
    """What changes to the facts come to, by the path of each file, in a sentence for a commit."""

    @property
    def checkout(self) -> Path:
        """Where the facts lie beside which the program runs."""
        return self.project or self.source

    @property
    def home(self) -> str:
        """Where a server lies by custom."""
        return f"/srv/{self.module}"

    def command(self, name: str) -> tuple[str, ...]:
        """What Python is given to run the command *name*; -P: nothing is imported from the folder that it runs in."""
        return ("-P", "-m", self.module, name)

    def brought(self, project: Path) -> Path | None:
        """Where in *project* a program of its own lies; None if it has brought none."""
        folders = (project, project / self.nested) if self.nested else (project,)
        return next((one for one in folders if (one / self.modules / self.module).is_dir()), None)
