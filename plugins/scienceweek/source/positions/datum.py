"""Positions of Chinese maps, GCJ-02 and BD-09, become WGS 84."""

from scienceweek.model.datum import from_bd09, from_gcj02
from scienceweek.source.records.datum import Datum


def convert(lon: float, lat: float, datum: Datum) -> tuple[float, float]:
    """Degrees of *datum* as degrees of WGS 84, to the millionth."""
    match datum:
        case Datum.WGS84:
            return lon, lat
        case Datum.GCJ02:
            found = from_gcj02(lon, lat)
        case Datum.BD09:
            found = from_bd09(lon, lat)
    return round(found[0], 6), round(found[1], 6)
