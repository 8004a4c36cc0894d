"""Positions on the earth (WGS 84, RFC 7946 order: longitude first)."""

from scienceweek.frozen import frozen


@frozen
class Point:
    """Degrees in WGS 84; *radius* in metres says how far off it may be, 0 is exact.

    *source* says who found it and how: a person, a provider, or an estimate.
    """

    lon: float
    lat: float
    source: str
    radius: int = 0
