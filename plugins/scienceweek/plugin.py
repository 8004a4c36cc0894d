"""Pelican's door: load, plan, build, one call each.

Pelican reads the settings and the pages, and sees one generator of ours, which writes every file.
"""

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

from pelican import main as pelican
from pelican import settings as pelican_settings
from pelican import signals
from pelican.generators import Generator
from pelican.log import console
from pelican.readers import BaseReader, Readers
from pelican.utils import pelican_open
from rich.live import Live

from scienceweek import links, render
from scienceweek.check.project import Project
from scienceweek.check.reminders import mistakes
from scienceweek.cluster import ClusterError, crew_at, readers_at
from scienceweek.cluster.shares import ShareDoneError
from scienceweek.command_line.progress_line import ProgressLine, last_line
from scienceweek.manuscript import manuscript
from scienceweek.plan import plan
from scienceweek.plan.change_log import ChangeLog, grown
from scienceweek.plan.ledgers import Books, RevisionsError, write
from scienceweek.plan.open_data.everything import everything
from scienceweek.plan.revisions import Inputs, revised
from scienceweek.privacy.gate import PrivacyGate
from scienceweek.settings import ON, Settings, SettingsError, address, house
from scienceweek.source.files.encoding import plain
from scienceweek.source.mistakes.problems import SourceError, visible
from scienceweek.source.prose.pages import front_matter
from scienceweek.surroundings import refusal, whole
from scienceweek.terminal import speak
from scienceweek.version import LIBRARIES
from scienceweek.views.pages.prose import Prose

CODE = Path(__file__).parent
_FEW = 3

_MOST = 20  # messages

log = logging.getLogger(__name__)


def register() -> None:
    """Pelican calls this; it holds receivers weakly, so each is a function of the module."""
    speak()
    signals.readers_init.connect(_readers)
    signals.get_generators.connect(_generators)


def read_settings_first() -> None:
    """Has the settings looked at as soon as they are read: Pelican, which asks no plugin, would end with a traceback."""
    pelican_settings.get_settings_from_module = _settings


def make(
    content: Path, settings: Path, begun: float, checked: Sequence[str] = (), *, in_place: bool = False
) -> render.Report | None:
    """Has Pelican build the site of *content* as *settings* say, since *begun*; *in_place*: file by file, in the site that is there. What was done.

    *checked* are lines to be said once all links are known to be good. Raises SystemExit as Pelican does, with what is to be said
    or with its status.
    """
    ScienceWeek.since, ScienceWeek.checked, ScienceWeek.report = begun, checked, None
    # Its spinner is a thread, which `end_spinner` would end, and takes longer to import than all the rest of Pelican.
    setattr(console, "status", lambda _: nullcontext())  # noqa: B010 - mypy lets nobody assign to a method
    more = ["--extra-settings", "SCIENCEWEEK_UNSEEN=true"] if in_place else []
    pelican([str(content), "-s", str(settings), "--fatal", "errors", *more])
    return ScienceWeek.report


_PELICANS = pelican_settings.get_settings_from_module


def _settings(module: Any) -> dict[str, Any]:
    found: dict[str, Any] = _PELICANS(module)
    with _told():
        house(found)
        for plugin in found.get("PLUGINS", ()):
            if isinstance(plugin, str):
                import_module(plugin)
    # Pelican would take away the slash with a warning.
    return {**found, "SITEURL": address(found["SITEURL"])} if "SITEURL" in found else found


def _readers(readers: Readers) -> None:
    readers.reader_classes["md"] = MarkdownText


def _generators(_pelican: object) -> type[Generator]:
    console.quiet = False
    return ScienceWeek


class MarkdownText(BaseReader):  # type: ignore[misc]
    """A page as its author wrote it: the site's own templates draw the Markdown."""

    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        with pelican_open(source_path) as text:
            fields, body = front_matter(plain(text))
        return body, {key: self.process_metadata(key, value) for key, value in fields.items()}


class ScienceWeek(Generator):  # type: ignore[misc]
    """Names every file before the first is made, and makes them when Pelican says so."""

    since: ClassVar[float] = 0.0
    """When somebody began who wants to know how long all of it took."""
    checked: ClassVar[Sequence[str]] = ()
    """What is to be said of the sources once there is nothing against them."""
    report: ClassVar[render.Report | None] = None

    def generate_context(self) -> None:
        self.begun = self.since or time.monotonic()
        # Nothing of what is read and planned is garbage before the end: looking for it takes as long as planning.
        gc.disable()
        pages = _prose(self.context["pages"])
        with _told():
            house(self.settings)
            own = Settings.of(self.settings.get("SCIENCEWEEK", {}))
            project = Project(
                own.data,
                Path(self.path),
                {**self.settings, "THEME": self.theme},
                own,
                own.kept,
                ahead=readers_at(os.environ.get(ON, "")),
            )
            _apart(Path(self.output_path), project)
            self.inspected = inspected = project.read()
            self.project = project
            self.own = own = project.settled(inspected)
            brief = project.brief(inspected, pages)
            # Not one of the site's own settings: whoever publishes may have a newer program than the one that builds.
            self.inputs = Inputs.of(self.settings.get("SCIENCEWEEK_REVISIONS", {}), brief.today)
            theme = project.theme
            self.salt = render.salt(CODE, theme / "templates", theme / "fonts", libraries=LIBRARIES)
        # The number for mistakes is public by the settings, if by no record.
        secrets = inspected.secrets.without(own.phone.number if own.phone else "")
        self.gate = PrivacyGate(secrets, render.salt(CODE / "privacy", libraries=()))
        self.digests = project.digests()
        catalogue, ledger = revised(
            inspected.catalogue,
            self.inputs,
            lambda words: any(secrets.within(words)) or any(secrets.named(words)),
            self.digests,
        )
        log: ChangeLog = ()
        if self.inputs:
            log = grown(self.inputs.log, everything(catalogue, brief), self.inputs.moment, self.digests)
        self.books = Books(ledger, log)
        self.plan = tuple(plan(catalogue, brief, log))

    def generate_output(self, _writer: object) -> None:
        end_spinner()
        output = Path(self.output_path)
        # Likewise.
        unseen = self.settings.get("SCIENCEWEEK_UNSEEN", False)
        # Likewise: a server passes on to whoever has pushed what is told, and Pelican is quiet there.
        told = self.settings.get("SCIENCEWEEK_TOLD", False)
        speaks = log.isEnabledFor(logging.WARNING)
        progress = ProgressLine(sys.stdout, lines=told) if speaks or told else None
        with _told(), _ended(progress):
            ScienceWeek.report = report = render.build(
                self.plan,
                output,
                salt=self.salt,
                gate=self.gate,
                # A ledger has told of what was published: a check knows nothing of that.
                judge=partial(self.project.judge, self.inspected, learns=not self.inputs),
                crew=crew_at(on) if (on := os.environ.get(ON, "")) else None,
                gzip=self.own.gzip,
                unseen=unseen,
                tell=progress,
                own=is_ours,
            )
            if self.inputs:
                write(self.books, self.inputs.left)
                self.digests.keep()
        if report.foreign:
            print(_moved(output, report), file=sys.stderr)
        if speaks:
            print(*self.checked, sep="\n", flush=True)
            print(last_line(report, output, links.HOME, time.monotonic() - self.begun), flush=True)
        # Pelican would say how many articles there are: none.
        console.quiet = True


@contextmanager
def _ended(progress: ProgressLine | None) -> Iterator[None]:
    """Takes the line of *progress* away at the end, whatever comes."""
    try:
        yield
    finally:
        if progress:
            progress.close()


@contextmanager
def _told() -> Iterator[None]:
    """Ends the program with a line for staff, where there is one."""
    try:
        yield
    except SourceError as error:
        sys.exit(mistakes(error))
    except render.Refused as error:
        sys.exit(_refused(error.faults))
    except ShareDoneError as done:
        print(done, flush=True)
        sys.exit(0)
    except ClusterError as error:
        sys.exit(whole(str(error)))
    except RevisionsError as error:
        sys.exit(whole(str(error)))
    except Exception as error:
        if not (told := refusal(error)):
            raise
        sys.exit(whole(told))


def _apart(output: Path, project: Project) -> None:
    """Raises SettingsError if the site would lie among what it is made from: the next check would find it there."""
    for folder in (project.data, project.content, project.theme, CODE):
        if output.absolute().is_relative_to(folder.absolute()) and output.absolute() != folder.absolute():
            raise SettingsError(
                f"OUTPUT_PATH 写的是 {output}，在 {folder.name}/ 里面，生成的网站会和原来的内容混在一起。请写别处的文件夹，例如 output。"
            )


def is_ours(output: Path) -> bool:
    """Whether the folder *output* is a site that some version of this program has made: by the marks of its front page."""
    try:
        front = (output / links.HOME).read_bytes()
    except OSError:
        return False
    return all(mark in front for mark in (links.STYLE.encode(), links.FIRST_SCRIPT.encode(), b'data-root="'))


def _moved(output: Path, report: render.Report) -> str:
    few = "、".join(visible(path) for path in report.foreign[:_FEW])
    more = f" 等 {len(report.foreign)} 个" if len(report.foreign) > _FEW else ""
    return f"{output.name}/ 里有不是网站生成的文件：{few}{more}，已移到 {report.others}。{output.name}/ 只放生成的网站，自己的文件请放在别处。"


def _refused(faults: Sequence[str]) -> str:
    """Of what is not public in the files of the site; the sources have been looked at before."""
    more = [f"……还有 {len(faults) - _MOST} 处。"] if len(faults) > _MOST else []
    return "\n".join(
        (
            "生成的网站里有不能公开的内容：",
            *faults[:_MOST],
            *more,
            "",
            "请从 data/ 和 content/ 里删去；可以公开的，在 data/allowed.yaml 里写明内容和理由。改好以前，网站保持原样。",
        )
    )


def end_spinner() -> None:
    """Pelican's “Generating...” turns in a thread, and where there are threads, drawing is not shared among processes."""
    for thread in threading.enumerate():
        if isinstance(live := getattr(thread, "live", None), Live):
            live.stop()
            thread.join()


def _prose(pages: list[Any]) -> tuple[Prose, ...]:
    # Not `content`, which is Pelican's drawing of it.
    return tuple(Prose(page.slug, page.title, manuscript(page._content).text) for page in pages)  # noqa: SLF001
