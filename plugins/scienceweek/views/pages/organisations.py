"""All organisations in one list: those that answer for something lead to their page, the others are told whole here."""

from collections import defaultdict
from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Organisation
from scienceweek.views.parts import ticket
from scienceweek.views.parts.organisers import has_page
from scienceweek.views.parts.page_head import Crumb, Head

Parts = tuple[tuple[ticket.Link, str], ...]

HEAD = Head(
    title="单位",
    path=links.ORGANISATIONS,
    description="历届科普活动的主办、承办、协办和责任单位，以及它们各自负责的活动。",
    section=links.DISTRICTS,
    crumbs=(Crumb(links.DISTRICTS, "区县"),),
)


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """A unit: *path* of its page, and the *number* of its activities."""

    name: str
    path: str
    number: int


@dataclass(frozen=True, slots=True)
class NamedOnly:
    """The units without a page: by their ids, those that have the same *parts* in the same campaigns."""

    parts: Parts
    units: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OrganisationsOfDistrict:
    """The *number* of units of a district, those with most activities first; *path* of the district's page, if it has one."""

    id: str
    name: str
    path: str
    number: int
    rows: tuple[OrganisationRow, ...]
    others: tuple[NamedOnly, ...]


@dataclass(frozen=True, slots=True)
class OrganisationsView:
    """The list, district by district."""

    head: Head
    districts: tuple[OrganisationsOfDistrict, ...]


def organisations_page(catalogue: Catalogue) -> OrganisationsView:
    """The list of all that are known by name; what stands for many (各镇街) is none."""
    parts = _parts(catalogue)
    of_district: defaultdict[str, list[Organisation]] = defaultdict(list)
    for one in catalogue.organisations:
        if not one.collective:
            of_district[one.district.id].append(one)
    return OrganisationsView(
        head=HEAD,
        districts=tuple(
            OrganisationsOfDistrict(
                district.id,
                district.name,
                links.district(district) if district.id in catalogue.districts_with_records else "",
                len(own),
                _rows(own, catalogue),
                _others(own, parts, catalogue),
            )
            for district in catalogue.districts
            if (own := of_district[district.id])
        ),
    )


def _rows(own: list[Organisation], catalogue: Catalogue) -> tuple[OrganisationRow, ...]:
    made = [
        OrganisationRow(one.name, links.organisation(one), len(catalogue.of_organisation[one.id]))
        for one in own
        if has_page(one, catalogue)
    ]
    return tuple(sorted(made, key=lambda row: -row.number))


def _others(own: list[Organisation], parts: dict[str, Parts], catalogue: Catalogue) -> tuple[NamedOnly, ...]:
    alike: defaultdict[Parts, list[tuple[str, str]]] = defaultdict(list)
    for one in own:
        if not has_page(one, catalogue):
            alike[parts.get(one.id, ())].append((one.id, one.name))
    return tuple(NamedOnly(parts, tuple(units)) for parts, units in alike.items())


def _parts(catalogue: Catalogue) -> dict[str, Parts]:
    """By organisation, the campaigns in which it has a part, latest first, and its roles there."""
    found: defaultdict[str, Parts] = defaultdict(tuple)
    for campaign in catalogue.latest_campaigns:
        roles: defaultdict[str, list[str]] = defaultdict(list)
        for part in campaign.organisers:
            for party in part.parties:
                if party.organisation and part.role.said not in roles[party.organisation.id]:
                    roles[party.organisation.id].append(part.role.said)
        link = ticket.Link(campaign.name, links.campaign(campaign))
        for id, own in roles.items():
            found[id] += ((link, "、".join(own)),)
    return found
