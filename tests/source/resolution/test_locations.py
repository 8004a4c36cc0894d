from pathlib import Path

import pytest
from trees import ACTIVITIES, activity, complaints, read, reminders

from scienceweek.model.catalogue import Catalogue
from scienceweek.model.place import AtBase, AtPlace, AtVenue, InArea, Location, Online, OnTour


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
        ("{place: 一楼, words: 一楼}", "6:31: “words”只能和 venue 或 area 一起写。"),
        ("{area: []}", "6:19: 街镇名单是空的。请填上，或写 全区、各街镇。"),
    ],
)
def test_what_is_no_place_is_told(tmp_path: Path, written: str, message: str):
    assert complaints(tmp_path, {ACTIVITIES: activity(where=written)}) == [f"{ACTIVITIES}:{message}"]
