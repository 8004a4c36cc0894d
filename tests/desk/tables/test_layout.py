"""Where the table is on a sheet, however it is drawn."""

import pytest
from drawn_tables import table

from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.layout import listings, unknown_headings


def read(*rows: str):
    (found,) = listings(table(*rows))
    return found


def rows(found, *columns: TableColumn) -> list[list[str]]:
    return [[row.text(column) for column in columns] for row in found.rows]


def test_a_title_stands_above_and_notes_below():
    found = read(
        "2024年活动安排表|<|<",
        "序号|活动名称|时间",
        "1|讲座|5.21",
        "2|展览|5.22",
        "合计|2项|",
        "注：以当日通知为准|<|<",
        "另有安排的电话告知|<|<",
    )

    assert [cell.text for cell in found.above] == ["2024年活动安排表"]
    assert rows(found, TableColumn.TITLE, TableColumn.WHEN) == [["讲座", "5.21"], ["展览", "5.22"]]
    assert [cell.text for cell in found.notes] == ["注：以当日通知为准", "另有安排的电话告知"]
    assert [(one.read, one.where) for one in found.left_out] == [("合计 2项", "A5")]


def test_a_head_of_several_rows_is_one():
    found = read("单位|活动|<|联系人|<", "^|名称|时间|姓名|电话", "科技馆|讲座|5.21|甲|1")

    assert [(one.text, one.column) for one in found.headings] == [
        ("单位", TableColumn.UNIT),
        ("活动/名称", TableColumn.TITLE),
        ("活动/时间", TableColumn.WHEN),
        ("联系人/姓名", TableColumn.PERSON),
        ("联系人/电话", TableColumn.PHONE),
    ]
    assert rows(found, TableColumn.UNIT, TableColumn.PHONE) == [["科技馆", "1"]]


def test_a_head_that_is_said_again_on_each_page_is_no_row():
    assert rows(read("名称|电话", "甲|1", "名称|电话", "乙|2"), TableColumn.NAME) == [["甲"], ["乙"]]


def test_two_tables_on_a_sheet_are_two_and_each_has_its_title():
    first, second = listings(
        table(
            "一、基地|<|<",
            "基地名称|地址|电话",
            "甲|路1号|1",
            "二、活动|<|<",
            "活动名称|时间|地点",
            "讲座|5.21|馆内",
        )
    )

    assert ([cell.text for cell in first.above], rows(first, TableColumn.BASE)) == (["一、基地"], [["甲"]])
    assert ([cell.text for cell in second.above], rows(second, TableColumn.TITLE)) == (
        ["二、活动"],
        [["讲座"]],
    )


def test_a_line_across_the_table_is_what_the_rows_below_it_stand_under():
    found = read(
        "活动名称|时间|地点",
        "5月25日（周六）|<|<",
        "讲座|9:00|馆内",
        "5月26日（周日）|<|<",
        "展览|10:00|馆外",
    )

    assert [(row.text(TableColumn.TITLE), row.under) for row in found.rows] == [
        ("讲座", "5月25日（周六）"),
        ("展览", "5月26日（周日）"),
    ]


@pytest.mark.parametrize(
    ("second", "guessed"), [("^|展览", set()), ("|展览", {TableColumn.DATE}), ("同上|展览", set())]
)
def test_what_stands_above_is_carried_down_and_told_where_that_is_a_guess(second, guessed):
    found = read("日期|活动名称", "5.21|讲座", second)

    assert rows(found, TableColumn.DATE, TableColumn.TITLE) == [["5.21", "讲座"], ["5.21", "展览"]]
    assert found.rows[1].guessed == guessed


def test_what_is_left_empty_at_the_right_is_empty():
    assert rows(read("活动名称|时间|地点", "讲座|5.21|馆内", "展览||"), TableColumn.WHEN) == [["5.21"], [""]]


def test_a_row_says_where_it_stands():
    assert [row.where for row in read("名称|电话", "甲|1", "乙|2").rows] == ["A2", "A3"]


def test_staff_may_name_a_column():
    (found,) = listings(table("阵地名|热线", "甲|1"), {"阵地名": "base", "热线": "电话"})

    assert rows(found, TableColumn.BASE, TableColumn.PHONE) == [["甲", "1"]]


def test_a_table_without_a_known_heading_shows_its_headings():
    strange = table("壹|贰|叁", "a|b|c")

    assert (listings(strange), unknown_headings(strange)) == ((), ("壹", "贰", "叁"))


@pytest.mark.parametrize("row", ["主题|另定|会场", "课程|5.22|教室", "1|内容|会场"])
def test_words_of_headings_in_a_row_make_no_head_of_it(row):
    assert len(rows(read("活动名称|时间|地点", "讲座|5.21|馆内", row), TableColumn.TITLE)) == 2


def test_a_table_that_follows_at_once_is_another_if_it_has_nothing_but_headings():
    first, second = listings(
        table("基地名称|地址|电话", "甲|路1号|1", "活动名称|时间|地点", "讲座|5.21|馆内")
    )

    assert [len(first.rows), len(second.rows)] == [1, 1]


@pytest.mark.parametrize("across", ["一|市级活动|<|<", "一|市级活动||"])
def test_what_numbers_a_line_across_the_table_may_have_a_cell_of_its_own(across):
    found = read("序号|活动名称|时间|地点", across, "1|讲座|5.21|馆内", "2|展览||")

    assert [(row.text(TableColumn.TITLE), row.under) for row in found.rows] == [
        ("讲座", "市级活动"),
        ("展览", "市级活动"),
    ]


def test_two_tables_side_by_side_are_two():
    first, second = listings(
        table(
            "上半周|<|<||下半周|<|<", "活动名称|时间|地点||活动名称|时间|地点", "甲|5.25|一楼||乙|5.28|二楼"
        )
    )

    assert [rows(one, TableColumn.TITLE, TableColumn.WHEN) for one in (first, second)] == [
        [["甲", "5.25"]],
        [["乙", "5.28"]],
    ]
    assert [cell.text for cell in second.above] == ["下半周"]


def test_what_stands_in_brackets_between_rows_is_no_row():
    found = read("基地名称|地址|电话", "甲|一路1号|1", "（以下为企业）||", "乙|二路2号|2")

    assert rows(found, TableColumn.BASE) == [["甲"], ["乙"]]
    assert [row.under for row in found.rows] == ["", "（以下为企业）"]
