"""A value goes into a cell and comes out of it as it was."""

import pytest

from scienceweek.desk.sheets.cells import CellError, read, said, shape
from scienceweek.desk.sheets.names import Names
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.place import BaseRecord

NAMES = Names(
    {
        "bases": {"museum": "气象馆"},
        "venues": {"hall": "主会场（hall）", "other": "主会场（other）"},
        "campaigns": {"week": "2024年活动周"},
        "kinds": {"lecture": "讲座"},
        "audiences": {"public": "公众", "youth": "青少年"},
    }
)
ROWS = [
    (ActivityRecord, "title", "甲；乙：丙、丁", "甲；乙：丙、丁"),
    (ActivityRecord, "description", "一\n\n二", "一\n\n二"),
    (ActivityRecord, "kind", "lecture", "讲座"),
    (ActivityRecord, "status", "cancelled", "取消"),
    (ActivityRecord, "audience", ["public", "youth"], "公众、青少年"),
    (ActivityRecord, "when", "5.25-27", "5.25-27"),
    (ActivityRecord, "when", ["5.25", {"unfixed": "赶集天"}], "5.25\n时间未定：赶集天"),
    (ActivityRecord, "where", {"place": "第一小学"}, "第一小学"),
    (ActivityRecord, "where", {"base": "museum"}, "气象馆"),
    (ActivityRecord, "where", {"base": "museum", "room": "三楼；左"}, "基地：气象馆；房间：「三楼；左」"),
    (ActivityRecord, "where", {"area": ["甲镇", "乙镇"]}, "范围：甲镇、乙镇"),
    (
        ActivityRecord,
        "organisers",
        {"host": ["甲局", "乙、丙两局"], "lead": ["丁"]},
        "主办单位：甲局、「乙、丙两局」\n牵头单位：丁",
    ),
    (
        ActivityRecord,
        "sessions",
        [
            {
                "when": ["5.25 9:00", "5.26 9:00"],
                "for": "团体",
                "booking": {"until": "5.24", "note": "甲；乙"},
            },
            {"when": "5.27", "booking": "none"},
        ],
        (
            "时间：5.25 9:00、5.26 9:00；对象：团体；预约：「预约截止：5.24；说明：「甲；乙」」\n"
            "时间：5.27；预约：不用预约"
        ),
    ),
    (
        BaseRecord,
        "contacts",
        [{"name": "甲", "phones": ["023-60000001", "023-60000002"], "show": "public", "basis": "week"}],
        "姓名：甲；电话：023-60000001、023-60000002；公开范围：公开；公开依据：2024年活动周",
    ),
    (
        BaseRecord,
        "hours",
        ["周二至周日 9:00—17:00", "「夜场」周六"],
        "周二至周日 9:00—17:00\n「「夜场」周六」",
    ),
    (BaseRecord, "groups", "20—60人", "20—60人"),
    (BaseRecord, "groups", {"taken": "false", "note": "暂停"}, "接待：否；说明：暂停"),
]


@pytest.mark.parametrize(("kind", "key", "value", "cell"), ROWS)
def test_a_value_is_a_text_and_the_text_the_value(kind, key, value, cell):
    of = shape(kind, key)

    assert said(value, of, NAMES) == cell
    assert _written(read(cell, of, NAMES)) == value


def _written(value):
    """As the file has it: a flag is its word."""
    if isinstance(value, dict):
        return {key: _written(one) for key, one in value.items()}
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else value


@pytest.mark.parametrize(
    ("key", "cell", "message"),
    [
        ("kind", "讲", "没有“讲”，或者不止一个。可以写 讲座。"),
        ("audience", "公众、老人", "没有“老人”，或者不止一个。可以写 公众、青少年。"),
        ("base", "主会场", "没有“主会场”，或者不止一个。可以写 气象馆。"),
        (
            "where",
            "场地：主会场",
            "没有“主会场”，或者不止一个。可以写 主会场（hall）、主会场（other）。",
        ),
        ("where", "基地：「气象馆", "「和」要成对。"),
        ("where", "地点：甲；地点：乙", "“地点”写了两次。"),
        (
            "rain",
            "说明：改期；在哪：乙",
            "看不懂“在哪：乙”。每一项写成“名称：内容”，名称可以是 时间、地点、说明。",
        ),
        ("stages", "名称：决赛；到场：也许", "这一格写“是”或“否”，不能写“也许”。"),
    ],
)
def test_what_cannot_be_read_says_what_would_do(key, cell, message):
    with pytest.raises(CellError) as error:
        read(cell, shape(ActivityRecord, key), NAMES)

    assert str(error.value) == message


def test_roles_and_words_that_are_not_known_are_told_with_those_that_are():
    with pytest.raises(
        CellError, match=r"^“甲局”前面要写角色和冒号，例如 主办单位：甲、乙。角色有 发文单位、"
    ):
        read("甲局", shape(ActivityRecord, "organisers"), NAMES)
    with pytest.raises(CellError, match=r"^没有“也许”这个写法，可以写 "):
        read("也许", shape(ActivityRecord, "status"), NAMES)


def test_of_many_names_none_is_told():
    names = Names({"bases": {f"base-{number}": f"基地{number}" for number in range(31)}})

    with pytest.raises(CellError, match=r"^没有“馆”。请照已有的名称写全，或从下拉的名单里选。$"):
        read("馆", shape(ActivityRecord, "base"), names)


def test_an_empty_cell_says_nothing():
    empty = [read("  ", shape(ActivityRecord, key), NAMES) for key in ("title", "when", "organisers")]

    assert empty == [None, None, None]
    assert said(None, shape(ActivityRecord, "title"), NAMES) == ""
