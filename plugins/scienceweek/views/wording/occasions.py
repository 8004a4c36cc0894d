"""The days on which an activity is known to happen."""

from scienceweek.model.activity import Activity
from scienceweek.model.schedule import (
    Days,
    DuringCampaign,
    Months,
    Recurring,
    Schedule,
    Session,
    Unfixed,
    YearRound,
)
from scienceweek.views.wording.memory import remembered
from scienceweek.views.wording.recurrence import occurrences


@remembered
def days_of(activity: Activity) -> tuple[Days, ...]:
    """Its runs of days; a cancelled or postponed activity has none, nor has one whose day nobody knows."""
    if activity.off:
        return ()
    return tuple(days for when in activity.when for days in _days(when))


def _days(when: Schedule) -> tuple[Days, ...]:
    match when:
        case Session(day):
            return (Days(day, day),)
        case Days():
            return (when,)
        case Recurring():
            return tuple(Days(day, day) for day in occurrences(when))
        case Months() | DuringCampaign() | YearRound() | Unfixed():
            return ()
