"""What belongs to a district, and what else happens in it."""

from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base, Venue
from scienceweek.views.words.memory import remembered


@remembered
def with_pages(catalogue: Catalogue) -> frozenset[str]:
    """The ids of the districts that have a page: those with records of their own. A province often has none."""
    owners = (catalogue.campaigns, catalogue.bases, catalogue.venues, catalogue.activities)
    return frozenset({thing.district.id for things in owners for thing in things}.union(catalogue.elsewhere))


def about_district(district: District, catalogue: Catalogue) -> Catalogue:
    """*catalogue* with the activities that the pages of *district*, its bases and its venues show or count."""
    here = activities_in(district, catalogue)
    held = campaigns_of(district, here, catalogue)
    return catalogue.with_only(
        (*here, *(one for campaign in held for one in catalogue.of_campaign.get(campaign.id, ())))
    )


def bases_in(district: District, catalogue: Catalogue) -> tuple[Base, ...]:
    return tuple(base for base in catalogue.bases if base.district.id == district.id)


def venues_in(district: District, catalogue: Catalogue) -> tuple[Venue, ...]:
    return tuple(venue for venue in catalogue.venues if venue.district.id == district.id)


def activities_in(district: District, catalogue: Catalogue) -> tuple[Activity, ...]:
    """The district's own activities, then those that others hold at its bases and venues."""
    own = catalogue.of_district.get(district.id, ())
    guests = [one for venue in venues_in(district, catalogue) for one in catalogue.of_venue.get(venue.id, ())]
    guests += [one for base in bases_in(district, catalogue) for one in catalogue.of_base.get(base.id, ())]
    found = {one.id: one for one in (*own, *guests)}
    return tuple(found.values())


def campaigns_of(
    district: District, activities: tuple[Activity, ...], catalogue: Catalogue
) -> tuple[Campaign, ...]:
    """The district's own campaigns, latest first, then others that hold something in it."""
    held = {activity.campaign.id for activity in activities}
    latest = sorted(catalogue.campaigns, key=lambda campaign: campaign.when.first, reverse=True)
    own = [campaign for campaign in latest if campaign.district.id == district.id]
    return (*own, *(one for one in latest if one.id in held and one not in own))
