"""What records say under the headings of a form."""

from collections.abc import Iterable
from dataclasses import dataclass

from scienceweek.desk.filing.labels import Asked
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.contact import Contact
from scienceweek.model.enquiry import enquiries
from scienceweek.model.organisation import Role
from scienceweek.model.place import AtBase, Base, Location
from scienceweek.views.words import dates, facts, sessions, whereabouts

Entries = dict[Asked, str]
_ROLES = {
    Asked.HOST: (Role.HOST, Role.CO_ORGANISER),
    Asked.CO_HOST: (Role.CO_HOST,),
    Asked.SUPPORT: (Role.SUPPORT,),
    Asked.RESPONSIBLE: (Role.RESPONSIBLE, Role.LEAD),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """What is known for a form; *kept* says that something of it is not for the public."""

    entries: Entries
    kept: bool


def of_activity(activity: Activity) -> Filled:
    """What is known of *activity*. Whom one asks about its campaign does not stand for it."""
    contacts = _contacts(activity)
    base = activity.base
    return Filled(
        {
            Asked.TITLE: activity.full_title,
            Asked.UNIT: base.name if base else "",
            **{asked: _parties(activity, roles) for asked, roles in _ROLES.items()},
            Asked.PLACE: "、".join(filter(None, map(_spot, activity.held_at))),
            Asked.WHEN: sessions.when(activity) if activity.when else "",
            **_people(contacts),
            Asked.ADDRESS: base.address if base else "",
            Asked.KIND: activity.kind.name if activity.kind else "",
            Asked.AUDIENCE: "、".join(one.name for one in activity.audience),
            Asked.TEXT: activity.description,
        },
        _is_kept(contacts),
    )


def of_base(base: Base, campaign: Campaign, held: Iterable[Activity]) -> Filled:
    """What is known of *base* in *campaign*, where it holds the activities *held*."""
    openings = base.openings_in(campaign)
    told = [(dates.when(one.when), one.note or one.admission.note) for one in openings]
    shown = [(sessions.when(one), one.full_title) for one in held if not one.off]
    return Filled(
        {
            Asked.UNIT: base.name,
            Asked.WHEN: "\n".join(dict.fromkeys(when for when, _ in (told or shown) if when)),
            Asked.TEXT: "\n".join(
                filter(None, (*(note for _, note in told), *(" ".join(one) for one in shown)))
            ),
            Asked.ADDRESS: base.address,
            Asked.PLACE: base.address,
            Asked.KIND: base.type.name if base.type else "",
            **_people(base.desk),
        },
        _is_kept(base.desk),
    )


def _spot(at: Location) -> str:
    spot, address = whereabouts.spot(at), facts.address(at)
    return f"{spot}（{address}）" if address and not isinstance(at, AtBase) and address != spot else spot


def _parties(activity: Activity, roles: tuple[Role, ...]) -> str:
    return "、".join(facts.parties(part) for part in activity.organisers if part.role in roles)


def _contacts(activity: Activity) -> tuple[Contact, ...]:
    """Those of the first desk that has some."""
    desks = (one.contacts for one in enquiries(activity) if not isinstance(one.whose, Campaign))
    return next(filter(None, desks), ())


def _people(contacts: tuple[Contact, ...]) -> Entries:
    return {
        Asked.PERSON: _once(one.name for one in contacts),
        Asked.PHONE: _once(phone.number for one in contacts for phone in one.phones),
        Asked.EMAIL: _once(one.email for one in contacts),
    }


def _once(values: Iterable[str]) -> str:
    return "、".join(dict.fromkeys(filter(None, values)))


def _is_kept(contacts: tuple[Contact, ...]) -> bool:
    return any(one.secret for one in contacts)
