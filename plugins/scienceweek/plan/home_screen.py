"""The files by which a phone keeps the site on its home screen; a site without an address has none."""

from collections.abc import Iterator

from scienceweek import links
from scienceweek.formats import home_screen
from scienceweek.formats.home_screen import HomeIcon
from scienceweek.plan.brief import Brief
from scienceweek.render import Target

_SEAL = "科"
_SIDES = (192, 512)
_TOUCH = 180  # pixels, as Apple's systems ask for


def home_screen_files(brief: Brief) -> Iterator[Target]:
    """The manifest, and the pictures that it and the pages name."""
    if not brief.site.url:
        return
    icons = [HomeIcon(links.home_icon(side), side) for side in _SIDES]
    named = (*icons, HomeIcon(links.home_icon(_SIDES[-1]), _SIDES[-1], is_masked=True))
    yield Target(links.MANIFEST, home_screen.manifest, (brief.site.marked(brief.site.name), named))
    for side in (_TOUCH, *_SIDES):
        yield Target(links.home_icon(side), home_screen.icon, (_SEAL, side, brief.font))
