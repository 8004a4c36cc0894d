"""Where a thing is, for one who asks what is near."""

from collections.abc import Iterable

from scienceweek.model.activity import Activity
from scienceweek.model.place import AtBase, AtVenue, Location
from scienceweek.model.point import Point


def of_activity(activity: Activity) -> str:
    """The positions of the places where it is held, as far as they are known."""
    return spots(_point(at) for at in activity.held_at)


def spots(points: Iterable[Point | None]) -> str:
    """``106.63100,29.71800,1500``: longitude and latitude in degrees (WGS 84), and by how many metres it may be off; 0 is exact."""
    return " ".join(
        dict.fromkeys(f"{one.lon:.5f},{one.lat:.5f},{one.radius}" for one in points if one is not None)
    )


def _point(at: Location) -> Point | None:
    match at:
        case AtBase(place) | AtVenue(place):
            return place.point
        case _:
            return None
