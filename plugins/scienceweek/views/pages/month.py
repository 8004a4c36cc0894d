"""A month: its weeks, what lies on no day, and the same as a list of days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from scienceweek import links
from scienceweek.model.district import District
from scienceweek.model.place import Fee
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, Unfixed, YearRound
from scienceweek.views.calendars import entries
from scienceweek.views.calendars.agenda import Agenda, Event, OpenBase, Undated, between
from scienceweek.views.calendars.bands import Folded, MonthBand, Whole, bands, folded, wholes
from scienceweek.views.calendars.month_days import Listed, month_days
from scienceweek.views.calendars.weeks import MonthCell, MonthEntry, Week, weeks, whole_weeks
from scienceweek.views.finding.filters import Filters, places_and_forms
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.page_head import Head
from scienceweek.views.words import dates
from scienceweek.views.words.holidays import holiday

_TICKETS = 12
_NAMED = 3


@dataclass(frozen=True, slots=True)
class MonthYear:
    """The months of a year that have a page."""

    word: str
    months: tuple[ticket.Link, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A shape and its meaning."""

    shape: str
    word: str


@dataclass(frozen=True, slots=True)
class Square:
    """A day of the grid (ISO 8601); *month* stands where another begins. Without a *path* nothing is known of it."""

    day: str
    path: str
    said: str
    number: str
    month: str
    holiday: str
    outside: bool
    cell: MonthCell


@dataclass(frozen=True, slots=True)
class DayRow:
    """A week of the grid, with bars in so many *lanes*."""

    squares: tuple[Square, ...]
    lanes: int
    is_empty: bool


@dataclass(frozen=True, slots=True)
class MonthView:
    """The page of a month. *tickets* have no date; *untold* more are on the page of all activities."""

    head: Head
    said: str
    year: str
    number: str
    sums: tuple[str, ...]
    previous: ticket.Link | None
    next: ticket.Link | None
    years: tuple[MonthYear, ...]
    bands: tuple[MonthBand, ...]
    folded: Folded
    rows: tuple[DayRow, ...]
    keys: tuple[Key, ...]
    days: tuple[Listed, ...]
    wholes: tuple[Whole, ...]
    tickets: tuple[ticket.Card, ...]
    untold: int
    filters: Filters


def month_page(month: Month, agenda: Agenda, privacy: Privacy, path: str = "") -> MonthView:
    """The page of *month*; at *path*, if that is not its own."""
    days = whole_weeks(month.days)
    events, doors = between(agenda.events_on, days), between(agenda.doors_on, days)
    undated = agenda.undated_in[month]
    districts = _districts(events, doors, undated)
    several = len(districts) > 1
    found = _entries(agenda, days, events, doors, district=several)
    rows = tuple(_row(week, month, agenda) for week in weeks(month.days, found))
    standing, folds = folded(bands(undated))
    unfixed = [one.activity for one in undated if isinstance(one.when, Unfixed)]
    return MonthView(
        head=_head(month, districts, path or links.month(month)),
        said=dates.month(month),
        year=str(month.year),
        number=str(month.month),
        sums=tuple(_sums(month, agenda, undated)),
        previous=_beside(month, [one for one in agenda.months if one < month][-1:]),
        next=_beside(month, [one for one in agenda.months if one > month][:1]),
        years=_years(agenda),
        bands=standing,
        folded=folds,
        rows=rows,
        keys=legend([square.cell for row in rows for square in row.squares], undated),
        days=month_days(month, agenda, district=several),
        wholes=wholes(undated),
        tickets=tuple(ticket.card(activity, privacy) for activity in unfixed[:_TICKETS]),
        untold=max(len(unfixed) - _TICKETS, 0),
        filters=places_and_forms(
            # By id: to hash an activity with all that it refers to takes longer than all the rest.
            {
                one.id: one
                for one in [event.activity for event in events] + [one.activity for one in undated]
            }.values()
        ),
    )


def legend(cells: Iterable[MonthCell], undated: Iterable[Undated]) -> tuple[Key, ...]:
    """The shapes of the grid, then those of the bands."""
    grid = tuple(cells)
    bars = [bar for cell in grid for bar in cell.bars]
    items = [item for cell in grid for item in cell.items]
    shapes = {bar.entry.shape for bar in bars}
    kinds = {type(one.when) for one in undated}
    known = (
        ("window", "活动的整个期间", "window" in shapes),
        ("activity", "连着几天的活动", "activity" in shapes),
        ("opening", "基地开放", "opening" in shapes or any(item.shape == "opening" for item in items)),
        ("closure", "闭馆", "closure" in shapes or any(item.shape == "closure" for item in items)),
        (
            "torn",
            "上周或下周还有",
            any(bar.before or bar.after for bar in bars if bar.entry.shape != "window"),
        ),
        ("gone", "取消、延期或改期", any(item.gone for item in items)),
        ("month", "只写到月份", Months in kinds),
        ("whole", "在活动期间，哪天未写明", DuringCampaign in kinds),
        ("year", "全年进行", YearRound in kinds),
    )
    return tuple(Key(shape, word) for shape, word, there in known if there)


def _years(agenda: Agenda) -> tuple[MonthYear, ...]:
    return tuple(
        MonthYear(f"{year}年", tuple(ticket.Link(f"{one.month}月", links.month(one)) for one in members))
        for year, members in groupby(agenda.months, lambda one: one.year)
    )


def _beside(month: Month, found: list[Month]) -> ticket.Link | None:
    """The way to the month that is *found*; its year is said if it is another."""
    for other in found:
        said = f"{other.month}月" if other.year == month.year else dates.month(other)
        return ticket.Link(said, links.month(other))
    return None


def _entries(
    agenda: Agenda, days: Days, events: tuple[Event, ...], doors: tuple[OpenBase, ...], *, district: bool
) -> list[MonthEntry]:
    return [
        *entries.windows(between(agenda.campaigns_on, days)),
        *entries.runs(sorted(events, key=entries.order), district=district),
        *entries.doors(doors, district=district),
        *entries.closures(between(agenda.closed_on, days), district=district),
    ]


def _row(week: Week, month: Month, agenda: Agenda) -> DayRow:
    squares = tuple(_square(cell, at, month, agenda) for at, cell in enumerate(week.cells))
    return DayRow(squares, week.lanes, week.is_empty)


def _square(cell: MonthCell, at: int, month: Month, agenda: Agenda) -> Square:
    day = cell.day
    outside = Month.of(day) != month
    known = day in agenda.events_on or day in agenda.doors_on or day in agenda.campaigns_on
    return Square(
        day=day.isoformat(),
        path=links.day(day) if known else "",
        said=dates.day(day),
        number=str(day.day),
        month=f"{day.month}月" if outside and (day.day == 1 or not at) else "",
        holiday=holiday(day),
        outside=outside,
        cell=cell,
    )


def _districts(
    events: tuple[Event, ...], doors: tuple[OpenBase, ...], undated: tuple[Undated, ...]
) -> tuple[District, ...]:
    found = [event.activity.district for event in events] + [door.base.district for door in doors]
    found += [one.activity.district for one in undated]
    return tuple({district.id: district for district in found}.values())


def _sums(month: Month, agenda: Agenda, undated: tuple[Undated, ...]) -> Iterator[str]:
    events = between(agenda.events_on, month.days)
    doors = between(agenda.doors_on, month.days)
    free = all(door.opening.admission.fee is Fee.FREE for door in doors)
    off = {event.activity.id for event in events if event.gone}
    kinds = {kind: {one.activity.id for one in undated if isinstance(one.when, kind)} for kind in _KINDS}
    counted = (
        (len({event.activity.id for event in events if not event.gone}), "场活动有日期"),
        (len({door.base.id for door in doors}), "处基地免费开放" if free else "处基地开放"),
        *((len(kinds[kind]), word) for kind, word in _KINDS.items()),
        (len(off), "场取消、延期或改期"),
    )
    yield from (f"{number}{word}" for number, word in counted if number)


_KINDS: dict[type, str] = {
    DuringCampaign: "项在活动期间，哪天未写明",
    Months: "项只写到月份",
    YearRound: "项全年进行",
    Unfixed: "场日期待定",
}


def _head(month: Month, districts: tuple[District, ...], path: str) -> Head:
    names = "、".join(district.name for district in districts[:_NAMED])
    names += f"等{len(districts)}地" if len(districts) > _NAMED else ""
    return Head(
        title=f"{dates.month(month)}活动日历 {names}".strip(),
        path=path,
        description=f"{names}{dates.month(month)}的科普活动和基地开放，一天一天看。",
        section=links.CALENDAR,
        elder=links.elder_district(districts[0]) if len(districts) == 1 else links.ELDER,
    )
