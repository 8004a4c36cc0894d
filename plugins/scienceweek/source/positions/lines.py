"""Lines and areas on the earth, in degrees: made simple, and cut to a frame."""

from itertools import pairwise
from math import hypot

Line = tuple[tuple[float, float], ...]
"""Positions, longitude first."""
Frame = tuple[float, float, float, float]
"""West, south, east, north."""


def simple(line: Line, tolerance: float) -> Line:
    """*line* without what lies nearer than *tolerance* to what is left (Douglas and Peucker 1973)."""
    kept = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:  # noqa: PLR2004 - nothing lies between neighbours
            continue
        far = max(range(first + 1, last), key=lambda place: _off(line[place], line[first], line[last]))
        if _off(line[far], line[first], line[last]) > tolerance:
            kept.add(far)
            stack += [(first, far), (far, last)]
    return tuple(line[place] for place in sorted(kept))


def simple_ring(ring: Line, tolerance: float) -> Line:
    """Likewise of a *ring*, still closed: it is cut where it is farthest from where it begins."""
    middle = max(range(len(ring)), key=lambda place: distance(ring[place], ring[0]))
    return (*simple(ring[: middle + 1], tolerance)[:-1], *simple(ring[middle:], tolerance))


def runs(line: Line, frame: Frame) -> tuple[Line, ...]:
    """The parts of *line* that are within *frame*, each with its neighbour outside: it goes on to the edge."""
    inside = [_is_in(point, frame) for point in line]
    wanted = [any(inside[max(place - 1, 0) : place + 2]) for place in range(len(line))]
    found: list[list[tuple[float, float]]] = [[]]
    for place, point in enumerate(line):
        if wanted[place]:
            found[-1].append(point)
        # Two neighbours outside: what lies between them is no part of it.
        if not inside[place] and (not wanted[place] or not any(inside[place + 1 : place + 2])):
            found.append([])
    return tuple(tuple(run) for run in found if len(run) > 1)


def clipped(ring: Line, frame: Frame) -> Line:
    """The part of a closed *ring* within *frame*, closed (Sutherland and Hodgman 1974); empty if there is none."""
    west, south, east, north = frame
    points = list(ring[:-1])
    for axis, limit, sign in ((0, west, 1), (1, south, 1), (0, east, -1), (1, north, -1)):
        points = _half(points, axis, limit, sign)
        if not points:
            return ()
    return (*points, points[0])


def area(ring: Line) -> float:
    """How large a closed *ring* is, in square degrees."""
    return abs(sum(one[0] * other[1] - other[0] * one[1] for one, other in pairwise(ring))) / 2


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """In degrees."""
    return hypot(one[0] - other[0], one[1] - other[1])


def _half(points: list[tuple[float, float]], axis: int, limit: float, sign: int) -> list[tuple[float, float]]:
    """What of a polygon lies on one side of a line."""
    kept: list[tuple[float, float]] = []
    for place, point in enumerate(points):
        before = points[place - 1]
        is_in, was_in = (sign * one[axis] >= sign * limit for one in (point, before))
        if is_in != was_in:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            kept.append(
                (before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1]))
            )
        if is_in:
            kept.append(point)
    return kept


def _is_in(point: tuple[float, float], frame: Frame) -> bool:
    west, south, east, north = frame
    return west <= point[0] <= east and south <= point[1] <= north


def _off(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """How far *point* lies from the line between *start* and *end*, in degrees."""
    long = distance(start, end)
    if not long:
        return distance(point, start)
    across = (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])
    return abs(across) / long
