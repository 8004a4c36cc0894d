"""Everything that is known, references followed, and the questions that pages ask of it."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TypeVar

from scienceweek.model.activity import Activity, places
from scienceweek.model.alert import Alert, ScopeKey
from scienceweek.model.attachment import AttachedFile
from scienceweek.model.campaign import Campaign
from scienceweek.model.correction import Correction
from scienceweek.model.district import District
from scienceweek.model.image import Image
from scienceweek.model.index import Index, index
from scienceweek.model.organisation import Organisation
from scienceweek.model.parts import standing, wholes
from scienceweek.model.place import Base, Opening, Venue
from scienceweek.model.schedule import Month
from scienceweek.model.term import Term, Terms

Opened = tuple[Base, tuple[Opening, ...]]
"""A base with all its opening periods in a campaign."""
Corrected = tuple[date, Activity, tuple[Correction, ...]]
"""On a day, what was put right of an activity, the latest first."""
Record = TypeVar("Record", Activity, Campaign)
Key = TypeVar("Key", bound=Hashable)
Renamed = Activity | Base | Venue | Campaign | Organisation | District | Term
"""What may have had other ids before."""


@dataclass(frozen=True)
class Catalogue:
    """All records, in the order in which they are written.

    *activities* are those that may be shown; those for staff only are *withheld* from every output.

    Each index goes by an id, or by two where it says so, and is found once. Those of activities leave out the parts that
    their whole tells of (`model/parts.py`), unless they are of *every* one.
    """

    districts: tuple[District, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    terms: Terms = Terms()
    venues: tuple[Venue, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    bases: tuple[Base, ...] = ()
    activities: tuple[Activity, ...] = ()
    withheld: tuple[Activity, ...] = ()
    alerts: tuple[Alert, ...] = ()

    @cached_property
    def latest_campaigns(self) -> tuple[Campaign, ...]:
        """All campaigns, the latest first."""
        return tuple(sorted(self.campaigns, key=lambda campaign: campaign.when.first, reverse=True))

    @cached_property
    def campaigns_of(self) -> Index[str, Campaign]:
        """The campaigns of a district itself, the latest first."""
        return index(self.latest_campaigns, lambda campaign: [campaign.district.id])

    @cached_property
    def campaigns_in(self) -> Index[str, Campaign]:
        """The campaigns of a district itself, then others that hold something in it; of each the latest first."""
        own = [(one.district.id, one) for one in self.latest_campaigns]
        districts = Index((campaign, district) for district, campaign in self.held_in)
        held = [(district, one) for one in self.latest_campaigns for district in districts[one.id]]
        return Index(_once([*own, *held]))

    @cached_property
    def campaigns_below(self) -> Index[str, Campaign]:
        """The campaigns that implement a campaign."""
        return index(self.campaigns, lambda campaign: [campaign.parent.id] if campaign.parent else [])

    @cached_property
    def units_of(self) -> Index[str, Organisation]:
        """The organisations of a district that are one body each: what stands for many (各镇街) is none."""
        return index(self.organisations, lambda one: [] if one.collective else [one.district.id])

    @cached_property
    def number_of_units(self) -> int:
        """How many there are in all."""
        return sum(map(len, self.units_of.values()))

    @cached_property
    def campaigns_with(self) -> Index[str, Campaign]:
        """The campaigns in which an organisation has a part, or in an activity of which it has one, the latest first."""
        held = self.every_of_campaign
        return index(
            self.latest_campaigns,
            lambda campaign: [
                *_parties(campaign),
                *(id for one in held[campaign.id] for id in _organisations(one)),
            ],
        )

    @cached_property
    def activity(self) -> Mapping[str, Activity]:
        """Each activity by its id."""
        return {activity.id: activity for activity in self.activities}

    @cached_property
    def corrected_in(self) -> Index[Month, Corrected]:
        """What was put right after it was published: by the month, the latest day first, on a day by the moment."""
        found = [
            (moment, (day, one, tuple(own)))
            for one in self.activities
            for day, group in groupby(one.corrections, lambda each: each.day)
            for own in [tuple(group)]
            for moment in [own[0].moment]
        ]
        found.sort(key=lambda each: (each[0], each[1][1].id), reverse=True)
        return Index((Month(one[0].year, one[0].month), one) for _, one in found)

    @cached_property
    def listed(self) -> tuple[Activity, ...]:
        """All activities that stand for themselves in their district: what lists show and sums count."""
        there = {one.id for held in self.of_district.values() for one in held}
        return tuple(one for one in self.activities if one.id in there)

    @cached_property
    def every_of_campaign(self) -> Index[str, Activity]:
        """The activities of a campaign, with all their parts."""
        return index(self.activities, lambda activity: [activity.campaign.id])

    @cached_property
    def of_campaign(self) -> Index[str, Activity]:
        """The activities of a campaign that stand for themselves."""
        return self._standing(self.every_of_campaign)

    @cached_property
    def of_district(self) -> Index[str, Activity]:
        """The activities of a district (of itself, not of the districts below it)."""
        return self._standing(index(self.activities, lambda activity: [activity.district.id]))

    @cached_property
    def every_of_base(self) -> Index[str, Activity]:
        """The activities that a base answers for or that happen there, with all their parts."""
        return index(self.activities, _bases)

    @cached_property
    def of_base(self) -> Index[str, Activity]:
        """Those of them that stand for themselves."""
        return self._standing(self.every_of_base)

    @cached_property
    def of_venue(self) -> Index[str, Activity]:
        """The activities that happen at a venue."""
        return self._standing(self.every_of_venue)

    @cached_property
    def every_of_venue(self) -> Index[str, Activity]:
        """The same, with all their parts."""
        return index(self.activities, _venues)

    @cached_property
    def at_place(self) -> Index[str, Activity]:
        """The activities that happen at a base or a venue, whoever answers for them."""
        return self._standing(index(self.activities, _places))

    @cached_property
    def of_organisation(self) -> Index[str, Activity]:
        """The activities in which a known organisation has any role."""
        return self._standing(index(self.activities, _organisations))

    @cached_property
    def of_topic(self) -> Index[str, Activity]:
        """The activities with a topic."""
        return self._standing(self.every_of_topic)

    @cached_property
    def every_of_topic(self) -> Index[str, Activity]:
        """The same, with all their parts."""
        return index(self.activities, lambda activity: [topic.id for topic in activity.topics])

    @cached_property
    def every_of_audience(self) -> Index[str, Activity]:
        """The activities for an audience, with all their parts."""
        return index(self.activities, lambda activity: [audience.id for audience in activity.audience])

    @cached_property
    def topics(self) -> tuple[Term, ...]:
        """The topics of which there is an activity, in the order of the list."""
        return tuple(topic for topic in self.terms.topics if topic.id in self.of_topic)

    @cached_property
    def audiences(self) -> tuple[Term, ...]:
        """The audiences of which there is an activity, in the order of the list."""
        met = {term.id for activity in self.activities for term in activity.audience}
        return tuple(audience for audience in self.terms.audiences if audience.id in met)

    @cached_property
    def parts_of(self) -> Index[str, Activity]:
        """The activities that belong to an activity."""
        return index(self.activities, lambda activity: [activity.part_of] if activity.part_of else [])

    @cached_property
    def every_in(self) -> Index[str, Activity]:
        """The activities of a district itself, those that others hold at its venues and bases, those of its own campaigns elsewhere.

        With all their parts. A city holds what its districts do for its campaign.
        """
        held = self.every_of_venue
        own = [(one.district.id, one) for one in self.activities]
        below = [(one.campaign.district.id, one) for one in self.activities]
        at_venues = [(venue.district.id, one) for venue in self.venues for one in held[venue.id]]
        at_bases = [(base.district.id, one) for base in self.bases for one in self.every_of_base[base.id]]
        return Index(_once([*own, *at_venues, *at_bases, *below]))

    @cached_property
    def activities_in(self) -> Index[str, Activity]:
        """Those of them that stand for themselves."""
        return self._standing(self.every_in)

    @cached_property
    def held_in(self) -> Index[tuple[str, str], Activity]:
        """Those of them that belong to a campaign: by the district and the campaign."""
        every = Index(
            ((district, one.campaign.id), one) for district, held in self.every_in.items() for one in held
        )
        return self._standing(every)

    @cached_property
    def alerts_of(self) -> Index[ScopeKey, Alert]:
        """The alerts of a campaign, a district, a base or a venue, or of the whole site: by `scope_key`."""
        return index(self.alerts, lambda alert: [alert.key])

    def beside(self, activity: Activity) -> tuple[Activity, ...]:
        """What else its campaign holds at the places of *activity*: neither what it is part of nor what is part of it."""
        there = {one.id: one for place in _places(activity) for one in self.at_place[place]}
        above = {activity.id, *(whole.id for whole in wholes(activity, self.activity))}
        return tuple(
            one
            for one in there.values()
            if one.id not in above
            and one.campaign.id == activity.campaign.id
            and all(whole.id != activity.id for whole in wholes(one, self.activity))
        )

    def _standing(self, every: Index[Key, Activity]) -> Index[Key, Activity]:
        """What stands for itself under each key of *every*: a part does where its whole is not, or does not tell of it."""
        return Index((key, one) for key, held in every.items() for one in standing(held, self.activity))

    @cached_property
    def bases_of(self) -> Index[str, Base]:
        """The bases in a district."""
        return index(self.bases, lambda base: [base.district.id])

    @cached_property
    def bases_at(self) -> Index[str, Base]:
        """The bases at an address."""
        return index(self.bases, lambda base: [base.address] if base.address else [])

    @cached_property
    def bases_of_type(self) -> Index[str, Base]:
        """The bases of a type."""
        return index(self.bases, lambda base: [base.type.id] if base.type else [])

    @cached_property
    def bases_of_campaign(self) -> Index[str, Base]:
        """The bases that the notice of a campaign lists."""
        return index(self.bases, lambda base: [base.campaign.id] if base.campaign else [])

    @cached_property
    def bases_by_number(self) -> tuple[Base, ...]:
        """All bases district by district, so that those of a district are a run."""
        return tuple(base for district in self.districts for base in self.bases_of[district.id])

    @cached_property
    def base_numbers(self) -> Mapping[str, int]:
        """The place of each base in that order, from 0, by its id."""
        return {base.id: number for number, base in enumerate(self.bases_by_number)}

    @cached_property
    def opened(self) -> Index[str, Opened]:
        """The bases with opening periods in a campaign."""
        return Index((campaign, found) for (_, campaign), found in self._opened)

    @cached_property
    def opened_in(self) -> Index[tuple[str, str], Opened]:
        """The same: by the district and the campaign; in the district whose campaign it is, all of them."""
        return Index(
            pair
            for (district, campaign), (base, openings) in self._opened
            for home in dict.fromkeys((district, openings[0].campaign.district.id))
            for pair in [((home, campaign), (base, openings))]
        )

    @property
    def _opened(self) -> Iterator[tuple[tuple[str, str], Opened]]:
        for base in self.bases:
            for campaign in {one.campaign.id: one.campaign for one in base.openings}.values():
                yield (base.district.id, campaign.id), (base, base.openings_in(campaign))

    @cached_property
    def venues_of(self) -> Index[str, Venue]:
        """The venues in a district."""
        return index(self.venues, lambda venue: [venue.district.id])

    @cached_property
    def districts_below(self) -> Index[str, District]:
        """The districts right below a district."""
        return index(self.districts, lambda district: [district.parent.id] if district.parent else [])

    @cached_property
    def districts_with_bases(self) -> tuple[District, ...]:
        """In the order of the files."""
        return tuple(district for district in self.districts if district.id in self.bases_of)

    @cached_property
    def districts_with_records(self) -> Mapping[str, District]:
        """The districts with records of their own, by id: those that have a page. A province often has none."""
        known = {*self.campaigns_of, *self.bases_of, *self.venues_of, *self.of_district}
        return {district.id: district for district in self.districts if district.id in known}

    @cached_property
    def renamed(self) -> tuple[Renamed, ...]:
        """What has a page and had another id before."""
        known: tuple[tuple[Renamed, ...], ...] = (
            tuple(self.districts_with_records.values()),
            self.organisations,
            self.topics,
            self.venues,
            self.campaigns,
            self.bases,
            self.activities,
        )
        return tuple(one for several in known for one in several if one.was)

    @cached_property
    def images(self) -> frozenset[Image]:
        """The pictures that the pages of its records show."""
        found: set[Image] = set()
        for campaign in self.campaigns:
            found.update(image for notice in campaign.notices for image in notice.images)
        for base in self.bases:
            found.update(base.images)
        for activity in self.activities:
            found.update(activity.images)
        return frozenset(found)

    @cached_property
    def photographs(self) -> frozenset[Image]:
        """What their pages show of its records at a glance (``image``), and what came of activities, in several widths."""
        places: tuple[Venue | Base, ...] = (*self.venues, *self.bases)
        shown: tuple[Campaign | Venue | Base | Activity, ...] = (*self.campaigns, *places, *self.activities)
        taken = (photo for one in self.activities if one.results for photo in one.results.photos)
        photos = (*(one.image for one in shown if one.image), *taken)
        return frozenset(image for photo in photos if (image := photo.published))

    @cached_property
    def files(self) -> frozenset[AttachedFile]:
        """The files that its records offer, or that their texts lead to."""
        found: set[AttachedFile] = set()
        for campaign in self.campaigns:
            found.update(one.file for one in campaign.files)
            for notice in (campaign.notice, *campaign.further):
                found.update((*(one.file for one in notice.files), *notice.linked))
        records: tuple[Base | Activity, ...] = (*self.bases, *self.activities)
        for record in records:
            found.update((*(one.file for one in record.files), *record.linked))
        return frozenset(found)


def _once(pairs: Iterable[tuple[str, Record]]) -> Iterator[tuple[str, Record]]:
    """The first of those that are about the same."""
    found: dict[tuple[str, str], Record] = {}
    for key, record in pairs:
        found.setdefault((key, record.id), record)
    return ((key, record) for (key, _), record in found.items())


def _bases(activity: Activity) -> list[str]:
    owner = [activity.base.id] if activity.base else []
    # What has moved away is still told where it was to be.
    return owner + [place.id for place in places(activity.where) if isinstance(place, Base)]


def _venues(activity: Activity) -> list[str]:
    return [place.id for place in places(activity.where) if isinstance(place, Venue)]


def _places(activity: Activity) -> list[str]:
    return [place.id for place in activity.places]


def _parties(campaign: Campaign) -> list[str]:
    return [
        party.organisation.id for part in campaign.organisers for party in part.parties if party.organisation
    ]


def _organisations(activity: Activity) -> list[str]:
    return [
        party.organisation.id for part in activity.organisers for party in part.parties if party.organisation
    ]
