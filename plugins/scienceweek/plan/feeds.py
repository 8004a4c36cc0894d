"""What programs read: calendars to subscribe to, what is new, and which pages there are.

There is a calendar of whatever has something on a day. A site without an address has of the rest only robots.txt.
"""

from collections.abc import Iterable, Iterator

from scienceweek import links
from scienceweek.formats import atom, ics, occasions, sitemap
from scienceweek.links import Site
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base
from scienceweek.model.schedule import Days
from scienceweek.model.session import Occurrence
from scienceweek.plan.brief import Brief
from scienceweek.render import Target
from scienceweek.views.parts import invitation
from scienceweek.views.parts.base_occasions import base_occasions
from scienceweek.views.parts.downloads import downloads, feeds
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.parts.lines import line
from scienceweek.views.parts.page_head import FeedLink
from scienceweek.views.words.memory import remembered

_MOST = 50  # entries


def activity_events(activity: Activity, brief: Brief) -> Iterator[Target]:
    yield from _calendar(links.activity_events(activity), activity.title, (activity,), brief, whole=False)


def campaign_events(campaign: Campaign, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    activities = catalogue.every_of_campaign[campaign.id]
    yield from _calendar(links.campaign_events(campaign), campaign.name, activities, brief, whole=True)


def district_events(district: District, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    activities = catalogue.every_in[district.id]
    name = f"{district.name}科普活动"
    yield from _calendar(links.district_events(district), name, activities, brief, whole=False)


def base_events(base: Base, brief: Brief) -> Iterator[Target]:
    """A calendar of the days that are out of the ordinary at *base*."""
    page = brief.site.absolute(links.base(base))
    found = tuple(
        occasions.Occasion(
            uid=f"{base.first_id}.{one.id}@{brief.site.uid_domain}",
            when=one.when,
            start=one.when.first,
            told=occasions.Told(brief.site.marked(one.title), base.address, one.text, page),
            off=False,
            free=one.off or isinstance(one.when, Days),
            sequence=0,
            modified=one.modified,
        )
        for one in base_occasions(base, brief.privacy)
    )
    if found:
        yield Target(links.base_events(base), ics.calendar, (brief.site.marked(base.name), found))


def _calendar(
    path: str, name: str, activities: Iterable[Activity], brief: Brief, *, whole: bool
) -> Iterator[Target]:
    found = tuple(one for activity in activities for one in _occasions(activity, brief, whole=whole))
    if found:
        yield Target(path, ics.calendar, (brief.site.marked(name), found))


def _occasions(activity: Activity, brief: Brief, *, whole: bool) -> tuple[occasions.Occasion, ...]:
    told = [(time, _told(activity, time.at, brief)) for time in occasions.times(activity, whole=whole)]
    return occasions.occasions(activity, told, brief.site.uid_domain)


@remembered
def _told(activity: Activity, at: Occurrence, brief: Brief) -> occasions.Told:
    page = brief.site.absolute(links.activity(activity))
    text = invitation.text(activity, at.when, desk(activity, brief.privacy), page, at)
    title = brief.site.marked(invitation.title(activity, at.when, at))
    return occasions.Told(title, invitation.place(activity, at), text, page)


def site_feed(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    site = brief.site
    yield Target(links.ROBOTS, sitemap.robots, (site.absolute(links.SITEMAP),))
    if site.url:
        yield from _feed(links.FEED, links.HOME, site.name, catalogue.activities, site)


def sitemaps(paths: Iterable[str], site: Site, former: tuple[str, ...] = ()) -> Iterator[Target]:
    """The list of the pages among *paths*; the one for what is not there is nobody's to find, nor are *former* addresses.

    A preview is nobody's to find.
    """
    if site.url and not site.preview:
        old = frozenset(former)
        pages = (
            path
            for path in paths
            if path.endswith(".html") and path != links.NOT_FOUND and path.partition(".")[0] not in old
        )
        yield Target(links.SITEMAP, sitemap.sitemap, (tuple(map(site.absolute, pages)),))


def announced(programs: Iterable[Target], site: Site) -> tuple[FeedLink, ...]:
    """What of *programs* the home page tells readers of."""
    return feeds(downloads((one.path for one in programs), site), site.name)


def district_feed(district: District, catalogue: Catalogue, site: Site) -> Iterator[Target]:
    if site.url:
        activities = catalogue.every_in[district.id]
        name = f"{district.name} · {site.name}"
        yield from _feed(links.district_feed(district), links.district(district), name, activities, site)


def _feed(path: str, page: str, name: str, activities: Iterable[Activity], site: Site) -> Iterator[Target]:
    latest = sorted(activities, key=lambda one: (one.modified, one.id), reverse=True)[:_MOST]
    if latest:
        about = atom.Feed(
            _id(path, site),
            site.marked(name),
            site.absolute(page),
            site.absolute(path),
            site.keeper or site.name,
        )
        yield Target(path, atom.atom, (about, tuple(_entry(one, site) for one in latest)))


def _entry(activity: Activity, site: Site) -> atom.FeedEntry:
    said, changed = line(activity), invitation.change(activity)
    when = "" if said.when in "".join(changed) else said.when
    facts = " · ".join(dict.fromkeys(filter(None, (when, invitation.place(activity), said.by))))
    return atom.FeedEntry(
        id=_id(activity.first_id, site),
        title=site.marked(invitation.title(activity)),
        url=site.absolute(links.activity(activity)),
        text="\n".join(filter(None, (*changed, facts, activity.description))),
        updated=activity.modified,
    )


def _id(name: str, site: Site) -> str:
    """A tag (RFC 4151): for ever the same, whatever the address of the site."""
    return f"tag:{site.uid_domain},2024:{name}"
