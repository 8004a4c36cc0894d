"""The cell in which a base has written all that it does."""

import pytest

from scienceweek.desk.setting import Setting
from scienceweek.desk.tables.programme import ProgrammeItem, items

SETTING = Setting(year=2024)


def short(text: str) -> list[tuple[str, str, str]]:
    return [(one.when, one.place, one.title) for one in items(text, SETTING)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5.21在新牌坊小学开展“气象+”活动；", [("5.21", "新牌坊小学", "气象+")]),
        ("5.25在基地开展“实验室开放日”活动。", [("5.25", "基地", "实验室开放日")]),
        ("5.30在设计研究院召开团体标准培训会。", [("5.30", "设计研究院", "团体标准培训会")]),
        ("5.23在县城“七一”广场举办“科技赶集”活动", [("5.23", "县城“七一”广场", "科技赶集")]),
        ("9月中旬 在图书馆 “云上”展览", [("9月中旬", "图书馆", "“云上”展览")]),
        ("1.5.21开展A展览；2.5.23开展B展览", [("5.21", "", "A展览"), ("5.23", "", "B展览")]),
        ("（一）5.20开展“甲；乙”活动", [("5.20", "", "甲；乙")]),
        ("5.25-27日举办甲讲座，27日开展乙活动", [("5.25-27日", "", "甲讲座"), ("5月27日", "", "乙活动")]),
        ("科普展览", [("", "", "科普展览")]),
        ("科普讲座（5月20日，馆内三楼）", [("5月20日", "馆内三楼", "科普讲座")]),
        ("1.气象科普展，5月20日—27日，一楼展厅", [("5月20日—27日", "一楼展厅", "气象科普展")]),
        ("科普讲座将于5月22日上午9:00在报告厅举行", [("5月22日上午9:00", "报告厅", "科普讲座")]),
        ("“甲”讲座拟定于5月22日举行", [("5月22日", "", "“甲”讲座")]),
        ("活动期间每天开展科学秀", [("活动期间每天", "", "科学秀")]),
        ("6月每周六9:00开展“丁”活动", [("6月每周六9:00", "", "丁")]),
        ("时间待定，开展“丁”活动", [("时间待定", "", "丁")]),
        (f"{chr(0xFF15)}{chr(0xFF0E)}20开展“丁”活动", [("5.20", "", "丁")]),
        (
            "5月20日9:00—11:00讲座，下午14:00—16:00手工",
            [("5月20日9:00—11:00", "", "讲座"), ("5月20日 下午14:00—16:00", "", "手工")],
        ),
        ("5.20举办甲、5.21举办乙", [("5.20", "", "甲"), ("5.21", "", "乙")]),
    ],
)
def test_each_item_has_its_time_its_place_and_its_name(text, found):
    assert short(text) == found


def test_doors_that_are_open_are_no_activity():
    (opening,) = items("5.31场馆免费开放（其他时间预约开放）。", SETTING)

    assert opening == ProgrammeItem(
        "5.31场馆免费开放（其他时间预约开放）",
        when="5.31",
        note="其他时间预约开放",
        is_opening=True,
        is_free=True,
        said="场馆免费开放（其他时间预约开放）",
    )


def test_what_follows_a_dash_is_the_second_half_of_a_name():
    (item,) = items("5.25开展“健康伴你同行——儿童专场”活动", SETTING)

    assert (item.title, item.subtitle, item.is_named) == ("健康伴你同行", "儿童专场", True)


def test_what_stands_in_brackets_at_the_end_may_say_that_nobody_knows_when():
    (item,) = items("工业科技实践活动（立人小学，时间未定）。", SETTING)

    assert (item.title, item.when, item.place, item.is_place_guessed) == (
        "工业科技实践活动",
        "时间未定",
        "立人小学",
        True,
    )


def test_conditions_belong_to_the_item_before_them():
    (item,) = items("5月20日球幕电影，票价30元/人，限50人；需预约", SETTING)

    assert (item.title, item.note) == ("球幕电影", "票价30元/人，限50人，需预约")


def test_an_opening_may_be_told_after_its_place_or_before_its_day():
    first, second = items("5.23在一楼展厅免费开放；全馆免费开放（5.24，南门）", SETTING)

    assert (first.is_opening, first.place, first.is_free) == (True, "一楼展厅", True)
    assert (second.is_opening, second.when, second.is_free, second.title) == (True, "5.24", True, "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("5.20开展“甲”活动", ""),
        ("5.20召开培训会", ""),
        ("5.20组织参观", "名称没有引号"),
        ("5.20开展讲座、展览等", "名称没有引号"),
        ("5.20讲座", "名称没有引号"),
    ],
)
def test_a_name_is_sure_in_quotes_or_behind_a_verb(text, why):
    assert [item.why for item in items(text, SETTING)] == [why]
