"""Forms: headings at the left."""

from drawn_tables import table

from scienceweek.desk.setting import Setting
from scienceweek.desk.tables import read_tables
from scienceweek.desk.tables.forms import form


def found(*rows: str) -> list[dict[str, object]]:
    records = read_tables([table(*rows)], Setting(year=2024)).records
    return [{name: one.value for name, one in record.fields.items()} for record in records]


def test_a_form_in_pairs_is_one_activity():
    assert found(
        "活动申报表|<|<|<",
        "活动名称|科学秀|活动时间|5月25日9:00",
        "活动地点|市民广场|联系人|张三",
        "活动内容|做实验|<|<",
    ) == [
        {
            "title": "科学秀",
            "when": "5月25日9:00",
            "where": {"place": "市民广场"},
            "contacts": [{"name": "张三"}],
            "description": "做实验",
        }
    ]


def test_cells_that_a_file_without_merging_leaves_empty_are_none():
    assert found("活动名称|科学秀|活动时间|5月25日", "活动地点|市民广场||", "活动内容|做实验||") == [
        {"title": "科学秀", "when": "5月25日", "where": {"place": "市民广场"}, "description": "做实验"}
    ]
    assert found("活动名称|甲||", "活动时间|5月25日||", "活动地点|一校||") == [
        {"title": "甲", "when": "5月25日", "where": {"place": "一校"}}
    ]


def test_a_form_with_a_column_for_each():
    assert found("活动名称|甲|乙", "活动时间|5月25日|5月26日", "活动地点|一校|二校") == [
        {"title": "甲", "when": "5月25日", "where": {"place": "一校"}},
        {"title": "乙", "when": "5月26日", "where": {"place": "二校"}},
    ]


def test_other_tables_are_no_forms():
    assert form(table("活动名称|时间", "甲|5月25日", "乙|5月26日"), {}) is None
    assert form(table("活动名称|甲", "时间|1", "地点|2", "地点|3"), {}) is None
    assert form(table("活动名称|甲|乙", "时间|1|2", "地点|3|<"), {}) is None
