"""An organisation's page: what this unit answers for, campaign by campaign."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.enquiry import of_office
from scienceweek.model.index import index
from scienceweek.model.organisation import Organisation, Part, Role
from scienceweek.views.parts import leaves, ticket
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.lines import Lines, lines
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.words import dates


@frozen
class Duty:
    """The activities for which the unit has a role; *with_* are the others of that role."""

    role: str
    number: int
    lines: Lines


@frozen
class CampaignDuties:
    """A campaign in which the unit has a part: *roles* in the campaign itself, *duties* in its activities."""

    campaign: ticket.Link
    when: str
    roles: tuple[str, ...]
    duties: tuple[Duty, ...]


@frozen
class OrganisationView:
    """The page of an organisation; *calls* is empty where no number is public, and *withheld* says whether there is one.

    Where its activities are too many for a page, *leaves* lead to all of them.
    """

    head: Head
    name: str
    district: ticket.Link
    also: tuple[str, ...]
    former_names: str
    url: str
    calls: tuple[Call, ...]
    withheld: bool
    activities: int
    leaves: tuple[LeafLink, ...]
    terms: tuple[CampaignDuties, ...]


def organisations(catalogue: Catalogue) -> tuple[Organisation, ...]:
    """Those with a page: one that stands for many has none."""
    return tuple(one for one in catalogue.organisations if not one.collective)


def organisation_page(
    organisation: Organisation, catalogue: Catalogue, home: str, privacy: Privacy
) -> OrganisationView:
    """The page of *organisation*; *home* is the path of its district's, if that has one."""
    activities = catalogue.of_organisation[organisation.id]
    district = organisation.district
    contacts = of_office(organisation, catalogue.campaigns_of[district.id])
    return OrganisationView(
        head=Head(
            title=f"{organisation.name} 负责的活动 · {district.name}",
            path=links.organisation(organisation),
            description=f"{organisation.name}在历届科普活动里主办、承办、负责或参加的 {len(activities)} 项活动。",
            section=links.DISTRICTS,
            crumbs=(Crumb(links.DISTRICTS, "区县"), Crumb(home, district.name)) if home else (),
        ),
        name=organisation.name,
        district=ticket.Link(district.name, home),
        also=tuple(name for name in organisation.short_names if name != organisation.name),
        former_names="、".join(organisation.former_names),
        url=organisation.url,
        calls=shown(contacts, None, privacy),
        withheld=any(kept.phones for one in contacts if (kept := one.secret)),
        activities=len(activities),
        leaves=leaves.leaf_links(links.organisation(organisation), activities),
        terms=_terms(organisation, catalogue, activities),
    )


def _terms(
    organisation: Organisation, catalogue: Catalogue, activities: tuple[Activity, ...]
) -> tuple[CampaignDuties, ...]:
    """The campaigns, latest first."""
    long = leaves.is_long(activities)
    own = index(activities, lambda activity: [activity.campaign.id])
    return tuple(
        _term(organisation, campaign, own[campaign.id], long=long)
        for campaign in catalogue.campaigns_with[organisation.id]
        if campaign.id in own or _roles(organisation, campaign.organisers)
    )


def _term(
    organisation: Organisation, campaign: Campaign, activities: tuple[Activity, ...], *, long: bool
) -> CampaignDuties:
    duties: dict[Role, list[Activity]] = {role: [] for role in Role}
    for activity in activities:
        for role in _roles(organisation, activity.organisers):
            duties[role].append(activity)
    return CampaignDuties(
        campaign=ticket.Link(campaign.name, links.campaign(campaign)),
        when=dates.days_in_full(campaign.when),
        roles=tuple(role.said for role in _roles(organisation, campaign.organisers)),
        duties=tuple(
            Duty(role.said, len(members), _lines(members, long=long))
            for role, members in duties.items()
            if members
        ),
    )


def _lines(activities: list[Activity], *, long: bool) -> Lines:
    """Of those of a *long* list only the first: all stand on its leaves."""
    found = lines(activities)
    return Lines(found.shown) if long else found


def _roles(organisation: Organisation, parts: tuple[Part, ...]) -> list[Role]:
    return [
        part.role
        for part in parts
        if any(party.organisation and party.organisation.id == organisation.id for party in part.parties)
    ]
