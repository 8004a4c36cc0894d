from dataclasses import replace

import pytest

from scienceweek.desk.findings import Findings, Kind, Sort
from scienceweek.desk.notices import read_notice
from scienceweek.desk.setting import Setting
from scienceweek.model.place import AtPlace
from tests.desk.notices.papers import CORRECTION, KNOWN, POSTPONEMENT, RESULTS, SUPPLEMENT, document, values
from tests.samples import activity

LOOK = "是从更正的话里读出来的，请对着原文看"


def read(text: str) -> Findings:
    return read_notice(document(text), KNOWN)


def changes(text: str) -> list[dict[str, object]]:
    """What is changed, but for the list of the documents of the campaign."""
    said = [{name: one.value for name, one in record.fields.items()} for record in read(text).records]
    return [one for one in said if "notices" not in one]


def test_a_supplement_changes_what_is_known_and_adds_what_is_new():
    found = read(SUPPLEMENT)
    assert changes(SUPPLEMENT) == [
        {
            "id": "2024-yubei-1",
            "title": "实验室开放日",
            "status": "rescheduled",
            "reason": "天气",
            "when": "5月26日",
            "previously": "5月25日",
        },
        {"id": "2024-yubei-2", "title": "当非遗遇上科技", "where": {"place": "渝北区图书馆"}},
        {"id": "2024-yubei-3", "title": "防范换脸诈骗", "status": "cancelled", "reason": "设备检修"},
        {
            "id": "2024-yubei-4",
            "title": "健康科普进校园",
            "status": "postponed",
            "reason": "天气",
            "when": "具体时间另行通知",
            "previously": "2024-05-25",
        },
        {
            "id": "2024-yubei-5",
            "title": "气象公开课",
            "status": "moved-online",
            "reason": "天气",
            "where": {"online": "unknown", "platform": "腾讯会议"},
        },
        {"title": "“夜观星空”活动", "when": "5月30日20:00", "where": {"place": "碧津公园"}},
    ]
    assert {
        one.why
        for record in found.records[:-2]
        for name, one in record.fields.items()
        if name not in {"id", "title"}
    } == {LOOK}
    assert found.records[-2].fields["title"].why == "是补充通知里新增的，请看看是不是已经有了"
    assert found.sort is Sort.CHANGE


def test_what_is_not_known_is_told_and_what_is_only_so_in_rain_is_no_change():
    assert next((one.read, one.why) for one in read(SUPPLEMENT).left_out) == (
        "“没有人知道的名称”活动取消。",
        "写着改动，但是在已有的数据里没有找到名称相近的活动",
    )


def test_a_correction_puts_the_right_words_where_the_wrong_ones_stand():
    assert changes(CORRECTION) == [
        {"id": "2024-yubei-4", "title": "健康科普进校园", "description": "在金山小学开展。"},
        {"id": "museum", "name": "重庆市气象科普馆", "address": "新牌坊一路86号"},
    ]


def test_a_whole_campaign_may_be_moved():
    (found,) = read(POSTPONEMENT).records
    assert (found.kind, *values(found, "id", "when")) == (Kind.CAMPAIGN, "2024-yubei", "2024年6月15日至22日")


def test_a_list_of_results_brings_no_activities():
    found = read(RESULTS)
    assert [one.why for one in found.left_out] == ["结果里没有新的活动"]
    assert [values(one, "id", "notices") for one in found.records] == [
        (
            "2024-yubei",
            [
                {
                    "kind": "results",
                    "title": "关于公布2024年渝北区科技活动周优秀组织单位名单的通知",
                    "issuer": "渝北区科学技术局",
                    "issued": "2024-07-01",
                }
            ],
        )
    ]


def test_a_further_document_is_listed_with_its_text_and_told_where_no_campaign_is_known():
    found = read(SUPPLEMENT)
    listed = found.records[-1]
    assert (listed.kind, found.is_further) == (Kind.CAMPAIGN, True)
    assert values(listed, "id", "name", "notices") == (
        "2024-yubei",
        "2024年渝北区科技活动周",
        [
            {
                "kind": "supplement",
                "title": "关于2024年渝北区科技活动周部分活动时间地点调整的补充通知",
                "issuer": "渝北区科学技术局",
                "issued": "2024-05-22",
            }
        ],
    )
    assert found.notice.startswith("**关于2024年渝北区科技活动周部分活动时间地点调整的补充通知**")

    alone = read_notice(document(SUPPLEMENT), Setting())
    assert [one.why for one in alone.left_out][
        -1
    ] == "这份文件本身，请写进活动周的 notices（见 docs/fields.md）"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "“实验室开放日”活动时间由上午调整为14:00。",
            {"status": "rescheduled", "when": "2024-05-25 14:00", "previously": "2024-05-25"},
        ),
        (
            "原定于5月25日举行的“实验室开放日”活动推迟至6月2日上午9:00。",
            {"status": "rescheduled", "when": "6月2日上午9:00", "previously": "5月25日"},
        ),
        ("“实验室开放日”活动取消，“气象公开课”照常。", {"status": "cancelled"}),
        ("“实验室开放日”改在创新广场举办。", {"where": {"place": "创新广场"}}),
        ("“实验室开放曰”活动取消。", {"status": "cancelled"}),
    ],
)
def test_a_change_is_read_in_many_words(sentence: str, said: dict[str, object]):
    first = changes(f"关于活动调整的通知\n{sentence}\n某区科学技术局\n2024年5月20日")[0]
    assert {name: value for name, value in first.items() if name not in {"id", "title"}} == said
    assert first["id"] == "2024-yubei-1"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("“当非遗遇上科技”应为“当非遗遇见科技”。", {"id": "2024-yubei-2", "title": "当非遗遇见科技"}),
        (
            "“实验室开放日”活动的时间“5月25日”更正为“5月27日”。",
            {"id": "2024-yubei-1", "title": "实验室开放日", "when": "5月27日"},
        ),
        ("“重庆市气象科普馆”应为“重庆市气象馆”。", {"id": "museum", "name": "重庆市气象馆"}),
    ],
)
def test_names_and_days_are_put_right(sentence: str, said: dict[str, object]):
    assert changes(f"更正公告\n{sentence}") == [said]


def test_a_place_is_put_right_where_it_is_known():
    held = activity(id="2024-yubei-9", title="观星", where=AtPlace("碧津公园"))
    known = replace(KNOWN, known=replace(KNOWN.known, activities=(*KNOWN.known.activities, held)))
    found, _ = read_notice(document("更正公告\n“碧津公园”应为“中央公园”。"), known).records
    assert values(found, "id", "title", "where") == ("2024-yubei-9", "观星", {"place": "中央公园"})


def test_a_short_title_is_known_and_said_to_be_one():
    held = activity(id="2024-yubei-9", title="第七届渝北区公民科学素质大赛", short_title="科学素质大赛")
    known = replace(KNOWN, known=replace(KNOWN.known, activities=(*KNOWN.known.activities, held)))
    found, _ = read_notice(document("关于活动取消的公告\n科学素质大赛取消。"), known).records
    assert values(found, "id", "status") == ("2024-yubei-9", "cancelled")
    assert found.fields["id"].why == "原文没有写全名“第七届渝北区公民科学素质大赛”"


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("“实验室开放日”活动增加一场，时间为5月26日15:00。", "写着改动，看不出改成了什么，请照原文改"),
        ("联系电话“023-60000001”应为“023-60000002”。", "写着更正，但是在已有的数据里没有找到这些话"),
    ],
)
def test_a_change_that_is_not_understood_is_told(sentence: str, why: str):
    found = read(f"关于活动调整的通知\n{sentence}\n某区科学技术局\n2024年5月20日")
    assert [(one.read, one.why) for one in found.left_out] == [
        (sentence if "增加" in sentence else sentence[4:-1], why)
    ]
    assert changes(f"关于活动调整的通知\n{sentence}") == []
