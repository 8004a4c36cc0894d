"""Tables of activities, of every kind that staff draw."""

import pytest
from drawn_tables import table

from samples import base, campaign, catalogue, district
from scienceweek.desk.findings import Findings, FoundRecord, Kind
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables import read_tables
from scienceweek.model.term import Term, Terms

TERMS = Terms(
    kinds=(Term("lecture", "讲座宣讲"), Term("exhibition", "展览展示")),
    audiences=(Term("public", "公众"), Term("pupils", "中小学生"), Term("youth", "青少年")),
)
SETTING = Setting(
    catalogue(
        campaign(), base(name="科技馆"), district(id="qijiang", name="綦江区", short="綦江"), terms=TERMS
    ),
    campaign="2024-yubei",
)


def found(*rows: str) -> Findings:
    return read_tables([table(*rows)], SETTING)


def values(record: FoundRecord) -> dict[str, object]:
    return {name: one.value for name, one in record.fields.items()}


def whys(*records: FoundRecord) -> dict[str, str]:
    return {name: one.why for record in records for name, one in record.fields.items() if one.why}


def each(field: str, *rows: str) -> list[object]:
    return [values(record).get(field) for record in found(*rows).records]


def test_a_table_by_day():
    findings = found(
        "2024年科普活动日程表|<|<|<",
        "日期|时间|活动名称|地点",
        "5月25日（周六）|9:00-11:00|科学秀|市民广场",
        "^|14:00|影展|各街镇",
        "日期|时间|活动名称|地点",
        "5月26日|全天|科普大集|龙山小学",
        "合计|3场||",
    )

    assert [values(record) for record in findings.records] == [
        {"title": "科学秀", "when": "5月25日（周六） 9:00-11:00", "where": {"place": "市民广场"}},
        {"title": "影展", "kind": "exhibition", "when": "5月25日（周六） 14:00", "where": {"area": "各街镇"}},
        {"title": "科普大集", "when": "5月26日 全天", "where": {"place": "龙山小学"}},
    ]
    assert whys(*findings.records) == {"kind": "按名称推断"}
    assert [left.read for left in findings.left_out] == ["合计 3场"]


def test_a_day_may_stand_above_its_rows_or_in_the_title():
    assert each("when", "活动名称|时间", "第一天：5月25日（星期六）|<", "科学秀|9:00") == [
        "5月25日（星期六） 9:00"
    ]
    assert each("when", "活动名称|地点", "5月25日（星期六）|<", "科学秀|甲") == ["5月25日（星期六）"]
    (record,) = found("5月25日活动安排|<", "活动名称|时间", "科学秀|9:00").records
    assert (values(record)["when"], whys(record)) == ("5月25日 9:00", {"when": "日子写在表的标题里"})
    assert each("when", "5月25日—26日活动|<", "活动名称|时间", "科学秀|9:00") == [{"unfixed": "9:00"}]


def test_a_day_that_is_left_away_is_to_be_checked():
    _, second = found("日期|时间|活动名称", "5月25日|9:00|甲", "|10:00|乙").records

    assert (values(second)["when"], whys(second)) == (
        "5月25日 10:00",
        {"when": "日期一格空着，是照上面一行填的"},
    )


@pytest.mark.parametrize(
    ("head", "row", "when"),
    [
        ("开始时间|结束时间", "5月25日|5月27日", "5月25日—5月27日"),
        ("日期|开始时间|结束时间", "5月25日|9:00|11:00", "5月25日 9:00—11:00"),
        ("日期|星期|时间", "5月25日|周六|9:00", "5月25日周六 9:00"),
        ("日期|开始时间|结束时间", "5月25日|9:00|", "5月25日 9:00"),
    ],
)
def test_when_may_stand_in_several_columns(head, row, when):
    (record,) = found(f"活动名称|{head}", f"甲|{row}").records

    assert (values(record)["when"], whys(record)) == (when, {})


def test_a_weekday_that_does_not_fit_is_told():
    (record,) = found("活动名称|星期|日期", "甲|周日|5月25日").records

    assert (values(record)["when"], whys(record)) == (
        {"unfixed": "5月25日周日"},
        {"when": "看不懂这个时间：2024年5月25日是星期六，不是星期日"},
    )


def test_two_dates_for_one_thing_are_to_be_checked():
    (record,) = found("活动名称|日期|时间", "甲|5月25日|5月26日9:00").records

    assert whys(record) == {"when": "日期写了两处，是照时间一栏读的"}


def test_a_name_with_a_date_of_its_own_makes_the_time_doubtful():
    (record,) = found("活动名称|时间", "流动科技馆（5月21日—25日）|5月21日").records

    assert whys(record) == {"when": "名称里也写着日子"}


def test_a_table_by_unit():
    first, second = found(
        "单位|活动名称|时间|活动对象|联系人|联系电话|名额|备注",
        "区气象局|气象讲座|5月25日|市民、学生|张三|60000002|50|需预约；由李四带队",
        "|开放|同上|本校师生、外星人|/|/|不限|/",
    ).records

    assert values(first) == {
        "title": "气象讲座",
        "kind": "lecture",
        "when": "5月25日",
        "organisers": {"responsible": ["区气象局"]},
        "audience": ["public", "pupils"],
        "contacts": [{"name": "张三", "phones": ["023-60000002"]}],
        "admission": {"booking": {"capacity": "50"}, "note": "由李四带队"},
    }
    assert whys(first) == {
        "kind": "按名称推断",
        "organisers": "表头只写“单位”，是按责任单位读的",
        "audience": "“学生”归到了“中小学生”",
        "admission": "备注的原话写进了说明，请看看宜不宜公开",
    }
    assert (values(second)["when"], values(second)["admits"]) == ("5月25日", "invited")
    assert "单位一格空着，是照上面一行填的" in whys(second)["organisers"]


def test_a_head_of_two_rows_with_roles():
    (record,) = found(
        "活动|<|单位|<|<",
        "名称|时间|主办单位|承办单位|协办单位",
        "科学秀|5月25日|区科技局|区科协、区教委|各街镇",
    ).records

    assert values(record)["organisers"] == {
        "host": ["区科技局"],
        "co-host": ["区科协", "区教委"],
        "support": ["各街镇"],
    }


def test_a_head_that_mixes_roles_is_to_be_checked():
    (record,) = found("活动名称|时间|主办（承办）单位", "科学秀|5月25日|区科技局").records

    assert whys(record) == {"organisers": "表头写的是“主办（承办）单位”，分不出哪家主办、哪家承办"}


def test_a_list_of_a_city_has_its_districts():
    assert each("district", "区县|活动名称|时间", "綦江区|甲|5月25日", "渝北|乙|5月25日") == [
        "qijiang",
        "yubei",
    ]
    assert each("district", "活动名称|时间", "一、綦江区|<", "甲|5月25日") == ["qijiang"]


def test_a_series_of_lectures():
    (record,) = found(
        "讲座题目|主讲人|时间|地点|适合年龄", "“黑洞”|张三（研究员）|5月25日|科技馆三楼|8-13岁"
    ).records

    assert values(record) == {
        "title": "黑洞",
        "when": "5月25日",
        "people": [{"name": "张三", "role": "主讲人", "of": "研究员"}],
        "where": {"place": "科技馆三楼"},
        "ages": "8-13岁",
    }


def test_a_contest_has_stages():
    (record,) = found("赛事名称|报名时间|初赛时间|决赛时间", "科学赛|5月1日—10日|5月20日|待定").records

    assert values(record) == {
        "title": "科学赛",
        "stages": [
            {"name": "报名", "when": "5月1日—10日"},
            {"name": "初赛", "when": "5月20日"},
            {"name": "决赛", "when": "待定"},
        ],
    }
    findings = found("活动名称|时间|报名时间", "甲|5月25日|5月1日—10日")
    assert [left.why for left in findings.left_out] == ["报名的起止时间请写进预约办法"]


def test_an_activity_at_a_known_base_is_its_own():
    assert each("base", "单位|活动名称|时间|地点", "科技馆|甲|5月25日|馆内") == ["科技馆"]
    assert each("where", "单位|活动名称|时间|地点", "科技馆|甲|5月25日|馆内") == [{"base": "科技馆"}]


def test_bases_with_their_activities_row_by_row_are_both():
    findings = found(
        "基地名称|基地地址|活动名称|活动时间|活动地点",
        "甲馆|某路1号|讲座|5月25日|馆内",
        "^|^|科学秀|5月26日|龙山小学",
    )

    assert [(record.kind, record.name) for record in findings.records] == [
        (Kind.BASE, "甲馆"),
        (Kind.ACTIVITY, "讲座"),
        (Kind.ACTIVITY, "科学秀"),
    ]
    assert values(findings.records[0]) == {"name": "甲馆", "address": "某路1号"}


def test_the_name_may_stand_in_what_it_is_about():
    short, quoted = found(
        "时间|活动内容",
        "5月25日|食品安全宣传",
        "5月26日|举办“气象+”科普讲座，邀请专家讲解气象知识，欢迎市民参加。",
    ).records

    assert (values(short)["title"], values(quoted)["title"], values(quoted)["description"]) == (
        "食品安全宣传",
        "气象+",
        "举办“气象+”科普讲座，邀请专家讲解气象知识，欢迎市民参加。",
    )
    assert whys(short, quoted) == {"title": "没有名称一栏，是从内容里取的"}


def test_one_cell_may_say_several():
    findings = found("单位|活动内容", "区科协|5.25开展“甲”活动；5.26开展“乙”活动；5.27")

    assert [(record.name, record.fields["when"].value) for record in findings.records] == [
        ("甲", "5.25"),
        ("乙", "5.26"),
    ]
    assert [left.read for left in findings.left_out] == ["5.27"]


def test_the_kind_is_that_of_its_column_or_told_by_the_name():
    row = "活动名称|时间|活动形式"
    assert [
        (values(record).get("kind"), whys(record))
        for record in found(row, "甲|5月25日|讲座宣讲", "甲|5月25日|主题展览", "甲|5月25日|快闪").records
    ] == [("lecture", {}), ("exhibition", {"kind": "按“主题展览”推断"}), (None, {})]


def test_what_is_for_staff_or_unknown_is_left_out():
    findings = found("活动名称|时间|填报人|怪列|链接", "甲|5月25日|张三|x|https://example.org", "|5月26日|||")

    assert [(left.read, left.why) for left in findings.left_out] == [
        ("怪列", "不认识表头“怪列”，这一列没有读；可以写 --map 怪列=字段"),
        ("张三", "内部联系人，不写进数据"),
        ("https://example.org", "看不出是预约、直播还是介绍的网址"),
        ("5月26日", "这一行没有写活动名称"),
    ]


def test_each_condition_may_have_a_column():
    (record,) = found(
        "活动名称|时间|费用|报名方式|预约电话|报名截止|名额|年龄|语言|联系人及电话",
        "科学秀|5月25日|30元/人|需预约|60000002|5月20日|限30人|6岁以上|英语|张三 60000003",
    ).records

    assert values(record) == {
        "title": "科学秀",
        "when": "5月25日",
        "contacts": [{"name": "张三", "phones": ["023-60000003"]}],
        "admission": {
            "fee": "paid",
            "note": "30元/人",
            "booking": {"phone": ["023-60000002"], "capacity": "限30人"},
            "until": "5月20日",
        },
        "ages": "6岁以上",
        "language": ["en"],
    }
    assert whys(record) == {}


def test_a_number_to_ask_in_the_remarks_is_a_contact():
    (record,) = found("活动名称|时间|备注", "科学秀|5月25日|咨询电话：60000002").records

    assert values(record)["contacts"] == [{"phones": ["023-60000002"]}]


def test_lists_of_contacts_forms_to_fill_in_and_notes_are_no_activities():
    assert [left.why for left in found("单位|姓名|电话", "区教委|张三|60000002").left_out] == [
        "这张表没有基地或活动，可能是联络名单"
    ]
    assert [left.why for left in found("活动名称|时间", "|").left_out] == ["是一张没有填的空白表"]
    assert [left.why for left in found("活动名称|时间", "甲|5月25日", "注：均免费|<").left_out] == [
        "表下面的注，请看看要不要写进去"
    ]


def test_time_and_place_may_stand_in_one_cell():
    first, second = found(
        "活动名称|活动时间及地点", "甲|5月25日9:00-11:00，在市民广场", "乙|5月下旬\n龙山小学"
    ).records

    assert [(values(one)["when"], values(one)["where"]) for one in (first, second)] == [
        ("5月25日9:00-11:00", {"place": "市民广场"}),
        ("5月下旬", {"place": "龙山小学"}),
    ]
    assert whys(first, second) == {"where": "时间和地点写在一格里"}


def test_a_name_in_several_lines_is_to_be_checked_and_a_text_keeps_its_lines():
    (record,) = found("活动名称|时间|活动内容", "科普\n讲座|5月25日|一、甲\n二、乙").records

    assert (values(record)["title"], values(record)["description"]) == ("科普讲座", "一、甲\n二、乙")
    assert whys(record)["title"] == "写在几行里，是连起来读的"


def test_an_activity_over_several_rows_is_one_at_several_times():
    rows = (
        "活动名称|时间|地点",
        "科学秀|5月25日|市民广场",
        "^|5月26日|^",
        "影展|5月25日|甲校",
        "^|5月26日|乙校",
        "^|5月27日|丙校",
    )

    assert [values(record) for record in found(*rows).records] == [
        {"title": "科学秀", "when": "5月25日；5月26日", "where": {"place": "市民广场"}},
        {
            "title": "影展",
            "kind": "exhibition",
            "sessions": [
                {"when": "5月25日", "where": {"place": "甲校"}},
                {"when": "5月26日", "where": {"place": "乙校"}},
                {"when": "5月27日", "where": {"place": "丙校"}},
            ],
        },
    ]


def test_rows_that_differ_in_more_than_time_and_place_are_several():
    rows = ("活动名称|时间|主办单位", "科学秀|5月25日|区科协", "^|5月26日|区教委")

    assert [record.name for record in found(*rows).records] == ["科学秀", "科学秀"]


@pytest.mark.parametrize(
    ("head", "row", "when", "why"),
    [
        ("日期|开始时间|结束时间", "20240525|9:00|11:00", "2024-05-25 9:00—11:00", ""),
        ("日期|时间", "5月25日上午（周六）|", "5月25日（周六）上午", ""),
        ("日期|时间", "5.2|9:00", "5.2 9:00", "可能是 Excel 丢了末尾的 0（5.2 也许是 5.20）"),
        (
            "日期|时间",
            "45437.375|",
            "2024年5月25日 9:00",
            "表里是数字 45437.375，是当作 Excel 的日期时间换算的",
        ),
        (
            "日期|开始时间",
            "5月25日|0.375",
            "5月25日 9:00",
            "表里是数字 0.375，是当作 Excel 的日期时间换算的",
        ),
    ],
)
def test_what_a_spreadsheet_makes_of_days_and_hours_is_read_and_told(head, row, when, why):
    (record,) = found(f"活动名称|{head}", f"甲|{row}").records

    assert (values(record)["when"], whys(record).get("when", "")) == (when, why)


def test_a_day_of_its_own_has_not_the_hours_of_the_row_above():
    _, second = found("日期|时间|活动名称", "5月25日|全天|甲", "5月26日||乙").records

    assert (values(second)["when"], whys(second)) == ("5月26日", {})


def test_conditions_behind_a_name_are_to_be_checked():
    (record,) = found("活动名称|时间", "音乐会（需购票）|5月25日").records

    assert whys(record) == {"title": "名称后面的括号里是条件，请写到该写的项里"}


def test_columns_that_become_nothing_are_told():
    assert [
        (left.read, left.why)
        for left in found(
            "活动名称|时间|街道|地点|场地|预计人数", "甲|5月25日|某街道|馆|厅|100", "乙|5月26日||||"
        ).left_out
    ] == [
        ("街道", "“街道”这一列没有可以写进去的项，没有读"),
        ("场地", "“场地”和前面一列说的是一种，只读了前面一列"),
        ("预计人数", "“预计人数”这一列没有可以写进去的项，没有读"),
    ]


@pytest.mark.parametrize("units", ["区科技局联合区科协", "区科协/区文旅局", "区科协 张三"])
def test_units_that_are_named_as_one_are_to_be_checked(units):
    (record,) = found("活动名称|时间|主办单位", f"1.甲|5月25日|{units}").records

    assert (values(record)["title"], whys(record)) == (
        "甲",
        {"organisers": f"“{units}”像是几个单位，或者还写着别的，请看看"},
    )
    (fine,) = found("活动名称|时间|主办单位", "甲|5月25日|区残疾人联合会").records
    assert whys(fine) == {}
