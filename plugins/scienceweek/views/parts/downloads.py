"""Other forms of what a page shows: for calendars and for feed readers."""

import re
from collections.abc import Iterable

from scienceweek.frozen import frozen
from scienceweek.links import Site
from scienceweek.views.parts.page_head import FeedLink


@frozen
class Download:
    """The file at *path*; *symbol* is its icon, *name* what it is called where it is kept, "" for what is looked at. *address* is where it can be subscribed to, if the site knows its own.

    *call* has the calendar of a telephone or a computer subscribe to it (the scheme ``webcal``).
    """

    symbol: str
    word: str
    note: str
    path: str
    name: str = ""
    address: str = ""
    call: str = ""


_KINDS = {
    "ics": ("calendar", "活动日历", "ICS，加到手机或电脑的日历"),
    "atom": ("feed", "新活动", "Atom，在阅读器里看"),
}
_TYPES = {"ics": "text/calendar", "atom": "application/atom+xml"}


def downloads(paths: Iterable[str], site: Site) -> tuple[Download, ...]:
    """Those of the files at *paths* that are for visitors to take."""
    return tuple(
        Download(
            *_KINDS[kind],
            path,
            address=site.absolute(path),
            call=_call(path, site) if kind == "ics" else "",
        )
        for path in paths
        if (kind := _kind(path)) in _KINDS
    )


def feeds(offered: tuple[Download, ...], name: str) -> tuple[FeedLink, ...]:
    """What of what is *offered* of *name* programs look for in the head of a page."""
    return tuple(
        FeedLink(one.path, _TYPES[kind], f"{name} {one.word}")
        for one in offered
        if (kind := _kind(one.path)) in _TYPES
    )


def _call(path: str, site: Site) -> str:
    return re.sub("^https?", "webcal", site.absolute(path))


def _kind(path: str) -> str:
    return path.rpartition(".")[2]
