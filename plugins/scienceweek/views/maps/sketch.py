"""A small map, drawn at build (SVG): pins on a graticule, with rings, a scale and north; no borders, no tiles."""

from collections.abc import Iterable

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base
from scienceweek.model.point import Point
from scienceweek.views.maps import ground
from scienceweek.views.maps.labels import Label, labels
from scienceweek.views.parts.verdict import Verdict, verdict

MOST = 300
"""Bases that a small map can show; of more, the big map is the better picture."""

_NEAR = 16  # units; pins nearer than this are one
_LONGEST = 8


@frozen
class Mark:
    """One base, or several at one place (*number*). *radius* is how far off it may be, in units.

    *verdict* is today.js's, None for several. *path* leads to it on the big map.
    """

    path: str
    x: int
    y: int
    radius: int
    name: str
    said: str
    label: Label
    number: int
    verdict: Verdict | None


@frozen
class Sketch:
    """A drawing of *width* × *height* units. *label* says in words what it shows; *note* how exact it is.

    *centre_label* is where *centre_word* stands, which is empty where there is no room for it.
    """

    width: int
    height: int
    label: str
    note: str
    meridians: tuple[ground.GroundLine, ...]
    parallels: tuple[ground.GroundLine, ...]
    rings: tuple[ground.Ring, ...]
    scale: ground.Scale
    centre: tuple[int, int] | None
    centre_word: str
    centre_label: Label | None
    marks: tuple[Mark, ...]


def sketch(
    bases: Iterable[Base], district: District, catalogue: Catalogue, width: int = 480, height: int = 480
) -> Sketch | None:
    """The *bases* that have a position, round the point of *district*; None if no base has one."""
    located = [(base, base.point) for base in bases if base.point]
    if not located:
        return None
    places = tuple((point.lon, point.lat) for _, point in located)
    middle = (district.point.lon, district.point.lat) if district.point else None
    on = ground.projection((*places, middle) if middle else places, width, height)
    centre = on.at(*middle) if middle else None
    marks, label = _marks(located, on, (*centre, district.short) if centre else None, catalogue)
    return Sketch(
        width=width,
        height=height,
        label=f"{district.name}{len(located)}处基地的位置"
        + (f"，圈距{ground.rings(on, *centre)[0].word}" if centre else ""),
        note=_note([point for _, point in located]),
        meridians=ground.meridians(on),
        parallels=ground.parallels(on),
        rings=ground.rings(on, *centre) if centre else (),
        scale=ground.scale(on),
        centre=centre,
        centre_word=district.short if label and label.side else "",
        centre_label=label,
        marks=marks,
    )


def _note(points: list[Point]) -> str:
    rough = sum(bool(point.radius) for point in points)
    if not rough:
        return "没有底图，不画区界。"
    which = "" if len(points) == 1 else "都是" if rough == len(points) else f"有{rough}处是"
    return f"{which}大致位置，以地址为准；没有底图，不画区界。"


def _marks(
    located: list[tuple[Base, Point]],
    on: ground.Projection,
    centre: tuple[int, int, str] | None,
    catalogue: Catalogue,
) -> tuple[tuple[Mark, ...], Label | None]:
    """The pins with their names, and where the name of the *centre* stands: on no pin, nor on scale and north."""
    groups = _groups(located, on)
    names = [_name(bases) for bases, _, _ in groups]
    pins = tuple((x, y, name) for (_, x, y), name in zip(groups, names, strict=True))
    taken = (
        (0.0, on.height - 52.0, 150.0, float(on.height)),
        (on.width - 44.0, on.height - 68.0, float(on.width), float(on.height)),
    )
    placed = labels(((centre, *pins) if centre else pins), taken, on.width, on.height)
    marks = tuple(
        Mark(
            path=links.on_map(bases[0]),
            x=x,
            y=y,
            radius=round(max(_radius(base) for base in bases) / 1000 * on.unit),
            name=name,
            said="、".join(base.name for base in bases),
            label=label,
            number=len(bases),
            verdict=verdict(bases[0], catalogue) if len(bases) == 1 else None,
        )
        for (bases, x, y), name, label in zip(groups, names, placed[1:] if centre else placed, strict=True)
    )
    return marks, placed[0] if centre else None


def _groups(located: list[tuple[Base, Point]], on: ground.Projection) -> list[tuple[list[Base], int, int]]:
    """Bases at one place share a pin; so do those whose pins would lie on one another."""
    groups: list[tuple[list[Base], int, int]] = []
    for base, point in located:
        x, y = on.at(point.lon, point.lat)
        near = next((bases for bases, a, b in groups if max(abs(a - x), abs(b - y)) < _NEAR), None)
        if near is None:
            groups.append(([base], x, y))
        else:
            near.append(base)
    return groups


def _name(bases: list[Base]) -> str:
    name = bases[0].short_name or bases[0].name
    name = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    return name if len(bases) == 1 else f"{name}等{len(bases)}处"


def _radius(base: Base) -> int:
    return base.point.radius if base.point else 0
