"""The pins of the big map, in columns: small even where there are ten thousand. No names, no numbers to call.

Of very many they are several files, which the page reads one after the other; names to search in files that are read when somebody searches.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base, Venue
from scienceweek.model.point import Point
from scienceweek.views.parts import leaves
from scienceweek.views.parts.base_rows import MOST
from scienceweek.views.parts.base_traits import BaseTraits, base_traits
from scienceweek.views.parts.verdict import verdict
from scienceweek.views.words import dates

BASES, HALLS, NAMES = 8000, 300, 2000
"""Bases, venues and names of places in a file of pins: together less than 200 KB packed, however many districts there are."""
INDEXED = 1500
"""Bases whose names share a file: some 100 KB packed, 650 as they are."""
_SHOWN = 6  # activities of a venue that its card names
_PARTS = 100_000  # of a degree: about a metre
_T = TypeVar("_T")


@frozen
class Run:
    """A district, whose bases are *number* pins in a row. *lon* and *lat* are None where nobody knows its point."""

    id: str
    name: str
    number: int
    lon: float | None
    lat: float | None


@frozen
class VenuePin:
    """A venue that has a position, with what happens there: *number* activities, of which it names the first (title, when, path)."""

    name: str
    path: str
    address: str
    lon: float
    lat: float
    radius: int
    number: int
    activities: tuple[tuple[str, str, str], ...]


@frozen
class Pins:
    """A file of pins. One entry a base in each column, by number (views/parts/base_rows.py: BaseRow), on from those of the file before.

    *lon* and *lat* are in hundred-thousandths of a degree, each the difference to the one before, None where the
    position is unknown, from 0 in each file. *radius* in metres. *type*, *answer* and *trait* point into *types*, *answers* (open, here, away, as
    today.js reads them) and *traits* (views/parts/base_traits.py); -1 is no type. *names* are of districts and towns, as text for
    the ground: (name, lon, lat). *sharded*: the rows are not in the page. *indexed* is how
    many bases have their names in a file, *leaf* how many of a district their rows. What is not of single bases, venues and names stands in the first file only.
    """

    sharded: bool
    indexed: int
    leaf: int
    districts: tuple[Run, ...]
    types: tuple[str, ...]
    answers: tuple[tuple[str, str, str], ...]
    traits: tuple[BaseTraits, ...]
    lon: tuple[int | None, ...]
    lat: tuple[int | None, ...]
    radius: tuple[int, ...]
    type: tuple[int, ...]
    answer: tuple[int, ...]
    trait: tuple[int, ...]
    halls: tuple[VenuePin, ...]
    names: tuple[tuple[str, float, float], ...]


@frozen
class BaseNames:
    """A file of names: *bases* as (id, name, words), the first of which has the number *first*."""

    path: str
    first: int
    bases: tuple[tuple[str, str, str], ...]


def pin_files(catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where the pins are: the files that the page reads, and those with nothing but venues, which come with the map."""
    halls = sum(1 for venue in catalogue.venues if venue.point)
    names = len(_names(catalogue))
    first, every = (_number(len(catalogue.bases), of, names) for of in (0, halls))
    paths = tuple(links.further(links.PINS, at) for at in range(1, every + 1))
    return paths[:first], paths[first:]


def _number(bases: int, halls: int, names: int) -> int:
    """How many files they take."""
    return max(-(-bases // BASES), -(-halls // HALLS), -(-names // NAMES), 1)


def pins(catalogue: Catalogue) -> tuple[Pins, ...]:
    """The pins of all bases and venues, a file each."""
    bases, names = catalogue.bases_by_number, _names(catalogue)
    halls = tuple(
        _hall(venue, venue.point, catalogue.of_venue[venue.id]) for venue in catalogue.venues if venue.point
    )
    made = (
        _columns(
            bases[at * BASES : (at + 1) * BASES],
            catalogue,
            halls[at * HALLS : (at + 1) * HALLS],
            names[at * NAMES : (at + 1) * NAMES],
        )
        for at in range(_number(len(bases), len(halls), len(names)))
    )
    first = next(made)
    runs = tuple(_run(one, len(catalogue.bases_of[one.id])) for one in catalogue.districts_with_bases)
    return (replace(first, districts=runs), *made)


def _columns(
    bases: tuple[Base, ...],
    catalogue: Catalogue,
    halls: tuple[VenuePin, ...],
    names: tuple[tuple[str, float, float], ...],
) -> Pins:
    said = [verdict(base, catalogue) for base in bases]
    triples = [(one.open, one.here, one.away) for one in said]
    types, answers = _distinct(base.type.id for base in bases if base.type), _distinct(triples)
    getting_in = [base_traits(base) for base in bases]
    traits = _distinct(getting_in)
    return Pins(
        sharded=len(catalogue.bases) > MOST,
        indexed=INDEXED,
        leaf=leaves.LEAF,
        districts=(),
        types=tuple(types),
        answers=tuple(answers),
        traits=tuple(traits),
        lon=_steps(base.point.lon if base.point else None for base in bases),
        lat=_steps(base.point.lat if base.point else None for base in bases),
        radius=tuple(base.point.radius if base.point else 0 for base in bases),
        type=tuple(types[base.type.id] if base.type else -1 for base in bases),
        answer=tuple(answers[triple] for triple in triples),
        trait=tuple(traits[one] for one in getting_in),
        halls=halls,
        names=names,
    )


def index(catalogue: Catalogue) -> tuple[BaseNames, ...]:
    """The id, name and words of each base, by number, a file each: for one who searches, or comes with an address.

    The readings of the names are added when the file is made (`plan/drawings.py`): their dictionary is slow to load.
    """
    parts = leaves.cut(catalogue.bases_by_number, INDEXED) or ((),)
    return tuple(
        BaseNames(
            links.further(links.PIN_INDEX, at),
            (at - 1) * INDEXED,
            tuple((base.id, base.name, _words(base)) for base in part),
        )
        for at, part in enumerate(parts, 1)
    )


def _words(base: Base) -> str:
    """What one may type to find it, beside its name."""
    sounds = (reading.replace(" ", "") for reading in base.readings)
    words = (base.short_name, *base.former_names, base.address, base.town, base.district.name, *sounds)
    return " ".join(word for word in words if word and word not in base.name).lower()


def _run(district: District, number: int) -> Run:
    point = district.point
    return Run(district.id, district.name, number, point.lon if point else None, point.lat if point else None)


def _distinct(values: Iterable[_T]) -> dict[_T, int]:
    """Each value once, with its place."""
    return {value: place for place, value in enumerate(dict.fromkeys(values))}


def _steps(degrees: Iterable[float | None]) -> tuple[int | None, ...]:
    steps: list[int | None] = []
    before = 0
    for one in degrees:
        if one is None:
            steps.append(None)
            continue
        here = round(one * _PARTS)
        steps.append(here - before)
        before = here
    return tuple(steps)


def _hall(venue: Venue, point: Point, activities: tuple[Activity, ...]) -> VenuePin:
    held = tuple((one.title, dates.when(one.when), links.activity(one)) for one in activities[:_SHOWN])
    path, number = links.venue(venue), len(activities)
    return VenuePin(venue.name, path, venue.address, point.lon, point.lat, point.radius, number, held)


def _names(catalogue: Catalogue) -> tuple[tuple[str, float, float], ...]:
    """Those of districts first."""
    found = ((one.name, one.point.lon, one.point.lat) for one in catalogue.districts if one.point)
    return (*found, *_towns(catalogue.bases_by_number))


def _towns(bases: Iterable[Base]) -> list[tuple[str, float, float]]:
    """Each town in the middle of its bases: a name to find one's way by, no position of its own."""
    towns: dict[tuple[str, str], list[Point]] = {}
    for base in bases:
        if base.town and base.point:
            towns.setdefault((base.district.id, base.town), []).append(base.point)
    return [
        (
            town,
            round(sum(point.lon for point in points) / len(points), 5),
            round(sum(point.lat for point in points) / len(points), 5),
        )
        for (_, town), points in towns.items()
    ]
