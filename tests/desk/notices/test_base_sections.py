from scienceweek.desk.findings import Kind
from scienceweek.desk.notices import read_notice
from tests.desk.notices.papers import FRESH, document

BASES = """
2024年科技活动周期间科普基地开放安排
1.地质博物馆（地址：人民路1号；电话：023-66600002）
开放时间：周末8:00—18:00
特色活动：“岩石鉴定”（5月26日10:00）、“矿物显微镜”（5月29日14:00）
2.消防科普馆
地址：健康路6号
开放时间：团体预约开放
周边有停车场。
"""


def test_a_section_that_says_where_it_is_and_when_it_is_open_is_a_base():
    found = read_notice(document(BASES), FRESH)

    assert [(one.kind, {name: said.value for name, said in one.fields.items()}) for one in found.records] == [
        (
            Kind.BASE,
            {
                "name": "地质博物馆",
                "address": "人民路1号",
                "contacts": [{"phones": ["023-66600002"]}],
                "hours": ["周末8:00—18:00"],
            },
        ),
        (
            Kind.ACTIVITY,
            {
                "title": "岩石鉴定",
                "tier": "base",
                "when": "5月26日10:00",
                "base": "地质博物馆",
                "description": "“岩石鉴定”。",
            },
        ),
        (
            Kind.ACTIVITY,
            {
                "title": "矿物显微镜",
                "tier": "base",
                "when": "5月29日14:00",
                "base": "地质博物馆",
                "description": "“矿物显微镜”。",
            },
        ),
        (Kind.BASE, {"name": "消防科普馆", "address": "健康路6号"}),
    ]
    assert [(one.read, one.why) for one in found.left_out] == [
        ("团体预约开放", "看不懂这个开放时间，请照手册改写成几行"),
        ("周边有停车场。", "没有读进这个基地，请看看"),
    ]


def test_a_section_about_an_activity_is_none():
    found = read_notice(
        document(
            "2024年渝北区科技活动周方案\n一、重点活动\n（一）博物馆之夜\n时间：5月25日19:00\n地点：博物馆"
        ),
        FRESH,
    )

    assert [one.kind for one in found.records] == [Kind.CAMPAIGN, Kind.ACTIVITY]
