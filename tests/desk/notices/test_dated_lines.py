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


def test_a_deadline_is_no_activity_and_a_weekday_that_does_not_fit_is_told():
    text = """
2024年渝北区科技活动周精彩活动预告
5月20日前，各学校完成报名。
5月25日（周五）9:00 科普集市 人民广场
5.27 全天 展览《海洋》 文化馆
5月下旬 科普大篷车进乡村
5月28日—6月1日 “恐龙来了”特展 自然博物馆（周一闭馆）
"""
    assert [told(one, "title", "when", "where") for one in activities(text)] == [
        ["科普集市", {"unfixed": "5月25日（周五）9:00"}, {"place": "人民广场"}],
        ["展览《海洋》", "5.27 全天", {"place": "文化馆"}],
        ["科普大篷车进乡村", "5月下旬", None],
        ["“恐龙来了”特展", "5月28日—6月1日（周一闭馆）", {"place": "自然博物馆"}],
    ]
    assert activities(text)[0].fields["when"].why == "看不懂这个时间：2024年5月25日是星期六，不是星期五"
    assert left(text) == [("5月20日前，各学校完成报名。", "写的是期限，不是活动")]


def test_phases_of_work_and_what_is_asked_of_offices_are_no_activities():
    text = """
渝北区2024年科技活动周工作方案
一、活动内容
（一）筹备阶段（5月1日—20日）：制定方案。
（二）实施阶段（5月25日—6月1日）：集中开展各类活动。
二、重点活动安排
1.5月25日上午9:00在人民广场举办启动仪式，下午在图书馆举办专题讲座。
2.请各单位5月20日前报送活动信息。
3.科普讲座。5月26日在图书馆举办，5月27日在文化馆举办。
"""
    assert [told(one, "title", "when", "where") for one in activities(text)] == [
        ["启动仪式", "5月25日上午9:00", {"place": "人民广场"}],
        ["科普讲座", "5月26日", {"place": "图书馆"}],
    ]
    lecture = activities(text)[1]
    assert (lecture.fields["when"].why, lecture.fields["where"].why) == (
        "句子里有几个时间，取了第一个",
        "地点是从句子里读出来的",
    )
    assert left(text) == [("一、活动内容", "写着日子，看不出是不是活动，请看看")]


def test_sections_that_each_say_one_fact_are_one_activity():
    (one,) = activities(
        "关于举办2024年科普志愿者培训班的通知\n各单位：\n现将有关事项通知如下。\n一、培训时间\n2024年5月27日9:00\n"
        "二、培训地点\n鹤鸣宾馆三楼会议室\n三、其他事项\n请准时参加。\n渝北区科学技术协会\n2024年5月10日"
    )
    assert told(one, "title", "when", "where") == [
        "2024年科普志愿者培训班",
        "2024年5月27日9:00",
        {"place": "鹤鸣宾馆三楼会议室"},
    ]


def test_the_sections_of_units_in_an_annex_are_gone_into():
    text = """
关于印发渝北区2024年科技活动周活动安排的通知
各单位：
现印发给你们。
渝北区科技局
2024年5月10日
附件
渝北区2024年科技活动周活动安排
一、部门活动
（一）区教育局
1.科技节
时间：5月28日
地点：一中
（二）区农业局
1.送科技下乡
时间：5月30日
地点：北镇
"""
    assert [told(one, "title", "when", "where") for one in activities(text)] == [
        ["科技节", "5月28日", {"place": "一中"}],
        ["送科技下乡", "5月30日", {"place": "北镇"}],
    ]


def test_doors_that_are_shut_are_no_activity_and_who_signs_stands_in_no_line():
    text = """
2024年科技馆假期开放公告
5月6日（周一）闭馆。
5月2日 15:00 机器人舞蹈
5月3日 10:00、15:00 科学实验秀（一楼剧场，每场100人）
渝北区科技馆
"""
    assert [told(one, "title", "when", "where", "admission") for one in activities(text)] == [
        ["机器人舞蹈", "5月2日 15:00", None, None],
        ["科学实验秀", "5月3日 10:00、15:00", {"place": "一楼剧场"}, {"booking": {"capacity": "每场100人"}}],
    ]
    assert ("5月6日（周一）闭馆", "写着开馆或闭馆，没有活动") in left(text)


def test_in_a_plain_list_of_activities_when_it_is_may_be_all_that_is_said():
    text = """
2024年渝北区科技工作者日活动安排
1.座谈会
时间：5月30日9:30
地点：区会议中心
2.走访慰问
时间：5月28日
"""
    assert [told(one, "title", "when", "where") for one in activities(text)] == [
        ["座谈会", "5月30日9:30", {"place": "区会议中心"}],
        ["走访慰问", "5月28日", None],
    ]
