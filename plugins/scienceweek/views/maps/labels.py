"""Names on a map, each beside its pin, none on another: placed greedily, in order."""

from scienceweek.frozen import frozen

_SIZE = 16  # units of a character; drawn smaller on a wide screen
_GAP = 13  # from the middle of a pin to its name
_BELOW = 20
_EDGE = 2
_Box = tuple[float, float, float, float]


@frozen
class Label:
    """A name at (*x*, *y*), the middle of its height; *side* says where the pin is not: right, left or middle.

    An empty *side* means that there is no room for it.
    """

    x: int
    y: int
    side: str


def labels(
    pins: tuple[tuple[int, int, str], ...], taken: tuple[_Box, ...], width: int, height: int
) -> tuple[Label, ...]:
    """A place for each name of *pins* (x, y, name) that is on no pin, on no other name, and inside."""
    boxes = [*taken, *((x - 9.0, y - 9.0, x + 9.0, y + 9.0) for x, y, _ in pins)]
    placed: list[Label] = []
    for number, (x, y, name) in enumerate(pins):
        others = boxes[: len(taken) + number] + boxes[len(taken) + number + 1 :]
        label, box = next(
            (
                (label, box)
                for label, box in _places(x, y, _width(name))
                if _is_inside(box, width, height) and not any(_overlap(box, other) for other in others)
            ),
            (Label(x, y, ""), None),
        )
        placed.append(label)
        if box:
            boxes.append(box)
    return tuple(placed)


def _places(x: int, y: int, long: float) -> list[tuple[Label, _Box]]:
    half = _SIZE * 0.6
    beside = [
        (Label(x + _GAP, y, "right"), (x + _GAP, y - half, x + _GAP + long, y + half)),
        (Label(x - _GAP, y, "left"), (x - _GAP - long, y - half, x - _GAP, y + half)),
    ]
    return beside + [
        (Label(x, middle, "middle"), (x - long / 2, middle - half, x + long / 2, middle + half))
        for middle in (y - _BELOW, y + _BELOW)
    ]


def _width(name: str) -> float:
    return sum(_SIZE * (0.6 if sign.isascii() else 1) for sign in name)


def _is_inside(box: _Box, width: int, height: int) -> bool:
    return min(box) >= _EDGE and box[2] <= width - _EDGE and box[3] <= height - _EDGE


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
