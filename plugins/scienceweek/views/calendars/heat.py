"""Districts by days: how much each has on each of the next days. A cell leads to that day of that district.

Of very many the units above them stand there, each with the sum of its own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.district import District
from scienceweek.model.schedule import Days
from scienceweek.views.calendars.agenda import Agenda, once
from scienceweek.views.parts.regions import Region, regions
from scienceweek.views.words import dates, pinyin

DAYS = 8
"""Days that a phone can choose from in one row."""
MOST = 45
"""Districts that stand side by side in one table."""
FEW = 8
"""Districts whose names have room to lie."""
_STEPS = 5
_PLAIN = (1, 2, 3, 5, 7)


@frozen
class HeatColumn:
    """A district, or the unit above several."""

    id: str
    name: str
    path: str


@frozen
class HeatCell:
    """*number* activities of a district on a day, in one of five steps (0: none); *is_open*: so is one of its bases."""

    name: str
    path: str
    number: int
    step: int
    is_open: bool


@frozen
class HeatRow:
    """A day (ISO 8601) with a cell for each column; *sum* counts it in all districts, those of other tables too."""

    day: str
    path: str
    said: str
    number: str
    week: str
    cells: tuple[HeatCell, ...]
    sum: int


@frozen
class HeatTable:
    """Some of the districts, in the order of their names."""

    columns: tuple[HeatColumn, ...]
    rows: tuple[HeatRow, ...]


@frozen
class Heat:
    """All *tables* have the same days; *key* names the five steps in words (3—4), *doors* that some base is open.

    *number* counts districts; if they are *parted*, each column has several.
    """

    tables: tuple[HeatTable, ...]
    key: tuple[str, ...]
    number: int
    doors: bool
    few: bool
    parted: bool = False


@frozen
class _Place:
    """What a column is of: *districts*, mostly one."""

    column: HeatColumn
    districts: tuple[District, ...]


def heat(districts: Iterable[District], agenda: Agenda, today: date) -> Heat:
    """The grid of *districts* from *today* on, as far as anything is known of the coming days."""
    known = tuple(districts)
    ordered = sorted(known, key=lambda one: (_reading(one), one.id))
    parted = regions(known)
    places = tuple(_region(one) for one in parted) or tuple(
        _Place(HeatColumn(one.id, one.short, links.district(one)), (one,)) for one in ordered
    )
    days = tuple(_days(agenda, today))
    held = {day: _held(agenda, day) for day in days}
    doors = {day: frozenset(one.base.district.id for one in agenda.doors_on[day]) for day in days}
    steps = _steps(max((_sum(one, held[day]) for day in days for one in places), default=0))
    rows = {day: _row(day, places, held[day], doors[day], steps) for day in days}
    return Heat(
        tables=tuple(_table(places, rows, start) for start in range(0, len(places), MOST)),
        key=tuple(_words(steps)),
        number=len(known),
        doors=any(cell.is_open for row in rows.values() for cell in row.cells),
        few=len(places) <= FEW,
        parted=bool(parted),
    )


def _region(region: Region) -> _Place:
    name = region.above.short if region.above else region.name
    return _Place(HeatColumn(region.key, name, region.path(links.DISTRICTS)), region.districts)


def _sum(place: _Place, held: Counter[str]) -> int:
    return sum(held[one.id] for one in place.districts)


def _reading(district: District) -> tuple[str, ...]:
    """As its record says that it is read, else as its characters are."""
    return tuple(district.readings[0].split()) if district.readings else pinyin.syllables(district.name)


def _days(agenda: Agenda, today: date) -> Iterator[date]:
    last = max((day for day in agenda.days if day < today + timedelta(days=DAYS)), default=today)
    return iter(Days(today, max(today, last)))


def _held(agenda: Agenda, day: date) -> Counter[str]:
    """How many activities each district has on *day*, as its page counts them."""
    found = {
        (event.activity.district.id, event.activity.id)
        for event in once(agenda.events_on[day])
        if not event.gone
    }
    return Counter(district for district, _ in found)


def _row(
    day: date, places: tuple[_Place, ...], held: Counter[str], doors: frozenset[str], steps: tuple[int, ...]
) -> HeatRow:
    return HeatRow(
        day=day.isoformat(),
        path=links.day(day),
        said=dates.day(day),
        number=str(day.day),
        week=dates.weekday(day),
        cells=tuple(
            HeatCell(
                place.column.name,
                _path(day, place) if number else "",
                number,
                sum(least <= number for least in steps),
                any(one.id in doors for one in place.districts),
            )
            for place in places
            for number in [_sum(place, held)]
        ),
        sum=held.total(),
    )


def _path(day: date, place: _Place) -> str:
    """To what it has on *day*; several districts stand all over the page of that day."""
    return links.day_in(day, place.districts[0]) if len(place.districts) == 1 else links.day(day)


def _table(places: tuple[_Place, ...], rows: dict[date, HeatRow], start: int) -> HeatTable:
    some = slice(start, start + MOST)
    return HeatTable(
        tuple(one.column for one in places[some]),
        tuple(
            HeatRow(row.day, row.path, row.said, row.number, row.week, row.cells[some], row.sum)
            for row in rows.values()
        ),
    )


def _steps(most: int) -> tuple[int, ...]:
    """The least number of each step; of many activities the steps grow by the same factor."""
    if most <= _PLAIN[-1] * 2:
        return _PLAIN
    return tuple(round(most ** (step / _STEPS)) + (step > 0) for step in range(_STEPS))


def _words(steps: tuple[int, ...]) -> Iterator[str]:
    for least, above in pairwise(steps):
        yield str(least) if above == least + 1 else f"{least}—{above - 1}"
    yield f"{steps[-1]}场以上"
