"""What a district has today and on the days to come, for a screen in a hall: read from five metres, and it turns by itself."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base
from scienceweek.views.parts import leaves, ticket
from scienceweek.views.parts.contacts import Privacy, telephones
from scienceweek.views.parts.lines import ordered
from scienceweek.views.parts.page_head import Head
from scienceweek.views.parts.paper_rows import PaperDay, PaperProgramme, PaperRow, lines_of, paper_row, parted
from scienceweek.views.parts.phone_book import entry
from scienceweek.views.words.precisions import Precision, precision

_ROOM = 56
"""Hundredths of the height of a screen between head and foot."""
_TITLE, _REST = 24, 33
"""Signs of a title, and of what stands below it, in a line of a screen that is wider than high."""
_DOORS = 3
"""Bases on a picture."""
_MOST = 24
"""Bases, and activities without a day: nobody stands in a hall for longer."""


@frozen
class ScreenPicture:
    """What is seen at once: some *rows* of a *day* (ISO 8601), or, without one, of those of which no day is known.

    These may be *until* that day, "" where nobody knows.
    """

    day: str
    said: str
    month: str
    number: str
    week: str
    part: str
    rows: tuple[PaperRow, ...]
    until: str = ""


@frozen
class ScreenBase:
    """A base with its number, and when it is open, in words."""

    name: tuple[str, ...]
    hours: tuple[str, ...]
    phone: str


@frozen
class ScreenView:
    """The screen of a district whose page is *path*; *codes* as in `BookletView`."""

    head: Head
    name: str
    path: str
    seal: str
    campaign: tuple[str, ...]
    pictures: tuple[ScreenPicture, ...]
    doors: tuple[tuple[ScreenBase, ...], ...]
    codes: tuple[tuple[str, tuple[str, str]], ...] = ()

    @property
    def coded(self) -> tuple[str, ...]:
        return (self.path,)


def screen_page(
    district: District, told: PaperProgramme, catalogue: Catalogue, privacy: Privacy
) -> ScreenView:
    """The screen of *district*."""
    bases = tuple(_base(one, catalogue, privacy) for one in catalogue.bases_of[district.id])
    known = tuple(one for one in bases if one.hours or one.phone)[:_MOST]
    return ScreenView(
        head=Head(title=f"{district.name}科普活动，大厅屏幕", path=links.screen(district)),
        name=district.name,
        path=links.district(district),
        seal=district.short,
        campaign=told.name,
        pictures=(*_by_day(told.days), *_undated(told.activities, privacy)),
        doors=leaves.cut(known, _DOORS),
    )


def _by_day(days: Iterable[PaperDay]) -> tuple[ScreenPicture, ...]:
    return tuple(
        ScreenPicture(one.day, one.said, one.month, one.number, one.week, part, rows)
        for one in days
        for part, rows in _parts((*one.gone, *one.starts, *one.still), _beside)
    )


def _undated(activities: tuple[Activity, ...], privacy: Privacy) -> Iterator[ScreenPicture]:
    found = [one for one in ordered(activities) if precision(one) is not Precision.DATED and not one.off]
    for until, members in groupby(sorted(found[:_MOST], key=_until), _until):
        rows = [paper_row(one, privacy) for one in members]
        for part, some in _parts(rows, _below):
            yield ScreenPicture("", "", "", "", "", part, some, until)


def _until(activity: Activity) -> str:
    """As tickets say it: what was never fixed is over with its campaign."""
    return ticket.stub_of(activity).over


def _parts(
    rows: Iterable[PaperRow], size: Callable[[PaperRow], float]
) -> list[tuple[str, tuple[PaperRow, ...]]]:
    parts = parted(rows, _ROOM, size)
    return [(f"{at}/{len(parts)}" if len(parts) > 1 else "", part) for at, part in enumerate(parts, 1)]


def _beside(row: PaperRow) -> float:
    """Its height, near enough, where the place and all else of it share a line if they can."""
    return _title(row) + 6 * lines_of(f"{''.join(row.place)} {row.hours} {row.phone}", _REST)


def _below(row: PaperRow) -> float:
    """Likewise where they do not."""
    return _title(row) + 6 * (
        max(1, lines_of("".join(row.place), _REST)) + lines_of(f"{row.when} {row.phone}", _REST)
    )


def _title(row: PaperRow) -> float:
    return 8 * lines_of("".join(row.title) + row.sub + row.status, _TITLE) + 2


def _base(one: Base, catalogue: Catalogue, privacy: Privacy) -> ScreenBase:
    known = entry(one, catalogue, privacy)
    numbers = telephones(call for call in known.calls if call.href)
    return ScreenBase(known.name, known.openings, numbers[0] if numbers else "")
