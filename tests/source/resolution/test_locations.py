from pathlib import Path

import pytest
from trees import ACTIVITIES, activity, complaints, read, reminders

from samples import may
from scienceweek.model.activity import Rain
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.place import AtBase, AtPlace, AtVenue, InArea, Live, Location, Online, OnTour


def locations(catalogue: Catalogue) -> tuple[Location, ...]:
    return catalogue.activities[0].where


def test_a_base_and_a_venue_are_followed(tmp_path: Path):
    where = "[{base: meteorology-museum}, {venue: main-hall, words: 主会场}]"
    catalogue = read(tmp_path, {ACTIVITIES: activity(where=where)}).catalogue

    assert locations(catalogue) == (AtBase(catalogue.bases[0]), AtVenue(catalogue.venues[0], "主会场"))


@pytest.mark.parametrize(
    ("written", "location"),
    [
        ("{place: 龙山小学}", AtPlace("龙山小学")),
        ("{place: 龙山小学, address: 龙山路}", AtPlace("龙山小学", "龙山路")),
        (
            "{place: 北京天文馆, room: B馆505教室, meet: A馆服务台, access: [地铁4号线D口, 地下停车场]}",
            AtPlace("北京天文馆", "", "B馆505教室", "A馆服务台", ("地铁4号线D口", "地下停车场")),
        ),
        ("{area: 全区, meet: 区政府东门}", InArea("全区", meet="区政府东门")),
        ("{tour: 科普大篷车进校园, meet: 校门口}", OnTour("科普大篷车进校园", "校门口")),
        ("{online: unknown, platform: 快手, account: 北京天文馆}", Online("", "快手", "北京天文馆")),
        ("{area: 全区}", InArea("全区")),
        ("{area: 各街镇, words: 各街道、镇}", InArea("各街道、镇")),
        ("{area: [姚伏, 黄渠桥镇]}", InArea("姚伏、黄渠桥镇", ("姚伏", "黄渠桥镇"))),
        ("{area: [姚伏], words: 姚伏等主要集镇}", InArea("姚伏等主要集镇", ("姚伏",))),
        ("{tour: 科普大篷车进校园}", OnTour("科普大篷车进校园")),
        (
            "{online: 'https://example.cn/live', platform: 视频号}",
            Online("https://example.cn/live", "视频号"),
        ),
    ],
)
def test_every_other_way_to_say_where(tmp_path: Path, written: str, location: Location):
    assert locations(read(tmp_path, {ACTIVITIES: activity(where=written)}).catalogue) == (location,)


def test_a_room_and_a_meeting_point_are_at_the_base_or_the_venue(tmp_path: Path):
    where = "[{base: meteorology-museum, room: 一楼报告厅}, {venue: main-hall, room: 三楼展厅, meet: 东门}]"
    catalogue = read(tmp_path, {ACTIVITIES: activity(where=where)}).catalogue

    assert locations(catalogue) == (
        AtBase(catalogue.bases[0], "一楼报告厅"),
        AtVenue(catalogue.venues[0], "", "三楼展厅", "东门"),
    )
    assert [one.id for one in catalogue.at_place["meteorology-museum"]] == [catalogue.activities[0].id]


def test_an_account_is_where_to_look_and_asks_for_no_address(tmp_path: Path):
    files = {ACTIVITIES: activity(where="{online: unknown, platform: 快手, account: 北京天文馆}")}

    assert reminders(tmp_path, files) == []


def test_rain_says_when_where_or_what_becomes_of_it(tmp_path: Path):
    rain = "{when: 5.26, where: {base: meteorology-museum, room: 一楼}, note: 前一天通知}"
    catalogue = read(tmp_path, {ACTIVITIES: activity(rain=rain)}).catalogue

    assert catalogue.activities[0].rain == Rain(
        (may(26),), (AtBase(catalogue.bases[0], "一楼"),), "前一天通知"
    )


def test_a_stream_and_a_recording_stand_beside_the_place(tmp_path: Path):
    files = {
        ACTIVITIES: activity(
            where="{base: meteorology-museum}",
            live="{platform: 快手, account: 北京天文馆, note: 只播前半场}",
            replay="https://example.cn/replay",
        )
    }
    shown = read(tmp_path, files).catalogue.activities[0]

    assert shown.live == Live("", "快手", "北京天文馆", "只播前半场")
    assert shown.replay == "https://example.cn/replay"
    assert [place.id for place in shown.places] == ["meteorology-museum"]


@pytest.mark.parametrize(
    ("key", "written", "message"),
    [
        ("live", "{note: 有直播}", "6:11: 直播（live）写网址（url），或平台（platform）和帐号（account）。"),
        (
            "rain",
            "{note: }",
            "6:11: 下雨时怎么办没有写。请写改到哪天（when）、改到哪里（where），或一句话（note）。",
        ),
        (
            "rain",
            "{where: {base: farm}}",
            "6:26: 没有编号为“farm”的基地。要先在 data/bases 里写上它，或者改写别的编号。",
        ),
    ],
)
def test_a_stream_or_rain_that_says_nothing_is_told(tmp_path: Path, key: str, written: str, message: str):
    assert complaints(tmp_path, {ACTIVITIES: activity(**{key: written})}) == [f"{ACTIVITIES}:{message}"]


def test_where_nothing_is_said_is_nowhere(tmp_path: Path):
    assert locations(read(tmp_path, {ACTIVITIES: activity(base="meteorology-museum")}).catalogue) == ()


def test_online_without_an_address_is_a_warning(tmp_path: Path):
    files = {ACTIVITIES: activity(where="{online: unknown}")}

    assert locations(read(tmp_path, files).catalogue) == (Online(),)
    assert reminders(tmp_path, files) == [
        f"{ACTIVITIES}:6:21: 提醒：“我们曾经都是鱼”是线上活动，没有网址，网页上会写“网址未公布”。"
    ]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("{base: farm}", "6:19: 没有编号为“farm”的基地。要先在 data/bases 里写上它，或者改写别的编号。"),
        ("{venue: 市主会场}", "6:20: 没有编号为“市主会场”的场地。“市主会场”的编号是“main-hall”，请写编号。"),
        (
            "{base: meteorology-museum, place: 一楼}",
            "6:12: 一个地点只写一项：base、venue、place、area、tour 或 online；这里写了 base、place。有几个地点就写成列表。",
        ),
        (
            "[{place: 一楼}, {words: 一楼}]",
            "6:26: 一个地点只写一项：base、venue、place、area、tour 或 online；这里一个也没有写。有几个地点就写成列表。",
        ),
        ("{base: meteorology-museum, address: x}", "6:48: “address”只能和 place 一起写。"),
        ("{area: 全区, room: 一楼}", "6:29: “room”只能和 base、venue 或 place 一起写。"),
        ("{place: 一楼, words: 一楼}", "6:31: “words”只能和 venue 或 area 一起写。"),
        ("{area: []}", "6:19: 街镇名单是空的。请填上，或写 全区、各街镇。"),
    ],
)
def test_what_is_no_place_is_told(tmp_path: Path, written: str, message: str):
    assert complaints(tmp_path, {ACTIVITIES: activity(where=written)}) == [f"{ACTIVITIES}:{message}"]
