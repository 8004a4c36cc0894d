"""Where."""

import pytest

from samples import base, catalogue, venue
from scienceweek.desk.tables.places import Places, where

KNOWN = Places.of(catalogue(base(), venue(name="创客港", aliases=("市主会场（创客港）",))))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("基地", {"base": "甲馆"}),
        ("本馆", {"base": "甲馆"}),
        ("甲馆", {"base": "甲馆"}),
        ("馆内三楼", {"base": "甲馆", "room": "三楼"}),
        ("甲馆二楼报告厅", {"base": "甲馆", "room": "二楼报告厅"}),
        ("创客港", {"venue": "创客港"}),
        ("市主会场（创客港）", {"venue": "市主会场（创客港）", "words": "市主会场（创客港）"}),
        ("重庆市气象科普馆", {"base": "重庆市气象科普馆"}),
        ("龙山小学", {"place": "龙山小学"}),
        ("文化馆（某路23号）", {"place": "文化馆", "address": "某路23号"}),
        ("龙山小学、龙塔小学", [{"place": "龙山小学"}, {"place": "龙塔小学"}]),
        ("全区各中小学", {"area": "全区各中小学"}),
        ("各街镇", {"area": "各街镇"}),
        ("线上", {"online": "unknown"}),
        ("线上（腾讯会议）", {"online": "unknown", "platform": "腾讯会议"}),
        ("抖音直播间", {"online": "unknown", "platform": "抖音"}),
        ("“示例科普”公众号", {"online": "unknown", "platform": "公众号", "account": "示例科普"}),
        ("待定", None),
        ("/", None),
        ("详见附件2", None),
    ],
)
def test_a_place_is_read_as_what_it_is(text, found):
    assert where(text, "甲馆", KNOWN) == (found, "")


def test_a_room_alone_is_in_the_base_and_to_be_checked():
    assert where("三楼报告厅", "甲馆", KNOWN) == (
        {"base": "甲馆", "room": "三楼报告厅"},
        "只写了房间，是按在基地读的",
    )


def test_a_tentative_place_is_to_be_checked():
    assert where("市民广场（暂定）", "", KNOWN) == ({"place": "市民广场"}, "写着“暂定”，地点也许会变")


def test_within_nobody_says_what_is_to_be_checked():
    assert where("馆内", "", KNOWN) == ({"place": "馆内"}, "没有写是哪家的")


def test_a_base_of_the_document_is_known():
    assert where("乙馆", "", KNOWN.with_bases(["乙馆"])) == ({"base": "乙馆"}, "")


def test_several_lines_are_several_places_or_one_and_to_be_checked():
    assert where("龙山小学\n龙塔小学", "", KNOWN) == (
        [{"place": "龙山小学"}, {"place": "龙塔小学"}],
        "写在几行里，是当作几个地点读的",
    )
    assert where("龙山小学\n操场东侧", "", KNOWN) == (
        {"place": "龙山小学操场东侧"},
        "写在几行里，是连起来读的",
    )


SEVERAL = "写着几个地点，是分开读的，请看看"


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("县一中、县二中", ["县一中", "县二中"], SEVERAL),
        ("县一中 县二中", ["县一中", "县二中"], SEVERAL),
        ("一中和二中", ["一中", "二中"], SEVERAL),
        ("文化馆，图书馆", ["文化馆", "图书馆"], SEVERAL),
        ("文化馆/图书馆", ["文化馆", "图书馆"], SEVERAL),
        ("工业大学南校区、北校区", ["工业大学南校区", "北校区"], SEVERAL),
        ("广场（主会场）、龙山小学（分会场）", ["广场（主会场）", "龙山小学（分会场）"], SEVERAL),
        ("文化馆或图书馆", ["文化馆或图书馆"], "写着“或”，还没有定是哪里"),
        (
            "报告厅（如遇雨改在体育馆）",
            ["报告厅（如遇雨改在体育馆）"],
            "括号里写着“如遇雨改在体育馆”，请看看是不是地点",
        ),
        ("乙镇（甲村、丙村）", ["乙镇（甲村、丙村）"], "括号里写着“甲村、丙村”，请看看是不是地点"),
        ("龙山小学等10所学校", ["龙山小学等10所学校"], "除了地点还写着别的，请看看"),
        ("文化馆 电话60000002", ["文化馆 电话60000002"], "除了地点还写着别的，请看看"),
        ("青少年宫3楼、4楼", ["青少年宫3楼、4楼"], ""),
        ("人民医院（门诊楼前）", ["人民医院（门诊楼前）"], ""),
        ("和平广场", ["和平广场"], ""),
    ],
)
def test_a_cell_that_says_more_than_one_place_is_to_be_checked(text, found, why):
    told = [{"place": one} for one in found]

    assert where(text, "", KNOWN) == (told if len(told) > 1 else told[0], why)


def test_a_place_among_whole_areas_is_to_be_checked():
    assert where("各街道、社区", "", KNOWN) == ({"area": "各街道、社区"}, "")
    assert where("各街道、县文化馆", "", KNOWN)[1] == "除了“各”，还写着别的地点"
