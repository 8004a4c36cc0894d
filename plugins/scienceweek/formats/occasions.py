"""The times of an activity as occasions for calendars. No day is invented: what has none is all of its campaign, or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scienceweek.model.activity import Activity, Status
from scienceweek.model.days import extent
from scienceweek.model.schedule import Dated, DuringCampaign, Schedule

_STATUS = {
    Status.SCHEDULED: "CONFIRMED",
    Status.POSTPONED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
    Status.RESCHEDULED: "CONFIRMED",
    Status.MOVED_ONLINE: "CONFIRMED",
}


@dataclass(frozen=True, slots=True)
class Time:
    """A time of an activity; its *number* is for ever. *start* is its first day."""

    number: int
    when: Dated | DuringCampaign
    start: date


@dataclass(frozen=True, slots=True)
class Occasion:
    """One VEVENT. *start* is the first of the days of a recurrence; *stamp* when the record last changed.

    What goes on during all of a campaign takes nobody's time.
    """

    uid: str
    title: str
    when: Dated | DuringCampaign
    start: date
    place: str
    text: str
    url: str
    status: str
    sequence: int
    stamp: date


def own(activity: Activity) -> tuple[Time, ...]:
    """The times of *activity* that fall on days."""
    return _times(activity.when, whole=False)


def subscribed(activity: Activity, *, whole: bool) -> tuple[Time, ...]:
    """Those, and with *whole* all of the campaign that it goes on during.

    What is off, and has no new day, stays on its old ones: whoever has subscribed must see what became of it.
    """
    times = _times(activity.when, whole=whole)
    if not times and activity.change.is_off:
        return _times(activity.change.previously, whole=False)
    return times


def _times(schedules: Iterable[Schedule], *, whole: bool) -> tuple[Time, ...]:
    kinds = Dated | DuringCampaign if whole else Dated
    return tuple(
        Time(number, when, known.first)
        for number, when in enumerate(schedules, 1)
        if isinstance(when, kinds) and (known := extent(when))
    )


def occasions(
    activity: Activity, times: Iterable[Time], domain: str, place: str, url: str
) -> tuple[Occasion, ...]:
    """*activity* at *times*; the UID is ``<id>@domain``, of a second time ``<id>-2@domain``.

    *place* is where it happens, in words; *url* its page, or empty.
    """
    return tuple(
        Occasion(
            uid=f"{activity.id}{f'-{time.number}' if time.number > 1 else ''}@{domain}",
            title=activity.full_title,
            when=time.when,
            start=time.start,
            place=place,
            text=_text_of(activity, time),
            url=url,
            status=_STATUS[activity.change.status],
            sequence=activity.sequence,
            stamp=activity.changed,
        )
        for time in times
    )


def _text_of(activity: Activity, time: Time) -> str:
    undated = "具体日期通知未写明。" if isinstance(time.when, DuringCampaign) else ""
    return "\n".join(filter(None, (undated, activity.description)))
