from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, FILES, activity, complaints, reminders


def told(tmp_path: Path, where: str, **changes: str) -> list[str]:
    """What is certainly wrong with *where*, without its position."""
    found = complaints(tmp_path, {ACTIVITIES: activity(where=where, **changes)})
    return [message.split(": ", 1)[1] for message in found]


NOT_STATED = "不是地点。通知没有写，就不填这一项；网页会写“通知未写明”。"
AFAR = (
    "不是去得了的地点。请写 {online: 网址}；没有网址的写 {online: unknown, platform: 平台, account: 帐号}。"
)
LINK = "里有网址。线上的活动写 {online: 网址}；在现场办、同时直播的，地点写现场，网址写进 live: {url: 网址}。"
MEETING = "不是去得了的地点。请写 {online: unknown, platform: 腾讯会议, account: 会议号}。"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('{place: "-"}', f"“-”{NOT_STATED}"),
        ("{place: ——}", f"“——”{NOT_STATED}"),
        ("{place: 无}", f"“无”{NOT_STATED}"),
        ("{place: 地点待定}", f"“地点待定”{NOT_STATED}"),
        ("{area: 待定}", f"“待定”{NOT_STATED}"),
        ("{area: [龙山街道, 无]}", f"“无”{NOT_STATED}"),
        ("{tour: 另行通知}", f"“另行通知”{NOT_STATED}"),
        ("{place: 龙山小学, address: 不详}", f"“不详”{NOT_STATED}"),
        ("{base: meteorology-museum, room: /}", f"“/”{NOT_STATED}"),
        ("{place: 同上}", "“同上”不是地点，网页上看不到那里。请把那里写的地点填在这里。"),
        ("{place: 详见附件2}", "“详见附件2”不是地点，网页上看不到那里。请把那里写的地点填在这里。"),
        ("{place: '线上：http://example.cn/live'}", f"“线上：http://example.cn/live”{LINK}"),
        ("{place: 龙山小学 www.example.cn}", f"“龙山小学 www.example.cn”{LINK}"),
        ("{place: 线上}", f"“线上”{AFAR}"),
        ("{area: 网上直播}", f"“网上直播”{AFAR}"),
        ("{tour: 线上（视频号）}", f"“线上（视频号）”{AFAR}"),
        ("{place: 腾讯会议 123-456-789}", f"“腾讯会议 123-456-789”{MEETING}"),
        ("{place: 会议号：123 456 789}", f"“会议号：123 456 789”{MEETING}"),
        ("{place: 023-60000001}", "“023-60000001”是电话，不是地点。电话写进联系人（contacts）。"),
        ("{place: 龙山小学 时间：9点}", "“龙山小学 时间：9点”里有时间。时间写进 when，这里只写地点。"),
        (
            "{place: 红旗小学、育才中学}",
            "“红旗小学、育才中学”是2个地点。请一个一个写：[{place: 红旗小学}, {place: 育才中学}]。",
        ),
    ],
)
def test_what_is_no_place_is_told_with_what_to_write(tmp_path: Path, written: str, message: str):
    assert told(tmp_path, written) == [message]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            "{place: 曾家岩书院、图书馆}",
            (
                "“曾家岩书院、图书馆”像是2个地点。是几个，就一个一个写：[{place: 曾家岩书院}, {place: 图书馆}]；"
                "是一个地方的名字，不用管。"
            ),
        ),
        (
            "{place: 第一、第二小学}",
            (
                "“第一、第二小学”像是2个地点。是几个，就一个一个写：[{place: 第一}, {place: 第二小学}]；"
                "是一个地方的名字，不用管。"
            ),
        ),
        (
            "{place: 重庆市气象科普馆B馆505教室}",
            (
                "“重庆市气象科普馆B馆505教室”在基地“重庆市气象科普馆”里。"
                "写成 {base: meteorology-museum, room: B馆505教室}，网页才知道就在那里。"
            ),
        ),
        (
            "{place: 市主会场}",
            "“市主会场”在场地“市主会场”里。写成 {venue: main-hall}，网页才知道就在那里。",
        ),
        (
            "{place: 抖音直播间}",
            "“抖音直播间”像是线上的。线上的活动写 {online: unknown, platform: 平台, account: 帐号}；同时直播的写 live。",
        ),
        (
            "{place: 龙山小学, address: 龙山路2号（9:30开始）}",
            "“龙山路2号（9:30开始）”里像有时间。时间写进 when，这里只写地点。",
        ),
        (
            "{online: unknown, platform: 快手“北京天文馆”账号同步直播}",
            "平台「快手“北京天文馆”账号同步直播」里有帐号：写成 account: 北京天文馆，网页上就不写“网址未公布”。",
        ),
    ],
)
def test_what_may_be_no_place_is_a_reminder(tmp_path: Path, written: str, message: str):
    found = reminders(tmp_path, {ACTIVITIES: activity(where=written)})

    assert [one.split("提醒：", 1)[1] for one in found] == [message]


@pytest.mark.parametrize(
    "written",
    [
        "{place: 云上科技馆}",
        "{place: 网络安全博物馆}",
        "{place: 龙山小学, room: 三楼视频会议室}",
        "{base: meteorology-museum, room: 视频会议室}",
        "{base: meteorology-museum, room: 1-2-305-6}",
        "{base: meteorology-museum, room: 一楼、二楼展厅}",
        "{place: 无锡博物院}",
        "{place: 时代广场}",
        "{place: 第一中学}",
        "{place: 58同城大厦, address: 五四路12号1幢5-0}",
        "{venue: main-hall, words: 主会场、分会场}",
    ],
)
def test_a_name_that_only_looks_so_is_let_through(tmp_path: Path, written: str):
    assert reminders(tmp_path, {ACTIVITIES: activity(where=written)}) == []


def test_rain_sessions_and_addresses_are_looked_at_too(tmp_path: Path):
    files = {
        ACTIVITIES: activity(rain="{where: {place: 待定}}"),
        BASES: str(FILES[BASES]).replace("    type: venue\n", "    type: venue\n    address: 暂无\n"),
    }
    found = complaints(tmp_path, files)

    assert [message.split(": ", 1)[1] for message in found] == [f"“待定”{NOT_STATED}", f"“暂无”{NOT_STATED}"]
