"""Districts by days: how much each has on each of the next days. A cell leads to that day of that district."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from scienceweek import links
from scienceweek.model.district import District
from scienceweek.model.schedule import Days
from scienceweek.views.calendars.agenda import Agenda, once
from scienceweek.views.words import dates, pinyin

DAYS = 8
"""Days that a phone can choose from in one row."""
MOST = 45
"""Districts that stand side by side in one table."""
FEW = 8
"""Districts whose names have room to lie."""
_STEPS = 5
_PLAIN = (1, 2, 3, 5, 7)


@dataclass(frozen=True, slots=True)
class HeatColumn:
    """A district."""

    id: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class HeatCell:
    """*number* activities of a district on a day, in one of five steps (0: none); *is_open*: so is one of its bases."""

    name: str
    path: str
    number: int
    step: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A day (ISO 8601) with a cell for each column; *sum* counts it in all districts, those of other tables too."""

    day: str
    path: str
    said: str
    number: str
    week: str
    cells: tuple[HeatCell, ...]
    sum: int


@dataclass(frozen=True, slots=True)
class HeatTable:
    """Some of the districts, in the order of their names."""

    columns: tuple[HeatColumn, ...]
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """All *tables* have the same days; *key* names the five steps in words (3—4), *doors* that some base is open."""

    tables: tuple[HeatTable, ...]
    key: tuple[str, ...]
    number: int
    doors: bool
    few: bool


def heat(districts: Iterable[District], agenda: Agenda, today: date) -> Heat:
    """The grid of *districts* from *today* on, as far as anything is known of the coming days."""
    ordered = sorted(districts, key=lambda one: (_reading(one), one.id))
    days = tuple(_days(agenda, today))
    held = {day: _held(agenda, day) for day in days}
    doors = {day: frozenset(one.base.district.id for one in agenda.doors_on[day]) for day in days}
    steps = _steps(max((number for one in held.values() for number in one.values()), default=0))
    rows = {day: _row(day, ordered, held[day], doors[day], steps) for day in days}
    return Heat(
        tables=tuple(_table(ordered, rows, start) for start in range(0, len(ordered), MOST)),
        key=tuple(_words(steps)),
        number=len(ordered),
        doors=any(cell.is_open for row in rows.values() for cell in row.cells),
        few=len(ordered) <= FEW,
    )


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
    day: date, districts: list[District], held: Counter[str], doors: frozenset[str], steps: tuple[int, ...]
) -> HeatRow:
    return HeatRow(
        day=day.isoformat(),
        path=links.day(day),
        said=dates.day(day),
        number=str(day.day),
        week=dates.weekday(day),
        cells=tuple(
            HeatCell(
                one.short,
                links.day_in(day, one) if held[one.id] else "",
                held[one.id],
                sum(least <= held[one.id] for least in steps),
                one.id in doors,
            )
            for one in districts
        ),
        sum=held.total(),
    )


def _table(districts: list[District], rows: dict[date, HeatRow], start: int) -> HeatTable:
    some = slice(start, start + MOST)
    return HeatTable(
        tuple(HeatColumn(one.id, one.short, links.district(one)) for one in districts[some]),
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
