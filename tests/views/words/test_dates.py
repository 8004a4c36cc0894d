from dataclasses import replace
from datetime import date, time

import pytest

from samples import FIRST, MORNING, NOTED, SATURDAYS, SINCE, UNTIL, WINDOW, may, session
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, Unfixed, YearRound
from scienceweek.views.words import dates

LESS = replace(SATURDAYS, exceptions=(date(2024, 6, 1),))


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (session(25, "09:30", "11:00"), "5月25日 周六 9:30—11:00"),
        (session(25, "14:00", ""), "5月25日 周六 14:00开始"),
        (may(26), "5月26日 周日"),
        (may(25, 27), "5月25日—27日"),
        (WINDOW, "5月25日—6月1日"),
        (Days(date(2024, 12, 30), date(2025, 1, 2)), "2024年12月30日—2025年1月2日"),
        (Months(Month(2021, 5), Month(2021, 5)), "5月内，日期待定"),
        (Months(Month(2021, 4), Month(2021, 5)), "4月—5月内，日期待定"),
        (DuringCampaign(WINDOW), "活动期间（5月25日—6月1日），日期通知未写明"),
        (YearRound(2024), "2024年全年"),
        (LESS, "5月15日—6月5日 每周六 9:00—11:00，6月1日除外"),
        (session(25, "22:00", "02:00"), "5月25日 周六 22:00—次日2:00"),
        (session(25, "22:00", "00:00"), "5月25日 周六 22:00—24:00"),
        (replace(LESS, start=time(0), end=time(2)), "5月15日—6月5日 每周六 0:00—2:00，6月1日除外"),
        (Unfixed("时间根据集镇实际安排"), "时间根据集镇实际安排"),
    ],
)
def test_every_shape_of_schedule_has_words(when, said):
    assert dates.schedule(when) == said


def test_the_year_is_said_once_and_again_when_it_changes():
    schedules = (may(25), may(27), Days(date(2025, 1, 1), date(2025, 1, 1)))

    assert dates.when(schedules) == "2024年5月25日 周六；5月27日 周一；2025年1月1日 周三"


def test_a_span_over_new_year_names_both_years_and_neither_twice():
    span = Days(date(2024, 12, 30), date(2025, 1, 2))

    assert dates.days_in_full(span) == "2024年12月30日—2025年1月2日"
    assert dates.schedule_in_full(span) == "2024年12月30日—2025年1月2日"


def test_the_hours_of_a_day_are_those_of_all_that_falls_on_it():
    schedules = (session(25, "10:30", "11:00"), session(25, "14:30", ""), session(26), SATURDAYS, may(25))

    assert [dates.hours_on(date(2024, 5, day), schedules) for day in (18, 25, 27)] == [
        "9:00—11:00",
        "9:00—11:00、10:30—11:00、14:30开始",
        "",
    ]


@pytest.mark.parametrize(
    ("start", "end", "mark"),
    [
        (time(9), time(11), "11:00"),
        (time(22), time(0), "24:00"),
        (time(22), time(2), "26:00"),
        (time(9), None, ""),
    ],
)
def test_the_script_counts_the_hours_of_a_night_on(start, end, mark):
    assert dates.end_mark(start, end) == mark


def test_a_place_is_open_until_a_day_or_as_often_as_its_rule_says():
    found = ((may(25, 27), may(25, 27)), (may(25), may(25)), (SATURDAYS, may(25)))

    assert [dates.until(some) for some in (found[:2], found[1:2], found[2:], found)] == [
        "到5月27日",
        "只这一天",
        "每周六",
        "到5月27日；每周六",
    ]


def test_a_part_of_a_day_and_days_without_an_end_are_said_as_they_are():
    assert [dates.schedule(when) for when in (MORNING, SINCE, UNTIL)] == [
        "5月25日 周六 上午",
        "5月25日 周六起",
        "5月31日 周五止",
    ]
    assert [dates.schedule_in_full(when) for when in (MORNING, UNTIL)] == [
        "2024年5月25日 周六 上午",
        "2024年5月31日 周五止",
    ]
    assert [dates.short_hour(when) for when in (MORNING, SINCE, UNTIL, session(), may(25))] == [
        "上午",
        "起",
        "止",
        "9:30",
        "",
    ]


def test_words_of_the_notice_take_the_place_of_its_months():
    may_only = Month(2024, 5)

    assert [
        dates.when((when,))
        for when in (
            Months(may_only, may_only, "5月中旬"),
            Months(may_only, may_only, note="各街镇自定"),
            YearRound(2024, "长期"),
        )
    ] == ["2024年5月中旬，日期待定", "2024年5月内，日期待定（各街镇自定）", "长期"]


def test_a_note_stands_beside_the_hour():
    assert dates.schedule(NOTED) == "5月25日 周六 9:30—11:00（雨天顺延至6月1日）"
    assert dates.hour_noted(NOTED) == "9:30—11:00（雨天顺延至6月1日）"
    assert dates.hour_noted(replace(may(25), note="雨天顺延")) == "雨天顺延"


def test_hours_of_the_same_days_say_the_days_once():
    first, second = session(25, "09:30", ""), session(25, "14:00", "")
    again = replace(SATURDAYS, start=time(14), end=None)

    assert dates.when((first, second, session(26))) == (
        "2024年5月25日 周六 9:30开始、14:00开始；5月26日 周日 9:30—11:00"
    )
    assert dates.when((SATURDAYS, again)) == "2024年5月15日—6月5日 每周六 9:00—11:00、14:00开始"
    assert dates.when((may(25), may(26))) == "2024年5月25日 周六；5月26日 周日"


def test_a_note_that_all_hours_have_is_said_once():
    noted = [replace(session(25, start, ""), note="3号厅") for start in ("09:30", "14:00")]
    other = replace(noted[1], note="2号厅")

    assert dates.when(tuple(noted)) == "2024年5月25日 周六 9:30开始、14:00开始（3号厅）"
    assert dates.when((noted[0], other)) == "2024年5月25日 周六 9:30开始（3号厅）、14:00开始（2号厅）"
    assert dates.hours_on(FIRST, noted) == "9:30开始、14:00开始（3号厅）"
    assert dates.hours_on(FIRST, (noted[0], other)) == "9:30开始（3号厅）；14:00开始（2号厅）"
    assert dates.notes(tuple(noted)) == "3号厅"
    assert dates.notes((noted[0], other)) == "9:30 3号厅；14:00 2号厅"
    assert dates.notes((noted[0], session(25, "14:00", ""))) == "9:30 3号厅"


def test_a_place_that_is_open_from_a_day_on_says_so():
    assert dates.until([(SINCE, may(25))]) == "5月25日起"
