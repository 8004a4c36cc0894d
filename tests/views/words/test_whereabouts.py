import pytest

from samples import base, may, venue
from scienceweek.model.activity import Rain
from scienceweek.model.place import AtBase, AtPlace, AtVenue, InArea, Live, Location, Online, OnTour
from scienceweek.views.words import whereabouts


@pytest.mark.parametrize(
    ("location", "spot", "meeting", "access"),
    [
        (AtBase(base(access=("公交604路",)), "一楼"), "重庆市气象科普馆 一楼", "", ("公交604路",)),
        (
            AtVenue(venue(access=("2号口",)), "", "三楼", "东门"),
            "市主会场 三楼",
            "集合：东门",
            ("2号口",),
        ),
        (AtPlace("新牌坊小学", access=("可停车",)), "新牌坊小学", "", ("可停车",)),
        (InArea("全区", meet="东门"), "全区", "集合：东门", ()),
        (OnTour("大篷车巡回", "校门口"), "大篷车巡回", "集合：校门口", ()),
        (Online("", "快手", "北京天文馆"), "线上：快手“北京天文馆”", "", ()),
    ],
)
def test_a_place_says_its_room_where_to_meet_and_the_way_there(
    location: Location, spot: str, meeting: str, access: tuple[str, ...]
):
    said = (whereabouts.spot(location), whereabouts.meeting(location), whereabouts.access(location))

    assert said == (spot, meeting, access)


@pytest.mark.parametrize(
    ("rain", "said"),
    [
        (None, ""),
        (Rain((may(26),)), "改到5月26日 周日"),
        (Rain((), (AtPlace("龙山小学", room="体育馆"),)), "改在龙山小学 体育馆"),
        (
            Rain((may(26),), (AtPlace("龙山小学"),), "前一天通知"),
            "改到5月26日 周日，在龙山小学；前一天通知",
        ),
        (Rain(note="下雨取消"), "下雨取消"),
    ],
)
def test_rain_says_when_and_where_it_is_then(rain: Rain | None, said: str):
    assert whereabouts.rain(rain) == said


@pytest.mark.parametrize(
    ("live", "said"),
    [
        (None, ""),
        (Live("https://example.cn/live"), "网上直播"),
        (Live("", "快手", "北京天文馆", "只播前半场"), "快手“北京天文馆”（只播前半场）"),
        (Live("", "视频号"), "视频号"),
    ],
)
def test_a_stream_says_where_it_can_be_seen(live: Live | None, said: str):
    assert whereabouts.live(live) == said
