"""Which days a programme lists: those of its windows that hold something, and those outside on which something begins."""

from collections.abc import Iterable
from datetime import date

from scienceweek.model.activity import Activity
from scienceweek.model.schedule import Days
from scienceweek.views.wording.occasions import days_of


def listed_days(
    activities: Iterable[Activity], windows: Iterable[Days], openings: Iterable[Days] = ()
) -> tuple[date, ...]:
    """The days in order. What lasts for months does not fill a list: outside the windows it stands on its first day."""
    runs = [run for activity in activities for run in days_of(activity)]
    held = [*runs, *openings]
    starts = {run.first for run in runs}
    inside = {day for window in windows for day in window if any(day in run for run in held)}
    return tuple(sorted(starts | inside))
