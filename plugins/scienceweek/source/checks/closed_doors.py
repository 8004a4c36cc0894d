"""Activities at a place on days on which it is closed for a time: one of the two is not so, or the activity has moved."""

from collections.abc import Iterable, Mapping

from scienceweek.model.activity import Activity, places
from scienceweek.model.days import runs_of
from scienceweek.model.hours import Closure
from scienceweek.model.place import Base, Venue
from scienceweek.model.schedule import Days
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.registers import Registers

_KEYS = ("when", "sessions", "stages", "id")
"""Where the days stand."""


def activities(
    entries: Mapping[str, RecordEntry[ActivityRecord]], found: Iterable[Activity], desk: Registers
) -> None:
    """One reminder for each activity that is somewhere on a day of a closure; regular days off are no such thing."""
    for activity in found:
        entry = entries.get(activity.id)
        if entry is None or not (met := _met(activity)):
            continue
        place, day, closure = met
        why = f"（{closure.reason}）" if closure.reason else ""
        told = (
            f"{day.first.month}月{day.first.day}日在{quoted(place.name)}，那天闭馆{why}。照常的不用管；"
            "换了地方的改 where，不办了的写 status: cancelled。"
        )
        desk.remind(entry, told, next(key for key in _KEYS if getattr(entry.record, key)))


def _met(activity: Activity) -> tuple[Base | Venue, Days, Closure] | None:
    """The first place, days and closure that meet."""
    if not any(place.closures for place in activity.places):
        return None
    for one in activity.occurrences:
        if one.off:
            continue
        for place in places(activity.at(one).held_at):
            for closure in place.closures:
                for run in runs_of(one.when):
                    if shared := run.shared(closure.days):
                        return place, shared, closure
    return None
