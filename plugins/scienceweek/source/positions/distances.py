"""Pins that are far from what lies around them: another city's street of the same name, a digit too many, a wrong district.

A pin is held against its district's point, else against the district's other pins, else against what is known of the
divisions above it: by parent, by code (GB/T 2260), and at last against the capital of its province.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Any

from scienceweek.model.district import District
from scienceweek.model.place import Base, Venue
from scienceweek.model.point import Point
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.points import kilometres
from scienceweek.source.resolution.registers import Registers

_COUNTY, _CITY = (60, 150), (150, 300)
"""Kilometres, of a county or district and of a city: farther than the first is odd, than the second wrong."""

_MUNICIPALITIES = frozenset(("11", "12", "31", "50"))
_VAST = frozenset(("15", "54", "62", "63", "65"))
"""Provinces whose counties are so many times as wide."""

_TIMES = 4

_CAPITALS: Mapping[str, tuple[str, float, float, int]] = {
    "11": ("北京", 116.4, 39.9, 200),
    "12": ("天津", 117.2, 39.1, 200),
    "13": ("石家庄", 114.5, 38.0, 600),
    "14": ("太原", 112.5, 37.9, 450),
    "15": ("呼和浩特", 111.7, 40.8, 1800),
    "21": ("沈阳", 123.4, 41.8, 500),
    "22": ("长春", 125.3, 43.9, 600),
    "23": ("哈尔滨", 126.6, 45.8, 1000),
    "31": ("上海", 121.5, 31.2, 150),
    "32": ("南京", 118.8, 32.1, 450),
    "33": ("杭州", 120.2, 30.3, 450),
    "34": ("合肥", 117.2, 31.8, 450),
    "35": ("福州", 119.3, 26.1, 450),
    "36": ("南昌", 115.9, 28.7, 600),
    "37": ("济南", 117.0, 36.7, 600),
    "41": ("郑州", 113.6, 34.7, 500),
    "42": ("武汉", 114.3, 30.6, 700),
    "43": ("长沙", 113.0, 28.2, 600),
    "44": ("广州", 113.3, 23.1, 650),
    "45": ("南宁", 108.3, 22.8, 650),
    "46": ("海口", 110.3, 20.0, 2000),
    "50": ("重庆", 106.5, 29.6, 450),
    "51": ("成都", 104.1, 30.7, 900),
    "52": ("贵阳", 106.7, 26.6, 500),
    "53": ("昆明", 102.7, 25.0, 800),
    "54": ("拉萨", 91.1, 29.7, 1500),
    "61": ("西安", 108.9, 34.3, 700),
    "62": ("兰州", 103.8, 36.1, 1300),
    "63": ("西宁", 101.8, 36.6, 1300),
    "64": ("银川", 106.3, 38.5, 450),
    "65": ("乌鲁木齐", 87.6, 43.8, 1800),
    "71": ("台北", 121.5, 25.0, 600),
    "81": ("香港", 114.2, 22.3, 100),
    "82": ("澳门", 113.5, 22.2, 100),
}
"""The capital of each province by its code, roughly, and kilometres that reach beyond the province from there."""

Place = Base | Venue


@dataclass(frozen=True, slots=True)
class _Measure:
    """So many kilometres from *what*, of which more than *odd* are odd, and more than *wrong* wrong."""

    what: str
    far: float
    odd: float
    wrong: float


def distances(
    desk: Registers,
    places: Sequence[tuple[RecordEntry[Any], Place]],
    districts: Iterable[tuple[RecordEntry[Any], District]],
) -> None:
    """Tell of each of *places* and *districts* whose point is far from where it should be."""
    for entry, district in districts:
        if district.point:
            above = (
                _from(one.point, one, district.point)
                for one in district.lineage
                if one is not district and one.point
            )
            _tell(desk, entry, district, (*_of_province(district, district.point), *above))
    around = _Around([place for _, place in places])
    for entry, place in places:
        if place.point:
            _tell(desk, entry, place.district, around.measures(place, place.point))


def _tell(desk: Registers, entry: RecordEntry[Any], district: District, measures: Iterable[_Measure]) -> None:
    """The worst of *measures*, once."""
    found = [one for one in measures if one.far > one.odd]
    worst = next((one for one in found if one.far > one.wrong), found[0] if found else None)
    if worst is None:
        return
    told = f"这个位置离{worst.what}有 {worst.far:.0f} 公里。"
    if worst.far > worst.wrong:
        desk.error(
            entry,
            f"{told}是不是查到了别的城市同名的地点？请核对经度、纬度和区县（{district.name}）。",
            "point",
        )
    else:
        desk.remind(entry, f"{told}请核对经度、纬度和区县（{district.name}）。", "point")


class _Around:
    """The pins by district and by the divisions above."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.pins: dict[str, list[tuple[Place, Point]]] = {}
        for place in places:
            if place.point and not _is_elsewhere(place.district, place.point):
                for key in {*(one.id for one in place.district.lineage), *_city(place.district.code)}:
                    self.pins.setdefault(key, []).append((place, place.point))

    def measures(self, place: Place, point: Point) -> Iterator[_Measure]:
        yield from _of_province(place.district, point)
        for district in place.district.lineage:
            if district.point and not _is_elsewhere(district, district.point):
                yield _from(district.point, district, point)
                return
            if others := [one for other, one in self.pins.get(district.id, ()) if other is not place]:
                yield _Measure(f"{district.name}的其他位置", _middle(point, others), *_reach(district.code))
                return
        for city in _city(place.district.code):
            if (
                others := [one for other, one in self.pins[city] if other is not place]
                if city in self.pins
                else []
            ):
                yield _Measure("同一个市的其他位置", _middle(point, others), *_reach(f"{city}00"))


def _middle(point: Point, others: Iterable[Point]) -> float:
    """How far half of *others* are: a single one that is wrong itself moves nothing."""
    return median_low(kilometres(point, other) for other in others)


def _from(centre: Point, district: District, point: Point) -> _Measure:
    return _Measure(f"{district.name}的位置", kilometres(point, centre), *_reach(district.code))


def _of_province(district: District, point: Point) -> Iterator[_Measure]:
    """How far *point* is from the capital of the province of *district*."""
    if capital := _CAPITALS.get(district.code[:2]):
        name, lon, lat, reach = capital
        yield _Measure(
            f"省会{name}" if district.code[:2] not in _MUNICIPALITIES else name,
            kilometres(point, Point(lon, lat, "")),
            reach,
            reach,
        )


def _is_elsewhere(district: District, point: Point) -> bool:
    """Whether *point* is in another province: it says nothing of where others should be."""
    return any(one.far > one.wrong for one in _of_province(district, point))


def _reach(code: str) -> tuple[float, float]:
    """What is odd and what is wrong within the division with that *code*."""
    province = code[:2]
    times = _TIMES if province in _VAST else 1
    if code.endswith("0000"):
        farthest = float(_CAPITALS[province][3]) if province in _CAPITALS else float("inf")
        return (_CITY[0] if province in _MUNICIPALITIES else farthest), farthest
    odd, wrong = _CITY if code.endswith("00") else _COUNTY
    return odd * times, wrong * times


def _city(code: str) -> tuple[str, ...]:
    """The first four digits of *code*, which a city and its counties share; a municipality's say nothing."""
    return () if code[:2] in _MUNICIPALITIES or code[2:4] == "00" else (code[:4],)
