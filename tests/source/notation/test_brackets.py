from dataclasses import replace
from datetime import date, time

import pytest

from samples import WINDOW, may, session
from scienceweek.model.schedule import (
    DayPart,
    DuringCampaign,
    Month,
    Months,
    OpenDays,
    PartDay,
    Recurring,
    Schedule,
    Session,
    Unfixed,
    YearRound,
)
from scienceweek.source.notation.moments import MomentError, schedules

TUESDAY_TO_SUNDAY = "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU"


def read(text: str) -> tuple[Schedule, ...]:
    return schedules(text, window=WINDOW, year=None)


def noted(note: str, day: int = 25, start: str = "09:30", end: str = "11:00") -> Session:
    return replace(session(day, start, end), note=note)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月25日9:30—11:00（雨天顺延至6月1日）", (noted("雨天顺延至6月1日"),)),
        ("5月25日9:30—11:00（3号厅）", (noted("3号厅"),)),
        ("5月25日9:30—11:00（9：00开始签到）", (noted("9：00开始签到"),)),
        ("5月25日9:30—11:00【限30人】", (noted("限30人"),)),
        ("5月25日9:30—11:00（1号厅）（限30人）", (noted("1号厅，限30人"),)),
        ("5月25日9:30—11:00，每场限30人", (noted("每场限30人"),)),
        ("5月25日（周六，农历四月十八）9:30—11:00", (noted("农历四月十八"),)),
        ("5月25日（科技周启动日）9:30—11:00", (noted("科技周启动日"),)),
        ("5月25日9:30左右", (noted("左右", end=""),)),
        (
            "5月25日9:30（上午场）、14:00（下午场）",
            (noted("上午场", end=""), noted("下午场", start="14:00", end="")),
        ),
        (
            "5月25日9:30（1号厅）、26日14:00（2号厅）",
            (noted("1号厅", end=""), noted("2号厅", 26, "14:00", "")),
        ),
        (
            "5月25日9:30、14:00（雨天顺延）",
            (noted("雨天顺延", end=""), noted("雨天顺延", start="14:00", end="")),
        ),
        (
            "5月25日9:30、14:00（13:30签到）",
            (session(25, "09:30", ""), noted("13:30签到", start="14:00", end="")),
        ),
        ("5月25日上午（限30人）", (PartDay(date(2024, 5, 25), DayPart.MORNING, "限30人"),)),
        ("5月25日（六）9:30", (session(25, "09:30", ""),)),
        ("5月25日（雨天顺延）", (replace(may(25), note="雨天顺延"),)),
        ("5月25日起（周末除外另行通知场次）", ()),
        ("5月25日起（限团体）", (OpenDays(date(2024, 5, 25), begins=True, note="限团体"),)),
        ("5月（各街镇自定）", (Months(Month(2024, 5), Month(2024, 5), note="各街镇自定"),)),
        ("活动期间（需要预约）", (DuringCampaign(WINDOW, "需要预约"),)),
        ("全年（需要预约）", (YearRound(2024, note="需要预约"),)),
        ("待定（五月）", (Unfixed("待定（五月）"),)),
    ],
)
def test_a_clause_in_brackets_is_kept_as_it_was_written(text: str, expected: tuple[Schedule, ...]):
    if expected:
        assert read(text) == expected
    else:
        with pytest.raises(MomentError):
            read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月25日（上午9:30—11:00）", (session(25),)),
        ("5月25日（9:30—11:00，14:00—15:30）", (session(25), session(25, "14:00", "15:30"))),
        ("5月25日—26日（周六、周日）", (may(25, 26),)),
        ("5月25日—26日（周六至周日）", (may(25, 26),)),
        ("5月25日—26日（周末）", (may(25, 26),)),
        ("5月25日—26日（两天）", (may(25, 26),)),
        ("5月25日、26日（共2天）", (may(25), may(26))),
    ],
)
def test_what_only_says_the_same_again_is_checked_and_dropped(text: str, expected: tuple[Schedule, ...]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5月25日9:30（14:00加演）", "括号里的“14:00加演”也像一个时间；是另一场，请用；隔开，写上哪天、几点"),
        ("5月25日9:30（5月26日加演）", "括号里的“5月26日加演”也像一个时间"),
        ("5月25日9:30（26号加演）", "括号里的“26号加演”也像一个时间"),
        ("5月25日（5.26）", "括号里的“5.26”也像一个时间"),
        ("5月25日—26日（三天）", "括号里写了三天，日期却有2天，请核对"),
        ("5月25日—26日（周五、周六）", "括号里的“周五、周六”和日期对不上，请核对"),
        ("5月25日（日）9:00", "2024年5月25日是星期六，不是星期日"),
        ("5月25日—26日（五、六）", "括号里的“五、六”和日期对不上，请核对"),
        ("5月25日（暂定）", "日子还没有定"),
        ("5月25日（周日）", "是星期六，不是星期日"),
        ("5月25日9:30（—）", "括号里的说明最长 60 个字"),
        (f"5月25日9:30（{'请' * 61}）", "括号里的说明最长 60 个字"),
        ("5月25日9:30（周一闭馆）、14:00", "要先写“每天”"),
        ("5月25日9:30（周一闭馆）", "要先写“每天”"),
        ("5月（周一闭馆）", "要先写“每天”"),
        ("每天（5月26日、某日除外）", "看不懂除外的“某日”"),
    ],
)
def test_a_bracket_hides_no_other_time(text: str, reason: str):
    with pytest.raises(MomentError, match=reason):
        read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每天9:00—17:00（周一闭馆）", (Recurring(WINDOW, TUESDAY_TO_SUNDAY, time(9), time(17)),)),
        ("周一闭馆", (Recurring(WINDOW, TUESDAY_TO_SUNDAY),)),
        ("每周一闭馆", (Recurring(WINDOW, TUESDAY_TO_SUNDAY),)),
        (
            "5月25日—6月1日9:00—17:00（周一闭馆）",
            (Recurring(WINDOW, TUESDAY_TO_SUNDAY, time(9), time(17)),),
        ),
        ("5月25日—6月1日（周一闭馆）", (Recurring(WINDOW, TUESDAY_TO_SUNDAY),)),
        (
            "5月25日—6月1日（5月27日除外）",
            (Recurring(WINDOW, "FREQ=DAILY", exceptions=(date(2024, 5, 27),)),),
        ),
        (
            "每周二至周日（9:00—16:30，16:00停止入场）",
            (Recurring(WINDOW, TUESDAY_TO_SUNDAY, time(9), time(16, 30), note="16:00停止入场"),),
        ),
        ("5月25日—6月1日（每天9:00—17:00）", (Recurring(WINDOW, "FREQ=DAILY", time(9), time(17)),)),
        (
            "5月25日—6月1日（工作日）",
            (Recurring(WINDOW, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", note="工作日"),),
        ),
        ("节假日除外", (Recurring(WINDOW, "FREQ=DAILY", note="节假日除外"),)),
        (
            "每天9:00—17:00（周一闭馆，法定节假日除外）",
            (Recurring(WINDOW, TUESDAY_TO_SUNDAY, time(9), time(17), note="法定节假日除外"),),
        ),
        (
            "每天9:00—17:00（周一及节假日除外）",
            (Recurring(WINDOW, TUESDAY_TO_SUNDAY, time(9), time(17), note="周一及节假日除外"),),
        ),
        (
            "周二至周日9:00—16:30（16:00停止入场）",
            (Recurring(WINDOW, TUESDAY_TO_SUNDAY, time(9), time(16, 30), note="16:00停止入场"),),
        ),
        (
            "周二至周日9:00—16:30，16:00停止入场",
            (Recurring(WINDOW, TUESDAY_TO_SUNDAY, time(9), time(16, 30), note="16:00停止入场"),),
        ),
        (
            "每天上午9:00—11:30，下午14:00—17:00（周一闭馆）",
            (
                Recurring(WINDOW, TUESDAY_TO_SUNDAY, time(9), time(11, 30)),
                Recurring(WINDOW, TUESDAY_TO_SUNDAY, time(14), time(17)),
            ),
        ),
    ],
)
def test_days_that_are_left_out_are_left_out_and_holidays_are_said(text: str, expected: tuple[Schedule, ...]):
    assert read(text) == expected
