"""The number that a line of the finder tells, the one that a ticket would; and the offices that one may ask for."""

from collections.abc import Iterable, Iterator

from scienceweek.model.campaign import Campaign
from scienceweek.model.contact import Contact
from scienceweek.views.parts.contacts import Call, Privacy, shown


def number(calls: Iterable[Call]) -> dict[str, str]:
    """The first of *calls* that is a telephone, and its ``tel:`` address, which a masked one has not."""
    call = next((one for one in calls if not one.is_mail), None)
    return {"call": call.number, "tel": call.href} if call else {}


def offices(contacts: Iterable[Contact], campaign: Campaign | None, privacy: Privacy) -> Iterator[str]:
    """The posts of those *contacts* of whom something may be shown, without the people."""
    return (one.post for one in contacts if shown((one,), campaign, privacy))
