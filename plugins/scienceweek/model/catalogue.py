"""Everything that is known, references followed, and the questions that pages ask of it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.district import District
from scienceweek.model.image import Image
from scienceweek.model.organisation import Organisation
from scienceweek.model.place import AtBase, AtVenue, Base, Venue
from scienceweek.model.term import Terms

Thing = TypeVar("Thing")
Index = Mapping[str, tuple[Activity, ...]]
"""Activities by the id of something, each list in the order of the files."""


@dataclass(frozen=True)
class Catalogue:
    """All records, in the order in which they are written.

    *activities* are those that may be shown; those for staff only are *withheld* from every output. *elsewhere* has the
    ids of districts with activities that a narrower catalogue has left out.
    """

    districts: tuple[District, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    terms: Terms = Terms()
    venues: tuple[Venue, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    bases: tuple[Base, ...] = ()
    activities: tuple[Activity, ...] = ()
    withheld: tuple[Activity, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @cached_property
    def activity(self) -> Mapping[str, Activity]:
        """Each activity by its id."""
        return {activity.id: activity for activity in self.activities}

    @cached_property
    def of_campaign(self) -> Index:
        """The activities of a campaign."""
        return _index(self.activities, lambda activity: [activity.campaign.id])

    @cached_property
    def of_district(self) -> Index:
        """The activities of a district (of itself, not of the districts below it)."""
        return _index(self.activities, lambda activity: [activity.district.id])

    @cached_property
    def of_base(self) -> Index:
        """The activities that a base answers for or that happen there."""
        return _index(self.activities, _bases)

    @cached_property
    def bases_at(self) -> Mapping[str, tuple[Base, ...]]:
        """The bases at each address."""
        return _index(self.bases, lambda base: [base.address])

    @cached_property
    def of_venue(self) -> Index:
        """The activities that happen at a venue."""
        return _index(self.activities, _venues)

    @cached_property
    def at_place(self) -> Index:
        """The activities that happen at a base or a venue, whoever answers for them."""
        return _index(self.activities, _places)

    @cached_property
    def of_organisation(self) -> Index:
        """The activities in which a known organisation has any role."""
        return _index(self.activities, _organisations)

    @cached_property
    def of_topic(self) -> Index:
        """The activities with a topic."""
        return _index(self.activities, lambda activity: [topic.id for topic in activity.topics])

    @cached_property
    def parts_of(self) -> Index:
        """The activities that belong to an activity."""
        return _index(self.activities, lambda activity: [activity.part_of])

    @cached_property
    def _place(self) -> Mapping[str, int]:
        """The place of each activity among all."""
        return {activity.id: place for place, activity in enumerate(self.activities)}

    @cached_property
    def images(self) -> frozenset[Image]:
        """The pictures that the pages of its records show."""
        found: set[Image] = set()
        for campaign in self.campaigns:
            found.update(campaign.notice.images)
        for base in self.bases:
            found.update(base.images)
        for activity in self.activities:
            found.update(activity.images)
            photos = activity.results.photos if activity.results else ()
            found.update(image for photo in photos if (image := photo.published))
        return frozenset(found)

    def _in_order(self, ids: Iterable[str]) -> tuple[Activity, ...]:
        """Those of the activities with these *ids* that there are."""
        return tuple(self.activities[at] for at in sorted(self._place[id] for id in ids if id in self._place))

    def around(self, activities: Sequence[Activity]) -> "Catalogue":
        """*activities*, with those that are whole or part of one of them or at the same place, and nothing else."""
        near = {one.id for one in activities} | {one.part_of for one in activities}
        near |= {part.id for one in activities for part in self.parts_of.get(one.id, ())}
        places = {place for one in activities for place in _places(one)}
        near |= {other.id for place in places for other in self.at_place[place]}
        return Catalogue(activities=self._in_order(near))

    def with_only(self, activities: Iterable[Activity]) -> "Catalogue":
        """All of it, but of the activities only these."""
        known = self._in_order({activity.id for activity in activities})
        number = Counter(activity.district.id for activity in known)
        rest = (district for district, own in self.of_district.items() if len(own) > number[district])
        return replace(self, activities=known, elsewhere=tuple(sorted(rest)))


def _bases(activity: Activity) -> list[str]:
    owner = [activity.base.id] if activity.base else []
    return owner + [place.base.id for place in activity.where if isinstance(place, AtBase)]


def _venues(activity: Activity) -> list[str]:
    return [place.venue.id for place in activity.where if isinstance(place, AtVenue)]


def _places(activity: Activity) -> list[str]:
    at_bases = [place.base.id for place in activity.where if isinstance(place, AtBase)]
    return at_bases + _venues(activity)


def _organisations(activity: Activity) -> list[str]:
    return [
        party.organisation.id for part in activity.organisers for party in part.parties if party.organisation
    ]


def _index(things: Iterable[Thing], keys: Callable[[Thing], list[str]]) -> Mapping[str, tuple[Thing, ...]]:
    found: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        for key in dict.fromkeys(keys(thing)):
            if key:
                found[key].append(thing)
    return {key: tuple(items) for key, items in found.items()}
