"""Missing positions are looked up and written into the files of bases and venues, which stay as they are otherwise.

A position that somebody wrote is never touched. What a service answered is remembered, so that nobody asks twice.
"""

import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from scienceweek import cache
from scienceweek.model.district import District
from scienceweek.model.place import Base, Venue
from scienceweek.source.loading import load
from scienceweek.source.positions.datum import convert
from scienceweek.source.positions.geocoders import SERVICES, Find, GeocodeError, GeocodingService, find
from scienceweek.source.positions.insertion import inserted
from scienceweek.source.records.datum import Datum

_IDENTITY = b"geocode"
_PAUSE = 0.5  # seconds between two questions
_FARTHEST = 100.0  # kilometres from its district's point: farther, it is another place of the same name


@dataclass(frozen=True, slots=True)
class GeocodingReport:
    """Ids of what was written, and of what was not with the reason, in Chinese; *failure* ended the work."""

    written: tuple[str, ...]
    left: tuple[tuple[str, str], ...]
    failure: str = ""


@dataclass(frozen=True, slots=True)
class GeocodingSources:
    """The folders of facts and of prose, and the file in which answers are remembered."""

    data: Path
    content: Path
    cache: Path


def command(sources: GeocodingSources, provider: str, today: date) -> tuple[int, tuple[str, ...]]:
    """``geocode``: asks *provider* with the key of the environment. The exit status, and what to tell staff."""
    service = SERVICES.get(provider)
    if service is None:
        return 1, (f"没有“{provider}”这个地图服务，可以用：{'、'.join(SERVICES)}。",)
    key = os.environ.get(service.variable, "")
    if not key:
        return 1, (f"请先申请{service.name}的密钥，放在环境变量 {service.variable} 里。",)
    report = geocode(sources, service, key, today)
    told = [f"{place}：{reason}" for place, reason in report.left]
    told.append(f"写入 {len(report.written)} 处位置，{len(report.left)} 处没有。请在地图上核对以后再提交。")
    return (1, (*told, report.failure)) if report.failure else (0, tuple(told))


def geocode(
    sources: GeocodingSources,
    service: GeocodingService,
    key: str,
    today: date,
    wait: Callable[[float], None] = time.sleep,
) -> GeocodingReport:
    """Write the positions of bases and venues that have an address and none yet. Raises SourceError on wrong data."""
    catalogue = load(sources.data, sources.content).catalogue
    known = _remembered(sources.cache)
    written: list[str] = []
    left: list[tuple[str, str]] = []
    places: tuple[Base | Venue, ...] = (*catalogue.bases, *catalogue.venues)
    for place in places:
        if place.point:
            continue
        if not place.address:
            left.append((place.id, "没有地址"))
            continue
        question = _question(place)
        entry = f"{service.id} {question}"
        if entry not in known:
            try:
                found = find(service, question, key, wait)
            except GeocodeError as error:
                return GeocodingReport(tuple(written), tuple(left), str(error))
            known[entry] = asdict(found) if found else None
            _remember(sources.cache, known)
            wait(_PAUSE)
        reason = _enter(sources.data, place, _recalled(known[entry]), f"{service.name} {today.isoformat()}")
        if reason:
            left.append((place.id, reason))
        else:
            written.append(place.id)
    return GeocodingReport(tuple(written), tuple(left))


def _question(place: Base | Venue) -> str:
    """The address with the names of its districts before it, as far as they are not in it."""
    above = [one.name for one in list(place.district.lineage)[::-1]]
    missing = [name for name in above if name not in place.address]
    return "".join(missing) + place.address


def _enter(data: Path, place: Base | Venue, found: Find | None, source: str) -> str:
    """Write *found* into the file of *place*; the reason why not, if not."""
    if found is None:
        return "服务不知道，或没有把握"
    if _is_far(found, place.district):
        return "服务给的位置离区县太远，可能是别处同名的地方"
    radius = f", radius: {found.radius}" if found.radius else ""
    point = f"{{lon: {found.lon}, lat: {found.lat}, datum: {found.datum.value}, source: {source}（{found.level}）{radius}}}"
    for path in (data / "venues.yaml", *sorted((data / "bases").rglob("*.yaml"))):
        if path.is_file() and not path.is_symlink():
            text = path.read_bytes().decode("utf-8")
            if made := inserted(text, place.id, point):
                _replace(path, made)
                return ""
    return "记录写法特别，请手工加一行 point: " + point


def _is_far(found: Find, district: District) -> bool:
    if district.point is None:
        return False
    lon, lat = convert(found.lon, found.lat, found.datum)
    east = (lon - district.point.lon) * 111.2 * cos(radians(lat))
    return hypot(east, (lat - district.point.lat) * 111.2) > _FARTHEST


def _remembered(place: Path) -> dict[str, Any]:
    # Under seal: what it holds is written into the files of facts.
    try:
        known = json.loads(bytes(cache.read(place, _IDENTITY) or b"{}"))
    except ValueError:
        return {}
    return known if isinstance(known, dict) else {}


def _remember(place: Path, known: dict[str, Any]) -> None:
    cache.write(place, _IDENTITY, json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True).encode())


def _recalled(entry: Any) -> Find | None:
    return Find(**entry | {"datum": Datum(entry["datum"])}) if entry else None


def _replace(path: Path, text: str) -> None:
    """The whole new file, or the whole old one."""
    cache.replace(path, text.encode(), mode=path.stat().st_mode & 0o777)
