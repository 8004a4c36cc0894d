"""The first elder page, for those without script: the districts to choose from."""

from collections.abc import Iterable

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.district import District
from scienceweek.views.parts import regions
from scienceweek.views.parts.page_head import Head
from scienceweek.views.parts.regions import Region


@frozen
class ElderDoor:
    """A district to choose."""

    name: str
    path: str
    note: str


@frozen
class ElderView:
    """The districts to choose from, in a *region* where there are very many."""

    head: Head
    doors: tuple[ElderDoor, ...]
    region: str = ""


def elder_page(catalogue: Catalogue) -> ElderView:
    """The first elder page."""
    known = catalogue.districts_with_records.values()
    parted = regions.regions(known)
    return ElderView(
        head=Head(title="长者版 选一个区县", path=links.ELDER, elder=links.HOME),
        doors=tuple(
            ElderDoor(one.name, one.path(links.ELDER), f"{len(one.districts)}个区县") for one in parted
        )
        or _doors(known, catalogue),
    )


def elder_of_region(region: Region, catalogue: Catalogue) -> ElderView:
    """The districts of a *region*, where there are very many."""
    return ElderView(
        head=Head(title=f"长者版 {region.name}", path=region.path(links.ELDER), elder=links.HOME),
        doors=_doors(region.districts, catalogue),
        region=region.name,
    )


def _doors(districts: Iterable[District], catalogue: Catalogue) -> tuple[ElderDoor, ...]:
    return tuple(ElderDoor(one.name, links.elder_district(one), _note(one, catalogue)) for one in districts)


def _note(district: District, catalogue: Catalogue) -> str:
    activities = len(going_on(catalogue.activities_in[district.id]))
    bases = len(catalogue.bases_of[district.id])
    venues = len(catalogue.venues_of[district.id])
    counted = ((activities, "项活动"), (bases, "处基地"), (venues, "处场地"))
    return "，".join(f"{number}{word}" for number, word in counted if number)
