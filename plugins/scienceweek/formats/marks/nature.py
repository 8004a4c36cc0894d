"""Drawings of marks: sky, weather, earth, plants and animals. Each is drawn by a hand; *fine* has more lines, not thicker ones."""

from math import cos, exp, hypot, pi, sin, sqrt, tau

from scienceweek.formats.marks.hand import Dot, Hand, Line, TopicDrawing, arc, closed, curve, mirrored


def orbits(hand: Hand, *, fine: bool) -> TopicDrawing:
    number = 5 if fine else 3
    tilt = hand(-0.6, -0.1)
    strokes: list[Line] = []
    dots: list[Dot] = [(0.0, 0.0, 2.6)]
    for place in range(number):
        radius = 5 + 15 * (place + 1) / number
        ring = tuple(
            (x * cos(tilt) - y * sin(tilt), x * sin(tilt) + y * cos(tilt))
            for x, y in arc(0, 0, radius, 0, tau, 28, radius * 0.52)
        )
        strokes.append(ring)
        dots.append((*ring[hand.whole(0, 27)], 1.3 if fine else 1.9))
    return TopicDrawing(tuple(strokes), tuple(dots))


def rain(hand: Hand, *, fine: bool) -> TopicDrawing:
    number, slope = (6 if fine else 4), hand(3, 6)
    cloud = (
        *arc(-6, -5, 7, pi, 1.75 * pi, 9),
        *arc(4, -8, 7.5, 1.2 * pi, 1.95 * pi, 8),
        *arc(11, -3, 5.5, 1.55 * pi, 2.5 * pi, 8),
        (-7.0, 2.5),
        *arc(-8, -2.5, 5, 0.5 * pi, pi, 5),
    )
    strokes: list[Line] = [cloud]
    for place in range(number):
        x, y = -9 + 22 * place / (number - 1), 6 + hand(0, 3)
        strokes.append(((x, y), (x - slope * 0.6, y + 6 + hand(0, 3))))
    return TopicDrawing(tuple(strokes))


def strata(hand: Hand, *, fine: bool) -> TopicDrawing:
    number = 8 if fine else 5
    high, begin, fault = hand(1.5, 3.2), hand(0, tau), hand(-6, 6)
    strokes: list[Line] = []
    for place in range(number):
        level = -14 + 27 * place / (number - 1)
        for side, xs in ((-2, range(-18, int(fault) + 1, 2)), (2, range(int(fault) + 2, 19, 2))):
            strokes.append(tuple((x, level + side + high * sin(x / 7 + begin + place * 0.35)) for x in xs))
    return TopicDrawing((*strokes, ((fault - 3, -17), (fault + 4, 17))))


def leaf(hand: Hand, *, fine: bool) -> TopicDrawing:
    number, wide, lean = (7 if fine else 4), hand(9, 13.5), hand(-2.5, 2.5)

    def edge(share: float) -> float:
        return wide * float(sin(pi * share) ** 0.8) * (1.12 - share * 0.35)

    def rib(share: float) -> float:
        return lean * sin(pi * share)

    steps = [step / 18 for step in range(19)]
    strokes: list[Line] = [((0.0, 19.0), *((rib(share), 13 - 31 * share) for share in steps))]
    strokes += [
        tuple((rib(share) + side * edge(share), 13 - 31 * share) for share in steps) for side in (1, -1)
    ]
    for place in range(number):
        share = 0.16 + 0.62 * place / (number - 1)
        y, far = 13 - 31 * share, edge(min(1.0, share + 0.13))
        strokes += [((rib(share), y + 1.5), (rib(share) + side * far * 0.92, y - 4)) for side in (1, -1)]
    return TopicDrawing(tuple(strokes))


def waves(hand: Hand, *, fine: bool) -> TopicDrawing:
    radius, lines = (4.8, 3) if fine else (6.6, 2)
    strokes: list[Line] = []
    row, y, shift = 0, -13.0, hand(0, radius)
    while y < 19:
        x = -26 + shift + (radius if row % 2 else 0)
        while x < 21:
            if abs(x) + radius < 19.5 and hypot(x, y) < 18.5:
                strokes += [arc(x, y, radius * (line + 1) / lines, pi, tau, 8) for line in range(lines)]
            x += 2 * radius
        y += radius * 0.62 + 0.6
        row += 1
    return TopicDrawing(tuple(strokes))


def field(hand: Hand, *, fine: bool) -> TopicDrawing:
    furrows, rays, x = (9 if fine else 5), (5 if fine else 3), hand(-7, 7)
    strokes: list[Line] = [((-18.0, -3.0), (18.0, -3.0))]
    for place in range(furrows):
        side = place - (furrows - 1) / 2
        strokes.append(((side * 1.8, -3.0), (side * 37 / furrows, 16.0)))
    strokes.append(arc(x, -3, 7.5, pi, tau, 14))
    for place in range(rays):
        angle = pi + pi * (place + 0.5) / rays
        strokes.append(
            tuple((x + far * cos(angle), -3 + far * sin(angle)) for far in (10.0, hand(12.5, 15.5)))
        )
    return TopicDrawing(tuple(strokes))


def ammonite(hand: Hand, *, fine: bool) -> TopicDrawing:
    turns, begin, ribs = 2.6 * tau, hand(0, tau), (30 if fine else 16)

    def radius(angle: float) -> float:
        return 1.7 * exp(0.148 * angle)

    spiral = tuple(
        (
            radius(turns * step / 90) * cos(turns * step / 90 + begin),
            radius(turns * step / 90) * sin(turns * step / 90 + begin),
        )
        for step in range(91)
    )
    strokes: list[Line] = [spiral]
    for place in range(ribs):
        angle = turns - tau * 1.25 * place / ribs
        outer, inner = radius(angle), radius(angle - tau)
        strokes.append(
            tuple(
                (far * cos(angle + begin + turn), far * sin(angle + begin + turn))
                for far, turn in ((inner * 1.02, 0), ((outer + inner) / 2, 0.12), (outer * 0.98, 0))
            )
        )
    return TopicDrawing(tuple(strokes))


def butterfly(hand: Hand, *, fine: bool) -> TopicDrawing:
    wide, low, top = hand(14, 18), hand(10, 13.5), hand(-15, -11)
    veins = 4 if fine else 2
    upper = (
        *curve((0, -6), (4, top - 4), (wide, top - 4), (wide, top + 3)),
        *curve((wide, top + 3), (wide, -1), (8, 1), (0, 1)),
    )
    lower = (
        *curve((0, 1), (9, 1), (low, 6), (low * 0.92, 11)),
        *curve((low * 0.92, 11), (low * 0.8, 17), (3.5, 16), (0, 8)),
    )
    right = [upper, lower, curve((0, -9), (1.5, -15), (6, -18))]
    for place in range(veins):
        share = (place + 0.6) / veins
        right.append(((1.5, -4.5 + 3.5 * share), (wide * (0.88 - 0.18 * share), top + 1 + 9 * share)))
    if fine:
        right += [((1.5, 3.0), (low * 0.78, 8.0)), ((1.5, 5.0), (low * 0.5, 13.0))]
    body = closed((*curve((0, -9), (-1.6, 2), (0, 15)), *curve((0, 15), (1.6, 2), (0, -9))))
    eye = (low * 0.62, 11.2 if fine else 8.0, 1.1 if fine else 1.5)
    return TopicDrawing((body, *right, *map(mirrored, right)), (eye, (-eye[0], *eye[1:])))


def wind(hand: Hand, *, fine: bool) -> TopicDrawing:
    number = 6 if fine else 4
    strokes: list[Line] = []
    for place in range(number):
        y = -8 + 18 * place / (number - 1)
        radius, end = (3.2 if fine else 4.2) * hand(0.8, 1.2), hand(1, 10)
        way = 1 if place < number * 0.6 else -1
        curl = tuple(
            (end + radius * cos(angle), y - way * (radius - radius * sin(angle)))
            for angle in (pi / 2 - 1.35 * pi * step / 12 for step in range(13))
        )
        strokes.append(((-18 + hand(0, 7), y), (end, y), *curl))
    return TopicDrawing(tuple(strokes))


def quake(hand: Hand, *, fine: bool) -> TopicDrawing:
    number, x, y = (6 if fine else 4), hand(-4, 4), hand(3, 7)
    strokes: list[Line] = [
        arc(x, y, 5 + 12.5 * place / (number - 1), -pi * 0.95, -pi * 0.05, 18) for place in range(number)
    ]
    strokes.append(((-18.0, y + 2), (x - 3, y + 2), (x, y + 8), (x + 3, y + 2), (18.0, y + 2)))
    if fine:
        strokes += [
            ((-15.0, y + 6), (x - 5, y + 6)),
            ((x + 5, y + 6), (15.0, y + 6)),
            ((-10.0, y + 10), (x - 3, y + 10)),
        ]
    return TopicDrawing(tuple(strokes), ((x, y, 1.7),))


def grain(hand: Hand, *, fine: bool) -> TopicDrawing:
    number, bend = (6 if fine else 4), hand(-4, 4)
    strokes: list[Line] = [((0.0, 19.0), (bend * 0.5, 4.0), (bend, -16.0))]
    for place in range(number):
        y = -13 + 20 * place / (number - 1)
        x = bend * (1 - (y + 16) / 35)
        strokes += [
            (
                *curve((x, y + 5), (x + side * 8.5, y + 3), (x + side * 7.5, y - 5)),
                *curve((x + side * 7.5, y - 5), (x + side, y - 2), (x, y + 5)),
            )
            for side in (1, -1)
        ]
    return TopicDrawing(tuple(strokes))


def contour(hand: Hand, *, fine: bool) -> TopicDrawing:
    number = 7 if fine else 4
    turn, other, uneven = hand(0, tau), hand(0, tau), hand(0.1, 0.24)
    strokes: list[Line] = []
    for place in range(number):
        radius = 3 + 15 * place / (number - 1)
        x, y = 2.5 * (1 - place / number), -3 * (1 - place / number)
        far = [
            (angle, radius * (1 + uneven * sin(2 * angle + turn) + 0.1 * sin(3 * angle + other)))
            for angle in (tau * step / 32 for step in range(32))
        ]
        strokes.append(
            closed(tuple((x + one * cos(angle), y + 0.86 * one * sin(angle)) for angle, one in far))
        )
    return TopicDrawing(tuple(strokes), ((2.5, -3.0, 1.3),))


def wing(hand: Hand, *, fine: bool) -> TopicDrawing:
    number, up = (9 if fine else 5), hand(0.7, 1.3)

    def thick(x: float) -> float:
        share = (x + 13) / 26
        return 10.9 * sqrt(max(0.0, share)) * (1 - share)

    xs = [-13 + 26 * (step / 16) ** 1.6 for step in range(17)]
    under = ((12.0, 2.9), (4.0, 2.9), (-4.0, 2.9), (-10.0, 2.9))
    strokes: list[Line] = [closed((*((x, 1 - thick(x)) for x in xs), *under))]
    for place in range(number):
        level = -16 + 32 * place / (number - 1)
        if abs(level) >= 3:
            bump = (
                -7 * up * exp(-(((level + 3) / 9) ** 2)) if level < 2 else 4 * exp(-(((level - 3) / 8) ** 2))
            )
            strokes.append(tuple((x, level + bump * exp(-(((x + 3) / 9) ** 2))) for x in range(-19, 20, 2)))
    return TopicDrawing(tuple(strokes))
