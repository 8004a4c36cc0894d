"""Boundaries that districts hand in: ``data/boundaries/<district>.geojson`` (RFC 7946), checked and made simple.

A boundary is drawn only with the number of the map's approval, in a member ``approval`` beside ``type`` (§6.1).
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from scienceweek.model.boundary import Boundary, Ring
from scienceweek.model.district import District
from scienceweek.source.files.folder import name
from scienceweek.source.mistakes.problems import Position, Problems, SourceError, quoted
from scienceweek.source.positions.lines import simple_ring

_LARGEST = 10_000_000  # bytes
_TOLERANCE = 0.0003  # of a degree, some thirty metres: finer than any line of the map
_LEAST = 4  # positions of a ring (§3.1.6)


class _Wrong(Exception):
    """The file is no boundary; the message says why."""


def boundaries(data: Path, districts: Iterable[District]) -> tuple[Boundary, ...]:
    """The boundaries in *data*. Raises SourceError with everything that is wrong with them."""
    problems = Problems()
    known = {district.id: district for district in districts}
    found: list[Boundary] = []
    for path in sorted((data / "boundaries").glob("*.geojson")):
        spot = Position(name(path, data.parent))
        district = known.get(path.stem)
        if district is None:
            problems.error(spot, f"没有编号为{quoted(path.stem)}的区县：文件名要是区县的编号。")
            continue
        try:
            found.append(_boundary(path, district))
        except _Wrong as wrong:
            problems.error(spot, str(wrong))
    if problems.errors:
        raise SourceError(problems.all)
    return tuple(found)


def _boundary(path: Path, district: District) -> Boundary:
    if path.is_symlink() or path.stat().st_size > _LARGEST:
        raise _Wrong("这里要一个 10 MB 以内的普通文件。")
    try:
        written = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise _Wrong("这不是 JSON 文件，或者没有用 UTF-8 保存。") from None
    if not isinstance(written, dict):
        raise _Wrong("这不是 GeoJSON（RFC 7946）。")
    if "crs" in written:
        raise _Wrong("GeoJSON 只能用 WGS 84 经纬度（RFC 7946 第4节），请转换坐标并去掉 crs。")
    approval = written.get("approval")
    if not isinstance(approval, str) or not approval.strip():
        raise _Wrong('没有审图号，不能画边界。请在 type 旁边写 "approval": "审图号"。')
    rings = tuple(simple(_ring(ring)) for ring in _rings(written))
    if not rings:
        raise _Wrong("里面没有多边形（Polygon 或 MultiPolygon）。")
    return Boundary(district, rings, approval.strip())


def _rings(shape: Any) -> Iterator[Any]:
    match shape:
        case {"type": "FeatureCollection", "features": list(features)}:
            for feature in features:
                yield from _rings(feature)
        case {"type": "Feature", "geometry": dict(geometry)}:
            yield from _rings(geometry)
        case {"type": "Polygon", "coordinates": list(rings)}:
            yield from rings
        case {"type": "MultiPolygon", "coordinates": list(polygons)}:
            for polygon in polygons:
                if not isinstance(polygon, list):
                    raise _Wrong("多边形的坐标写法不对。")
                yield from polygon
        case _:
            kind = shape.get("type") if isinstance(shape, dict) else shape
            raise _Wrong(f"边界只能是 Polygon 或 MultiPolygon，这里是{quoted(str(kind))}。")


def _ring(written: Any) -> Ring:
    if not isinstance(written, list) or len(written) < _LEAST:
        raise _Wrong("多边形的一圈至少要四个点，首尾相同。")
    ring = tuple(_position(one) for one in written)
    if ring[0] != ring[-1]:
        raise _Wrong("多边形没有闭合：最后一个点要和第一个点相同。")
    return ring


def _position(written: Any) -> tuple[float, float]:
    match written:
        case [int() | float() as lon, int() | float() as lat, *_] if not isinstance(lon, bool | str):
            pass
        case _:
            raise _Wrong(f"{quoted(str(written)[:40])}不是经纬度。")
    if 3 <= lon <= 54 and 73 <= lat <= 136:  # noqa: PLR2004 - China's box, turned round
        raise _Wrong("经度和纬度写反了：经度在前。")
    if not (73 <= lon <= 136 and 3 <= lat <= 54):  # noqa: PLR2004 - China's box
        raise _Wrong(f"{quoted(f'{lon}, {lat}')}不在中国境内。")
    return float(lon), float(lat)


def simple(ring: Ring) -> Ring:
    """*ring* without what no eye can see, to five places, still closed."""
    chosen = simple_ring(ring, _TOLERANCE)
    if len(chosen) < _LEAST:
        return ring
    return tuple((round(lon, 5), round(lat, 5)) for lon, lat in chosen)
