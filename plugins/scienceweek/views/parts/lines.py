"""An activity as a line of a list: what, when, where."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from typing import assert_never

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.changes import Gone
from scienceweek.model.days import on_day, order, order_on, spans_of
from scienceweek.model.occurrences import as_on
from scienceweek.model.parts import times_on
from scienceweek.model.schedule import (
    Days,
    DuringCampaign,
    Months,
    OpenDays,
    PartDay,
    Recurring,
    Schedule,
    Session,
    Unfixed,
    YearRound,
)
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts import ticket
from scienceweek.views.words import changes, dates, extents, sessions
from scienceweek.views.words.memory import remembered


@frozen
class ActivityLine:
    """*title* is in phrases; *note* is what a list by days need not leave out: the hours, or until when. *pieces* says how many parts it has.

    *first* and *last* are ISO 8601 days for the script, empty where no day is known; *days* lists them where some days
    between are free. *district* is named where it is another than that of the campaign. *gone*: what was to be then is not,
    as *status* says, because of *reason*; *state* is the same for the style: postponed, cancelled, rescheduled, moved-online.
    """

    path: str
    title: tuple[str, ...]
    sub: str
    when: str
    place: str
    by: str
    pieces: str = ""
    first: str = ""
    last: str = ""
    days: str = ""
    note: str = ""
    status: str = ""
    reason: str = ""
    gone: bool = False
    state: str = ""
    district: str = ""


@frozen
class Lines:
    """Lines of which the first are *shown* and the others folded away."""

    shown: tuple[ActivityLine, ...]
    folded: tuple[ActivityLine, ...] = ()


@remembered
def line(activity: Activity) -> ActivityLine:
    """The line of an activity."""
    change, note = ticket.notice(activity), _note(activity.when)
    # Where the last day is not known nobody can say that it is over, where the first is not, that it is to come; of what is
    # off the script must not say 今天.
    is_open = any(isinstance(when, OpenDays) for when in activity.when)
    days = () if is_open or activity.off else spans_of(activity.when)
    return ActivityLine(
        path=links.activity(activity),
        title=phrases(activity.title),
        sub=activity.subtitle,
        when=sessions.when(activity),
        place=ticket.place(activity),
        by=ticket.host(activity),
        district=ticket.outpost(activity),
        pieces=ticket.pieces(activity),
        **extents.ends(days),
        days=extents.spans(days) if len(days) > 1 else "",
        note=f"{note}（{sessions.FULL}）" if note and sessions.is_full(activity) else note,
        status=change.word if change else "",
        reason=change.reason if change and activity.off else "",
        gone=activity.off,
        state=change.status if change else "",
    )


def gone_line(times: tuple[Gone, ...]) -> ActivityLine:
    """The line of an activity on a day on which it was to be at these *times*, with what became of it and why."""
    one = times[0]
    return replace(
        line(one.activity),
        note="；".join(filter(None, (_note((one.when,)) for one in times))),
        status=changes.outcome(one.activity),
        reason=one.activity.change.reason,
        gone=True,
    )


def lines(activities: Iterable[Activity], keep: int = 12, day: date | None = None) -> Lines:
    """The lines of *activities*, by day; a fold that would hide one or two is not worth a click.

    On the list of a *day* they are by the hour, and each says all its hours of that day.
    """
    if day:
        made = tuple(_line_on(activity, day) for activity in ordered_on(activities, day))
    else:
        made = tuple(map(line, ordered(activities)))
    return Lines(made) if len(made) <= keep + 2 else Lines(made[:keep], made[keep:])


def ordered(activities: Iterable[Activity]) -> list[Activity]:
    """By first day and hour, what is only then before what lasts; what has no day comes last, in the order of the files."""
    return sorted(activities, key=place_in_lists)


@remembered
def place_in_lists(activity: Activity) -> tuple[date, time, bool]:
    """Its first day and hour, and whether it lasts longer than that day."""
    first, hour = order(activity.when)
    return first, hour, any(run.first == first != run.last for run in spans_of(activity.when))


def ordered_on(activities: Iterable[Activity], day: date) -> list[Activity]:
    """By the hour of that *day*; what has none comes first, in the order of `ordered`."""
    return sorted(ordered(activities), key=lambda activity: order_on(times_on(activity, day), day))


def _line_on(activity: Activity, day: date) -> ActivityLine:
    # Its times are those of all its sessions, so none of them says that they are full.
    made = replace(line(as_on(activity, day)), when=sessions.when(activity))
    if made.note:
        return made
    if activity.sessions:
        return replace(made, note=sessions.hours_on(day, activity))
    found = on_day(times_on(activity, day), day)
    lasting = tuple(when for when in found if isinstance(when, Days) and when.first != when.last)
    hours = dates.hours_noted(tuple(when for when in found if when not in lasting))
    return replace(made, note="；".join(filter(None, (*map(_note, ((when,) for when in lasting)), hours))))


def _note(when: tuple[Schedule, ...]) -> str:
    """9:30—11:00 · 到5月27日 · nothing, for what happens more than once: the list of a day says when."""
    if len(when) != 1:
        return ""
    match when[0]:
        case Session() | PartDay() | OpenDays():
            return dates.hour_noted(when[0])
        case Days(first, last):
            return dates.noted(f"到{dates.day(last)}", when[0]) if first != last else when[0].note
        case Recurring() | Months() | DuringCampaign() | YearRound() | Unfixed():
            return ""
        case _:
            assert_never(when[0])
