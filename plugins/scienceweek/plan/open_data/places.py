"""Where, as open data: one object for each place of an activity (schema.org Place, AdministrativeArea, VirtualLocation)."""

from collections.abc import Iterable
from typing import Any, assert_never

from scienceweek.formats.open_data.dataset import DataField, Record, ValueType, record
from scienceweek.model.place import AtBase, AtPlace, AtVenue, InArea, Location, Online, OnTour
from scienceweek.model.point import Point
from scienceweek.views.words import facts

_TYPES = ("base", "venue", "place", "area", "tour", "online")
POSITION = (
    DataField("longitude", "经度", "WGS 84，东经为正", type=ValueType.NUMBER),
    DataField("latitude", "纬度", "WGS 84，北纬为正", type=ValueType.NUMBER),
    DataField(
        "positionRadius", "位置误差（米）", "没有这一项的是准确位置", type=ValueType.INTEGER, listed=False
    ),
    DataField("positionSource", "位置来源", listed=False),
)
FIELDS = (
    DataField(
        "type",
        "地点类别",
        "基地、场地、别的地方、区域、流动、线上",
        required=True,
        choices=_TYPES,
        listed=False,
    ),
    DataField("id", "地点编号", "基地或场地的编号", listed=False),
    DataField("name", "地点", width=24),
    DataField("address", "地址", width=30),
    DataField("room", "房间", "馆内哪里", listed=False),
    DataField("meet", "集合", "在哪里集合", listed=False),
    DataField("url", "线上网址", type=ValueType.LINK, listed=False),
    *POSITION,
)


def locations(several: Iterable[Location]) -> tuple[Record, ...]:
    """A record for each of them."""
    return tuple(record(FIELDS, _location(one)) for one in several)


def position(point: Point | None) -> dict[str, Any]:
    """The values of a *point*; none where nobody knows it."""
    if point is None:
        return {}
    return {
        "longitude": point.lon,
        "latitude": point.lat,
        "positionRadius": point.radius or None,
        "positionSource": point.source,
    }


def _location(at: Location) -> dict[str, Any]:
    told = {"name": facts.place(at), "address": "" if isinstance(at, Online) else facts.address(at)}
    match at:
        case AtBase(base, room, meet):
            return told | {"type": "base", "id": base.id, "room": room, "meet": meet} | position(base.point)
        case AtVenue(venue, _, room, meet):
            return (
                told | {"type": "venue", "id": venue.id, "room": room, "meet": meet} | position(venue.point)
            )
        case AtPlace(room=room, meet=meet):
            return told | {"type": "place", "room": room, "meet": meet}
        case InArea(meet=meet):
            return told | {"type": "area", "meet": meet}
        case OnTour(meet=meet):
            return told | {"type": "tour", "meet": meet}
        case Online(url=url):
            return told | {"type": "online", "url": url}
        case _:
            assert_never(at)
