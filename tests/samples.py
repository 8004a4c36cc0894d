"""Small values for tests: each thing with the least it needs, and whatever the test says otherwise.

A few samples know where they belong: ``activity(where=museum)`` takes a base, a venue, or any location.
"""

from dataclasses import replace
from datetime import date, time

from scienceweek.formats.ground import Ground, csp
from scienceweek.links import Site
from scienceweek.model.activity import Activity, Change, Status
from scienceweek.model.alert import Alert
from scienceweek.model.campaign import Campaign, Notice, Series
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.contact import Contact, Phone, Show
from scienceweek.model.district import District
from scienceweek.model.organisation import Organisation, Part, Party, Role
from scienceweek.model.place import AtBase, AtVenue, Base, Location, Opening, Venue
from scienceweek.model.schedule import (
    DayPart,
    Days,
    DuringCampaign,
    Month,
    Months,
    OpenDays,
    PartDay,
    Recurring,
    Schedule,
    Session,
    Unfixed,
    YearRound,
)
from scienceweek.model.session import SessionStatus, Stage, SubEvent
from scienceweek.model.term import Term, Terms

FIRST, LAST = date(2024, 5, 25), date(2024, 6, 1)
WINDOW = Days(FIRST, LAST)
WEEK = Days(date(2024, 5, 22), date(2024, 5, 29))
"""From a Wednesday to a Wednesday: `WINDOW` begins on a Saturday, as few weeks do."""
SATURDAYS = Recurring(Days(date(2024, 5, 15), date(2024, 6, 5)), "FREQ=WEEKLY;BYDAY=SA", time(9), time(11))
"""The 18th, the 25th and 1 June: the days that happen are neither the first nor the last of the span."""

MORNING = PartDay(FIRST, DayPart.MORNING)
SINCE, UNTIL = OpenDays(FIRST, begins=True), OpenDays(date(2024, 5, 31), begins=False)
"""Days of which one end is known: from 25 May on, until 31 May."""
NOTED = Session(FIRST, time(9, 30), time(11), "雨天顺延至6月1日")


def may(day: int, last: int | None = None) -> Days:
    """A day, or days up to *last*, of May 2024."""
    return Days(date(2024, 5, day), date(2024, 5, last or day))


def session(day: int = 25, start: str = "09:30", end: str = "11:00") -> Session:
    """Some hours of a day of May 2024; *end* may be empty."""
    return Session(date(2024, 5, day), time.fromisoformat(start), time.fromisoformat(end) if end else None)


def district(**changes: object) -> District:
    given = {"id": "yubei", "name": "渝北区", "short": "渝北", "code": "500112", "area_code": "023"}
    return District(**given | changes)


def campaign(**changes: object) -> Campaign:
    given = {
        "id": "2024-yubei",
        "name": "2024年渝北区科技活动周",
        "series": Series.WEEK,
        "district": district(),
        "when": WINDOW,
        "theme": "弘扬科学家精神 激发全社会创新活力",
        "notice": Notice(title="渝北区科技活动周实施方案", issued=date(2024, 5, 17)),
    }
    return Campaign(**given | changes)


def organisation(**changes: object) -> Organisation:
    given = {"id": "science-bureau", "name": "渝北区科技局", "district": district()}
    return Organisation(**given | changes)


def part(role: Role = Role.RESPONSIBLE, *parties: str | Organisation) -> Part:
    """Parties by name, or known organisations, in *role*."""
    return Part(role, tuple(_party(party) for party in parties or ("区科技局",)))


def _party(party: str | Organisation) -> Party:
    return Party(party) if isinstance(party, str) else Party(party.name, party)


def contact(*numbers: str, **changes: object) -> Contact:
    """A public contact; a number that starts with 1 is a mobile."""
    phones = tuple(Phone(number, number.startswith("1")) for number in numbers or ("023-60000001",))
    return replace(Contact(phones=phones, show=Show.PUBLIC), **changes)


def base(**changes: object) -> Base:
    given = {
        "id": "museum",
        "name": "重庆市气象科普馆",
        "district": district(),
        "type": Term("venue", "场馆类", "馆"),
        "address": "新牌坊一路68号",
    }
    return Base(**given | changes)


def opening(when: Schedule | tuple[Schedule, ...] = WINDOW, **changes: object) -> Opening:
    given = {"id": "open-2024", "campaign": campaign(), "when": _schedules(when)}
    return Opening(**given | changes)


def opened(*openings: Opening) -> tuple[Base, tuple[Opening, ...]]:
    """A base with *openings*."""
    return base(openings=openings), openings


def venue(**changes: object) -> Venue:
    given = {"id": "hall", "name": "市主会场", "district": district(), "address": "创客港·未来科技园"}
    return Venue(**given | changes)


def alert(**changes: object) -> Alert:
    given = {"text": "展厅检修"}
    return Alert(**given | changes)


def activity(**changes: object) -> Activity:
    """One day at a base; *when* and *where* may be given bare, without a tuple."""
    given = {
        "id": "fish",
        "title": "我们曾经都是鱼",
        "campaign": campaign(),
        "district": district(),
        "when": may(25),
    } | changes
    given["when"] = _schedules(given["when"])
    if "where" in given:
        given["where"] = _locations(given["where"])
    return Activity(**given)


def sessions(*held: SubEvent, **changes: object) -> Activity:
    """An activity with the sessions *held*, as they come from a record."""
    on = [one.when for one in held if one.status is not SessionStatus.CANCELLED]
    when = tuple(dict.fromkeys(on or [one.when for one in held]))
    return activity(when=when, sessions=held, **changes)


def stages(*steps: Stage, **changes: object) -> Activity:
    """An activity with the stages *steps*, as they come from a record."""
    when = tuple(when for step in steps if step.attend for when in step.when)
    return activity(when=when, stages=steps, **changes)


def _schedules(when: object) -> tuple[object, ...]:
    return when if isinstance(when, tuple) else (when,)


def _locations(where: object) -> tuple[object, ...]:
    places = where if isinstance(where, tuple) else (where,)
    return tuple(_location(place) for place in places)


def _location(place: Base | Venue | Location) -> Location:
    match place:
        case Base():
            return AtBase(place)
        case Venue():
            return AtVenue(place)
        case _:
            return place


def catalogue(*things: object, terms: Terms | None = None) -> Catalogue:
    """A catalogue of *things*, and of the campaigns, districts, bases and venues that they name."""
    found = _closure(things)

    def of(kind: type) -> tuple:
        return tuple(thing for thing in found if isinstance(thing, kind))

    return Catalogue(
        districts=of(District),
        organisations=of(Organisation),
        terms=terms or Terms(),
        venues=of(Venue),
        campaigns=of(Campaign),
        bases=of(Base),
        activities=of(Activity),
        alerts=of(Alert),
    )


def _closure(things: tuple[object, ...]) -> tuple[object, ...]:
    seen: list[object] = []
    for thing in things:
        for known in (*_named(thing), thing):
            if known is not None and known not in seen:
                seen.append(known)
    return tuple(seen)


def _named(thing: object) -> tuple[object, ...]:
    match thing:
        case Activity():
            own = (*_named(thing.campaign), thing.campaign, thing.district)
            return own + tuple(
                known for place in _places(thing) for known in (*_named(place), place) if place is not None
            )
        case Campaign() | Base() | Venue() | Organisation():
            return tuple(thing.district.lineage)[::-1]
        case District():
            return tuple(thing.lineage)[:0:-1]
        case Alert():
            return (*_named(thing.scope), thing.scope)
        case _:
            return ()


def _places(activity: Activity) -> tuple[object, ...]:
    places = [activity.base]
    for place in activity.where:
        match place:
            case AtBase(base):
                places.append(base)
            case AtVenue(venue):
                places.append(venue)
            case _:
                pass
    return tuple(places)


def site(**changes: object) -> Site:
    given = {"name": "科技活动周", "csp": csp(Ground())}
    return Site(**given | changes)


def whole_year() -> Catalogue:
    """Something of every kind at every kind of time."""
    autumn = campaign(id="2024-day", name="2024年全国科普日", when=Days(date(2024, 9, 15), date(2024, 9, 25)))
    return catalogue(
        base(openings=(opening(may(27, 31)),)),
        activity(id="early", when=may(20, 28)),
        activity(id="late", when=session(25, "14:00", "")),
        activity(id="first", when=session(25)),
        activity(id="gone", when=Unfixed("再定"), change=Change(Status.POSTPONED, "", (may(25),))),
        activity(id="whole", when=DuringCampaign(WINDOW)),
        activity(id="month", when=Months(Month(2024, 4), Month(2024, 6))),
        activity(id="year", when=YearRound(2024)),
        activity(id="autumn", campaign=autumn, when=Days(date(2024, 9, 20), date(2024, 9, 20))),
    )
