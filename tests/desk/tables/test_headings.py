"""What the columns of a table are called."""

import pytest

from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.headings import column


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("序 号", TableColumn.SERIAL),
        ("科普基地名称", TableColumn.BASE),
        ("联系\n电话", TableColumn.PHONE),
        ("联系人（必填）", TableColumn.PERSON),
        ("联系人/电话", TableColumn.CONTACT),
        ("联系人、联系电话", TableColumn.CONTACT),
        ("2024年科普活动名称", TableColumn.TITLE),
        ("时　间", TableColumn.WHEN),
        ("主办（承办）单位", TableColumn.HOST),
        ("科普基地地址", TableColumn.ADDRESS),
        ("近期活动安排", TableColumn.PROGRAMME),
        ("开放时间", TableColumn.HOURS),
        ("责任人及联系方式", TableColumn.CONTACT),
        ("免费/收费", TableColumn.FEE),
        ("接待人数/天", TableColumn.CAPACITY),
        ("Event 活动名称", TableColumn.TITLE),
        ("venue", TableColumn.PLACE),
        ("備考", None),
        ("", None),
    ],
)
def test_a_heading_is_known_however_it_is_spaced_and_qualified(heading, found):
    assert column(heading) is found


def test_no_two_columns_are_called_the_same():
    from collections import Counter

    from scienceweek.desk.tables.headings import plain

    words = Counter(plain(word) for one in TableColumn for word in {one.said, *one.also})

    assert [word for word, number in words.items() if number > 1] == []


def test_what_staff_call_a_column_goes_before_what_it_usually_is():
    assert column("主题", {"主 题": "content"}) is TableColumn.CONTENT


def test_the_activities_of_a_month_are_a_programme():
    assert column("5月活动") is TableColumn.PROGRAMME
    assert column("2024年5月份活动安排") is TableColumn.PROGRAMME
