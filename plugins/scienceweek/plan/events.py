"""Calendars to subscribe to: one for each activity, campaign and district that has something on a day."""

from collections.abc import Iterable, Iterator

from scienceweek import links
from scienceweek.formats import ics, occasions
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.schedule import Schedule
from scienceweek.plan.brief import Brief
from scienceweek.render import Target
from scienceweek.views.parts import invitation
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.words.memory import remembered


def of_activity(activity: Activity, brief: Brief) -> Iterator[Target]:
    yield from _calendar(links.activity_events(activity), activity.title, (activity,), brief, whole=False)


def of_campaign(campaign: Campaign, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    activities = catalogue.of_campaign[campaign.id]
    yield from _calendar(links.campaign_events(campaign), campaign.name, activities, brief, whole=True)


def of_district(district: District, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    activities = catalogue.activities_in[district.id]
    name = f"{district.name}科普活动"
    yield from _calendar(links.district_events(district), name, activities, brief, whole=False)


def _calendar(
    path: str, name: str, activities: Iterable[Activity], brief: Brief, *, whole: bool
) -> Iterator[Target]:
    found = tuple(one for activity in activities for one in _occasions(activity, brief, whole=whole))
    if found:
        yield Target(path, ics.calendar, (name, found))


def _occasions(activity: Activity, brief: Brief, *, whole: bool) -> tuple[occasions.Occasion, ...]:
    told = [(time, _told(activity, time.when, brief)) for time in occasions.times(activity, whole=whole)]
    return occasions.occasions(activity, told, brief.site.uid_domain)


@remembered
def _told(activity: Activity, when: Schedule, brief: Brief) -> occasions.Told:
    page = brief.site.absolute(links.activity(activity))
    text = invitation.text(activity, when, desk(activity, brief.privacy), page)
    return occasions.Told(invitation.title(activity), invitation.place(activity), text, page)
