"""What an activity with sessions or stages is on one day, or at one place: the one place that knows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from scienceweek.model.activity import Activity
from scienceweek.model.days import falls_on, merged, runs_of
from scienceweek.model.place import Base, Location
from scienceweek.model.schedule import Days
from scienceweek.model.session import fully_booked


def as_on(activity: Activity, day: date) -> Activity:
    """It as it is on *day*: where its sessions or stages then are, full if they all are, called as a single one is."""
    if not activity.sessions and not activity.stages:
        return activity
    held = [one for one in activity.occurrences if one.part and not one.off and falls_on(one.when, day)]
    if not held:
        return activity
    then = [activity.at(one) for one in held]
    names = {one.subtitle for one in then}
    conditions = then[0].admission
    if any(one.admission != conditions for one in then):
        conditions = activity.admission
    if all(one.full for one in held):
        conditions = fully_booked(conditions)
    return replace(
        activity,
        subtitle=names.pop() if len(names) == 1 else activity.subtitle,
        where=tuple(_once(location for one in then for location in one.where)),
        admission=conditions,
    )


def days_at(activity: Activity, base: Base) -> tuple[Days, ...]:
    """The runs of days on which it takes place at *base*, no day twice."""
    if activity.off:
        return ()
    there = (one for one in activity.occurrences if not one.off and _is_at(activity.at(one), base))
    return merged((run for one in there for run in runs_of(one.when)), touching=False)


def _is_at(activity: Activity, base: Base) -> bool:
    held = (getattr(at, "base", None) for at in activity.held_at)
    return any(one is not None and one.id == base.id for one in held)


def _once(found: Iterator[Location]) -> Iterator[Location]:
    seen: list[Location] = []
    for one in found:
        if one not in seen:
            seen.append(one)
            yield one
