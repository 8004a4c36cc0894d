"""What a district has on each day in each town, on sheets of paper (A4) for notice-boards: read from two metres."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.district import District
from scienceweek.model.place import AtBase, AtVenue, InArea
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.parts.paper_rows import (
    PaperDay,
    PaperProgramme,
    PaperRow,
    lines_of,
    parted,
)

_ROOM = 178
"""Millimetres of a sheet between the day and the foot."""
_SPARSE = 80
"""Millimetres: at 1.4 times its size it takes twice the room."""
_SIGNS = 16
"""Of a title in a line: they are a centimetre high."""
_STILL = 3
"""Of what goes on since before, so many are told: of all that lasts for weeks a board would be full."""


@frozen
class BoardSheet:
    """A sheet for the day *day* (ISO 8601) and for *where*, a town or the whole district; *part* says which of several it is, *more* how much goes on besides.

    A *sparse* one has so little on it that all can be larger.
    """

    id: str
    day: str
    said: str
    month: str
    number: str
    week: str
    where: str
    part: str
    rows: tuple[PaperRow, ...]
    more: int
    is_sparse: bool


@frozen
class BoardView:
    """The sheets of a district whose page is *path*; *codes* as in `BookletView`."""

    head: Head
    name: str
    path: str
    seal: str
    campaign: tuple[str, ...]
    sheets: tuple[BoardSheet, ...]
    codes: tuple[tuple[str, tuple[str, str]], ...] = ()

    @property
    def coded(self) -> tuple[str, ...]:
        return (self.path,)


def board_page(district: District, told: PaperProgramme) -> BoardView:
    """The sheets of *district*."""
    name = "".join(told.name)
    towns = {links.activity(one): _towns(one) for one in told.activities}
    return BoardView(
        head=Head(
            title=f"{district.name} 张贴用的活动单子 {name}",
            path=links.board(district),
            description=f"{name}：{district.name}每一天的活动，A4，贴在公告栏里两米外看得清。",
            section=links.DISTRICTS,
            crumbs=(Crumb(links.DISTRICTS, "区县"), Crumb(links.district(district), district.name)),
            elder=links.elder_district(district),
        ),
        name=district.name,
        path=links.district(district),
        seal=district.short,
        campaign=told.name,
        sheets=tuple(_sheets(district, told.days, towns)),
    )


def _sheets(
    district: District, days: Iterable[PaperDay], towns: Mapping[str, tuple[str, ...]]
) -> Iterator[BoardSheet]:
    """By the day; in it the *towns* of its activities, and last what is in none that somebody has named."""
    numbers = {town: at for at, town in enumerate(sorted({one for own in towns.values() for one in own}), 1)}
    for day in days:
        found = {town for row in (*day.gone, *day.starts, *day.still) for town in towns[row.path] or ("",)}
        for town in sorted(found, key=lambda one: (not one, one)):
            part = _part(day, {path for path, own in towns.items() if town in (own or ("",))})
            yield from _of_day(part, town or district.name, numbers.get(town, 0))


def _part(day: PaperDay, paths: Container[str]) -> PaperDay:
    """*day* with the rows of the activities at *paths*."""
    return replace(
        day,
        gone=tuple(row for row in day.gone if row.path in paths),
        starts=tuple(row for row in day.starts if row.path in paths),
        still=tuple(row for row in day.still if row.path in paths),
    )


def _towns(activity: Activity) -> tuple[str, ...]:
    """The towns that it is in, as far as somebody has written them."""
    found: list[str] = []
    for at in activity.held_at:
        match at:
            case AtBase(base):
                found.append(base.town)
            case AtVenue(venue):
                found.append(venue.town)
            case InArea(towns=towns):
                found += towns
            case _:
                pass
    return tuple(dict.fromkeys(filter(None, found)))


def _of_day(one: PaperDay, where: str, number: int) -> Iterator[BoardSheet]:
    parts = parted((*one.gone, *one.starts, *one.still[:_STILL]), _ROOM, _size)
    for at, rows in enumerate(parts, 1):
        last = at == len(parts)
        yield BoardSheet(
            id=f"sheet-{one.day}-{number}" + (f"-{at}" if at > 1 else ""),
            day=one.day,
            said=one.said,
            month=one.month,
            number=one.number,
            week=one.week,
            where=where,
            part=f"第{at}张，共{len(parts)}张" if len(parts) > 1 else "",
            rows=rows,
            more=len(one.still[_STILL:]) if last else 0,
            is_sparse=sum(map(_size, rows)) < _SPARSE,
        )


def _size(row: PaperRow) -> float:
    """Its height in millimetres, near enough."""
    title = lines_of("".join(row.title) + row.sub + row.status, _SIGNS)
    place = 0 if row.gone else max(1, lines_of("".join(row.place), _SIGNS))
    told = lines_of(f"{row.hours} {row.phone}", _SIGNS) if row.hours or row.phone else 0
    return 13 * (title + place + told) + 7
