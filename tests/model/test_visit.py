"""Whether one can go. 20 May 2024 is a Monday; 10 June 2024, a Monday, is 端午节."""

from datetime import date, time

import pytest

from samples import base, may, opening, venue
from scienceweek.model.holidays import Holidays
from scienceweek.model.hours import WEEK, Closure, Doors, Hours, Season, When
from scienceweek.model.schedule import Days, Recurring, Session
from scienceweek.model.visit import State, Visit, door_rules, open_days

MONDAY, TUESDAY, FRIDAY = date(2024, 5, 20), date(2024, 5, 21), date(2024, 5, 24)
NO_MONDAY = (1, 2, 3, 4, 5, 6)
NINE, LATE = Doors(time(9), time(17), time(16, 30)), Doors(time(9), time(20))
USUAL = Hours(When(NO_MONDAY), (NINE,), words="每周二至周日 9:00—17:00")
HOLIDAYS = Holidays(
    (Days(date(2024, 6, 8), date(2024, 6, 10)),), (Days(date(2024, 5, 11), date(2024, 5, 11)),)
)


def visit(day: date, *hours: Hours, **more: object) -> Visit:
    return door_rules(base(hours=hours, holidays=HOLIDAYS, **more)).on(day)


def answer(day: date, *hours: Hours, **more: object) -> tuple[State, tuple[Doors, ...]]:
    found = visit(day, *hours, **more)
    return found.state, found.doors


def test_nothing_is_known_of_a_base_that_says_nothing():
    assert visit(MONDAY) == Visit(State.UNKNOWN)


def test_regular_hours_answer_for_every_day():
    assert visit(TUESDAY, USUAL) == Visit(State.OPEN, (NINE,), "", USUAL.words, ("hours", 0))
    assert visit(MONDAY, USUAL) == Visit(State.CLOSED, (), "", USUAL.words, ("hours", 0))


def test_a_venue_has_hours_too():
    assert door_rules(venue(hours=(USUAL,))).on(TUESDAY).doors == (NINE,)


def test_two_spans_a_day_may_stand_on_two_lines():
    morning, afternoon = Doors(time(9), time(11)), Doors(time(14), time(17))

    assert answer(TUESDAY, Hours(When(), (afternoon,)), Hours(When(), (morning,))) == (
        State.OPEN,
        (morning, afternoon),
    )


def test_the_line_that_names_fewer_days_has_the_hours_of_its_days():
    late = Hours(When((4,)), (LATE,))

    assert answer(FRIDAY, late, USUAL) == (State.OPEN, (LATE,))
    assert answer(TUESDAY, late, USUAL) == (State.OPEN, (NINE,))


def test_a_line_that_closes_wins():
    closed = Hours(When((0,)), closed=True, words="周一闭馆")

    assert visit(MONDAY, Hours(When(), (NINE,)), closed) == Visit(
        State.CLOSED, (), "周一闭馆", "周一闭馆", ("hours", 1)
    )


def test_a_season_has_hours_of_its_own_and_what_it_does_not_name_is_as_ever():
    summer = Hours(When((5, 6), Season((5, 1), (5, 31))), (LATE,))

    assert [answer(date(2024, 5, day), summer, USUAL)[1] for day in (20, 21, 25)] == [(), (NINE,), (LATE,)]
    assert answer(date(2024, 6, 1), summer, USUAL)[1] == (NINE,)


def test_of_other_seasons_nothing_is_known():
    summer = Hours(When(NO_MONDAY, Season((5, 1), (5, 31))), (NINE,))

    assert [visit(day, summer).state for day in (TUESDAY, MONDAY, date(2024, 6, 4))] == [
        State.OPEN,
        State.CLOSED,
        State.UNKNOWN,
    ]


def test_a_season_may_go_over_new_year():
    winter = Hours(When(WEEK, Season((11, 1), (2, 29))), (NINE,))

    assert [visit(date(2024, month, 5), winter).state for month in (12, 1, 3)] == [
        State.OPEN,
        State.OPEN,
        State.UNKNOWN,
    ]


def test_the_hours_of_one_year_win_over_those_of_every_year():
    once = Hours(When(WEEK, may(20, 26)), (LATE,))

    assert [answer(day, once, USUAL) for day in (MONDAY, TUESDAY)] == [(State.OPEN, (LATE,))] * 2


def test_holidays_win_over_weekdays():
    feast = Hours(When((), None, holidays=True), (LATE,))

    assert answer(date(2024, 6, 10), USUAL, feast) == (State.OPEN, (LATE,))
    assert answer(date(2024, 6, 9), feast, USUAL) == (State.OPEN, (LATE,))
    assert answer(date(2024, 6, 17), USUAL, feast) == (State.CLOSED, ())


def test_holidays_without_hours_have_the_usual_ones():
    assert answer(date(2024, 6, 10), USUAL, Hours(When((), None, holidays=True))) == (State.OPEN, (NINE,))


def test_holidays_that_say_their_hours_keep_them():
    feast, bare = Hours(When((), None, holidays=True), (LATE,)), Hours(When((), None, holidays=True))

    assert answer(date(2024, 6, 10), USUAL, feast, bare) == (State.OPEN, (LATE,))
    assert visit(date(2024, 6, 10), bare, USUAL, feast).line == ("hours", 2)


def test_working_days_are_not_holidays_and_also_some_weekends():
    work = Hours(When((0, 1, 2, 3, 4), None, holidays=False, working=True), (NINE,))

    assert [
        visit(day, work).state for day in (MONDAY, date(2024, 5, 11), date(2024, 5, 18), date(2024, 6, 10))
    ] == [
        State.OPEN,
        State.OPEN,
        State.CLOSED,
        State.CLOSED,
    ]


def test_a_closure_wins_over_everything():
    closure = Closure(Days(date(2021, 10, 31), date.max), ends=False, reason="展厅改造", until="另行通知")
    free = opening(may(21))

    assert visit(TUESDAY, USUAL, openings=(free,), closures=(closure,)) == Visit(
        State.CLOSED, (), "展厅改造", "展厅改造", ("closures", 0)
    )


def test_free_days_are_open_at_the_usual_hours_and_closed_on_mondays():
    free = opening(may(18, 26), note="免费")

    assert visit(TUESDAY, USUAL, openings=(free,)) == Visit(
        State.OPEN, (NINE,), "", "免费", ("opening", 0), free
    )
    assert visit(MONDAY, USUAL, openings=(free,)).state is State.CLOSED


def test_a_day_that_is_opened_by_itself_is_open_though_it_is_a_monday():
    assert answer(MONDAY, USUAL, openings=(opening(may(20)),)) == (State.OPEN, ())


def test_an_opening_may_have_hours_of_its_own():
    short = opening(Session(TUESDAY, time(10), time(12)))

    assert answer(TUESDAY, USUAL, openings=(short,)) == (State.OPEN, (Doors(time(10), time(12)),))


def test_a_night_does_not_deny_the_day():
    night = Doors(time(18), time(21))
    weekly = opening(Recurring(may(18, 31), "FREQ=WEEKLY;BYDAY=MO,TU", time(18), time(21)))

    for held in (opening(Session(TUESDAY, time(18), time(21))), weekly):
        assert answer(TUESDAY, USUAL, openings=(held,)) == (State.OPEN, (NINE, night))
    assert answer(MONDAY, USUAL, openings=(weekly,)) == (State.OPEN, (night,))


def test_a_night_of_every_week_needs_one_rule():
    fridays = opening(Recurring(may(18, 31), "FREQ=WEEKLY;BYDAY=FR", time(18), time(21)))
    plain, late = (len(door_rules(base(hours=(USUAL,), openings=held)).rules) for held in ((), (fridays,)))

    assert late == plain + 1


@pytest.mark.parametrize(
    ("rule", "monday"),
    [
        ("FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU", State.CLOSED),
        ("FREQ=WEEKLY;BYDAY=SA", State.UNKNOWN),
        ("FREQ=DAILY;INTERVAL=2", State.UNKNOWN),
    ],
)
def test_what_a_rhythm_says_of_other_days(rule: str, monday: State):
    when = Recurring(may(19, 26), rule, time(9), time(17))

    assert visit(MONDAY, openings=(opening(when),)).state is monday


def test_what_is_excepted_is_closed():
    when = Recurring(may(18, 26), "FREQ=DAILY", time(9), time(17), (MONDAY,))

    assert [visit(day, openings=(opening(when),)).state for day in (MONDAY, TUESDAY)] == [
        State.CLOSED,
        State.OPEN,
    ]


def test_the_days_of_openings_are_those_on_which_one_can_go():
    free = opening(may(18, 26))
    closure = Closure(may(23), reason="检修")

    assert open_days(base(openings=(free,)), (free,)) == (may(18, 26),)
    assert open_days(base(hours=(USUAL,), openings=(free,), closures=(closure,)), (free,)) == (
        may(18, 19),
        may(21, 22),
        may(24, 26),
    )
