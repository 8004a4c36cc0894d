import json
from pathlib import Path

import pytest

from scienceweek.model.district_ground import GroundFeature, GroundKind
from scienceweek.source.positions.map_extract import ExtractError, features, kind

OSM = """<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
  <node id="1" lon="106.50" lat="29.60"/><node id="2" lon="106.52" lat="29.60"/>
  <node id="3" lon="106.52" lat="29.62"/><node id="4" lon="106.50" lat="29.62"/>
  <node id="5" lon="106.51" lat="29.61"><tag k="railway" v="station"/><tag k="station" v="subway"/><tag k="name" v="鹤鸣"/></node>
  <node id="6" lon="106.53" lat="29.61"><tag k="place" v="town"/><tag k="name" v="石桥铺"/></node>
  <node id="7" lon="106.53" lat="29.63"><tag k="shop" v="tea"/></node>
  <way id="11"><nd ref="1"/><nd ref="2"/><nd ref="3"/></way>
  <way id="12"><nd ref="1"/><nd ref="4"/><nd ref="3"/></way>
  <way id="13"><nd ref="1"/><nd ref="3"/><nd ref="99"/><tag k="waterway" v="river"/><tag k="name" v="江水"/></way>
  <way id="14"><nd ref="1"/><nd ref="3"/><tag k="boundary" v="administrative"/><tag k="admin_level" v="6"/></way>
  <way id="15"><nd ref="2"/><nd ref="4"/><tag k="railway" v="subway"/></way>
  <way id="16"><nd ref="2"/><nd ref="4"/><tag k="highway" v="residential"/></way>
  <relation id="21"><member type="way" ref="11" role="outer"/><member type="way" ref="12" role="outer"/>
    <tag k="natural" v="water"/><tag k="name" v="桂湖"/></relation>
</osm>
"""


def read(folder: Path, written: object, name: str = "a.geojson"):
    path = folder / name
    path.write_text(written if isinstance(written, str) else json.dumps(written), "utf-8")
    return features(path)


def collection(*found: tuple[dict[str, str], str, object]) -> dict[str, object]:
    made = [
        {"type": "Feature", "properties": tags, "geometry": {"type": shape, "coordinates": points}}
        for tags, shape, points in found
    ]
    return {"type": "FeatureCollection", "features": made}


def test_an_extract_of_openstreetmap_gives_waters_metro_and_names_and_no_border(tmp_path):
    found, borders = read(tmp_path, OSM, "a.osm")
    assert borders == 1
    assert [(one.kind.value, one.name) for one in found] == [
        ("station", "鹤鸣"),
        ("place", "石桥铺"),
        ("river", "江水"),
        ("metro", ""),
        ("water", "桂湖"),
    ]
    assert found[2].points == ((106.5, 29.6), (106.52, 29.62))
    lake = found[-1].points
    assert (lake[0], len(lake)) == (lake[-1], 5)


def test_geojson_is_read_with_the_tags_of_openstreetmap_or_our_own_words(tmp_path):
    square = [[106.5, 29.6], [106.6, 29.6], [106.6, 29.7], [106.5, 29.6]]
    found, borders = read(
        tmp_path,
        collection(
            ({"kind": "road", "name": "人民路"}, "LineString", [[106.5, 29.6], [106.6, 29.6, 250]]),
            ({"leisure": "park"}, "Polygon", [square]),
            ({"natural": "water"}, "MultiPolygon", [[square]]),
            ({"highway": "trunk"}, "MultiLineString", [square]),
            ({"station": "subway", "name": "站"}, "Polygon", [square[:2]]),
            ({"waterway": "river"}, "Point", [106.5, 29.6]),
            ({"admin_level": "6"}, "LineString", square),
            ({}, "LineString", square),
        ),
    )
    assert ([one.kind.value for one in found], borders) == (["road", "wood", "water", "road", "station"], 1)
    assert found[0] == GroundFeature(GroundKind.ROAD, "人民路", ((106.5, 29.6), (106.6, 29.6)))
    assert found[-1].points == ((106.55, 29.6),)


@pytest.mark.parametrize(
    ("tags", "of"),
    [
        ({"kind": "river"}, GroundKind.RIVER),
        ({"kind": "border"}, None),
        ({"railway": "light_rail"}, GroundKind.METRO),
        ({"railway": "rail"}, None),
        ({"railway": "station", "subway": "yes"}, GroundKind.STATION),
        ({"waterway": "riverbank"}, GroundKind.WATER),
        ({"landuse": "forest"}, GroundKind.WOOD),
        ({"highway": "motorway"}, GroundKind.ROAD),
        ({"place": "suburb"}, None),
    ],
)
def test_what_something_is_follows_from_its_tags(tags, of):
    assert kind(tags) == of


@pytest.mark.parametrize(
    ("name", "written", "message"),
    [
        (
            "a.pbf",
            "",
            "“a.pbf”不是 .geojson 或 .osm。.pbf 请先用 osmium 转换：osmium cat 区县.osm.pbf -o 区县.osm",
        ),
        ("a.osm", "<osm><node", "这不是 OpenStreetMap 的 XML 文件，或者不完整。"),
        ("a.osm", "<!DOCTYPE osm [<!ENTITY a 'b'>]><osm/>", "OSM 文件里不能有 DOCTYPE。"),
        ("a.geojson", "{", "这不是 JSON 文件，或者没有用 UTF-8 保存。"),
        ("a.geojson", {"type": "Polygon"}, "这不是 GeoJSON 的 FeatureCollection（RFC 7946）。"),
        (
            "a.geojson",
            {"features": [], "crs": {}},
            "GeoJSON 只能用 WGS 84 经纬度（RFC 7946 第4节），请转换坐标并去掉 crs。",
        ),
        (
            "a.geojson",
            collection(({"name": "江", "kind": "river"}, "LineString", [["x", 1]])),
            "“江”的坐标写法不对。",
        ),
    ],
)
def test_what_is_no_extract_is_refused_with_what_would_do(tmp_path, name, written, message):
    with pytest.raises(ExtractError) as refused:
        read(tmp_path, written, name)
    assert str(refused.value) == message
