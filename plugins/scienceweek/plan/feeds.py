"""What programs read: calendars to subscribe to, what is new, and which pages there are.

There is a calendar of whatever has something on a day. A site without an address has no sitemap.
"""

from collections.abc import Iterable, Iterator, Sequence

from scienceweek import links
from scienceweek.formats import atom, ics, occasions, opensearch, sitemap
from scienceweek.links import Site
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base, Venue
from scienceweek.model.schedule import Days
from scienceweek.model.session import Occurrence
from scienceweek.model.term import Term
from scienceweek.plan.brief import Brief
from scienceweek.plan.moved import lasting, stems
from scienceweek.plan.open_data.formats import WHOLE
from scienceweek.render import Target
from scienceweek.views.parts import invitation
from scienceweek.views.parts.base_occasions import base_occasions
from scienceweek.views.parts.corrections import latest_correction
from scienceweek.views.parts.downloads import downloads, feeds
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.parts.lines import line
from scienceweek.views.parts.page_head import FeedLink
from scienceweek.views.words.memory import remembered

_MOST = 50  # entries


def activity_events(activity: Activity, brief: Brief) -> Iterator[Target]:
    path, page = links.activity_events(activity), links.activity(activity)
    yield from _calendar(path, page, activity.title, (activity,), brief)


def campaign_events(campaign: Campaign, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    activities = catalogue.every_of_campaign[campaign.id]
    path, page = links.campaign_events(campaign), links.campaign(campaign)
    yield from _calendar(path, page, campaign.name, activities, brief, whole=True)


def district_events(district: District, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    activities = catalogue.every_in[district.id]
    name = f"{district.name}科普活动"
    path, page = links.district_events(district), links.district(district)
    yield from _calendar(path, page, name, activities, brief)


def venue_events(venue: Venue, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    activities = catalogue.every_of_venue[venue.id]
    yield from _calendar(links.venue_events(venue), links.venue(venue), venue.name, activities, brief)


def topic_events(topic: Term, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    activities = catalogue.every_of_topic[topic.id]
    name = f"{topic.name} · {brief.site.name}"
    if fall_on_days(activities):
        yield from _calendar(links.topic_events(topic), links.topic(topic), name, activities, brief)


def audience_events(catalogue: Catalogue, audience: Term, brief: Brief) -> Iterator[Target]:
    activities = catalogue.every_of_audience[audience.id]
    name, page = f"{audience.name} · {brief.site.name}", links.for_audience(audience)
    if fall_on_days(activities):
        made = _calendar(links.audience_events(audience), page, name, activities, brief)
        yield from lasting(audience, made, brief)


def all_events(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    """A calendar of all activities of a site that has not too many for one file: those of others are by campaign and district."""
    if fall_on_days(catalogue.activities):
        yield from _calendar(links.EVENTS, links.HOME, brief.site.name, catalogue.activities, brief)


def fall_on_days(activities: Sequence[Activity]) -> bool:
    """Whether there is a calendar of *activities* of a whole site: of too many one edit would rewrite a file of the whole country."""
    return len(activities) <= WHOLE and any(occasions.times(one, whole=False) for one in activities)


def base_events(base: Base, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    """A calendar of the days that are out of the ordinary at *base*, and of its activities."""
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
    held = catalogue.every_of_base[base.id]
    found += tuple(one for activity in held for one in _occasions(activity, brief, whole=False))
    yield from _shell(links.base_events(base), links.base(base), base.name, found, brief)


def _calendar(  # noqa: PLR0913 - what it is, where it is, what is in it
    path: str, page: str, name: str, activities: Iterable[Activity], brief: Brief, *, whole: bool = False
) -> Iterator[Target]:
    """A calendar at *path* of what is on *page*; with *whole* what goes on during all of a campaign is in it."""
    found = tuple(one for activity in activities for one in _occasions(activity, brief, whole=whole))
    yield from _shell(path, page, name, found, brief)


def _shell(
    path: str, page: str, name: str, found: tuple[occasions.Occasion, ...], brief: Brief
) -> Iterator[Target]:
    if found:
        site = brief.site
        yield Target(path, ics.calendar, (site.marked(name), found, site.absolute(path), site.absolute(page)))


def _occasions(activity: Activity, brief: Brief, *, whole: bool) -> tuple[occasions.Occasion, ...]:
    told = [(time, _told(activity, time.at, brief)) for time in occasions.times(activity, whole=whole)]
    return occasions.occasions(activity, told, brief.site.uid_domain)


@remembered
def _told(activity: Activity, at: Occurrence, brief: Brief) -> occasions.Told:
    page, asked = brief.site.absolute(links.activity(activity)), desk(activity, brief.privacy)
    return occasions.Told(
        title=brief.site.marked(invitation.title(activity, at.when, at)),
        place=invitation.place(activity, at),
        text=invitation.text(activity, at.when, asked, page, at),
        url=page,
        point=invitation.point(activity, at),
        sorts=invitation.sorts(activity),
        contacts=invitation.contacts(asked),
        stream=invitation.stream(activity, at),
    )


def site_feed(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    site = brief.site
    yield Target(links.ROBOTS, sitemap.robots, (site.absolute(links.SITEMAP),))
    if site.url:
        search, icon = site.absolute(links.SEARCH), site.absolute(links.TOUCH_ICON)
        yield Target(links.OPEN_SEARCH, opensearch.opensearch, (site.marked(site.name), search, icon))
    yield from _feed(links.FEED, links.HOME, site.name, catalogue.activities, site)


def sitemaps(paths: Iterable[str], site: Site, former: tuple[str, ...] = ()) -> Iterator[Target]:
    """The list of the pages among *paths*; the one for what is not there is nobody's to find, nor are *former* addresses, nor what is for frames of others, paper and halls.

    A preview is nobody's to find.
    """
    if site.url and not site.preview:
        old = frozenset(former)
        pages = (
            path
            for path in paths
            if path.endswith(".html")
            and path != links.NOT_FOUND
            and not path.startswith((links.EMBED, links.SEND))
            and not path.endswith(links.FORMS)
            and old.isdisjoint(stems(path))
        )
        found = tuple(map(site.absolute, pages))
        if len(found) <= sitemap.MOST:
            yield Target(links.SITEMAP, sitemap.sitemap, (found,))
            return
        parts = tuple(found[first : first + sitemap.MOST] for first in range(0, len(found), sitemap.MOST))
        for number, part in enumerate(parts, 1):
            yield Target(links.sitemap_part(number), sitemap.sitemap, (part,))
        named = tuple(site.absolute(links.sitemap_part(number)) for number in range(1, len(parts) + 1))
        yield Target(links.SITEMAP, sitemap.sitemap_index, (named,))


def announced(programs: Iterable[Target], site: Site) -> tuple[FeedLink, ...]:
    """What of *programs* the home page tells readers of."""
    return feeds(downloads((one.path for one in programs), site), site.name)


def district_feed(district: District, catalogue: Catalogue, site: Site) -> Iterator[Target]:
    activities = catalogue.every_in[district.id]
    name = f"{district.name} · {site.name}"
    yield from _feed(links.district_feed(district), links.district(district), name, activities, site)


def topic_feed(topic: Term, catalogue: Catalogue, site: Site) -> Iterator[Target]:
    activities = catalogue.every_of_topic[topic.id]
    name = f"{topic.name} · {site.name}"
    yield from _feed(links.topic_feed(topic), links.topic(topic), name, activities, site)


def _feed(path: str, page: str, name: str, activities: Iterable[Activity], site: Site) -> Iterator[Target]:
    latest = sorted(activities, key=lambda one: (one.modified, one.id), reverse=True)[:_MOST]
    if latest:
        about = atom.Feed(
            _id(path, site),
            site.marked(name),
            _from(path, page, site),
            site.absolute(path) or path.rpartition("/")[2],
            site.keeper or site.name,
        )
        yield Target(path, atom.atom, (about, tuple(_entry(one, path, site) for one in latest)))


def _from(path: str, page: str, site: Site) -> str:
    """The address of *page* in the feed at *path*: a site without one has its feeds beside its pages (RFC 3986 §4.2)."""
    return site.absolute(page) or links.root(path) + page


def _entry(activity: Activity, path: str, site: Site) -> atom.FeedEntry:
    said, changed = line(activity), invitation.change(activity)
    when = "" if said.when in "".join(changed) else said.when
    facts = " · ".join(dict.fromkeys(filter(None, (when, invitation.place(activity), said.by))))
    return atom.FeedEntry(
        id=_id(activity.first_id, site),
        title=site.marked(invitation.title(activity)),
        url=_from(path, links.activity(activity), site),
        text="\n".join(filter(None, (latest_correction(activity), *changed, facts, activity.description))),
        updated=activity.modified,
    )


def _id(name: str, site: Site) -> str:
    """A tag (RFC 4151): for ever the same, whatever the address of the site."""
    return f"tag:{site.uid_domain},2024:{name}"
