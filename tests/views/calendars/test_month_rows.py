"""The rows of a month's weeks: by what things are, each lane filled from Monday to Sunday."""

from hypothesis import given
from hypothesis import strategies as st

from samples import may
from scienceweek.model.schedule import Days, Month
from scienceweek.views.calendars.month_rows import named_rows
from scienceweek.views.calendars.weeks import MonthEntry, Name

MAY = Month(2024, 5).days
SHAPES = ("window", "activity", "opening", "closure")


def entry(days: Days, shape: str = "activity") -> MonthEntry:
    return MonthEntry(days, shape, (Name((shape,), "activities/fish.html"),))


entries = st.lists(
    st.builds(
        lambda first, more, shape: entry(may(first, min(first + more, 31)), shape),
        st.integers(1, 31),
        st.integers(0, 20),
        st.sampled_from(SHAPES),
    ),
    max_size=20,
)


@given(entries)
def test_every_lane_has_seven_days_and_only_bars_of_its_row(found: list[MonthEntry]):
    for week in named_rows(MAY, found, "活动周"):
        for row in week:
            assert {sum(piece.over for piece in lane) for lane in row.lanes} == {7}
            assert {piece.bar.entry.shape for lane in row.lanes for piece in lane if piece.bar} == {row.shape}


def test_rows_stand_in_one_order_and_are_named():
    found = [entry(may(27, 28), shape) for shape in reversed(SHAPES)]

    assert [[(row.shape, row.word) for row in week] for week in named_rows(MAY, found, "科普月")] == [
        [],
        [],
        [],
        [],
        [("window", "科普月"), ("activity", "连着几天"), ("opening", "开放"), ("closure", "闭馆")],
    ]


def test_the_days_beside_a_bar_are_cells_of_their_own():
    (row,) = named_rows(MAY, [entry(may(22, 23))], "活动周")[3]

    assert [(piece.over, piece.bar is not None) for piece in row.lanes[0]] == [
        (1, False),
        (1, False),
        (2, True),
        (1, False),
        (1, False),
        (1, False),
    ]
