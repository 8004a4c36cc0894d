"""What one may choose in the finder, with the number of activities behind each choice."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity, Admits
from scienceweek.model.booking import Booking
from scienceweek.model.district import District
from scienceweek.model.place import Access
from scienceweek.model.term import Term
from scienceweek.views.parts.campaign_years import MOST
from scienceweek.views.parts.regions import regions
from scienceweek.views.words.memory import lately

_ADMITS = (Admits.PUBLIC, Admits.INVITED, Admits.UNKNOWN)


@frozen
class Choice:
    """A *value* for the script, its *word*, and the *number* of activities that have it."""

    value: str
    word: str
    number: int


@frozen
class Filters:
    """The lists of choices; one that would leave nothing to choose is empty, and of campaigns one that nobody would read.

    Of very many districts the units above them are offered.

    *unbooked*, *wheelchair* and *ages* are of how many it is known that one need not book, that a wheelchair gets in,
    and for what ages they are: what is known of none is not offered.
    """

    districts: tuple[Choice, ...] = ()
    topics: tuple[Choice, ...] = ()
    audiences: tuple[Choice, ...] = ()
    forms: tuple[Choice, ...] = ()
    campaigns: tuple[Choice, ...] = ()
    admits: tuple[Choice, ...] = ()
    unbooked: int = 0
    wheelchair: int = 0
    ages: int = 0


def filters(activities: Iterable[Activity], districts: Iterable[District] = ()) -> Filters:
    """What one may choose among *activities*; *districts* may be chosen even if they have none."""
    found = tuple(activities)
    return replace(_filters(found), districts=_districts(found, districts))


@lately
def _filters(found: tuple[Activity, ...]) -> Filters:
    """All choices but those of districts: two pages offer them of the same activities."""
    latest = sorted(found, key=lambda one: one.campaign.when.first, reverse=True)
    campaigns = Counter((one.campaign.id, one.campaign.name) for one in latest)
    admits = Counter(one.admits for one in found)
    return Filters(
        topics=_terms(term for one in found for term in one.topics),
        audiences=_terms(term for one in found for term in one.audience),
        forms=_terms(one.kind for one in found if one.kind),
        campaigns=_several(Choice(*named, number) for named, number in campaigns.items())
        if len(campaigns) <= MOST
        else (),
        admits=_several(Choice(one.value, one.said, admits[one]) for one in _ADMITS if admits[one]),
        unbooked=sum(one.admission.booking is Booking.NONE for one in found),
        wheelchair=sum(one.wheelchair is Access.FULL for one in found),
        ages=sum(one.ages is not None for one in found),
    )


def places_and_forms(activities: Iterable[Activity]) -> Filters:
    """The choices for a page that is about one time anyway: none in one district, where so little can be read at a glance."""
    all_of_them = filters(activities)
    if not all_of_them.districts:
        return Filters()
    return Filters(districts=all_of_them.districts, forms=all_of_them.forms)


def _districts(found: tuple[Activity, ...], districts: Iterable[District]) -> tuple[Choice, ...]:
    """By their codes; a district has what those below it have, but one is not offered only because of them."""
    own = Counter(one.district.id for one in found)
    known = {one.district.id: one.district for one in found}
    numbers = Counter[str]()
    for id, number in own.items():
        numbers.update({district.id: number for district in known[id].lineage})
    offered = {one.id: one for one in (*districts, *known.values())}
    parted = regions(offered.values())
    units = {unit.id: unit for one in parted for unit in ((one.above,) if one.above else one.districts)}
    ordered = sorted((units or offered).values(), key=lambda one: (one.code, one.id))
    return _several(Choice(one.id, one.name, numbers[one.id]) for one in ordered)


def _terms(terms: Iterable[Term]) -> tuple[Choice, ...]:
    """The most frequent first."""
    found = tuple(terms)
    names = {term.id: term.name for term in found}
    numbers = Counter(term.id for term in found)
    return _several(Choice(id, names[id], number) for id, number in numbers.most_common())


def _several(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    found = tuple(choices)
    return found if len(found) > 1 else ()
