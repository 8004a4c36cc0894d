"""Positions in WGS 84, where their district is."""

from math import asin, cos, radians, sin, sqrt
from typing import Any

from scienceweek.model.district import District
from scienceweek.model.point import Point
from scienceweek.source.datum import convert
from scienceweek.source.reading import Entry
from scienceweek.source.records.point import PointRecord
from scienceweek.source.resolution.desk import Desk

_FAR = 300
_EARTH = 6371.0


def point(
    desk: Desk, entry: Entry[Any], written: PointRecord | None, district: District | None
) -> Point | None:
    """The position at ``point`` of *entry*; it must not be far from that of its *district*."""
    if written is None:
        return None
    lon, lat = convert(written.lon, written.lat, written.datum)
    found = Point(lon, lat, written.source, written.radius or 0)
    centre = next((one.point for one in district.lineage if one.point), None) if district else None
    if centre and (far := kilometres(found, centre)) > _FAR:
        desk.error(
            entry,
            f"这个位置离{district.name if district else ''}有 {far:.0f} 公里。经纬度写反了？还是区县写错了？",
            "point",
        )
    return found


def kilometres(one: Point, other: Point) -> float:
    """The distance on a sphere (haversine)."""
    north = sin(radians(one.lat - other.lat) / 2) ** 2
    east = sin(radians(one.lon - other.lon) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(north + cos(radians(one.lat)) * cos(radians(other.lat)) * east))
