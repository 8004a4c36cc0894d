"""Lists that are longer than a page: a leaf for each month, and for what has no day; what is longer than a leaf goes on in the next."""

from collections.abc import Sequence
from itertools import groupby
from typing import TypeVar

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.schedule import Month
from scienceweek.views.parts.lines import ordered, place_in_lists
from scienceweek.views.words import dates
from scienceweek.views.words.memory import lately
from scienceweek.views.words.precisions import Precision, precision

Thing = TypeVar("Thing")
MOST = 500
"""Activities that a page can hold: a phone takes seconds to lay out more, and nobody reads them."""
LEAF = 100
"""Lines on a leaf, or bases."""
UNDATED = "undated"
_RANKS = {known: rank for rank, known in enumerate(Precision)}


@frozen
class LeafLink:
    """Where *number* activities stand: those of a month, or, at the end, those without a day."""

    word: str
    path: str
    number: int


@frozen
class Sheaf:
    """The activities of a month, or those without a day, in the order of lists; *key* is that of its first leaf."""

    key: str
    word: str
    month: Month | None
    activities: tuple[Activity, ...]


def cut(members: tuple[Thing, ...], size: int) -> tuple[tuple[Thing, ...], ...]:
    """*members* in pages of *size*."""
    return tuple(members[first : first + size] for first in range(0, len(members), size))


def is_long(activities: Sequence[Activity]) -> bool:
    """Whether they are too many for one page."""
    return len(activities) > MOST


@lately
def sheaves(activities: Sequence[Activity]) -> tuple[Sheaf, ...]:
    """*activities* by the month in which each begins; last what has no day."""
    return tuple(
        Sheaf(
            str(month) if month else UNDATED,
            dates.month(month) if month else "日子没有写明的",
            month,
            tuple(members),
        )
        for month, members in groupby(sorted(ordered(activities), key=_rank), _month)
    )


def leaf_links(path: str, activities: Sequence[Activity]) -> tuple[LeafLink, ...]:
    """The ways on from the page at *path*, if *activities* are too many for it; else none."""
    if not is_long(activities):
        return ()
    return tuple(
        LeafLink(one.word, links.leaf(path, one.key), len(one.activities)) for one in sheaves(activities)
    )


def _rank(activity: Activity) -> int:
    return _RANKS[precision(activity)]


def _month(activity: Activity) -> Month | None:
    return Month.of(place_in_lists(activity)[0]) if precision(activity) is Precision.DATED else None
