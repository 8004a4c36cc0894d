"""The numbers at which one books: public ones, which are no contacts of a record but may be called all the same."""

from typing import assert_never

from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.contact import Contact
from scienceweek.model.organisation import Organisation
from scienceweek.model.place import Base, Venue


def booked(record: Activity | Base | Campaign | Organisation | Venue) -> tuple[Contact, ...]:
    """Those that *record* names for booking, for itself and for groups."""
    match record:
        case Activity(admission=admission, groups=groups, sessions=sessions):
            own = (*admission.contacts, *(groups.contacts if groups else ()))
            return (*own, *(contact for one in sessions for contact in one.admission.contacts))
        case Base(admission=admission, groups=groups, openings=openings):
            own = (*admission.contacts, *(groups.contacts if groups else ()))
            return (*own, *(contact for one in openings for contact in one.admission.contacts))
        case Venue(groups=groups):
            return groups.contacts if groups else ()
        case Campaign() | Organisation():
            return ()
        case _:
            assert_never(record)
