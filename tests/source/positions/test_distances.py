from pathlib import Path

import pytest
from trees import FILES, complaints, grow, reminders

from scienceweek.source.loading import load
from scienceweek.source.mistakes.problems import SourceError

BASES = "data/bases/yubei.yaml"
HERE = (106.6, 29.7)
"""In Yubei."""

DISTRICTS = FILES["data/districts.yaml"]
BARE = DISTRICTS.replace("    point: {lon: 106.631, lat: 29.718, source: 估计, radius: 1500}\n", "")
PARENT = BARE.replace("area_code: 023}", "area_code: 023, point: {lon: 106.551, lat: 29.563, source: 估计}}")


def told(
    root: Path, *pins: tuple[float, float], districts: str = BARE, venue: tuple[float, float] | None = None
):
    """What is told of bases with these *pins*, as (file, line, message), without what else a tree is told."""
    lines = ["district: yubei", "bases:"]
    lines += [
        f"  - {{id: b{number}, name: 基地{number}, point: {{lon: {lon}, lat: {lat}, source: 天地图}}}}"
        for number, (lon, lat) in enumerate(pins)
    ]
    files = {
        BASES: "\n".join(lines) + "\n",
        "data/districts.yaml": districts,
        "data/activities/2024-yubei.yaml": None,
    }
    files |= {"content/activities/fish.md": None}
    if venue:
        lon, lat = venue
        files["data/venues.yaml"] = (
            "venues:\n  - id: hall\n    name: 馆\n    district: yubei\n"
            f"    point: {{lon: {lon}, lat: {lat}, source: 天地图}}\n"
        )
    grow(root, files)
    try:
        return [str(one) for one in load(root / "data", root / "content").warnings]
    except SourceError as error:
        return str(error).split("\n")


CHECK = "请核对经度、纬度和区县（渝北区）。"
WRONG = f"是不是查到了别的城市同名的地点？{CHECK}"


@pytest.mark.parametrize(
    ("lat", "message"),
    [
        (29.718 + 0.5, []),
        (29.718 + 0.6, [f"{BASES}:3:32: 提醒：这个位置离渝北区的位置有 67 公里。{CHECK}"]),
        (29.718 + 1.3, [f"{BASES}:3:32: 提醒：这个位置离渝北区的位置有 145 公里。{CHECK}"]),
        (29.718 + 1.4, [f"{BASES}:3:32: 这个位置离渝北区的位置有 156 公里。{WRONG}"]),
    ],
)
def test_a_pin_is_held_against_the_point_of_its_district(tmp_path: Path, lat: float, message: list[str]):
    assert told(tmp_path, (106.631, lat), districts=DISTRICTS) == message


@pytest.mark.parametrize(
    ("lat", "message"),
    [
        (30.2, []),
        (30.3, [f"{BASES}:6:32: 提醒：这个位置离渝北区的其他位置有 67 公里。{CHECK}"]),
        (31.2, [f"{BASES}:6:32: 这个位置离渝北区的其他位置有 167 公里。{WRONG}"]),
    ],
)
def test_without_one_it_is_held_against_the_other_pins_of_the_district(
    tmp_path: Path, lat: float, message: list[str]
):
    assert told(tmp_path, HERE, HERE, HERE, (106.6, lat)) == message


@pytest.mark.parametrize(
    ("place", "far"), [((116.391, 39.907), 1457), ((105.85, 21.03), 955), ((126.6, 45.8), 2510)]
)
def test_a_pin_in_another_part_of_the_world_is_refused_even_if_it_is_the_only_one(
    tmp_path: Path, place: tuple[float, float], far: int
):
    assert told(tmp_path, place) == [f"{BASES}:3:32: 这个位置离重庆有 {far} 公里。{WRONG}"]


def test_one_that_is_wrong_makes_no_other_wrong(tmp_path: Path):
    assert told(tmp_path, HERE, (116.391, 39.907)) == [f"{BASES}:4:32: 这个位置离重庆有 1457 公里。{WRONG}"]


def test_venues_are_held_against_bases(tmp_path: Path):
    assert told(tmp_path, HERE, HERE, venue=(106.6, 31.2)) == [
        f"data/venues.yaml:5:12: 这个位置离渝北区的其他位置有 167 公里。{WRONG}"
    ]


def test_without_other_pins_it_is_held_against_the_division_above(tmp_path: Path):
    assert told(tmp_path, (106.6, 29.9), districts=PARENT) == []
    assert told(tmp_path, (106.6, 31.2), districts=PARENT) == [
        f"{BASES}:3:32: 提醒：这个位置离重庆市的位置有 182 公里。{CHECK}"
    ]


def test_counties_of_one_city_are_held_against_each_other_by_their_codes(tmp_path: Path):
    files = {
        "data/districts.yaml": DISTRICTS
        + "  - {id: puyang, name: 濮阳县, short: 濮阳, code: 410928}\n"
        + "  - {id: fan, name: 范县, short: 范, code: 410926}\n",
        "data/bases/puyang.yaml": "district: puyang\nbases:\n"
        "  - {id: p1, name: 甲, point: {lon: 115.02, lat: 35.71, source: 天地图}}\n",
        "data/bases/fan.yaml": "district: fan\nbases:\n"
        "  - {id: f1, name: 乙, point: {lon: 112.5, lat: 33.0, source: 天地图}}\n",
    }

    assert complaints(tmp_path, files) == [
        (
            "data/bases/fan.yaml:3:30: 这个位置离同一个市的其他位置有 380 公里。"
            "是不是查到了别的城市同名的地点？请核对经度、纬度和区县（范县）。"
        ),
        (
            "data/bases/puyang.yaml:3:30: 这个位置离同一个市的其他位置有 380 公里。"
            "是不是查到了别的城市同名的地点？请核对经度、纬度和区县（濮阳县）。"
        ),
    ]


def test_a_vast_county_reaches_farther(tmp_path: Path):
    files = {
        "data/districts.yaml": DISTRICTS
        + "  - {id: ruoqiang, name: 若羌县, short: 若羌, code: 652824, point: {lon: 88.17, lat: 39.02, source: 估计}}\n",
        "data/bases/ruoqiang.yaml": "district: ruoqiang\nbases:\n"
        "  - {id: r1, name: 甲, point: {lon: 90.6, lat: 38.3, source: 天地图}}\n",
    }

    assert reminders(tmp_path, files) == []


def test_a_district_is_held_against_the_division_above(tmp_path: Path):
    far = PARENT.replace(
        "    parent: chongqing\n", "    parent: chongqing\n    point: {lon: 116.4, lat: 39.9, source: 估计}\n"
    )

    assert told(tmp_path, HERE, districts=far) == [
        f"data/districts.yaml:8:12: 这个位置离重庆有 1457 公里。{WRONG}"
    ]
