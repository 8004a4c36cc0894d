from datetime import date, time

import pytest

from scienceweek.model.booking import Limit
from scienceweek.model.schedule import Days
from scienceweek.source.notation.instants import deadline, instant
from scienceweek.source.notation.moments import MomentError

WINDOW = Days(date(2025, 9, 20), date(2025, 9, 28))


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("9月22日12:00起", 22, time(12)),
        ("9月22日12:00", 22, time(12)),
        ("2025-09-22 12:00", 22, time(12)),
        ("9月22日（周一）中午12点开始", 22, time(12)),
        ("24日16:00", 24, time(16)),
        ("9月24日下午4点前", 24, time(16)),
        ("9月24日16时前", 24, time(16)),
        ("截止到9月24日下午4点半", 24, time(16, 30)),
        ("9月22号星期一 9：00", 22, time(9)),
        ("9月24日前", 24, None),
        ("2025/9/24", 24, None),
        ("9月22日0:00", 22, time()),
    ],
)
def test_a_day_may_have_an_hour(text: str, day: int, at: time | None):
    assert instant(text, window=WINDOW) == Limit(date(2025, 9, day), at)


@pytest.mark.parametrize("text", ["9月24日24:00", "9月24日24时截止", "9月25日0:00", "9月24日"])
def test_midnight_ends_the_day_before(text: str):
    assert deadline(text, window=WINDOW) == Limit(date(2025, 9, 24))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("9月24日周四16:00", "：2025年9月24日是星期三，不是星期四"),
        ("9月22日—24日", "：这里只能写一个时刻"),
        ("9月22日9:00—11:00", "：这里只能写一个时刻"),
        ("满员为止", ""),
        ("16:00", "：没有写是哪一天"),
    ],
)
def test_what_is_no_instant_is_refused(text: str, why: str):
    with pytest.raises(MomentError) as caught:
        instant(text, window=WINDOW)
    assert str(caught.value).startswith(f"看不懂“{text}”这个时间{why}")
    assert str(caught.value).endswith("可以写 9月24日、9月24日16:00、9月24日下午4点 或 2025-09-24 16:00。")


def test_without_a_window_the_year_must_be_said():
    with pytest.raises(MomentError) as caught:
        instant("9月22日", window=None)
    assert str(caught.value).endswith("要写上年份，可以写 2025-09-24、2025-09-24 16:00。")
    assert instant("2025-09-22 9:00", window=None) == Limit(date(2025, 9, 22), time(9))


@pytest.mark.parametrize(
    ("near", "text", "said"),
    [
        (date(2025, 9, 27), "24日16:00", date(2025, 9, 24)),
        (date(2025, 9, 27), "27日", date(2025, 9, 27)),
        (date(2025, 10, 2), "30日16:00", date(2025, 9, 30)),
        (date(2025, 1, 5), "30日", date(2025, 12, 30)),
    ],
)
def test_a_day_without_its_month_is_the_last_before_the_activity(near: date, text: str, said: date):
    over = Days(date(2025, 9, 28), date(2025, 10, 3))

    assert deadline(text, window=over, near=near).day == said
