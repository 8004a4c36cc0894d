"""The bases: a phone book with places, as a list and on a map."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.views.maps.pins import pin_files
from scienceweek.views.maps.sketch import Sketch, sketch
from scienceweek.views.parts import ticket
from scienceweek.views.parts.base_rows import MOST, BareBases, BaseRow, bare_bases, rows
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.lines import Lines, lines
from scienceweek.views.parts.page_head import FeedLink, Head

_NAMED = 3  # districts in a title
_FIRST = 24  # rows that a script shows before somebody asks for more
_FOLDED = 24  # activities of no place
_HALLS = 300
"""Venues without a position that are named; all of them stand on the pages of their districts."""


@frozen
class BaseChoice:
    """Something to choose in a filter: *value*, its *word*, and how many bases it has."""

    value: str
    word: str
    number: int
    path: str = ""


@frozen
class BasesView:
    """*rows* are the *first* ones, *rest* those after them.

    Both are empty where there are too many for one page: then *districts* lead to the lists. *bare* are the districts with bases of which no more than the name is known, and how many.
    *pins* are files with those of the map, *with_map* what else it shows. What is in no place is an *area*; where that is too much to be folded away, *area_rest* more are on the page of all activities.
    """

    head: Head
    number: int
    located: int
    first: int
    rows: tuple[BaseRow, ...]
    rest: tuple[BaseRow, ...]
    districts: tuple[BaseChoice, ...]
    bare: tuple[BareBases, ...]
    types: tuple[BaseChoice, ...]
    area: Lines
    area_rest: int
    pins: tuple[str, ...]
    halls: tuple[ticket.Link, ...]
    more_halls: int
    sketch: Sketch | None
    with_map: tuple[str, ...] = ()


def bases_page(
    catalogue: Catalogue, privacy: Privacy, feeds: tuple[FeedLink, ...] = (), grounds: tuple[str, ...] = ()
) -> BasesView:
    """The page of all bases; *grounds* are files with what districts have laid under the pins."""
    everything = catalogue.bases
    few = len(everything) <= MOST
    pins, more_pins = pin_files(catalogue)
    located = tuple(base for base in everything if base.point)
    listed = rows(everything, catalogue, privacy) if few else ()
    wide = lines(one for one in catalogue.listed if one.is_wide)
    many = len(wide.folded) > _FOLDED
    halls = tuple(venue for venue in catalogue.venues if not venue.point)
    found = tuple(_choice(one, catalogue) for one in catalogue.districts_with_bases)
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
        first=_FIRST,
        rows=listed[:_FIRST],
        rest=listed[_FIRST:],
        districts=found,
        bare=bare_bases(everything, privacy),
        types=_types(catalogue),
        area=Lines(wide.shown) if many else wide,
        area_rest=len(wide.folded) if many else 0,
        pins=pins,
        halls=tuple(ticket.Link(venue.name, links.venue(venue)) for venue in halls[:_HALLS]),
        more_halls=len(halls[_HALLS:]),
        sketch=_sketch(catalogue) if few else None,
        with_map=(*more_pins, *grounds),
    )


def _choice(district: District, catalogue: Catalogue) -> BaseChoice:
    number = len(catalogue.bases_of[district.id])
    path = links.bases_of_district(district) if len(catalogue.bases) > MOST else links.district(district)
    return BaseChoice(district.id, district.name, number, path)


def _types(catalogue: Catalogue) -> tuple[BaseChoice, ...]:
    found = {base.type.id: base.type for base in catalogue.bases if base.type}
    order = {term.id: place for place, term in enumerate(catalogue.terms.base_types)}
    return tuple(
        BaseChoice(one.id, one.name, len(catalogue.bases_of_type[one.id]))
        for one in sorted(found.values(), key=lambda one: order.get(one.id, len(order)))
    )


def _sketch(catalogue: Catalogue) -> Sketch | None:
    """Of the district with the most positions: two cities on one small map would be two dots."""
    located = {
        district: [base for base in catalogue.bases_of[district.id] if base.point]
        for district in catalogue.districts_with_bases
    }
    best = max(located, key=lambda one: len(located[one]), default=None)
    return sketch(located[best], best, catalogue, width=480, height=640) if best else None
