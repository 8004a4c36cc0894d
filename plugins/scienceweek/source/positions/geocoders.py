"""Where an address lies, asked of a map service: 天地图 (lbs.tianditu.gov.cn) or 高德 (lbs.amap.com).

Both answer GET requests with JSON. A key is the asker's own; requests are few, slow, and repeated only where the
service says "later".
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from scienceweek.source.records.datum import Datum

_TIMEOUT = 20.0
_TRIES = 5
_LATER = frozenset({418, 429, 500, 502, 503, 504})  # 天地图 says 418 to those in too much of a hurry
_SURE = 60  # of 天地图's hundred points

# How far off a find of each kind may be, in metres; 0 is the door itself.
_RADII = {
    "门址": 0,
    "门牌号": 0,
    "单元号": 0,
    "兴趣点": 0,
    "公交站台、地铁站": 100,
    "道路交叉路口": 200,
    "道路": 1000,
    "村庄": 1500,
    "热点商圈": 1500,
    "乡镇": 3000,
    "乡镇街道": 3000,
    "街道": 3000,
    "开发区": 3000,
}


class GeocodeError(RuntimeError):
    """The service will answer nobody, or not us: the message, in Chinese, says why."""


class _Later(Exception):
    """The service asks for patience."""


@dataclass(frozen=True, slots=True)
class Find:
    """A position in the system *datum*; *level* is the service's word for how exact it is, *radius* ours in metres."""

    lon: float
    lat: float
    datum: Datum
    level: str
    radius: int


@dataclass(frozen=True, slots=True)
class GeocodingService:
    """A map service: its *name* for readers, where it answers, and how it is asked and understood."""

    id: str
    name: str
    url: str
    variable: str  # of the environment, which holds the key
    ask: Callable[[str, str], Mapping[str, str]]
    understand: Callable[[Any], Find | None]


def find(
    service: GeocodingService, address: str, key: str, wait: Callable[[float], None] = time.sleep
) -> Find | None:
    """Where *address* lies; None if the service does not know or is not sure. Raises GeocodeError."""
    request = Request(  # noqa: S310 - the address is the service's, from this module
        f"{service.url}?{urlencode(service.ask(address, key))}", headers={"User-Agent": "scienceweek"}
    )
    for attempt in range(_TRIES):
        try:
            return service.understand(_get(request))
        except _Later:
            if attempt + 1 < _TRIES:
                wait(2.0**attempt)
    raise GeocodeError(f"{service.name}一直没有正常回答，请过些时候再试。已经找到的都保存了。")


def _get(request: Request) -> Any:
    try:
        with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310 - as above
            return json.loads(answer.read(1_000_000))
    except HTTPError as error:
        if error.code in _LATER:
            raise _Later from error
        raise GeocodeError(f"服务拒绝了请求（HTTP {error.code}），请检查密钥和它的使用范围。") from error
    except (URLError, TimeoutError, ConnectionError, json.JSONDecodeError) as error:
        raise _Later from error


def _ask_tianditu(address: str, key: str) -> Mapping[str, str]:
    return {"ds": json.dumps({"keyWord": address}, ensure_ascii=False), "tk": key}


def _understand_tianditu(answer: Any) -> Find | None:
    """``{"msg": "ok", "location": {"score": 100, "level": "门址", "lon": "…", "lat": "…"}, "status": "0"}``"""
    status = str(answer.get("status", ""))
    if status not in {"0", "404"}:
        raise GeocodeError(f"天地图没有回答：{str(answer.get('msg', ''))[:80] or '没有说原因'}。")
    place = answer.get("location")
    if status == "404" or not place or int(float(place.get("score", 0))) < _SURE:
        return None
    return _found(place.get("lon"), place.get("lat"), Datum.WGS84, str(place.get("level", "")))


def _ask_amap(address: str, key: str) -> Mapping[str, str]:
    return {"address": address, "key": key, "output": "JSON"}


def _understand_amap(answer: Any) -> Find | None:
    """``{"status": "1", "infocode": "10000", "geocodes": [{"location": "116.48,39.99", "level": "门牌号"}]}``"""
    if answer.get("status") != "1":
        code = str(answer.get("infocode", ""))
        if code in {"10004", "10019", "10020", "10021", "10022"}:  # too many in a second or a minute
            raise _Later
        if code == "30001":  # ENGINE_RESPONSE_DATA_ERROR: it knows no such address
            return None
        raise GeocodeError(f"高德没有回答：{str(answer.get('info', ''))[:80]}（{code}）。")
    found = answer.get("geocodes") or []
    if len(found) != 1:
        return None
    lon, _, lat = str(found[0].get("location", "")).partition(",")
    return _found(lon, lat, Datum.GCJ02, str(found[0].get("level", "")))


def _found(lon: object, lat: object, datum: Datum, level: str) -> Find | None:
    """Nothing, if the service knows no more than the district."""
    if level not in _RADII:
        return None
    try:
        return Find(round(float(str(lon)), 6), round(float(str(lat)), 6), datum, level, _RADII[level])
    except ValueError:
        return None


TIANDITU = GeocodingService(
    "tianditu",
    "天地图",
    "https://api.tianditu.gov.cn/geocoder",
    "TIANDITU_KEY",
    _ask_tianditu,
    _understand_tianditu,
)
AMAP = GeocodingService(
    "amap", "高德", "https://restapi.amap.com/v3/geocode/geo", "AMAP_KEY", _ask_amap, _understand_amap
)
SERVICES = {service.id: service for service in (TIANDITU, AMAP)}
