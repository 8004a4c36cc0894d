"""Positions in WGS 84, and how far they lie from each other."""

from math import asin, cos, radians, sin, sqrt

from scienceweek.model.point import Point
from scienceweek.source.positions.datum import convert
from scienceweek.source.records.point import PointRecord

_EARTH = 6371.0


def point(written: PointRecord | None) -> Point | None:
    """The position as *written*."""
    if written is None:
        return None
    lon, lat = convert(written.lon, written.lat, written.datum)
    return Point(lon, lat, written.source, written.radius or 0)


def kilometres(one: Point, other: Point) -> float:
    """The distance on a sphere (haversine)."""
    north = sin(radians(one.lat - other.lat) / 2) ** 2
    east = sin(radians(one.lon - other.lon) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(north + cos(radians(one.lat)) * cos(radians(other.lat)) * east))
