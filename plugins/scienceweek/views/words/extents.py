"""From when to when things lie, in ISO 8601: what is known, for filters; what is likely, for order only."""

from collections.abc import Iterable
from datetime import date

from scienceweek.model.activity import Activity
from scienceweek.model.days import extent, span_of
from scienceweek.model.schedule import Days, OpenDays, Schedule


def limits(activity: Activity) -> tuple[Days, ...]:
    """The days between which it lies, as far as anyone knows: for order only, a reader never sees them."""
    window = activity.campaign.when
    return tuple(_limits(when, window) for when in activity.when) or (window,)


def _limits(when: Schedule, window: Days) -> Days:
    known = extent(when) or window
    if not isinstance(when, OpenDays):
        return known
    if when.begins:
        return Days(when.day, max(when.day, window.last))
    return Days(min(when.day, window.first), when.day)


def ends(runs: Iterable[Days]) -> dict[str, str]:
    """The *first* and the *last* day of all, both empty where there is none."""
    span = span_of(runs)
    return {"first": _iso(span.first), "last": _iso(span.last)} if span else {"first": "", "last": ""}


def spans(runs: Iterable[Days]) -> str:
    """For the script: days, and spans with a stroke between their ends."""
    found = sorted({(_iso(run.first), _iso(run.last)) for run in runs})
    return " ".join(first if first == last else f"{first}/{last}" for first, last in found)


def _iso(day: date) -> str:
    return day.isoformat()
