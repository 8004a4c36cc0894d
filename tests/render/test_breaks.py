import pytest

from scienceweek.render.breaks import is_meant
from scienceweek.render.prose import markdown


@pytest.mark.parametrize(
    "text",
    [
        "1.甲\n2.乙",
        "1、甲\n2、乙",
        "1．甲\n2．乙",
        "①甲\n②乙",
        "（1）甲\n（2）乙",
        "(1)甲\n(2)乙",
        "1）甲\n2）乙",
        "一、甲\n二、乙",
        "（一）甲\n（二）乙",
        "第一，甲\n第二，乙",
        "第一条 甲\n第二条 乙",
        "•甲\n•乙",
        "-甲\n-乙",
        "—甲\n—乙",
        "*注：甲\n*注：乙",
        "甲\n: 乙",
        "时间：5月22日\n地点：示例广场",
        "联系人：张老师、李老师，电话：023-60000000转801\n地　址：示例路1号",
        "渝北区科技局\n2027年5月1日",
        "工作到此结束。\n下一步是总结",
        "请问谁能参加？\n都能",
        "包括：\n甲乙丙",
        "关于举办二〇二七年渝北区科技活动周系列活动的通知\n各镇街党委政府，区级有关部门，各科普教育基地，各中小学校和幼儿园：",
        "－ 甲\n－ 乙",
        "A. 甲\nB. 乙",
        "1.1 甲\n1.2 乙",
        "㈠甲\n㈡乙",
        "\u2160、甲\n\u2161、乙",
        "第1步：甲\n第2步：乙",
    ],
)
def test_a_break_that_was_made_on_purpose_is_drawn(text):
    assert markdown(text) == f"<p>{text}</p>".replace("\n", "<br>\n")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("第一行，\n第二行", "第一行，第二行"),
        ("现就举办二〇二七年渝北区科技活动周的有关事项通知如下请各有关单\n位遵照执行", "现就举办二〇二七年渝北区科技活动周的有关事项通知如下请各有关单位遵照执行"),
        ("甲、\n乙", "甲、乙"),
        ("one\ntwo", "one\ntwo"),
        ("**甲**\n乙", "<strong>甲</strong>乙"),
        ("甲  \n乙", "甲<br>\n乙"),
        ("甲\\\n乙", "甲<br>\n乙"),
    ],
)  # fmt: skip
def test_no_other_break_comes_between_two_characters(text, made):
    assert markdown(text) == f"<p>{made}</p>"


def test_an_id_in_a_line_of_its_own_belongs_to_the_line_above():
    assert markdown("一段。\n{#a-1}") == '<p id="a-1">一段。</p>'


def test_marks_that_were_written_to_be_signs_are_looked_through():
    assert is_meant("甲乙", "01\\. 丙")
