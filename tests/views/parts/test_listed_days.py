from datetime import date

from samples import FIRST, LAST, WINDOW, activity, may
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
