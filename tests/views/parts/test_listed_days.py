from datetime import date

from samples import FIRST, LAST, WINDOW, activity, may
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import Days, Unfixed
from scienceweek.views.parts.listed_days import listed_days


def test_a_day_of_the_window_is_listed_if_something_is_on():
    assert listed_days([activity(when=may(26, 27))], [WINDOW]) == (date(2024, 5, 26), date(2024, 5, 27))


def test_outside_the_window_what_lasts_stands_on_its_first_day():
    assert listed_days([activity(when=may(1, 23))], [WINDOW]) == (date(2024, 5, 1),)


def test_an_open_base_is_something():
    assert listed_days([], [WINDOW], [Days(LAST, LAST)]) == (LAST,)


def test_nothing_is_listed_where_no_day_is_known():
    assert listed_days([activity(when=Unfixed("时间未定"))], [Days(FIRST, LAST)]) == ()


def test_a_day_that_has_lost_what_it_held_is_listed():
    off = activity(when=may(26), change=Change(Status.CANCELLED))
    moved = activity(when=may(29), change=Change(Status.RESCHEDULED, "", (may(20, 22),)))

    assert [day.day for day in listed_days([off, moved], [WINDOW])] == [20, 26, 29]
