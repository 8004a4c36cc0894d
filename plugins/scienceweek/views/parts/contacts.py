"""Whom to call: the only way by which a contact leaves the model for a page.

What is not public is in no output. A contact may be shown by its record (*show*), and less
of it by the site's settings.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from scienceweek.model.campaign import Campaign
from scienceweek.model.contact import Contact, Phone, Show


@dataclass(frozen=True, slots=True)
class Privacy:
    """What the site does with personal mobiles, on which day.

    *mask_mobiles* shows them as ``177****9721``; *hide_after* takes them away so many days
    after the end of their campaign.
    """

    today: date
    mask_mobiles: bool = False
    hide_after: int | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A number to call, or an address to write to. A masked one has no *href*."""

    who: str
    number: str
    href: str
    mobile: bool = False


def shown(contacts: tuple[Contact, ...], campaign: Campaign | None, privacy: Privacy) -> tuple[Call, ...]:
    """What of *contacts* may be shown; *campaign* is the one they are for, None if they are for no one's."""
    return tuple(
        call
        for contact in contacts
        if _may_show(contact, campaign, privacy)
        for call in _calls(contact, campaign, privacy)
    )


def _may_show(contact: Contact, campaign: Campaign | None, privacy: Privacy) -> bool:
    match contact.show:
        case Show.PUBLIC:
            return True
        case Show.CAMPAIGN:
            return campaign is not None and privacy.today <= campaign.when.last
        case Show.INTERNAL:
            return False


def _calls(contact: Contact, campaign: Campaign | None, privacy: Privacy) -> list[Call]:
    who = _who(contact)
    calls = [
        _call(who, phone, privacy)
        for phone in contact.phones
        if not (phone.mobile and _is_over(campaign, privacy))
    ]
    if contact.email:
        calls.append(Call(who, contact.email, f"mailto:{contact.email}"))
    return calls


def _who(contact: Contact) -> str:
    """The person with the post, as an office is asked for: 区科技局 张三."""
    post = "" if contact.post in contact.name else contact.post
    return " ".join(filter(None, (post, contact.name)))


def _call(who: str, phone: Phone, privacy: Privacy) -> Call:
    if phone.mobile and privacy.mask_mobiles:
        return Call(who, f"{phone.number[:3]}****{phone.number[-4:]}", "", mobile=True)
    return Call(who, phone.number, f"tel:{phone.tel}", phone.mobile)


def _is_over(campaign: Campaign | None, privacy: Privacy) -> bool:
    if campaign is None or privacy.hide_after is None:
        return False
    return privacy.today > campaign.when.last + timedelta(days=privacy.hide_after)
