"""The bases of a district, where there are too many of all for one page; and as rows for the script of the map."""

from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.views.maps.sketch import Sketch, sketch
from scienceweek.views.parts.base_rows import MOST, BareBases, BaseRow, bare_bases, rows
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.page_head import Crumb, Head


@dataclass(frozen=True, slots=True)
class BasesOfDistrictView:
    """The list of one district."""

    head: Head
    name: str
    seal: str
    bare: tuple[BareBases, ...]
    rows: tuple[BaseRow, ...]
    sketch: Sketch | None


@dataclass(frozen=True, slots=True)
class BaseRows:
    """The rows of a district, for the script of the map, which fetches them when they are wanted."""

    district: str
    rows: tuple[BaseRow, ...]


def bases_of_district_page(district: District, catalogue: Catalogue, privacy: Privacy) -> BasesOfDistrictView:
    """The page of a district's bases."""
    own = catalogue.bases_of[district.id]
    return BasesOfDistrictView(
        head=Head(
            title=f"{district.name}{len(own)}处科普基地 电话与地址",
            path=links.bases_of_district(district),
            description=f"{district.name}的科普基地：今天能去吗，打给谁，怎么去。",
            section=links.BASES,
            crumbs=(Crumb(links.BASES, "基地"), Crumb(links.district(district), district.name)),
            elder=links.elder_district(district),
        ),
        name=district.name,
        seal=district.short,
        bare=bare_bases(own, privacy),
        rows=rows(own, catalogue, privacy),
        sketch=sketch(own, district, catalogue) if len(own) <= MOST else None,
    )
