"""What the columns of a table are called."""

import pytest

from scienceweek.desk.tables.headings import Column, column


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("序 号", Column.SERIAL),
        ("科普基地名称", Column.BASE),
        ("联系\n电话", Column.PHONE),
        ("联系人（必填）", Column.PERSON),
        ("联系人/电话", Column.CONTACT),
        ("联系人、联系电话", Column.CONTACT),
        ("2024年科普活动名称", Column.TITLE),
        ("时　间", Column.WHEN),
        ("主办（承办）单位", Column.HOST),
        ("科普基地地址", Column.ADDRESS),
        ("近期活动安排", Column.PROGRAMME),
        ("开放时间", Column.HOURS),
        ("備考", None),
        ("", None),
    ],
)
def test_a_heading_is_known_however_it_is_spaced_and_qualified(heading, found):
    assert column(heading) is found


def test_no_two_columns_are_called_the_same():
    from collections import Counter

    from scienceweek.desk.tables.headings import plain

    words = Counter(plain(word) for one in Column for word in {one.said, *one.also})

    assert [word for word, number in words.items() if number > 1] == []


def test_what_staff_call_a_column_goes_before_what_it_usually_is():
    assert column("主题", {"主 题": "content"}) is Column.CONTENT
