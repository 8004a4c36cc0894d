"""What the notice does not say and one must ask before going, in the words of who rings."""

from scienceweek.model.activity import Activity
from scienceweek.model.booking import Booking
from scienceweek.model.days import first_day
from scienceweek.model.parts import untold
from scienceweek.model.place import Fee
from scienceweek.views.words.moments import unknown_hour


def questions(activity: Activity) -> tuple[str, ...]:
    """几点开始？ 要不要预约？ … where nobody says whether one must book; nothing where that is known, or nothing takes place."""
    terms = activity.admission
    if activity.off or terms.booking is not Booking.UNKNOWN or terms.plan.full:
        return ()
    is_dated = any(map(first_day, activity.when))
    asked = (
        ("哪天？", not is_dated),
        ("几点开始？", is_dated and bool(unknown_hour(untold(activity, activity.when)))),
        ("在哪里？", not activity.held_at),
        ("要不要预约？", True),
        ("收不收费？", terms.fee is Fee.UNKNOWN),
    )
    return tuple(word for word, is_asked in asked if is_asked)
