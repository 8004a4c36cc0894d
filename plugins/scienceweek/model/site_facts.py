"""What is said of the site itself: who runs it, its marks, what lies under its map, how it is published."""

from collections.abc import Mapping
from dataclasses import field

from scienceweek.frozen import frozen
from scienceweek.model.contact import Phone
from scienceweek.model.word import Word


class MapGround(Word):
    """What lies under the pins of the big map."""

    TIANDITU = "tianditu", "天地图"
    PMTILES = "pmtiles", "自己的矢量底图文件"
    OSM = "osm", "OpenStreetMap，只宜内部演示"


class Geocoder(Word):
    """Who is asked for positions."""

    TIANDITU = "tianditu", "天地图"
    AMAP = "amap", "高德地图"


class Destination(Word):
    """Where a publication from a checkout goes."""

    ZIP = "zip", "压缩包"
    SERVER = "server", "本机的服务器"
    RSYNC = "rsync", "别的服务器"
    S3 = "s3", "对象存储"
    PAGES = "pages", "代码平台的 Pages"


@frozen
class SiteFacts:
    """As ``data/site.yaml`` has it; what it leaves open is empty or None, and those who run the program decide.

    *marks* and *map* have what was written there by key. *places* have by the kind of place how it is reached, *to* is
    the kind that is meant without being asked. *licence* says on what terms its data may be used. *lines* lead from the keys that were written to line and column.
    """

    name: str = ""
    url: str = ""
    keeper: str = ""
    phone: Phone | None = None
    uid_domain: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    map: Mapping[str, str] = field(default_factory=dict)
    geocoder: Geocoder | None = None
    licence: str = ""
    mask_mobiles: bool | None = None
    with_drafts: bool = False
    hide_mobiles_after_days: int | None = None
    to: Destination | None = None
    places: Mapping[str, Mapping[str, str | bool]] = field(default_factory=dict)
    lines: Mapping[str, tuple[int, int]] = field(default_factory=dict)
