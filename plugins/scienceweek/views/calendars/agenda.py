"""What lies on which day and in which month: found once, for all pages of the calendar."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cached_property
from typing import TypeVar

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.alert import Alert, ScopeKey
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import gone
from scienceweek.model.days import begins_at, extent, runs_of, span_of
from scienceweek.model.hours import Closure
from scienceweek.model.index import Index, index
from scienceweek.model.place import Base, Opening
from scienceweek.model.schedule import Dayless, Days, DuringCampaign, Month, Schedule
from scienceweek.model.visit import is_standing, open_among
from scienceweek.views.words.memory import lately, remembered

Thing = TypeVar("Thing")


@frozen
class Event:
    """An activity on *days*, because of *when* and perhaps *also* of others, by the hour. *gone*: it was to be then, and is not."""

    activity: Activity
    when: Schedule
    days: Days
    gone: bool = False
    also: tuple[Schedule, ...] = ()

    @property
    def times(self) -> tuple[Schedule, ...]:
        """All that it is on these days for: several sessions of one day are one event."""
        return (self.when, *self.also)


@frozen
class OpenBase:
    """A base that is open to visitors on *days*, because of *when*."""

    base: Base
    opening: Opening
    when: Schedule
    days: Days


@frozen
class ClosedBase:
    """A base that is closed on *days*, out of the ordinary."""

    base: Base
    closure: Closure
    days: Days


@frozen
class Undated:
    """An activity of which *when* names no day."""

    activity: Activity
    when: Dayless


@dataclass(frozen=True)
class Agenda:
    """Everything that has a time, in the order of the files."""

    campaigns: tuple[Campaign, ...]
    events: tuple[Event, ...]
    doors: tuple[OpenBase, ...]
    undated: tuple[Undated, ...]
    alerts: tuple[Alert, ...] = ()
    shut: tuple[tuple[Base, Closure], ...] = ()

    @cached_property
    def alerts_of(self) -> Index[ScopeKey, Alert]:
        """As `Catalogue.alerts_of`."""
        return index(self.alerts, lambda alert: [alert.key])

    @cached_property
    def events_on(self) -> Index[date, Event]:
        """What is on each day."""
        return index(self.events, lambda event: event.days)

    @cached_property
    def doors_on(self) -> Index[date, OpenBase]:
        """What is open on each day."""
        return index(self.doors, lambda door: door.days)

    @cached_property
    def closed_on(self) -> Index[date, ClosedBase]:
        """What is closed on each day of the calendar, out of the ordinary: regular days off fill no calendar."""
        within = span_of(Days(day, day) for day in self.days)
        found = (
            ClosedBase(base, closure, days)
            for base, closure in self.shut
            if within and (days := closure.days.shared(within))
        )
        return index(found, lambda one: one.days)

    @cached_property
    def campaigns_on(self) -> Index[date, Campaign]:
        """In which campaigns' windows each day lies."""
        return index(self.campaigns, lambda campaign: campaign.when)

    @cached_property
    def undated_in(self) -> Index[Month, Undated]:
        """What may be in each month, on a day that nobody knows; what is not fixed is in its campaign's months."""
        return index(self.undated, _months)

    @cached_property
    def wholes_on(self) -> Index[date, Undated]:
        """What is at some time during a campaign: on each day of its window."""
        whole = [(one, one.when.window) for one in self.undated if isinstance(one.when, DuringCampaign)]
        return Index((day, one) for one, window in whole for day in window)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that have a page: those in a window, and those that hold something."""
        return tuple(sorted({*self.events_on, *self.doors_on, *self.campaigns_on}))

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The months that have a page: those with such a day, and those with something undated."""
        return tuple(sorted({*map(Month.of, self.days), *self.undated_in}))

    @cached_property
    def days_beside(self) -> Mapping[date, tuple[date | None, date | None]]:
        """The nearest days before and after each of them."""
        before, after = (None, *self.days), (*self.days[1:], None)
        return {day: (one, other) for one, day, other in zip(before, self.days, after, strict=False)}

    def is_between(self, today: date) -> bool:
        """Whether from *today* on nothing has a day in its month, though there are other months."""
        last = Month.of(today).days.last
        return bool(self.months) and not any(today <= day <= last for day in self.days)

    def leading(self, today: date) -> Month:
        """The month to show first: today's, or in an archive that of the latest campaign."""
        if Month.of(today) in self.months or not self.months:
            return Month.of(today)
        latest = max((campaign.when.first for campaign in self.campaigns), default=None)
        return Month.of(latest) if latest else self.months[-1]


def once(events: Iterable[Event]) -> Iterator[Event]:
    """*events* of a day, each activity once: with all its hours, on the longest of its days. Sessions that differ stand apart."""
    of_each: dict[tuple[int, bool], list[Event]] = {}
    for event in events:
        # What is the same then is one value in all its events.
        of_each.setdefault((id(event.activity), event.gone), []).append(event)
    for found in of_each.values():
        if len(found) == 1:
            yield found[0]
            continue
        longest = max((event.days for event in found), key=len)
        when, *also = _by_hour(one for event in found for one in event.times)
        yield replace(found[0], when=when, days=longest, also=tuple(also))


def _by_hour(times: Iterable[Schedule]) -> list[Schedule]:
    """Those of which no hour is known come last."""
    return sorted(times, key=lambda one: begins_at(one) or time.max)


@lately
def agenda(catalogue: Catalogue) -> Agenda:
    """The agenda of everything in *catalogue*."""
    return Agenda(
        catalogue.campaigns,
        tuple(event for activity in catalogue.listed for event in _events(activity)),
        tuple(
            OpenBase(base, opening, when, days)
            for base in catalogue.bases
            for opening in base.openings
            for when in opening.when
            if not is_standing(when)
            for days in open_among(base, runs_of(when))
        ),
        tuple(
            Undated(activity, when)
            for activity in catalogue.listed
            for when in activity.when
            if isinstance(when, Dayless)
        ),
        catalogue.alerts,
        tuple((base, closure) for base in catalogue.bases for closure in base.closures),
    )


def between(found: Index[date, Thing], days: Iterable[date]) -> tuple[Thing, ...]:
    """What is *found* on *days*, each thing once."""
    return tuple({id(thing): thing for day in days for thing in found[day]}.values())


@remembered
def _events(activity: Activity) -> tuple[Event, ...]:
    """Before the days that it has lost those on which it is."""
    held = [(activity.at(one), one.when) for one in activity.occurrences if not one.off and not activity.off]
    there = _by_days((one, when, days) for one, when in held for days in runs_of(when))
    lost = _by_days(((one.activity, one.when, one.days) for one in gone(activity)), gone=True)
    return (*there, *lost)


def _by_days(runs: Iterable[tuple[Activity, Schedule, Days]], *, gone: bool = False) -> Iterator[Event]:
    """An event for each run of days; what is on the same days at several hours, and is all the same then, is one."""
    alike: list[Activity] = []
    by_days: dict[tuple[int, Days], list[Schedule]] = {}
    for activity, when, days in runs:
        same = next(
            (number for number, one in enumerate(alike) if one is activity or one == activity), len(alike)
        )
        alike[same:] = alike[same:] or [activity]
        by_days.setdefault((same, days), []).append(when)
    for (same, days), found in by_days.items():
        when, *also = _by_hour(found)
        yield Event(alike[same], when, days, gone, tuple(also))


def _months(undated: Undated) -> Iterator[Month]:
    known = extent(undated.when) or undated.activity.campaign.when
    return _from_to(Month.of(known.first), Month.of(known.last))


def _from_to(first: Month, last: Month) -> Iterator[Month]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield Month(number // 12, number % 12 + 1)
