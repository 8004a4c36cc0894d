"""All organisations in one list: those that answer for something lead to their page, the others are told whole here."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.organisation import Organisation
from scienceweek.views.parts import ticket
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.organisers import has_page, unit_regions
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.parts.regions import Region

Parts = tuple[tuple[ticket.Link, str], ...]

HEAD = Head(
    title="单位",
    path=links.ORGANISATIONS,
    description="历届科普活动的主办、承办、协办和责任单位，以及它们各自负责的活动。",
    section=links.DISTRICTS,
    crumbs=(Crumb(links.DISTRICTS, "区县"),),
)


@frozen
class OrganisationRow:
    """A unit: *path* of its page, and the *number* of its activities."""

    name: str
    path: str
    number: int


@frozen
class NamedOnly:
    """The units without a page: by their ids, those that have the same *parts* in the same campaigns."""

    parts: Parts
    units: tuple[tuple[str, str], ...]


@frozen
class OrganisationsOfDistrict:
    """The *number* of units of a district, those with most activities first; *path* of the district's page, if it has one."""

    id: str
    name: str
    path: str
    number: int
    rows: tuple[OrganisationRow, ...]
    others: tuple[NamedOnly, ...]


@frozen
class OrganisationsView:
    """The list, district by district, of a *region* where there are very many; *doors* lead to these then."""

    head: Head
    districts: tuple[OrganisationsOfDistrict, ...]
    doors: tuple[LeafLink, ...] = ()
    region: str = ""


def organisations_page(catalogue: Catalogue) -> OrganisationsView:
    """The list of all that are known by name; what stands for many (各镇街) is none."""
    if parted := unit_regions(catalogue):
        doors = (LeafLink(one.name, head_of(one).path, _number(one, catalogue)) for one in parted)
        return OrganisationsView(HEAD, (), tuple(doors))
    return OrganisationsView(HEAD, _of_districts(catalogue.districts, catalogue))


def organisations_of_region(region: Region, catalogue: Catalogue) -> OrganisationsView:
    """Those of a *region*, where there are very many."""
    return OrganisationsView(head_of(region), _of_districts(region.districts, catalogue), region=region.name)


def head_of(region: Region | None) -> Head:
    """The head of the page on which the units of a *region* stand, or of the only one."""
    if region is None:
        return HEAD
    return replace(
        HEAD,
        title=f"{region.name} 单位",
        path=region.path(links.ORGANISATIONS),
        crumbs=(*HEAD.crumbs, Crumb(links.ORGANISATIONS, HEAD.title)),
    )


def _number(region: Region, catalogue: Catalogue) -> int:
    return sum(len(catalogue.units_of[one.id]) for one in region.districts)


def _of_districts(districts: Iterable[District], catalogue: Catalogue) -> tuple[OrganisationsOfDistrict, ...]:
    return tuple(
        OrganisationsOfDistrict(
            district.id,
            district.name,
            links.district(district) if district.id in catalogue.districts_with_records else "",
            len(own),
            _rows(own, catalogue),
            _others(own, catalogue),
        )
        for district in districts
        if (own := catalogue.units_of[district.id])
    )


def _rows(own: tuple[Organisation, ...], catalogue: Catalogue) -> tuple[OrganisationRow, ...]:
    made = [
        OrganisationRow(one.name, links.organisation(one), len(catalogue.of_organisation[one.id]))
        for one in own
        if has_page(one, catalogue)
    ]
    return tuple(sorted(made, key=lambda row: -row.number))


def _others(own: tuple[Organisation, ...], catalogue: Catalogue) -> tuple[NamedOnly, ...]:
    alike: defaultdict[Parts, list[tuple[str, str]]] = defaultdict(list)
    for one in own:
        if not has_page(one, catalogue):
            alike[_parts(one, catalogue)].append((one.id, one.name))
    return tuple(NamedOnly(parts, tuple(units)) for parts, units in alike.items())


def _parts(one: Organisation, catalogue: Catalogue) -> Parts:
    """The campaigns in which it has a part, latest first, and its roles there."""
    found = []
    for campaign in catalogue.campaigns_with[one.id]:
        roles = dict.fromkeys(
            part.role.said
            for part in campaign.organisers
            if any(party.organisation and party.organisation.id == one.id for party in part.parties)
        )
        if roles:
            found.append((ticket.Link(campaign.name, links.campaign(campaign)), "、".join(roles)))
    return tuple(found)
