"""What an extract of a map holds to find one's way by: OpenStreetMap's XML (.osm), or GeoJSON (RFC 7946) with its tags.

Waters, woods, main roads, lines and stations of the metro, names of places. Borders are never taken, whatever they are called.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError, iterparse

from scienceweek.model.district_ground import AREAS, POINTS, GroundFeature, GroundKind
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.positions.lines import Line

LARGEST = 200_000_000  # bytes
_BORDERS = ("boundary", "admin_level", "border_type")
_ROADS = {"motorway", "trunk", "primary"}
_METROS = {"subway", "light_rail", "monorail"}
_PLACES = {"city", "town", "suburb", "quarter"}
_RING = 4  # positions of a closed line, at least


class ExtractError(Exception):
    """The file is no extract of a map; the message says why, in Chinese."""


def features(path: Path) -> tuple[tuple[GroundFeature, ...], int]:
    """What the extract at *path* holds, and the number of borders in it that were left out. Raises ExtractError."""
    if path.stat().st_size > LARGEST:
        raise ExtractError("文件超过 200 MB：请先裁出本区县的一块。")
    if path.suffix.lower() in (".json", ".geojson"):
        found = list(_of_geojson(path))
    elif path.suffix.lower() in (".osm", ".xml"):
        found = list(_of_osm(path))
    else:
        raise ExtractError(
            f"{quoted(path.name)}不是 .geojson 或 .osm。.pbf 请先用 osmium 转换：osmium cat 区县.osm.pbf -o 区县.osm"
        )
    borders = sum(_is_border(tags) for tags, _ in found)
    kept = (feature for tags, line in found if not _is_border(tags) for feature in _feature(tags, line))
    return tuple(kept), borders


def kind(tags: Mapping[str, str]) -> GroundKind | None:
    """What something with these *tags* is, in the words of OpenStreetMap or in ours; None if it is of no use."""
    if (own := tags.get("kind")) in set(GroundKind):
        return GroundKind(own)
    if tags.get("station") in _METROS or (tags.get("subway") == "yes" and tags.get("railway") == "station"):
        return GroundKind.STATION
    if tags.get("railway") in _METROS:
        return None if tags.get("tunnel") == "abandoned" else GroundKind.METRO
    if tags.get("waterway") in {"river", "canal"}:
        return GroundKind.RIVER
    if tags.get("natural") == "water" or tags.get("waterway") == "riverbank":
        return GroundKind.WATER
    if tags.get("leisure") == "park" or tags.get("landuse") == "forest" or tags.get("natural") == "wood":
        return GroundKind.WOOD
    if tags.get("highway") in _ROADS:
        return GroundKind.ROAD
    return GroundKind.PLACE if tags.get("place") in _PLACES and tags.get("name") else None


def _is_border(tags: Mapping[str, str]) -> bool:
    return any(tag in tags for tag in _BORDERS) and tags.get("boundary") != "protected_area"


def _feature(tags: Mapping[str, str], line: Line) -> Iterator[GroundFeature]:
    found = kind(tags)
    if found is None:
        return
    is_closed = len(line) >= _RING and line[0] == line[-1]
    if found in POINTS:
        # A station or a place that is drawn as an area stands in its middle.
        middle = (sum(lon for lon, _ in line) / len(line), sum(lat for _, lat in line) / len(line))
        line = (middle,)
    elif len(line) < 2 or (found in AREAS and not is_closed):  # noqa: PLR2004 - a line has two ends
        return
    yield GroundFeature(found, tags.get("name:zh") or tags.get("name", ""), line)


def _of_osm(path: Path) -> Iterator[tuple[Mapping[str, str], Line]]:
    with path.open("rb") as file:
        if b"<!DOCTYPE" in file.read(4096):
            raise ExtractError("OSM 文件里不能有 DOCTYPE。")
    nodes: dict[str, tuple[float, float]] = {}
    ways: dict[str, Line] = {}
    try:
        for _, element in iterparse(path):  # noqa: S314 - without a DTD nothing is expanded
            tags = {tag.get("k", ""): tag.get("v", "") for tag in element.iter("tag")}
            if element.tag == "node":
                point = (float(element.get("lon", "")), float(element.get("lat", "")))
                nodes[element.get("id", "")] = point
                if tags:
                    yield tags, (point,)
            elif element.tag == "way":
                line = tuple(
                    nodes[one.get("ref", "")] for one in element.iter("nd") if one.get("ref") in nodes
                )
                ways[element.get("id", "")] = line
                yield tags, line
            elif element.tag == "relation":
                outer = [
                    ways[one.get("ref", "")]
                    for one in element.iter("member")
                    if one.get("role") in ("outer", "") and one.get("ref") in ways
                ]
                yield from ((tags, ring) for ring in _joined(outer))
            if element.tag in ("node", "way", "relation"):
                element.clear()
    except (ParseError, ValueError) as error:
        raise ExtractError("这不是 OpenStreetMap 的 XML 文件，或者不完整。") from error


def _joined(lines: Iterable[Line]) -> Iterator[Line]:
    """Rings out of lines that begin where another ends: the shore of a lake is drawn in parts."""
    left = [list(line) for line in lines if line]
    while left:
        ring = left.pop()
        while ring[0] != ring[-1]:
            place = next((place for place, one in enumerate(left) if ring[-1] in (one[0], one[-1])), None)
            if place is None:
                break
            part = left.pop(place)
            ring += part[1:] if part[0] == ring[-1] else part[-2::-1]
        if ring[0] == ring[-1]:
            yield tuple(ring)


def _of_geojson(path: Path) -> Iterator[tuple[Mapping[str, str], Line]]:
    try:
        written = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise ExtractError("这不是 JSON 文件，或者没有用 UTF-8 保存。") from None
    if not isinstance(written, dict) or not isinstance(written.get("features"), list):
        raise ExtractError("这不是 GeoJSON 的 FeatureCollection（RFC 7946）。")
    if "crs" in written:
        raise ExtractError("GeoJSON 只能用 WGS 84 经纬度（RFC 7946 第4节），请转换坐标并去掉 crs。")
    for feature in written["features"]:
        if not isinstance(feature, dict) or not isinstance(feature.get("geometry"), dict):
            continue
        said = feature.get("properties") or {}
        tags = {str(key): str(value) for key, value in said.items()} if isinstance(said, dict) else {}
        try:
            for line in _lines(feature["geometry"]):
                yield tags, tuple((float(lon), float(lat)) for lon, lat, *_ in line)
        except (TypeError, ValueError):
            raise ExtractError(f"{quoted(tags.get('name', '有一处'))}的坐标写法不对。") from None


def _lines(geometry: Mapping[str, Any]) -> Iterator[Any]:
    """The lines of a geometry; of an area its outer edge, for an island in a lake is too small to find one's way by."""
    match geometry:
        case {"type": "Point", "coordinates": point}:
            yield [point]
        case {"type": "LineString", "coordinates": line}:
            yield line
        case {"type": "MultiLineString", "coordinates": lines}:
            yield from lines
        case {"type": "Polygon", "coordinates": [outer, *_]}:
            yield outer
        case {"type": "MultiPolygon", "coordinates": polygons}:
            yield from (polygon[0] for polygon in polygons)
