"""Which days a programme lists: those of its windows that hold something, and those outside on which something begins."""

from collections.abc import Iterable
from datetime import date

from scienceweek.model.activity import Activity
from scienceweek.model.changes import days_gone
from scienceweek.model.days import days_of, merged
from scienceweek.model.schedule import Days


def listed_days(
    activities: Iterable[Activity], windows: Iterable[Days], openings: Iterable[Days] = ()
) -> tuple[date, ...]:
    """The days in order, those of what is off too. What lasts for months does not fill a list: outside the windows it stands on its first day."""
    runs = [run for activity in activities for run in (*days_of(activity), *days_gone(activity))]
    starts = {run.first for run in runs}
    held, within = merged([*runs, *openings]), merged(windows)
    inside = {day for run in held for window in within for day in run.shared(window) or ()}
    return tuple(sorted(starts | inside))
