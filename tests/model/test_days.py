"""On which days a schedule falls. The weeks here begin on a Wednesday, the recurrences on other days than their spans."""

from datetime import date, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples import MORNING, NOTED, SINCE, UNTIL, activity, may, session
from scienceweek.model.activity import Change, Status
from scienceweek.model.days import (
    begins_at,
    days_of,
    end_day,
    extent,
    falls_on,
    first_day,
    hours_of,
    is_night,
    is_over,
    last_day,
    merged,
    next_day,
    note_of,
    on_day,
    order,
    order_on,
    part_of,
    runs_of,
    span_of,
    spans_of,
    starts_on,
)
from scienceweek.model.schedule import (
    DayPart,
    Days,
    DuringCampaign,
    Month,
    Months,
    Recurring,
    Unfixed,
    YearRound,
)

MAY = may(1, 31)
SATURDAYS = Recurring(MAY, "FREQ=WEEKLY;BYDAY=SA", time(9), time(11), (date(2024, 5, 11),))
NOT_MONDAYS = Recurring(may(22, 31), "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU")
UNDATED = (
    Months(Month(2024, 4), Month(2024, 5)),
    DuringCampaign(may(22, 29)),
    YearRound(2024),
    Unfixed("待定"),
)


def test_each_time_is_a_run_of_days():
    assert [runs_of(when) for when in (session(25), may(25, 27), SATURDAYS)] == [
        (may(25),),
        (may(25, 27),),
        (may(4), may(18), may(25)),
    ]


def test_what_is_not_known_to_the_day_falls_on_none():
    assert [runs_of(when) for when in UNDATED] == [(), (), (), ()]


def test_the_hour_moves_no_day():
    late = Recurring(may(24, 26), "FREQ=DAILY", start=time(23, 30), end=time(2))

    assert runs_of(late) == (may(24), may(25), may(26))


def test_a_rule_that_hits_no_day_of_its_span_has_none():
    never = Recurring(may(6, 10), "FREQ=WEEKLY;BYDAY=SU")

    assert (runs_of(never), first_day(never), last_day(never), extent(never)) == ((), None, None, None)


def test_the_first_and_the_last_day_are_days_on_which_it_happens():
    assert (first_day(SATURDAYS), last_day(SATURDAYS)) == (date(2024, 5, 4), date(2024, 5, 25))


def test_days_that_follow_each_other_are_one_span():
    assert spans_of((NOT_MONDAYS,)) == (may(22, 26), may(28, 31))


def test_the_next_day_is_the_first_that_is_not_before():
    asked = (1, 4, 5, 11, 25, 26)

    assert [next_day(SATURDAYS, date(2024, 5, day)) for day in asked] == [
        date(2024, 5, 4),
        date(2024, 5, 4),
        date(2024, 5, 18),
        date(2024, 5, 18),
        date(2024, 5, 25),
        None,
    ]
    assert next_day(may(25, 27), date(2024, 5, 26)) == date(2024, 5, 26)


@pytest.mark.parametrize(
    ("when", "last"),
    [
        (SATURDAYS, date(2024, 5, 25)),
        (UNDATED[0], date(2024, 5, 31)),
        (UNDATED[1], date(2024, 5, 29)),
        (UNDATED[2], date(2024, 12, 31)),
    ],
)
def test_a_schedule_is_over_after_the_last_day_that_it_may_have(when, last):
    assert (is_over(when, last), is_over(when, date.fromordinal(last.toordinal() + 1))) == (False, True)


def test_what_is_not_fixed_is_never_over():
    assert not is_over(Unfixed("待定"), date.max)


def test_lists_go_by_the_first_day_that_happens_and_its_hour():
    assert [order(when) for when in ((SATURDAYS,), (session(25), may(3)), UNDATED)] == [
        (date(2024, 5, 4), time(9)),
        (date(2024, 5, 3), time.min),
        (date.max, time.min),
    ]


@pytest.mark.parametrize(
    ("status", "days"),
    [
        (Status.CANCELLED, ()),
        (Status.POSTPONED, ()),
        (Status.RESCHEDULED, (may(25),)),
        (Status.MOVED_ONLINE, (may(25),)),
    ],
)
def test_what_does_not_take_place_falls_on_no_day(status, days):
    assert days_of(activity(change=Change(status))) == days


def test_an_activity_falls_on_no_day_twice():
    twice = activity(when=(may(25, 27), session(26), session(28), session(28, "14:00", "15:00"), may(29)))

    assert days_of(twice) == (may(25, 27), may(28), may(29))


@pytest.mark.parametrize(
    ("start", "end", "night"),
    [
        (time(22), time(2), True),
        (time(22), time(0), True),
        (time(0), time(0), True),
        (time(9), time(11), False),
        (time(0), time(2), False),
        (time(22), None, False),
        (None, None, False),
    ],
)
def test_an_end_that_is_not_after_the_start_is_on_the_next_day(start, end, night):
    assert is_night(start, end) == night


def test_a_night_ends_on_the_next_day_and_falls_on_the_day_that_it_begins():
    night = session(31, "22:00", "02:00")

    assert end_day(night.day, *hours_of(night)) == date(2024, 6, 1)
    assert [falls_on(night, day) for day in (date(2024, 5, 31), date(2024, 6, 1))] == [True, False]


runs = st.lists(
    st.tuples(st.integers(1, 31), st.integers(1, 31)).map(lambda ends: may(min(ends), max(ends))), max_size=8
)


@given(runs)
def test_merged_runs_hold_the_same_days_and_never_touch(some):
    spans = merged(some)

    assert {day for span in spans for day in span} == {day for run in some for day in run}
    assert all((after.first - before.last).days > 1 for before, after in pairwise(spans))


def test_runs_that_only_touch_may_stay_apart():
    assert merged((may(26), may(25), may(25)), touching=False) == (may(25), may(26))


def test_two_spans_share_the_days_that_are_in_both():
    assert (may(1, 10).shared(may(8, 20)), may(1, 2).shared(may(3))) == (may(8, 10), None)


def test_the_extent_of_what_is_known_to_the_month_is_the_month():
    assert extent(UNDATED[0]) == Days(date(2024, 4, 1), date(2024, 5, 31))


def test_the_span_of_runs_is_from_the_first_day_to_the_last_however_they_lie():
    assert span_of([may(28), may(3, 30), may(25, 27)]) == may(3, 30)
    assert span_of([]) is None


def test_a_part_of_a_day_falls_on_it_and_has_no_hour():
    assert (runs_of(MORNING), extent(MORNING)) == ((may(25),), may(25))
    assert (hours_of(MORNING), part_of(MORNING), begins_at(MORNING)) == (
        (None, None),
        DayPart.MORNING,
        time(6),
    )


def test_days_without_an_end_fall_on_the_day_that_is_known():
    assert [runs_of(when) for when in (SINCE, UNTIL)] == [(may(25),), (may(31),)]


def test_nobody_knows_when_days_without_an_end_are_over():
    later = date(2030, 1, 1)

    assert [is_over(when, later) for when in (SINCE, UNTIL)] == [False, True]


def test_a_note_is_of_the_schedule_and_of_none_of_its_spans():
    noted = Days(date(2024, 5, 25), date(2024, 5, 27), "雨天顺延")

    assert (note_of(noted), runs_of(noted)) == ("雨天顺延", (may(25, 27),))
    assert extent(DuringCampaign(may(22, 29), "需要预约")) == may(22, 29)
    assert (note_of(NOTED), note_of(Unfixed("待定"))) == ("雨天顺延至6月1日", "")


def test_a_day_goes_by_the_hour_and_a_part_of_it_by_when_it_may_begin():
    evening = Recurring(may(1, 31), "FREQ=DAILY", part=DayPart.EVENING)
    times = (evening, session(25, "12:30", ""), MORNING, may(25), session(26))
    day = date(2024, 5, 25)

    assert on_day(times, day) == (may(25), MORNING, session(25, "12:30", ""), evening)
    assert [order_on(some, day) for some in (times[:2], times, ())] == [time(12, 30), time(), time()]


def test_what_begins_on_a_day_within_others_begins_on_it():
    both = (may(25, 28), session(26))

    assert [starts_on(both, date(2024, 5, day)) for day in (24, 25, 26, 27)] == [False, True, True, False]
