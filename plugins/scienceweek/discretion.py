"""What must be in no output: every way to reach somebody that no record makes public."""

from collections.abc import Iterator

from scienceweek.model.catalogue import Catalogue
from scienceweek.model.contact import Contact, Show


def private(catalogue: Catalogue) -> tuple[str, ...]:
    """Phone numbers and e-mail addresses, as written, sorted."""
    hidden: set[str] = set()
    shown: set[str] = set()
    for contact in _contacts(catalogue):
        (hidden if contact.show is Show.INTERNAL else shown).update(_ways(contact))
    for activity in catalogue.withheld:
        for contact in activity.contacts:
            hidden.update(_ways(contact))
    return tuple(sorted(hidden - shown))


def _contacts(catalogue: Catalogue) -> Iterator[Contact]:
    for records in (
        catalogue.organisations,
        catalogue.venues,
        catalogue.campaigns,
        catalogue.bases,
        catalogue.activities,
    ):
        for record in records:
            yield from record.contacts


def _ways(contact: Contact) -> Iterator[str]:
    yield from (phone.number for phone in contact.phones)
    if contact.email:
        yield contact.email
