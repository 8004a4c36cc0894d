import re
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from written_times import written

from samples import WINDOW, may, session
from scienceweek.model.days import runs_of
from scienceweek.model.schedule import (
    DayPart,
    Days,
    DuringCampaign,
    Month,
    Months,
    OpenDays,
    PartDay,
    Recurring,
    Session,
    Unfixed,
    YearRound,
)
from scienceweek.source.notation.moments import MomentError, day, days, schedule, schedules

YEAR_2021 = Days(date(2021, 5, 22), date(2021, 5, 28))
PINGLUO = Days(date(2021, 5, 17), date(2021, 5, 22))
CHONGQING = Days(date(2022, 9, 15), date(2022, 9, 21))
EXAMPLES = "可以写 2024-05-25、2024-05-25 09:30/11:00、5月25日—27日、2024-05 或 待定。"
HINT = "如果是通知的原话，请写 {unfixed: 原话}。"


def read(text, window=WINDOW, year=None):
    return schedule(text, window=window, year=year)


def message(text, window=WINDOW, year=None):
    with pytest.raises(MomentError) as refused:
        schedule(text, window=window, year=year)
    return str(refused.value)


def months(first, last=None, year=2021):
    return Months(Month(year, first), Month(year, last or first))


# ---- As the notices have it ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年5月22日—28日", YEAR_2021),
        ("22日—28日", YEAR_2021),
        ("5月26日", Days(date(2021, 5, 26), date(2021, 5, 26))),
        ("4月—5月", months(4, 5)),
        ("6月—8月", months(6, 8)),
        ("5月—10月", months(5, 10)),
        ("4月—7月", months(4, 7)),
        ("7月—12月", months(7, 12)),
        ("4月—12月", months(4, 12)),
        ("5月", months(5)),
        ("科技活动周期间", DuringCampaign(YEAR_2021)),
    ],
)
def test_the_notice_of_qijiang_2021_is_read(text, expected):
    assert read(text, YEAR_2021) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年5月25日至6月1日。", WINDOW),
        ("5.20", may(20)),
        ("5.21", may(21)),
        ("5.31", may(31)),
        ("5.25-5.27", may(25, 27)),
        ("5.25-27", may(25, 27)),
        ("5.25-5.28", may(25, 28)),
        ("5.25-6.1", WINDOW),
        ("时间未定", Unfixed("时间未定")),
    ],
)
def test_the_notice_of_yubei_2024_is_read(text, expected):
    assert read(text) == expected


def test_a_cell_of_the_table_of_yubei_2024_is_a_list():
    assert schedules("5.20；5.23；5.25；5.26；5.29；5.31。", window=WINDOW, year=None) == tuple(
        may(day) for day in (20, 23, 25, 26, 29, 31)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年5月17日—22日", PINGLUO),
        ("5月17日(星期一)上午9:30", Session(date(2021, 5, 17), time(9, 30))),
        ("科技活动周期间", DuringCampaign(PINGLUO)),
        ("时间另行通知", Unfixed("时间另行通知")),
    ],
)
def test_the_notice_of_pingluo_2021_is_read(text, expected):
    assert read(text, PINGLUO) == expected


def test_the_market_days_of_pingluo_2021_are_words_outside_the_grammar():
    assert message("时间根据集镇实际安排", PINGLUO) == (
        f"看不懂“时间根据集镇实际安排”这个时间。{EXAMPLES}{HINT}"
    )


def test_the_window_of_puyang_2021_is_read():
    assert days("2021年5月22—28日。", year=None) == YEAR_2021


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年9月15日至21日", CHONGQING),
        ("贯穿全年", YearRound(2022)),
        ("全国科普日活动期间", DuringCampaign(CHONGQING)),
    ],
)
def test_the_notice_of_chongqing_2022_is_read(text, expected):
    assert read(text, CHONGQING) == expected


def test_the_registration_of_chongqing_2022_is_read_over_its_line_break():
    assert days("2022 年 8 月 15 日至\n\n9月28日期间", year=None) == Days(
        date(2022, 8, 15), date(2022, 9, 28)
    )


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("5月31日前", 2021, date(2021, 5, 31)),  # Qijiang
        ("6月4日前", 2024, date(2024, 6, 4)),  # Yubei
        ("5月30日前", 2021, date(2021, 5, 30)),  # Pingluo
        ("于 5 月 15 日前", 2021, date(2021, 5, 15)),  # Puyang
        ("2022年10月13日前", None, date(2022, 10, 13)),  # Chongqing
        ("2024-06-04", None, date(2024, 6, 4)),
        ("截至6月4日", 2024, date(2024, 6, 4)),
        ("截止到6月4日", 2024, date(2024, 6, 4)),
    ],
)
def test_a_deadline_is_its_day(text, year, expected):
    assert day(text, year=year) == expected


# ---- The rest of the grammar ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-25", may(25)),
        ("2024-5-25", may(25)),
        ("2024/5/25", may(25)),
        ("2024/5/25-2024/5/27", may(25, 27)),
        ("2024.5.25", may(25)),
        ("2024年5.25-27", may(25, 27)),
        ("2024-05-25/2024-06-01", WINDOW),
        ("2024-05-25至2024-06-01", WINDOW),
        ("2024-05-25 -- 2024-06-01", WINDOW),
        ("从5月25日起至6月1日", WINDOW),
        ("5月25日到27号", may(25, 27)),
        ("5月25日（周六）—26日（星期天）", may(25, 26)),
        ("2024-05-25 09:30", session(25, "09:30", "")),
        ("2024-05-25 09:30/11:00", session()),
        ("2024-05-25T09:30/11:00", session()),
        ("2024-05-25T09:30/2024-05-25T11:00", session()),
        ("5月25日9:30-11:00", session()),
        ("5月25日 上午9：30—11：00", session()),
        ("5月25日（礼拜六）9点半至11点", session()),
        ("5.25 9:30-11:00", session()),
        ("5.25上午9:30-11:00", session()),
        ("5月25日下午2:00—4:00", session(25, "14:00", "16:00")),
        ("2024-05", months(5, year=2024)),
        ("2024-05-XX", months(5, year=2024)),
        ("2021-04/2021-05", months(4, 5)),
        ("2021年4月—5月", months(4, 5)),
        ("2021年4-5月", months(4, 5)),
        ("5月份", months(5, year=2024)),
        ("5月内", months(5, year=2024)),
        ("2022", YearRound(2022)),
        ("2022年全年", YearRound(2022)),
        ("全年", YearRound(2024)),
        ("常年开放", YearRound(2024)),
        ("活动期间", DuringCampaign(WINDOW)),
        ("活动周期间", DuringCampaign(WINDOW)),
        ("科普月期间", DuringCampaign(WINDOW)),
        ("2024年全国科技活动周期间", DuringCampaign(WINDOW)),
        ("待定", Unfixed("待定")),
        ("不定期", Unfixed("不定期")),
        ("按预约时间", Unfixed("按预约时间")),
        ("5月期间", months(5, year=2024)),
        ("全年免费开放", YearRound(2024)),
        ("5月25日当天", may(25)),
        ("5月25日起—5月27日", may(25, 27)),
        ("5月25日开始至5月27日结束", may(25, 27)),
        ("时间待定", Unfixed("时间待定")),
        ("日期待定", Unfixed("日期待定")),
        (" 具体时间\n另行通知 ", Unfixed("具体时间 另行通知")),
    ],
)
def test_a_moment_is_read(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每周六上午9:00—11:00", Recurring(WINDOW, "FREQ=WEEKLY;BYDAY=SA", time(9), time(11))),
        ("每周六、周日", Recurring(WINDOW, "FREQ=WEEKLY;BYDAY=SA,SU")),
        ("每周一至周五", Recurring(WINDOW, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")),
        ("每日 9:00-17:00", Recurring(WINDOW, "FREQ=DAILY", time(9), time(17))),
        ("活动期间每天9:00", Recurring(WINDOW, "FREQ=DAILY", time(9))),
        ("5月25日—27日每天9:00—11:00", Recurring(may(25, 27), "FREQ=DAILY", time(9), time(11))),
        ("5月每周六", Recurring(may(1, 31), "FREQ=WEEKLY;BYDAY=SA")),
        ("5月的周末", Recurring(may(1, 31), "FREQ=WEEKLY;BYDAY=SA,SU")),
        ("5月每月第一、三个周六", Recurring(may(1, 31), "FREQ=MONTHLY;BYDAY=1SA,3SA")),
        ("每周六、周日及寒暑假", Recurring(WINDOW, "FREQ=WEEKLY;BYDAY=SA,SU", note="及寒暑假")),
        (
            "2024年5月至6月，每周六9:00（6月8日、6月15日除外）",
            Recurring(
                Days(date(2024, 5, 1), date(2024, 6, 30)),
                "FREQ=WEEKLY;BYDAY=SA",
                time(9),
                None,
                (date(2024, 6, 8), date(2024, 6, 15)),
            ),
        ),
        (
            "2024年每月第一个星期六",
            Recurring(Days(date(2024, 1, 1), date(2024, 12, 31)), "FREQ=MONTHLY;BYDAY=1SA"),
        ),
        (
            "全年每天9:00—17:00（周一闭馆）",
            Recurring(
                Days(date(2024, 1, 1), date(2024, 12, 31)),
                "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU",
                time(9),
                time(17),
            ),
        ),
    ],
)
def test_what_comes_again_is_read(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月25日22:00-24:00", session(25, "22:00", "00:00")),
        ("5月25日22:00—次日2:00", session(25, "22:00", "02:00")),
        ("5月25日20:00至第二天2:00", session(25, "20:00", "02:00")),
        ("2024-05-25 22:00/翌日02:00", session(25, "22:00", "02:00")),
        ("5月25日晚上8点至晚上12点", session(25, "20:00", "00:00")),
        ("5月25日晚上10点—凌晨1点", session(25, "22:00", "01:00")),
        ("5月25日22:00至5月26日2:00", session(25, "22:00", "02:00")),
        ("2024-05-25T22:00/2024-05-26T02:00", session(25, "22:00", "02:00")),
        ("5月25日22:00—26日2:00", session(25, "22:00", "02:00")),
        ("5月25日当晚8点—午夜12点", session(25, "20:00", "00:00")),
        ("5月25日（星期六）２２：００至第二日２：００", session(25, "22:00", "02:00")),  # noqa: RUF001
        ("5月25日凌晨1点", session(25, "01:00", "")),
        ("5月25日晚上12点", session(26, "00:00", "")),
        ("5月25日24:00—次日2:00", session(26, "00:00", "02:00")),
        ("每周六20:00—次日2:00", Recurring(WINDOW, "FREQ=WEEKLY;BYDAY=SA", time(20), time(2))),
    ],
)
def test_a_night_belongs_to_the_day_on_which_it_begins(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月25日9:30开始", session(25, "09:30", "")),
        ("5月25日10点起", session(25, "10:00", "")),
        ("5月25日的9:30—11:00", session(25)),
        ("5月25日8:30-16:00时", session(25, "08:30", "16:00")),
        ("5月25日全天", PartDay(date(2024, 5, 25), DayPart.WHOLE)),
        ("5月25日—27日（整天）", replace(may(25, 27), note="全天")),
        ("5月25日起为期3天", may(25, 27)),
        ("5月25日，历时两天", may(25, 26)),
        (
            "5月6日至6月9日期间每周六9:00",
            Recurring(Days(date(2024, 5, 6), date(2024, 6, 9)), "FREQ=WEEKLY;BYDAY=SA", time(9)),
        ),
        (
            "5月5日—6月9日隔周周六",
            Recurring(Days(date(2024, 5, 11), date(2024, 6, 9)), "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"),
        ),
    ],
)
def test_what_notices_add_to_a_time_is_read(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月25日9:30-11:00、14:00", (session(25), session(25, "14:00", ""))),
        ("5月25日的9:30-11:00和14:00-15:30", (session(25), session(25, "14:00", "15:30"))),
        ("5月25日上午场9:30-11:00、下午场2:00-3:30", (session(25), session(25, "14:00", "15:30"))),
        (
            "每天10:00、14:00各一场（5月26日除外）",
            tuple(
                Recurring(WINDOW, "FREQ=DAILY", hour, None, (date(2024, 5, 26),))
                for hour in (time(10), time(14))
            ),
        ),
    ],
)
def test_a_day_may_have_several_hours(text, expected):
    assert schedules(text, window=WINDOW, year=None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5.25-27", (may(25, 27),)),
        ("5.20；5.23;5.25-27；", (may(20), may(23), may(25, 27))),
        ("5月25日、26日", (may(25), may(26))),
        ("5月25、26日", (may(25), may(26))),
        ("5月25日和27日—28日", (may(25), may(27, 28))),
        ("5.25、26、28-30", (may(25), may(26), may(28, 30))),
        ("4、5月", (months(4, year=2024), months(5, year=2024))),
        ("2021年4月、5月", (months(4), months(5))),
        ("2024年5月31日、6月1日", (may(31), Days(date(2024, 6, 1), date(2024, 6, 1)))),
        ("5月25日9:30-11:00、26日9:30-11:00", (session(25), session(26))),
        ("每周六、周日", (Recurring(WINDOW, "FREQ=WEEKLY;BYDAY=SA,SU"),)),
        ("5.25；时间未定", (may(25), Unfixed("时间未定"))),
    ],
)
def test_a_list_is_read(text, expected):
    assert schedules(text, window=WINDOW, year=None) == expected


def test_a_year_in_a_list_holds_for_what_follows():
    assert schedules("2021年5月25日、6月1日", window=WINDOW, year=None) == (
        Days(date(2021, 5, 25), date(2021, 5, 25)),
        Days(date(2021, 6, 1), date(2021, 6, 1)),
    )


YEAR = Days(date(2023, 1, 1), date(2023, 12, 31))


def on(month, day, last=None):
    return Days(date(2023, month, day), date(2023, month, last or day))


def at(month, day, start, end=None, year=2023):
    return Session(date(year, month, day), time(*start), time(*end) if end else None)


def every(rule, start=None, end=None, span=YEAR, note=""):
    return Recurring(span, rule, time(*start) if start else None, time(*end) if end else None, note=note)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月20日", (on(5, 20),)),
        ("5月17日-23日", (on(5, 17, 23),)),
        ("5月20日下午13:30", (at(5, 20, (13, 30)),)),
        ("9月27日8:45-9:00", (at(9, 27, (8, 45), (9, 0)),)),
        ("3月14日的9:30-11:00和14:00-15:30", (at(3, 14, (9, 30), (11,)), at(3, 14, (14,), (15, 30)))),
        ("2023年3月18日(星期六)9:00-12:00", (at(3, 18, (9,), (12,)),)),
        ("3月21日8:30-16:00时", (at(3, 21, (8, 30), (16,)),)),
        (
            "每周三至周日上午8:30—11:30,下午14:30—17:00",
            (
                every("FREQ=WEEKLY;BYDAY=WE,TH,FR,SA,SU", (8, 30), (11, 30)),
                every("FREQ=WEEKLY;BYDAY=WE,TH,FR,SA,SU", (14, 30), (17,)),
            ),
        ),
        (
            "每周二至周日9:30-16:30(16:00停止入场)",
            (every("FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU", (9, 30), (16, 30), note="16:00停止入场"),),
        ),
        (
            "周一至周五:9:00 - 17:00(16:30停止入场)",
            (every("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", (9,), (17,), note="16:30停止入场"),),
        ),
        (
            "周六、周日及节假日:9:00 - 18:00",
            (every("FREQ=WEEKLY;BYDAY=SA,SU", (9,), (18,), note="及节假日"),),
        ),
        ("周末及法定节假日9:00-18:00", (every("FREQ=WEEKLY;BYDAY=SA,SU", (9,), (18,), note="及法定节假日"),)),
        ("节假日及周末9:00-18:00", (every("FREQ=WEEKLY;BYDAY=SA,SU", (9,), (18,), note="及节假日"),)),
        ("双休日", (every("FREQ=WEEKLY;BYDAY=SA,SU"),)),
        ("工作日9:00-17:00", (every("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", (9,), (17,), note="工作日"),)),
        (
            "7月9日至8月31日期间每周二至周日9:00-18:00",
            (
                every(
                    "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU",
                    (9,),
                    (18,),
                    span=Days(date(2023, 7, 9), date(2023, 8, 31)),
                ),
            ),
        ),
        ("2025年3月21日(星期五)19:00-21:00", (at(3, 21, (19,), (21,), 2025),)),
        ("5月22日起为期3天", (on(5, 22, 24),)),
        ("5月22日至28日", (on(5, 22, 28),)),
        ("3月1日至3月31日", (on(3, 1, 31),)),
        ("9月14日至20日", (on(9, 14, 20),)),
        ("2017年5月20-21日", (Days(date(2017, 5, 20), date(2017, 5, 21)),)),
        ("2020年3月中旬", (Months(Month(2020, 3), Month(2020, 3), "3月中旬"),)),
        ("5月20日—31日", (on(5, 20, 31),)),
        ("9月10日10点", (at(9, 10, (10,)),)),
        ("2022年3月19日(周六)9时至15时", (at(3, 19, (9,), (15,), 2022),)),
        ("5月20日-5月27日", (on(5, 20, 27),)),
        ("5月20日全天", (PartDay(date(2023, 5, 20), DayPart.WHOLE),)),
        ("5月20日下午", (PartDay(date(2023, 5, 20), DayPart.AFTERNOON),)),
        (
            "5月20日、21日 10:30、11:30、12:30",
            tuple(at(5, day, hour) for day in (20, 21) for hour in ((10, 30), (11, 30), (12, 30))),
        ),
        ("每周六、日上午10:00", (every("FREQ=WEEKLY;BYDAY=SA,SU", (10,)),)),
        ("每天10:00、14:00各一场", (every("FREQ=DAILY", (10,)), every("FREQ=DAILY", (14,)))),
        ("节假日除外", (every("FREQ=DAILY", note="节假日除外"),)),
        (
            "5月20日上午场9:30-11:30、下午场14:00-16:00",
            (at(5, 20, (9, 30), (11, 30)), at(5, 20, (14,), (16,))),
        ),
        (
            "5月20日9:30—12:00（雨天顺延至5月27日）",
            (replace(at(5, 20, (9, 30), (12,)), note="雨天顺延至5月27日"),),
        ),
        ("5月20日前后", (Months(Month(2023, 5), Month(2023, 5), "5月20日前后"),)),
        ("清明节期间", (Months(Month(2023, 4), Month(2023, 4), "清明节期间"),)),
        ("暑假期间", (Months(Month(2023, 7), Month(2023, 8), "暑假期间"),)),
        ("长期", (YearRound(2023, "长期"),)),
        ("每晚19:30", (every("FREQ=DAILY", (19, 30)),)),
        ("5月20日-23日 每晚7点半—9点", (every("FREQ=DAILY", (19, 30), (21,), span=on(5, 20, 23)),)),
        ("5月20日、22日每晚19:30", (at(5, 20, (19, 30)), at(5, 22, (19, 30)))),
        ("每周五晚19:30", (every("FREQ=WEEKLY;BYDAY=FR", (19, 30)),)),
        ("5月20日至22日每晚", (replace(every("FREQ=DAILY", span=on(5, 20, 22)), part=DayPart.EVENING),)),
        (
            "5月20日上、下午",
            (PartDay(date(2023, 5, 20), DayPart.MORNING), PartDay(date(2023, 5, 20), DayPart.AFTERNOON)),
        ),
        ("5月20日9:00准时开始", (at(5, 20, (9,)),)),
        ("5月20日8:30集合", (replace(at(5, 20, (8, 30)), note="集合"),)),
        ("5月20日8:30集合，9:00出发", (replace(at(5, 20, (8, 30)), note="集合，9:00出发"),)),
        ("5月20日9:00签到，9:30开始", (replace(at(5, 20, (9, 30)), note="9:00签到"),)),
        (
            "5月20日至23日9:00—16:30，5月22日闭馆",
            (
                replace(
                    every("FREQ=DAILY", (9,), (16, 30), span=on(5, 20, 23)), exceptions=(date(2023, 5, 22),)
                ),
            ),
        ),
    ],
)
def test_what_notices_of_other_cities_say_is_read(text, expected):
    assert schedules(text, window=YEAR, year=None) == expected


def test_one_schedule_is_asked_for_where_only_one_can_be():
    assert message("5月25日9:30、14:00") == (
        f"看不懂“5月25日9:30、14:00”这个时间：这里只能写一个时间。{EXAMPLES}"
    )


# ---- What is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5月32日", "2024年5月没有32日"),
        ("2月30日", "2024年2月没有30日"),
        ("13月", "没有13月"),
        ("2024-13-01", "没有13月"),
        ("24-05-25", "年份要写四位数"),
        ("2204-05-25", "年份只能在1990年到2100年之间"),
        ("5月25日25:00", "没有25:00这个时刻"),
        ("5月25日11:00-9:00", "结束的时间（09:00）不晚于开始的时间（11:00）"),
        ("5月17日(星期一)上午9:30", "2024年5月17日是星期五，不是星期一"),
        ("5.27-25", "结束（2024年5月25日）早于开始（2024年5月27日），跨年的两头都要写上年份"),
        ("5月—4月", "结束（2024-04）早于开始（2024-05），跨年的两头都要写上年份"),
        ("11月—2025年2月", "开始的月份也要写上年份"),
        ("22日—28日", "没有写是几月"),
        (
            "5月25日—27日9:00",
            "好几天只写了一个钟点；每天都是这个钟点，请写 5月25日—27日每天9:00—11:00",
        ),
        (
            "5月25日9:00至5月26日11:00",
            "一场活动不超过一天；好几天的请分天写，或写 5月25日—27日每天9:00—11:00",
        ),
        ("月底", "旬、月初和月底请连月份一起写，例如 5月中旬"),
        ("第四周", "没有写是哪个月的第几周，请写日期，例如 5月20日—26日"),
        ("5月25日或26日", "还没有定下来是哪一天，请写月份，或把原话写成 {unfixed: 原话}"),
        ("5月25日—27日上午", "好几天只写了一次上午；每天都是上午，请写 5月25日—27日每天上午"),
        ("5月25日前", "这是期限，不是活动的时间"),
        ("9:30", "没有写是哪一天"),
        ("5月25日（暂定）", "日子还没有定，请写月份，或把原话写成 {unfixed: 原话}"),
        ("拟于5月25日", "日子还没有定，请写月份或 5月20日前后，或把原话写成 {unfixed: 原话}"),
        ("农历四月十五", "请写公历的日期"),
        ("端午节", "每年的日子不同，请写日期"),
        ("2024年", "只知道在哪几个月，请写 2024-04/2024-06；全年都有，请写 2024年全年"),
        ("隔周六", "两周一次的，请写 隔周周六"),
        (
            "5月25日22:00—2:00",
            "结束的时间（02:00）不晚于开始的时间（22:00）；到第二天的，请写 5月25日22:00—次日02:00",
        ),
        ("每天晚上12点", "24:00 是第二天的零点，开始的钟点请写第二天的 凌晨0:00"),
        ("每周六（5月25日、6月1日除外）", "除外以后一次也不剩"),
        ("5月25日9:00—次日11:00", "一场活动不超过一天；好几天的请分天写，或写 5月25日—27日每天9:00—11:00"),
        ("2021年科技活动周期间", "活动周是2024年的"),
        ("每月32日", "没有哪个月有32日"),
        ("5月27日—28日每周六", "从 2024-05-27 到 2024-05-28 一次也没有"),
        ("每周六（5月26日除外）", "2024-05-26 本来就没有，不用除外"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(text, reason):
    assert message(text) == f"看不懂“{text}”这个时间：{reason}。{EXAMPLES}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5月25曰",
        "5.2\u00b2",
        "5.2 5",
        "5.259:30",
        "5",
        "期间",
        "5月25日26日",
        "2024-05-25/27",
        "2024-05/..",
        "2024-05-25T09:30Z",
        "每周",
        "待订",
        "时间未定。。",
    ],
)
def test_a_slip_of_the_pen_is_no_announcement(text):
    assert message(text) == f"看不懂“{text}”这个时间。{EXAMPLES}{HINT}"


SLIPS = [
    "5月23",
    "5-23",
    "5/23",
    "20240523",
    "5/23-5/25",
    "2024.5",
    "202405",
    "2024年",
    "2024-05-23 00:00:00",
    "5月23日0:00",
    "5月23日9:30-",
    "5月23日22:00-2:00",
    "5月23日晚上10点到2点",
    "每周六20:00-1:30（6月1日除外）",
    "隔周六上午9:00",
    "5月每隔周六",
    "周六",
    "5月23日以后",
    "本周六14:00",
    "5月23日/24日",
    "5/23 9:00",
    "即日起",
    "连续四周的周六17:30-21:00",
    "5月23日起每周六",
    "5月20日—22日上午",
    "两天",
    "全天开放",
    "首个周六",
    "第四周",
    "科技周",
    "五月二十三日",
    "7月至9月（周一闭馆）",
    "5月23日9:00—5月25日17:00",
    "5月25日—27日9:00",
    "无",
]


@pytest.mark.parametrize("text", SLIPS)
def test_what_is_offered_in_place_of_a_slip_is_read(text):
    offered = re.findall(
        "(?:请写|例如|或写) ([^，；]+?)(?=[，；。]|$)", message(text).partition("。可以写")[0]
    )

    assert [schedules(offer, window=WINDOW, year=None) for offer in offered if "unfixed" not in offer]
    assert all(schedules(offer, window=WINDOW, year=None) for offer in offered if "unfixed" not in offer)


def test_the_examples_of_a_refusal_are_read():
    offered = re.split("、| 或 ", EXAMPLES.removeprefix("可以写 ").removesuffix("。"))

    assert all(schedules(offer, window=WINDOW, year=None) for offer in offered)


@pytest.mark.parametrize("text", ["5月25日", "5月", "全年", "5.25 9:30", "每周六"])
def test_without_a_year_or_a_window_nothing_is_guessed(text):
    assert message(text, window=None).startswith(f"看不懂“{text}”这个时间：没有写")


def test_during_the_campaign_needs_its_window():
    assert message("活动期间", window=None) == (
        f"看不懂“活动期间”这个时间：不知道活动周从哪天到哪天。{EXAMPLES}"
    )


def test_of_two_days_one_may_not_lack_its_clock():
    with pytest.raises(MomentError, match="有的写了钟点，有的没有，请用；隔开，各写各的钟点"):
        schedules("5月25日上午9:00、26日", window=WINDOW, year=None)


@pytest.mark.parametrize("text", ["", "；", "5.25；5.32", "5月25、26", "25日、26日", "待定、待定"])
def test_a_list_with_a_mistake_is_refused_whole(text):
    with pytest.raises(MomentError):
        schedules(text, window=WINDOW, year=None)


@pytest.mark.parametrize("text", ["9月", "5月25日 9:30", "活动期间", "待定"])
def test_a_window_has_whole_days(text):
    with pytest.raises(MomentError, match="可以写 2024-05-25、2024-05-25/2024-06-01"):
        days(text, year=2024)


@pytest.mark.parametrize("text", ["5月25日—27日", "5月", "月底前", "前"])
def test_a_deadline_has_one_day(text):
    with pytest.raises(MomentError, match="可以写 2024-05-31、2024年5月31日、5月31日 或 5月31日前。"):
        day(text, year=2024)


def test_a_long_text_is_refused_unread_and_quoted_in_part():
    assert message("5" * 201) == f"“{'5' * 40}…”太长，不像一个时间。{EXAMPLES}"


def test_a_message_holds_no_control_characters():
    assert message("5月\x1b[2J\ud800\u202e日") == (
        f"看不懂“5月\ufffd[2J\ufffd\ufffd日”这个时间。{EXAMPLES}{HINT}"
    )


# ---- Properties ----------------------------------------------------------------------------------

dates = st.dates(date(1990, 1, 1), date(2100, 12, 31))
spans = st.tuples(dates, dates).map(lambda ends: Days(min(ends), max(ends)))
years = st.integers(1990, 2100)
any_months = st.builds(Month, years, st.integers(1, 12))
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
hours = st.one_of(
    st.tuples(clocks, st.none()),
    st.tuples(clocks, clocks),
)
some_rules = st.sampled_from(
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=SA",
        "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU",
        "FREQ=MONTHLY;BYDAY=1SA",
        "FREQ=MONTHLY;BYDAY=-1SU",
        "FREQ=MONTHLY;BYMONTHDAY=5,15,25",
    ]
)


@st.composite
def recurrences(draw):
    first = draw(dates.filter(lambda day: day.year < 2100))
    span = Days(first, first + timedelta(days=draw(st.integers(0, 90))))
    rule = draw(some_rules)
    occurrences = [run.first for run in runs_of(Recurring(span, rule))]
    assume(occurrences)
    exceptions = draw(st.sets(st.sampled_from(occurrences), max_size=min(3, len(occurrences) - 1)))
    start, end = draw(st.one_of(hours, st.just((None, None))))
    return Recurring(span, rule, start, end, tuple(sorted(exceptions)))


parts = st.sampled_from(DayPart)
notes = st.sampled_from(["", "3号厅", "雨天顺延至6月8日", "限30人，先到先得"])
plain_shape = st.one_of(
    st.builds(PartDay, dates, parts),
    st.builds(OpenDays, dates, st.booleans()),
    st.builds(lambda month: Months(month, month, f"{month.month}月中旬"), any_months),
    st.builds(lambda when, part: replace(when, start=None, end=None, part=part), recurrences(), parts),
    st.just(YearRound(2024, "长期")),
    st.builds(lambda day, hours: Session(day, *hours), dates, hours),
    spans,
    dates.map(lambda day: Days(day, day)),
    st.tuples(any_months, any_months).map(lambda ends: Months(min(ends), max(ends))),
    any_months.map(lambda month: Months(month, month)),
    st.just(DuringCampaign(WINDOW)),
    st.builds(YearRound, years),
    recurrences(),
    st.sampled_from([Unfixed("待定"), Unfixed("时间另行通知")]),
)
every_shape = st.builds(
    lambda when, note: when if isinstance(when, Unfixed) else replace(when, note=note), plain_shape, notes
)


@given(every_shape)
def test_what_is_written_is_read_as_the_same(original):
    assert read(written(original)) == original


@given(st.lists(every_shape, min_size=1, max_size=4))
def test_a_list_of_what_is_written_is_read_as_the_same(originals):
    text = "；".join(written(one) for one in originals)
    assert schedules(text, window=WINDOW, year=None) == tuple(originals)


FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
RANGES = ["-", "\u2010", "\u2013", "—", "——", "\u2212", "~", "～", "\u301c", "至", "到", " — "]


@given(dates, st.integers(0, 27), st.sampled_from(RANGES), st.booleans())
def test_the_same_days_are_equal_in_every_spelling(first, length, dash, wide):
    last = first + timedelta(days=length)
    assume(last.year == first.year)
    window = Days(first, first)
    spellings = [
        f"{first}{dash}{last}",
        f"{first.year}-{first.month}-{first.day}{dash}{last.year}-{last.month}-{last.day}",
        f"{first.year}年{first.month}月{first.day}日{dash}{last.year}年{last.month}月{last.day}日",
        f"{first.year} 年 {first.month} 月 {first.day} 日{dash}{last.month} 月 {last.day} 日",
        f"{first.month}月{first.day}日{dash}{last.month}月{last.day}日",
        f"{first.month}月{first.day}号{dash}{last.month}月{last.day}号",
        f"{first.year}.{first.month}.{first.day}{dash}{last.month}.{last.day}",
        f"{first.month}.{first.day}{dash}{last.month}.{last.day}",
        f"{first.month:02}.{first.day:02}{dash}{last.month:02}.{last.day:02}",
    ]
    if first.month == last.month:
        spellings += [
            f"{first.month}月{first.day}日{dash}{last.day}日",
            f"{first.month}月{first.day}{dash}{last.day}日",
            f"{first.month}.{first.day}{dash}{last.day}",
            f"{first.day}日{dash}{last.day}日",
        ]
    texts = [text.translate(FULL_WIDTH) if wide else text for text in spellings]
    assert {read(text, window) for text in texts} == {Days(first, last)}


pieces = st.sampled_from(
    [
        *"0123456789年月日号时点分半周一二六天每-/.:至、，；()（）T ",
        "上午",
        "下午",
        "期间",
        "除外",
        "星期",
        "2024",
        "全年",
    ]
)
texts = st.one_of(st.text(max_size=250), st.lists(pieces, max_size=40).map("".join))


def refusals(text, window, year):
    for reader in (
        lambda: schedule(text, window=window, year=year),
        lambda: schedules(text, window=window, year=year),
        lambda: days(text, year=year),
        lambda: day(text, year=year),
    ):
        try:
            reader()
        except MomentError as refused:
            yield str(refused)


@given(texts, st.sampled_from([WINDOW, None]), st.sampled_from([2024, None]))
def test_any_text_is_read_or_refused_in_one_line(text, window, year):
    assert [refusal for refusal in refusals(text, window, year) if len(refusal.splitlines()) != 1] == []


@pytest.mark.parametrize("text", ["2024/5/25 0:00", "2024-05-25 00:00", "5月25日0:00"])
def test_the_midnight_that_a_spreadsheet_puts_behind_a_day_is_no_hour(text):
    with pytest.raises(MomentError, match="Excel 会在日期后面加上零点"):
        schedule(text, window=WINDOW, year=None)


def test_who_means_midnight_can_say_so():
    assert schedule("5月25日凌晨0:00", window=WINDOW, year=None) == Session(may(25, 25).first, time(0))


@pytest.mark.parametrize(
    "text", ["2024/5/25-5/27", "2024-05-25/05-27", "2024-05-25~05-27", "5.25日-27日", "5.25日至5.27日"]
)
def test_a_range_need_not_say_its_year_twice(text):
    assert schedule(text, window=WINDOW, year=None) == may(25, 27)
