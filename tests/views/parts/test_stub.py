from dataclasses import replace
from datetime import date, time

from samples import MORNING, SATURDAYS, SINCE, UNTIL, WINDOW, may, session
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, Unfixed, YearRound
from scienceweek.views.parts.stub import Stub, stub


def test_a_day_is_one_numeral():
    assert stub((may(25),)) == Stub(
        "day",
        "2024年5月25日 周六",
        ("25",),
        year="2024年",
        lines=("5月 周六",),
        first="2024-05-25",
        last="2024-05-25",
    )


def test_hours_stand_on_the_stub():
    made = stub((session(25, "09:30", "11:00"),))

    assert (made.lines, made.start, made.end) == (("5月 周六", "9:30"), "09:30", "11:00")


def test_a_range_has_both_ends_and_a_tick_for_each_day():
    assert stub((may(25, 27),)) == Stub(
        "range",
        "2024年5月25日—27日",
        ("25", "27"),
        year="2024年",
        lines=("5月", "周六—周一"),
        ticks=("2024-05-25", "2024-05-26", "2024-05-27"),
        first="2024-05-25",
        last="2024-05-27",
    )


def test_more_than_seven_days_have_no_ticks():
    made = stub((WINDOW,))

    assert (made.lines, made.ticks) == (("周六—周六",), ())


def test_of_a_range_from_one_month_into_another_each_numeral_has_its_month():
    made = stub((Days(date(2024, 5, 25), date(2024, 6, 20)),))

    assert (made.numbers, made.months, made.year, made.lines) == (
        ("25", "20"),
        ("5月", "6月"),
        "2024年",
        ("周六—周四",),
    )


def test_a_month_is_a_plate_and_falls_on_no_day():
    made = stub((Months(Month(2021, 4), Month(2021, 5)),))

    assert made == Stub(
        "month",
        "2021年4月—5月内，日期待定",
        plate="4—5月",
        year="2021年",
        lines=("日期待定",),
        over="2021-05-31",
    )


def test_what_has_no_day_is_a_plate():
    shapes = (DuringCampaign(WINDOW), YearRound(2022), Unfixed("时间另行通知"))

    assert [
        (made.shape, made.plate, made.first, made.over) for made in (stub((when,)) for when in shapes)
    ] == [
        ("whole", "期间", "", "2024-06-01"),
        ("year", "全年", "", "2022-12-31"),
        ("unknown", "待定", "", ""),
    ]


def test_of_several_times_without_a_day_the_latest_is_over_last():
    april, may_2024 = Months(Month(2024, 4), Month(2024, 4)), Months(Month(2024, 5), Month(2024, 5))

    assert [stub(when).over for when in ((may_2024, april), (april, Unfixed("再定")))] == ["2024-05-31", ""]


def test_beside_days_what_has_none_may_still_come():
    june = Months(Month(2024, 6), Month(2024, 6))

    assert [
        stub(when).over for when in ((may(25), june), (may(25), Unfixed("再定")), (may(25), may(26)))
    ] == [
        "2024-06-30",
        "9999-12-31",
        "",
    ]


def test_what_comes_again_lists_its_days_for_the_script():
    made = stub((replace(SATURDAYS, end=None),))

    assert (made.plate, made.lines, made.days) == (
        "每周六",
        ("9:00开始", "5.15—6.5"),
        "2024-05-18 2024-05-25 2024-06-01",
    )
    assert (made.first, made.last) == ("2024-05-18", "2024-06-01")


def test_a_night_ends_for_the_script_after_its_day():
    made = stub((session(25, "22:00", "02:00"),))

    assert (made.first, made.last, made.start, made.end) == ("2024-05-25", "2024-05-25", "22:00", "26:00")


def test_several_times_are_the_first_and_how_many_there_are():
    made = stub((may(28, 29), session(26), Unfixed("再定")))

    assert (made.numbers, made.lines, made.days) == (
        ("26",),
        ("5月 周日", "9:30", "共3次"),
        "2024-05-26 2024-05-28/2024-05-29",
    )


def test_a_range_over_new_year_says_both_years():
    made = stub((Days(date(2024, 12, 30), date(2025, 1, 2)),))

    assert (made.months, made.year, made.lines) == (("12月", "1月"), "2024—2025年", ("周一—周四",))


def test_a_part_of_the_day_stands_where_the_hour_would():
    assert stub((MORNING,)) == Stub(
        "day",
        "2024年5月25日 周六 上午",
        ("25",),
        year="2024年",
        lines=("5月 周六", "上午"),
        first="2024-05-25",
        last="2024-05-25",
    )


def test_days_without_an_end_are_the_day_that_is_known_and_never_one_day():
    assert [
        (made.numbers, made.lines, made.first, made.over) for made in (stub((SINCE,)), stub((UNTIL,)))
    ] == [
        (("25",), ("5月 周六起",), "", ""),
        (("31",), ("5月 周五止",), "", "2024-05-31"),
    ]
    assert stub((may(25), SINCE)).over == "9999-12-31"


def test_hours_of_one_day_stand_beside_each_other():
    made = stub((session(25, "14:00", "15:00"), session(25, "09:30", "")))

    assert (made.lines, made.start, made.end) == (("5月 周六", "9:30、14:00"), "09:30", "15:00")
    assert stub((MORNING, session(25, "14:00", "15:00"))).start == ""


def test_hours_of_what_comes_again_stand_beside_each_other():
    made = stub((SATURDAYS, replace(SATURDAYS, start=time(14), end=None)))

    assert made.lines == ("9:00、14:00", "5.15—6.5")


def test_words_of_the_notice_stand_below_the_month():
    may_only = Month(2024, 5)

    assert stub((Months(may_only, may_only, "5月中旬"),)).lines == ("5月中旬", "日期待定")
    assert stub((YearRound(2024, "长期"),)).plate == "长期"
