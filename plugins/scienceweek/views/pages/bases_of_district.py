"""The bases of a district, where there are too many of all for one page; and as rows for the script of the map."""

from collections.abc import Iterator
from dataclasses import replace

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base
from scienceweek.views.maps.sketch import Sketch, sketch
from scienceweek.views.parts import leaves, ticket
from scienceweek.views.parts.base_rows import MOST, BareBases, BaseRow, bare_bases, rows
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.page_head import Crumb, Head


@frozen
class BasesOfDistrictView:
    """The list of one district: of *number* bases those of a page, the *at*-th of *pages*."""

    head: Head
    name: str
    seal: str
    number: int
    at: int
    pages: tuple[ticket.Link, ...]
    bare: tuple[BareBases, ...]
    rows: tuple[BaseRow, ...]
    sketch: Sketch | None


@frozen
class BaseRows:
    """Rows of a district, for the script of the map, which fetches them when they are wanted."""

    path: str
    rows: tuple[BaseRow, ...]


def bases_of_district_pages(
    district: District, catalogue: Catalogue, privacy: Privacy
) -> Iterator[BasesOfDistrictView]:
    """The page of a district's bases, and of many those that follow it."""
    own = catalogue.bases_of[district.id]
    path = links.bases_of_district(district)
    parts = leaves.cut(rows(own, catalogue, privacy), leaves.LEAF)
    pages = tuple(
        ticket.Link(
            f"{(at - 1) * leaves.LEAF + 1}—{(at - 1) * leaves.LEAF + len(part)}", links.further(path, at)
        )
        for at, part in enumerate(parts, 1)
    )
    for at, part in enumerate(parts, 1):
        made = bases_of_district_page(district, own, part, pages, at)
        if at == 1:
            picture = sketch(own, district, catalogue) if len(own) <= MOST else None
            made = replace(made, bare=bare_bases(own, privacy), sketch=picture)
        yield made


def bases_of_district_page(
    district: District,
    own: tuple[Base, ...],
    shown: tuple[BaseRow, ...],
    pages: tuple[ticket.Link, ...],
    at: int,
) -> BasesOfDistrictView:
    """The *at*-th of the *pages* of *own* bases of *district*, on which some are *shown*."""
    number = f" 第{at}页" if at > 1 else ""
    return BasesOfDistrictView(
        head=Head(
            title=f"{district.name}{len(own)}处科普基地 电话与地址{number}",
            path=pages[at - 1].path,
            description=f"{district.name}的科普基地：今天能去吗，打给谁，怎么去。",
            section=links.BASES,
            crumbs=(Crumb(links.BASES, "基地"), Crumb(links.district(district), district.name)),
            elder=links.elder_district(district),
        ),
        name=district.name,
        seal=district.short,
        number=len(own),
        at=at,
        pages=pages if len(pages) > 1 else (),
        bare=(),
        rows=shown,
        sketch=None,
    )


def shards(district: District, views: tuple[BasesOfDistrictView, ...]) -> Iterator[BaseRows]:
    """The same rows for the script."""
    for view in views:
        path = links.further(links.shard(district), view.at)
        yield BaseRows(path, view.rows)
