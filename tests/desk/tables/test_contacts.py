"""Whom to call, however names and numbers are put."""

import pytest

from scienceweek.desk.tables.contacts import contacts


@pytest.mark.parametrize(
    ("people", "numbers", "found"),
    [
        ("张三", "13800000001", [{"name": "张三", "phones": ["13800000001"]}]),
        (
            "张三",
            "13800000001      023-60000002",
            [{"name": "张三", "phones": ["13800000001", "023-60000002"]}],
        ),
        ("张三", "13800000001\n60000002", [{"name": "张三", "phones": ["13800000001", "023-60000002"]}]),
        ("张三", "138 0000 0001", [{"name": "张三", "phones": ["13800000001"]}]),
        ("张三", "６００００００２转８００３", [{"name": "张三", "phones": ["023-60000002转8003"]}]),
        ("张三", "023—60000002", [{"name": "张三", "phones": ["023-60000002"]}]),
        ("张三（办公室）", "60000002", [{"name": "张三", "post": "办公室", "phones": ["023-60000002"]}]),
        ("张三 办公室", "60000002", [{"name": "张三", "post": "办公室", "phones": ["023-60000002"]}]),
        (
            "",
            "张三 13800000001；李四 13900000002",
            [{"name": "张三", "phones": ["13800000001"]}, {"name": "李四", "phones": ["13900000002"]}],
        ),
        ("", "张三：13800000001/60000002", [{"name": "张三", "phones": ["13800000001", "023-60000002"]}]),
        ("张三13800000001", "", [{"name": "张三", "phones": ["13800000001"]}]),
        ("", "60000002 张老师", [{"phones": ["023-60000002"], "name": "张老师"}]),
        ("", "13800000001（张三）", [{"name": "张三", "phones": ["13800000001"]}]),
        ("联系人：张三", "电话：60000002", [{"name": "张三", "phones": ["023-60000002"]}]),
        ("张三", "zhang@example.gov.cn", [{"name": "张三", "email": "zhang@example.gov.cn"}]),
        ("张三", "无", [{"name": "张三"}]),
        ("", "/", []),
    ],
)
def test_a_number_belongs_to_the_name_beside_it(people, numbers, found):
    called = contacts(people, numbers, "023")

    assert (called.contacts, called.left, called.why) == (found, [], "")


@pytest.mark.parametrize(
    ("people", "numbers", "found", "why"),
    [
        (
            "张三、李四",
            "13800000001、13900000002",
            [{"name": "张三", "phones": ["13800000001"]}, {"name": "李四", "phones": ["13900000002"]}],
            "几个人几个号码，是按先后对上的",
        ),
        (
            "张三、李四",
            "60000002",
            [{"name": "张三、李四", "phones": ["023-60000002"]}],
            "几个人的号码没有分开写",
        ),
        (
            "张三",
            "李四 13900000002",
            [{"name": "李四", "phones": ["13900000002"]}],
            "姓名写了两处，不一样",
        ),
    ],
)
def test_what_is_put_together_by_a_guess_is_to_be_checked(people, numbers, found, why):
    called = contacts(people, numbers, "023")

    assert (called.contacts, called.why) == (found, why)


@pytest.mark.parametrize(
    ("numbers", "left"),
    [("138****0001", "138****0001"), ("QQ群 123456789", "QQ群 123456789"), ("1380000000", "1380000000")],
)
def test_what_is_no_number_is_left_out(numbers, left):
    called = contacts("张三", numbers, "023")

    assert (called.contacts, [read for read, _ in called.left]) == ([{"name": "张三"}], [left])
