"""What a district lays under its pins: a sketch of its own without borders, or an approved map as it is."""

from enum import StrEnum

from scienceweek.frozen import frozen
from scienceweek.model.boundary import Ring
from scienceweek.model.district import District


class GroundKind(StrEnum):
    """What a line, an area or a place of a sketch is, in the order in which they are drawn."""

    WOOD = "wood"
    WATER = "water"
    RIVER = "river"
    ROAD = "road"
    METRO = "metro"
    STATION = "station"
    PLACE = "place"


AREAS = frozenset({GroundKind.WOOD, GroundKind.WATER})
POINTS = frozenset({GroundKind.STATION, GroundKind.PLACE})


@frozen
class GroundFeature:
    """Something to find one's way by: *points* in WGS 84, longitude first; one for a place, closed for an area."""

    kind: GroundKind
    name: str
    points: Ring


@frozen
class MapPicture:
    """An approved map, north above: the *path* of the picture in the site, and the degrees at its edges."""

    path: str
    west: float
    south: float
    east: float
    north: float


@frozen
class DistrictGround:
    """The ground of a *district*: *features*, or a *picture*. *source* is whose it is, *approval* its 审图号, if it has one."""

    district: District
    features: tuple[GroundFeature, ...]
    source: str
    approval: str
    picture: MapPicture | None = None
