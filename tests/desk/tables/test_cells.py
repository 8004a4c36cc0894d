"""What stands in one cell."""

import pytest

from scienceweek.desk.tables.cells import apart, is_blank, line, people, roles, units
from scienceweek.model.organisation import Role


@pytest.mark.parametrize("text", ["未写明", "不对外公布", "", " ", "/", "——", "无", "暂无", "N/A"])
def test_a_dash_says_nothing(text):
    assert is_blank(text)


def test_chinese_goes_on_where_it_was_broken():
    assert [line("科普\n讲座"), line("Science\nShow"), line(" 甲 \n 乙 ")] == [
        "科普讲座",
        "Science Show",
        "甲乙",
    ]


def test_nothing_is_cut_in_quotes_or_brackets():
    assert apart("甲（乙、丙）、“丁、戊”、己", "、") == ("甲（乙、丙）", "“丁、戊”", "己")


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("区科协、区教委", ("区科协", "区教委"), ""),
        ("区科协\n区教委", ("区科协", "区教委"), ""),
        ("区科协 区教委", ("区科协", "区教委"), ""),
        ("国家发展和改革委员会", ("国家发展和改革委员会",), ""),
        ("市高等教育研究会", ("市高等教育研究会",), ""),
        ("市科技局等15个部门", ("市科技局",), "后面还有“等”，没有写是哪些单位"),
        ("区科协、区教委等", ("区科协", "区教委"), "后面还有“等”，没有写是哪些单位"),
        ("长" * 41, ("长" * 41,), "太长，不像一个单位的名称"),
    ],
)
def test_units_stand_in_a_list(text, found, why):
    assert units(text) == (found, why)


def test_who_does_what_may_be_said_in_the_cell():
    said = "主办单位：区科技局；承办单位：区科协、区教委\n协办：各街镇"

    assert roles(said, Role.RESPONSIBLE) == (
        {"host": ["区科技局"], "co-host": ["区科协", "区教委"], "support": ["各街镇"]},
        "",
    )
    assert roles("区科协（主办）、区教委（承办单位）、区文旅委", Role.SUPPORT) == (
        {"host": ["区科协"], "co-host": ["区教委"], "support": ["区文旅委"]},
        "",
    )
    assert roles("区科协", Role.HOST) == ({"host": ["区科协"]}, "")


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("张三", [{"name": "张三", "role": "主讲人"}], ""),
        ("张 三", [{"name": "张三", "role": "主讲人"}], ""),
        ("张三（大学教授）", [{"name": "张三", "role": "主讲人", "of": "大学教授"}], ""),
        (
            "张三 教授、李四",
            [{"name": "张三", "role": "主讲人", "of": "教授"}, {"name": "李四", "role": "主讲人"}],
            "",
        ),
        ("天文馆的老师们", [{"name": "天文馆的老师们", "role": "主讲人"}], "姓名和身份没有分开"),
    ],
)
def test_people_have_a_name_and_what_they_are(text, found, why):
    assert people(text, "主讲人") == (found, why)
