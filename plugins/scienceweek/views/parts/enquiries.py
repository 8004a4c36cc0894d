"""Whom to ask about an activity: the nearest desk whose number may be shown (model/enquiry.py says which there are)."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.enquiry import Enquiry, enquiries, of_those_who_named
from scienceweek.model.organisation import Organisation
from scienceweek.model.place import Base, Venue
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.words.memory import remembered


@frozen
class EnquiryDesk:
    """*calls* of *name*, whose page is *path*. Without calls *withheld* says that numbers exist, not for the public."""

    name: str
    path: str
    calls: tuple[Call, ...]
    withheld: bool = False


@remembered
def desk(activity: Activity, privacy: Privacy) -> EnquiryDesk:
    """The first desk with a number to call; without any, the first is named all the same: one may know how to find it."""
    desks = list(enquiries(activity))
    public = [(one, shown(one.contacts, activity.campaign, privacy)) for one in desks]
    reached = [(one, calls) for one, calls in public if calls]
    # An address is better than nothing, and a number is better than an address.
    for one, calls in sorted(reached, key=lambda found: all(call.is_mail for call in found[1])):
        return EnquiryDesk(one.name, _page(one), calls)
    named = next((one for one in desks if one.name and not isinstance(one.whose, Campaign)), Enquiry(""))
    return EnquiryDesk(named.name, _page(named), (), withheld=any(one.secret for one in desks))


@remembered
def base_desk(base: Base, privacy: Privacy) -> EnquiryDesk | None:
    """Whom one asks about a *base* without a number: those of its notice; None where no notice names it."""
    desks = list(of_those_who_named(base))
    for one in desks:
        if calls := shown(one.contacts, base.campaign, privacy):
            return EnquiryDesk(_in_full(one), _page(one), calls)
    return EnquiryDesk(_in_full(desks[0]), _page(desks[0]), ()) if desks else None


def _in_full(one: Enquiry) -> str:
    """Among bases of several districts 县科技局 does not say which."""
    return one.whose.name if isinstance(one.whose, Organisation) else one.name


def _page(one: Enquiry) -> str:
    match one.whose:
        case Base():
            return links.base(one.whose)
        case Venue():
            return links.venue(one.whose)
        case Organisation():
            return links.organisation(one.whose)
        case Campaign():
            return links.campaign(one.whose)
        case None:
            return ""
