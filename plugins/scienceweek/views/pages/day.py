"""A day: what is on by place and hour, who is open, and what goes on around it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from scienceweek import links
from scienceweek.model.campaign import Campaign
from scienceweek.model.district import District
from scienceweek.model.index import index
from scienceweek.model.place import Fee
from scienceweek.model.schedule import Month
from scienceweek.views.calendars import entries
from scienceweek.views.calendars.agenda import Agenda, ClosedBase, Event, OpenBase, once
from scienceweek.views.calendars.bands import Whole, wholes
from scienceweek.views.calendars.day_lines import DayLine, DayOpening, DayPlace, line, openings, spots
from scienceweek.views.parts import alert_bars, ticket
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.parts.week_hours import closed_for
from scienceweek.views.words import dates
from scienceweek.views.words.holidays import holiday
from scienceweek.views.words.phrases import phrases

_NAMED = 3


@dataclass(frozen=True, slots=True)
class DistrictDay:
    """What a district has on the day; without a *word* there is only one.

    *id* is an anchor; the prefix keeps it off the names of the page's drawn numerals and icons.
    """

    id: str
    word: str
    path: str
    number: int
    spots: tuple[DayPlace, ...]


@dataclass(frozen=True, slots=True)
class DayClosure:
    """A base that is closed on the day, and *why*."""

    name: tuple[str, ...]
    path: str
    district: str
    why: str


@dataclass(frozen=True, slots=True)
class DayView:
    """The page of a day (ISO 8601). *gone* were to be on it and are not; *campaigns* have it in their windows.

    *hours_known*: at least one notice gives an hour; if none does, that is said once. *open* says how many bases are, and
    what is not known of their hours.
    """

    head: Head
    day: str
    said: str
    month: ticket.Link
    number: str
    week: str
    holiday: str
    campaigns: tuple[ticket.Link, ...]
    sums: tuple[str, ...]
    hours_known: bool
    previous: ticket.Link | None
    next: ticket.Link | None
    parts: tuple[DistrictDay, ...]
    openings: tuple[DayOpening, ...]
    open: str
    closed: tuple[DayClosure, ...]
    gone: tuple[DayLine, ...]
    wholes: tuple[Whole, ...]


def day_page(day: date, agenda: Agenda, privacy: Privacy) -> DayView:
    """The page of *day*."""
    events = sorted(once(agenda.events_on[day]), key=entries.order)
    doors = agenda.doors_on[day]
    on = [event for event in events if not event.gone]
    month = Month.of(day)
    districts = _districts(events, doors)
    before, after = agenda.days_beside[day]
    open_bases = openings(day, doors, privacy, district=len(districts) > 1)
    return DayView(
        head=replace(
            _head(day, districts, _sums(on, doors)),
            alerts=alert_bars.of_day(
                agenda.campaigns_on[day],
                [*(place for event in on for place in event.activity.places), *(door.base for door in doors)],
                agenda.alerts_of,
            ),
        ),
        day=day.isoformat(),
        said=dates.day_in_full(day),
        month=ticket.Link(dates.month(month), links.month(month)),
        number=str(day.day),
        week=dates.weekday(day),
        holiday=holiday(day),
        campaigns=tuple(_campaign(campaign, day) for campaign in agenda.campaigns_on[day]),
        sums=_sums(on, doors),
        hours_known=any(entries.hour(event) for event in on),
        previous=_beside(before, day),
        next=_beside(after, day),
        parts=tuple(_parts(on, day, districts, privacy)),
        openings=open_bases,
        open=_open(open_bases),
        closed=tuple(_closed(one, district=len(districts) > 1) for one in agenda.closed_on[day]),
        gone=tuple(line(event, privacy) for event in events if event.gone),
        wholes=wholes(agenda.wholes_on[day]),
    )


def _districts(events: Iterable[Event], doors: Iterable[OpenBase]) -> tuple[District, ...]:
    """In the order of their codes, as every list of districts in the country is."""
    found = [event.activity.district for event in events] + [door.base.district for door in doors]
    return tuple(sorted({district.id: district for district in found}.values(), key=lambda one: one.code))


def _parts(
    events: list[Event], day: date, districts: tuple[District, ...], privacy: Privacy
) -> Iterator[DistrictDay]:
    held = index(events, lambda event: [event.activity.district.id])
    for district in districts:
        if own := held[district.id]:
            word = district.name if len(districts) > 1 else ""
            yield DistrictDay(
                f"in-{district.id}", word, links.district(district), len(own), spots(own, privacy, day)
            )


def _sums(events: Iterable[Event], doors: tuple[OpenBase, ...]) -> tuple[str, ...]:
    free = all(door.opening.admission.fee is Fee.FREE for door in doors)
    counted = (
        (len({event.activity.id for event in events}), "场活动"),
        (len({door.base.id for door in doors}), "处基地免费开放" if free else "处基地开放"),
    )
    return tuple(f"{number}{word}" for number, word in counted if number) or ("没有排定的活动",)


def _closed(one: ClosedBase, *, district: bool) -> DayClosure:
    told = closed_for(one.closure)
    why = "，".join(filter(None, (f"{told.when}闭馆", told.why)))
    return DayClosure(
        phrases(one.base.name), links.base(one.base), one.base.district.short if district else "", why
    )


def _open(found: tuple[DayOpening, ...]) -> str:
    number = f"{len({one.path for one in found})}处"
    known = [one.hours for one in found if one.hours]
    if not known:
        return f"{number}，几点开门通知未写明，去前先问"
    return number if len(known) == len(found) else f"{number}，没有写几点的，去前先问"


def _campaign(campaign: Campaign, day: date) -> ticket.Link:
    number = (day - campaign.when.first).days + 1
    nth = f" 第{number}天" if len(campaign.when) > 1 else ""
    return ticket.Link(f"{campaign.name}{nth}", links.campaign(campaign))


def _beside(other: date | None, day: date) -> ticket.Link | None:
    if other is None:
        return None
    said = dates.day(other) if other.year == day.year else dates.day_in_full(other)
    return ticket.Link(f"{said} {dates.weekday(other)}", links.day(other))


def _head(day: date, districts: tuple[District, ...], sums: tuple[str, ...]) -> Head:
    month = Month.of(day)
    names = "、".join(district.name for district in districts[:_NAMED])
    names += f"等{len(districts)}地" if len(districts) > _NAMED else ""
    return Head(
        title=f"{dates.day_in_full(day)} {dates.weekday(day)} {names}科普活动".replace("  ", " "),
        path=links.day(day),
        description=f"{dates.day_in_full(day)} {names}：{'，'.join(sums)}。在哪里、要不要预约、打给谁。",
        section=links.CALENDAR,
        crumbs=(Crumb(links.CALENDAR, "日历"), Crumb(links.month(month), dates.month(month))),
        elder=links.elder_district(districts[0]) if len(districts) == 1 else links.ELDER,
    )
