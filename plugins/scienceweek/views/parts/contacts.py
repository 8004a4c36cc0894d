"""Whom to call: the only way by which a contact leaves the model for a page.

What is not public is in no output. A contact may be shown by its record (*show*), and less
of it by the site's settings.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.contact import AsOf, Contact, Phone, Show
from scienceweek.views.words import dates


@frozen
class Privacy:
    """What the site does with personal mobiles, on which day.

    *mask_mobiles* shows them as ``177****9721``; *hide_after* takes them away so many days
    after the end of their campaign.
    """

    today: date
    mask_mobiles: bool = False
    hide_after: int | None = None


@frozen
class Call:
    """A number to call, or an address to write to. A masked one has no *href*. *told* is when it was last said to be right."""

    who: str
    number: str
    href: str
    mobile: bool = False
    told: AsOf | None = None

    @property
    def is_mail(self) -> bool:
        return self.href.startswith("mailto:")


@frozen
class NumberAge:
    """The *day* (ISO 8601) as of which numbers are right, for the script; and what is *said* of it without one."""

    day: str
    said: str


def age(calls: tuple[Call, ...]) -> NumberAge | None:
    """How old the numbers of *calls* are, at the oldest; None where nobody knows."""
    oldest = min((call.told for call in calls if call.told), default=None)
    if oldest is None:
        return None
    day = dates.day_in_full(oldest.day)
    return NumberAge(oldest.day.isoformat(), f"号码{day}核实过" if oldest.verified else f"号码见{day}的通知")


def telephones(calls: Iterable[Call]) -> tuple[str, ...]:
    """The numbers of *calls*, as they may be shown: no addresses to write to."""
    return tuple(call.number for call in calls if not call.is_mail)


def shown(contacts: tuple[Contact, ...], campaign: Campaign | None, privacy: Privacy) -> tuple[Call, ...]:
    """What of *contacts* may be shown; *campaign* is the one they are for, None if they are for no one's."""
    calls = (
        call
        for contact in contacts
        if (part := contact.open) and _may_show(part, campaign, privacy)
        for call in _calls(part, campaign, privacy)
    )
    return tuple(dict.fromkeys(calls))  # two people of one office have one number


def _may_show(contact: Contact, campaign: Campaign | None, privacy: Privacy) -> bool:
    match contact.show:
        case Show.PUBLIC | Show.OFFICE:
            return True
        case Show.CAMPAIGN:
            return campaign is not None and privacy.today <= campaign.when.last
        case Show.INTERNAL:
            return False


def _calls(contact: Contact, campaign: Campaign | None, privacy: Privacy) -> list[Call]:
    who = _who(contact)
    calls = [
        _call(who, phone, contact.told, privacy)
        for phone in contact.phones
        if not (phone.mobile and _is_over(campaign, privacy))
    ]
    if contact.email:
        calls.append(Call(who, contact.email, f"mailto:{contact.email}", told=contact.told))
    return calls


def _who(contact: Contact) -> str:
    """The person with the post, as an office is asked for: 区科技局 张三."""
    post = "" if contact.post in contact.name else contact.post
    return " ".join(filter(None, (post, contact.name)))


def _call(who: str, phone: Phone, told: AsOf | None, privacy: Privacy) -> Call:
    if phone.mobile and privacy.mask_mobiles:
        return Call(who, f"{phone.number[:3]}****{phone.number[-4:]}", "", mobile=True, told=told)
    return Call(who, phone.number, f"tel:{phone.tel}", phone.mobile, told)


def _is_over(campaign: Campaign | None, privacy: Privacy) -> bool:
    if campaign is None or privacy.hide_after is None:
        return False
    return privacy.today > campaign.when.last + timedelta(days=privacy.hide_after)
