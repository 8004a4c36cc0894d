from scienceweek.desk.findings import Kind
from scienceweek.desk.notices import read_notice
from scienceweek.desk.notices.veil import secrets, veiled
from tests.desk.notices.papers import FRESH, document, values

TEXT = """
关于举办2026年渝北区科技活动周的通知
一、活动时间
2026年5月23日至30日
二、主要活动
（一）科普讲座
时间：5月24日10:00
地点：区图书馆
内容：听讲请找王晓五，手机13900001234。
咨询电话：023-60002222
三、有关要求
请于6月5日前将总结报送区科技局（电话60003333，王晓五收）。
联系人：王晓五，联系电话：60002222、60003333、13900001234
"""


def test_what_is_for_staff_is_in_no_sentence_and_what_visitors_are_to_call_stays():
    found = read_notice(document(TEXT), FRESH)
    campaign, lecture = found.records
    assert values(campaign, "contacts", "deadlines") == (
        [
            {
                "name": "王晓五",
                "phones": ["023-60003333", "13900001234"],
                "show": "internal",
            }
        ],
        [{"when": "2026-06-05", "what": "报送总结", "to": "区科技局", "source": "s3"}],
    )
    assert (lecture.kind, *values(lecture, "description")) == (
        Kind.ACTIVITY,
        "听讲请找〔姓名略〕，手机〔电话供来文单位，此处略〕。",
    )
    assert "咨询电话：023-60002222" in found.notice.split("\n")
    assert not any(secret in found.notice for secret in ("60003333", "13900001234", "王晓五"))


def test_a_text_without_secrets_stays_as_it_is():
    assert veiled("电话60003333，王晓五收", secrets([])) == "电话60003333，王晓五收"
