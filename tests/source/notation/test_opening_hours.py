from datetime import date, time

import pytest

from scienceweek.model.hours import WEEK, Doors, Hours, Season, When
from scienceweek.model.schedule import Days
from scienceweek.source.notation.opening_hours import HoursError, opening_hours

NINE = Doors(time(9), time(17))
NO_MONDAY = (1, 2, 3, 4, 5, 6)
SUMMER = Season((7, 1), (8, 31))


def lines(text: str) -> list[tuple[When, tuple[Doors, ...], bool]]:
    return [(line.when, line.doors, line.closed) for line in opening_hours(text)]


@pytest.mark.parametrize(
    ("text", "when", "doors"),
    [
        ("9:00—17:00", When(), (NINE,)),
        ("每天9：00-17：00", When(), (NINE,)),
        ("每周二至周日 9:00—17:00", When(NO_MONDAY), (NINE,)),
        ("星期二至星期日：上午9:00至下午5:00", When(NO_MONDAY), (NINE,)),
        (
            "每周二至周日 9:00—17:00（16:30停止入馆）",
            When(NO_MONDAY),
            (Doors(time(9), time(17), time(16, 30)),),
        ),
        ("周二至周日9:00-17:00，16:30停止售票", When(NO_MONDAY), (Doors(time(9), time(17), time(16, 30)),)),
        ("周二至周日 9:00—17:00，最后入馆16:30", When(NO_MONDAY), (Doors(time(9), time(17), time(16, 30)),)),
        ("周二—周日9:00—17:00；16:30停止入场", When(NO_MONDAY), (Doors(time(9), time(17), time(16, 30)),)),
        ("每天9:00—17:00 16:30停止入馆", When(), (Doors(time(9), time(17), time(16, 30)),)),
        (
            "每天 上午8:30—11:30 下午14:30—17:00",
            When(),
            (Doors(time(8, 30), time(11, 30)), Doors(time(14, 30), time(17))),
        ),
        ("9:00—17:00（闭馆前30分钟停止入馆）", When(), (Doors(time(9), time(17), time(16, 30)),)),
        ("每天9:00—17:00（周一闭馆）", When(NO_MONDAY), (NINE,)),
        ("每天9:00—17:00（逢周一闭馆）", When(NO_MONDAY), (NINE,)),
        ("每天9:00—17:00（周一、周二闭馆）", When((2, 3, 4, 5, 6)), (NINE,)),
        (
            "每周三至周日上午8:30—11:30,下午14:30—17:00",
            When((2, 3, 4, 5, 6)),
            (Doors(time(8, 30), time(11, 30)), Doors(time(14, 30), time(17))),
        ),
        ("工作日 9:00—17:00", When((0, 1, 2, 3, 4), None, holidays=False, working=True), (NINE,)),
        ("工作日（周一至周五）9点-17点", When((0, 1, 2, 3, 4), None, holidays=False, working=True), (NINE,)),
        ("周一至周五（节假日除外）9:00—17:00", When((0, 1, 2, 3, 4), None, holidays=False), (NINE,)),
        ("法定节假日 9:00—17:00", When((), None, holidays=True), (NINE,)),
        ("双休日 9:00—17:00", When((5, 6)), (NINE,)),
        ("周六、周日 9:00—17:00", When((5, 6)), (NINE,)),
        ("7月1日—8月31日 每周二至周日 9:00—17:00", When(NO_MONDAY, SUMMER), (NINE,)),
        ("暑期（7月—8月）每天 9:00—17:00", When(WEEK, SUMMER), (NINE,)),
        ("冬季：11月1日—次年2月29日 9:00—17:00", When(WEEK, Season((11, 1), (2, 29))), (NINE,)),
        ("11月至次年2月 每天 9:00—17:00", When(WEEK, Season((11, 1), (2, 29))), (NINE,)),
        (
            "2026年7月1日—8月31日 9:00—17:00",
            When(WEEK, Days(date(2026, 7, 1), date(2026, 8, 31))),
            (NINE,),
        ),
        ("2026-07-01/2026-08-31 9:00—17:00", When(WEEK, Days(date(2026, 7, 1), date(2026, 8, 31))), (NINE,)),
        ("每周五 18:00—次日1:00", When((4,)), (Doors(time(18), time(1)),)),
        ("每天全天开放", When(), (Doors(time(), time()),)),
        ("每周二至周日开放", When(NO_MONDAY), ()),
    ],
)
def test_a_line_of_hours(text: str, when: When, doors: tuple[Doors, ...]):
    assert lines(text) == [(when, doors, False)]


def test_holidays_beside_weekdays_are_a_line_of_their_own():
    assert lines("周六、周日及节假日:9:00 - 17:00") == [
        (When((5, 6)), (NINE,), False),
        (When((), None, holidays=True), (NINE,), False),
    ]


def test_several_lines_in_one():
    assert lines("周二至周五 9:00—17:00；周六、周日 9:00—18:00，周一闭馆") == [
        (When((1, 2, 3, 4)), (NINE,), False),
        (When((5, 6)), (Doors(time(9), time(18)),), False),
        (When((0,)), (), True),
    ]


def test_a_monday_that_is_a_holiday_may_be_open():
    assert lines("每周二至周日 9:00—17:00（周一闭馆，法定节假日除外）") == [
        (When(NO_MONDAY), (NINE,), False),
        (When((), None, holidays=True), (NINE,), False),
    ]
    closed = [(When((), None, holidays=True), (), False), (When((0,), None, holidays=False), (), True)]
    for text in ("周一闭馆（法定节假日除外）", "周一闭馆，节假日除外"):
        assert lines(text) == closed
    assert lines("周二至周日 9:00—17:00，周一闭馆，节假日除外") == [
        (When(NO_MONDAY), (NINE,), False),
        *closed,
    ]


def test_a_space_may_stand_between_two_lines():
    assert lines("周二至周五 9:00-17:00 周六周日 9:00-18:00") == [
        (When((1, 2, 3, 4)), (NINE,), False),
        (When((5, 6)), (Doors(time(9), time(18)),), False),
    ]


def test_the_words_are_kept():
    assert opening_hours("每周二至周日  9:00—17:00") == (
        Hours(When(NO_MONDAY), (NINE,), words="每周二至周日 9:00—17:00"),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("哈哈", ""),
        ("暑假 9:00-17:00", "：没有写从几月几日到几月几日"),
        ("9:00—25:00", "：没有25:00这个时刻"),
        ("13月1日—14月1日 9:00—17:00", "：没有13月"),
        ("2月30日—3月1日 9:00—17:00", "：2月没有30日"),
        ("9:00—17:00（18:00停止入馆）", "：18:00 停止入馆，那时不开放"),
        ("周一9:00—17:00（周一闭馆）", "：除去以后一天也不剩"),
        (
            "每天9:00—17:00（周一闭馆，节假日顺延）",
            "：顺延到哪天，程序不去算；请写 周一闭馆（法定节假日除外），改在哪天闭馆写进 closures（闭馆）",
        ),
        ("周一9:00—12:00闭馆", "：一行里又有钟点又有闭馆；只闭半天的，请写那天开放的钟点"),
        ("每天9:00—17:00（5月1日闭馆）", "：括号里的“5月1日闭馆”请另写一行，或写进说明"),
        ("2026年7月—8月 9:00—17:00", "：写了年份的日期要两头都写到日，例如 2026年7月1日—8月31日"),
    ],
)
def test_what_is_refused_says_what_would_do(text: str, reason: str):
    with pytest.raises(HoursError) as refused:
        opening_hours(text)

    assert str(refused.value).startswith(
        f"看不懂“{text}”这个开放时间{reason}。可以写 每周二至周日 9:00—17:00"
    )


def test_long_texts_cost_nothing():
    with pytest.raises(HoursError, match="太长"):
        opening_hours("每周二至周日" * 100)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("春节期间闭馆", "只在某些日子闭馆的，写进 closures（闭馆）。"),
        (
            "每月第一个周日 9:00—12:00",
            "每月只开放几天的，写进 description（简介）；活动周里的那几天写进 opening（开放时段）。",
        ),
        ("预约开放", "怎样预约写进 admission（入场条件）；平日哪几天开放不知道的，就不写开放时间。"),
    ],
)
def test_what_belongs_elsewhere_is_told_where(text: str, hint: str):
    with pytest.raises(HoursError) as refused:
        opening_hours(text)

    assert str(refused.value).endswith(f"或 周一闭馆。{hint}")
