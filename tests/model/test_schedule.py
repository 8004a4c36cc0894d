from calendar import Calendar
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples import MORNING, may
from scienceweek.model.schedule import DayPart, Days, Month, Recurring, Session

spans = st.tuples(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(0, 400)).map(
    lambda given: Days(given[0], date.fromordinal(given[0].toordinal() + given[1]))
)


def test_a_session_is_on_one_day():
    session = Session(date(2024, 5, 25), time(9, 30), time(11))
    assert (session.first, session.last) == (date(2024, 5, 25), date(2024, 5, 25))


def test_days_have_both_their_ends():
    assert list(Days(date(2024, 5, 30), date(2024, 6, 1))) == [
        date(2024, 5, 30),
        date(2024, 5, 31),
        date(2024, 6, 1),
    ]


def test_one_day_has_equal_ends():
    assert len(Days(date(2024, 5, 25), date(2024, 5, 25))) == 1


@given(spans)
def test_days_count_what_they_list(span):
    assert len(span) == len(list(span))


@given(spans, st.integers(-3, 403))
def test_days_hold_exactly_what_they_list(span, offset):
    day = date.fromordinal(span.first.toordinal() + offset)
    assert (day in span) == (day in list(span))


@pytest.mark.parametrize(
    ("month", "last"),
    [(Month(2024, 2), 29), (Month(2023, 2), 28), (Month(2024, 5), 31), (Month(2024, 12), 31)],
)
def test_a_month_ends_on_its_last_day(month, last):
    assert month.days == Days(date(month.year, month.month, 1), date(month.year, month.month, last))


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_the_days_of_a_month_are_those_of_the_calendar(day):
    calendar = Calendar().itermonthdates(day.year, day.month)
    assert list(Month.of(day).days) == [other for other in calendar if other.month == day.month]


def test_a_month_is_written_as_iso_8601_does():
    assert str(Month(2024, 5)) == "2024-05"


def test_months_sort_by_time():
    assert sorted([Month(2024, 12), Month(2025, 1), Month(2024, 5)]) == [
        Month(2024, 5),
        Month(2024, 12),
        Month(2025, 1),
    ]


def test_what_comes_again_has_an_hour_or_a_part_of_the_day():
    with pytest.raises(ValueError, match="a part of the day beside its hour"):
        Recurring(may(1, 31), "FREQ=DAILY", time(9), part=DayPart.MORNING)


def test_a_part_of_the_day_is_its_word():
    assert [str(part) for part in (DayPart.MORNING, DayPart.WHOLE)] == ["上午", "全天"]
    assert list(DayPart) == sorted(DayPart, key=lambda part: part.since)
    assert (MORNING.first, MORNING.last) == (MORNING.day, MORNING.day)
