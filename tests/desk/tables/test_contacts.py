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
        (
            "",
            "0532-60000002、60000003；张三 0999-6000001",
            [
                {"phones": ["0532-60000002", "0532-60000003"]},
                {"name": "张三", "phones": ["0999-6000001"]},
            ],
        ),
        ("", "400 800 8888", [{"phones": ["400-800-8888"]}]),
        (
            "周洋",
            "60000002（办）13800000001（微信同号）",
            [{"name": "周洋", "phones": ["023-60000002", "13800000001"]}],
        ),
        ("张三", "13800000001.0", [{"name": "张三", "phones": ["13800000001"]}]),
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
            "",
            "张三 李四 13800000001",
            [{"name": "张三 李四", "phones": ["13800000001"]}],
            "“张三 李四”是一个人还是几个人，请看看",
        ),
        (
            "王芳 李军",
            "13800000001、60000002",
            [{"name": "王芳 李军", "phones": ["13800000001", "023-60000002"]}],
            "“王芳 李军”是一个人还是几个人，请看看",
        ),
        (
            "",
            "张三、李四13800000001",
            [{"name": "张三"}, {"name": "李四", "phones": ["13800000001"]}],
            "有的人没有写号码，请看看号码是谁的",
        ),
        (
            "",
            "1.3800000001E10",
            [{"phones": ["13800000001"]}],
            "Excel 把号码变成了科学计数，是照写着的几位还原的",
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


@pytest.mark.parametrize(
    ("numbers", "left"),
    [("60000002（工作日）", "工作日"), ("60000002/3", "/3"), ("60000002；1.38E+10", "1.38E+10")],
)
def test_what_stands_beside_a_number_and_is_no_name_is_left_out(numbers, left):
    called = contacts("", numbers, "023")

    assert (called.contacts, [read for read, _ in called.left]) == ([{"phones": ["023-60000002"]}], [left])
