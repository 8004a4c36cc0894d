"""今天能去吗: what the script needs to answer for a base on any day (theme/static/js/today.js)."""

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity, Admits
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.days import days_of
from scienceweek.model.occurrences import days_at
from scienceweek.model.place import Base
from scienceweek.views.parts.door_pattern import pattern_of
from scienceweek.views.words.extents import spans


@frozen
class Verdict:
    """The rules by which it is *open* (views/parts/door_pattern.py); on which days something is on *here*, or *away*.

    Days and spans are ``2024-05-25/2024-06-01 2024-06-05``; on any other day one must ask.
    """

    open: str
    here: str
    away: str


def verdict(base: Base, catalogue: Catalogue) -> Verdict:
    """The verdict on *base*. Where only the invited get in, one had better ask."""
    here, away = here_and_away(base, catalogue)
    return Verdict(
        open=pattern_of(base),
        here=spans(days for one in here for days in days_at(one, base)),
        away=spans(days for one in away for days in days_of(one)),
    )


def here_and_away(base: Base, catalogue: Catalogue) -> tuple[list[Activity], list[Activity]]:
    """What of *base* one need not be invited to: what is there, and what is known to be elsewhere."""
    activities = [one for one in catalogue.every_of_base[base.id] if one.admits is not Admits.INVITED]
    here = [one for one in activities if one.is_at(base)]
    return here, [one for one in activities if one.sites and not one.is_at(base)]
