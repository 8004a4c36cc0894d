"""今天能去吗: what the script needs to answer for a base on any day (theme/static/js/today.js)."""

from dataclasses import dataclass

from scienceweek.model.activity import Activity, Admits
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.days import days_of, open_days
from scienceweek.model.place import AtBase, Base
from scienceweek.views.words.extents import spans


@dataclass(frozen=True, slots=True)
class Verdict:
    """Days and spans, ``2024-05-25/2024-06-01 2024-06-05``; on any other day one must ask.

    It is *open*, or something is on *here*, or what it does is on somewhere else (*away*).
    """

    open: str
    here: str
    away: str


def verdict(base: Base, catalogue: Catalogue) -> Verdict:
    """The verdict on *base*. Where only the invited get in, one had better ask."""
    activities = [one for one in catalogue.of_base.get(base.id, ()) if one.admits is not Admits.INVITED]
    return Verdict(
        open=spans(open_days(base.openings)),
        here=spans(days for one in activities if is_at(one, base) for days in days_of(one)),
        away=spans(days for one in activities if one.where and not is_at(one, base) for days in days_of(one)),
    )


def is_at(activity: Activity, base: Base) -> bool:
    """Whether it happens, or also happens, at *base*."""
    return any(isinstance(place, AtBase) and place.base.id == base.id for place in activity.where)
