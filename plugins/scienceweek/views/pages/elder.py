"""The first elder page, for those without script: the districts to choose from."""

from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.district import District
from scienceweek.views.parts.page_head import Head


@dataclass(frozen=True, slots=True)
class ElderDoor:
    """A district to choose."""

    name: str
    path: str
    note: str


@dataclass(frozen=True, slots=True)
class ElderView:
    """The districts to choose from."""

    head: Head
    doors: tuple[ElderDoor, ...]


def elder_page(catalogue: Catalogue) -> ElderView:
    """The first elder page."""
    return ElderView(
        head=Head(title="长者版 选一个区县", path=links.ELDER, elder=links.HOME),
        doors=tuple(
            ElderDoor(one.name, links.elder_district(one), _note(one, catalogue))
            for one in catalogue.districts_with_records.values()
        ),
    )


def _note(district: District, catalogue: Catalogue) -> str:
    activities = len(going_on(catalogue.activities_in[district.id]))
    bases = len(catalogue.bases_of[district.id])
    venues = len(catalogue.venues_of[district.id])
    counted = ((activities, "项活动"), (bases, "处基地"), (venues, "处场地"))
    return "，".join(f"{number}{word}" for number, word in counted if number)
