"""Grounds that districts lay under their pins: ``data/grounds/<district>.geojson`` (RFC 7946).

Either a sketch without borders, made of an extract by ``invoke ground`` (`sketched`); or a picture of an approved map, with
``picture`` beside ``type`` and at least two control points: a Point each, with the properties ``x`` and ``y`` in pixels.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from math import asinh, atan, degrees, radians, sinh, tan
from pathlib import Path
from typing import Any

from scienceweek.model.district import District
from scienceweek.model.district_ground import (
    AREAS,
    POINTS,
    DistrictGround,
    GroundFeature,
    GroundKind,
    MapPicture,
)
from scienceweek.model.image import LARGEST, Image
from scienceweek.source.files.folder import name
from scienceweek.source.mistakes.problems import Position, Problems, SourceError, quoted
from scienceweek.source.positions import map_extract
from scienceweek.source.positions.lines import Frame, Line, area, clipped, runs, simple, simple_ring

FOLDER = "grounds"
MOST = 40_000
"""Bytes of a sketch, packed: what a phone can wait for."""
_HEAVIEST = 2_000_000
_FINEST = 0.00015  # of a degree, some fifteen metres
_LEAST_AREA = 0.0000015  # square degrees, some hundred metres each way
_OFF = 0.02  # of the picture: further off, a control point is wrong


class _NoGround(Exception):
    """The file is no ground; the message says why."""


def grounds(
    data: Path, districts: Iterable[District], images: Mapping[str, Image]
) -> tuple[DistrictGround, ...]:
    """The grounds in *data*, whose pictures are among *images*. Raises SourceError with everything that is wrong with them."""
    problems, known = Problems(), {district.id: district for district in districts}
    found: list[DistrictGround] = []
    for path in sorted((data / FOLDER).glob("*.geojson")):
        spot = Position(name(path, data.parent))
        district = known.get(path.stem)
        if district is None:
            problems.error(spot, f"没有编号为{quoted(path.stem)}的区县：文件名要是区县的编号。")
            continue
        try:
            found.append(_ground(path, district, images))
        except (_NoGround, map_extract.ExtractError) as wrong:
            problems.error(spot, str(wrong))
    if problems.errors:
        raise SourceError(problems.all)
    return tuple(found)


def sketched(found: Iterable[GroundFeature], frame: Frame) -> tuple[GroundFeature, ...]:
    """What of *found* lies in *frame*, as coarse as it must be to take no more than `MOST` bytes."""
    framed = tuple(_framed(found, frame))
    tolerance = _FINEST
    made = tuple(_coarse(framed, tolerance))
    while len(gzip.compress(written(made, "", ""))) > MOST:
        tolerance *= 1.6
        made = tuple(_coarse(framed, tolerance))
    return made


def written(found: Iterable[GroundFeature], source: str, approval: str) -> bytes:
    """The file of a sketch, a feature a line."""
    lines = (json.dumps(_geojson(one), ensure_ascii=False, separators=(",", ":")) for one in found)
    head = json.dumps(
        {"type": "FeatureCollection", "source": source, "approval": approval}, ensure_ascii=False
    )
    return (head[:-1] + ', "features": [\n' + ",\n".join(lines) + "\n]}\n").encode()


def _framed(found: Iterable[GroundFeature], frame: Frame) -> Iterator[GroundFeature]:
    west, south, east, north = frame
    for one in found:
        if one.kind in POINTS:
            ((lon, lat),) = one.points
            if west <= lon <= east and south <= lat <= north:
                yield one
        elif one.kind in AREAS:
            if ring := clipped(one.points, frame):
                yield GroundFeature(one.kind, one.name, ring)
        else:
            yield from (GroundFeature(one.kind, one.name, run) for run in runs(one.points, frame))


def _coarse(found: Iterable[GroundFeature], tolerance: float) -> Iterator[GroundFeature]:
    for one in found:
        points = one.points
        if one.kind in AREAS:
            if area(points) < max(_LEAST_AREA, (tolerance * 6) ** 2):
                continue
            points = simple_ring(points, tolerance)
        elif one.kind not in POINTS:
            points = simple(points, tolerance)
        yield GroundFeature(one.kind, one.name, _rounded(points))


def _rounded(points: Line) -> Line:
    return tuple((round(lon, 5), round(lat, 5)) for lon, lat in points)


def _geojson(one: GroundFeature) -> dict[str, Any]:
    kind = "Point" if one.kind in POINTS else "Polygon" if one.kind in AREAS else "LineString"
    points = [list(point) for point in one.points]
    coordinates: Any = points[0] if kind == "Point" else [points] if kind == "Polygon" else points
    properties = {"kind": one.kind.value} | ({"name": one.name} if one.name else {})
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def _ground(path: Path, district: District, images: Mapping[str, Image]) -> DistrictGround:
    if path.is_symlink() or path.stat().st_size > _HEAVIEST:
        raise _NoGround("这里要一个 2 MB 以内的普通文件。地图的节选请用 invoke ground 转换。")
    found, borders = map_extract.features(path)
    if borders:
        raise _NoGround(f"里面有{borders}条界线。简图不画界线：请用 invoke ground 转换，它会去掉。")
    said = json.loads(path.read_bytes())
    source, approval = (str(said.get(key) or "").strip() for key in ("source", "approval"))
    if not source:
        raise _NoGround('没有写底图是谁的。请在 type 旁边写 "source": "地图的来源"。')
    if "picture" in said:
        return DistrictGround(
            district, (), source, _approved(approval), _picture(said["picture"], said["features"], images)
        )
    if not found:
        raise _NoGround("里面没有可以画的河流、道路、地铁或地名。请用 invoke ground 转换。")
    return DistrictGround(district, found, source, approval)


def _approved(approval: str) -> str:
    if not approval:
        raise _NoGround('没有审图号，不能用这张地图。请在 type 旁边写 "approval": "审图号"。')
    return approval


def _picture(written_name: object, features: list[Any], images: Mapping[str, Image]) -> MapPicture:
    short = str(written_name).removeprefix("images/")
    image = images.get(short)
    if image is None:
        raise _NoGround(
            f"没有图片{quoted(str(written_name))}。请放在 content/images 里，这里写 images/文件名。"
        )
    if LARGEST in (image.width, image.height):
        raise _NoGround(f"图片太大，发布时会缩小，像素就对不上了：长边请不到 {LARGEST} 像素。")
    points = [_control(one) for one in features]
    if len({x for x, *_ in points}) < 2 or len({y for _, y, *_ in points}) < 2:  # noqa: PLR2004
        raise _NoGround("图片至少要两个控制点，左右、上下都不能在一条线上。")
    across = _fit([(x, lon) for x, _, lon, _ in points], image.width)
    # On the screen the map is in Mercator's projection; at the size of a district a city map is near enough to it.
    down = _fit([(y, _mercator(lat)) for _, y, _, lat in points], image.height)
    west, east = across[0], across[0] + across[1] * image.width
    top, bottom = down[0], down[0] + down[1] * image.height
    if east <= west or top <= bottom:
        raise _NoGround("控制点的左右或上下反了：x 从左边、y 从上边数起，北在上。")
    return MapPicture(
        f"images/{short}",
        *(round(one, 6) for one in (west, _latitude(bottom), east, _latitude(top))),
    )


def _control(feature: Any) -> tuple[float, float, float, float]:
    match feature:
        case {
            "geometry": {"type": "Point", "coordinates": [int() | float() as lon, int() | float() as lat]},
            "properties": {"x": int() | float() as x, "y": int() | float() as y},
        }:
            if not (73 <= lon <= 136 and 3 <= lat <= 54):  # noqa: PLR2004 - China's box
                raise _NoGround(f"{quoted(f'{lon}, {lat}')}不在中国境内：经度在前。")
            return float(x), float(y), float(lon), float(lat)
    raise _NoGround("控制点要是 Point，properties 里写它在图片上的像素 x 和 y。")


def _fit(pairs: list[tuple[float, float]], size: int) -> tuple[float, float]:
    """The line through *pairs* by least squares, as value at 0 and slope; each must lie near it."""
    mean_at = sum(at for at, _ in pairs) / len(pairs)
    mean = sum(value for _, value in pairs) / len(pairs)
    slope = sum((at - mean_at) * (value - mean) for at, value in pairs) / sum(
        (at - mean_at) ** 2 for at, _ in pairs
    )
    start = mean - slope * mean_at
    off = max(abs(start + slope * at - value) for at, value in pairs)
    if slope and off > abs(slope) * size * _OFF:
        raise _NoGround("控制点互相对不上：有一个点的经纬度或像素写错了，或者图片是斜的。")
    return start, slope


def _mercator(lat: float) -> float:
    return asinh(tan(radians(lat)))


def _latitude(y: float) -> float:
    return degrees(atan(sinh(y)))


def kinds(found: Iterable[GroundFeature]) -> Mapping[GroundKind, int]:
    """How many there are of each kind."""
    counted = dict.fromkeys(GroundKind, 0)
    for one in found:
        counted[one.kind] += 1
    return counted
