"""Positions of Chinese maps, GCJ-02 and BD-09, become WGS 84.

The shift of GCJ-02 was never published; this is the formula that all software uses. It goes one
way only, so the way back is found by steps, to well under a metre. Outside China nothing is shifted.
"""

from collections.abc import Callable
from math import atan2, cos, hypot, pi, radians, sin, sqrt

from scienceweek.source.records.datum import Datum

_AXIS = 6378245.0  # Krasovsky 1940, in metres
_ECCENTRICITY = 0.00669342162296594323
_BD = 3000 * pi / 180
_Shift = Callable[[float, float], tuple[float, float]]


def convert(lon: float, lat: float, datum: Datum) -> tuple[float, float]:
    """Degrees of *datum* as degrees of WGS 84, to the millionth."""
    if datum is Datum.WGS84:
        return lon, lat
    if datum is Datum.BD09:
        lon, lat = _inverse(lon, lat, _to_bd09)
    lon, lat = _inverse(lon, lat, _to_gcj02)
    return round(lon, 6), round(lat, 6)


def _inverse(lon: float, lat: float, forward: _Shift) -> tuple[float, float]:
    """Where *forward* leads to *lon* and *lat*: the error shrinks a thousandfold at each step."""
    x, y = lon, lat
    for _ in range(5):
        shifted_x, shifted_y = forward(x, y)
        x, y = x + lon - shifted_x, y + lat - shifted_y
    return x, y


def _to_bd09(lon: float, lat: float) -> tuple[float, float]:
    radius = hypot(lon, lat) + 0.00002 * sin(lat * _BD)
    angle = atan2(lat, lon) + 0.000003 * cos(lon * _BD)
    return radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006


def _to_gcj02(lon: float, lat: float) -> tuple[float, float]:
    if not (72.004 <= lon <= 137.8347 and 0.8293 <= lat <= 55.8271):
        return lon, lat
    x, y = lon - 105, lat - 35
    waves = 20 * sin(6 * pi * x) + 20 * sin(2 * pi * x)
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    north += (
        (waves + 20 * sin(pi * y) + 40 * sin(pi * y / 3) + 160 * sin(pi * y / 12) + 320 * sin(pi * y / 30))
        * 2
        / 3
    )
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    east += (
        (waves + 20 * sin(pi * x) + 40 * sin(pi * x / 3) + 150 * sin(pi * x / 12) + 300 * sin(pi * x / 30))
        * 2
        / 3
    )
    angle = radians(lat)
    bend = 1 - _ECCENTRICITY * sin(angle) ** 2
    metres_north = radians(_AXIS * (1 - _ECCENTRICITY) / bend**1.5)
    metres_east = radians(_AXIS / sqrt(bend) * cos(angle))
    return lon + east / metres_east, lat + north / metres_north
