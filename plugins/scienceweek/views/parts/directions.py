"""The way there: the place in 高德, 百度, 腾讯 and Apple Maps, by the web addresses that each documents.

lbs.amap.com/api/uri-api · lbsyun.baidu.com/index.php?title=uri · lbs.qq.com/webApi/uriV1 · Apple Map Links.
Each opens the app where there is one. What is not exactly known is searched by its address, never pinned.
"""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from scienceweek.frozen import frozen
from scienceweek.model.datum import bd09, gcj02
from scienceweek.model.district import District
from scienceweek.model.point import Point

_SOURCE = "scienceweek"  # the services ask who sends visitors; they get the program's name and no more


@frozen
class Direction:
    """A map service and the address that opens the place there."""

    word: str
    href: str


def ways(name: str, address: str, district: District, point: Point | None) -> tuple[Direction, ...]:
    """How to get to *name*; nothing where neither a position nor an address is known."""
    if point and not point.radius:
        return _to_point(name, address, point)
    if not address:
        return ()
    city = _city(district)
    return _to_address(address if city.name in address else f"{city.name}{address}", city.name)


def _to_point(name: str, address: str, point: Point) -> tuple[Direction, ...]:
    lon, lat = (f"{degrees:.6f}" for degrees in gcj02(point.lon, point.lat))
    bd_lon, bd_lat = (f"{degrees:.6f}" for degrees in bd09(point.lon, point.lat))
    # The brackets of 腾讯's own little syntax; nothing in a name may end a part of it.
    title, street = (text.replace(";", "；").replace(":", "：") for text in (name, address))
    marker = f"coord:{lat},{lon};title:{title}" + (f";addr:{street}" if street else "")
    amap = {"position": f"{lon},{lat}", "name": name, "src": _SOURCE, "coordinate": "gaode", "callnative": 1}
    baidu = {
        "location": f"{bd_lat},{bd_lon}",
        "title": name,
        "content": address or name,
        "output": "html",
        "coord_type": "bd09ll",
        "src": _SOURCE,
    }
    return (
        Direction("高德", _url("https://uri.amap.com/marker", amap)),
        Direction("百度", _url("https://api.map.baidu.com/marker", baidu)),
        Direction(
            "腾讯", _url("https://apis.map.qq.com/uri/v1/marker", {"marker": marker, "referer": _SOURCE})
        ),
        Direction("苹果", _url("https://maps.apple.com/", {"ll": f"{lat},{lon}", "q": name})),
    )


def _to_address(address: str, city: str) -> tuple[Direction, ...]:
    amap = {"keyword": address, "city": city, "src": _SOURCE, "callnative": 1}
    baidu = {"address": address, "output": "html", "src": _SOURCE}
    tencent = {"keyword": address, "region": city, "referer": _SOURCE}
    return (
        Direction("高德", _url("https://uri.amap.com/search", amap)),
        Direction("百度", _url("https://api.map.baidu.com/geocoder", baidu)),
        Direction("腾讯", _url("https://apis.map.qq.com/uri/v1/search", tencent)),
        Direction("苹果", _url("https://maps.apple.com/", {"q": address})),
    )


def _city(district: District) -> District:
    """The city that a district belongs to: GB/T 2260 codes of cities end in 00, of provinces in 0000."""
    above = list(district.lineage)
    return next(
        (one for one in above if one.code.endswith("00") and not one.code.endswith("0000")), _top(above)
    )


def _top(above: list[District]) -> District:
    """重庆 and the like are cities and provinces in one; of others the outermost would be too wide."""
    return above[-1] if above[-1].name.endswith("市") else above[0]


def _url(address: str, query: Mapping[str, object]) -> str:
    return f"{address}?{urlencode(query, quote_via=quote)}"
