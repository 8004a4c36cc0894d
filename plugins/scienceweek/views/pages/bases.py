"""The bases: a phone book with places, as a list and on a map. And each district's own list, where there are many."""

from collections import Counter
from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Access, Base, Fee
from scienceweek.views.maps.sketch import Sketch, sketch
from scienceweek.views.pages.districts import is_wide
from scienceweek.views.pieces import parts
from scienceweek.views.pieces.contacts import Call, Privacy, shown
from scienceweek.views.pieces.head import Crumb, Feed, Head
from scienceweek.views.pieces.lines import Lines, lines
from scienceweek.views.pieces.navigation import Way, ways
from scienceweek.views.pieces.reasons import away_word, known
from scienceweek.views.pieces.verdicts import Verdict, verdict
from scienceweek.views.wording.phrases import address, phrases

MOST = 300  # bases on one page; beyond that each district has its own list
_NAMED = 3  # districts in a title


@dataclass(frozen=True, slots=True)
class Row:
    """A base in the phone book.

    *number* is its place among all bases, from 0: its place in the data of the pins too. *place* is the whole
    address. *why* is empty where nothing is known of its days. Of a *bare* one no more than its name is known.
    """

    number: int
    id: str
    path: str
    name: tuple[str, ...]
    title: str
    short: str
    seal: str
    kind: str
    district: str
    address: tuple[str, ...]
    place: str
    located: bool
    calls: tuple[Call, ...]
    verdict: Verdict
    why: str
    away_word: str
    ways: tuple[Way, ...]
    access: str
    bare: bool


@dataclass(frozen=True, slots=True)
class Choice:
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
    rows: tuple[Row, ...]
    districts: tuple[Choice, ...]
    bare: tuple[Choice, ...]
    types: tuple[Choice, ...]
    area: Lines
    halls: tuple[parts.Link, ...]
    sketch: Sketch | None


@dataclass(frozen=True, slots=True)
class BasesOfView:
    """The list of one district."""

    head: Head
    name: str
    seal: str
    bare: tuple[Choice, ...]
    rows: tuple[Row, ...]
    sketch: Sketch | None


@dataclass(frozen=True, slots=True)
class Shard:
    """The rows of a district, for the script of the map, which fetches them when they are wanted."""

    district: str
    rows: tuple[Row, ...]


def bases(catalogue: Catalogue, privacy: Privacy, feeds: tuple[Feed, ...] = ()) -> BasesView:
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
            parts.Link(venue.name, links.venue(venue)) for venue in catalogue.venues if not venue.point
        ),
        sketch=_sketch(located, catalogue) if few else None,
    )


def bases_of(district: District, catalogue: Catalogue, privacy: Privacy) -> BasesOfView:
    """The page of a district's bases."""
    own = tuple(base for base in catalogue.bases if base.district.id == district.id)
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


def rows(bases: tuple[Base, ...], catalogue: Catalogue, privacy: Privacy) -> tuple[Row, ...]:
    """Their entries in the phone book, by number."""
    known = numbers(catalogue)
    ordered = sorted(bases, key=lambda base: known[base.id])
    return tuple(_row(base, known[base.id], catalogue, privacy) for base in ordered)


def with_bases(catalogue: Catalogue) -> tuple[District, ...]:
    """The districts that have bases, in the order of the files."""
    owners = {base.district.id for base in catalogue.bases}
    return tuple(one for one in catalogue.districts if one.id in owners)


def numbers(catalogue: Catalogue) -> dict[str, int]:
    """The place of each base among all, by its id: district by district, so that a shard is a run."""
    order = {one.id: place for place, one in enumerate(catalogue.districts)}
    ordered = sorted(catalogue.bases, key=lambda base: order[base.district.id])
    return {base.id: number for number, base in enumerate(ordered)}


def lies(base: Base) -> str:
    """How well its position is known, in words; nothing if exactly."""
    if base.point is None:
        return "位置未知，地图上没有" if base.address else "位置未知，通知没有写地址"
    return "大致位置，以地址为准" if base.point.radius else ""


def _row(base: Base, number: int, catalogue: Catalogue, privacy: Privacy) -> Row:
    return Row(
        number=number,
        id=base.id,
        path=links.base(base),
        name=phrases(base.name),
        title=base.name,
        short=base.short_name,
        seal=base.type.seal if base.type else "",
        kind=base.type.name if base.type else "",
        district=base.district.name,
        address=address(_short_address(base)),
        place=base.address,
        located=base.point is not None,
        calls=shown(base.contacts, base.campaign, privacy),
        verdict=verdict(base, catalogue),
        why=known(base, catalogue),
        away_word=away_word(base, catalogue),
        ways=ways(base.name, base.address, base.district, base.point),
        access={Access.FULL: "轮椅可以进出", Access.PARTIAL: "轮椅可以进出一部分"}.get(base.wheelchair, ""),
        bare=_is_bare(base, privacy),
    )


def _bare(bases: tuple[Base, ...], privacy: Privacy) -> tuple[Choice, ...]:
    """The districts of those of which no more than the name is known, with their numbers."""
    found = Counter(base.district for base in bases if _is_bare(base, privacy))
    return tuple(Choice(one.id, one.name, number, links.district(one)) for one, number in found.items())


def _is_bare(base: Base, privacy: Privacy) -> bool:
    said = (base.type, base.address, base.openings, shown(base.contacts, base.campaign, privacy))
    return not any(said)


def is_free(base: Base) -> bool:
    """Whether it says of some opening period that it is free."""
    return any(one.admission.fee is Fee.FREE for one in base.openings)


def _short_address(base: Base) -> str:
    """Without the districts that the list is about anyway."""
    street = base.address
    for one in tuple(base.district.lineage)[::-1]:
        street = street.removeprefix(one.name)
    return street


def _choice(district: District, catalogue: Catalogue) -> Choice:
    number = sum(base.district.id == district.id for base in catalogue.bases)
    path = links.bases_of(district) if len(catalogue.bases) > MOST else links.district(district)
    return Choice(district.id, district.name, number, path)


def _types(catalogue: Catalogue) -> tuple[Choice, ...]:
    found: dict[str, Choice] = {}
    for base in catalogue.bases:
        if base.type:
            number = found[base.type.id].number if base.type.id in found else 0
            found[base.type.id] = Choice(base.type.id, base.type.name, number + 1)
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
