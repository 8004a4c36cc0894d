"""The times of an activity as occasions for calendars. No day is invented: what has none is all of its campaign, or nothing."""

from collections.abc import Iterable
from datetime import date, datetime

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.days import extent, part_of
from scienceweek.model.point import Point
from scienceweek.model.schedule import Dated, DayPart, DuringCampaign, OpenDays
from scienceweek.model.session import Occurrence


@frozen
class Time:
    """A time of an activity, which is the *number*-th of its `Activity.times`, from 1. *start* is its first day.

    *at* has the session or stage that it is.
    """

    number: int
    when: Dated | DuringCampaign
    start: date
    at: Occurrence


@frozen
class Told:
    """What is said of an activity at a time, in plain text; *url* is its page, or empty.

    *point* is where it is, if that is known exactly; *sorts* are what it is about and for whom; *stream* is the address at
    which it can be seen.
    """

    title: str
    place: str
    text: str
    url: str
    point: Point | None = None
    sorts: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    stream: str = ""


@frozen
class Occasion:
    """One VEVENT. *start* is the first of the days of a recurrence; *modified* when what it says last changed (UTC).

    What is *free* takes nobody's time: it is off, or goes on during all of a campaign, or nobody knows from when to when.
    """

    uid: str
    when: Dated | DuringCampaign
    start: date
    told: Told
    off: bool
    free: bool
    sequence: int
    modified: datetime


def times(activity: Activity, *, whole: bool) -> tuple[Time, ...]:
    """The times of *activity* that fall on days, and with *whole* all of the campaign that it goes on during."""
    kinds = Dated | DuringCampaign if whole else Dated
    return tuple(
        Time(number, at.when, known.first, at)
        for number, at in enumerate(activity.occurrences, 1)
        if isinstance(at.when, kinds) and (known := extent(at.when))
    )


def uid(id: str, number: int) -> str:
    """The name of the *number*-th time of the activity with this *id*, unless another has it already."""
    return f"{id}-{number}" if number > 1 else id


def occasions(activity: Activity, told: Iterable[tuple[Time, Told]], domain: str) -> tuple[Occasion, ...]:
    """*activity* at each time, with what is said of it; its UIDs end with *domain*."""
    revision = activity.revision
    return tuple(
        Occasion(
            uid=f"{revision.uids[time.number - 1] if revision else uid(activity.first_id, time.number)}@{domain}",
            when=time.when,
            start=time.start,
            told=said,
            off=time.at.off,
            free=time.at.off or _is_vague(time.when),
            sequence=revision.sequence if revision else activity.sequence,
            modified=activity.modified,
        )
        for time, said in told
    )


def _is_vague(when: Dated | DuringCampaign) -> bool:
    """Whether it is only some of the time that it takes up in a calendar: a morning, days without an end."""
    return isinstance(when, DuringCampaign | OpenDays) or part_of(when) not in (None, DayPart.WHOLE)
