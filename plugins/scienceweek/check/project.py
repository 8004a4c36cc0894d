"""A project: facts and prose are read, and every link is looked up, among what a site would have or what was made of it."""

import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from scienceweek.check.inspection import Inspected, inspect
from scienceweek.manuscript import manuscript
from scienceweek.render import MadeSite, salt
from scienceweek.settings import FILE, NAME, Settings, address, house, left_over, written
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.mistakes.problems import Position, Problem, Problems, Severity, SourceError
from scienceweek.source.prose.pages import front_matter

if TYPE_CHECKING:
    from scienceweek.check.site_paths import SitePaths
    from scienceweek.plan.brief import Brief
    from scienceweek.plan.kept_digests import KeptDigests
    from scienceweek.source.files.data_files import Tell
    from scienceweek.source.reading_ahead import Ahead
    from scienceweek.views.pages.prose import Prose

_CODE = Path(__file__).parents[1]
_LIBRARIES = ("jinja2", "markdown-it-py", "nh3")
_THEME = Path(__file__).parents[3] / "theme"
_USUAL = {"SITENAME": NAME, "SITEURL": ""}


@dataclass(frozen=True)
class Project:
    """The facts in *data* and the prose in *content*, under *settings* as Pelican has them.

    What was read and planned is kept beside the file *kept*, if one is named. While that goes on, *reading* and *planning* are told
    how far it is. Others may read *ahead*.
    """

    data: Path
    content: Path
    settings: Mapping[str, Any]
    own: Settings
    kept: Path | None = None
    reading: "Tell | None" = None
    planning: "Tell | None" = None
    ahead: "Ahead | None" = None

    @classmethod
    def here(cls, data: Path | None, content: Path, kept: Path | None, file: Path = FILE) -> "Project":
        """As the settings in *file* say, those of *data* too if it is None; where there are none, what goes without saying.

        An address that they leave open may be given as it is for a publication, so that the same links are found. Raises
        SettingsError.
        """
        settings = written(file)
        if settings.get("SITEURL", "") == "":
            settings = {**settings, "SITEURL": os.environ.get("SITEURL", "")}
        house(settings)
        own = Settings.of(settings.get("SCIENCEWEEK", {}))
        return cls(data or own.data, content, settings, own, kept or own.kept)

    def inspected(self) -> Inspected:
        """All that may be published, of which every file is planned. Raises SourceError with every mistake, those of the links included."""
        with _uncollected():
            inspected, memory = self._read(leaves=True)
            if not self._is_good(memory):
                self._judge(inspected, self._planned(inspected, memory), memory)
            return inspected

    def read(self) -> Inspected:
        """All that may be published, for whoever makes it and then has it judged. Raises SourceError with every mistake but those of links."""
        with _uncollected():
            inspected, _ = self._read(leaves=False)
            private = self._private(inspected)
            if any(problem.severity is Severity.ERROR for problem in private):
                raise SourceError([*inspected.warnings, *private])
            return inspected

    def judge(self, inspected: Inspected, made: MadeSite, *, learns: bool = True) -> None:
        """Looks up the links of what was *inspected* among what was *made* of it. Raises SourceError.

        The next check *learns* what chapters name, unless this site is made of more than the sources.
        """
        from scienceweek.check.planned_paths import learn_chapters
        from scienceweek.check.site_paths import MadePaths

        memory = self._memory
        if not self._is_good(memory):
            if learns:
                learn_chapters(made.chapters, memory)
            # By itself: a check asks what its own pages hold, and keeps no more than it has asked for.
            places = self._memory_of("places")
            self._judge(inspected, MadePaths(made, places), memory, everything=not learns)
            places.keep()

    def brief(self, inspected: Inspected, pages: "tuple[Prose, ...] | None" = None) -> "Brief":
        """What the site is planned for; *pages* are those of prose, if somebody has read them already."""
        # Whoever finds everything as it was plans nothing, and needs nothing of this.
        from scienceweek.formats.ground import csp
        from scienceweek.links import Preview, Site
        from scienceweek.plan.brief import Brief
        from scienceweek.views.parts.contacts import Privacy

        known, own = self._pages() if pages is None else pages, self.settled(inspected)
        known = tuple(replace(page, images=inspected.pages.get(page.id, ())) for page in known)
        preview = Preview.of(self.settings.get("SCIENCEWEEK_PREVIEW", {}))
        site = Site(
            name=self.name(inspected),
            url=address(self._setting("SITEURL")),
            keeper=own.keeper,
            phone=own.phone,
            marks=own.marks,
            pages=tuple((page.id, page.title) for page in known),
            csp=csp(own.ground),
            today=own.today,
            # What somebody has taken from a preview is not exchanged for what is published, nor the other way round.
            uid_domain=f"preview.{own.uid_domain}" if preview else own.uid_domain,
            # As the revisions, not one of the site's own settings.
            preview=preview,
        )
        # As it is on the day of a demonstration, or today in China: only here is the clock asked.
        today = own.today or datetime.now(ZoneInfo("Asia/Shanghai")).date()
        return Brief(
            site=site,
            privacy=Privacy(today, own.mask_mobiles, own.hide_mobiles_after_days),
            pages=known,
            theme=self.theme,
            ground=own.ground,
            boundaries=inspected.boundaries,
            grounds=inspected.grounds,
            images=self.content.absolute() / "images",
            files=self.content.absolute() / "files",
            linked=inspected.linked,
            marks=inspected.marks,
            licence=inspected.site.licence,
        )

    def name(self, inspected: Inspected) -> str:
        """What the site is called."""
        return inspected.site.name or self._setting("SITENAME")

    def settled(self, inspected: Inspected) -> Settings:
        """The site's own settings, with what the facts say of them."""
        return self.own.with_facts(inspected.site)

    def left_over(self, inspected: Inspected) -> tuple[str, ...]:
        """What to say of settings that belong among the facts."""
        return tuple(left_over(self.settings, inspected.site))

    @property
    def theme(self) -> Path:
        return Path(self.settings.get("THEME", _THEME))

    def _read(self, *, leaves: bool) -> tuple[Inspected, Memory]:
        memory = self._memory
        try:
            inspected = inspect(
                self.data,
                self.content,
                self.kept,
                mark=self.own.mark,
                tell=self.reading,
                leaves=leaves,
                ahead=self.ahead,
            )
        except SourceError as error:
            from scienceweek.check import link_check

            raise SourceError([*error.problems, *link_check.in_prose(self.content, None, memory)]) from None
        return inspected, memory

    @property
    def _memory(self) -> Memory:
        """What is known of links: where they are written, and where they may lead."""
        return self._memory_of("links")

    def _memory_of(self, what: str) -> Memory:
        return Memory(self.kept.with_name(f"{self.kept.name}-{what}") if self.kept else None, self._code)

    def digests(self) -> "KeptDigests":
        """What publications have found of records."""
        from scienceweek.plan.kept_digests import KeptDigests

        return KeptDigests(self._memory_of("digests"))

    def _is_good(self, memory: Memory) -> bool:
        """Whether all links were looked up before, with everything as it is now."""
        return memory.recall("good", *self._everything) is not None

    def _planned(self, inspected: Inspected, memory: Memory) -> "SitePaths":
        from scienceweek.check.planned_paths import PlannedPaths
        from scienceweek.plan import plan

        planned = plan(inspected.catalogue, self.brief(inspected))
        return PlannedPaths(planned, self.theme / "templates", memory, self.planning)

    def _judge(
        self, inspected: Inspected, paths: "SitePaths", memory: Memory, *, everything: bool = False
    ) -> None:
        """Looks up every link among *paths*; that all is well is learnt. Raises SourceError."""
        from scienceweek.check import link_check
        from scienceweek.check.link_faults import Known

        brief = self.brief(inspected)
        known = Known(paths, brief.site, inspected.catalogue, tuple(inspected.images), inspected.files)
        found = (
            *link_check.clashes(self.data, self.content, paths.twice),
            *link_check.in_prose(self.content, known, memory),
            *link_check.in_facts(self.data, known),
            *link_check.of_settings(known, _spot(inspected)),
            *self._private(inspected),
        )
        if any(problem.severity is Severity.ERROR for problem in found):
            raise SourceError([*inspected.warnings, *found])
        memory.learn("good", "good", *self._everything)
        memory.keep(everything=everything)

    def _private(self, inspected: Inspected) -> tuple[Problem, ...]:
        """What is private in the settings and in the marks of borders, and what the settings would hide and cannot."""
        from scienceweek.source.checks import leaks

        problems, own = Problems(), self.settled(inspected)
        secrets = inspected.secrets.without(own.phone.number if own.phone else "")
        settings = (self.name(inspected), self._setting("SITEURL"), own.keeper, own.uid_domain)
        settings += (*(astuple(own.marks) if own.marks else ()), *map(str, astuple(own.ground)))
        leaks.of_settings(FILE.name, settings, secrets, problems)
        for one in inspected.boundaries:
            file = f"data/boundaries/{one.district.id}.geojson"
            leaks.of_settings(file, (one.approval,), secrets, problems)
        for laid in inspected.grounds:
            file = f"data/grounds/{laid.district.id}.geojson"
            names = (laid.source, laid.approval, *(one.name for one in laid.features))
            leaks.of_settings(file, names, secrets, problems)
        hides = own.mask_mobiles or own.hide_mobiles_after_days is not None
        return (*problems.all, *(inspected.exposed if hides else ()))

    def _pages(self) -> "tuple[Prose, ...]":
        from scienceweek.views.pages.prose import Prose

        found = []
        for path in sorted((self.content / "pages").glob("*.md")):
            fields, body = front_matter(path.read_text("utf-8"))
            found.append(Prose(path.stem, fields.get("title", ""), manuscript(body).text))
        return tuple(found)

    def _setting(self, name: str) -> str:
        return str(self.settings.get(name, _USUAL[name]))

    @property
    def _everything(self) -> tuple[str, ...]:
        """All that decides what is planned, and what a page holds."""
        names = ("SITENAME", "SITEURL", "SCIENCEWEEK")
        settings = (f"{name}={self.settings.get(name)!r}" for name in names)
        return (salt(self.data, self.content, self.theme, libraries=(), hidden=True).hex(), *settings)

    @property
    def _code(self) -> bytes:
        return salt(_CODE, libraries=_LIBRARIES)


def _spot(inspected: Inspected) -> Position:
    """Where it is said what the mark of the foot leads to."""
    lines = inspected.site.lines
    return (
        Position("data/site.yaml", *lines["marks.authority_url"])
        if "marks.authority_url" in lines
        else Position(FILE.name)
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing of what is read and planned is garbage: looking for it takes as long as planning."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()
