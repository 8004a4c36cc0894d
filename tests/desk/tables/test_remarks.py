"""On what conditions one gets in."""

import pytest

from samples import campaign, catalogue
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables.remarks import (
    Conditions,
    ages_in,
    read_ages,
    read_booking,
    read_deadline,
    read_fee,
    read_remarks,
    read_seats,
)

SETTING = Setting(catalogue(campaign()), "2024-yubei")


def read(text: str) -> Conditions:
    said = Conditions()
    read_remarks(said, text, SETTING)
    said.settle()
    return said


@pytest.mark.parametrize(
    ("text", "admission"),
    [
        ("免费", {"fee": "free"}),
        ("免费参观", {"fee": "free"}),
        ("备注：全程免费。", {"fee": "free"}),
        ("需购票", {"fee": "paid"}),
        (
            "成人30元，学生15元",
            {"prices": [{"who": "成人", "price": "30元"}, {"who": "学生", "price": "15元"}], "fee": "paid"},
        ),
        ("65岁以上老人免费", {"prices": [{"who": "65岁以上老人", "price": "免费"}]}),
        ("门票30元", {"fee": "paid", "note": "门票30元"}),
        ("需预约", {"booking": "required"}),
        ("需提前预约", {"booking": "required"}),
        ("无需预约", {"booking": "none"}),
        ("自由参加", {"booking": "none"}),
        ("扫码报名", {"booking": {"note": "扫码报名"}}),
        ("提前3天预约", {"booking": {"note": "提前3天预约"}}),
        ("微信公众号“示例馆”预约", {"booking": {"wechat": ["示例馆"]}}),
        ("小程序“示例约课”报名", {"booking": {"wechat": ["小程序“示例约课”"]}}),
        ("网上预约：https://example.org/a", {"booking": {"url": "https://example.org/a"}}),
        ("预约电话：60000002", {"booking": {"phone": ["023-60000002"]}}),
        ("提前电话预约（60000002）", {"booking": {"phone": ["023-60000002"]}}),
        ("需预约，限30人", {"booking": {"capacity": "限30人"}}),
        ("报名截止：5月23日17:00", {"until": "5月23日17:00", "booking": "required"}),
        ("5.20前报名", {"until": "5.20", "booking": "required"}),
        ("1.免费", {"fee": "free"}),
        ("请于5月23日前报名", {"until": "5月23日", "booking": "required"}),
    ],
)
def test_fee_and_booking_are_read_out_of_remarks(text, admission):
    said = read(text)

    assert (said.admission, said.rest, said.whys) == (admission, [], {})


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("6岁以上", {"ages": "6岁以上"}),
        ("适合8-13岁儿童", {"ages": "8-13岁"}),
        ("请自备剪刀、画笔", {"bring": "剪刀、画笔"}),
        ("雨天顺延", {"rain": {"note": "雨天顺延"}}),
        ("英语讲解", {"language": ["en"]}),
        ("团体需提前3天预约", {"groups": {"note": "团体需提前3天预约"}}),
    ],
)
def test_what_one_must_know_is_read_out_of_remarks(text, fields):
    said = read(text)

    assert (said.fields, said.admission, said.rest, said.whys) == (fields, {}, [], {})


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("限30人", "admission", {"booking": {"capacity": "限30人"}}),
        ("可预约", "admission", {"booking": "required"}),
        ("关注“示例馆”公众号", "admission", {"booking": {"wechat": ["示例馆"]}}),
        ("小程序：示例约课", "admission", {"booking": {"wechat": ["小程序“示例约课”"]}}),
        ("仅限本校师生", "admits", "invited"),
        ("中英双语", "language", ["zh", "en"]),
    ],
)
def test_what_is_inferred_is_to_be_checked(text, field, value):
    said = read(text)

    assert (said.fields | {"admission": said.admission})[field] == value
    assert list(said.whys) == [field]


def test_what_is_no_condition_is_left():
    assert read("由张老师带队；免费").rest == ["由张老师带队"]


def test_numbers_to_ask_are_no_way_to_book():
    said = read("咨询电话：60000002")

    assert (said.calls, said.admission) == ([{"phones": ["023-60000002"]}], {})


@pytest.mark.parametrize(
    ("heading", "text", "admission"),
    [
        ("是否免费", "是", {"fee": "free"}),
        ("是否收费", "是", {"fee": "paid"}),
        ("是否收费", "否", {"fee": "free"}),
        ("费用", "免费 Free", {"fee": "free"}),
        ("费用", "0元", {"fee": "free"}),
        ("费用", "20", {"fee": "paid", "note": "20元"}),
        ("费用", "/", {}),
    ],
)
def test_a_fee_is_read_by_its_heading(heading, text, admission):
    said = Conditions()
    read_fee(said, text, heading)

    assert (said.admission, said.whys) == (admission, {})


def test_none_as_a_fee_is_to_be_checked():
    said = Conditions()
    read_fee(said, "无", "费用")

    assert (said.admission, said.whys) == ({"fee": "free"}, {"admission": "费用一格写着“无”，当作免费"})


def test_a_fee_that_is_only_yes_or_words_is_to_be_looked_at():
    yes, words = Conditions(), Conditions()
    read_fee(yes, "是", "门票")
    read_fee(words, "面议", "费用")

    assert (yes.whys, words.rest) == ({"admission": "“门票”一格只写着“是”"}, ["面议"])


@pytest.mark.parametrize(
    "text", ["预约电话：1380000", "https://example.org/a", "9-100岁以上", "限0人", "13-8岁"]
)
def test_what_no_grammar_reads_is_left(text):
    assert read(text).rest == [text]


@pytest.mark.parametrize(
    ("text", "admission"), [("是", {"booking": "required"}), ("否", {"booking": "none"}), ("/", {})]
)
def test_a_cell_says_whether_one_books(text, admission):
    said = Conditions()
    read_booking(said, text, SETTING)

    assert said.admission == admission


@pytest.mark.parametrize(
    ("heading", "text", "guessed"),
    [("名额", "30", False), ("人数", "限30人", False), ("人数", "30", True), ("名额", "约30人", True)],
)
def test_people_are_seats_only_if_somebody_says_so(heading, text, guessed):
    said = Conditions()
    read_seats(said, text, heading)

    assert (said.seats, said.is_seats_guessed) == (text, guessed)


def test_no_limit_is_no_number():
    said = Conditions()
    read_seats(said, "不限", "名额")
    read_seats(said, "每班两名", "名额")

    assert (said.seats, said.rest) == ("", ["每班两名"])


def test_ages_and_deadlines_that_nobody_reads_are_kept_as_words():
    said = Conditions()
    read_ages(said, "小学三年级以上")
    read_deadline(said, "额满为止", SETTING)
    read_deadline(said, "5月20日", SETTING)

    assert (said.rest, said.admission["until"]) == (["小学三年级以上", "报名截止：额满为止"], "5月20日")


def test_ages_may_stand_among_the_audience():
    assert [ages_in("6-12岁亲子家庭"), ages_in("市民")] == ["6-12岁", ""]


@pytest.mark.parametrize("text", ["需要" * 30 + "什么", "需要" * 300 + "什么"])
def test_words_that_never_become_a_condition_are_left_at_once(text):
    assert read(text).rest == [text]


def test_what_is_paid_for_beside_getting_in_says_nothing_of_that():
    said = read("讲解50元/场")
    free = read("免费；讲解50元/场")

    assert (said.admission, said.whys) == (
        {"note": "讲解50元/场"},
        {"admission": "“讲解50元/场”不是门票，进门要不要钱没有写"},
    )
    assert (free.admission, free.whys) == ({"fee": "free", "note": "讲解50元/场"}, {})


def test_what_stands_before_the_name_of_an_account_is_not_lost():
    said = read("每天限100人，微信公众号“示例馆”预约")
    other = read("夜场票请通过微信公众号“示例馆”预约")

    assert said.admission == {"booking": {"wechat": ["示例馆"], "capacity": "每天限100人"}}
    assert other.whys == {"admission": "“夜场票”没有写进去，请看看"}


def test_seats_of_what_needs_no_booking_are_not_booked():
    said = Conditions()
    read_seats(said, "200", "人数")
    read_remarks(said, "无需预约", SETTING)
    said.settle()

    assert (said.admission, said.whys) == (
        {"booking": "none"},
        {"admission": "写着不用预约，又写了人数“200”：人数没有写进去"},
    )
