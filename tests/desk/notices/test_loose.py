from scienceweek.desk.documents import Table
from scienceweek.desk.notices.lines import pieces
from scienceweek.desk.notices.loose import gathered
from tests.desk.notices.papers import document


def test_a_table_that_was_pasted_line_by_line_is_one_again():
    cells = [
        "序号",
        "基地名称",
        "地址",
        "联系电话",
        "1",
        "气象馆",
        "一路1号",
        "13900000001",
        "023-60000001",
        "2",
        "美术馆",
        "二路2号",
        "13900000002",
    ]
    (found,) = gathered(pieces(document("\n".join(cells)).blocks))
    assert isinstance(found, Table)
    assert [[cell.text for cell in row] for row in found.rows] == [
        ["序号", "基地名称", "地址", "联系电话"],
        ["1", "气象馆", "一路1号", "13900000001\n023-60000001"],
        ["2", "美术馆", "二路2号", "13900000002"],
    ]


def test_lines_that_are_no_table_stay_lines():
    found = pieces(document("序号\n名称\n地址\n没有数字\n甲\n乙").blocks)
    assert gathered(found) == found


def test_rows_of_other_length_are_no_table():
    found = pieces(document("序号\n基地名称\n地址\n1\n甲\n2\n乙\n丙").blocks)
    assert gathered(found) == found
