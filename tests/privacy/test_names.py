import pytest
from privacy.cases import secrets

from scienceweek.privacy.names import people


def named(text: str) -> list[str]:
    return [leak.written for leak in secrets().named(text)]


@pytest.mark.parametrize(
    "text", ["张三", "联系人：张三，电话", "联系人张三", "找张三报名", "张三老师主讲", "张三、李四"]
)
def test_a_name_that_stands_by_itself_is_found(text):
    assert named(text) == ["张三"]


@pytest.mark.parametrize("text", ["张三丰", "小张三", "一张三角形的纸", "纸张三种", "王五", "办公室"])
def test_a_name_within_other_words_is_none(text):
    assert named(text) == []


def test_a_contact_may_name_several_people_and_an_office_is_none():
    assert [
        [*people(name)] for name in ("邹小龙 王林露", "张三老师", "科普科", "服务台", "值班人员", "李")
    ] == [
        ["邹小龙", "王林露"],
        ["张三"],
        [],
        [],
        [],
        [],
    ]
