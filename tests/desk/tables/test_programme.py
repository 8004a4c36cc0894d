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
