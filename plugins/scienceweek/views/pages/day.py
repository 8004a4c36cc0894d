"""A day: in a sentence, what is on only then, what lasts, who is open, and what goes on around it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.district import District
from scienceweek.model.index import index
from scienceweek.model.place import Fee
from scienceweek.model.schedule import Month
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.calendars import entries
from scienceweek.views.calendars.agenda import Agenda, ClosedBase, Event, OpenBase, once
from scienceweek.views.calendars.bands import Whole, wholes
from scienceweek.views.calendars.day_blocks import (
    CROWD,
    HourBlock,
    Lasting,
    Quarter,
    blocks,
    is_lasting,
    lasting,
    quarter_id,
    quarters,
)
from scienceweek.views.calendars.day_lines import DayLine, DayOpening, DayPlace, line, openings, spots
from scienceweek.views.parts import alert_bars, leaves, ticket
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.day_facts import day_facts, where_words
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.parts.week_hours import closed_for
from scienceweek.views.words import dates
from scienceweek.views.words.day_sentence import DayFacts, DaySentence, day_sentence, said_in_full
from scienceweek.views.words.holidays import holiday

_NAMED = 3


@frozen
class DistrictDay:
    """What a district has on the day only; without a *word* there is one district. *id* is its anchor."""

    id: str
    word: str
    path: str
    number: int
    spots: tuple[DayPlace, ...]


@frozen
class DayClosure:
    """A base that is closed on the day, and *why*."""

    name: tuple[str, ...]
    path: str
    district: str
    why: str


@frozen
class DayView:
    """The page of a day (ISO 8601). *gone* were to be on it and are not; *campaigns* have it in their windows.

    What is on only then stands by district and place (*parts*), or on a crowded day of several districts by the hour
    (*blocks*, with *quarters*); *lasting* is on for several days. *sentence* says it all, *told* for handing on.
    *hours_known*: at least one notice gives an hour. *open* says how many bases are, and what is not known of their
    hours, *doors* the same in a few words. On a day with too much for one page all stands on those of its districts
    (*is_parted*), to which the *quarters* lead.
    """

    head: Head
    day: str
    said: str
    month: ticket.Link
    number: str
    week: str
    holiday: str
    sentence: DaySentence
    told: str
    campaigns: tuple[ticket.Link, ...]
    doors: str
    hours_known: bool
    previous: ticket.Link | None
    next: ticket.Link | None
    parts: tuple[DistrictDay, ...]
    blocks: tuple[HourBlock, ...]
    lasting: Lasting | None
    quarters: tuple[Quarter, ...]
    openings: tuple[DayOpening, ...]
    open: str
    closed: tuple[DayClosure, ...]
    gone: tuple[DayLine, ...]
    wholes: tuple[Whole, ...]
    is_parted: bool = False


def day_page(day: date, agenda: Agenda, privacy: Privacy) -> DayView:
    """The page of *day*."""
    return _page(day, agenda, privacy, parted=is_parted(day, agenda))


def _page(day: date, agenda: Agenda, privacy: Privacy, *, parted: bool) -> DayView:
    """All that is on *day*; of a *parted* day some, with the ways to its districts."""
    events = sorted(once(agenda.events_on[day]), key=entries.order)
    doors = agenda.doors_on[day]
    on = [event for event in events if not event.gone]
    brief = [event for event in on if not is_lasting(event)]
    month = Month.of(day)
    shut = agenda.closed_on[day]
    districts = _districts(events, doors, shut if parted else ())
    is_crowded = parted or (len(districts) > 1 and len(on) >= CROWD)
    before, after = agenda.days_beside[day]
    open_bases = openings(day, doors, privacy, district=len(districts) > 1)
    closed = tuple(_closed(one, district=len(districts) > 1) for one in shut)
    lasts = lasting(filter(is_lasting, on), day, privacy, alone=not brief)
    some_day = wholes(agenda.wholes_on[day])
    sentence = day_sentence(day, _facts(day, events, on, doors))
    return DayView(
        head=replace(
            _head(day, districts, sentence),
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
        sentence=sentence,
        told=said_in_full(day, sentence),
        campaigns=tuple(_campaign(campaign, day) for campaign in agenda.campaigns_on[day]),
        doors=_doors(doors),
        hours_known=any(entries.hour(event) for event in on),
        previous=_beside(before, day),
        next=_beside(after, day),
        parts=() if is_crowded else tuple(_parts(brief, day, districts, privacy)),
        blocks=tuple(replace(one, groups=()) if parted else one for one in blocks(brief, day, privacy))
        if is_crowded
        else (),
        lasting=replace(lasts, spots=(), groups=()) if lasts and parted else lasts,
        quarters=quarters(on, districts, day if parted else None) if is_crowded else (),
        openings=() if parted else open_bases,
        open=_open(open_bases),
        closed=() if parted else closed,
        gone=() if parted else tuple(line(event, privacy) for event in events if event.gone),
        wholes=tuple(replace(one, lines=(), rest=one.number) for one in some_day) if parted else some_day,
        is_parted=parted,
    )


def is_parted(day: date, agenda: Agenda) -> bool:
    """Whether *day* has too much for one page."""
    return len(agenda.events_on[day]) + len(agenda.doors_on[day]) > leaves.MOST


def day_of_districts(day: date, agenda: Agenda, privacy: Privacy) -> Iterator[tuple[District, DayView]]:
    """The pages of each of the districts of a *day* that has too much for one page; of another day none."""
    if not is_parted(day, agenda):
        return
    events = index(
        sorted(once(agenda.events_on[day]), key=entries.order), lambda one: [one.activity.district.id]
    )
    doors = index(agenda.doors_on[day], lambda one: [one.base.district.id])
    shut = index(agenda.closed_on[day], lambda one: [one.base.district.id])
    undated = index(agenda.wholes_on[day], lambda one: [one.activity.district.id])
    campaigns, alerts = agenda.campaigns_on[day], agenda.alerts
    for one in _districts(agenda.events_on[day], agenda.doors_on[day], agenda.closed_on[day]):
        closed = tuple((each.base, each.closure) for each in shut[one.id])
        own = Agenda(campaigns, events[one.id], doors[one.id], undated[one.id], alerts, closed)
        yield from ((one, view) for view in _of_district(one, day, own, privacy))


def _of_district(district: District, day: date, own: Agenda, privacy: Privacy) -> Iterator[DayView]:
    """What is *own* to *district* on *day*: of much so many on a page, in the order of the hours; all else stands on the first."""
    whole = _page(day, own, privacy, parted=False)
    parts = leaves.cut(own.events, leaves.LEAF)
    for at in range(1, max(len(parts), 1) + 1):
        page = whole
        if len(parts) > 1:
            kept = own if at == 1 else replace(own, doors=(), undated=(), shut=())
            page = _page(day, replace(kept, events=parts[at - 1]), privacy, parted=False)
        number = f" 第{at}页" if len(parts) > 1 else ""
        yield replace(
            page,
            head=replace(
                page.head,
                title=f"{whole.head.title}{number}",
                path=links.day_of(day, district, at),
                crumbs=(Crumb(links.day(day), f"{whole.said}全部"), Crumb("", f"{district.name}{number}")),
            ),
            sentence=whole.sentence,
            told=whole.told,
            previous=ticket.Link(f"第{at - 1}页", links.day_of(day, district, at - 1)) if at > 1 else None,
            next=ticket.Link(f"第{at + 1}页", links.day_of(day, district, at + 1))
            if at < len(parts)
            else None,
        )


def _districts(
    events: Iterable[Event], doors: Iterable[OpenBase], shut: Iterable[ClosedBase] = ()
) -> tuple[District, ...]:
    """In the order of their codes, as every list of districts in the country is."""
    found = [event.activity.district for event in events] + [door.base.district for door in doors]
    found += [one.base.district for one in shut]
    return tuple(sorted({district.id: district for district in found}.values(), key=lambda one: one.code))


def _parts(
    events: list[Event], day: date, districts: tuple[District, ...], privacy: Privacy
) -> Iterator[DistrictDay]:
    held = index(events, lambda event: [event.activity.district.id])
    for district in districts:
        if own := held[district.id]:
            word = district.name if len(districts) > 1 else ""
            path = links.district(district)
            yield DistrictDay(quarter_id(district), word, path, len(own), spots(own, privacy, day))


def _facts(day: date, events: list[Event], on: list[Event], doors: tuple[OpenBase, ...]) -> DayFacts:
    """Where is said of what is on; of an empty day, of what was to be or is open."""
    held = [event.activity.district for event in on or events]
    return day_facts(
        day,
        (event.activity for event in on),
        where=where_words(held or [door.base.district for door in doors]),
        off=len({event.activity.id for event in events if event.gone}),
        doors=len({door.base.id for door in doors}),
    )


def _doors(doors: tuple[OpenBase, ...]) -> str:
    number = len({door.base.id for door in doors})
    free = all(door.opening.admission.fee is Fee.FREE for door in doors)
    return f"{number}处基地{'免费' if free else ''}开放" if number else ""


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
    if Month.of(other) == Month.of(day):
        return ticket.Link(f"{other.day}日", links.day(other))
    said = dates.day(other) if other.year == day.year else dates.day_in_full(other)
    return ticket.Link(said, links.day(other))


def _head(day: date, districts: tuple[District, ...], sentence: DaySentence) -> Head:
    names = "、".join(district.name for district in districts[:_NAMED])
    names += f"等{len(districts)}地" if len(districts) > _NAMED else ""
    return Head(
        title=f"{dates.day_in_full(day)} {dates.weekday(day)} {names}科普活动".replace("  ", " "),
        path=links.day(day),
        description=f"{said_in_full(day, sentence)}在哪里、几点、打给谁。",
        section=links.CALENDAR,
        elder=links.elder_district(districts[0]) if len(districts) == 1 else links.ELDER,
    )
