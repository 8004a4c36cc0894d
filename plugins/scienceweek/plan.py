"""Every file of the site, in order: the table of contents. Nothing is made yet.

A chapter is planned only when what it is given has changed since the last build: the less that is, the better.
"""

from collections.abc import Iterator
from dataclasses import replace

from scienceweek import drawings, links
from scienceweek.assets import assets, images
from scienceweek.brief import Brief
from scienceweek.formats import handover, ics, jsonld, picture
from scienceweek.links import Site
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.render import Chapter, Target
from scienceweek.views.calendars import agenda, days, months
from scienceweek.views.pages import (
    activities,
    activity,
    archive,
    base_page,
    base_rows,
    bases,
    campaigns,
    district_index,
    districts,
    elder,
    finder,
    holdings,
    home,
    notices,
    organisations,
    pictures,
    pins,
    prose,
    topics,
    venues,
)
from scienceweek.views.pieces import parts
from scienceweek.views.wording import recurrence

_TOGETHER = 200  # activities in a chapter


def plan(catalogue: Catalogue, brief: Brief) -> Iterator[Target | Chapter]:
    """Name every file of the site."""
    yield from assets(brief.theme / "static", brief.ground)
    yield from images(brief.images) if brief.images else ()
    yield Chapter("fronts", _fronts, (catalogue, brief))
    yield Chapter("calendar", _calendar, (catalogue, brief))
    yield from _finder(catalogue, brief)
    yield from _activities(catalogue, brief)
    yield Chapter("topics", _topics, (catalogue, brief))
    yield from _places(catalogue, brief)
    yield from _map(catalogue, brief)
    yield from _campaigns(catalogue, brief)
    yield from _pictures(catalogue, brief)
    yield brief.page(links.ELDER, "elder.html", elder.elder(catalogue))
    yield from _prose(brief)


def _fronts(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    yield brief.page(links.HOME, "index.html", home.home(catalogue, brief.today, brief.privacy))
    yield brief.page(links.ACTIVITIES, "activities.html", activities.activities(catalogue, brief.privacy))
    yield brief.page(links.DISTRICTS, "districts.html", district_index.districts(catalogue))
    yield brief.page(links.CAMPAIGNS, "campaigns.html", archive.campaigns(catalogue))


def _calendar(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    page, privacy, known = brief.page, brief.privacy, agenda.agenda(catalogue)
    leading = months.month(known.leading(brief.today), known, privacy, links.CALENDAR)
    yield page(links.CALENDAR, "month.html", leading)
    for month in known.months:
        yield page(links.month(month), "month.html", months.month(month, known, privacy))
    for day in known.days:
        yield page(links.day(day), "day.html", days.day(day, known, privacy))


def _finder(catalogue: Catalogue, brief: Brief) -> Iterator[Target | Chapter]:
    yield brief.page(links.SEARCH, "search.html", finder.finder(catalogue, agenda.agenda(catalogue)))
    everything = finder.rows(catalogue)
    yield _rows(everything)
    if everything.others:
        for campaign in catalogue.campaigns:
            own = Catalogue(activities=catalogue.of_campaign.get(campaign.id, ()))
            yield Chapter(links.rows_of(campaign), _rows_of, (campaign, own))


def _rows_of(campaign: Campaign, catalogue: Catalogue) -> Iterator[Target]:
    yield _rows(finder.rows_of(campaign, catalogue))


def _rows(shard: finder.Shard) -> Target:
    return Target(shard.path, drawings.finder_rows, (shard.rows, shard.others))


def _activities(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    for campaign, own in catalogue.of_campaign.items():
        for first in range(0, len(own), _TOGETHER):
            some = own[first : first + _TOGETHER]
            yield Chapter(f"{campaign} {first}", _activity_pages, (some, catalogue.around(some), brief))


def _activity_pages(some: tuple[Activity, ...], catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    for one in some:
        linked = jsonld.activity(one, brief.site.absolute(links.activity(one)))
        view = replace(activity.activity(one, catalogue, brief.privacy), linked=linked)
        yield brief.poster(links.activity(one), "activity.html", view)
        if occasions := _occasions(one, brief.site):
            yield Target(links.activity_events(one), ics.calendar, (one.title, occasions))


def _topics(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    for topic in topics.topics(catalogue):
        yield brief.page(links.topic(topic), "topic.html", topics.topic(topic, catalogue, brief.privacy))


def _occasions(activity: Activity, site: Site) -> tuple[ics.Occasion, ...]:
    page = site.absolute(links.activity(activity))
    return ics.occasions(
        activity, site.uid_domain, parts.place(activity), page, lambda when: recurrence.occurrences(when)[0]
    )


def _places(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    known = holdings.with_pages(catalogue)
    for one in catalogue.districts:
        if one.id in known:
            yield Chapter(links.district(one), _district, (one, holdings.about(one, catalogue), brief))


def _district(district: District, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    page, privacy = brief.page, brief.privacy
    for venue in holdings.venues_in(district, catalogue):
        yield page(links.venue(venue), "venue.html", venues.venue(venue, catalogue, privacy))
    for base in holdings.bases_in(district, catalogue):
        view = base_page.base_page(base, catalogue, privacy)
        yield brief.poster(links.base(base), "science_base.html", view)
    yield page(links.district(district), "district.html", districts.district(district, catalogue, privacy))
    plain = elder.district(district, catalogue, privacy)
    yield page(links.elder_district(district), "elder_district.html", plain)


def _map(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    """The phone book with its map; where there are many bases, a list for each district, for readers and for scripts."""
    page, privacy = brief.page, brief.privacy
    yield page(links.BASES, "bases.html", bases.bases(catalogue, privacy))
    yield Target(links.PINS, handover.script, ("pins", pins.pins(catalogue, brief.boundaries)))
    yield Target(links.PIN_INDEX, drawings.base_index, (pins.index(catalogue),))
    if len(catalogue.bases) <= bases.MOST:
        return
    rows = brief.template("bases_of_district.js")
    for one in base_rows.with_bases(catalogue):
        view = bases.bases_of(one, catalogue, privacy)
        yield page(links.bases_of(one), "bases_of_district.html", view)
        # Its rows go into the page of the map, so their links start there.
        yield Target(
            links.shard(one), rows, (brief.site, bases.Shard(one.id, view.rows), links.root(links.BASES))
        )


def _campaigns(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    for one in catalogue.campaigns:
        yield Chapter(links.campaign(one), _campaign, (one, campaigns.about(one, catalogue), brief))
    yield Chapter("organisations", _organisations, (catalogue, brief))


def _campaign(one: Campaign, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    page, privacy = brief.page, brief.privacy
    yield page(links.campaign(one), "campaign.html", campaigns.campaign(one, catalogue, privacy))
    yield page(links.notice(one), "notice.html", notices.notice(one, catalogue, privacy))


def _organisations(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    page, privacy, known = brief.page, brief.privacy, holdings.with_pages(catalogue)
    for unit in organisations.organisations(catalogue):
        view = organisations.organisation(unit, catalogue, known, privacy)
        yield page(links.organisation(unit), "organisation.html", view)


def _pictures(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    """To be handed on where a link shows nothing."""
    font = picture.Font.of(brief.theme / "fonts")
    for campaign in catalogue.campaigns:
        shown = pictures.of_campaign(campaign, brief.site)
        yield Target(links.campaign_picture(campaign), picture.draw, (shown, font))
    for base in catalogue.bases:
        shown = pictures.of_base(base, brief.privacy, brief.site)
        yield Target(links.base_picture(base), picture.draw, (shown, font))


def _prose(brief: Brief) -> Iterator[Target]:
    for page in brief.pages:
        yield brief.page(links.prose(page.id), "prose.html", prose.prose(page))
    # Shown at any address: its links are absolute if the site knows its own.
    draw = brief.template("not_found.html")
    yield Target(links.NOT_FOUND, draw, (brief.site, prose.not_found(), brief.site.absolute("")))
