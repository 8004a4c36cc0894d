from datetime import date, time

import pytest

from samples import WINDOW, may
from scienceweek.model.schedule import Days, Recurring, Schedule, Session
from scienceweek.source.notation.moments import MomentError, schedule


def read(text: str) -> Schedule:
    return schedule(text, window=WINDOW, year=None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月第一个周六", may(4)),
        ("5月首个周六", may(4)),
        ("2024年5月第3个星期六", may(18)),
        ("5月的最后一个周日", may(26)),
        ("5月第四个周六上午9:00", Session(date(2024, 5, 25), time(9))),
    ],
)
def test_the_nth_weekday_of_a_month_is_a_day(text: str, expected: Schedule):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月25日—27日三天", may(25, 27)),
        ("5月25日—27日共3天", may(25, 27)),
        ("5月25日起三天", may(25, 27)),
        ("5月25日起连续三天", may(25, 27)),
        ("5月25日起为期一周", Days(date(2024, 5, 25), date(2024, 5, 31))),
        ("5月25日起两个星期", Days(date(2024, 5, 25), date(2024, 6, 7))),
        (
            "5月25日起连续三周的周六9:00",
            Recurring(Days(date(2024, 5, 25), date(2024, 6, 14)), "FREQ=WEEKLY;BYDAY=SA", time(9)),
        ),
        ("连续两周的周六9:00", Recurring(WINDOW, "FREQ=WEEKLY;BYDAY=SA", time(9))),
    ],
)
def test_days_may_be_counted(text: str, expected: Schedule):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("首个周六", "没有写是几月，例如 5月第一个周六"),
        ("5月第五个周一", "这个月没有第五个周一"),
        ("5月25日—27日两天", "写了两天，从 2024-05-25 到 2024-05-27 却有3天，请核对"),
        ("两天", "没有写从哪天开始，例如 5月20日起两天"),
        ("5月25日起0天", "至少有一天"),
        ("连续四周的周六17:30—21:00", "没有写从哪天开始，请写 5月25日起连续四周的周六17:30-21:00"),
    ],
)
def test_days_that_are_counted_wrong_are_refused(text: str, reason: str):
    with pytest.raises(MomentError) as refused:
        read(text)

    assert f"：{reason}。" in str(refused.value)
