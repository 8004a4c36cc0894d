"""What the calendar writes of activities, openings and campaigns."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time
from itertools import groupby

from scienceweek import links
from scienceweek.model.activity import Status
from scienceweek.model.campaign import Campaign, Series
from scienceweek.model.days import begins_at, merged
from scienceweek.model.index import index
from scienceweek.model.place import Base, Fee
from scienceweek.model.schedule import Days
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.calendars.agenda import ClosedBase, Event, OpenBase
from scienceweek.views.calendars.weeks import MonthEntry, Name
from scienceweek.views.words import changes, dates, facts, sessions

_PERIOD = {Series.WEEK: "活动周", Series.DAY: "科普日", Series.MONTH: "科普月", Series.OTHER: "活动期"}
_NAMED = 3
"""Open places or campaigns that one bar names; of more it gives the number."""
_RAILS = 2
_TIMES, _OFTEN, _SEASON = 2, 15, 62
"""More times than so many with so many days in a month, or so many days on end, are no occasion."""
_ABREAST = 4
"""Activities of the same days that share a bar: two lines on a weekend, one in a whole week."""


def windows(campaigns: Iterable[Campaign]) -> Iterator[MonthEntry]:
    """The windows of campaigns, named without the year, which stands above the calendar; equal ones as one entry."""
    by_days: dict[Days, list[Campaign]] = {}
    for campaign in campaigns:
        by_days.setdefault(campaign.when, []).append(campaign)
    for days, members in by_days.items():
        links_of = [Name((_name(one),), links.campaign(one)) for one in members]
        rest = Name((f"等{len(members)}个",), links.CAMPAIGNS, is_rest=True)
        yield MonthEntry(days, "window", _few(links_of, rest), sub=dates.days(days), until=_until(days))


def period(campaigns: tuple[Campaign, ...]) -> str:
    """The word for the whole time of *campaigns*: 活动周, or 活动期 where they are of several kinds."""
    words = {_PERIOD[one.series] for one in campaigns}
    return words.pop() if len(words) == 1 else _PERIOD[Series.OTHER]


def together(campaigns: tuple[Campaign, ...]) -> Name:
    """One name for *campaigns*: its own, or 科技活动周，37个地方先后办."""
    if len(campaigns) == 1:
        return Name((_name(campaigns[0]),), links.campaign(campaigns[0]))
    series = {one.series for one in campaigns}
    word = series.pop().said if len(series) == 1 else "活动"
    return Name((f"{word}，{len(campaigns)}个地方先后办",), links.CAMPAIGNS)


def gathered_windows(campaigns: tuple[Campaign, ...]) -> tuple[MonthEntry, ...]:
    """As `windows`, but of many each time without a gap as one entry: no week has more than two rails."""
    apart = tuple(windows(campaigns))
    if len(apart) <= _RAILS:
        return apart
    spans = merged(one.when for one in campaigns)
    return tuple(
        MonthEntry(
            span,
            "window",
            (together(tuple(one for one in campaigns if one.when.first in span)),),
            sub=dates.days(span),
            until=_until(span),
        )
        for span in spans
    )


def event_entry(event: Event, *, district: bool = False) -> MonthEntry:
    """An activity on the days of *event*; with its *district*, where the calendar shows several."""
    activity = event.activity
    return MonthEntry(
        event.days,
        "activity",
        (Name(phrases(activity.short_title or activity.title), links.activity(activity)),),
        time=dates.short_hours(event.times),
        sub=_sub(event),
        until=_until(event.days),
        district=activity.district.short if district else "",
        note=beside(event.days, activity.campaign),
        status=status(event),
        gone=event.gone,
        state=_state(event),
    )


def _sub(event: Event) -> str:
    """Its subtitle, or which session it is, what the notice says beside the time, and that it is full."""
    activity = event.activity
    named = "" if activity.short_title and not activity.sessions else activity.subtitle
    full = sessions.FULL if sessions.is_full(activity) and not event.gone else ""
    return " ".join(filter(None, (named, dates.notes(event.times), full)))


def runs(found: Iterable[Event], *, district: bool = False) -> Iterator[MonthEntry]:
    """All events; activities of exactly the same several days as one entry, which no bar of four names outgrows."""
    made = [event_entry(one, district=district) for one in found]
    together: dict[tuple[Days, str, str, str, str], list[MonthEntry]] = {}
    for entry in made:
        if entry.is_long:
            together.setdefault(_same(entry), []).append(entry)
    for entry in made:
        members = together.get(_same(entry), []) if entry.is_long else [entry]
        at = members.index(entry)
        if at % _ABREAST == 0:
            names = (name for one in members[at : at + _ABREAST] for name in one.names)
            yield replace(entry, names=tuple(names))


def _same(entry: MonthEntry) -> tuple[Days, str, str, str, str]:
    return entry.days, entry.time, entry.district, entry.note, entry.status


def doors(found: Iterable[OpenBase], *, district: bool = False) -> Iterator[MonthEntry]:
    """Openings, those of exactly the same days as one entry with all their names."""
    by_days = sorted(found, key=lambda door: (door.days, lead(door), _district(door, shown=district)))
    for (days, opened, where), members in groupby(
        by_days, lambda door: (door.days, lead(door), _district(door, shown=district))
    ):
        bases = {door.base.id: door.base for door in members}
        yield MonthEntry(
            days,
            "opening",
            _names(tuple(bases.values()), days.first),
            lead=opened,
            until=_until(days),
            district=where,
        )


def regular(found: tuple[OpenBase, ...]) -> tuple[OpenBase, ...]:
    """Those of *found*, all of some weeks, that are no occasion: open again and again, or longer than a season."""
    runs = index(found, lambda door: [(door.base.id, door.opening.id)])
    often = {
        key
        for key, doors in runs.items()
        if len(doors) > _TIMES and sum(len(door.days) for door in doors) >= _OFTEN
    }
    return tuple(
        door for door in found if len(door.days) > _SEASON or (door.base.id, door.opening.id) in often
    )


def closures(found: Iterable[ClosedBase], *, district: bool = False) -> Iterator[MonthEntry]:
    """Closures, those of exactly the same days as one entry; one whose end nobody knows on the day that it begins."""
    for one in found:
        days, first = one.days, one.closure.days.first
        if not one.closure.ends:
            if first < days.first:
                continue
            days = Days(first, first)
        yield MonthEntry(
            days,
            "closure",
            (Name((one.base.short_name or one.base.name,), links.base(one.base)),),
            lead="闭馆" if one.closure.ends else "起闭馆",
            until=_until(days),
            district=one.base.district.short if district else "",
        )


def order(event: Event) -> tuple[bool, time, date]:
    """First what does not take place, in its old place among such; by the hour, then what has none."""
    start = hour(event)
    return not event.gone, time.max if start is None else start, event.days.last


def hour(event: Event) -> time | None:
    """When it starts, if the notice says so; of a part of the day, when that may begin."""
    return begins_at(event.when)


def _state(event: Event) -> str:
    state = event.activity.change.status
    return "" if state is Status.SCHEDULED else state.value


def status(event: Event) -> str:
    """What became of the plan: 取消, 延期, or on its old days 改到5月28日 周二."""
    return changes.outcome(event.activity) if event.gone else facts.status(event.activity.change.status)


def beside(days: Days, campaign: Campaign) -> str:
    """活动周之前 or 活动周之后, where *days* are all outside the window of *campaign*."""
    period = _PERIOD[campaign.series]
    if days.last < campaign.when.first:
        return f"{period}之前"
    return f"{period}之后" if campaign.when.last < days.first else ""


def lead(door: OpenBase) -> str:
    """免费开放, where the notice says that it costs nothing."""
    return "免费开放" if door.opening.admission.fee is Fee.FREE else "开放"


def _district(door: OpenBase, *, shown: bool) -> str:
    return door.base.district.short if shown else ""


def _names(bases: tuple[Base, ...], first: date) -> tuple[Name, ...]:
    rest = Name((f"等{len(bases)}处",), f"{links.day(first)}#openings", is_rest=True)
    return _few([Name((base.short_name or base.name,), links.base(base)) for base in bases], rest)


def _few(names: list[Name], rest: Name) -> tuple[Name, ...]:
    """All names, or the first few and where the *rest* is."""
    return tuple(names) if len(names) <= _NAMED + 1 else (*names[:_NAMED], rest)


def _name(campaign: Campaign) -> str:
    return campaign.name.replace(f"{campaign.when.first.year}年", "")


def _until(days: Days) -> str:
    return f"到{dates.day(days.last)}" if days.first < days.last else ""
