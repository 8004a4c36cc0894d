from dataclasses import replace

from samples import MORNING, SATURDAYS, SINCE, UNTIL, may, session
from scienceweek.model.schedule import DayPart, PartDay, Unfixed
from scienceweek.views.words.moments import Moment, SaidMoment, moments, unknown_hour


def test_times_stand_in_order_and_tell_the_script_when():
    assert moments((Unfixed("再定"), session(26), may(25))) == (
        Moment("2024年5月25日 周六", "2024-05-25", "2024-05-25"),
        Moment("2024年5月26日 周日 9:30—11:00", "2024-05-26", "2024-05-26", "09:30", "11:00"),
        Moment("再定"),
    )


def test_what_comes_again_lists_its_occasions():
    made = moments((SATURDAYS,))

    assert (made[0].first, made[0].last) == ("2024-05-18", "2024-06-01")
    assert made[0].days == "2024-05-18 2024-05-25 2024-06-01"
    assert made[0].occasions == (
        SaidMoment("2024-05-18", "5月18日 周六"),
        SaidMoment("2024-05-25", "5月25日 周六"),
        SaidMoment("2024-06-01", "6月1日 周六"),
    )


def test_an_hour_is_unknown_only_where_a_day_is_known():
    assert unknown_hour((may(25),)) == "几点开始，通知未写明"
    assert unknown_hour((session(25),)) == ""
    assert unknown_hour((Unfixed("再定"),)) == ""


def test_of_a_part_of_a_day_the_hour_is_unknown_and_of_a_whole_one_it_is_not():
    assert unknown_hour((MORNING,)) == "几点开始，通知未写明"
    assert unknown_hour((PartDay(MORNING.day, DayPart.WHOLE), replace(may(25, 26), note="全天"))) == ""


def test_the_end_that_nobody_knows_is_said():
    assert unknown_hour((SINCE,)) == "到哪天为止，通知未写明"
    assert unknown_hour((UNTIL, may(25))) == "从哪天开始，几点开始，通知未写明"


def test_the_script_says_of_days_without_an_end_only_that_they_are_over():
    assert moments((MORNING, UNTIL, SINCE)) == (
        Moment("2024年5月25日 周六起"),
        Moment("2024年5月25日 周六 上午", "2024-05-25", "2024-05-25"),
        Moment("2024年5月31日 周五止", over="2024-05-31"),
    )
