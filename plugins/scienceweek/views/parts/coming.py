"""What one must know before coming: what it costs, for what ages it is, what to bring, how accessible it is, what groups do."""

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.coming import Accessible, Ages, Groups, Language
from scienceweek.model.place import Access, Admission, Base, Fee, Venue
from scienceweek.views.parts.booking import Route, routes_of
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.words import admission as words
from scienceweek.views.words import facts


@frozen
class PriceRow:
    """What somebody pays: 成人 30元, with a note (凭学生证)."""

    who: str
    price: str
    note: str


@frozen
class GroupRules:
    """Whether groups are taken, in a word, with a *note* and how they book."""

    word: str
    note: str
    routes: tuple[Route, ...]


@frozen
class Coming:
    """What is known, in words; what is not is empty, but *fee*, which then says so (*is_asked*)."""

    fee: str
    is_asked: bool
    prices: tuple[PriceRow, ...] = ()
    note: str = ""
    ages: str = ""
    company: str = ""
    language: str = ""
    bring: str = ""
    arrive: str = ""
    last_entry: str = ""
    accessible: tuple[str, ...] = ()
    groups: GroupRules | None = None

    @property
    def is_known(self) -> bool:
        """Whether anything is known at all."""
        return not self.is_asked or any(
            (self.note, self.ages, self.language, self.bring, self.accessible, self.groups)
        )


def coming(activity: Activity, privacy: Privacy) -> Coming:
    """What one must know before coming to *activity*; of wheelchairs what its place says, if it says nothing."""
    told = _cost(activity.admission)
    own = tuple(one.said for one in activity.accessible)
    place = activity.wheelchair
    if Access.by(activity.accessible) is Access.UNKNOWN and place is not Access.UNKNOWN:
        own = (place.said, *own)
    return Coming(
        *told,
        *_whom(activity.ages),
        language=_language(activity.language),
        bring=activity.bring,
        arrive=activity.arrive,
        last_entry=activity.last_entry,
        accessible=own,
        groups=_groups(activity.groups, activity.campaign, privacy),
    )


def coming_to(place: Base | Venue, privacy: Privacy) -> Coming:
    """What one must know before coming to *place*."""
    own = tuple(one.said for one in place.accessible if one not in _WHEELCHAIR)
    if isinstance(place, Venue):
        chair = () if place.wheelchair is Access.UNKNOWN else (place.wheelchair.said,)
        return Coming(
            "", is_asked=True, accessible=(*chair, *own), groups=_groups(place.groups, None, privacy)
        )
    return Coming(
        *_cost(place.admission),
        *_whom(place.ages),
        language=_language(place.language),
        bring=place.bring,
        accessible=own,
        groups=_groups(place.groups, place.campaign, privacy),
    )


_WHEELCHAIR = (Accessible.WHEELCHAIR, Accessible.WHEELCHAIR_PARTIAL, Accessible.WHEELCHAIR_NONE)


def _cost(terms: Admission) -> tuple[str, bool, tuple[PriceRow, ...], str]:
    rows = tuple(PriceRow(one.who, words.price(one), one.note) for one in terms.prices)
    if terms.fee is Fee.UNKNOWN:
        return f"收不收费，{facts.UNSTATED}", True, rows, terms.note
    return terms.fee.said, False, rows, terms.note


def _whom(ages: Ages | None) -> tuple[str, str]:
    return (words.ages(ages), ages.company) if ages else ("", "")


def _language(several: tuple[Language, ...]) -> str:
    return words.languages(several)


def _groups(groups: Groups | None, campaign: Campaign | None, privacy: Privacy) -> GroupRules | None:
    if groups is None:
        return None
    return GroupRules(words.groups(groups), groups.note, routes_of(groups.ways, campaign, privacy))
