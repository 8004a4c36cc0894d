"""The grounds of districts, for the script of the map: lines and names of sketches, and approved pictures at their place."""

from collections.abc import Iterable
from dataclasses import dataclass

from scienceweek.model.boundary import Ring
from scienceweek.model.district_ground import DistrictGround


@dataclass(frozen=True, slots=True)
class LaidGround:
    """*features* are (kind, name, points), points (lon, lat) in degrees; *picture* is (path, west, south, east, north).

    *credit* is whose it is and its 审图号, as text.
    """

    features: tuple[tuple[str, str, Ring], ...]
    picture: tuple[str, float, float, float, float] | None
    credit: str


@dataclass(frozen=True, slots=True)
class LaidGrounds:
    """Those of all districts."""

    laid: tuple[LaidGround, ...]


def grounds(laid: Iterable[DistrictGround]) -> LaidGrounds:
    """What the script draws."""
    return LaidGrounds(tuple(_laid(one) for one in laid))


def _laid(one: DistrictGround) -> LaidGround:
    shown = one.picture
    approval = f"，审图号：{one.approval}" if one.approval else ""
    use = "图片原样使用，只在上面加点" if shown else "河流、道路和地铁是示意，不画界线，不作导航用"
    return LaidGround(
        features=tuple((feature.kind.value, feature.name, feature.points) for feature in one.features),
        picture=(shown.path, shown.west, shown.south, shown.east, shown.north) if shown else None,
        credit=f"{one.district.name}底图：{one.source}{approval}。{use}",
    )
