"""The ground of a small map: a projection good for a city, a graticule, distance rings, and a scale."""

from collections.abc import Callable
from math import ceil, cos, floor, hypot, radians

from scienceweek.frozen import frozen

_KM_PER_DEGREE = 111.2
_LEAST_KM = 2.0  # from side to side; nearer, an estimate would look surveyed
_MARGIN = 52  # units on each side, for names
_FOOT = 68  # above and below, for the scale
_MINUTES = (0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600)
_KILOMETRES = (0.2, 0.5, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500)


@frozen
class GroundLine:
    """A meridian or parallel at a place of the map, in units, with its degrees in words."""

    at: int
    word: str


@frozen
class Ring:
    """A circle round the centre; *word* is its distance, *radius* that in units."""

    radius: int
    word: str


@frozen
class Scale:
    """A bar of *length* units that stands for *word*."""

    length: int
    word: str


@frozen
class Projection:
    """Degrees become units of a drawing: equirectangular round (*lon*, *lat*), *unit* of them to a kilometre."""

    lon: float
    lat: float
    unit: float
    width: int
    height: int

    def at(self, lon: float, lat: float) -> tuple[int, int]:
        """Where a position lies in the drawing; y grows downward."""
        east = (lon - self.lon) * _KM_PER_DEGREE * cos(radians(self.lat))
        north = (lat - self.lat) * _KM_PER_DEGREE
        return round(self.width / 2 + east * self.unit), round(self.height / 2 - north * self.unit)


def projection(positions: tuple[tuple[float, float], ...], width: int, height: int) -> Projection:
    """One that shows all *positions* (longitude, latitude) with room for their names."""
    lons, lats = [lon for lon, _ in positions], [lat for _, lat in positions]
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    east = (max(lons) - min(lons)) * _KM_PER_DEGREE * cos(radians(lat))
    north = (max(lats) - min(lats)) * _KM_PER_DEGREE
    unit = min((width - 2 * _MARGIN) / max(east, _LEAST_KM), (height - 2 * _FOOT) / max(north, _LEAST_KM))
    return Projection(lon, lat, unit, width, height)


def meridians(on: Projection) -> tuple[GroundLine, ...]:
    """Two to six lines from top to bottom."""
    per_degree = on.unit * _KM_PER_DEGREE * cos(radians(on.lat))
    return _lines(on.lon, on.width / 2 / per_degree, lambda lon: on.at(lon, on.lat)[0], on.width)


def parallels(on: Projection) -> tuple[GroundLine, ...]:
    """Two to six lines from side to side."""
    per_degree = on.unit * _KM_PER_DEGREE
    return _lines(on.lat, on.height / 2 / per_degree, lambda lat: on.at(on.lon, lat)[1], on.height)


def rings(on: Projection, x: int, y: int) -> tuple[Ring, ...]:
    """Up to three rings round (*x*, *y*) that reach into the map."""
    farthest = max(
        hypot(x - corner_x, y - corner_y) for corner_x in (0, on.width) for corner_y in (0, on.height)
    )
    step = _nice(on.width / on.unit / 8, _KILOMETRES)
    return tuple(
        Ring(round(step * number * on.unit), kilometres(step * number))
        for number in (1, 2, 3)
        if step * number * on.unit < farthest
    )


def scale(on: Projection) -> Scale:
    """A bar of about a fifth of the width."""
    length = _nice(on.width / on.unit / 8, _KILOMETRES)
    return Scale(round(length * on.unit), kilometres(length))


def kilometres(distance: float) -> str:
    """3公里, 500米"""
    return f"{distance:g}公里" if distance >= 1 else f"{distance * 1000:g}米"


def _lines(middle: float, reach: float, place: Callable[[float], int], size: int) -> tuple[GroundLine, ...]:
    step = _nice(reach * 60 * 2 / 5, _MINUTES)
    first, last = ceil((middle - reach) * 60 / step), floor((middle + reach) * 60 / step)
    found = ((number * step, place(number * step / 60)) for number in range(first, last + 1))
    return tuple(GroundLine(at, _degrees(minutes)) for minutes, at in found if 0 < at < size)


def _degrees(minutes: float) -> str:
    whole, rest = divmod(minutes, 60)
    return f"{whole:g}°{rest:02g}′" if rest == int(rest) else f"{whole:g}°{int(rest):02}′30″"


def _nice(wanted: float, steps: tuple[float, ...]) -> float:
    """The first of *steps* that is at least *wanted*."""
    return next((step for step in steps if step >= wanted), steps[-1])
