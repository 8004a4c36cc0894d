"""A month: its weeks, what lies on no day, and the same as a list of days."""

from collections.abc import Iterator
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.district import District
from scienceweek.model.place import Fee
from scienceweek.model.schedule import DuringCampaign, Month, Months, Unfixed, YearRound
from scienceweek.views.calendars import entries
from scienceweek.views.calendars.agenda import Agenda, Event, OpenBase, Undated, between
from scienceweek.views.calendars.bands import Folded, MonthBand, Whole, bands, folded, gathered, wholes
from scienceweek.views.calendars.month_crowd import Crowd, crowd, is_crowded
from scienceweek.views.calendars.month_days import Listed, month_days
from scienceweek.views.calendars.month_rows import NamedRow, named_rows
from scienceweek.views.calendars.weeks import MonthCell, weeks, whole_weeks
from scienceweek.views.finding.filters import Filters, places_and_forms
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.page_head import Head
from scienceweek.views.words import dates
from scienceweek.views.words.holidays import holiday

_TICKETS = 12
_NAMED = 3


@frozen
class MonthYear:
    """The months of a year that have a page."""

    word: str
    months: tuple[ticket.Link, ...]


@frozen
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


@frozen
class WeekRows:
    """A week of the grid: its days with what each has for itself (*is_own*, if one has), and above that the *named* rows."""

    squares: tuple[Square, ...]
    named: tuple[NamedRow, ...]
    is_own: bool


@frozen
class MonthView:
    """The page of a month. *tickets* have no date; *untold* more are on the page of all activities.

    A month with a day of a dozen activities is a *crowd* of counts, any other has *rows* and *days*; in a crowd with many
    *bands* campaigns are named with their counts, and nothing is listed twice in *wholes*. *regular* are bases open
    so often that they fill no cells. *last* is its last day (ISO 8601).
    """

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
    last: str
    crowd: Crowd | None
    rows: tuple[WeekRows, ...]
    days: tuple[Listed, ...]
    regular: tuple[ticket.Link, ...]
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
    standing, folds = folded(bands(undated))
    crowded = is_crowded(month, agenda)
    is_city = crowded and bool(folds.bands)
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
        folded=gathered(undated) if is_city else folds,
        last=month.days.last.isoformat(),
        crowd=crowd(month, agenda) if crowded else None,
        rows=() if crowded else tuple(_rows(month, agenda, events, doors, district=several)),
        days=() if crowded else month_days(month, agenda, district=several),
        regular=_regular(doors),
        wholes=() if is_city else wholes(undated),
        tickets=tuple(ticket.card(activity, privacy) for activity in unfixed[:_TICKETS]),
        untold=max(len(unfixed) - _TICKETS, 0),
        filters=Filters()
        if crowded
        else places_and_forms(
            # By id: to hash an activity with all that it refers to takes longer than all the rest.
            {
                one.id: one
                for one in [event.activity for event in events] + [one.activity for one in undated]
            }.values()
        ),
    )


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


def _rows(
    month: Month, agenda: Agenda, events: tuple[Event, ...], doors: tuple[OpenBase, ...], *, district: bool
) -> Iterator[WeekRows]:
    days = whole_weeks(month.days)
    campaigns = between(agenda.campaigns_on, days)
    regular = {one.base.id for one in entries.regular(doors)}
    found = [
        *entries.gathered_windows(campaigns),
        *entries.runs(sorted(events, key=entries.order), district=district),
        *entries.doors((door for door in doors if door.base.id not in regular), district=district),
        *entries.closures(between(agenda.closed_on, days), district=district),
    ]
    named = named_rows(month.days, found, entries.period(campaigns))
    for week, rows in zip(weeks(month.days, (one for one in found if not one.is_long)), named, strict=True):
        squares = tuple(_square(cell, at, month, agenda) for at, cell in enumerate(week.cells))
        yield WeekRows(squares, rows, not week.is_empty)


def _regular(doors: tuple[OpenBase, ...]) -> tuple[ticket.Link, ...]:
    bases = {door.base.id: door.base for door in entries.regular(doors)}
    return tuple(ticket.Link(base.short_name or base.name, links.base(base)) for base in bases.values())


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
