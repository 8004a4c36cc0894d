"""Pelican's door: load, plan, build, one call each.

Pelican reads the settings and the pages, and sees one generator of ours, which writes every file.
"""

import gc
import logging
import sys
import threading
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.readers import BaseReader, Readers
from pelican.utils import pelican_open
from rich.live import Live

from scienceweek import render
from scienceweek.plan import plan
from scienceweek.project import Project
from scienceweek.settings import Settings, SettingsError
from scienceweek.source.pages import front_matter
from scienceweek.source.problems import SourceError
from scienceweek.views.pages.prose import Prose

CODE = Path(__file__).parent
LIBRARIES = (
    *("folium", "holidays", "icalendar", "jinja2", "markdown", "nh3", "pillow", "pypinyin"),
    *("python-dateutil", "segno"),
)

log = logging.getLogger(__name__)


def register() -> None:
    """Pelican calls this; it holds receivers weakly, so each is a function of the module."""
    signals.readers_init.connect(_readers)
    signals.get_generators.connect(_generators)


def _readers(readers: Readers) -> None:
    readers.reader_classes["md"] = MarkdownText


def _generators(_pelican: object) -> type[Generator]:
    return ScienceWeek


class MarkdownText(BaseReader):  # type: ignore[misc]
    """A page as its author wrote it: the site's own templates draw the Markdown."""

    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        with pelican_open(source_path) as text:
            fields, body = front_matter(text)
        return body, {key: self.process_metadata(key, value) for key, value in fields.items()}


class ScienceWeek(Generator):  # type: ignore[misc]
    """Names every file before the first is made, and makes them when Pelican says so."""

    def generate_context(self) -> None:
        # Nothing of what is read and planned is garbage before the end: looking for it takes as long as planning.
        gc.disable()
        pages = _prose(self.context["pages"])
        try:
            own = Settings.of(self.settings["SCIENCEWEEK"])
            settings = {**self.settings, "THEME": self.theme}
            project = Project(own.data, Path(self.path), settings, own, own.kept)
            inspected = project.inspected()
        except (SettingsError, SourceError) as error:
            sys.exit(f"{error}\n\n改好以前，网站保持原样。")
        self.own, theme = own, project.theme
        self.plan = tuple(plan(inspected.catalogue, project.brief(inspected, pages)))
        self.salt = render.salt(CODE, theme / "templates", theme / "fonts", libraries=LIBRARIES)

    def generate_output(self, _writer: object) -> None:
        end_spinner()
        # Not one of the site's own settings: whoever publishes may have a newer program than the one that builds.
        unseen = self.settings.get("SCIENCEWEEK_UNSEEN", False)
        report = render.build(
            self.plan, Path(self.output_path), salt=self.salt, gzip=self.own.gzip, unseen=unseen
        )
        log.info("%d made, %d kept, %d removed", len(report.made), report.kept, len(report.removed))


def end_spinner() -> None:
    """Pelican's “Generating...” turns in a thread, and where there are threads, drawing is not shared among processes."""
    for thread in threading.enumerate():
        if isinstance(live := getattr(thread, "live", None), Live):
            live.stop()
            thread.join()


def _prose(pages: list[Any]) -> tuple[Prose, ...]:
    # Not `content`, which is Pelican's drawing of it.
    return tuple(Prose(page.slug, page.title, page._content) for page in pages)  # noqa: SLF001
