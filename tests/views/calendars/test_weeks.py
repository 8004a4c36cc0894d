"""Bars in lanes, and what is on one day below them."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from samples import may
from scienceweek.model.schedule import Days, Month
from scienceweek.views.calendars.weeks import MonthCell, MonthEntry, Name, Week, crowded, weeks

MAY = Month(2024, 5).days
FIRST = date(2024, 4, 1)


def entry(days: Days, title: str = "鱼", shape: str = "activity", *, gone: bool = False) -> MonthEntry:
    return MonthEntry(days, shape, (Name((title,), "activities/fish.html"),), gone=gone)


def spans(longest: int = 40) -> st.SearchStrategy[Days]:
    """Days of April to June 2024."""
    starts = st.integers(0, 90).map(lambda number: FIRST + timedelta(days=number))
    return st.tuples(starts, st.integers(0, longest)).map(
        lambda drawn: Days(drawn[0], drawn[0] + timedelta(days=drawn[1]))
    )


programmes = st.lists(spans(), max_size=40).map(
    lambda days: [entry(span, str(number)) for number, span in enumerate(days)]
)


def covered(week: Week) -> Counter[tuple[int, int]]:
    """How often each lane of each day is taken."""
    return Counter(
        (bar.lane, at) for cell in week.cells for bar in cell.bars for at in range(bar.at, bar.end + 1)
    )


def cell_of(week: Week, day: int) -> MonthCell:
    return next(cell for cell in week.cells if cell.day == date(2024, 5, day))


@given(programmes)
def test_no_two_bars_overlap(programme):
    assert all(taken == 1 for week in weeks(MAY, programme) for taken in covered(week).values())


@given(programmes)
def test_nothing_is_lost_and_nothing_counted_twice(programme):
    for week in weeks(MAY, programme, lanes=3, items=2):
        shown = covered(week)
        for at, cell in enumerate(week.cells, 1):
            bars = sum(1 for _, taken in shown if taken == at)
            assert bars + len(cell.items) + cell.more == sum(cell.day in known.days for known in programme)


@given(programmes)
def test_no_bar_could_lie_higher(programme):
    for week in weeks(MAY, programme):
        shown = covered(week)
        for cell in week.cells:
            for bar in cell.bars:
                for lane in range(1, bar.lane):
                    assert any((lane, at) in shown for at in range(bar.at, bar.end + 1))


@given(programmes)
def test_there_are_no_more_lanes_than_bars_on_the_fullest_day(programme):
    for week in weeks(MAY, programme, lanes=99):
        deepest = max(
            sum(known.is_long and cell.day in known.days for known in programme) for cell in week.cells
        )
        assert week.lanes == deepest


@given(programmes)
def test_bars_that_go_on_keep_their_order_in_the_next_week(programme):
    def order(week: Week, *, leaving: bool) -> list[MonthEntry]:
        bars = [bar for cell in week.cells for bar in cell.bars if (bar.after if leaving else bar.before)]
        return [bar.entry for bar in sorted(bars, key=lambda bar: bar.lane)]

    found = weeks(MAY, programme, lanes=99)
    for this, following in pairwise(found):
        assert order(this, leaving=True) == order(following, leaving=False)


@given(programmes)
def test_a_day_s_own_things_begin_below_its_lowest_bar(programme):
    for week in weeks(MAY, programme):
        shown = covered(week)
        for at, cell in enumerate(week.cells, 1):
            assert cell.under == max((lane for lane, taken in shown if taken == at), default=0)


@given(programmes)
def test_the_same_programme_makes_the_same_weeks(programme):
    assert weeks(MAY, programme) == weeks(MAY, programme)


def test_a_month_has_whole_weeks_from_monday_to_sunday():
    assert [(week.cells[0].day, week.cells[-1].day) for week in weeks(MAY, [])] == [
        (date(2024, 4, 29), date(2024, 5, 5)),
        (date(2024, 5, 6), date(2024, 5, 12)),
        (date(2024, 5, 13), date(2024, 5, 19)),
        (date(2024, 5, 20), date(2024, 5, 26)),
        (date(2024, 5, 27), date(2024, 6, 2)),
    ]


def test_a_bar_is_torn_where_the_week_cuts_it():
    found = weeks(MAY, [entry(may(25, 27))])

    assert [(bar.at, bar.over, bar.before, bar.after) for bar in cell_of(found[3], 25).bars] == [
        (6, 2, False, True)
    ]
    assert [(bar.at, bar.over, bar.before, bar.after) for bar in cell_of(found[4], 27).bars] == [
        (1, 1, True, False)
    ]


def test_the_window_lies_above_what_starts_with_it_and_the_longer_above_the_shorter():
    short, long, window = entry(may(25, 27)), entry(may(25, 31)), entry(may(25, 28), shape="window")

    saturday = cell_of(weeks(MAY, [short, long, window])[3], 25)

    assert [bar.entry for bar in sorted(saturday.bars, key=lambda bar: bar.lane)] == [window, long, short]


def test_a_week_without_anything_is_empty():
    assert [week.is_empty for week in weeks(MAY, [entry(may(21))])] == [True, True, True, False, True]


def test_a_line_that_would_hide_one_thing_is_the_thing_itself():
    three, four = [entry(may(21), str(number)) for number in range(3)], [entry(may(21))] * 4

    assert cell_of(weeks(MAY, three, items=2)[3], 21).more == 0
    assert cell_of(weeks(MAY, four, items=2)[3], 21).more == 2


def test_what_does_not_take_place_is_a_line_on_its_first_day():
    cancelled = entry(may(21, 23), gone=True)

    week = weeks(MAY, [cancelled])[3]

    assert [cell.items for cell in week.cells if cell.items] == [(cancelled,)]
    assert week.lanes == 0
    assert cell_of(week, 21).items == (cancelled,)


def test_a_bar_that_found_no_lane_counts_as_many_as_it_names():
    several = MonthEntry(may(21, 22), "activity", (Name(("鱼",), "fish.html"), Name(("虫",), "worms.html")))

    week = weeks(MAY, [entry(may(20, 22)), several], lanes=1)[3]

    assert [cell.more for cell in week.cells] == [0, 2, 2, 0, 0, 0, 0]


def test_of_a_crowd_what_does_not_take_place_fills_half_of_the_room():
    off = [entry(may(25), f"停{number}", gone=True) for number in range(5)]
    held = [entry(may(25), f"办{number}") for number in range(4)]

    assert crowded([*off, *held], 6) == [*off[:3], *held, *off[3:]]
    assert crowded([*off[:3], *held], 6) == [*off[:3], *held]
    assert crowded(off, 6) == off
