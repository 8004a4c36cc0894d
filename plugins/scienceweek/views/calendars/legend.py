"""What the shapes of a month mean: only of those that it has."""

from collections.abc import Iterable
from dataclasses import dataclass

from scienceweek.model.schedule import DuringCampaign, Months, YearRound
from scienceweek.views.calendars.agenda import Undated
from scienceweek.views.calendars.weeks import MonthCell


@dataclass(frozen=True, slots=True)
class Key:
    """A shape and its meaning."""

    shape: str
    word: str


def legend(cells: Iterable[MonthCell], undated: Iterable[Undated]) -> tuple[Key, ...]:
    """The shapes of the grid, then those of the bands."""
    grid = tuple(cells)
    bars = [bar for cell in grid for bar in cell.bars]
    items = [item for cell in grid for item in cell.items]
    shapes = {bar.entry.shape for bar in bars}
    kinds = {type(one.when) for one in undated}
    known = (
        ("window", "活动的整个期间", "window" in shapes),
        ("activity", "连着几天的活动", "activity" in shapes),
        ("opening", "基地开放", "opening" in shapes or any(item.shape == "opening" for item in items)),
        (
            "torn",
            "上周或下周还有",
            any(bar.before or bar.after for bar in bars if bar.entry.shape != "window"),
        ),
        ("gone", "取消、延期或改期", any(item.gone for item in items)),
        ("month", "只写到月份", Months in kinds),
        ("whole", "在活动期间，哪天未写明", DuringCampaign in kinds),
        ("year", "全年进行", YearRound in kinds),
    )
    return tuple(Key(shape, word) for shape, word, there in known if there)
