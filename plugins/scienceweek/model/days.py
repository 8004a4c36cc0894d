"""On which days a schedule falls: the one place that knows. Pages, calendars, feeds and links all ask here."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from functools import lru_cache
from typing import assert_never

from scienceweek.model.activity import Activity
from scienceweek.model.recurrence import occurrences, parsed
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

_KEPT = 10_000  # recurrences


def runs_of(when: Schedule) -> tuple[Days, ...]:
    """Its days in order, a run for each time that it takes place; none if it is not known to the day."""
    match when:
        case Session(day) | PartDay(day) | OpenDays(day):
            return (Days(day, day),)
        case Days(first, last):
            return (Days(first, last),)
        case Recurring():
            return _occurrences(when)
        case Months() | DuringCampaign() | YearRound() | Unfixed():
            return ()
        case _:
            assert_never(when)


@lru_cache(maxsize=_KEPT)
def _occurrences(when: Recurring) -> tuple[Days, ...]:
    days = occurrences(parsed(when.rule), when.span.first, when.span.last)
    return tuple(Days(day, day) for day in days if day not in when.exceptions)


def spans_of(schedules: Iterable[Schedule]) -> tuple[Days, ...]:
    """All their days, those that follow each other as one span: ``每天（周一闭馆）`` is a span a week."""
    return merged(run for when in schedules for run in runs_of(when))


def merged(runs: Iterable[Days], *, touching: bool = True) -> tuple[Days, ...]:
    """The same days in order and none twice; runs that only touch stay apart if they are to."""
    found: list[Days] = []
    for run in sorted(runs):
        if found and (run.first - found[-1].last).days <= touching:
            found[-1] = Days(found[-1].first, max(found[-1].last, run.last))
        else:
            found.append(run)
    return tuple(found)


def span_of(runs: Iterable[Days]) -> Days | None:
    """From the first day of all to the last; None where there is none."""
    found = tuple(runs)
    return Days(min(run.first for run in found), max(run.last for run in found)) if found else None


def first_day(when: Schedule) -> date | None:
    """The first day on which it takes place."""
    return runs[0].first if (runs := runs_of(when)) else None


def last_day(when: Schedule) -> date | None:
    """The last."""
    return runs[-1].last if (runs := runs_of(when)) else None


def falls_on(when: Schedule, day: date) -> bool:
    """Whether it takes place on *day*."""
    return any(day in run for run in runs_of(when))


def next_day(when: Schedule, since: date) -> date | None:
    """The first of its days that is not before *since*."""
    return next((max(run.first, since) for run in runs_of(when) if since <= run.last), None)


def extent(when: Schedule) -> Days | None:
    """From when to when it lies, as far as anyone knows; None if nothing is fixed. Of open days it is the one that is known."""
    match when:
        case Session() | PartDay() | Days() | OpenDays() | Recurring():
            return span_of(runs_of(when))
        case Months(first, last):
            return Days(first.days.first, last.days.last)
        case DuringCampaign(window):
            return Days(window.first, window.last)
        case YearRound(year):
            return Days(Month(year, 1).days.first, Month(year, 12).days.last)
        case Unfixed():
            return None
        case _:
            assert_never(when)


def is_over(when: Schedule, day: date) -> bool:
    """Whether *day* is after all that it may be; what is not fixed may always be still to come."""
    known = extent(when)
    return known is not None and known.last < day and not (isinstance(when, OpenDays) and when.begins)


def hours_of(when: Schedule) -> tuple[time | None, time | None]:
    """When it starts and ends on each of its days, if that is stated."""
    match when:
        case Session(start=start, end=end) | Recurring(start=start, end=end):
            return start, end
        case PartDay() | Days() | OpenDays() | Months() | DuringCampaign() | YearRound() | Unfixed():
            return None, None
        case _:
            assert_never(when)


def part_of(when: Schedule) -> DayPart | None:
    """The part of each of its days, where that is all that is known of the hour."""
    return when.part if isinstance(when, PartDay | Recurring) else None


def note_of(when: Schedule) -> str:
    """What the notice says beside it in brackets."""
    return "" if isinstance(when, Unfixed) else when.note


def begins_at(when: Schedule) -> time | None:
    """What a day is sorted by: the hour, or the earliest of its part of the day; None where nothing is said of either."""
    part = part_of(when)
    return part.since if part else hours_of(when)[0]


def order(schedules: Iterable[Schedule]) -> tuple[date, time]:
    """What lists are sorted by: the first day and hour; what has no day comes last."""
    keys = [(day, begins_at(when) or time.min) for when in schedules if (day := first_day(when))]
    return min(keys, default=(date.max, time.min))


def on_day(schedules: Iterable[Schedule], day: date) -> tuple[Schedule, ...]:
    """Those that fall on *day*, by the hour; what has none comes first."""
    return tuple(sorted((when for when in schedules if falls_on(when, day)), key=_hour))


def order_on(schedules: Iterable[Schedule], day: date) -> time:
    """What the list of a *day* is sorted by: the first hour that it has there."""
    return min(map(_hour, on_day(schedules, day)), default=time.min)


def _hour(when: Schedule) -> time:
    return begins_at(when) or time.min


def starts_on(schedules: Iterable[Schedule], day: date) -> bool:
    """Whether something begins on *day*, and does not only go on."""
    return any(run.first == day for when in schedules for run in runs_of(when))


def days_of(activity: Activity) -> tuple[Days, ...]:
    """Its runs of days, no day twice; what is cancelled or postponed has none, nor has one whose day nobody knows."""
    if activity.off:
        return ()
    return merged((run for when in activity.when for run in runs_of(when)), touching=False)


def is_night(start: time | None, end: time | None) -> bool:
    """Whether hours go on into the next day, on which they *end*; they belong to the day that they begin."""
    return start is not None and end is not None and end <= start


def end_day(day: date, start: time, end: time) -> date:
    """The day on which what starts on *day* ends."""
    return day + timedelta(days=1) if is_night(start, end) else day
