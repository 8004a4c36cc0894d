"""The grounds of districts, for the script of the map: lines and names of sketches, approved pictures at their place, and approved boundaries."""

from collections.abc import Iterable, Iterator

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.boundary import Boundary, Ring
from scienceweek.model.district_ground import DistrictGround

POINTS = 15_000
"""Points in a file: some 120 KB packed. A sketch has 5,000 at most (source/positions/grounds.py: 40 KB)."""


@frozen
class LaidGround:
    """*features* are (kind, name, points), points (lon, lat) in degrees; *picture* is (path, west, south, east, north).

    *credit* is whose it is and its 审图号, as text.
    """

    features: tuple[tuple[str, str, Ring], ...]
    picture: tuple[str, float, float, float, float] | None
    credit: str


@frozen
class LaidGrounds:
    """A file of them: those *laid* by districts, and *boundaries* as (district, 审图号, rings)."""

    path: str
    laid: tuple[LaidGround, ...]
    boundaries: tuple[tuple[str, str, tuple[Ring, ...]], ...]


def grounds(laid: Iterable[DistrictGround], boundaries: Iterable[Boundary] = ()) -> tuple[LaidGrounds, ...]:
    """What the script draws, in files with so many points; none where there is nothing."""
    return tuple(
        LaidGrounds(
            links.further(links.GROUNDS, at),
            tuple(_laid(one) for one in part if isinstance(one, DistrictGround)),
            tuple((one.district.name, one.approval, one.rings) for one in part if isinstance(one, Boundary)),
        )
        for at, part in enumerate(_parts((*laid, *boundaries)), 1)
    )


def _parts(found: Iterable[DistrictGround | Boundary]) -> Iterator[list[DistrictGround | Boundary]]:
    own: list[DistrictGround | Boundary] = []
    held = 0
    for one in found:
        if own and held + _points(one) > POINTS:
            yield own
            own, held = [], 0
        own.append(one)
        held += _points(one)
    if own:
        yield own


def _points(one: DistrictGround | Boundary) -> int:
    lines = one.rings if isinstance(one, Boundary) else (feature.points for feature in one.features)
    return sum(map(len, lines))


def _laid(one: DistrictGround) -> LaidGround:
    shown = one.picture
    approval = f"，审图号：{one.approval}" if one.approval else ""
    use = "图片原样使用，只在上面加点" if shown else "河流、道路和地铁是示意，不画界线，不作导航用"
    return LaidGround(
        features=tuple((feature.kind.value, feature.name, feature.points) for feature in one.features),
        picture=(shown.path, shown.west, shown.south, shown.east, shown.north) if shown else None,
        credit=f"{one.district.name}底图：{one.source}{approval}。{use}",
    )
