"""A crowded day: by its parts, of each some lines, and the rest as rows by district; and what lasts for days, in one place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.days import hours_of
from scienceweek.model.district import District
from scienceweek.model.index import index
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.calendars import entries
from scienceweek.views.calendars.agenda import Event
from scienceweek.views.calendars.day_lines import DayLine, DayPlace, line, spots
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.words import dates

CROWD = 12
"""From so many activities on a day is crowded."""
_SHOWN = 4
_FLAT = 12
"""Rows that need no districts above them."""
_NAMED = 2
_PARTS = (
    ("morning", "上午", time(12)),
    ("afternoon", "下午", time(18)),
    ("evening", "晚上", time.max),
)


@frozen
class DayRow:
    """An activity on one line: *time* (9:30, 上午) or until when it lasts; *district* is its short name, *quarter* its id."""

    path: str
    title: tuple[str, ...]
    time: str
    place: str
    district: str
    quarter: str


@frozen
class RowGroup:
    """Rows of a district; without a *word* they are of any."""

    word: str
    rows: tuple[DayRow, ...]


@frozen
class HourBlock:
    """A part of a day, with so many activities: the first in full, then *rest* more in *groups*, or on the pages of the districts.

    *end* is when the last of them is over (13:30, as the script has it), empty if that is not known of all.
    """

    id: str
    word: str
    number: int
    lines: tuple[DayLine, ...]
    rest: int
    groups: tuple[RowGroup, ...]
    end: str = ""


@frozen
class Lasting:
    """What is on for several days: by place (*spots*), or of many in *groups*. *names* are the first titles.

    *anchors* are those of its districts.
    """

    number: int
    names: tuple[str, ...]
    is_open: bool
    spots: tuple[DayPlace, ...] = ()
    groups: tuple[RowGroup, ...] = ()
    anchors: tuple[str, ...] = ()


@frozen
class Quarter:
    """A district with a *number* of activities on the day; *id* is an anchor, *path* its page."""

    id: str
    word: str
    path: str
    number: int


def is_lasting(event: Event) -> bool:
    """Whether it is on for several days on end."""
    return event.days.first < event.days.last


def blocks(events: Iterable[Event], day: date, privacy: Privacy) -> tuple[HourBlock, ...]:
    """The parts of *day* that have some of *events*, which come by the hour."""
    by_part = index(events, lambda event: [_part(event)])
    words = (*(part[:2] for part in _PARTS), ("unknown-hour", "几点没有写"))
    return tuple(_block(id, word, by_part[id], day, privacy) for id, word in words if by_part[id])


def lasting(events: Iterable[Event], day: date, privacy: Privacy, *, alone: bool) -> Lasting | None:
    """What of *events* lasts, folded; open if it is *alone* or hardly anything. None if there is nothing."""
    found = sorted(events, key=lambda event: (event.days.last, entries.order(event)))
    if not found:
        return None
    titles = (event.activity.short_title or event.activity.title for event in found[:_NAMED])
    anchors = tuple(dict.fromkeys(quarter_id(event.activity.district) for event in found))
    made = Lasting(len(found), tuple(titles), is_open=alone or len(found) <= _NAMED, anchors=anchors)
    if len(found) < CROWD:
        return replace(made, spots=spots(found, privacy, day))
    return replace(made, groups=tuple(_groups(found)))


def quarters(
    events: Iterable[Event], districts: Iterable[District], parted: date | None = None
) -> tuple[Quarter, ...]:
    """Those of *districts* in which something is on; of a day that is *parted* all, with their pages of it."""
    held = index(events, lambda event: [event.activity.district.id])
    return tuple(
        Quarter(
            quarter_id(one),
            one.short,
            links.day_of(parted, one) if parted else links.district(one),
            len(held[one.id]),
        )
        for one in districts
        if held[one.id] or parted
    )


def quarter_id(district: District) -> str:
    """The anchor of a district."""
    return links.in_district(district)


def _part(event: Event) -> str:
    hour = entries.hour(event)
    return next((id for id, _, end in _PARTS if hour is not None and hour < end), "unknown-hour")


def _block(id: str, word: str, events: tuple[Event, ...], day: date, privacy: Privacy) -> HourBlock:
    kept = len(events) if len(events) <= _SHOWN + 1 else _SHOWN
    rest = events[kept:]
    lines = tuple(_line(event, day, privacy) for event in events[:kept])
    return HourBlock(id, word, len(events), lines, len(rest), tuple(_groups(rest)), _end(events))


def _line(event: Event, day: date, privacy: Privacy) -> DayLine:
    """Its line, led by its district; who holds it is said on its own page."""
    made, district = line(event, privacy, day), event.activity.district
    host = () if made.place else made.host
    return replace(made, district=district.short, quarter=quarter_id(district), host=host)


def _end(events: Iterable[Event]) -> str:
    hours = [hours_of(when) for event in events for when in event.times]
    ends = [dates.end_mark(start, end) for start, end in hours]
    return max(ends) if all(ends) else ""


def _groups(events: Iterable[Event]) -> Iterator[RowGroup]:
    found = tuple(events)
    if not found:
        return
    if len(found) <= _FLAT:
        yield RowGroup("", tuple(map(_row, found)))
        return
    by_district = index(found, lambda event: [event.activity.district.id])
    for _, members in sorted(by_district.items(), key=lambda pair: pair[1][0].activity.district.code):
        district = members[0].activity.district
        yield RowGroup(district.name, tuple(map(_row, members)))


def _row(event: Event) -> DayRow:
    activity, days = event.activity, event.days
    until = f"到{dates.day(days.last)}" if is_lasting(event) else ""
    return DayRow(
        path=links.activity(activity),
        title=phrases(activity.title),
        time=dates.short_hours(event.times) or until,
        place=ticket.place(activity),
        district=activity.district.short,
        quarter=quarter_id(activity.district),
    )
