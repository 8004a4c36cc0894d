from scienceweek.desk.findings import FoundRecord
from scienceweek.desk.notices import read_notice
from tests.desk.notices.papers import FRESH, document

BY_UNIT = """
2024年渝北区科技活动周各单位活动安排

一、区气象局
5月25日9:00—16:00，在区气象台开展气象台开放日活动，市民凭身份证参观。
5月27日下午，组织社区居民到消防站参观体验。
二、区图书馆
5月25日至6月1日，在一楼大厅举办“科学家手稿”图片展（周一闭馆）。
活动期间每天9:00—17:00免费开放。
"""
BY_DAY = """
2024年渝北区科技活动周日程

5月25日 Saturday 25 May
● 9:00 启动仪式（广场，区科技局）
● 14:30 院士讲座《海洋的秘密》（区图书馆，限120人，扫码预约）
● 16:00 观星 Stars · 天文台 · 免费
5月26日（星期日）
● 全天 科技馆免费开放
● 9:30 停讲一次
"""
SERIES = """
2024年“周末科学课”公益讲座预告

每周六上午10:00，图书馆三楼报告厅
5月25日 主题：黑洞的影子 主讲：省天文学会 赵明 教授
6月1日 主题：身体里的微生物
入场方式：先到先得。
"""
AGENDA = """
2024年渝北区科技活动周启动仪式议程
时间：2024年5月25日9:00
地点：广场
9:00—9:10 领导致辞
9:10—11:30 参观展区
"""


def read(text: str):
    return read_notice(document(text), FRESH)


def activities(text: str) -> list[FoundRecord]:
    return [one for one in read(text).records if "title" in one.fields]


def told(one: FoundRecord, *names: str) -> list:
    return [one.fields[name].value if name in one.fields else None for name in names]


def left(text: str) -> list[tuple[str, str]]:
    return [(one.read, one.why) for one in read(text).left_out]


def test_the_lines_of_a_unit_are_what_it_holds():
    assert [told(one, "title", "when", "where", "organisers") for one in activities(BY_UNIT)] == [
        ["气象台开放日活动", "5月25日9:00—16:00", {"place": "区气象台"}, {"responsible": ["区气象局"]}],
        ["组织社区居民到消防站参观体验", "5月27日下午", None, {"responsible": ["区气象局"]}],
        [
            "“科学家手稿”图片展",
            "5月25日至6月1日（周一闭馆）",
            {"place": "一楼大厅"},
            {"responsible": ["区图书馆"]},
        ],
    ]
    doubts = [(one.fields["title"].why, one.fields["organisers"].why) for one in activities(BY_UNIT)]
    assert doubts == [
        ("", "责任单位是照小标题读的"),
        ("名称没有引号，是从句子里取的", "责任单位是照小标题读的"),
        ("", "责任单位是照小标题读的"),
    ]
    assert activities(BY_UNIT)[2].fields["where"].why == "只写了几楼、哪个厅，没有写是哪家的"
    assert left(BY_UNIT) == [("活动期间每天9:00—17:00免费开放", "只写了开放时间，请写到那个馆的开放时间里")]


def test_brackets_say_where_who_and_on_what_conditions():
    assert [told(one, "title", "when", "where", "organisers", "admission") for one in activities(BY_DAY)] == [
        ["启动仪式", "5月25日 9:00", {"place": "广场"}, {"responsible": ["区科技局"]}, None],
        [
            "院士讲座《海洋的秘密》",
            "5月25日 14:30",
            {"place": "区图书馆"},
            None,
            {"booking": {"note": "扫码预约", "capacity": "限120人"}},
        ],
        ["观星 Stars", "5月25日 16:00", {"place": "天文台"}, None, "free"],
    ]
    assert [(why, read) for read, why in left(BY_DAY)] == [
        ("只写了开放时间，请写到那个馆的开放时间里", "5月26日（星期日） 全天，科技馆免费开放"),
        ("写着没有活动", "9:30 停讲一次"),
    ]


def test_a_series_has_its_hours_and_its_place_once():
    first, second = activities(SERIES)
    assert told(first, "title", "when", "where", "people") == [
        "黑洞的影子",
        "5月25日 上午10:00",
        {"place": "图书馆三楼报告厅"},
        [{"name": "赵明", "role": "主讲人", "of": "省天文学会教授"}],
    ]
    assert [first.fields[name].why for name in ("title", "when", "where")] == [
        "",
        "钟点是照前面一行写的",
        "地点是照前面一行写的",
    ]
    assert told(second, "title", "when", "people") == ["身体里的微生物", "6月1日 上午10:00", None]
    assert left(SERIES) == [("入场方式：先到先得。", "这一行没有写是哪天，没有当作活动")]


def test_an_agenda_is_the_programme_of_one_activity():
    (one,) = activities(AGENDA)
    assert told(one, "title", "when", "where", "programme") == [
        "2024年渝北区科技活动周启动仪式",
        "2024年5月25日9:00",
        {"place": "广场"},
        [{"at": "9:00—9:10", "what": "领导致辞"}, {"at": "9:10—11:30", "what": "参观展区"}],
    ]


def test_a_title_that_names_day_and_place_is_parted():
    (one,) = activities(
        "2024年渝北区科技活动周安排\n一、重点活动\n1. 科普集市，5月25日上午9:00，公园南门。\n二、要求\n高度重视。"
    )
    assert told(one, "title", "when", "where") == ["科普集市", "5月25日上午9:00", {"place": "公园南门"}]
