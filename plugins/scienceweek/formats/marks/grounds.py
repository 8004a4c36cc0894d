"""The grounds of marks, eight shapes of seals and tiles in a square of 64 units, and the line inside that is broken at the day."""

from functools import lru_cache
from itertools import pairwise
from math import atan2, pi, tau

from scienceweek.formats.marks.hand import Hand, Line, Point, arc

_MIDDLE = 32.0
_DIAL = 31  # days of a month, the first at noon, sunwise
_LEAST, _MOST = 2.1, 9.0  # days that the line is open
_ROUGH = 0.75  # how far an edge strays


@lru_cache(maxsize=64)
def outline(shape: str, inset: float = 0.0) -> Line:
    """One of square, tile (round), oval, octagon, gate, tablet, wide, fan; *inset* so many units inside it."""
    near, far = 3 + inset, 61 - inset
    match shape:
        case "tile":
            return arc(_MIDDLE, _MIDDLE, 30 - inset, -pi / 2, 1.5 * pi, 36)[:-1]
        case "oval":
            return arc(_MIDDLE, _MIDDLE, 25.5 - inset, -pi / 2, 1.5 * pi, 36, 30.5 - inset)[:-1]
        case "octagon":
            cut, near, far = 10 - inset * 0.42, 2 + inset, 62 - inset
            corners = (
                (near + cut, near),
                (far - cut, near),
                (far, near + cut),
                (far, far - cut),
                (far - cut, far),
                (near + cut, far),
                (near, far - cut),
                (near, near + cut),
            )
            return _sides(corners, 4)
        case "gate":
            left, right, foot = 7 + inset, 57 - inset, 62 - inset
            posts = _sides(((right, 27), (right, foot), (left, foot), (left, 27)), 4)
            return arc(_MIDDLE, 27, 25 - inset, -pi, 0, 18) + posts[1:13]
        case "tablet":
            left, right, foot, shoulder = 7 + inset, 57 - inset, 62 - inset, 16 + inset * 0.5
            return _sides(
                (
                    (_MIDDLE, 1.5 + inset * 1.25),
                    (right, shoulder),
                    (right, foot),
                    (left, foot),
                    (left, shoulder),
                ),
                5,
            )
        case "wide":
            return _sides(
                (
                    (1.5 + inset, 8 + inset),
                    (62.5 - inset, 8 + inset),
                    (62.5 - inset, 56 - inset),
                    (1.5 + inset, 56 - inset),
                ),
                6,
            )
        case "fan":
            outer, inner = 0.62 - inset * 0.012, 0.62 - inset * 0.03
            over = arc(_MIDDLE, 67, 61 - inset, 1.5 * pi - outer, 1.5 * pi + outer, 16)
            return over + arc(_MIDDLE, 67, 17 + inset, 1.5 * pi + inner, 1.5 * pi - inner, 9)
        case _:
            return _sides(((near, near), (far, near), (far, far), (near, far)), 6)


def rough(shape: str, hand: Hand) -> Line:
    """The outline as it comes from under a *hand*."""
    return tuple((x + hand(-_ROUGH, _ROUGH), y + hand(-_ROUGH, _ROUGH)) for x, y in outline(shape))


@lru_cache(maxsize=2048)
def frame(shape: str, day: int, days: int) -> tuple[Line, ...]:
    """The line inside, open where *day* (1 … 31) stands on a dial, wider for more *days*; whole where no day is known (0)."""
    dense = _sides(outline(shape, 4.0), 8)
    if not day:
        return ((*dense[::4], dense[0]),)
    middle: Point = (_MIDDLE, 30.0 if shape == "fan" else _MIDDLE)
    wide = min(max(days, _LEAST), _MOST)

    def is_open(point: Point) -> bool:
        angle = atan2(point[0] - middle[0], middle[1] - point[1]) % tau
        return (angle / tau * _DIAL - (day - 1)) % _DIAL < wide

    start = next((at for at, point in enumerate(dense) if is_open(point)), 0)
    runs: list[list[Point]] = [[]]
    for point in dense[start:] + dense[:start]:
        if is_open(point):
            runs.append([])
        else:
            runs[-1].append(point)
    return tuple(_thinned(run) for run in runs if len(run) > 1)


def _thinned(run: list[Point]) -> Line:
    return tuple(point for at, point in enumerate(run) if at % 4 == 0 or at == len(run) - 1)


def _sides(corners: Line, steps: int) -> Line:
    """So many points on each side of a polygon."""
    return tuple(
        (x + (u - x) * step / steps, y + (v - y) * step / steps)
        for (x, y), (u, v) in pairwise((*corners, corners[0]))
        for step in range(steps)
    )
