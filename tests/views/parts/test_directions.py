from urllib.parse import parse_qs, urlsplit

import samples
from scienceweek.model.datum import bd09, gcj02
from scienceweek.model.point import Point
from scienceweek.views.parts.directions import ways

CHONGQING = samples.district(id="chongqing", name="重庆市", short="重庆", code="500000")
YUBEI = samples.district(parent=CHONGQING)
EXACT = Point(106.528, 29.597, "张三现场定位")
ROUGH = Point(106.528, 29.597, "估计", 1500)


def queries(name="气象科普馆", address="新牌坊一路68号", point=EXACT, district=YUBEI):
    made = ways(name, address, district, point)
    parts = {way.word: urlsplit(way.href) for way in made}
    return {
        word: (
            f"{one.scheme}://{one.netloc}{one.path}",
            {key: values[0] for key, values in parse_qs(one.query).items()},
        )
        for word, one in parts.items()
    }


def six(degrees):
    return tuple(f"{one:.6f}" for one in degrees)


def test_an_exact_point_is_opened_by_each_service_in_its_own_system():
    lon, lat = six(gcj02(EXACT.lon, EXACT.lat))
    bd_lon, bd_lat = six(bd09(EXACT.lon, EXACT.lat))
    assert queries() == {
        "高德": (
            "https://uri.amap.com/marker",
            {
                "position": f"{lon},{lat}",
                "name": "气象科普馆",
                "src": "scienceweek",
                "coordinate": "gaode",
                "callnative": "1",
            },
        ),
        "百度": (
            "https://api.map.baidu.com/marker",
            {
                "location": f"{bd_lat},{bd_lon}",
                "title": "气象科普馆",
                "content": "新牌坊一路68号",
                "output": "html",
                "coord_type": "bd09ll",
                "src": "scienceweek",
            },
        ),
        "腾讯": (
            "https://apis.map.qq.com/uri/v1/marker",
            {"marker": f"coord:{lat},{lon};title:气象科普馆;addr:新牌坊一路68号", "referer": "scienceweek"},
        ),
        "苹果": ("https://maps.apple.com/", {"ll": f"{lat},{lon}", "q": "气象科普馆"}),
    }


def test_a_rough_point_is_searched_by_its_address_and_its_city():
    assert queries(point=ROUGH) == {
        "高德": (
            "https://uri.amap.com/search",
            {"keyword": "重庆市新牌坊一路68号", "city": "重庆市", "src": "scienceweek", "callnative": "1"},
        ),
        "百度": (
            "https://api.map.baidu.com/geocoder",
            {"address": "重庆市新牌坊一路68号", "output": "html", "src": "scienceweek"},
        ),
        "腾讯": (
            "https://apis.map.qq.com/uri/v1/search",
            {"keyword": "重庆市新牌坊一路68号", "region": "重庆市", "referer": "scienceweek"},
        ),
        "苹果": ("https://maps.apple.com/", {"q": "重庆市新牌坊一路68号"}),
    }


def test_an_unknown_point_is_searched_too():
    assert queries(point=None) == queries(point=ROUGH)


def test_an_address_that_names_its_city_is_searched_as_it_is():
    assert queries(address="重庆市渝北区红石路185号", point=None)["苹果"][1] == {
        "q": "重庆市渝北区红石路185号"
    }


def test_a_county_is_searched_in_its_city_and_not_in_its_province():
    ningxia = samples.district(id="ningxia", name="宁夏回族自治区", short="宁夏", code="640000")
    shizuishan = samples.district(
        id="shizuishan", name="石嘴山市", short="石嘴山", code="640200", parent=ningxia
    )
    pingluo = samples.district(id="pingluo", name="平罗县", short="平罗", code="640221", parent=shizuishan)
    assert queries(point=None, district=pingluo)["高德"][1]["city"] == "石嘴山市"


def test_no_name_ends_a_part_of_a_services_little_syntax():
    marker = queries(name="馆;coord:0,0", address="")["腾讯"][1]["marker"]
    assert marker.endswith(";title:馆；coord：0,0")


def test_without_a_point_or_an_address_there_is_no_way():
    assert ways("种子小镇", "", YUBEI, None) == ()
