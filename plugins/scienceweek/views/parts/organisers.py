"""Whose an activity is, and who has a part in it."""

from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.organisation import Part, Party
from scienceweek.views.parts import ticket

FOLD = 6  # organisers of one role; more are folded away


@dataclass(frozen=True, slots=True)
class Organisers:
    """Those who share a role; those after the sixth are *folded* away."""

    role: str
    shown: tuple[ticket.Link, ...]
    folded: tuple[ticket.Link, ...] = ()


def host(activity: Activity) -> ticket.Link:
    """Its base, else the one unit that answers for it; of several only the names."""
    if activity.base:
        return ticket.Link(activity.base.name, links.base(activity.base))
    for part in activity.organisers:
        return _party(part.parties[0]) if len(part.parties) == 1 else ticket.Link(ticket.host(activity))
    return ticket.Link("")


def organisers(activity: Activity) -> tuple[Organisers, ...]:
    """All who have a part, in the order of the notice."""
    return tuple(_organisers(part) for part in activity.organisers)


def _organisers(part: Part) -> Organisers:
    named = tuple(_party(party) for party in part.parties)
    return Organisers(part.role.said, named[:FOLD], named[FOLD:])


def _party(party: Party) -> ticket.Link:
    known = party.organisation
    return ticket.Link(party.name, links.organisation(known) if known and not known.collective else "")
