"""Whom to ask about an activity: the nearest desk whose number may be shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.contact import Contact
from scienceweek.model.organisation import Party, Role
from scienceweek.model.place import AtBase, AtVenue, Location
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.words.memory import remembered

_ANSWERABLE = (Role.RESPONSIBLE, Role.LEAD, Role.CO_HOST, Role.HOST, Role.ISSUER, Role.SUPPORT)


@dataclass(frozen=True, slots=True)
class EnquiryDesk:
    """*calls* of *name*, whose page is *path*. Without calls *withheld* says that numbers exist, not for the public."""

    name: str
    path: str
    calls: tuple[Call, ...]
    withheld: bool = False


@remembered
def desk(activity: Activity, privacy: Privacy) -> EnquiryDesk:
    """The activity's own contacts, else its base's, else the place's, else those of who answers for it.

    After them those who hold the campaign. Without any number the desk is named all the same: one may know how
    to find it.
    """
    desks = list(_desks(activity))
    for name, path, contacts in desks:
        if calls := shown(contacts, activity.campaign, privacy):
            return EnquiryDesk(name, path, calls)
    name, path = next(((name, path) for name, path, _ in desks if name), ("", ""))
    return EnquiryDesk(name, path, (), withheld=any(contacts for _, _, contacts in desks))


def _desks(activity: Activity) -> Iterator[tuple[str, str, tuple[Contact, ...]]]:
    base = activity.base
    if activity.contacts:
        yield (base.name, links.base(base), activity.contacts) if base else ("", "", activity.contacts)
    if base:
        yield base.name, links.base(base), base.contacts
    # A place without a number is no desk: who answers is the better name.
    yield from (desk for at in activity.held_at if (desk := _at(at)) and desk[2])
    yield from map(_named, _parties(activity))


def _at(place: Location) -> tuple[str, str, tuple[Contact, ...]] | None:
    match place:
        case AtBase(base):
            return base.name, links.base(base), base.contacts
        case AtVenue(venue):
            return venue.name, links.venue(venue), venue.contacts
        case _:
            return None


def _parties(activity: Activity) -> list[Party]:
    own, above = activity.organisers, activity.campaign.organisers
    return [
        party
        for organisers in (own, above)
        for role in _ANSWERABLE
        for part in organisers
        if part.role is role
        for party in part.parties
    ]


def _named(party: Party) -> tuple[str, str, tuple[Contact, ...]]:
    known = party.organisation
    if known is None or known.collective:
        return party.name, "", ()
    return party.name, links.organisation(known), known.contacts
