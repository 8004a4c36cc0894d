"""What became of the plan, day by day: what stood on a day and does not take place then any more. All pages ask here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity, Change, Status
from scienceweek.model.days import merged, runs_of
from scienceweek.model.schedule import Days, Schedule

_AS_PLANNED = Change()


@frozen
class Gone:
    """*activity* was to be on *days*, because of *when*, and is not. Of a session it is the activity as it was to be then."""

    activity: Activity
    when: Schedule
    days: Days


def gone(activity: Activity) -> tuple[Gone, ...]:
    """Its times that do not take place: all of what is off, sessions that are cancelled, and those that were moved to other days.

    A time that only its hour has changed is not among them: the day stays, and would be struck out beside itself.
    """
    if activity.change == _AS_PLANNED and not activity.sessions:
        return ()
    now = [
        (one.off, Gone(activity.at(one), one.when, days))
        for one in activity.occurrences
        for days in runs_of(one.when)
    ]
    before = [Gone(activity, when, days) for when in activity.change.previously for days in runs_of(when)]
    still = {one.days for _, one in now}
    return (*(one for off, one in now if off), *(one for one in before if one.days not in still))


def gone_by_day(activities: Iterable[Activity]) -> Mapping[date, tuple[tuple[Gone, ...], ...]]:
    """What each day has lost: for each activity, in the order given, its times on that day; sessions that differ stand apart."""
    found: defaultdict[date, list[list[Gone]]] = defaultdict(list)
    for activity in activities:
        for one in gone(activity):
            for day in one.days:
                alike = next((lost for lost in found[day] if lost[0].activity == one.activity), None)
                if alike is None:
                    found[day].append([one])
                else:
                    alike.append(one)
    return {day: tuple(map(tuple, lost)) for day, lost in found.items()}


def days_gone(activity: Activity) -> tuple[Days, ...]:
    """The days on which it was to be, in order and none twice."""
    return merged((one.days for one in gone(activity)), touching=False)


def is_called_off(activity: Activity) -> bool:
    """Whether it will never be: what is postponed may still be."""
    return activity.change.status is Status.CANCELLED


def going_on(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Those that take place, or may still: what a sum counts."""
    # Written out: it is asked of all activities of a site, of each in several sums.
    return tuple(one for one in activities if one.change.status is not Status.CANCELLED)
