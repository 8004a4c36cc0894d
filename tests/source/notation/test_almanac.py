from datetime import date

import pytest

from scienceweek.model.schedule import Days, Month
from scienceweek.source.notation.almanac import Frame, Impossible

MAY = Days(date(2024, 5, 25), date(2024, 5, 28))
NEW_YEAR = Days(date(2024, 12, 28), date(2025, 1, 5))


def refusal(what, *arguments):
    with pytest.raises(Impossible) as refused:
        what(*arguments)
    return str(refused.value)


def parts(**given):
    return dict.fromkeys(("y1", "m1", "d1", "w1", "y2", "m2", "d2", "w2")) | given


def test_a_day_without_a_year_is_in_the_year_of_the_window():
    assert Frame(MAY).day(None, "11", "3") == date(2024, 11, 3)


def test_a_known_year_goes_before_that_of_the_window():
    assert Frame(MAY, 2023).day(None, "5", "25") == date(2023, 5, 25)


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [
        ("12", "30", date(2024, 12, 30)),
        ("1", "2", date(2025, 1, 2)),
        ("11", "1", date(2024, 11, 1)),
        ("3", "1", date(2025, 3, 1)),
        ("12", "28", date(2024, 12, 28)),
    ],
)
def test_a_window_over_new_year_gives_each_day_the_nearest_year(month, day, expected):
    assert Frame(NEW_YEAR).day(None, month, day) == expected


def test_a_leap_day_finds_its_leap_year():
    assert Frame(NEW_YEAR).day(None, "2", "29") == date(2024, 2, 29)


def test_a_month_over_new_year_is_the_nearest_too():
    assert [Frame(NEW_YEAR).any_month(None, month) for month in ("12", "1")] == [
        Month(2024, 12),
        Month(2025, 1),
    ]


def test_a_day_without_a_month_is_in_the_one_month_of_the_window():
    assert Frame(MAY).day(None, None, "26") == date(2024, 5, 26)


def test_the_month_last_spoken_of_goes_before_that_of_the_window():
    assert Frame(MAY, month=Month(2024, 6)).day(None, None, "1") == date(2024, 6, 1)


def test_a_day_without_a_month_is_nowhere_in_a_window_of_two():
    assert refusal(Frame(NEW_YEAR).day, None, None, "26") == "没有写是几月"


def test_without_a_year_anywhere_there_is_no_day():
    assert refusal(Frame().day, None, "5", "25") == "没有写年份，也不知道是哪一年的活动"


@pytest.mark.parametrize(
    ("year", "month", "day", "reason"),
    [
        ("2024", "5", "32", "2024年5月没有32日"),
        ("2024", "5", "0", "2024年5月没有0日"),
        ("2023", "2", "29", "2023年2月没有29日"),
        ("2024", "13", "1", "没有13月"),
        ("2024", "0", "1", "没有0月"),
        ("24", "5", "25", "年份要写四位数"),
        ("0024", "5", "25", "年份只能在1990年到2100年之间"),
        ("1989", "5", "25", "年份只能在1990年到2100年之间"),
        ("2204", "5", "25", "年份只能在1990年到2100年之间"),
        (None, "2", "30", "2024年2月没有30日"),
    ],
)
def test_a_day_of_no_calendar_is_told_so(year, month, day, reason):
    assert refusal(Frame(MAY).day, year, month, day) == reason


def test_a_year_that_the_caller_gives_must_be_one():
    assert refusal(Frame(year=24).day, None, "5", "25") == "年份要写四位数"


def test_a_span_over_new_year_needs_no_years_if_the_window_has_them():
    assert Frame(NEW_YEAR).span(parts(m1="12", d1="30", m2="1", d2="2")) == Days(
        date(2024, 12, 30), date(2025, 1, 2)
    )


def test_the_end_of_a_span_takes_the_year_of_its_start():
    assert Frame(MAY).span(parts(y1="2021", m1="5", d1="22", m2="6", d2="1")) == Days(
        date(2021, 5, 22), date(2021, 6, 1)
    )


def test_a_year_at_the_end_only_is_refused():
    assert (
        refusal(Frame(MAY).span, parts(m1="12", d1="30", y2="2025", m2="1", d2="2"))
        == "开始的日期也要写上年份"
    )


def test_a_span_that_ends_before_it_starts_is_refused():
    assert (
        refusal(Frame(MAY).span, parts(m1="5", d1="27", d2="25"))
        == "结束（2024年5月25日）早于开始（2024年5月27日），跨年的两头都要写上年份"
    )


@pytest.mark.parametrize("end", ["1", "2"])
def test_a_weekday_that_does_not_fit_is_told_which_it_is(end):
    wrong = parts(m1="5", d1="25", d2="25") | {f"w{end}": "日"}
    assert refusal(Frame(MAY).span, wrong) == "2024年5月25日是星期六，不是星期日"
