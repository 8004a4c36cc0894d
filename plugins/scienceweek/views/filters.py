"""What one may choose in the finder, with the number of activities behind each choice."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scienceweek.model.activity import Activity, Admits
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.term import Term
from scienceweek.views import words
from scienceweek.views.districts import with_pages


@dataclass(frozen=True, slots=True)
class Choice:
    """A *value* for the script, its *word*, and the *number* of activities that have it."""

    value: str
    word: str
    number: int


@dataclass(frozen=True, slots=True)
class Filters:
    """The lists of choices; one that would leave nothing to choose is empty."""

    districts: tuple[Choice, ...] = ()
    topics: tuple[Choice, ...] = ()
    audiences: tuple[Choice, ...] = ()
    forms: tuple[Choice, ...] = ()
    campaigns: tuple[Choice, ...] = ()
    admits: tuple[Choice, ...] = ()


def filters(activities: Iterable[Activity], catalogue: Catalogue) -> Filters:
    """What one may choose among *activities*; a district has those of the districts below it too."""
    found, terms, pages = tuple(activities), catalogue.terms, with_pages(catalogue)
    latest = sorted(catalogue.campaigns, key=lambda one: one.when.first, reverse=True)

    def choices(
        named: Iterable[tuple[str, str]], ids: Callable[[Activity], Iterable[str]]
    ) -> tuple[Choice, ...]:
        numbers = Counter(id for one in found for id in ids(one))
        chosen = tuple(Choice(id, word, numbers[id]) for id, word in named if numbers[id])
        return chosen if len(chosen) > 1 or any(one.number < len(found) for one in chosen) else ()

    return Filters(
        districts=choices(
            ((one.id, one.name) for one in catalogue.districts if one.id in pages),
            lambda one: (district.id for district in one.district.lineage),
        ),
        topics=choices(_named(terms.topics), lambda one: (term.id for term in one.topics)),
        audiences=choices(_named(terms.audiences), lambda one: (term.id for term in one.audience)),
        forms=choices(_named(terms.kinds), lambda one: [one.kind.id] if one.kind else []),
        campaigns=choices(((one.id, one.name) for one in latest), lambda one: [one.campaign.id]),
        admits=choices(
            ((admits.value, words.ADMITS[admits]) for admits in _ADMITS), lambda one: [one.admits.value]
        ),
    )


_ADMITS = (Admits.PUBLIC, Admits.INVITED, Admits.UNKNOWN)


def _named(terms: Iterable[Term]) -> Iterable[tuple[str, str]]:
    return ((term.id, term.name) for term in terms)
