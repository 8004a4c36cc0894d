"""Which days a programme lists: those of its windows, and those outside on which something begins."""

from collections.abc import Iterable
from datetime import date

from scienceweek.model.activity import Activity
from scienceweek.model.schedule import Days
from scienceweek.views.occasions import days_of

_WHOLE = 14
"""Days of a window that are listed even if they are empty; of a longer one only those that hold something."""


def listed_days(
    activities: Iterable[Activity], windows: Iterable[Days], openings: Iterable[Days] = ()
) -> tuple[date, ...]:
    """The days in order; none where no day of any activity or opening is known."""
    starts = {run.first for activity in activities for run in days_of(activity)}
    known = starts | {run.first for run in openings}
    if not known:
        return ()
    whole = {day for window in windows if len(window) <= _WHOLE for day in window}
    return tuple(sorted(known | whole))
