from datetime import date, time
from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, CAMPAIGN, FILES, activity, complaints, read

from scienceweek.model.schedule import Days, DuringCampaign, Recurring, Schedule, Session, Unfixed

MAY = "可以写 2024-05-25、2024-05-25 09:30/11:00、5月25日—27日、2024-05 或 待定。"
CHECK = "请核对 rule（规律）、span（起止）和 except（除外）。"
YEARS = "最长 400 天。是不是写错了年份？真的有这么久的，请一年一年分开写。"
WINDOW = Days(date(2024, 5, 25), date(2024, 6, 1))
SATURDAYS = "rule: FREQ=WEEKLY;BYDAY=SA, span: 2024-05-01/2024-06-30"
SPAN = Days(date(2024, 5, 1), date(2024, 6, 30))


@pytest.mark.parametrize(
    ("written", "schedules"),
    [
        ("5.30", [Days(date(2024, 5, 30), date(2024, 5, 30))]),
        ("活动期间", [DuringCampaign(WINDOW)]),
        (
            "[5.25, 5.26 9:30]",
            [Days(date(2024, 5, 25), date(2024, 5, 25)), Session(date(2024, 5, 26), time(9, 30))],
        ),
        ("{unfixed: 时间根据集镇实际安排}", [Unfixed("时间根据集镇实际安排")]),
        ("[{unfixed: 另行安排}, 5.25]", [Unfixed("另行安排"), Days(date(2024, 5, 25), date(2024, 5, 25))]),
        (
            f"{{{SATURDAYS}, start: 9:00, end: 11:00, except: [5.25, 2024-05-04]}}",
            [
                Recurring(
                    *(SPAN, "FREQ=WEEKLY;BYDAY=SA", time(9), time(11), (date(2024, 5, 4), date(2024, 5, 25))),
                )
            ],
        ),
        (
            "{rule: freq=daily, span: 5月1日至6月30日, except: 5.25}",
            [Recurring(SPAN, "FREQ=DAILY", None, None, (date(2024, 5, 25),))],
        ),
        (
            "{rule: INTERVAL=2;BYDAY=SA;FREQ=WEEKLY, span: 5月1日至6月30日, start: 22:00, end: 次日2:00}",
            [Recurring(SPAN, "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", time(22), time(2))],
        ),
        (
            "{rule: FREQ=DAILY, span: 5月1日至6月30日, start: 0:00, end: 24:00}",
            [Recurring(SPAN, "FREQ=DAILY", time(0), time(0))],
        ),
    ],
)
def test_moments_are_read_in_the_light_of_the_campaign(
    tmp_path: Path, written: str, schedules: list[Schedule]
):
    catalogue = read(tmp_path, {ACTIVITIES: activity(when=written)}).catalogue

    assert list(catalogue.activities[0].when) == schedules


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("5月32日", f"5:11: 看不懂“5月32日”这个时间：2024年5月没有32日。{MAY}"),
        ("2023-02-29", f"5:11: 看不懂“2023-02-29”这个时间：2023年2月没有29日。{MAY}"),
        (
            "5月25日(星期一)",
            f"5:11: 看不懂“5月25日(星期一)”这个时间：2024年5月25日是星期六，不是星期一。{MAY}",
        ),
        ("[5.25, 五月]", f"5:18: 看不懂“五月”这个时间。{MAY}如果是通知的原话，请写 {{unfixed: 原话}}。"),
        (
            "{rule: FREQ=WEEKLY, span: 5.1-6.30}",
            "5:11: 看不懂“FREQ=WEEKLY”这个规律：FREQ=WEEKLY 要写上星期几，例如 BYDAY=SA。可以写 FREQ=WEEKLY;BYDAY=SA、FREQ=DAILY、FREQ=MONTHLY;BYDAY=1SA 或 FREQ=WEEKLY;INTERVAL=2;BYDAY=SA。",
        ),
        (f"{{{SATURDAYS}, start: 25点}}", "5:11: 没有25:00这个时刻。可以写 9:00。"),
        (f"{{{SATURDAYS}, start: 上午}}", "5:11: 看不懂“上午”这个钟点。可以写 9:00。"),
        (f"{{{SATURDAYS}, start: 24:00}}", "5:11: 24:00 是第二天的零点，开始（start）请写 凌晨0:00。"),
        (
            f"{{{SATURDAYS}, start: 11:00, end: 9:00}}",
            "5:11: 结束的时间（09:00）不晚于开始的时间（11:00）。",
        ),
        (
            f"{{{SATURDAYS}, start: 22:00, end: 2:00}}",
            "5:11: 结束的时间（02:00）不晚于开始的时间（22:00）。到第二天的，请写 end: 次日02:00。",
        ),
        (f"{{{SATURDAYS}, end: 9:00}}", "5:11: 写了结束的钟点（end），没有写开始的钟点（start）。"),
        (
            f"{{{SATURDAYS}, except: [2024-07-06]}}",
            "5:11: 除外的 2024-07-06 不在 2024-05-01 到 2024-06-30 之间。",
        ),
        ("{rule: FREQ=DAILY}", "5:11: 有规律的时间缺少“span”：起止。"),
        (
            "{rule: FREQ=WEEKLY;BYDAY=SA, span: 2024-05-27/2024-05-31}",
            f"5:11: “FREQ=WEEKLY;BYDAY=SA”这个规律，从 2024-05-27 到 2024-05-31 一次也没有。{CHECK}",
        ),
        (
            "{rule: FREQ=MONTHLY;BYMONTHDAY=31, span: 2024-06-01/2024-06-30}",
            f"5:11: “FREQ=MONTHLY;BYMONTHDAY=31”这个规律，从 2024-06-01 到 2024-06-30 一次也没有。{CHECK}",
        ),
        (
            "{rule: FREQ=WEEKLY;BYDAY=SA, span: 5.22-6.1, except: [5.25, 6.1]}",
            f"5:11: “FREQ=WEEKLY;BYDAY=SA”这个规律，除外以后一次也不剩。{CHECK}",
        ),
        (
            f"{{{SATURDAYS}, except: 2024-05-26}}",
            f"5:11: “FREQ=WEEKLY;BYDAY=SA”这个规律，2024-05-26 本来就没有，不用除外。{CHECK}",
        ),
        ("[]", "5:11: “when”（时间）是空的。请填上；还没有定的，请写 待定。"),
        ("[null]", "5:12: “when”（时间）里有一项是空的。请填上，或删去。"),
        ('[5.25, ""]', "5:18: “when”（时间）是空的。请填上，或删去这一项。"),
        ("null", "5:11: “when”（时间）是空的。请填上。"),
        ("2024-05-25/2042-06-01", f"5:11: 从 2024-05-25 到 2042-06-01 有 6582 天，{YEARS}"),
        ("2024-05/2042-05", f"5:11: 从 2024-05-01 到 2042-05-31 有 6605 天，{YEARS}"),
        ("2024-05-25至2042-05-25每天", f"5:11: 从 2024-05-25 到 2042-05-25 有 6575 天，{YEARS}"),
        (
            "{rule: FREQ=DAILY, span: 2024-05-25/2042-05-25}",
            f"5:11: 从 2024-05-25 到 2042-05-25 有 6575 天，{YEARS}",
        ),
    ],
)
def test_what_is_no_moment_is_told_where_it_stands(tmp_path: Path, written: str, message: str):
    assert complaints(tmp_path, {ACTIVITIES: activity(when=written)}) == [f"{ACTIVITIES}:{message}"]


@pytest.mark.parametrize(
    ("written", "column"), [("5.25、5.25", 11), ("5月25日9:30、9:30", 11), ("[5.25, 5月25日]", 18)]
)
def test_a_time_stands_once(tmp_path: Path, written: str, column: int):
    assert complaints(tmp_path, {ACTIVITIES: activity(when=written)}) == [
        f"{ACTIVITIES}:5:{column}: 同一个时间写了两次，会当作两场。请只留一个。"
    ]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("5月25日起为期0天", f"看不懂“5月25日起为期0天”这个时间：至少有一天。{MAY}"),
        ("5月25日起为期500天", f"从 2024-05-25 到 2025-10-06 有 500 天，{YEARS}"),
    ],
)
def test_what_lasts_lasts_for_some_days_and_not_for_years(tmp_path: Path, written: str, told: str):
    assert complaints(tmp_path, {ACTIVITIES: activity(when=written)}) == [f"{ACTIVITIES}:5:11: {told}"]


def test_a_window_needs_its_year(tmp_path: Path):
    files = {CAMPAIGN: FILES[CAMPAIGN].replace("2024年5月25日", "5月25日")}

    assert [line.split("：")[0] for line in complaints(tmp_path, files)] == [
        "data/campaigns/2024-yubei.yaml:5:7: 看不懂“5月25日至6月1日”这个时间"
    ]


def test_a_deadline_takes_the_year_of_its_campaign(tmp_path: Path):
    files = {CAMPAIGN: FILES[CAMPAIGN] + "deadlines: [{when: 6月4日前, what: 报送总结, to: 区科技局}]\n"}

    assert read(tmp_path, files).catalogue.campaigns[0].deadlines[0].when == date(2024, 6, 4)


def test_a_day_of_record_needs_its_year(tmp_path: Path):
    assert complaints(tmp_path, {ACTIVITIES: activity(updated="5.30")}) == [
        f"{ACTIVITIES}:6:14: 看不懂“5.30”这个时间：没有写年份，也不知道是哪一年的活动。可以写 2024-05-31 或 2024年5月31日。"
    ]


def test_a_campaign_lasts_no_longer_than_a_year(tmp_path: Path):
    files = {CAMPAIGN: FILES[CAMPAIGN].replace("2024年5月25日至6月1日", "2024-05-25/2042-06-01")}

    assert complaints(tmp_path, files) == [f"{CAMPAIGN}:5:7: 从 2024-05-25 到 2042-06-01 有 6582 天，{YEARS}"]


def test_an_opening_has_some_time_and_falls_on_some_day(tmp_path: Path):
    never = "{rule: FREQ=WEEKLY;BYDAY=SU, span: 2024-05-27/2024-05-31}"
    told = [
        complaints(tmp_path, {BASES: FILES[BASES].replace("when: 5.31", f"when: {when}")})
        for when in ("[]", never, "2024-05-25/2042-06-01")
    ]

    assert told == [
        [f"{BASES}:9:53: “when”（时间）是空的。请填上；还没有定的，请写 待定。"],
        [f"{BASES}:9:53: “FREQ=WEEKLY;BYDAY=SU”这个规律，从 2024-05-27 到 2024-05-31 一次也没有。{CHECK}"],
        [f"{BASES}:9:53: 从 2024-05-25 到 2042-06-01 有 6582 天，{YEARS}"],
    ]
