"""A table goes out, is changed by people and programs, and comes back."""

from io import BytesIO

import pytest
import small_project
from openpyxl import load_workbook

from scienceweek.desk.drafts.shelves import Shelves
from scienceweek.desk.findings import Kind
from scienceweek.desk.sheets.export import ExportWish, table
from scienceweek.desk.sheets.names import Names
from scienceweek.desk.sheets.putting_in import difference, put_in, written
from scienceweek.desk.sheets.taking_back import is_exported, taken_back
from scienceweek.source.loading import load

ACTIVITIES = """\
# of the week
campaign: 2024-yubei
activities:
  # the first
  - id: fish
    title: 我们曾经都是鱼 # a talk
    kind: lecture
    when: 5.25
    where: {place: 创客港}
    admission: free

  # the second
  - id: moon
    title: 月壤
    when: 2024-05-26
    base: museum
"""
BASES = """\
district: yubei
bases:
  - id: museum
    name: 气象馆
    type: venue
    contacts:
      - {name: 甲, phones: [023-60000001], show: public} # the desk
      - {name: 乙, phones: [023-60000002]}
    hours: [周二至周日 9:00—17:00]
"""
TERMS = """\
base_types:
  - {id: venue, name: 场馆类, seal: 馆}
kinds:
  - {id: lecture, name: 讲座}
  - {id: contest, name: 比赛}
"""
SHEETS = {Kind.ACTIVITY: "活动", Kind.BASE: "基地", Kind.VENUE: "场地"}
WEEK = "2024年渝北区科技活动周"


class Desk:
    """A project with its tables, as somebody at a desk has it."""

    def __init__(self, folder):
        self.data, self.content = folder / "data", folder / "content"

    def exported(self, kind=Kind.ACTIVITY, **wish):
        return table(ExportWish(kind, **wish), Shelves.of(self.data), self.names())

    def names(self):
        return Names.of(load(self.data, self.content).catalogue)

    def put(self, content):
        shelves = Shelves.of(self.data)
        taken = taken_back(content, shelves, self.names())
        return put_in(taken, shelves, self.data, self.content), taken

    def write(self, file, text):
        (self.data / file).write_text(text, "utf-8")


@pytest.fixture
def desk(tmp_path):
    files = {
        "data/activities/2024-yubei.yaml": ACTIVITIES,
        "data/bases/yubei.yaml": BASES,
        "data/terms.yaml": TERMS,
        "data/venues.yaml": "venues:\n  - {id: hall, name: 主会场, district: yubei}\n",
    }
    small_project.write(tmp_path, **files)
    (tmp_path / "content" / "activities" / "fish.md").unlink()
    return Desk(tmp_path)


def edited(content, change, kind=Kind.ACTIVITY):
    """The workbook after somebody has changed it: *change* has the sheet, and the column of each title."""
    book = load_workbook(BytesIO(content))
    sheet = book[SHEETS[kind]]
    change(sheet, {cell.value: cell.column for cell in sheet[1]})
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def write(row, **values):
    def change(sheet, columns):
        for title, value in values.items():
            sheet.cell(row, columns[title.replace("_", "·")]).value = value

    return change


@pytest.mark.parametrize("kind", SHEETS)
def test_what_nobody_has_changed_changes_nothing(desk, kind):
    content = desk.exported(kind)

    for one in (content, edited(content, lambda *_: None, kind)):
        put, taken = desk.put(one)
        assert (put.texts, put.faults, taken.notices) == ({}, (), ())
    assert content == desk.exported(kind)


def test_a_table_says_what_it_is_and_helps_whoever_writes(desk):
    content = desk.exported(campaign="2024-yubei")
    book = load_workbook(BytesIO(content))
    sheet = book["活动"]
    columns = {cell.value: cell for cell in sheet[1]}

    assert [name for name in book.sheetnames if book[name].sheet_state == "visible"] == ["活动"]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.freeze_panes == "C2"
    assert columns["时间"].comment.text.startswith("照通知写：5.25-27")
    choices = {str(one.sqref).split(":")[0]: one for one in sheet.data_validations.dataValidation}
    assert choices[f"{columns['形式'].column_letter}2"].formula1 == "'名单'!$A$1:$A$2"
    assert [book["名单"].cell(row, 1).value for row in (1, 2)] == ["讲座", "比赛"]
    assert sheet.cell(2, columns["时间"].column).number_format == "@"
    assert is_exported(content)


def test_a_cell_that_is_changed_is_all_that_changes(desk):
    values = {"时间": "5月25日9:30", "形式": "比赛", "入场条件_预约": "不用预约"}
    put, _ = desk.put(edited(desk.exported(), write(2, **values)))

    expected = ACTIVITIES.replace("when: 5.25\n", "when: 5月25日9:30\n").replace("lecture", "contest")
    expected = expected.replace("admission: free", "admission: {fee: free, booking: none}")
    assert put.faults == ()
    assert put.texts == {"activities/2024-yubei.yaml": expected}
    assert put.done == ("修改活动“我们曾经都是鱼”（fish）：形式、时间、入场条件",)
    assert written(put, desk.data) == (desk.data / "activities" / "2024-yubei.yaml",)
    assert load(desk.data, desk.content).catalogue.activity["fish"].kind.id == "contest"


def test_the_first_contact_has_columns_of_its_own(desk):
    content = edited(desk.exported(Kind.BASE), write(2, 联系人_电话="023-60000003\n023-60000004"), Kind.BASE)
    put, _ = desk.put(content)

    expected = BASES.replace(
        "[023-60000001], show: public} # the desk", "[023-60000003, 023-60000004], show: public}"
    )
    assert put.texts["bases/yubei.yaml"] == expected


def test_further_contacts_share_a_column(desk):
    content = edited(desk.exported(Kind.BASE), write(2, 联系人_其他=None), Kind.BASE)
    assert desk.put(content)[0].texts["bases/yubei.yaml"] == BASES.replace(
        " # the desk\n      - {name: 乙, phones: [023-60000002]}", ""
    )


def test_a_row_is_added_and_one_taken_out(desk):
    def change(sheet, columns):
        sheet.delete_rows(2)
        write(3, 名称="星空", 时间="5.27", 地点="气象馆", 活动周=WEEK)(sheet, columns)

    put, _ = desk.put(edited(desk.exported(), change))

    first = ACTIVITIES[ACTIVITIES.index("  # the first") : ACTIVITIES.index("  # the second")]
    added = "\n  - id: 2024-yubei-01\n    title: 星空\n    when: 5.27\n    where: {base: museum}\n"
    assert put.faults == ()
    assert put.texts["activities/2024-yubei.yaml"] == ACTIVITIES.replace(first, "") + added
    assert put.done == ("增加活动“星空”（2024-yubei-01）", "删去活动“我们曾经都是鱼”（fish）")
    assert "+  - id: 2024-yubei-01" in list(difference(put, Shelves.of(desk.data)))


def test_all_rows_may_be_taken_out_and_others_added_again(desk):
    put, _ = desk.put(edited(desk.exported(), lambda sheet, _: sheet.delete_rows(2, 9)))

    assert (put.faults, put.done) == ((), ("删去活动“我们曾经都是鱼”（fish）", "删去活动“月壤”（moon）"))
    emptied = put.texts["activities/2024-yubei.yaml"]
    assert emptied.rstrip().endswith("activities: []")
    content = desk.exported()
    desk.write("activities/2024-yubei.yaml", emptied)
    again, _ = desk.put(edited(content, write(4, 名称="星空", 时间="5.27", 活动周=WEEK)))
    assert again.texts["activities/2024-yubei.yaml"] == emptied.replace(" []", "") + (
        "  - id: 2024-yubei-01\n    title: 星空\n    when: 5.27\n"
    )


def test_a_row_that_was_copied_is_a_new_one(desk):
    def change(sheet, columns):
        for cell in sheet[2]:
            sheet.cell(4, cell.column).value = cell.value
        write(4, 名称="我们还是鱼", 时间="5.28")(sheet, columns)

    put, taken = desk.put(edited(desk.exported(), change))

    assert put.done == ("增加活动“我们还是鱼”（2024-yubei-01）",)
    assert taken.notices == ("第 4 行的编号和第 2 行一样：当作照它抄来的新的一行。",)


def test_rows_that_were_sorted_are_the_same(desk):
    put, _ = desk.put(edited(desk.exported(), lambda sheet, _: sheet.move_range("A2:BZ2", rows=2)))

    assert put.texts == {}


def test_only_what_was_exported_can_be_taken_out(desk):
    desk.write("bases/other.yaml", "district: yubei\nbases:\n  - {id: other, name: 另一家}\n")
    content = desk.exported(Kind.BASE, district="yubei")
    desk.write("bases/third.yaml", "district: yubei\nbases:\n  - {id: third, name: 第三家}\n")

    put, _ = desk.put(edited(content, lambda sheet, _: sheet.delete_rows(2), Kind.BASE))

    assert put.done == ("删去基地“另一家”（other）",)


@pytest.mark.parametrize(
    ("row", "values", "fault"),
    [
        (2, {"时间": "五月吧"}, "活动!L2："),
        (2, {"形式": "演讲"}, "活动!F2：形式：没有“演讲”，或者不止一个。可以写 讲座、比赛。"),
        (3, {"名称": None}, "活动!B3：名称不能空着。"),
        (4, {"名称": "星空", "活动周": WEEK}, "活动!A4：活动缺少“when”：时间"),
        (4, {"名称": "星空", "时间": "5.27"}, "活动!A4：新的一行要写活动周。"),
        (4, {"时间": "5.27"}, "活动!B4：新的一行要有名称。不是新的一行，请删去。"),
        (4, {"名称": "星空", "时间": "5.27", "状态": "也许"}, "活动!AT4：状态：没有“也许”这个写法"),
        (4, {"编号": "sun", "名称": "星空"}, "活动!A4：编号“sun”不是导出来的。新的一行，请把编号清空。"),
        (1, {"时间": "日子"}, "活动!L1：不认识“日子”这一列。请不要改第一行，也不要自己加列。"),
        (1, {"时间": None}, "活动!L1：这一列有内容，但是没有名称。请不要改第一行，也不要自己加列。"),
        (1, {"副标题": "名称"}, "活动!C1：“名称”这一列有两个。请只留一个。"),
    ],
)
def test_what_is_wrong_is_told_by_its_cell_and_nothing_is_written(desk, row, values, fault):
    put, _ = desk.put(edited(desk.exported(), write(row, **values)))

    assert [one[: len(fault)] for one in put.faults] == [fault]


def test_a_base_that_activities_need_is_not_taken_out(desk):
    desk.write("bases/yubei.yaml", f"{BASES}  - {{id: other, name: 另一家}}\n")

    put, _ = desk.put(edited(desk.exported(Kind.BASE), lambda sheet, _: sheet.delete_rows(2), Kind.BASE))

    assert [fault.split(":")[0] for fault in put.faults] == ["data/activities/2024-yubei.yaml"]


def test_what_was_changed_since_in_data_is_not_overwritten(desk):
    content = desk.exported()
    since = ACTIVITIES.replace("5.25", "5.26").replace("月壤", "月球")
    desk.write("activities/2024-yubei.yaml", since)

    kept, _ = desk.put(edited(content, write(2, 形式="比赛")))
    assert kept.texts["activities/2024-yubei.yaml"] == since.replace("lecture", "contest")
    assert desk.put(edited(content, write(2, 时间="5.26")))[0].texts == {}
    assert desk.put(edited(content, write(2, 时间="5.27")))[0].faults == (
        "活动!L2：导出以后，data/ 里的时间也改过：现在是“5.26”。请重新导出，再改。",
    )
    assert desk.put(edited(content, lambda sheet, _: sheet.delete_rows(3)))[0].faults == (
        "活动：表格里删去了“月球”，可是导出以后 data/ 里改过它。请重新导出，再删。",
    )
    desk.write("activities/2024-yubei.yaml", ACTIVITIES[: ACTIVITIES.index("  # the second")])
    assert desk.put(content)[0].texts == {}
    assert desk.put(edited(content, write(3, 时间="5.27")))[0].faults == (
        "活动!L3：这一行改过，可是这条记录已经从 data/ 里删去了。请删去这一行，或清空编号当作新的。",
    )


def test_a_table_without_its_hidden_column_says_what_to_do(desk):
    put, _ = desk.put(edited(desk.exported(), lambda sheet, _: sheet.delete_cols(1)))

    assert put.faults == ("活动：没有“编号”这一列（它是隐藏的）。请重新导出，再改。",)


def test_another_workbook_is_none_of_ours(desk):
    assert not is_exported(b"PK")
    with pytest.raises(ValueError, match="not exported"):
        taken_back(b"PK", Shelves.of(desk.data), desk.names())


def test_the_first_record_of_a_district_makes_its_file(desk):
    (desk.data / "bases" / "yubei.yaml").unlink()
    desk.write("activities/2024-yubei.yaml", ACTIVITIES.replace("    base: museum\n", ""))

    put, _ = desk.put(edited(desk.exported(Kind.BASE), write(2, 名称="气象馆", 区县="渝北区"), Kind.BASE))

    assert put.faults == ()
    assert put.texts["bases/yubei.yaml"].splitlines()[1:3] == ["district: yubei", "bases:"]
