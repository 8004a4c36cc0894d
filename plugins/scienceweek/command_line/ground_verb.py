"""The verb that makes a ground of one's own out of an extract of a map: a sketch without borders, for the pins of a district."""

import argparse
import gzip
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from scienceweek.command_line.parser import Verbs
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.district_ground import GroundKind

_MARGIN = 0.03  # of a degree round all that is known, some three kilometres
_WORDS = {
    GroundKind.WOOD: "绿地",
    GroundKind.WATER: "水面",
    GroundKind.RIVER: "河流",
    GroundKind.ROAD: "道路",
    GroundKind.METRO: "地铁线路",
    GroundKind.STATION: "地铁站",
    GroundKind.PLACE: "地名",
}
_REMINDER = (
    "公开以前：示意性的简图和有界线的地图，管理的要求不同，要不要审图由主管的部门定。请把这张图给办公室看过；\n"
    '有审图号的，用 --approval 写上，或写在文件的 "approval" 里。详见 docs/map.md。'
)


def add(verbs: Verbs) -> None:
    """Adds it."""
    ground = verbs.add_parser(
        "ground",
        help="把地图的节选变成区县的简图，垫在基地地图下面 (a sketch for the map, of GeoJSON or an OSM extract)",
    )
    ground.add_argument("file", type=Path, help="GeoJSON 或 .osm 文件 (GeoJSON, or OpenStreetMap's XML)")
    ground.add_argument("--district", required=True, help="区县的编号 (id of the district)")
    ground.add_argument("--source", default="", help="底图是谁的，写在图下面 (whose it is)")
    ground.add_argument("--approval", default="", help="审图号，有的话 (number of approval, if any)")
    ground.add_argument("--data", type=Path, default=Path("data"), help="数据的文件夹 (folder of data)")
    ground.add_argument(
        "--content", type=Path, default=Path("content"), help="文章的文件夹 (folder of texts)"
    )
    ground.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from scienceweek.source.loading import load
    from scienceweek.source.mistakes.problems import SourceError
    from scienceweek.source.positions.map_extract import ExtractError

    try:
        told = _made(chosen, load(chosen.data, chosen.content).catalogue)
    except (SourceError, ExtractError) as error:
        print(error, file=sys.stderr)
        return 1
    print(told)
    return 0


def _made(chosen: argparse.Namespace, catalogue: Catalogue) -> str:
    from scienceweek.source.positions import grounds
    from scienceweek.source.positions.map_extract import ExtractError, features

    district = next((one for one in catalogue.districts if one.id == chosen.district), None)
    if district is None:
        known = "、".join(one.id for one in catalogue.districts)
        raise ExtractError(f"没有编号为“{chosen.district}”的区县。有：{known}")
    if not chosen.file.is_file():
        raise ExtractError(f"没有文件 {chosen.file}。")
    found, borders = features(chosen.file)
    made = grounds.sketched(found, _frame(district, catalogue))
    if not made:
        raise ExtractError("这个区县的基地周围没有可以画的东西：请看看节选是不是这个区县的，经度在不在前。")
    content = grounds.written(made, chosen.source or _openstreetmap(), chosen.approval)
    path = chosen.data / grounds.FOLDER / f"{district.id}.geojson"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    number = grounds.kinds(made)
    parts = "，".join(f"{_WORDS[kind]} {number[kind]}" for kind in GroundKind if number[kind])
    without = f"\n去掉了 {borders} 条界线：简图不画界线。" if borders else ""
    size = len(gzip.compress(content)) / 1000
    return f"{path}：{parts}；压缩后 {size:.0f} KB。{without}\n{_REMINDER}"


def _frame(district: District, catalogue: Catalogue) -> tuple[float, float, float, float]:
    """Round the district's point and all of its bases and venues."""
    from scienceweek.source.positions.map_extract import ExtractError

    bases = (base.point for base in catalogue.bases_of[district.id])
    venues = (venue.point for venue in catalogue.venues_of[district.id])
    points = [point for point in (district.point, *bases, *venues) if point]
    if not points:
        raise ExtractError(
            f"{district.name}没有写位置（point），它的基地也没有：请先在 data/districts.yaml 里写上区县的位置。"
        )
    lons, lats = [one.lon for one in points], [one.lat for one in points]
    return (
        min(lons) - _MARGIN,
        min(lats) - _MARGIN,
        max(lons) + _MARGIN,
        max(lats) + _MARGIN,
    )


def _openstreetmap() -> str:
    """What the licence of OpenStreetMap asks for (ODbL 1.0, §4.3), with the day."""
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    return f"© OpenStreetMap 贡献者，{today.year}年{today.month}月{today.day}日"
