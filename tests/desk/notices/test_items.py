from scienceweek.desk.notices import read_notice
from tests.desk.notices.papers import (
    ALONE,
    BY_DAY,
    DAYS,
    FRESH,
    LECTURES,
    NUMBERED_LABELS,
    OF_A_CITY,
    ONLINE,
    OPEN_DAY,
    PLAN,
    SENTENCES,
    activities,
    announced,
    document,
    marked,
    values,
)


def test_what_stands_under_labels_is_sure_and_when_and_where_a_sentence_begins_with_them():
    market, model_planes, visit = activities(PLAN)
    assert values(market, "title", "kind", "when", "where", "organisers", "description") == (
        "启动仪式暨科普集市",
        "ceremony",
        "5月25日（星期六）上午9:30—11:30",
        {"place": "丰都县人民广场"},
        {"responsible": ["县科技局", "县科协", "县卫生健康委"]},
        "科普展板、机器人表演、义诊咨询。",
    )
    assert marked(market) == {
        "kind": "按“启动仪式”推断",
        "tier": "按“启动仪式”推断",
        "organisers": "后面还有“等”，没有写是哪些单位",
    }
    assert values(model_planes, "title", "when", "where", "organisers", "audience", "description") == (
        "青少年航模体验活动",
        "5月26日至28日每天14:00",
        {"place": "县科技馆二楼"},
        {"lead": ["县教委"], "participant": ["县科协"]},
        ["pupils"],
        "5月26日至28日每天14:00在县科技馆二楼举办，面向中小学生。",
    )
    assert marked(model_planes) == {
        "kind": "按“青少年航模体验活动”推断",
        "audience": "按“面向中小学生”推断",
    }
    assert values(visit, "title", "when", "where", "audience") == (
        "“科学家精神进校园”宣讲活动",
        "5月29日下午",
        {"place": "丰都中学报告厅"},
        ["pupils"],
    )
    assert [one.anchor for one in (market, model_planes, visit)] == ["s3-1", "s3-2", "s3-2b"]


def test_each_dated_line_is_an_activity():
    assert [values(one, "title", "when", "where") for one in activities(BY_DAY)] == [
        ("启动仪式", "9月17日上午9:00", {"place": "漫滩公园"}),
        ("“走近航天”主题图片展", "9月18日—19日", {"place": "县图书馆"}),
        ("“火星上的水”科普讲座", "9月20日14:30", {"place": "巫溪中学"}),
    ]


def test_one_title_in_two_districts_is_two_activities():
    found = activities(OF_A_CITY)
    assert [(*values(one, "title", "district", "when"), one.anchor) for one in found] == [
        ("科技成果展", "yubei", "5月25日—27日", "s1-1"),
        ("气象科普开放日", "yubei", "5月26日上午", "s1-2"),
        ("科技成果展", "qijiang", "5月28日", "s2-1"),
    ]
    assert values(found[1], "where") == ({"venue": "市主会场"},)


def test_seats_and_how_one_books_are_read_as_in_tables():
    laboratory, microscope = activities(OPEN_DAY)
    assert values(laboratory, "title", "when", "where", "audience", "admission") == (
        "材料实验室参观",
        "9月20日9:00—11:00",
        {"place": "材料楼201"},
        ["pupils"],
        {
            "fee": "free",
            "booking": {"wechat": ["示例大学科协"], "capacity": "每场40人"},
            "until": "9月18日17:00",
        },
    )
    assert values(microscope, "admission", "bring") == ("free", "身份证")


def test_each_lecture_has_its_speaker():
    assert [values(one, "when", "people") for one in activities(LECTURES)] == [
        ("5月25日（周六）10:00", [{"name": "王五", "role": "主讲人", "of": "教授"}]),
        ("5月26日（周日）10:00", [{"name": "赵六", "role": "主讲人", "of": "研究员"}]),
    ]


def test_names_that_a_sentence_lists_are_activities_to_be_checked():
    found = activities(ONLINE)
    assert [values(one, "title", "kind", "tier", "when", "where") for one in found] == [
        ("川渝科普日云联动", "online", "online", "活动期间", {"online": "unknown"}),
        ("开学科普季", "online", "online", "活动期间", {"online": "unknown"}),
        ("第五届公民科学素质大赛网络赛", "contest", "online", "活动期间", {"online": "unknown"}),
    ]
    assert all(set(marked(one)) >= {"title", "kind", "tier", "when", "where"} for one in found)


def test_exhortation_is_no_activity():
    text = "关于举办2024年示例区科技活动周的通知\n一、重点活动\n（一）高度重视。各单位要精心组织。\n（二）加强宣传。要大力宣传。\n二、工作要求\n（一）科普活动要安全。各单位要确保安全。"
    assert activities(text) == []


def test_sections_below_a_heading_are_activities_and_those_below_an_activity_are_not():
    text = (
        "关于举办2024年示例区科技活动周的通知\n一、主要活动\n（一）系列联合行动。开展联合行动。\n1. 学会联合行动。发动各级学会。\n2. 企业联合行动。发动企业。\n"
        "（二）主场展览\n时间：5月26日\n地点：科创中心\n主要内容：展示以下内容：\n1．弘扬科学家精神。集中宣传。\n2．展示成就。展示新技术。\n责任单位：区科技局"
    )
    found = activities(text)
    assert [values(one, "title") for one in found] == [("学会联合行动",), ("企业联合行动",), ("主场展览",)]
    assert values(found[2], "description", "organisers") == (
        "展示以下内容：弘扬科学家精神；展示成就。",
        {"responsible": ["区科技局"]},
    )


def test_who_does_what_may_stand_in_brackets_with_the_verb_behind():
    text = "平罗县2021年科技活动周工作方案\n一、重点活动\n（一）科普赶集活动。在甲镇、乙乡等集镇开展科普赶集活动。时间根据集镇实际安排。（县科协主办，县科技局等有关单位参加）\n（二）观摩活动。组织人才观摩。（县科技局主办），时间另行通知。"
    market, visit = activities(text)
    assert values(market, "organisers", "when", "where") == (
        {"host": ["县科协"], "participant": ["县科技局", "有关单位"]},
        {"unfixed": "时间根据集镇实际安排"},
        {"area": ["甲镇", "乙乡"], "words": "甲镇、乙乡等集镇"},
    )
    assert values(visit, "organisers", "when", "description") == (
        {"host": ["县科技局"]},
        "时间另行通知",
        "组织人才观摩。",
    )


def test_who_holds_it_where_and_for_whom_is_suggested_by_its_sentence():
    text = (
        "关于举办2022年示例市科普日活动的通知\n一、主要活动\n"
        "（一）学会活动。发动各级学会，开展科普讲座。\n"
        "（二）资源开放。活动期间，甲科技馆、乙气象馆、丙博物馆等科技资源向社会开放。各基地免费或优惠开放。\n"
        "（三）人才评选工作。推荐评选科技人才。\n"
        "（四）“云上科普日”活动。利用科普平台、微信公众号等开展线上活动。"
    )
    learned, opened, chosen, online = activities(text)
    assert values(learned, "kind", "organisers") == ("lecture", {"host": ["各级学会"]})
    assert values(opened, "where", "admits", "when", "admission") == (
        [{"place": "甲科技馆"}, {"place": "乙气象馆"}, {"place": "丙博物馆"}],
        "public",
        "活动期间",
        {"note": "各基地免费或优惠开放"},
    )
    assert values(chosen, "admits") == ("invited",)
    assert values(online, "where") == ({"online": "unknown", "platform": "科普平台、微信公众号"},)
    assert marked(learned) == {
        "kind": "按“发动各级学会，开展科普讲座。”推断",
        "when": "没有写时间，是照整个活动周写的",
        "organisers": "“主办”是推断的，句子里没有这两个字",
    }


def test_what_an_activity_is_called_may_stand_under_a_label():
    found = activities(NUMBERED_LABELS)
    assert [values(one, "title", "when", "where") for one in found] == [
        ("江北区2024年全国科普日启动仪式", "9月15日上午10:00", {"place": "观音桥步行街"}),
        ("科普大讲堂", "9月18日14:30", {"place": "区图书馆三楼报告厅"}),
        ("“流动科技馆”进校园", "9月19日—20日", [{"place": "江北中学"}, {"place": "新村小学"}]),
    ]
    assert values(found[0], "organisers", "description", "tier") == (
        {"host": ["区科协", "区委宣传部"]},
        "科普表演、科技体验。",
        "ceremony",
    )


def test_a_document_may_be_of_one_activity_and_of_no_campaign():
    (found,) = read_notice(document(ALONE), FRESH).records
    assert values(found, "title", "when", "where", "people", "admission") == (
        "“遇见恐龙”科普讲座",
        "2024年5月26日（周日）14:30—16:00",
        {"place": "示例市自然博物馆一楼报告厅"},
        [{"name": "周八", "role": "主讲人", "of": "研究员"}],
        "free",
    )


def test_sections_may_be_sentences_and_what_is_for_staff_is_in_no_description():
    found = activities(SENTENCES)
    assert [values(one, "title", "when", "where", "organisers") for one in found] == [
        ("启动仪式", "5月25日上午9:30", {"place": "人民广场"}, None),
        ("“风云课堂”开放日活动", "5月26日", {"place": "气象公园"}, {"host": ["区气象局"]}),
        ("机器人大赛决赛", "5月30日下午3点", {"place": "区体育馆"}, None),
        ("科普讲座进社区", "5月28日", {"place": "和平社区"}, {"responsible": ["区科协"]}),
        ("实验室开放日", "5月29日9:00-16:00", None, {"host": ["区科技局"], "co-host": ["区科协"]}),
    ]
    assert values(found[4], "description") == (
        "5月29日9:00-16:00，示例大学实验室开放，由区科技局主办、区科协承办",
    )


def test_hours_below_a_day_are_of_that_day_and_what_is_only_conveyed_is_no_activity():
    assert [values(one, "title", "when", "where") for one in activities(DAYS)] == [
        ("科普大讲堂活动", "活动期间", None),
        ("机器人大赛", "5月28日", {"place": "区体育馆"}),
        ("启动仪式", "5月25日（周六） 9:30", {"place": "人民广场"}),
        ("“认识芯片”讲座", "5月25日（周六） 14:00", {"place": "区图书馆"}),
        ("科学实验秀", "5月26日（周日） 10:00—11:00", {"place": "区科技馆"}),
    ]
    assert values(announced(DAYS), "strands") == (
        [{"id": "s1", "title": "弘扬科学家精神", "text": "集中宣传科学家。", "source": "s1-1"}],
    )


def test_on_what_conditions_one_gets_in_is_read_out_of_a_sentence_and_to_be_checked():
    talk = """
示范区科技活动周方案
三、活动内容
（一）科普大讲堂
5月26日下午14:30在示范图书馆报告厅举办“人工智能与未来”讲座，由区科协承办，限额200人，提前电话预约（023-60000002）。
"""

    (one,) = activities(talk)
    assert values(one, "admission") == ({"booking": {"phone": ["023-60000002"], "capacity": "限额200人"}},)
    assert "admission" in marked(one)
