"""What lies under the pins of the big map: by default nothing of anyone's, else a service that a setting names."""

from enum import StrEnum
from html import escape
from urllib.parse import urlsplit

from scienceweek.frozen import frozen


class MapService(StrEnum):
    """Whose ground it is."""

    NONE = ""
    TIANDITU = "tianditu"
    PMTILES = "pmtiles"
    OSM = "osm"


@frozen
class Ground:
    """*token* is 天地图's; *file* the address of the PMTiles file, relative to the site or absolute.

    *approval* is the 审图号 of what is drawn, *source* whose it is, both shown lower left.
    """

    service: MapService = MapService.NONE
    token: str = ""
    file: str = ""
    approval: str = ""
    source: str = ""

    @property
    def credit(self) -> str:
        """What is shown lower left, as HTML."""
        own = {
            MapService.TIANDITU: "地图：天地图 国家地理信息公共服务平台",
            MapService.OSM: '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>',
            MapService.PMTILES: "",
            MapService.NONE: "",
        }[self.service]
        approval = f"审图号：{escape(self.approval)}" if self.approval else ""
        return " ".join(filter(None, (own, escape(self.source), approval)))


def csp(ground: Ground) -> str:
    """The Content-Security-Policy (CSP level 3) of a site with this *ground*: no host but those that it needs."""
    images = {
        MapService.TIANDITU: " https://*.tianditu.gov.cn",
        MapService.OSM: " https://tile.openstreetmap.org",
    }.get(ground.service, "")
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            f"img-src 'self' data:{images}",
            f"connect-src 'self'{_host(ground)}",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def warnings(ground: Ground) -> tuple[str, ...]:
    """What staff should know before they publish a map with this *ground*."""
    found = []
    if ground.service is not MapService.NONE and not ground.approval:
        found.append("地图用了底图，但没有写审图号：公开的地图要标明审图号（设置 map 里的 approval）。")
    if ground.service is MapService.TIANDITU and not ground.token:
        found.append("底图选了天地图，但没有写 token：在 lbs.tianditu.gov.cn 申请后写在设置 map 里。")
    if ground.service is MapService.PMTILES and not ground.file:
        found.append("底图选了 PMTiles，但没有写 file：写文件的地址，例如 assets/ground.pmtiles。")
    if ground.service is MapService.OSM:
        found.append("底图选了 OpenStreetMap：在中国大陆多半打不开，也没有审图号，只宜内部演示。")
    return tuple(found)


def reminders(approval: str, *, is_picture: bool) -> tuple[str, ...]:
    """What staff should know of a ground that a district lays under its pins, with that number of *approval*."""
    if approval or is_picture:
        return ()
    return (
        "这张简图没有审图号。它不画界线；公开以前请办公室看过，要不要审图由主管的部门定（docs/map.md）。",
    )


def _host(ground: Ground) -> str:
    parts = urlsplit(ground.file if ground.service is MapService.PMTILES else "")
    return f" {parts.scheme}://{parts.netloc}" if parts.netloc else ""
