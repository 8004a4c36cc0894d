"""Whom to ask about an activity: the nearest desk whose number may be shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.contact import Contact
from scienceweek.model.organisation import Party, Role
from scienceweek.model.place import AtBase, AtVenue
from scienceweek.views.contacts import Call, Privacy, shown
from scienceweek.views.memory import remembered

_ANSWERABLE = (Role.RESPONSIBLE, Role.LEAD, Role.CO_HOST, Role.HOST, Role.SUPPORT)


@dataclass(frozen=True, slots=True)
class Desk:
    """*calls* of *name*, whose page is *path*. Without calls *withheld* says that numbers exist, not for the public."""

    name: str
    path: str
    calls: tuple[Call, ...]
    withheld: bool = False


@remembered
def desk(activity: Activity, privacy: Privacy) -> Desk:
    """The activity's own contacts, else its base's, else the place's, else those of who answers for it.

    Without any, the desk is named all the same: one may know how to find it.
    """
    desks = list(_desks(activity))
    for name, path, contacts in desks:
        if calls := shown(contacts, activity.campaign, privacy):
            return Desk(name, path, calls)
    name, path, _ = desks[0] if activity.base or not _parties(activity) else _named(_parties(activity)[0])
    return Desk(name, path, (), withheld=any(contacts for _, _, contacts in desks))


def _desks(activity: Activity) -> Iterator[tuple[str, str, tuple[Contact, ...]]]:
    base = activity.base
    yield (base.name if base else "", links.base(base) if base else "", activity.contacts)
    if base:
        yield base.name, links.base(base), base.contacts
    for at in activity.where:
        match at:
            case AtBase(place):
                yield place.name, links.base(place), place.contacts
            case AtVenue(venue):
                yield venue.name, links.venue(venue), venue.contacts
            case _:
                pass
    for party in _parties(activity):
        yield _named(party)


def _parties(activity: Activity) -> list[Party]:
    parts = {part.role: part.parties for part in activity.organisers}
    return [party for role in _ANSWERABLE for party in parts.get(role, ())]


def _named(party: Party) -> tuple[str, str, tuple[Contact, ...]]:
    known = party.organisation
    if known is None or known.collective:
        return party.name, "", ()
    return party.name, links.organisation(known), known.contacts
