"""Timetables: rows are hours or days, columns rooms or days."""

from drawn_tables import table

from samples import campaign, catalogue
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables import read_tables

SETTING = Setting(catalogue(campaign()), campaign="2024-yubei")


def found(*rows: str) -> list[tuple[str, object, object, str]]:
    findings = read_tables([table(*rows)], SETTING)
    return [
        (
            record.name,
            record.fields["when"].value,
            record.fields["where"].value if "where" in record.fields else None,
            record.fields["when"].why,
        )
        for record in findings.records
    ]


def test_hours_by_rooms_on_the_day_of_the_title():
    by_title = "日子写在表的标题里"

    assert found(
        "5月25日讲座安排|<|<",
        "时间|一号厅|二号厅",
        "9:00-10:00|量子|植物",
        "10:00-11:00|^|昆虫",
        "12:00-13:00|午休|<",
        "14:00-15:00|总结会|<",
    ) == [
        ("量子", "5月25日 9:00—11:00", {"place": "一号厅"}, f"这一格占了几格；{by_title}"),
        ("植物", "5月25日 9:00-10:00", {"place": "二号厅"}, by_title),
        ("昆虫", "5月25日 10:00-11:00", {"place": "二号厅"}, by_title),
        ("总结会", "5月25日 14:00-15:00", None, f"这一格占了几格；{by_title}"),
    ]


def test_hours_by_days_and_what_is_on_twice_is_one():
    assert found(
        "时间|5月25日|5月26日", "上午9:00-11:00|机器人|虚拟现实", "下午|科学秀|/", "晚上|科学秀|"
    ) == [
        ("机器人", "5月25日 上午9:00-11:00", None, ""),
        ("虚拟现实", "5月26日 上午9:00-11:00", None, ""),
        ("科学秀", "5月25日 下午；5月25日 晚上", None, "表里写了两次，合成一个活动"),
    ]


def test_days_by_rooms():
    assert found("日期|一号厅|二号厅", "5月25日|甲|乙", "5月26日|丙|/") == [
        ("甲", "5月25日", {"place": "一号厅"}, ""),
        ("乙", "5月25日", {"place": "二号厅"}, ""),
        ("丙", "5月26日", {"place": "一号厅"}, ""),
    ]


def test_who_speaks_stands_in_brackets_or_below():
    findings = read_tables(
        [table("时间|5月25日|5月26日", "上午|量子\n张三（大学教授）|植物（限30人）", "下午|甲|乙")], SETTING
    )

    assert [
        (one.name, one.fields["people"].value if "people" in one.fields else None) for one in findings.records
    ] == [
        ("量子", [{"name": "张三", "role": "主讲人", "of": "大学教授"}]),
        ("植物（限30人）", None),
        ("甲", None),
        ("乙", None),
    ]


def test_a_table_without_days_or_hours_is_no_timetable():
    assert [found("地点|甲|乙", "x|1|2"), found("时间|5月|abc9:00", "9:00|1|2")] == [[], []]


def test_a_place_in_brackets_is_no_speaker():
    assert [one[:3] for one in found("日期|上午|下午", "5月25日|科学秀（科技馆）|甲", "5月26日|乙|丙")][
        :1
    ] == [("科学秀", "5月25日 上午", {"place": "科技馆"})]
