"""The pins of the big map, in columns: small even where there are ten thousand. No names, no numbers to call."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.boundary import Boundary, Ring
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base, Venue
from scienceweek.model.point import Point
from scienceweek.views.parts.base_rows import MOST
from scienceweek.views.parts.base_traits import BaseTraits, base_traits
from scienceweek.views.parts.verdict import verdict
from scienceweek.views.words import dates

_PARTS = 100_000  # of a degree: about a metre
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Run:
    """A district, whose bases are *number* pins in a row. *lon* and *lat* are None where nobody knows its point."""

    id: str
    name: str
    number: int
    lon: float | None
    lat: float | None


@dataclass(frozen=True, slots=True)
class VenuePin:
    """A venue that has a position, with what happens there: (title, when, path)."""

    name: str
    path: str
    address: str
    lon: float
    lat: float
    radius: int
    activities: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Pins:
    """One entry a base in each column, by number (views/parts/base_rows.py: BaseRow).

    *lon* and *lat* are in hundred-thousandths of a degree, each the difference to the one before, None where the
    position is unknown. *radius* in metres. *type*, *answer* and *trait* point into *types*, *answers* (open, here, away, as
    today.js reads them) and *traits* (views/parts/base_traits.py); -1 is no type. *names* are of districts and towns, as text for
    the ground: (name, lon, lat). *boundaries*: (district, 审图号, rings). *sharded*: the rows are not in the page.
    """

    sharded: bool
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
    boundaries: tuple[tuple[str, str, tuple[Ring, ...]], ...]


def pins(catalogue: Catalogue, boundaries: tuple[Boundary, ...] = ()) -> Pins:
    """The pins of all bases and venues."""
    bases = catalogue.bases_by_number
    said = [verdict(base, catalogue) for base in bases]
    triples = [(one.open, one.here, one.away) for one in said]
    types, answers = _distinct(base.type.id for base in bases if base.type), _distinct(triples)
    getting_in = [base_traits(base) for base in bases]
    traits = _distinct(getting_in)
    return Pins(
        sharded=len(bases) > MOST,
        districts=tuple(_run(one, len(catalogue.bases_of[one.id])) for one in catalogue.districts_with_bases),
        types=tuple(types),
        answers=tuple(answers),
        traits=tuple(traits),
        lon=_steps(base.point.lon if base.point else None for base in bases),
        lat=_steps(base.point.lat if base.point else None for base in bases),
        radius=tuple(base.point.radius if base.point else 0 for base in bases),
        type=tuple(types[base.type.id] if base.type else -1 for base in bases),
        answer=tuple(answers[triple] for triple in triples),
        trait=tuple(traits[one] for one in getting_in),
        halls=tuple(
            _hall(venue, venue.point, catalogue.of_venue[venue.id])
            for venue in catalogue.venues
            if venue.point
        ),
        names=(*_districts(catalogue), *_towns(bases)),
        boundaries=tuple((one.district.name, one.approval, one.rings) for one in boundaries),
    )


def index(catalogue: Catalogue) -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    """Each district with the id, name and words of its bases, by number: for one who searches, or comes with an address.

    The readings of the names are added when the file is made (`plan/drawings.py`): their dictionary is slow to load.
    """
    return tuple(
        (one.id, tuple((base.id, base.name, _words(base)) for base in catalogue.bases_of[one.id]))
        for one in catalogue.districts_with_bases
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
    held = tuple((one.title, dates.when(one.when), links.activity(one)) for one in activities)
    return VenuePin(venue.name, links.venue(venue), venue.address, point.lon, point.lat, point.radius, held)


def _districts(catalogue: Catalogue) -> list[tuple[str, float, float]]:
    return [(one.name, one.point.lon, one.point.lat) for one in catalogue.districts if one.point]


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
