import gzip
import json
import random
from pathlib import Path

import pytest

import samples
from scienceweek.model.district_ground import DistrictGround, GroundFeature, GroundKind, MapPicture
from scienceweek.model.image import Image
from scienceweek.source.mistakes.problems import SourceError
from scienceweek.source.positions.grounds import MOST, grounds, kinds, sketched, written

FRAME = (106.4, 29.5, 106.8, 29.9)
RIVER = GroundFeature(GroundKind.RIVER, "江水", ((106.5, 29.6), (106.6, 29.65), (106.7, 29.6)))
STATION = GroundFeature(GroundKind.STATION, "鹤鸣", ((106.55, 29.62),))
LAKE = GroundFeature(
    GroundKind.WATER, "桂湖", ((106.5, 29.7), (106.52, 29.7), (106.52, 29.72), (106.5, 29.7))
)
MAP = Image("yubei-map.png", "abc", 1000, 800)


def read(folder: Path, content: object, name: str = "yubei", image: Image = MAP):
    path = folder / "data" / "grounds" / f"{name}.geojson"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return grounds(folder / "data", [samples.district()], {image.name: image})


def control(x: float, y: float, lon: float, lat: float) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {"x": x, "y": y},
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
    }


CORNERS = [control(0, 0, 106.4, 29.9), control(1000, 800, 106.8, 29.6), control(500, 800, 106.6, 29.6)]
PICTURE = {
    "type": "FeatureCollection",
    "picture": "images/yubei-map.png",
    "source": "某市标准地图",
    "approval": "渝S（2026）000号",
    "features": CORNERS,
}


def test_a_sketch_that_was_written_is_read_again(tmp_path):
    made = sketched((RIVER, STATION, LAKE), FRAME)
    assert made == (RIVER, STATION, LAKE)
    assert read(tmp_path, written(made, "某地图", "")) == (
        DistrictGround(samples.district(), made, "某地图", ""),
    )
    assert {kind.value: number for kind, number in kinds(made).items() if number} == {
        "water": 1,
        "river": 1,
        "station": 1,
    }


def test_a_sketch_ends_at_its_frame_and_has_no_puddles():
    far = GroundFeature(GroundKind.STATION, "远", ((107.5, 29.62),))
    puddle = GroundFeature(
        GroundKind.WATER, "", ((106.5, 29.7), (106.5005, 29.7), (106.5005, 29.7005), (106.5, 29.7))
    )
    away = GroundFeature(GroundKind.WOOD, "", ((108.0, 29.7), (108.1, 29.7), (108.1, 29.8), (108.0, 29.7)))
    long = GroundFeature(GroundKind.ROAD, "", ((106.5, 29.6), (107.0, 29.6), (107.5, 29.7)))
    made = sketched((far, puddle, away, long), FRAME)
    assert made == (GroundFeature(GroundKind.ROAD, "", ((106.5, 29.6), (107.0, 29.6))),)


def test_a_sketch_is_as_coarse_as_it_must_be_for_a_phone():
    chance = random.Random(7)  # noqa: S311 - the same roads every time
    roads = [
        GroundFeature(
            GroundKind.ROAD,
            "",
            tuple((106.4 + step / 5000, 29.5 + way / 100 + chance.random() / 1000) for step in range(2000)),
        )
        for way in range(40)
    ]
    assert len(gzip.compress(written(sketched(roads, FRAME), "", ""))) <= MOST


def test_an_approved_picture_lies_where_its_control_points_say(tmp_path):
    (found,) = read(tmp_path, PICTURE)
    assert (found.approval, found.features) == ("渝S（2026）000号", ())
    assert found.picture == MapPicture("images/yubei-map.png", 106.4, 29.6, 106.8, 29.9)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"approval": " "}, '没有审图号，不能用这张地图。请在 type 旁边写 "approval": "审图号"。'),
        ({"source": ""}, '没有写底图是谁的。请在 type 旁边写 "source": "地图的来源"。'),
        (
            {"picture": "images/no.png"},
            "没有图片“images/no.png”。请放在 content/images 里，这里写 images/文件名。",
        ),
        ({"features": CORNERS[:1]}, "图片至少要两个控制点，左右、上下都不能在一条线上。"),
        ({"features": CORNERS[1:]}, "图片至少要两个控制点，左右、上下都不能在一条线上。"),
        (
            {"features": [control(0, 0, 29.9, 106.4), CORNERS[1]]},
            "“29.9, 106.4”不在中国境内：经度在前。",
        ),
        (
            {"features": [control(0, 0, 106.8, 29.6), control(1000, 800, 106.4, 29.9)]},
            "控制点的左右或上下反了：x 从左边、y 从上边数起，北在上。",
        ),
        (
            {"features": [*CORNERS[:2], control(500, 800, 106.7, 29.6)]},
            "控制点互相对不上：有一个点的经纬度或像素写错了，或者图片是斜的。",
        ),
        (
            {"features": [{"type": "Feature", "properties": {}, "geometry": {"type": "Point"}}]},
            "控制点要是 Point，properties 里写它在图片上的像素 x 和 y。",
        ),
    ],
)
def test_a_picture_without_what_it_needs_is_refused(tmp_path, change, message):
    with pytest.raises(SourceError) as refused:
        read(tmp_path, PICTURE | change)
    assert [problem.message for problem in refused.value.problems] == [message]


def test_a_picture_that_would_be_made_smaller_is_refused(tmp_path):
    with pytest.raises(SourceError, match="长边请不到 4000 像素"):
        read(tmp_path, PICTURE, image=Image("yubei-map.png", "abc", 4000, 3000))


def test_a_file_with_borders_or_of_no_district_or_with_nothing_is_refused(tmp_path):
    border = {
        "type": "Feature",
        "properties": {"boundary": "administrative"},
        "geometry": {"type": "LineString", "coordinates": [[106.5, 29.6], [106.6, 29.6]]},
    }
    with pytest.raises(SourceError, match="里面有1条界线。简图不画界线"):
        read(tmp_path, {"type": "FeatureCollection", "source": "某", "features": [border]})
    with pytest.raises(SourceError, match="里面没有可以画的"):
        read(tmp_path, {"type": "FeatureCollection", "source": "某", "features": []})
    (tmp_path / "data" / "grounds" / "yubei.geojson").unlink()
    with pytest.raises(SourceError, match="没有编号为“yibei”的区县"):
        read(tmp_path, PICTURE, "yibei")
