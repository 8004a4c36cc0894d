"""What a site is made for: all that a plan needs beside the facts."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from scienceweek import links
from scienceweek.formats.ground import Ground
from scienceweek.formats.picture_parts import Font
from scienceweek.links import Site
from scienceweek.model.attachment import AttachedFile
from scienceweek.model.boundary import Boundary
from scienceweek.model.district_ground import DistrictGround
from scienceweek.model.image import Image
from scienceweek.plan.drawings import PICTURES, PictureKind, Poster, Printed, draft_picture
from scienceweek.render import Page, Target
from scienceweek.views.pages.prose import Prose
from scienceweek.views.parts.alert_bars import AlertBar, in_order
from scienceweek.views.parts.contacts import Privacy


@dataclass(frozen=True)
class Brief:
    """What is asked for: the *site*, as it looks on the day of *privacy*, with *pages* of prose, in a *theme*.

    *images* is the folder of the pictures that staff have put there, if there is one; *marks* are those that the foot
    of every page shows, *alerts* those at the head of every page.
    From the year *pictured* on each activity and each day has a picture to be handed on: earlier ones are handed on no more.
    *licence* says on what terms its data may be used, "" where nobody has said it.
    *files* is the folder of those to take along, *linked* are those to which pages of prose lead.
    Where the two folders lie is no matter of what a page says: a server checks each push in another place.
    """

    site: Site
    privacy: Privacy
    pages: tuple[Prose, ...]
    theme: Path
    ground: Ground = Ground()
    boundaries: tuple[Boundary, ...] = ()
    grounds: tuple[DistrictGround, ...] = ()
    images: Path | None = field(default=None, compare=False)
    files: Path | None = field(default=None, compare=False)
    linked: tuple[AttachedFile, ...] = ()
    marks: tuple[Image, ...] = ()
    alerts: tuple[AlertBar, ...] = ()
    pictured: int = 0
    licence: str = ""

    @cached_property
    def font(self) -> Font:
        return Font.of(self.theme / "fonts")

    @property
    def today(self) -> date:
        return self.privacy.today

    def page(self, path: str, template: str, view: Any) -> Target:
        """The page at *path*: *view* drawn by *template*."""
        return Target(path, self.template(template), (self.site, self.alerted(view), links.root(path)))

    def poster(self, path: str, template: str, view: Any) -> Target:
        """Likewise, with a code that leads to it."""
        return Target(
            path, Poster(self.template(template)), (self.site, self.alerted(view), links.root(path))
        )

    def printed(self, path: str, template: str, view: Any) -> Target:
        """Likewise, with the codes of those that it leads to."""
        return Target(
            path, Printed(self.template(template)), (self.site, self.alerted(view), links.root(path))
        )

    def alerted(self, view: Any) -> Any:
        """*view*, which has a head, with the alerts of the whole site beside its own."""
        if not self.alerts:
            return view
        return replace(view, head=replace(view.head, alerts=in_order((*self.alerts, *view.head.alerts))))

    def picture(self, path: str, shown: Any, kind: PictureKind = "share") -> Target:
        """*shown* as a picture of a *kind*, to be handed on where a link shows nothing."""
        if preview := self.site.preview:
            return Target(path, draft_picture, (kind, shown, self.font, f"{preview.said} · 请勿转发"))
        return Target(path, PICTURES[kind], (shown, self.font))

    def template(self, name: str) -> Page:
        return Page(str(self.theme / "templates"), name)
