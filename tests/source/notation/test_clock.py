import re
from datetime import time

import pytest

from scienceweek.source.notation.almanac import Impossible
from scienceweek.source.notation.clock import TIMES, AfterMidnight, NotNextDay, times


def read(text):
    assert re.fullmatch(TIMES, text)
    return times(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:30", time(9, 30)),
        ("09:30", time(9, 30)),
        ("0:00", time(0, 0)),
        ("9点", time(9)),
        ("9点整", time(9)),
        ("9点半", time(9, 30)),
        ("9点一刻", time(9, 15)),
        ("9点三刻", time(9, 45)),
        ("9点5分", time(9, 5)),
        ("9时30分", time(9, 30)),
        ("9时30", time(9, 30)),
        ("凌晨1:00", time(1)),
        ("清晨6点", time(6)),
        ("早上8:00", time(8)),
        ("早晨8:00", time(8)),
        ("上午9:30", time(9, 30)),
        ("上午12:00", time(12)),
        ("中午11:30", time(11, 30)),
        ("中午12:00", time(12)),
        ("中午1:00", time(13)),
        ("下午1:00", time(13)),
        ("下午12:30", time(12, 30)),
        ("下午2点半", time(14, 30)),
        ("下午14:30", time(14, 30)),
        ("傍晚6:00", time(18)),
        ("晚上7:30", time(19, 30)),
        ("晚上19:30", time(19, 30)),
        ("晚8点", time(20)),
        ("夜里11点", time(23)),
        ("16:00时", time(16)),
    ],
)
def test_a_time_is_read_on_the_clock_of_its_part_of_the_day(text, expected):
    assert read(text) == (expected, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9:30/11:00", time(9, 30), time(11)),
        ("上午9:00-11:00", time(9), time(11)),
        ("上午9:00-17:00", time(9), time(17)),
        ("上午9:00-下午5:00", time(9), time(17)),
        ("下午2:00-4:00", time(14), time(16)),
        ("下午14:00-4:00", time(14), time(16)),
        ("中午11:30-1:30", time(11, 30), time(13, 30)),
        ("晚上7:00-9:00", time(19), time(21)),
        ("9-11点", time(9), time(11)),
        ("上午9-11时", time(9), time(11)),
        ("上午9-下午4点", time(9), time(16)),
        ("22:00-24:00", time(22), time(0)),
        ("22:00-0:00", time(22), time(0)),
        ("0:00-24:00", time(0), time(0)),
        ("晚上8:00-12:00", time(20), time(0)),
        ("晚上8点-晚上12点", time(20), time(0)),
        ("22:00-次日2:00", time(22), time(2)),
        ("22:00/第二天02:00", time(22), time(2)),
        ("晚上10点-翌日凌晨2点", time(22), time(2)),
        ("晚上10点-凌晨1点", time(22), time(1)),
        ("凌晨1点-3点", time(1), time(3)),
        ("9:00-次日9:00", time(9), time(9)),
    ],
)
def test_an_end_takes_the_part_of_the_day_of_its_start_if_it_fits(text, start, end):
    assert read(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("25:00", "没有25:00这个时刻"),
        ("24:00", "24:00 是第二天的零点"),
        ("晚上12:00", "24:00 是第二天的零点"),
        ("24:01", "没有24:01这个时刻"),
        ("22:00-24:30", "没有24:30这个时刻"),
        ("9:70", "没有9:70这个时刻"),
        ("上午13:00", "没有“上午13点”这样的时刻"),
        ("上午0:30", "没有“上午0点”这样的时刻"),
        ("下午9:00", "没有“下午9点”这样的时刻"),
        ("11:00-9:30", "结束的时间（09:30）不晚于开始的时间（11:00）"),
        ("9:30-9:30", "结束的时间（09:30）不晚于开始的时间（09:30）"),
        ("9:00-5:00", "结束的时间（05:00）不晚于开始的时间（09:00）"),
        ("上午10:00-1:00", "结束的时间（01:00）不晚于开始的时间（10:00）"),
        ("22:00-2:00", "结束的时间（02:00）不晚于开始的时间（22:00）"),
        ("0:00-0:00", "结束的时间（00:00）不晚于开始的时间（00:00）"),
        ("9:00-次日11:00", "一场活动不超过一天；好几天的请分天写，或写 5月25日—27日每天9:00—11:00"),
    ],
)
def test_a_time_that_no_clock_shows_is_impossible(text, reason):
    with pytest.raises(Impossible) as refused:
        read(text)
    assert str(refused.value) == reason


def test_a_night_that_does_not_say_so_is_offered_as_one():
    with pytest.raises(NotNextDay) as refused:
        read("22:00-2:00")
    assert read(refused.value.instead.replace("—", "-")) == (time(22), time(2))


def test_what_begins_at_midnight_is_offered_on_the_next_day():
    with pytest.raises(AfterMidnight) as refused:
        read("晚上12点-次日2:00")
    assert read(refused.value.instead) == (time(0), time(2))
