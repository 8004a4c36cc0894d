"""How precisely the day of an activity is known, and activities grouped by that."""

from collections.abc import Iterable
from enum import StrEnum
from typing import assert_never

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.changes import going_on
from scienceweek.model.index import Index, index
from scienceweek.model.schedule import (
    Days,
    DuringCampaign,
    Months,
    OpenDays,
    PartDay,
    Recurring,
    Schedule,
    Session,
    Unfixed,
    YearRound,
)
from scienceweek.views.words.memory import remembered


class Precision(StrEnum):
    """From the most to the least that is known; the value is the word for it."""

    DATED = "有确定的日子"
    OPEN = "只知道从哪天起或到哪天止"
    MONTHS = "只知道月份"
    WINDOW = "活动期间，日子未写明"
    YEAR = "全年进行"
    UNFIXED = "时间待定"


@frozen
class Share:
    """How many activities of a page are known with one *precision*."""

    word: str
    number: int


@remembered
def precision(activity: Activity) -> Precision:
    """The best that is known: an activity with one fixed day and one open one is dated."""
    known = {_precision(schedule) for schedule in activity.when}
    return next(precision for precision in Precision if precision in known)


def shares(activities: Iterable[Activity]) -> tuple[Share, ...]:
    """The precisions that occur, with their numbers; last what is called off."""
    known = tuple(activities)
    held = going_on(known)
    found = tuple(Share(precision.value, len(members)) for precision, members in grouped(held).items())
    return found if len(held) == len(known) else (*found, Share("已取消", len(known) - len(held)))


def grouped(activities: Iterable[Activity]) -> Index[Precision, Activity]:
    """Activities by precision, best first, in the order of the files."""
    found = index(activities, lambda activity: [precision(activity)])
    return Index((kind, one) for kind in Precision for one in found[kind])


def _precision(schedule: Schedule) -> Precision:
    match schedule:
        case Session() | PartDay() | Days() | Recurring():
            return Precision.DATED
        case OpenDays():
            return Precision.OPEN
        case Months():
            return Precision.MONTHS
        case DuringCampaign():
            return Precision.WINDOW
        case YearRound():
            return Precision.YEAR
        case Unfixed():
            return Precision.UNFIXED
        case _:
            assert_never(schedule)
