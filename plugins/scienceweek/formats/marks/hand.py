"""What the drawings of marks are made of: a steady hand, points of lines and curves, and their SVG path (SVG 2 §9.3)."""

from collections.abc import Iterator
from hashlib import blake2b
from itertools import count, pairwise
from math import cos, sin

from scienceweek.frozen import frozen

Point = tuple[float, float]
Line = tuple[Point, ...]
Dot = tuple[float, float, float]
"""The middle of a disc, and its radius."""
_WHOLE = 65_535


@frozen
class TopicDrawing:
    """A drawing around (0, 0), within 19 units: *strokes* are hairlines, *dots* are filled."""

    strokes: tuple[Line, ...]
    dots: tuple[Dot, ...] = ()


class Hand:
    """Numbers between two others, the same for the same *seed* on every machine: neither chance nor clock."""

    def __init__(self, seed: str) -> None:
        self._numbers = _numbers(seed)

    def __call__(self, least: float = 0.0, most: float = 1.0) -> float:
        return least + (most - least) * next(self._numbers)

    def whole(self, least: int, most: int) -> int:
        return min(most, least + int(next(self._numbers) * (most - least + 1)))


def _numbers(seed: str) -> Iterator[float]:
    for turn in count():
        digest = blake2b(f"{seed}:{turn}".encode(), digest_size=32).digest()
        for at in range(0, len(digest), 2):
            yield int.from_bytes(digest[at : at + 2], "big") / _WHOLE


def closed(points: Line) -> Line:
    """The line back to where it began."""
    return (*points, points[0])


def arc(
    x: float, y: float, radius: float, begin: float, end: float, steps: int = 14, high: float = 0.0
) -> Line:
    """From the angle *begin* to *end* (radians, from the right, sunwise); *high* is the other half axis of an ellipse."""
    return tuple(
        (x + radius * cos(angle), y + (high or radius) * sin(angle))
        for angle in (begin + (end - begin) * step / steps for step in range(steps + 1))
    )


def curve(*handles: Point, steps: int = 8) -> Line:
    """A Bézier curve of as many *handles* as are given, by de Casteljau."""

    def at(share: float) -> Point:
        points = handles
        while len(points) > 1:
            points = tuple((x + (u - x) * share, y + (v - y) * share) for (x, y), (u, v) in pairwise(points))
        return points[0]

    return tuple(at(step / steps) for step in range(steps + 1))


def mirrored(line: Line) -> Line:
    """*line* on the other side of the upright."""
    return tuple((-x, y) for x, y in line)


def path(line: Line, *, is_closed: bool = False) -> str:
    """*line* for the attribute d, to a tenth of a unit."""
    said: list[str] = []
    last = ""
    for x, y in line:
        here = f"{_number(x)} {_number(y)}"
        if here != last:
            said.append(f"{'L' if said else 'M'}{here}")
        last = here
    return "".join(said) + ("z" if is_closed else "")


def disc(x: float, y: float, radius: float) -> str:
    """A filled circle for the attribute d."""
    wide = _number(2 * radius)
    turn = f"a{_number(radius)} {_number(radius)} 0 1 0"
    return f"M{_number(x - radius)} {_number(y)}{turn} {wide} 0{turn} -{wide} 0z"


def _number(value: float) -> str:
    said = f"{value:.1f}".removesuffix(".0")
    return "0" if said == "-0" else said
