import json
from pathlib import Path

import pytest

import samples
from scienceweek.source.mistakes.problems import SourceError
from scienceweek.source.positions.boundaries import boundaries, simple

SQUARE = [[106.5, 29.6], [106.7, 29.6], [106.7, 29.8], [106.5, 29.8], [106.5, 29.6]]
FINE = {"type": "Polygon", "coordinates": [SQUARE], "approval": "渝S(2024)001号"}


def read(folder: Path, written: object, name: str = "yubei"):
    path = folder / "data" / "boundaries" / f"{name}.geojson"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written if isinstance(written, str) else json.dumps(written), "utf-8")
    return boundaries(folder / "data", [samples.district()])


def test_without_files_there_are_no_boundaries(tmp_path):
    assert boundaries(tmp_path, [samples.district()]) == ()


@pytest.mark.parametrize(
    "written",
    [
        FINE,
        {"type": "MultiPolygon", "coordinates": [[SQUARE]], "approval": "渝S(2024)001号"},
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "properties": {},
                    "geometry": {"type": "Polygon", "coordinates": [SQUARE]},
                }
            ],
            "approval": "渝S(2024)001号",
        },
    ],
)
def test_a_polygon_in_any_wrapping_is_a_boundary(tmp_path, written):
    (found,) = read(tmp_path, written)
    assert (found.district.id, found.approval) == ("yubei", "渝S(2024)001号")
    assert found.rings == (tuple((lon, lat) for lon, lat in SQUARE),)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"approval": " "}, '没有审图号，不能画边界。请在 type 旁边写 "approval": "审图号"。'),
        ({"crs": {}}, "GeoJSON 只能用 WGS 84 经纬度（RFC 7946 第4节），请转换坐标并去掉 crs。"),
        ({"coordinates": [SQUARE[:-1]]}, "多边形没有闭合：最后一个点要和第一个点相同。"),
        ({"coordinates": [SQUARE[:3]]}, "多边形的一圈至少要四个点，首尾相同。"),
        ({"coordinates": [[[lat, lon] for lon, lat in SQUARE]]}, "经度和纬度写反了：经度在前。"),
        ({"coordinates": [[[2.35, 48.85]] * 4]}, "“2.35, 48.85”不在中国境内。"),
        ({"coordinates": [[["106", "29"]] * 4]}, "“['106', '29']”不是经纬度。"),
        ({"coordinates": []}, "里面没有多边形（Polygon 或 MultiPolygon）。"),
        ({"type": "LineString"}, "边界只能是 Polygon 或 MultiPolygon，这里是“LineString”。"),
    ],
)
def test_what_is_no_boundary_is_told(tmp_path, change, message):
    with pytest.raises(SourceError) as raised:
        read(tmp_path, FINE | change)
    assert [problem.message for problem in raised.value.problems] == [message]


def test_the_file_is_named_after_its_district(tmp_path):
    with pytest.raises(SourceError) as raised:
        read(tmp_path, FINE, "yibei")
    assert str(raised.value) == (
        "data/boundaries/yibei.geojson:1:1: 没有编号为“yibei”的区县：文件名要是区县的编号。"
    )


def test_what_is_no_json_is_told(tmp_path):
    with pytest.raises(SourceError, match="这不是 JSON 文件"):
        read(tmp_path, "{")


def test_a_ring_loses_only_what_no_eye_can_see():
    between = [(106.5 + step / 1000, 29.6 + (step % 2) * 0.0001) for step in range(201)]
    ring = (*between, (106.7, 29.8), (106.5, 29.8), (106.5, 29.6))
    assert simple(ring) == ((106.5, 29.6), (106.7, 29.6), (106.7, 29.8), (106.5, 29.8), (106.5, 29.6))
