from scienceweek.desk.findings import Kind
from scienceweek.desk.notices import read_notice
from tests.desk.notices.papers import FRESH, document

CONTEST = """
关于举办2024年渝北区中小学生科技创新作品展评活动的通知
各中小学：
一、活动时间
作品征集：2024年3月1日—4月15日
初评：4月20日
终评及展示：5月25日9:00—16:00，区少年宫一楼展厅
颁奖：6月1日上午
二、组织机构
主办单位：区教委
三、报送要求
每校限报5件。
渝北区教育委员会
2024年2月26日
"""


def activity(text: str):
    (one,) = (one for one in read_notice(document(text), FRESH).records if one.kind is Kind.ACTIVITY)
    return one


def test_a_contest_has_its_stages_and_one_goes_to_those_that_say_where():
    found = activity(CONTEST)

    assert found.fields["title"].value == "2024年渝北区中小学生科技创新作品展评活动"
    assert found.fields["stages"].value == [
        {"name": "作品征集", "when": "2024年3月1日—4月15日"},
        {"name": "初评", "when": "4月20日"},
        {
            "name": "终评及展示",
            "when": "5月25日9:00—16:00",
            "where": {"place": "区少年宫一楼展厅"},
            "attend": True,
        },
        {"name": "颁奖", "when": "6月1日上午"},
    ]
    assert found.fields["stages"].why == "阶段是从各行读出来的，请对着原文看"
    assert found.fields["organisers"].value == {"host": ["区教委"]}
    assert "when" not in found.fields


def test_a_sentence_may_tell_them_one_after_the_other():
    found = activity(
        "渝北区2024年科技活动周方案\n一、重点活动\n"
        "（一）知识竞赛。4月20日至5月10日线上报名，5月17日初赛，5月25日决赛。\n二、要求\n高度重视。"
    )

    assert found.fields["title"].value == "知识竞赛"
    assert found.fields["stages"].value == [
        {"name": "线上报名", "when": "4月20日至5月10日"},
        {"name": "初赛", "when": "5月17日"},
        {"name": "决赛", "when": "5月25日"},
    ]


def test_one_stage_alone_is_when_it_is():
    found = activity(
        "渝北区2024年科技活动周方案\n一、重点活动\n（一）知识竞赛。5月25日决赛，地点在区图书馆。\n二、要求\n高度重视。"
    )

    assert found.fields["when"].value == "5月25日"
    assert "stages" not in found.fields
