"""Numbers at the head of a page, each with what it counts."""

from scienceweek.frozen import frozen

MOST = 4


@frozen
class HeadFigure:
    """A number with what it counts; *path* leads to the things counted, if they have a place."""

    number: str
    word: str
    path: str = ""


def figures(*counted: tuple[int, str, str]) -> tuple[HeadFigure, ...]:
    """The first few numbers that are not nothing, of (number, word, path): a zero says less than the next one."""
    return tuple(HeadFigure(str(number), word, path) for number, word, path in counted if number)[:MOST]
