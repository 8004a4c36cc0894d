"""The number that a line of the finder tells: the one that a ticket would."""

from collections.abc import Iterable

from scienceweek.views.parts.contacts import Call


def number(calls: Iterable[Call]) -> dict[str, str]:
    """The first of *calls* that is a telephone, and its ``tel:`` address, which a masked one has not."""
    call = next((one for one in calls if not one.is_mail), None)
    return {"call": call.number, "tel": call.href} if call else {}
