"""Where one goes when an activity is over: to whose it was, to what else was on, to what is on now."""

from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.views.parts import ticket


@frozen
class Afterwards:
    """A *word* that leads to *path*; *icon* is its sign."""

    icon: str
    word: str
    path: str


def afterwards(activity: Activity, day: date | None) -> tuple[Afterwards, ...]:
    """The ways on from *activity*, whose first *day* is the one with the others; the base or the venue first."""
    base, place = activity.base, ticket.place_link(activity)
    found = [
        Afterwards("hall", base.name, links.base(base)) if base else None,
        Afterwards("place", place.word, place.path)
        if place and not (base and place.word == base.name)
        else None,
        Afterwards("calendar", "同一天的活动", links.day(day)) if day else None,
        Afterwards("go", "看现在能去的", links.HOME),
    ]
    return tuple(one for one in found if one)
