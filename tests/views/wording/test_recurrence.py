"""The days of what comes again."""

from datetime import date, time

from samples import may
from scienceweek.model.schedule import Days, Recurring
from scienceweek.views.wording.recurrence import occurrences


def test_every_saturday_of_may_is_four_days():
    assert occurrences(Recurring(may(1, 31), "FREQ=WEEKLY;BYDAY=SA")) == tuple(
        date(2024, 5, day) for day in (4, 11, 18, 25)
    )


def test_the_ends_of_the_span_are_in_it():
    assert occurrences(Recurring(may(4, 11), "FREQ=WEEKLY;BYDAY=SA")) == (date(2024, 5, 4), date(2024, 5, 11))


def test_an_exception_is_left_out():
    weekly = Recurring(may(4, 18), "FREQ=WEEKLY;BYDAY=SA", exceptions=(date(2024, 5, 11),))

    assert occurrences(weekly) == (date(2024, 5, 4), date(2024, 5, 18))


def test_the_hour_moves_no_day():
    late = Recurring(may(24, 26), "FREQ=DAILY", start=time(23, 30), end=time(23, 59))

    assert occurrences(late) == (date(2024, 5, 24), date(2024, 5, 25), date(2024, 5, 26))


def test_a_rule_that_hits_no_day_of_its_span_has_none():
    assert occurrences(Recurring(may(6, 10), "FREQ=WEEKLY;BYDAY=SU")) == ()


def test_the_second_sunday_of_a_month_is_found_across_years():
    monthly = Recurring(Days(date(2023, 12, 1), date(2024, 1, 31)), "FREQ=MONTHLY;BYDAY=2SU")

    assert occurrences(monthly) == (date(2023, 12, 10), date(2024, 1, 14))
