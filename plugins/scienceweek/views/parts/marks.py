"""From what the mark of an activity is drawn: its record, and nothing else."""

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.days import runs_of, span_of

_GENERAL = ("innovation", "science-literacy", "science-education", "science-policy", "scientists-spirit")
"""Topics that nearly every activity has: one that tells more goes before them."""


@frozen
class ActivityMark:
    """Ids; *day* is the first day of the month that it is on (0: nobody knows), *days* how many it lasts."""

    id: str
    topic: str
    kind: str
    district: str
    day: int
    days: int
    off: bool


def mark_of(activity: Activity) -> ActivityMark:
    topics = sorted((term.id for term in activity.topics), key=_GENERAL.__contains__)
    span = span_of(run for when in activity.when for run in runs_of(when))
    return ActivityMark(
        id=activity.first_id,
        topic=topics[0] if topics else "",
        kind=activity.kind.id if activity.kind else "",
        district=activity.district.id,
        day=span.first.day if span else 0,
        days=len(span) if span else 0,
        off=activity.off,
    )
