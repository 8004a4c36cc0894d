"""The month of a city: how many are on a day, by topic or district, on one scale; what lasts is one bar a week."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.index import Index, index
from scienceweek.model.schedule import Days, Month
from scienceweek.views.calendars import entries
from scienceweek.views.calendars.agenda import Agenda, Event, between, once
from scienceweek.views.calendars.day_blocks import CROWD, is_lasting
from scienceweek.views.calendars.weeks import MonthEntry, whole_weeks
from scienceweek.views.parts.lines import Lines, line
from scienceweek.views.words import dates
from scienceweek.views.words.holidays import holiday

_SHARES = 4
_NAMED = 3
_LISTED = 24
_WHOLE = 100
_NOON, _EVENING = 12, 18


@frozen
class DayShare:
    """So many of a day have the topic, or are in the district, *word*; *width* is its bar, in hundredths of the longest."""

    word: str
    number: int
    width: int


@frozen
class Stretch:
    """A piece of a divided bar, in hundredths of the longest day; the *last* is what is left."""

    at: int
    width: int


@frozen
class CrowdDay:
    """A day (ISO 8601) with *number* activities: of few the first *names*, and *more*; of many the *shares*, the last 其他.

    *stretches* divide one bar by them. *doors* are open, *off* do not take place. Without a *path* nothing is known of it.
    """

    day: str
    path: str
    said: str
    figure: str
    week: str
    holiday: str
    outside: bool
    number: int = 0
    names: tuple[str, ...] = ()
    more: int = 0
    shares: tuple[DayShare, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    doors: int = 0
    off: int = 0


@frozen
class Rail:
    """What lies over days of a week: from the *at*-th on *over* so many; a *path* may be an anchor of the page."""

    at: int
    over: int
    word: str
    until: str
    path: str

    @property
    def after(self) -> int:
        """The days of the week behind it."""
        return 8 - self.at - self.over


@frozen
class CrowdWeek:
    """A week of a crowded month: over its days the windows of campaigns, and what lasts."""

    days: tuple[CrowdDay, ...]
    windows: tuple[Rail, ...]
    lasting: tuple[Rail, ...]

    @property
    def is_empty(self) -> bool:
        return not self.windows and not any(day.number or day.doors or day.off for day in self.days)


@frozen
class Crowd:
    """A crowded month. *by* says what the counts are of: 主题, 区县 or 时段; of what lasts *lines* are listed, *rest* more there.

    *windows* are the whole times of campaigns, for where there are no weeks.
    """

    by: str
    windows: tuple[MonthEntry, ...]
    weeks: tuple[CrowdWeek, ...]
    lasting: int
    lines: Lines
    rest: int


def is_crowded(month: Month, agenda: Agenda) -> bool:
    """Whether a day of *month* has a dozen activities or more."""
    return any(
        _number(event for event in agenda.events_on[day] if not event.gone) >= CROWD for day in month.days
    )


def crowd(month: Month, agenda: Agenda) -> Crowd:
    """The counts of *month*."""
    days = whole_weeks(month.days)
    on = Index((day, event) for day in days for event in once(agenda.events_on[day]) if not event.gone)
    by, word_of = _word_of([event for day in on for event in on[day]])
    shares = {day: _shares(on[day], word_of) for day in on if len(on[day]) >= CROWD}
    longest = max((number for found in shares.values() for _, number in found[:_SHARES]), default=1)
    most = max((len(on[day]) for day in on), default=1)
    made = [_counted(_day(day, month, agenda, on[day]), shares.get(day, []), longest, most) for day in days]
    lasting = sorted(
        {id(event.activity): event for day in month.days for event in on[day] if is_lasting(event)}.values(),
        key=lambda event: (event.days.first, event.days.last),
    )
    return Crowd(
        by,
        entries.gathered_windows(between(agenda.campaigns_on, month.days)),
        tuple(_weeks(days, made, agenda, on)),
        len(lasting),
        Lines(tuple(line(event.activity) for event in lasting[:_LISTED])),
        max(len(lasting) - _LISTED, 0),
    )


def _word_of(events: list[Event]) -> tuple[str, Callable[[Event], str]]:
    """By topic where half have one, else by district where there are several, else by the part of the day."""
    if sum(bool(event.activity.topics) for event in events) * 2 >= len(events):
        return "主题", _topic
    if len({event.activity.district.id for event in events}) > 1:
        return "区县", lambda event: event.activity.district.short
    return "时段", _part


def _topic(event: Event) -> str:
    return event.activity.topics[0].name if event.activity.topics else ""


def _part(event: Event) -> str:
    hour = entries.hour(event)
    if hour is None:
        return ""
    return "上午" if hour.hour < _NOON else "下午" if hour.hour < _EVENING else "晚上"


def _shares(events: Iterable[Event], word_of: Callable[[Event], str]) -> list[tuple[str, int]]:
    """The greatest shares, greatest first, and all the rest as one."""
    counts = Counter(map(word_of, events))
    unnamed = counts.pop("", 0)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    rest = sum(number for _, number in ranked[_SHARES:]) + unnamed
    return [*ranked[:_SHARES], *([("其他", rest)] if rest else [])]


def _day(day: date, month: Month, agenda: Agenda, events: tuple[Event, ...]) -> CrowdDay:
    """A day as if it had few activities."""
    brief = sorted((event for event in events if not is_lasting(event)), key=entries.order)
    named = [event.activity.short_title or event.activity.title for event in brief[:_NAMED]]
    known = day in agenda.events_on or day in agenda.doors_on or day in agenda.campaigns_on
    number = _number(events)
    return CrowdDay(
        day=day.isoformat(),
        path=links.day(day) if known else "",
        said=dates.day(day),
        figure=str(day.day),
        week=dates.weekday(day),
        holiday=holiday(day),
        outside=Month.of(day) != month,
        number=number,
        names=tuple(named),
        more=number - len(named),
        doors=len({door.base.id for door in agenda.doors_on[day]}),
        off=_number(event for event in agenda.events_on[day] if event.gone),
    )


def _counted(day: CrowdDay, shares: list[tuple[str, int]], longest: int, most: int) -> CrowdDay:
    """*day* on the scale of its month: its bars, and instead of names its *shares*."""
    bars = tuple(_stretches([held for _, held in shares] or [day.number], most)) if day.number else ()
    if not shares:
        return replace(day, stretches=bars)
    told = tuple(DayShare(word, held, _width(held, longest)) for word, held in shares)
    return replace(day, names=(), more=0, shares=told, stretches=bars)


def _number(events: Iterable[Event]) -> int:
    return len({event.activity.id for event in events})


def _width(number: int, longest: int) -> int:
    return min(_WHOLE, max(1, round(number * _WHOLE / longest)))


def _stretches(numbers: list[int], most: int) -> Iterator[Stretch]:
    at = 0
    for number in numbers:
        end = at + number
        first, last = round(at * _WHOLE / most), round(end * _WHOLE / most)
        yield Stretch(first, max(1, last - first))
        at = end


def _weeks(days: Days, made: list[CrowdDay], agenda: Agenda, on: Index[date, Event]) -> Iterator[CrowdWeek]:
    every = tuple(days)
    for start in range(0, len(every), 7):
        week = every[start : start + 7]
        yield CrowdWeek(
            tuple(made[start : start + 7]),
            tuple(_windows(week, agenda)),
            tuple(_lasting(week, on)),
        )


def _windows(week: tuple[date, ...], agenda: Agenda) -> Iterator[Rail]:
    for at, days in _runs(week, lambda day: day in agenda.campaigns_on):
        campaigns = between(agenda.campaigns_on, days)
        last = max(one.when.last for one in campaigns)
        name = entries.together(campaigns)
        yield Rail(
            at, len(days), name.phrases[0], f"到{dates.day(last)}" if last > days[0] else "", name.path
        )


def _lasting(week: tuple[date, ...], on: Index[date, Event]) -> Iterator[Rail]:
    lasts = index((event for day in week for event in on[day] if is_lasting(event)), lambda one: one.days)
    for at, days in _runs(week, lambda day: day in lasts):
        number = _number(event for day in days for event in lasts[day])
        yield Rail(at, len(days), f"连着几天的{number}场", "看单子", "#lasting")


def _runs(week: tuple[date, ...], holds: Callable[[date], bool]) -> Iterator[tuple[int, list[date]]]:
    """The runs of days of *week* that hold something, each with the place of its first, counted from 1."""
    at = 1
    for full, members in groupby(week, holds):
        found = list(members)
        if full:
            yield at, found
        at += len(found)
