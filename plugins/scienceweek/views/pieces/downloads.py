"""Other forms of what a page shows: for calendars, for programs, for spreadsheets."""

from dataclasses import dataclass

from scienceweek.views.pieces.head import Feed


@dataclass(frozen=True, slots=True)
class Download:
    """The file at *path*; *symbol* is its icon. *address* is where it can be subscribed to, if the site knows its own."""

    symbol: str
    word: str
    note: str
    path: str
    address: str = ""


def calendar(path: str, address: str) -> Download:
    return Download("calendar", "活动日历", "ICS，加到手机或电脑的日历", path, address)


def feed(path: str, address: str) -> Download:
    return Download("feed", "新活动", "Atom，在阅读器里看", path, address)


def feeds(downloads: tuple[Download, ...], name: str) -> tuple[Feed, ...]:
    """What of the *downloads* of *name* programs look for in the head of a page."""
    return tuple(
        Feed(one.path, _TYPES[kind], f"{name} {one.word}")
        for one in downloads
        if (kind := one.path.rpartition(".")[2]) in _TYPES
    )


_TYPES = {"ics": "text/calendar", "atom": "application/atom+xml"}
