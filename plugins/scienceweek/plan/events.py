"""Calendars to subscribe to: one for each activity, campaign and district that has something on a day."""

from collections.abc import Iterable, Iterator

from scienceweek import links
from scienceweek.formats import ics, occasions
from scienceweek.links import Site
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.render import Target
from scienceweek.views.pages import holdings
from scienceweek.views.pieces import parts


def of_activity(activity: Activity, site: Site) -> Iterator[Target]:
    times = occasions.own(activity)
    if times:
        found = _occasions(activity, times, site)
        yield Target(links.activity_events(activity), ics.calendar, (activity.title, found))


def of_campaign(campaign: Campaign, catalogue: Catalogue, site: Site) -> Iterator[Target]:
    activities = catalogue.of_campaign.get(campaign.id, ())
    yield from _calendar(links.campaign_events(campaign), campaign.name, activities, site, whole=True)


def of_district(district: District, catalogue: Catalogue, site: Site) -> Iterator[Target]:
    activities = holdings.activities_in(district, catalogue)
    name = f"{district.name}科普活动"
    yield from _calendar(links.district_events(district), name, activities, site, whole=False)


def _calendar(
    path: str, name: str, activities: Iterable[Activity], site: Site, *, whole: bool
) -> Iterator[Target]:
    found = tuple(
        one
        for activity in activities
        for one in _occasions(activity, occasions.subscribed(activity, whole=whole), site)
    )
    if found:
        yield Target(path, ics.calendar, (name, found))


def _occasions(
    activity: Activity, times: Iterable[occasions.Time], site: Site
) -> tuple[occasions.Occasion, ...]:
    page = site.absolute(links.activity(activity))
    return occasions.occasions(activity, times, site.uid_domain, parts.place(activity), page)
