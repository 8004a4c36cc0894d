"""Tables of bases, and what each has written about what it does."""

import pytest
from drawn_tables import table

from samples import campaign, catalogue
from scienceweek.desk.findings import Findings, FoundRecord, Kind
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables import read_tables
from scienceweek.model.term import Term, Terms

SETTING = Setting(
    catalogue(campaign(), terms=Terms(base_types=(Term("venue", "场馆类"),))), campaign="2024-yubei"
)


def found(*rows: str, setting: Setting = SETTING) -> Findings:
    return read_tables([table(*rows)], setting)


def values(record: FoundRecord) -> dict[str, object]:
    return {name: one.value for name, one in record.fields.items()}


def whys(record: FoundRecord) -> dict[str, str]:
    return {name: one.why for name, one in record.fields.items() if one.why}


def one(*rows: str) -> dict[str, object]:
    (record,) = found(*rows).records
    assert whys(record) == {}
    return values(record)


def activities(cell: str, setting: Setting = SETTING) -> list[tuple[dict[str, object], dict[str, str]]]:
    """The activities of a base 甲馆 whose programme is *cell*, without what all of them have."""
    findings = found("基地名称|活动安排", f"甲馆|{cell}", setting=setting)
    common = {"tier": "base", "base": "甲馆"}
    return [
        ({name: value for name, value in values(record).items() if common.get(name) != value}, whys(record))
        for record in findings.records
        if record.kind is Kind.ACTIVITY
    ]


def test_a_base_has_what_its_row_says():
    assert one(
        "序号|科普基地名称|基地类型|地址|联系人|电话|网址|简介",
        "1|甲馆|场馆|某市某区龙山街道某路1号|张三|60000002|https://example.org|讲气象",
    ) == {
        "name": "甲馆",
        "type": "venue",
        "address": "某市某区龙山街道某路1号",
        "town": "龙山街道",
        "contacts": [{"name": "张三", "phones": ["023-60000002"]}],
        "url": "https://example.org",
        "description": "讲气象",
    }


@pytest.mark.parametrize(
    ("hours", "closed", "remark", "lines"),
    [
        (
            "周二至周日9:00—17:00（16:00停止入馆）",
            "周一",
            "",
            ["周二至周日9:00—17:00（16:00停止入馆）", "周一闭馆"],
        ),
        ("9:30-17:00\n周一闭馆", "/", "", ["9:30-17:00", "周一闭馆"]),
        ("每天9:00-17:00", "", "周一闭馆", ["每天9:00-17:00", "周一闭馆"]),
        ("", "每周一闭馆", "", ["每周一闭馆"]),
    ],
)
def test_regular_hours_are_lines_that_the_grammar_reads(hours, closed, remark, lines):
    assert one("场馆名称|开放时间|闭馆日|备注", f"甲馆|{hours}|{closed}|{remark}")["hours"] == lines


def test_what_the_grammar_does_not_read_is_left_out():
    findings = found(
        "场馆名称|类型|开放时间|闭馆日|网址|活动安排",
        "甲馆|怪类|看心情|下雨|公众号|场馆开放；免费开放；5.25",
    )
    (record,) = findings.records

    assert (values(record), whys(record)) == (
        {"name": "甲馆", "admission": "free"},
        {"admission": "没有写哪些日子免费"},
    )
    assert [left.read for left in findings.left_out] == [
        "怪类",
        "看心情",
        "下雨",
        "公众号",
        "场馆开放",
        "5.25",
    ]


def test_a_row_without_a_name_is_left_out():
    assert [left.why for left in found("基地名称|地址", "|某路1号").left_out] == ["这一行没有写名称"]


def test_doors_that_are_open_in_the_campaign_are_a_period_and_regular_hours_are_not():
    base = one(
        "基地名称|活动安排",
        "甲馆|5.25-6.1场馆免费开放（其他时间预约开放）；周二至周日9:00—17:00免费开放",
    )

    assert base == {
        "name": "甲馆",
        "hours": ["周二至周日9:00—17:00免费开放"],
        "opening": [
            {"campaign": "2024-yubei", "when": "5.25-6.1", "admission": "free", "note": "其他时间预约开放"}
        ],
        "admission": "free",
    }


def test_a_door_elsewhere_or_a_day_of_the_month_before_is_to_be_checked():
    (record,) = found("基地名称|活动安排", "甲馆|5.25在市民广场免费开放；27日开放").records

    assert whys(record) == {"opening": "写着在“市民广场”开放；月份是照前一项写的"}


def test_an_item_is_an_activity_of_its_base():
    assert activities("5.25在基地开展“气象+——儿童专场”活动（免费，限30人，需预约）") == [
        (
            {
                "title": "气象+",
                "subtitle": "儿童专场",
                "when": "5.25",
                "where": {"base": "甲馆"},
                "admission": {"fee": "free", "booking": {"capacity": "限30人"}},
                "description": "在基地开展“气象+——儿童专场”活动（免费，限30人，需预约）。",
            },
            {},
        )
    ]


def test_a_note_that_is_no_condition_is_to_be_checked():
    ((activity, doubts),) = activities("5.25举办“甲”活动（与乙馆一起）")

    assert (activity["admission"], doubts) == (
        {"note": "与乙馆一起"},
        {"admission": "括号里的话写进了说明，请看看"},
    )


def test_what_is_undated_is_to_be_announced():
    assert [(one["when"], doubts["when"]) for one, doubts in activities("开展“甲”活动")] == [
        ("待定", "没有写时间")
    ]


def test_a_weekly_item_without_a_period_keeps_its_words():
    ((activity, doubts),) = activities("每周六上午9:00-11:00 天文观测（需预约）", Setting(year=2024))

    assert (activity["title"], activity["when"], activity["admission"], doubts["when"]) == (
        "天文观测",
        {"unfixed": "每周六上午9:00-11:00"},
        {"booking": "required"},
        "没有写从哪天到哪天",
    )


def test_units_that_are_no_bases_have_programmes_too():
    findings = found("单位|近期活动安排", "区气象局|5.25在广场开展“气象+”活动")

    assert [values(record) for record in findings.records] == [
        {
            "title": "气象+",
            "when": "5.25",
            "where": {"place": "广场"},
            "organisers": {"responsible": ["区气象局"]},
            "description": "在广场开展“气象+”活动。",
        }
    ]


def test_a_line_among_the_rows_may_say_the_district_or_the_type():
    findings = found(
        "基地名称|地址",
        "一、渝北区（1家）|<",
        "甲馆|某路1号",
        "二、场馆类|<",
        "乙馆|某路2号",
        "其他|<",
        "丙馆|某路3号",
    )

    assert [values(record) for record in findings.records] == [
        {"name": "甲馆", "district": "yubei", "address": "某路1号"},
        {"name": "乙馆", "type": "venue", "address": "某路2号"},
        {"name": "丙馆", "address": "某路3号"},
    ]
    assert [left.read for left in findings.left_out] == ["其他"]


def test_a_base_over_several_rows_is_one():
    findings = found(
        "基地名称|地址|电话|活动安排",
        "甲馆|某路1号|60000002|5.25开展“甲”活动",
        "^|^|60000003|5.26开展“乙”活动",
        "||/|5.27免费开放",
    )

    assert [values(record) for record in findings.records if record.kind is Kind.BASE] == [
        {
            "name": "甲馆",
            "address": "某路1号",
            "contacts": [{"phones": ["023-60000002", "023-60000003"]}],
            "opening": [{"campaign": "2024-yubei", "when": "5.27", "admission": "free"}],
        }
    ]
    assert [record.name for record in findings.records] == ["甲馆", "甲", "乙"]


def test_days_among_the_hours_are_a_period_of_the_campaign():
    assert one(
        "场馆名称|开放时间|开放方式|活动安排",
        "甲馆|5月25日上午9:00-11:30|预约参观，限50人|5.26免费开放，每天限100人",
    ) == {
        "name": "甲馆",
        "opening": [
            {"campaign": "2024-yubei", "when": "5月25日上午9:00-11:30"},
            {"campaign": "2024-yubei", "when": "5.26", "admission": "free", "note": "每天限100人"},
        ],
        "admission": {"booking": {"capacity": "限50人"}},
    }


@pytest.mark.parametrize(
    "cell",
    [
        "5.20开展“甲”活动；5.21开展“乙”活动",
        "1、5.20开展“甲”活动 2、5.21开展“乙”活动",
        "①5.20开展“甲”活动②5.21开展“乙”活动",
        "5.20开展“甲”活动 5.21开展“乙”活动",
        "（1）5.20“甲”；（2）5.21“乙”",
        "5.20“甲”\n5.21“乙”",
    ],
)
def test_items_are_apart_however_they_are_numbered(cell):
    assert [(one["title"], one["when"]) for one, _ in activities(cell)] == [("甲", "5.20"), ("乙", "5.21")]


def test_hours_may_stand_behind_the_name():
    assert [(one["title"], one["when"]) for one, _ in activities("5月25日“夜游”活动19:00-21:00")] == [
        ("夜游", "5月25日 19:00-21:00")
    ]


def test_days_and_hours_in_two_columns_are_one_period():
    assert one("单位名称|地址|开放日期|开放时间", "某天文台|某路1号|5月25日、26日|9:30-11:30；14:00-16:30")[
        "opening"
    ] == [{"campaign": "2024-yubei", "when": "5月25日、26日 9:30-11:30、14:00-16:30"}]


def test_the_way_there_and_the_account_to_book_with_have_columns():
    assert one("场馆名称|开放时间|交通|预约公众号", "甲馆|每天9:00-17:00|公交1路\n地铁3号线|示例馆") == {
        "name": "甲馆",
        "hours": ["每天9:00-17:00"],
        "access": ["公交1路", "地铁3号线"],
        "admission": {"booking": {"wechat": ["示例馆"]}},
    }


def test_a_name_that_is_none_is_to_be_checked():
    (record,) = found("基地名称|地址", "5月20日开展“甲”活动|某路1号").records

    assert whys(record) == {"name": "不像一个名称"}


def test_doors_that_are_open_keep_what_is_said_beside():
    (record,) = found("基地名称|联系电话|活动安排", "甲馆|138****0001|5.25免费开放，老人优先").records

    assert values(record) == {
        "name": "甲馆",
        "opening": [{"campaign": "2024-yubei", "when": "5.25", "admission": "free", "note": "老人优先"}],
    }


def test_days_of_the_campaign_are_no_hours_of_every_year():
    findings = found("基地名称|开放日期|开放时间|备注", "甲馆|5月25日-6月1日|9:00-17:00|雨天改期")
    (record,) = findings.records

    assert (values(record), whys(record)) == (
        {"name": "甲馆", "opening": [{"campaign": "2024-yubei", "when": "5月25日-6月1日 9:00-17:00"}]},
        {"opening": "是当作活动周的开放时段读的，不是平时的开放时间"},
    )
    assert [left.read for left in findings.left_out] == ["雨天改期"]


def test_the_whole_year_beside_its_hours_is_no_line_of_its_own():
    (record,) = found("基地名称|开放日期|开放时间", "甲馆|全年|周一至周五9:00-17:00").records

    assert (values(record)["hours"], whys(record)) == (
        ["周一至周五9:00-17:00"],
        {"hours": "开放的日子和钟点写在两处，请看看合起来对不对"},
    )
    assert one("基地名称|开放时间", "甲馆|全年开放")["hours"] == ["全年开放"]


def test_several_doors_in_an_address_are_to_be_checked():
    (record,) = found("基地名称|地址", "甲馆|一新街48号 南湖路2号").records

    assert whys(record) == {"address": "写着几个门牌号，请看看是一个地址还是几个"}
