"""The bases: a phone book with places, as a list and on a map. And each district's own list, where there are many."""

from collections import Counter
from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base
from scienceweek.views.maps.sketch import Sketch, sketch
from scienceweek.views.pages.district import is_wide
from scienceweek.views.parts import ticket
from scienceweek.views.parts.base_rows import MOST, BaseRow, is_bare, rows, with_bases
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.holdings import bases_in
from scienceweek.views.parts.lines import Lines, lines
from scienceweek.views.parts.page_head import Crumb, FeedLink, Head

_NAMED = 3  # districts in a title


@dataclass(frozen=True, slots=True)
class BaseChoice:
    """Something to choose in a filter: *value*, its *word*, and how many bases it has."""

    value: str
    word: str
    number: int
    path: str = ""


@dataclass(frozen=True, slots=True)
class BasesView:
    """*rows* are empty where there are too many for one page: then *districts* lead to the lists.

    *bare* are the districts with bases of which no more than the name is known, and how many.
    """

    head: Head
    number: int
    located: int
    rows: tuple[BaseRow, ...]
    districts: tuple[BaseChoice, ...]
    bare: tuple[BaseChoice, ...]
    types: tuple[BaseChoice, ...]
    area: Lines
    halls: tuple[ticket.Link, ...]
    sketch: Sketch | None


@dataclass(frozen=True, slots=True)
class BasesOfView:
    """The list of one district."""

    head: Head
    name: str
    seal: str
    bare: tuple[BaseChoice, ...]
    rows: tuple[BaseRow, ...]
    sketch: Sketch | None


@dataclass(frozen=True, slots=True)
class BaseRows:
    """The rows of a district, for the script of the map, which fetches them when they are wanted."""

    district: str
    rows: tuple[BaseRow, ...]


def bases_page(catalogue: Catalogue, privacy: Privacy, feeds: tuple[FeedLink, ...] = ()) -> BasesView:
    """The page of all bases."""
    everything = catalogue.bases
    few = len(everything) <= MOST
    located = tuple(base for base in everything if base.point)
    found = tuple(_choice(one, catalogue) for one in with_bases(catalogue))
    said = "、".join(f"{one.word}{one.number}处" for one in found[:_NAMED]) + (
        "等" if len(found) > _NAMED else ""
    )
    return BasesView(
        head=Head(
            title=f"{len(everything)}处科普基地 地图与电话" + (f" · {said}" if said else ""),
            path=links.BASES,
            description=f"{said}科普基地：今天能去吗，打给谁，怎么去。",
            section=links.BASES,
            feeds=feeds,
        ),
        number=len(everything),
        located=len(located),
        rows=rows(everything, catalogue, privacy) if few else (),
        districts=found,
        bare=_bare(everything, privacy),
        types=_types(catalogue),
        area=lines(one for one in catalogue.activities if is_wide(one)),
        halls=tuple(
            ticket.Link(venue.name, links.venue(venue)) for venue in catalogue.venues if not venue.point
        ),
        sketch=_sketch(located, catalogue) if few else None,
    )


def bases_of_district_page(district: District, catalogue: Catalogue, privacy: Privacy) -> BasesOfView:
    """The page of a district's bases."""
    own = bases_in(district, catalogue)
    return BasesOfView(
        head=Head(
            title=f"{district.name}{len(own)}处科普基地 电话与地址",
            path=links.bases_of(district),
            description=f"{district.name}的科普基地：今天能去吗，打给谁，怎么去。",
            section=links.BASES,
            crumbs=(Crumb(links.BASES, "基地"), Crumb(links.district(district), district.name)),
            elder=links.elder_district(district),
        ),
        name=district.name,
        seal=district.short,
        bare=_bare(own, privacy),
        rows=rows(own, catalogue, privacy),
        sketch=sketch(own, district, catalogue) if len(own) <= MOST else None,
    )


def _bare(bases: tuple[Base, ...], privacy: Privacy) -> tuple[BaseChoice, ...]:
    """The districts of those of which no more than the name is known, with their numbers."""
    found = Counter(base.district for base in bases if is_bare(base, privacy))
    return tuple(BaseChoice(one.id, one.name, number, links.district(one)) for one, number in found.items())


def _choice(district: District, catalogue: Catalogue) -> BaseChoice:
    number = sum(base.district.id == district.id for base in catalogue.bases)
    path = links.bases_of(district) if len(catalogue.bases) > MOST else links.district(district)
    return BaseChoice(district.id, district.name, number, path)


def _types(catalogue: Catalogue) -> tuple[BaseChoice, ...]:
    found: dict[str, BaseChoice] = {}
    for base in catalogue.bases:
        if base.type:
            number = found[base.type.id].number if base.type.id in found else 0
            found[base.type.id] = BaseChoice(base.type.id, base.type.name, number + 1)
    order = {term.id: place for place, term in enumerate(catalogue.terms.base_types)}
    return tuple(sorted(found.values(), key=lambda one: order.get(one.value, len(order))))


def _sketch(located: tuple[Base, ...], catalogue: Catalogue) -> Sketch | None:
    """Of the district with the most positions: two cities on one small map would be two dots."""
    best = max(
        with_bases(catalogue),
        key=lambda one: sum(base.district.id == one.id for base in located),
        default=None,
    )
    if best is None:
        return None
    return sketch(
        (base for base in located if base.district.id == best.id), best, catalogue, width=480, height=640
    )
