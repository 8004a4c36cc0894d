"""The hairline numerals as lines of points, from their SVG paths (SVG 2 §9.3); the page draws the same ones."""

import re
from collections.abc import Iterator
from functools import cache
from math import acos, cos, hypot, pi, sin

Point = tuple[float, float]

PATHS = {
    "0": "M2 12a10 10 0 0 1 20 0v16a10 10 0 0 1-20 0z",
    "1": "M2 8.5 10 2v36",
    "2": "M2.5 12.5C2.5 6 6.6 2 12 2s9.5 3.9 9.5 9.4c0 3.8-1.8 6.6-5 10.3L2.5 38H22",
    "3": "M3.5 9.5C4.5 5 7.8 2 12 2c5 0 8.6 3.5 8.6 8.4S17 19 12 19h-2.5M12 19c5.7 0 9.8 3.9 9.8 9.5S17.6 38 12 38c-5.2 0-9-3-10-8",
    "4": "M17 38V2L1.5 28.5h21.5",
    "5": "M20.5 2H6L4 19c2-2.4 4.8-3.7 8-3.7 5.8 0 10 4.6 10 11.2C22 33.3 17.7 38 12 38c-4.9 0-8.7-2.9-10-7.5",
    "6": "M17 2 3.8 22.5A10 10.5 0 1 0 22 27.5 10 10.5 0 0 0 12 17.2c-3.4 0-6.5 1.9-8.2 5.3",
    "7": "M2 2h20L8.5 38",
    "8": "M3.5 10.5a8.5 8.5 0 1 0 17 0 8.5 8.5 0 0 0-17 0zM2 28.5a10 9.5 0 1 0 20 0 10 9.5 0 0 0-20 0z",
    "9": "M7 38 20.2 17.5A10 10.5 0 1 0 2 12.5a10 10.5 0 0 0 10 10.3c3.4 0 6.5-1.9 8.2-5.3",
}
"""Each in a box of 24 by 40 units."""

_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}
_STEPS = 24  # points of a curve


def width(digits: str) -> int:
    """In units: 29 from one to the next, 17 after a 1."""
    return len(digits) * 29 - digits.count("1") * 12 - 5


def lines(digits: str) -> Iterator[tuple[Point, ...]]:
    """The strokes of *digits*, from the top left."""
    across = 0.0
    for digit in digits:
        for stroke in _strokes(PATHS[digit]):
            yield tuple((x + across, y) for x, y in stroke)
        across += 17 if digit == "1" else 29


@cache
def _strokes(path: str) -> tuple[tuple[Point, ...], ...]:
    strokes: list[list[Point]] = []
    x = y = 0.0
    handle: Point | None = None
    for command, given in _commands(path):
        if command == "M":
            strokes.append([])
        points = _points(command, given, (x, y), handle, strokes[-1])
        strokes[-1].extend(points)
        handle = _handle(command, given)
        x, y = strokes[-1][-1]
    return tuple(map(tuple, strokes))


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """The commands in absolute terms; a coordinate left out is that of the point before."""
    x = y = 0.0
    start = (0.0, 0.0)
    for letter, text in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
        numbers = [float(one) for one in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", text)]
        command = letter.upper()
        size = _ARGUMENTS[command]
        for at in range(0, len(numbers) or 1, size or 1):
            given = _absolute(command, numbers[at : at + size], (x, y), is_relative=letter.islower())
            if command == "M" and at == 0:
                start = (given[0], given[1])
            x, y = _end(command, given, (x, y), start)
            # What follows a first point without a letter is a line.
            name = "L" if command == "M" and at else command
            yield name, [*start] if command == "Z" else given


def _absolute(command: str, numbers: list[float], at: Point, *, is_relative: bool) -> list[float]:
    x, y = at if is_relative else (0.0, 0.0)
    match command:
        case "H":
            return [numbers[0] + x, at[1]]
        case "V":
            return [at[0], numbers[0] + y]
        case "A":
            return [*numbers[:5], numbers[5] + x, numbers[6] + y]
        case _:
            return [one + (y if place % 2 else x) for place, one in enumerate(numbers)]


def _end(command: str, given: list[float], at: Point, start: Point) -> Point:
    return start if command == "Z" else (given[-2], given[-1]) if given else at


def _handle(command: str, given: list[float]) -> Point | None:
    return (given[-4], given[-3]) if command in "CS" else None


def _points(
    command: str, given: list[float], at: Point, handle: Point | None, stroke: list[Point]
) -> list[Point]:
    end = (given[-2], given[-1])
    match command:
        case "C":
            return _curve(at, (given[0], given[1]), (given[2], given[3]), end)
        case "S":
            first = (2 * at[0] - handle[0], 2 * at[1] - handle[1]) if handle else at
            return _curve(at, first, (given[0], given[1]), end)
        case "A":
            return _arc(
                at, (given[0], given[1]), is_large=bool(given[3]), is_clockwise=bool(given[4]), end=end
            )
        case _:
            return [end]


def _curve(start: Point, one: Point, two: Point, end: Point) -> list[Point]:
    """A cubic Bézier curve, without its start."""

    def along(part: float, axis: int) -> float:
        rest = 1 - part
        near = rest**3 * start[axis] + 3 * rest * rest * part * one[axis]
        return near + 3 * rest * part * part * two[axis] + part**3 * end[axis]

    return [(along(step / _STEPS, 0), along(step / _STEPS, 1)) for step in range(1, _STEPS + 1)]


def _arc(start: Point, radii: Point, *, is_large: bool, is_clockwise: bool, end: Point) -> list[Point]:
    """An upright elliptical arc, without its start (SVG 2 appendix B.2.4)."""
    rx, ry = radii
    x, y = (start[0] - end[0]) / 2 / rx, (start[1] - end[1]) / 2 / ry
    far = hypot(x, y)
    if far > 1:
        rx, ry, x, y, far = rx * far, ry * far, x / far, y / far, 1.0
    off = (max(0.0, 1 - far * far) / (far * far)) ** 0.5 * (1 if is_large != is_clockwise else -1)
    u, v = off * y, -off * x
    centre = ((start[0] + end[0]) / 2 + u * rx, (start[1] + end[1]) / 2 + v * ry)
    first = _angle(x - u, y - v)
    sweep = (_angle(-x - u, -y - v) - first) % (2 * pi)
    if not is_clockwise:
        sweep -= 2 * pi
    turns = (first + sweep * step / _STEPS for step in range(1, _STEPS + 1))
    return [(centre[0] + rx * cos(turn), centre[1] + ry * sin(turn)) for turn in turns]


def _angle(x: float, y: float) -> float:
    turn = acos(max(-1.0, min(1.0, x / hypot(x, y))))
    return turn if y >= 0 else -turn
