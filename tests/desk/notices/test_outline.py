import pytest

from scienceweek.desk.notices.lines import Line, lines, pieces
from scienceweek.desk.notices.outline import NoticeOutline, ordinal, outline
from tests.desk.notices.papers import PLAN, document


def outlined(text: str) -> NoticeOutline:
    return outline(pieces(document(text).blocks))


def headings(text: str) -> list[tuple[str, str]]:
    return [(one.anchor, one.heading.strip()) for one in outlined(text).all()]


def test_sections_have_the_numbers_that_they_are_written_with_and_repeated_ones_a_letter():
    assert headings(PLAN) == [
        ("s1", "一、活动时间和主题"),
        ("s1-1", "（一）活动时间："),
        ("s1-2", "（二）活动主题："),
        ("s2", "二、组织机构"),
        ("s3", "三、活动安排"),
        ("s3-1", "（一）启动仪式暨科普集市"),
        ("s3-1-1", "1.时间："),
        ("s3-1-2", "2.地点："),
        ("s3-1-3", "3.内容："),
        ("s3-1-4", "4.责任单位："),
        ("s3-2", "(二)青少年航模体验活动。"),
        ("s3-2b", "（二）“科学家精神进校园”宣讲活动。"),
        ("s3-4", "（四）加强组织领导。"),
        ("s4", "四、工作要求"),
        ("s4-1", "（一）高度重视。"),
        ("s4-2", "（二）按时报送。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "一、甲\n（一）乙\n1．丙\n（1）丁\n①戊",
        "1、甲\n（1）乙\n①丙\n一、丁\n（一）戊",
        "㈠甲\n⑴乙\n1. 丙\n一. 丁\n①戊",
    ],
)
def test_which_number_stands_below_which_is_as_the_author_has_it(text: str):
    assert [anchor for anchor, _ in headings(text)] == ["s1", "s1-1", "s1-1-1", "s1-1-1-1", "s1-1-1-1-1"]


def test_days_and_hours_are_no_numbers_of_sections():
    text = "一、安排\n5.25在基地开展“气象+”活动\n9月15日至21日\n10:30开始"
    assert headings(text) == [("s1", "一、安排")]


def test_annexes_stand_by_themselves_and_the_list_of_them_is_none():
    found = outlined(
        "一、要求\n认真组织。\n附件：1.报名表\n2.2024年活动表\n某局\n2024年5月8日\n附件1\n报名表\n附件2\n2024年活动表\n一、说明"
    )
    assert [(one.anchor, one.title) for one in found.all()] == [
        ("s1", "要求"),
        ("annex-1", "报名表"),
        ("annex-2", "2024年活动表"),
        ("annex-2-1", "说明"),
    ]
    assert [line.text for line in lines(found.tail)] == [
        "附件：1.报名表",
        "2.2024年活动表",
        "某局",
        "2024年5月8日",
    ]


def test_lines_that_were_broken_are_joined_and_those_that_end_are_not():
    text = "各单位要把科技活动周作为一项重要任务来抓，切实加强组织协调，\n办出实效。\n中共示例市委网络安全和\n信息化委员会办公室\n某局\n时间：5月26日"
    assert [line.text for line in lines(pieces(document(text).blocks))] == [
        "各单位要把科技活动周作为一项重要任务来抓，切实加强组织协调，办出实效。",
        "中共示例市委网络安全和信息化委员会办公室",
        "某局",
        "时间：5月26日",
    ]


def test_a_poor_scan_is_mended_and_what_was_a_letter_is_told():
    (line,) = lines(pieces(document("2O24年5月l8日 科 技 活 动 周 开 幕").blocks))
    assert line == Line("2024年5月18日科技活动周开幕", "第1行", 0, mended=True)


def test_numbers_of_pages_are_no_lines():
    assert list(lines(pieces(document("— 3 —\n甲\n第 4 页 共 9 页\n-----").blocks))) == [Line("甲", "第2行")]


@pytest.mark.parametrize(
    ("number", "said"),
    [("（十二）", "12"), ("二十、", "20"), ("③", "3"), ("㈤", "5"), ("⑿", "12"), ("07.", "7"), ("一、", "1")],
)
def test_a_number_is_read_in_all_its_signs(number: str, said: str):
    assert ordinal(number) == said


def test_lines_of_a_programme_are_apart_and_what_a_scan_has_spoilt_is_mended():
    said = """
5月25日
● 9:00 启动仪式（广场，区科技局，还有很多人一起参加的很长的一行）
● 10:00 嘉年华
10:30 讲座
\uff11．时间：5月2\uff19日 9 : 00 一 11 : 30，到6月1曰
2024年5月8日
"""
    found = pieces(document(said).blocks)

    assert [(one.text, one.mended) for one in found] == [
        ("5月25日", False),
        ("9:00 启动仪式（广场，区科技局，还有很多人一起参加的很长的一行）", False),
        ("10:00 嘉年华", False),
        ("10:30 讲座", False),
        ("1．时间：5月29日 9:00—11:30，到6月1日", True),
        ("2024年5月8日", False),
    ]


def test_activities_may_be_numbered_in_square_brackets():
    found = outline(pieces(document("【活动一】讲座\n【活动2】展览").blocks))

    assert [(one.number, one.title, one.anchor) for one in found.sections] == [
        ("【活动一】", "讲座", "s1"),
        ("【活动2】", "展览", "s2"),
    ]
