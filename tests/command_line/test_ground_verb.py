import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from scienceweek.__main__ import main

ROAD = {
    "type": "Feature",
    "properties": {"highway": "primary", "name": "人民路"},
    "geometry": {"type": "LineString", "coordinates": [[106.62, 29.71], [106.64, 29.72]]},
}
BORDER = ROAD | {"properties": {"boundary": "administrative"}}
POINT = "    point: {lon: 106.631, lat: 29.718, source: 估计, radius: 1500}\n"


def project(folder: Path, point: str = POINT) -> None:
    (folder / "data").mkdir()
    (folder / "content").mkdir()
    (folder / "data" / "districts.yaml").write_text(
        f'districts:\n  - id: hejing\n    name: 鹤鸣区\n    short: 鹤鸣\n    code: "999901"\n{point}', "utf-8"
    )
    found = {"type": "FeatureCollection", "features": [ROAD, BORDER]}
    (folder / "extract.geojson").write_text(json.dumps(found), "utf-8")


def run(folder: Path, *more: str) -> int:
    places = ("--data", str(folder / "data"), "--content", str(folder / "content"))
    return main(["ground", str(folder / "extract.geojson"), *(more or ("--district", "hejing")), *places])


def test_an_extract_becomes_the_sketch_of_a_district_without_its_borders(tmp_path, capsys):
    project(tmp_path)
    assert run(tmp_path) == 0
    said = capsys.readouterr().out
    assert "道路 1；压缩后 0 KB。\n去掉了 1 条界线：简图不画界线。\n公开以前：" in said
    made = json.loads((tmp_path / "data" / "grounds" / "hejing.geojson").read_text("utf-8"))
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    assert made["source"] == f"© OpenStreetMap 贡献者，{today.year}年{today.month}月{today.day}日"
    assert [one["properties"] for one in made["features"]] == [{"kind": "road", "name": "人民路"}]
    assert run(tmp_path, "--district", "hejing", "--source", "某地图", "--approval", "某S（2026）000号") == 0
    made = json.loads((tmp_path / "data" / "grounds" / "hejing.geojson").read_text("utf-8"))
    assert (made["source"], made["approval"]) == ("某地图", "某S（2026）000号")


@pytest.mark.parametrize(
    ("change", "more", "message"),
    [
        (lambda _: None, ("--district", "heming"), "没有编号为“heming”的区县。有：hejing"),
        (lambda folder: (folder / "extract.geojson").unlink(), (), "没有文件"),
        (
            lambda folder: (folder / "extract.geojson").write_text('{"features": []}'),
            (),
            "这个区县的基地周围没有可以画的东西",
        ),
    ],
)
def test_what_cannot_become_a_sketch_is_told(tmp_path, capsys, change, more, message):
    project(tmp_path)
    change(tmp_path)
    assert run(tmp_path, *more) == 1
    assert message in capsys.readouterr().err


def test_a_district_without_any_position_is_asked_for_one(tmp_path, capsys):
    project(tmp_path, point="")
    assert run(tmp_path) == 1
    assert "鹤鸣区没有写位置（point）" in capsys.readouterr().err
