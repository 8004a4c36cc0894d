"""From when to when things lie, in ISO 8601: what is known, for filters; what is likely, for order only."""

from collections.abc import Iterable
from datetime import date

from scienceweek.model.activity import Activity
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, Schedule, Unfixed, YearRound
from scienceweek.views.wording import dates


def limits(activity: Activity) -> tuple[Days, ...]:
    """The days between which it lies, as far as anyone knows: for order only, a reader never sees them."""
    return tuple(_limit(when, activity.campaign.when) for when in activity.when) or (activity.campaign.when,)


def _limit(when: Schedule, window: Days) -> Days:
    match when:
        case Months(first, last):
            return Days(first.days.first, last.days.last)
        case YearRound(year):
            return Days(Month(year, 1).days.first, Month(year, 12).days.last)
        case DuringCampaign(window=own):
            return own
        case Unfixed():
            return window
        case _:
            return Days(dates.first(when) or window.first, dates.last(when) or window.last)


def ends(runs: tuple[Days, ...]) -> dict[str, str]:
    """The *first* and the *last* day of all."""
    return {"first": _iso(min(run.first for run in runs)), "last": _iso(max(run.last for run in runs))}


def spans(runs: Iterable[Days]) -> str:
    """For the script: days, and spans with a stroke between their ends."""
    found = sorted({(_iso(run.first), _iso(run.last)) for run in runs})
    return " ".join(first if first == last else f"{first}/{last}" for first, last in found)


def _iso(day: date) -> str:
    return day.isoformat()
