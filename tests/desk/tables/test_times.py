"""When, out of one cell or several."""

import pytest

from samples import campaign, catalogue
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables.times import ToldTime, joined, moment, only_hours, year_of

IN_CAMPAIGN = Setting(catalogue(campaign()), "2024-yubei")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("5月25日（周六）9:00—11:00", ToldTime("5月25日（周六）9:00—11:00")),
        ("5.25\n9:00-11:00", ToldTime("5.25 9:00-11:00")),
        ("5月25日9:00\n5月26日14:00", ToldTime("5月25日9:00；5月26日14:00")),
        ("5月25日 25 May", ToldTime("5月25日")),
        ("时间待定", ToldTime("时间待定")),
        ("", ToldTime("待定", "没有写时间")),
        ("拟5月25日", ToldTime("5月25日", "写着“拟”“暂定”，日子也许会变")),
        ("5.2", ToldTime("5.2", "可能是 Excel 丢了末尾的 0（5.2 也许是 5.20）")),
        ("5月25日—6月1日每天9:00—11:00", ToldTime("5月25日—6月1日每天9:00—11:00")),
        ("活动期间每天9:00", ToldTime("活动期间每天9:00")),
        ("每周六9:00-11:00", ToldTime("每周六9:00-11:00", "没有写从哪天到哪天，是按活动周期间读的")),
        ("5.2日", ToldTime("5.2日")),
        ("11月3日", ToldTime("11月3日", "离活动周的日子很远")),
        (
            "5月25日（周日）",
            ToldTime({"unfixed": "5月25日（周日）"}, "看不懂这个时间：2024年5月25日是星期六，不是星期日"),
        ),
        ("看天气", ToldTime({"unfixed": "看天气"}, "看不懂这个时间")),
    ],
)
def test_a_time_is_sure_if_the_grammar_reads_it_near_its_campaign(text, told):
    assert moment(text, IN_CAMPAIGN) == told


def test_without_a_year_or_a_period_nothing_is_sure():
    assert moment("5月25日（周六）", Setting()) == ToldTime("5月25日（周六）", "不知道是哪一年")
    assert moment("2024年5月25日", Setting()) == ToldTime("2024年5月25日")
    assert moment("每周六9:00", Setting(year=2024)) == ToldTime(
        {"unfixed": "每周六9:00"}, "没有写从哪天到哪天"
    )


def test_another_year_than_that_of_the_campaign_is_told():
    setting = Setting(catalogue(campaign()), "2024-yubei", year=2025)

    assert moment("2024年5月25日", setting).why == ""
    assert moment("5月25日", setting).why == "离活动周的日子很远"


@pytest.mark.parametrize(
    ("day", "hours", "told"),
    [
        ("5月25日", "9:00-11:00", ToldTime("5月25日 9:00-11:00")),
        ("5月25日", "9:00-10:00\n14:00-15:00", ToldTime("5月25日 9:00-10:00、14:00-15:00")),
        ("5月25日", "上午", ToldTime("5月25日 上午")),
        ("5月25日", "/", ToldTime("5月25日")),
        ("", "5月25日", ToldTime("5月25日")),
        (
            "5月25日—27日",
            "9:00",
            ToldTime("5月25日—27日每天9:00", "好几天只写了一次钟点，是按每天都是这个钟点读的"),
        ),
    ],
)
def test_a_day_and_its_hours_are_put_together(day, hours, told):
    assert joined(day, hours, IN_CAMPAIGN) == told


def test_hours_are_no_day():
    assert [only_hours(text) for text in ("9:00-11:00", "上午", "5月25日9:00", "每周六9:00")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_title_names_the_year_if_it_is_one():
    assert [year_of(["2024年活动"]), year_of(["2023年认定", "2024年活动"]), year_of(["活动"])] == [
        2024,
        None,
        None,
    ]
