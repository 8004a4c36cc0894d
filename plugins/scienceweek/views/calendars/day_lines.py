"""What a day has, line by line: activities by place and hour, and bases that are open."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.availability import open_to
from scienceweek.model.days import hours_of
from scienceweek.model.parts import times_on
from scienceweek.model.place import AtBase, AtVenue
from scienceweek.model.schedule import OpenDays, Recurring, Schedule
from scienceweek.model.visit import door_rules
from scienceweek.typesetting.phrases import address, phrases
from scienceweek.views.calendars import entries
from scienceweek.views.calendars.agenda import Event, OpenBase
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.parts.week_hours import doors_words, last_words
from scienceweek.views.words import dates, rules, whereabouts

_ONE_HOUR = re.compile(r"(次日)?\d+:\d\d")
_TOGETHER = 2
"""Activities at one place, to be put under its name."""


@frozen
class DayLine:
    """An activity on a day. *hours* are empty where the notice gives none; of these *clock* is when it begins (9:30), *till* the rest.

    *run* says how long it lasts (5月25日—27日) or how often, *beside* that it is outside its campaign's window;
    *first* … *end* are for the script, *first* and *last* empty where nobody knows the last day. *besides* says
    how many parts it has, where to meet, what becomes of it in rain, each with its icon. *answer* is about booking, *call* the number to ring.
    *district* is its short name where there are several, *quarter* its anchor.
    """

    path: str
    title: tuple[str, ...]
    sub: tuple[str, ...]
    hours: str
    run: str
    beside: str
    place: tuple[str, ...]
    host: tuple[str, ...]
    answer: ticket.Answer | None
    call: Call | None
    notice: ticket.ChangeNotice | None
    status: str
    first: str
    last: str
    start: str
    end: str
    besides: tuple[tuple[str, str], ...] = ()
    clock: str = ""
    till: str = ""
    district: str = ""
    quarter: str = ""


@frozen
class DayPlace:
    """Activities at one place, whose page is *path*; without a *word* each says its own place. *call* is the number of all."""

    word: tuple[str, ...]
    path: str
    address: tuple[str, ...]
    lines: tuple[DayLine, ...]
    call: Call | None = None


@frozen
class DayOpening:
    """A base that is open; *until* says how long, *hours* when if that is known, *district* where several have some."""

    name: tuple[str, ...]
    path: str
    district: str
    lead: str
    hours: str
    until: str
    address: tuple[str, ...]
    note: str
    answer: ticket.Answer
    calls: tuple[Call, ...]


def spots(events: Iterable[Event], privacy: Privacy, day: date | None = None) -> tuple[DayPlace, ...]:
    """The places where several things happen, by their first hour; then all that has a place of its own."""
    placed = [(ticket.site(event.activity), event) for event in events]
    number = Counter(place for place, _ in placed)
    shared: dict[str, list[Event]] = {
        place: [] for place, _ in placed if place and number[place] >= _TOGETHER
    }
    rest: list[Event] = []
    for place, event in placed:
        shared.get(place, rest).append(event)
    return tuple(_spots(shared, rest, privacy, day))


def line(event: Event, privacy: Privacy, day: date | None = None) -> DayLine:
    """The line of an activity; what goes on for days has the hours that its parts have on *day*."""
    activity, days = event.activity, event.days
    times = times_on(activity, day) if day and activity.pieces and not event.gone else event.times
    calls = desk(activity, privacy).calls
    home = ticket.is_home(activity)
    start, end = _hours(times)
    begins = any(isinstance(when, OpenDays) and when.begins for when in event.times)
    hours = dates.hours_noted(times)
    clock = dates.clock(start) if start is not None else ""
    return DayLine(
        path=links.activity(activity),
        title=phrases(activity.title),
        sub=phrases(activity.subtitle),
        hours=hours,
        run="" if event.gone else _run(event),
        beside=entries.beside(days, activity.campaign),
        place=phrases(ticket.place(activity)),
        host=() if home else phrases(ticket.host(activity)),
        answer=ticket.answer(activity),
        call=calls[0] if calls else None,
        notice=ticket.notice(activity),
        status=entries.status(event) if event.gone else "",
        first="" if begins else days.first.isoformat(),
        last="" if begins else days.last.isoformat(),
        start=start.isoformat("minutes") if start is not None else "",
        end=dates.end_mark(start, end),
        besides=_besides(activity),
        clock=clock,
        till=_till(hours, clock),
    )


def _till(hours: str, clock: str) -> str:
    """What *hours* say beside the *clock* that stands above them: 到11:00 · nothing · all of it, if that is more."""
    if not clock or hours == f"{clock}开始":
        return ""
    end = hours.removeprefix(f"{clock}—")
    return hours if end == hours or not _ONE_HOUR.fullmatch(end) else f"到{end}"


def _besides(activity: Activity) -> tuple[tuple[str, str], ...]:
    """Each with its icon."""
    if activity.off:
        return ()
    rain = whereabouts.rain(activity.rain)
    found = (
        ("calendar", ticket.pieces(activity)),
        *(("place", whereabouts.meeting(at)) for at in activity.held_at),
        ("rain", f"下雨：{rain}" if rain else ""),
    )
    return tuple((icon, word) for icon, word in found if word)


def _hours(times: tuple[Schedule, ...]) -> tuple[time | None, time | None]:
    """From the first hour of the day to the end of the last, if both are known of all its times."""
    found = [hours_of(when) for when in times]
    start, end = found[0][0], found[-1][1]
    return (start, end) if all(begin is not None for begin, _ in found) else (None, None)


def openings(
    day: date, doors: Iterable[OpenBase], privacy: Privacy, *, district: bool
) -> tuple[DayOpening, ...]:
    """The bases that are open on *day*, those for longest last: what closes today comes first."""
    by_base: dict[str, list[OpenBase]] = {}
    for door in sorted(doors, key=lambda door: door.days.last):
        by_base.setdefault(door.base.id, []).append(door)
    return tuple(_open(day, members, privacy, district=district) for members in by_base.values())


def _spots(
    shared: dict[str, list[Event]], rest: list[Event], privacy: Privacy, day: date | None
) -> Iterator[DayPlace]:
    for place, members in shared.items():
        where = _address(members[0])
        lines = tuple(
            replace(line(event, privacy, day), place=phrases(ticket.room(event.activity)))
            for event in members
        )
        link = ticket.place_link(members[0].activity)
        call = lines[0].call if len({one.call for one in lines}) == 1 else None
        yield DayPlace(
            phrases(place),
            link.path if link else "",
            address(where) if where not in place else (),
            tuple(replace(one, call=None) for one in lines) if call else lines,
            call,
        )
    if rest:
        yield DayPlace((), "", (), tuple(line(event, privacy, day) for event in rest))


def _address(event: Event) -> str:
    where = event.activity.sites
    match where[0] if len(where) == 1 else None:
        case AtBase(base):
            return base.address
        case AtVenue(venue):
            return venue.address
        case _:
            return ""


def _run(event: Event) -> str:
    if any(isinstance(when, OpenDays) for when in event.times):
        return ""
    if event.days.first < event.days.last:
        return dates.days(event.days)
    return "；".join(
        dict.fromkeys(rules.words(when.rule) for when in event.times if isinstance(when, Recurring))
    )


def _open(day: date, doors: list[OpenBase], privacy: Privacy, *, district: bool) -> DayOpening:
    base, opening = doors[0].base, doors[0].opening
    on_day = door_rules(base).on(day).doors
    return DayOpening(
        name=phrases(base.name),
        path=links.base(base),
        district=base.district.short if district else "",
        lead=entries.lead(doors[0]),
        hours="，".join(filter(None, (doors_words(on_day), last_words(on_day)))),
        until=dates.until((door.when, door.days) for door in doors),
        address=address(base.address),
        note="；".join(dict.fromkeys(door.opening.note for door in doors if door.opening.note)),
        answer=ticket.booking(opening.admission, open_to(opening.admission, opening.when)),
        calls=shown(base.desk, opening.campaign, privacy),
    )
