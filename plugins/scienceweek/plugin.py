"""Pelican's door: load, plan, build, one call each.

Pelican reads the settings and the pages, and sees one generator of ours, which writes every file.
"""

import gc
import logging
import sys
import threading
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pelican import signals
from pelican.generators import Generator
from pelican.readers import BaseReader, Readers
from pelican.utils import pelican_open
from rich.live import Live

from scienceweek import render
from scienceweek.brief import Brief
from scienceweek.formats.ground import csp
from scienceweek.inspection import inspect
from scienceweek.links import Site
from scienceweek.plan import plan
from scienceweek.privacy.gate import Gate
from scienceweek.settings import Settings, SettingsError
from scienceweek.source.pages import front_matter
from scienceweek.source.problems import SourceError
from scienceweek.views.pages.prose import Prose
from scienceweek.views.pieces.contacts import Privacy

CODE = Path(__file__).parent
LIBRARIES = (
    *("folium", "holidays", "icalendar", "jinja2", "markdown", "nh3", "pillow", "pypinyin"),
    *("python-dateutil", "segno"),
)

_MOST = 20  # messages

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
        theme = Path(self.theme)
        pages = _prose(self.context["pages"])
        try:
            self.own = Settings.of(self.settings["SCIENCEWEEK"])
            loaded = inspect(self.own.data, Path(self.path), self.own.kept)
        except (SettingsError, SourceError) as error:
            sys.exit(f"{error}\n\n改好以前，网站保持原样。")
        brief = Brief(
            site=_site(self.settings, self.own, pages, theme),
            privacy=_privacy(self.own),
            pages=pages,
            theme=theme,
            ground=self.own.ground,
            boundaries=loaded.boundaries,
            images=Path(self.path, "images"),
        )
        # The number for mistakes is public by the settings, if by no record.
        secrets = loaded.secrets.without(self.own.phone)
        self.gate = Gate(secrets, render.salt(CODE / "privacy", libraries=()))
        self.plan = tuple(plan(loaded.catalogue, brief))
        self.salt = render.salt(CODE, theme / "templates", theme / "fonts", libraries=LIBRARIES)

    def generate_output(self, _writer: object) -> None:
        end_spinner()
        # Not one of the site's own settings: whoever publishes may have a newer program than the one that builds.
        unseen = self.settings.get("SCIENCEWEEK_UNSEEN", False)
        try:
            report = render.build(
                self.plan,
                Path(self.output_path),
                salt=self.salt,
                gate=self.gate,
                gzip=self.own.gzip,
                unseen=unseen,
            )
        except render.Refused as refusal:
            sys.exit(_refused(refusal.faults))
        log.info("%d made, %d kept, %d removed", len(report.made), report.kept, len(report.removed))


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


def _privacy(own: Settings) -> Privacy:
    """As it is on the day of a demonstration, or today in China: only here is the clock asked."""
    today = own.today or datetime.now(ZoneInfo("Asia/Shanghai")).date()
    return Privacy(today, own.mask_mobiles, own.hide_mobiles_after_days)


def _site(settings: dict[str, Any], own: Settings, pages: tuple[Prose, ...], theme: Path) -> Site:
    return Site(
        name=settings["SITENAME"],
        url=settings["SITEURL"].rstrip("/"),
        keeper=own.keeper,
        phone=own.phone,
        marks=own.marks,
        pages=tuple((page.id, page.title) for page in pages),
        csp=csp(own.ground),
        edition=render.salt(theme / "static", libraries=()).hex()[:8],
        today=own.today,
        uid_domain=own.uid_domain,
    )


def _prose(pages: list[Any]) -> tuple[Prose, ...]:
    # Not `content`, which is Pelican's drawing of it.
    return tuple(Prose(page.slug, page.title, page._content) for page in pages)  # noqa: SLF001
