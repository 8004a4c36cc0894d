"""Every file of the site, in order: the table of contents. Nothing is made yet.

A chapter is planned only when what it is given has changed since the last build: the less that is, the better.
"""

from collections.abc import Iterator
from dataclasses import replace

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Organisation
from scienceweek.model.term import Term
from scienceweek.plan import drawings, events, feeds, places, times
from scienceweek.plan.assets import assets, images
from scienceweek.plan.brief import Brief
from scienceweek.render import Chapter, Contents, Target
from scienceweek.views.calendars import agenda
from scienceweek.views.calendars.agenda import Agenda
from scienceweek.views.pages.activities import activities_page
from scienceweek.views.pages.campaign import about_campaign, campaign_page
from scienceweek.views.pages.campaigns import campaigns_page
from scienceweek.views.pages.districts import districts_page
from scienceweek.views.pages.elder import elder_page
from scienceweek.views.pages.home import home_page
from scienceweek.views.pages.notice import notice_page
from scienceweek.views.pages.organisation import about_organisation, organisation_page, organisations
from scienceweek.views.pages.prose import not_found_page, prose_page
from scienceweek.views.pages.search import FinderRows, rows, rows_of, search_page
from scienceweek.views.pages.topic import Tally, tally, topic_page
from scienceweek.views.parts import holdings, share_pictures
from scienceweek.views.parts.downloads import downloads


def plan(catalogue: Catalogue, brief: Brief) -> Iterator[Target | Chapter | Contents]:
    """Name every file of the site."""
    yield from assets(brief.theme / "static", brief.ground)
    if brief.images:
        others = (image for page in brief.pages for image in page.images)
        yield from images({*catalogue.images, *brief.marks, *others}, brief.images)
    known = agenda.agenda(catalogue)
    yield Chapter("fronts", _fronts, (catalogue, brief))
    yield from times.calendar(known, brief)
    yield from _finder(catalogue, known, brief)
    yield from times.activities(catalogue, brief)
    yield from _topics(catalogue, brief)
    yield from places.places(catalogue, brief)
    yield from places.phone_book(catalogue, brief)
    yield from _campaigns(catalogue, brief)
    yield from _organisations(catalogue, brief)
    yield brief.page(links.ELDER, "elder.html", elder_page(catalogue))
    yield from _prose(brief)
    yield Contents(feeds.sitemaps, (brief.site,))


def _fronts(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    programs = tuple(feeds.of_site(catalogue, brief))
    yield from programs
    front = home_page(catalogue, brief.today, brief.privacy)
    head = replace(front.head, feeds=feeds.announced(programs, brief.site))
    yield brief.page(links.HOME, "home.html", replace(front, head=head))
    yield brief.page(links.ACTIVITIES, "activities.html", activities_page(catalogue, brief.privacy))
    yield brief.page(links.DISTRICTS, "districts.html", districts_page(catalogue))
    yield brief.page(links.CAMPAIGNS, "campaigns.html", campaigns_page(catalogue))


def _finder(catalogue: Catalogue, known: Agenda, brief: Brief) -> Iterator[Target | Chapter]:
    yield brief.page(links.SEARCH, "search.html", search_page(catalogue, known))
    everything = rows(catalogue)
    yield _rows(everything)
    if everything.others:
        for campaign in catalogue.campaigns:
            own = Catalogue(activities=catalogue.of_campaign.get(campaign.id, ()))
            yield Chapter(links.rows_of(campaign), _rows_of, (campaign, own))


def _rows_of(campaign: Campaign, catalogue: Catalogue) -> Iterator[Target]:
    yield _rows(rows_of(campaign, catalogue))


def _rows(shard: FinderRows) -> Target:
    return Target(shard.path, drawings.finder_rows, (shard.rows, shard.others))


def _topics(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    known = tally(catalogue)
    for topic, _ in known:
        yield Chapter(links.topic(topic), _topic, (topic, catalogue.of_topic[topic.id], known, brief))


def _topic(topic: Term, activities: tuple[Activity, ...], known: Tally, brief: Brief) -> Iterator[Target]:
    view = topic_page(topic, activities, known, brief.privacy)
    yield brief.page(links.topic(topic), "topic.html", view)


def _campaigns(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    for one in catalogue.campaigns:
        yield Chapter(links.campaign(one), _campaign, (one, about_campaign(one, catalogue), brief))


def _campaign(one: Campaign, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    page, privacy = brief.page, brief.privacy
    files = tuple(events.of_campaign(one, catalogue, brief))
    yield from files
    offered = downloads((file.path for file in files), brief.site)
    yield page(links.campaign(one), "campaign.html", campaign_page(one, catalogue, privacy, offered))
    yield page(links.notice(one), "notice.html", notice_page(one, catalogue, privacy))
    yield brief.picture(links.campaign_picture(one), share_pictures.of_campaign(one, brief.site))


def _organisations(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    known = holdings.with_pages(catalogue)
    for one in organisations(catalogue):
        home = links.district(one.district) if one.district.id in known else ""
        data = (one, about_organisation(one, catalogue), home, brief)
        yield Chapter(links.organisation(one), _organisation, data)


def _organisation(one: Organisation, catalogue: Catalogue, home: str, brief: Brief) -> Iterator[Target]:
    view = organisation_page(one, catalogue, home, brief.privacy)
    yield brief.page(links.organisation(one), "organisation.html", view)


def _prose(brief: Brief) -> Iterator[Target]:
    for page in brief.pages:
        yield brief.page(links.prose(page.id), "prose.html", prose_page(page))
    # Shown at any address: its links are absolute if the site knows its own.
    draw = brief.template("not_found.html")
    yield Target(links.NOT_FOUND, draw, (brief.site, not_found_page(), brief.site.absolute("")))
