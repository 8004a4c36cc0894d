"""Whom one asks about an activity, desk by desk: those who are there, who answers for it, who holds the campaign."""

from collections.abc import Iterable, Iterator

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.contact import Contact
from scienceweek.model.organisation import Organisation, Part, Party, Role
from scienceweek.model.place import AtBase, AtVenue, Base, Venue

ASKED = (
    *(
        Role.RESPONSIBLE,
        Role.LEAD,
        Role.CO_HOST,
        Role.HOST,
        Role.CO_ORGANISER,
        Role.DRAFTER,
        Role.ISSUER,
        Role.SUPPORT,
    ),
)
"""The roles that can answer, the best first. Who takes part, guides, reports or pays is never asked."""


@frozen
class Enquiry:
    """A desk: its *name*, *whose* page tells of it, and its *contacts*, public or not."""

    name: str
    whose: Base | Venue | Organisation | Campaign | None = None
    contacts: tuple[Contact, ...] = ()

    @property
    def secret(self) -> bool:
        """Whether there is a number, and it is not for the public."""
        return any(kept.phones for one in self.contacts if (kept := one.secret))


def enquiries(activity: Activity) -> Iterator[Enquiry]:
    """The desks for *activity*, each after those who know better. One without a number may still be named."""
    base, campaign = activity.base, activity.campaign
    contacts = [Enquiry(base.name if base else "", base, activity.contacts)] if activity.contacts else []
    # What a part has from its whole, its own base knows better.
    inherited = "contacts" in activity.inherited
    yield from () if inherited else contacts
    if base:
        yield Enquiry(base.name, base, base.desk)
    # A place without a number is no desk: who answers is the better name.
    for at in activity.held_at:
        place = at.base if isinstance(at, AtBase) else at.venue if isinstance(at, AtVenue) else None
        if place and place.contacts:
            yield Enquiry(place.name, place, place.contacts)
    if booked := activity.admission.plan.contacts:
        yield Enquiry("", None, booked)
    if inherited:
        yield from (Enquiry("", None, one.contacts) for one in contacts)
    yield from answering(activity.organisers)
    yield from answering(campaign.organisers)
    if campaign.contacts:
        yield Enquiry(campaign.name, campaign, campaign.contacts)


def of_those_who_named(base: Base) -> Iterator[Enquiry]:
    """The desks of the notice in which a *base* stands, for one that gives no number of its own."""
    if base.campaign:
        yield from answering(base.campaign.organisers)
        if base.campaign.contacts:
            yield Enquiry(base.campaign.name, base.campaign, base.campaign.contacts)


def of_office(organisation: Organisation, campaigns: Iterable[Campaign]) -> tuple[Contact, ...]:
    """The contacts of *organisation*; if it has none, those that *campaigns*, the latest first, give as its own."""
    if organisation.contacts:
        return organisation.contacts
    names = (organisation.name, *organisation.short_names)
    for campaign in campaigns:
        if own := tuple(one for one in campaign.contacts if one.post.startswith(names)):
            return own
    return ()


def answering(organisers: tuple[Part, ...]) -> Iterator[Enquiry]:
    """The *organisers* that can be asked, the most responsible first: no sponsor, and nobody who stands for many."""
    for role in ASKED:
        for part in organisers:
            if part.role is role:
                yield from (_party(one) for one in part.parties if not one.many)


def _party(party: Party) -> Enquiry:
    known = party.organisation
    return Enquiry(party.name, known, known.contacts if known else ())
