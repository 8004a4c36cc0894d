from datetime import date

import pytest

from samples import WINDOW
from scienceweek.model.schedule import Days, Month, Months, YearRound
from scienceweek.source.notation.moments import MomentError, schedule


def may(words: str, last: int = 5) -> Months:
    return Months(Month(2024, 5), Month(2024, last), words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月上旬", may("5月上旬")),
        ("2024年5月中旬", may("5月中旬")),
        ("5月下旬", may("5月下旬")),
        ("5月中下旬", may("5月中下旬")),
        ("5月初", may("5月初")),
        ("5月底", may("5月底")),
        ("5月月末", None),
        ("5月份第三周", may("5月第三周")),
        ("5月最后一周", may("5月最后一周")),
        ("5月中旬至6月上旬", may("5月中旬至6月上旬", 6)),
        ("5月中旬—下旬", may("5月中旬至下旬")),
        ("5月20日前后", may("5月20日前后")),
        ("5月20日左右", may("5月20日前后")),
        ("大约5月20日", may("5月20日前后")),
        ("5月30日前后", may("5月30日前后", 6)),
        ("清明节期间", Months(Month(2024, 4), Month(2024, 4), "清明节期间")),
        ("2023年国庆节期间", Months(Month(2023, 10), Month(2023, 10), "国庆节期间")),
        ("五一小长假期间", Months(Month(2024, 4), Month(2024, 5), "五一小长假期间")),
        ("暑假", Months(Month(2024, 7), Month(2024, 8), "暑假")),
        ("暑假期间", Months(Month(2024, 7), Month(2024, 8), "暑假期间")),
        ("长期", YearRound(2024, "长期")),
        ("长期开放", YearRound(2024, "长期开放")),
    ],
)
def test_words_that_name_no_day_are_kept_with_their_months(text: str, expected: Months | YearRound | None):
    if expected:
        assert schedule(text, window=WINDOW, year=None) == expected
    else:
        with pytest.raises(MomentError):
            schedule(text, window=WINDOW, year=None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5月中旬至4月上旬", "结束（2024-04）早于开始（2024-05），跨年的两头都要写上年份"),
        ("12月下旬至2025年1月上旬", "开始的月份也要写上年份"),
        ("13月上旬", "没有13月"),
        ("国庆节", "每年的日子不同，请写日期"),
        ("长期", "没有写年份"),
    ],
)
def test_months_that_cannot_be_are_refused(text: str, reason: str):
    window = None if text == "长期" else WINDOW

    with pytest.raises(MomentError) as refused:
        schedule(text, window=window, year=None)

    assert f"：{reason}" in str(refused.value)


def test_a_day_about_which_it_is_may_lie_in_the_year_before():
    new_year = Days(date(2025, 1, 1), date(2025, 1, 8))

    assert schedule("1月2日前后", window=new_year, year=None) == Months(
        Month(2024, 12), Month(2025, 1), "1月2日前后"
    )
