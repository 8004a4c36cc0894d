"""The rows of a month's weeks: what goes on for days by what it is, in lanes of cells; what is on one day stands below."""

from collections.abc import Iterable, Iterator

from scienceweek.frozen import frozen
from scienceweek.model.schedule import Days
from scienceweek.views.calendars.weeks import Bar, MonthEntry, Week, weeks

_WEEK = 7
_WORDS = {"activity": "连着几天", "opening": "开放", "closure": "闭馆"}


@frozen
class LanePiece:
    """Cells of a lane, joined *over* so many days: those of a *bar*, or an empty one."""

    over: int
    bar: Bar | None = None


@frozen
class NamedRow:
    """What of a week has one *shape*, with the *word* for it, in lanes that fill the seven days."""

    shape: str
    word: str
    lanes: tuple[tuple[LanePiece, ...], ...]


def named_rows(days: Days, entries: Iterable[MonthEntry], window: str) -> tuple[tuple[NamedRow, ...], ...]:
    """The rows of each week of *days*; *window* is the word for the whole time of campaigns."""
    words = {"window": window} | _WORDS
    found = tuple(entries)
    of_shape = {
        shape: weeks(days, (one for one in found if one.shape == shape and one.is_long)) for shape in words
    }
    return tuple(
        tuple(
            NamedRow(shape, words[shape], tuple(_lanes(week)))
            for shape, week in zip(words, together, strict=True)
            if week.lanes
        )
        for together in zip(*of_shape.values(), strict=True)
    )


def _lanes(week: Week) -> Iterator[tuple[LanePiece, ...]]:
    bars = [bar for cell in week.cells for bar in cell.bars]
    for lane in range(1, week.lanes + 1):
        yield tuple(_pieces(bar for bar in bars if bar.lane == lane))


def _pieces(bars: Iterable[Bar]) -> Iterator[LanePiece]:
    """The *bars* of a lane, in their order, and an empty cell for each day between them."""
    at = 1
    for bar in bars:
        yield from (LanePiece(1) for _ in range(at, bar.at))
        yield LanePiece(bar.over, bar)
        at = bar.end + 1
    yield from (LanePiece(1) for _ in range(at, _WEEK + 1))
