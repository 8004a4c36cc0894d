"""Whose an activity is, and who has a part in it or in a campaign."""

from dataclasses import replace

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Organisation, Part, Party
from scienceweek.views.parts import ticket
from scienceweek.views.parts.regions import Region, regions

MOST = 1500
"""Units that a page can hold: a line each."""


@frozen
class Organisers:
    """The *number* of those who share a role: some *shown*, the others *folded* away."""

    role: str
    number: int
    shown: tuple[ticket.Link, ...]
    folded: tuple[ticket.Link, ...]


def host(activity: Activity) -> ticket.Link:
    """Its base, else the one unit that answers for it; of several only the names."""
    if activity.base:
        return ticket.Link(activity.base.name, links.base(activity.base))
    for part in activity.organisers:
        return _link(part.parties[0]) if len(part.parties) == 1 else ticket.Link(ticket.host(activity))
    return ticket.Link("")


def has_page(one: Organisation, catalogue: Catalogue) -> bool:
    """Whether there is more to tell of *one* than a line in the list of all."""
    return one.id in catalogue.of_organisation or bool(one.contacts or one.url)


def line_of(one: Organisation, catalogue: Catalogue) -> str:
    """Where *one* that has no page stands in the list of all; where that is too long for a page, what leads on to it."""
    return links.organisation_line(one) if catalogue.number_of_units <= MOST else links.organisation(one)


def unit_regions(catalogue: Catalogue) -> tuple[Region, ...]:
    """The pages of the list of all units, if they are too many for one."""
    units = catalogue.units_of
    return regions(
        (one for one in catalogue.districts if one.id in units), lambda one: len(units[one.id]), MOST
    )


def of_campaign(parts: tuple[Part, ...], most: int, catalogue: Catalogue) -> tuple[Organisers, ...]:
    """All who have a part in a campaign: those without a page of their own lead to their line in the list of all."""
    lines = {
        links.organisation(one): line_of(one, catalogue)
        for part in parts
        for party in part.parties
        if (one := party.organisation) and not one.collective and not has_page(one, catalogue)
    }
    return tuple(
        replace(
            one,
            shown=tuple(replace(link, path=lines.get(link.path, link.path)) for link in one.shown),
            folded=tuple(replace(link, path=lines.get(link.path, link.path)) for link in one.folded),
        )
        for one in organisers(parts, most)
    )


def organisers(parts: tuple[Part, ...], most: int) -> tuple[Organisers, ...]:
    """All who have a part, in the order of the notice; of a role with more than *most*, so many are shown."""
    return tuple(_organisers(part, most) for part in parts)


def _organisers(part: Part, most: int) -> Organisers:
    named = tuple(_link(party) for party in part.parties)
    return Organisers(part.role.said, len(named), named[:most], named[most:])


def _link(party: Party) -> ticket.Link:
    """A party as the notice calls it; it leads to its page if it has one."""
    known = party.organisation
    return ticket.Link(party.name, links.organisation(known) if known and not known.collective else "")
