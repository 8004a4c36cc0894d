"""The booklet of a campaign: its page in the site, and all that one needs to print it by itself."""

from collections.abc import Iterator
from dataclasses import replace

from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.plan.assets import assets
from scienceweek.plan.brief import Brief
from scienceweek.render import Target
from scienceweek.views.pages.booklet import BookletView, booklet_page
from scienceweek.views.parts import alert_bars
from scienceweek.views.parts.handouts import has_booklet


def booklet(one: Campaign, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    """Its page, where there is something to print."""
    if has_booklet(one, catalogue):
        yield _page(booklet_page(one, catalogue, brief.privacy), brief)


def alone(view: BookletView, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    """The page *view* as the site has it, and the files that it loads."""
    yield from assets(brief.theme / "static", brief.ground)
    yield _page(view, replace(brief, alerts=alert_bars.of_site(catalogue)))


def _page(view: BookletView, brief: Brief) -> Target:
    return brief.printed(view.head.path, "booklet.html", view)
