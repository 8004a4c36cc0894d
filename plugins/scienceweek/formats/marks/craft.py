"""Drawings of marks: instruments, vessels, buildings, writing, and patterns. Each is drawn by a hand; *fine* has more lines."""

from itertools import pairwise
from math import cos, hypot, pi, sin, sqrt, tau

from scienceweek.formats.marks.hand import Dot, Hand, Line, Point, TopicDrawing, arc, closed


def pulse(hand: Hand, *, fine: bool) -> TopicDrawing:
    beats, gap = hand.whole(1, 2), hand(0.15, 0.85) * pi
    line: list[Point] = [(-19.0, 3.0)]
    for place in range(beats):
        x, high = (place - (beats - 1) / 2) * 17 + hand(-3, 2), hand(8, 16)
        line += [
            (x - 6, 3.0),
            (x - 4, -1.0),
            (x - 2, 3.0),
            (x + 0.5, -high),
            (x + 4, high - 2),
            (x + 6.5, 3.0),
        ]
    rings = (arc(0, 0, 17.5, begin, begin + 0.75 * pi, 18) for begin in (gap, gap + pi))
    strokes: list[Line] = [(*line, (19.0, 3.0)), *rings]
    if fine:
        strokes += [arc(0, 0, 14, gap, gap + 0.6 * pi, 16), arc(0, 0, 14, gap + pi, gap + 1.6 * pi, 16)]
    return TopicDrawing(tuple(strokes), ((17.5 * cos(gap - 0.12 * pi), 17.5 * sin(gap - 0.12 * pi), 1.7),))


def prism(hand: Hand, *, fine: bool) -> TopicDrawing:
    number, fan = (6 if fine else 4), hand(11, 18)
    strokes: list[Line] = [
        closed(((0.0, -13.0), (13.0, 10.0), (-13.0, 10.0))),
        ((-19.0, 2 + hand(0, 6)), (-6.4, -1.5)),
        ((-6.4, -1.5), (5.4, -2.0)),
    ]
    strokes += [((5.4, -3 + place * 0.7), (19.0, -6 + fan * place / (number - 1))) for place in range(number)]
    return TopicDrawing(tuple(strokes))


def lattice(hand: Hand, *, fine: bool) -> TopicDrawing:
    radius = 4.6 if fine else 6.8
    strokes: list[Line] = []
    dots: list[Dot] = []
    for row in range(-4, 5):
        for column in range(-4, 5):
            x, y = column * radius * sqrt(3) + (radius * sqrt(3) / 2 if row % 2 else 0), row * radius * 1.5
            if hypot(x, y) > 18 - radius * 0.55:
                continue
            corners = tuple(
                (
                    x + radius * 0.92 * cos(pi / 6 + pi / 3 * side),
                    y + radius * 0.92 * sin(pi / 6 + pi / 3 * side),
                )
                for side in range(6)
            )
            strokes.append(closed(corners))
            if hand() < 0.36:
                dots.append((x, y, radius * 0.32))
    return TopicDrawing(tuple(strokes), tuple(dots))


def squares(hand: Hand, *, fine: bool) -> TopicDrawing:
    number, turn, way = (10 if fine else 6), hand(0.12, 0.24), hand.whole(0, 1) * 2 - 1
    strokes: list[Line] = []
    radius = 17.0
    for place in range(number):
        angle = way * turn * place + pi / 4
        strokes.append(
            closed(
                tuple(
                    (radius * cos(angle + side * pi / 2), radius * sin(angle + side * pi / 2))
                    for side in range(4)
                )
            )
        )
        radius *= 1 / (cos(turn) + sin(turn))
    return TopicDrawing(tuple(strokes))


def net(hand: Hand, *, fine: bool) -> TopicDrawing:
    columns = (2, 4, 4, 2) if fine else (2, 3, 2)
    points = []
    for place, number in enumerate(columns):
        x = -15 + 30 * place / (len(columns) - 1)
        apart = 9 if number > 3 else 11
        points.append([(x, (row - (number - 1) / 2) * apart + hand(-2, 2)) for row in range(number)])
    strokes = tuple(
        (one, other) for left, right in pairwise(points) for one in left for other in right if hand() < 0.8
    )
    size = 1.9 if fine else 2.4
    return TopicDrawing(strokes, tuple((x, y, size) for column in points for x, y in column))


def magnet(hand: Hand, *, fine: bool) -> TopicDrawing:
    number, wide = (5 if fine else 3), hand(13, 18)
    strokes: list[Line] = [((-3.0, 0.0), (3.0, 0.0)), ((0.0, -19.0), (0.0, 19.0))]
    for side in (1, -1):
        for place in range(number):
            share = (place + 1) / number
            strokes.append(
                tuple(
                    (
                        side * wide * share * sin(angle) ** 3,
                        17 * (0.35 + 0.65 * share) * cos(angle) * sin(angle) ** 0.5,
                    )
                    for angle in (pi * step / 20 for step in range(1, 20))
                )
            )
    return TopicDrawing(tuple(strokes), ((0.0, 0.0, 2.2),))


def vessel(hand: Hand, *, fine: bool) -> TopicDrawing:
    """鼎, with thunder on its belly."""
    number, ear, last = (3 if fine else 2), hand(12, 17), hand(9, 12.5)
    strokes: list[Line] = [
        ((-13.0, -7.0), (13.0, -7.0), (11.5, 5.0), *arc(0, 5, 11.5, 0, pi, 12, 5.5), (-13.0, -7.0)),
        ((-15.0, -7.0), (15.0, -7.0)),
    ]
    for side in (1, -1):
        strokes.append(((side * 12.0, -7.0), (side * 13.0, -ear), (side * 8.0, -ear), (side * 8.5, -7.0)))
        strokes.append(((side * 8.0, 9.0), (side * last, 18.0)))
    strokes.append(((0.0, 10.5), (0.0, 18.0)))
    for place in range(number):
        x, half = (place - (number - 1) / 2) * (7.6 if fine else 10), 3.0
        strokes.append(
            (
                (x - half, 2.0),
                (x - half, -3.6),
                (x + half, -3.6),
                (x + half, 1.0),
                (x - half + 1.9, 1.0),
                (x - half + 1.9, -1.5),
                (x + half - 1.9, -1.5),
            )
        )
    return TopicDrawing(tuple(strokes))


def bridge(hand: Hand, *, fine: bool) -> TopicDrawing:
    arches, rise = hand.whole(1, 3), hand(5, 9)

    def top(x: float) -> float:
        return -4 - rise * cos(x / 19 * pi / 2)

    wide = 34 / arches
    strokes: list[Line] = [tuple((x, top(x) - raised) for x in range(-19, 20, 2)) for raised in (0, 3)]
    for place in range(arches):
        x = -17 + wide * (place + 0.5)
        high = (5 - top(x)) * 0.72
        strokes += [arc(x, 6, wide * 0.4, pi, tau, 14, high), arc(x, 7.5, wide * 0.4, 0, pi, 10, high * 0.3)]
        if fine:
            strokes.append(arc(x, 6, wide * 0.4 + 1.6, pi, tau, 14, high + 1.6))
    strokes += [((x, top(x)), (x, top(x) - 3)) for x in range(-16, 17, 4 if fine else 8)]
    water = ((-19.0, 6.0), (19.0, 6.0)), ((-14.0, 15.0), (-2.0, 15.0)), ((4.0, 15.0), (12.0, 15.0))
    return TopicDrawing((*strokes, *water))


def maze(hand: Hand, *, fine: bool) -> TopicDrawing:
    number = 6 if fine else 4
    strokes: list[Line] = []
    for place in range(number):
        radius, begin = 3 + 15 * place / (number - 1), hand(0, tau)
        gap = 1.9 / sqrt(radius) if place else 0.0
        strokes.append(arc(0, 0, radius, begin + gap, begin + tau - 0.1, 28))
        if place < number - 1:
            angle, next_one = begin + pi * hand(0.6, 1.4), radius + 15 / (number - 1)
            strokes.append(tuple((far * cos(angle), far * sin(angle)) for far in (radius, next_one)))
    return TopicDrawing(tuple(strokes), ((0.0, 0.0, 1.4),))


def scales(hand: Hand, *, fine: bool) -> TopicDrawing:
    tilt, deep = hand(-4, 4), hand(3, 5)
    strokes: list[Line] = [
        ((0.0, -15.0), (0.0, 16.0)),
        ((-8.0, 16.0), (8.0, 16.0)),
        ((-15.0, -10 - tilt), (15.0, -10 + tilt)),
    ]
    for side in (1, -1):
        x, y = side * 14.0, -10 + side * tilt
        strokes += [((x, y), (x + way * 5.5, y + 13)) for way in (1, -1)]
        strokes += [arc(x, y + 13, 5.5, 0, pi, 8, deep), ((x - 5.5, y + 13), (x + 5.5, y + 13))]
    dots = ((0.0, -15.0, 2.0),) if fine else ()
    return TopicDrawing(tuple(strokes), dots)


def bell(hand: Hand, *, fine: bool) -> TopicDrawing:
    rows, rings, swing = (3 if fine else 2), (3 if fine else 1), hand(3, 5)
    mouth = tuple((x, 12 - swing * cos(x / 12.5 * pi / 2)) for x in range(11, -12, -2))
    strokes: list[Line] = [
        closed(((-8.0, -9.0), (8.0, -9.0), (12.5, 12.0), *mouth, (-12.5, 12.0))),
        ((-3.0, -9.0), (-3.0, -17.0), (3.0, -17.0), (3.0, -9.0)),
        ((0.0, -9.0), (0.0, 6.0)),
    ]
    wide = hand(0.25, 0.5)
    for ring in range(rings):
        strokes += [arc(0, 4, 15 + 2.4 * ring, middle - wide, middle + wide, 8) for middle in (0.0, pi)]
    dots = tuple(
        (side * (4 + column * 2.6 + row * 0.5), -5.5 + row * 4.2, 1.0 if fine else 1.3)
        for row in range(rows)
        for column in range(2)
        for side in (1, -1)
    )
    return TopicDrawing(tuple(strokes), dots)


def shield(hand: Hand, *, fine: bool) -> TopicDrawing:
    number, bend = (4 if fine else 2), hand(2, 6)
    strokes: list[Line] = []
    for place in range(number):
        scale = 1 - place * (0.22 if fine else 0.32)
        half = (
            (0.0, -17.0),
            (13.5, -12.0),
            (13.5, 1.0),
            (10.0, 6 + bend * 0.6),
            (0.0, 17.0),
        )
        other = tuple((-x, y) for x, y in reversed(half[:-1]))
        strokes.append(tuple((x * scale, y * scale) for x, y in (*half, *other)))
    lean = hand(-3, 3)
    strokes.append(((-4.0, lean * 0.3), (-1.0, 4.0), (5.0, -4 + lean)))
    return TopicDrawing(tuple(strokes))


def book(hand: Hand, *, fine: bool) -> TopicDrawing:
    number, lift = (6 if fine else 4), hand(2, 6)
    strokes: list[Line] = [((0.0, -9.0), (0.0, 13.0))]
    for side in (1, -1):
        page = tuple((side * x, -9 - lift * sin(x / 17 * pi)) for x in range(0, 18, 2))
        strokes.append((*page, (side * 17.0, 12.0)))
        strokes.append(
            (*((side * x, 13 - lift * sin(x / 17 * pi)) for x in range(0, 18, 2)), (side * 17.0, 12.0))
        )
        for place in range(number):
            y, far = -5 + 15 * place / number, hand(10, 14.5)
            strokes.append(tuple((side * x, y - lift * sin(x / 17 * pi)) for x in (2.5, far / 2, far)))
    return TopicDrawing(tuple(strokes))


def meander(hand: Hand, *, fine: bool) -> TopicDrawing:
    """回纹: a pattern for what has no drawing of its own."""
    turns, quarter = (9 if fine else 7), hand.whole(0, 3)
    strokes: list[Line] = []
    for half in (0, 2):
        x = y = 0.0
        line, length = [(x, y)], 2.0
        for turn in range(turns):
            angle = (turn + quarter + half) * pi / 2
            x, y = x + length * cos(angle), y + length * sin(angle)
            line.append((x, y))
            length += 2.0
        strokes.append(tuple(line))
    scale = hand(15, 17.5) / max(max(abs(x), abs(y)) for line in strokes for x, y in line)
    return TopicDrawing(tuple(tuple((x * scale, y * scale) for x, y in line) for line in strokes))
