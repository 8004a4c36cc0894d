"""Every file of the site, in order: the table of contents. Nothing is made yet.

A chapter is planned only when something that it has read has changed since the last build: whoever plans it asks for what is
to be shown (``catalogue.of_campaign[id]``), and goes through everything only for what shows everything.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from scienceweek import links
from scienceweek.formats import jsonld
from scienceweek.formats.marks import mark
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign, Notice
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Organisation
from scienceweek.model.schedule import Month
from scienceweek.model.term import Term
from scienceweek.plan import drawings, feeds
from scienceweek.plan.assets import assets, edition, files, images, photographs
from scienceweek.plan.booklet import booklet
from scienceweek.plan.brief import Brief
from scienceweek.plan.change_log import ChangeLog
from scienceweek.plan.districts import district_chapters
from scienceweek.plan.handouts import handout_chapters
from scienceweek.plan.home_screen import home_screen_files
from scienceweek.plan.leaf_chapters import leaf_chapters, pages_of
from scienceweek.plan.moved import former, lasting
from scienceweek.plan.news import news
from scienceweek.plan.open_data.files import data_files
from scienceweek.plan.regions import region_chapters
from scienceweek.render import Chapter, Contents, Target, copy
from scienceweek.views.calendars import agenda
from scienceweek.views.calendars.agenda import Agenda
from scienceweek.views.calendars.day_picture import day_picture, pictured
from scienceweek.views.finding.finder_row import FinderRows
from scienceweek.views.finding.rows import (
    CampaignShard,
    are_many,
    campaign_shards,
    paths_of_campaigns,
    rows,
    rows_of,
    rows_of_notices,
    rows_of_places,
)
from scienceweek.views.pages.activities import activities_page
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.calendar import calendar_page
from scienceweek.views.pages.campaign import campaign_page
from scienceweek.views.pages.campaigns import campaigns_page
from scienceweek.views.pages.changes import changes_page, further
from scienceweek.views.pages.day import day_of_districts, day_page
from scienceweek.views.pages.districts import districts_page
from scienceweek.views.pages.elder import elder_page
from scienceweek.views.pages.home import FrontDays, front_days, home_page
from scienceweek.views.pages.month import month_page
from scienceweek.views.pages.moved import moved_page
from scienceweek.views.pages.my import my_page
from scienceweek.views.pages.not_found import not_found_page
from scienceweek.views.pages.notice import notice_page
from scienceweek.views.pages.organisation import organisation_page, organisations
from scienceweek.views.pages.organisations import head_of, organisations_page
from scienceweek.views.pages.prose import prose_page
from scienceweek.views.pages.search import search_page
from scienceweek.views.pages.site_map import site_map_page
from scienceweek.views.pages.topic import Tally, tally, topic_page
from scienceweek.views.parts import alert_bars, door_pattern, share_pictures
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.downloads import downloads
from scienceweek.views.parts.handouts import in_forms
from scienceweek.views.parts.marks import mark_of
from scienceweek.views.parts.organisers import has_page, unit_regions
from scienceweek.views.parts.page_head import Head

_TOGETHER = 50  # activities in a chapter
_FILES = 4  # of an activity


def plan(catalogue: Catalogue, brief: Brief, log: ChangeLog = ()) -> Iterator[Target | Chapter | Contents]:
    """Name every file of the site; *log* has the changes of its records that were published, if somebody has counted."""
    loaded = tuple(_loaded(catalogue, brief))
    site = replace(brief.site, edition=edition(loaded))
    latest = max((one.when.last.year for one in catalogue.campaigns), default=0)
    brief = replace(brief, site=site, alerts=alert_bars.of_site(catalogue), pictured=latest)
    yield from loaded
    if brief.images:
        others = (image for page in brief.pages for image in page.images)
        yield from images({*catalogue.images, *brief.marks, *others}, brief.images)
        yield from photographs(catalogue.photographs, brief.images)
    if brief.files:
        yield from files({*catalogue.files, *brief.linked}, brief.files)
    yield from home_screen_files(brief)
    known = agenda.agenda(catalogue)
    days = front_days(catalogue, known, brief.privacy)
    days = replace(days, pictures=pictured(known, brief.today, brief.pictured))
    yield Chapter("fronts", _fronts, (brief, days), catalogue)
    yield from _calendar(known, brief)
    yield from _changes(catalogue, brief)
    yield from news(catalogue, log)
    yield from _finder(catalogue, known, brief)
    yield from _activities(catalogue, brief)
    yield from _topics(catalogue, brief)
    yield from _programs(catalogue, brief)
    yield from district_chapters(catalogue, brief)
    yield from handout_chapters(catalogue, brief)
    yield from _campaigns(catalogue, brief)
    yield from _organisations(catalogue, brief)
    yield Chapter(links.ELDER, _elder, (brief,), catalogue)
    yield from region_chapters(catalogue, brief)
    yield from data_files(catalogue, brief, log)
    yield from _prose(brief)
    yield Contents(feeds.sitemaps, (brief.site, tuple(former(catalogue, known.days))))


def _loaded(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    static = brief.theme / "static"
    yield from assets(static, brief.ground, door_pattern.script(catalogue))
    if brief.site.preview:
        yield copy(links.PREVIEW_STYLE, static / "css" / "preview.css")


def _fronts(catalogue: Catalogue, brief: Brief, days: FrontDays) -> Iterator[Target]:
    programs = tuple(feeds.site_feed(catalogue, brief))
    yield from programs
    front = home_page(catalogue, brief.today, brief.privacy, days)
    head = replace(front.head, feeds=feeds.announced(programs, brief.site))
    yield brief.page(links.HOME, "home.html", replace(front, head=head))
    yield brief.page(links.ACTIVITIES, "activities.html", activities_page(catalogue, brief.privacy))
    yield brief.page(links.DISTRICTS, "districts.html", districts_page(catalogue))
    yield brief.page(links.CAMPAIGNS, "campaigns.html", campaigns_page(catalogue))
    yield brief.page(links.MY, "my.html", my_page())
    yield brief.page(links.SITE_MAP, "site_map.html", site_map_page(catalogue, brief.site.pages))


def _changes(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    yield Chapter(links.CHANGES, _changed, (None, 1, brief), catalogue)
    for month, part in further(catalogue):
        yield Chapter(links.changes_of(month, part), _changed, (month, part, brief), catalogue)


def _changed(catalogue: Catalogue, month: Month | None, part: int, brief: Brief) -> Iterator[Target]:
    view = changes_page(catalogue, month, part)
    yield brief.page(view.head.path, "changes.html", view)


def _calendar(known: Agenda, brief: Brief) -> Iterator[Chapter]:
    if known.is_between(brief.today):
        yield Chapter(links.CALENDAR, _front, (brief,), known)
    else:
        yield Chapter(links.CALENDAR, _month, (known.leading(brief.today), links.CALENDAR, brief), known)
    for month in known.months:
        path = links.month(month)
        yield Chapter(path, _month, (month, path, brief), known)
    for day in known.days:
        yield Chapter(links.day(day), _day, (day, brief), known, pages_of(known.events_on[day]))


def _front(known: Agenda, brief: Brief) -> Iterator[Target]:
    yield brief.page(links.CALENDAR, "calendar.html", calendar_page(known, brief.today))


def _month(known: Agenda, month: Month, path: str, brief: Brief) -> Iterator[Target]:
    yield brief.page(path, "month.html", month_page(month, known, brief.privacy, path))


def _day(known: Agenda, day: date, brief: Brief) -> Iterator[Target]:
    view = day_page(day, known, brief.privacy)
    if day.year >= brief.pictured:
        shown = day_picture(day, known, view.sentence, brief.privacy, brief.site)
        if shown:
            view = replace(view, head=replace(view.head, picture=links.day_picture(day)))
            yield brief.picture(links.day_picture(day), shown, "day")
    yield brief.page(links.day(day), "day.html", view)
    for district, part in day_of_districts(day, known, brief.privacy):
        own = brief.page(part.head.path, "day.html", part)
        yield from lasting(district, (own,), brief, 1)


def _finder(catalogue: Catalogue, known: Agenda, brief: Brief) -> Iterator[Chapter]:
    yield Chapter(links.SEARCH, _search, (known.months, brief), catalogue)
    if are_many(catalogue):
        yield Chapter(links.ROWS, _rows_of_places, (paths_of_campaigns(catalogue), brief.privacy), catalogue)
        for shard in campaign_shards(catalogue):
            yield Chapter(shard.path, _rows_of, (shard, brief.privacy), catalogue)
    else:
        yield Chapter(links.ROWS, _all_rows, (brief.privacy,), catalogue)


def _search(catalogue: Catalogue, months: tuple[Month, ...], brief: Brief) -> Iterator[Target]:
    yield brief.page(links.SEARCH, "search.html", search_page(catalogue, months))


def _all_rows(catalogue: Catalogue, privacy: Privacy) -> Iterator[Target]:
    yield from map(_rows, (*rows(catalogue, privacy), *rows_of_notices(catalogue)))


def _rows_of_places(catalogue: Catalogue, campaigns: tuple[str, ...], privacy: Privacy) -> Iterator[Target]:
    yield from map(_rows, rows_of_places(catalogue, privacy, campaigns))


def _rows_of(catalogue: Catalogue, shard: CampaignShard, privacy: Privacy) -> Iterator[Target]:
    yield from map(_rows, rows_of(shard, catalogue, privacy))


def _rows(shard: FinderRows) -> Target:
    return Target(shard.path, drawings.finder_rows, (shard.rows, shard.others))


def _activities(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    for campaign, own in catalogue.every_of_campaign.items():
        for first in range(0, len(own), _TOGETHER):
            some = own[first : first + _TOGETHER]
            size = len(some) * _FILES
            yield Chapter(f"{campaign} {first}", _activity_pages, (some, brief), catalogue, size)


def _activity_pages(catalogue: Catalogue, some: tuple[Activity, ...], brief: Brief) -> Iterator[Target]:
    for one in some:
        whole, absolute = catalogue.activity.get(one.part_of), brief.site.absolute
        above = absolute(links.activity(whole)) if whole else ""
        view = activity_page(one, catalogue, brief.privacy)
        picture = absolute(view.photograph.path) if view.photograph else ""
        linked = jsonld.activity_jsonld(
            one,
            absolute(links.activity(one)),
            whole,
            above,
            picture,
            campaign=absolute(links.campaign(one.campaign)),
        )
        view = replace(view, linked=linked)
        if one.campaign.when.last.year >= brief.pictured:
            view = replace(view, head=replace(view.head, picture=links.activity_picture(one)))
            shown = share_pictures.of_activity(one, brief.privacy, brief.site)
            yield brief.picture(links.activity_picture(one), shown, "activity")
        page = brief.poster(links.activity(one), "activity.html", view)
        yield from lasting(one, (page, *feeds.activity_events(one, brief)), brief)
        yield Target(links.mark(one), mark.svg, (mark_of(one),))


def _topics(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    known = tally(catalogue)
    for topic, _ in known:
        size = pages_of(catalogue.of_topic[topic.id])
        yield Chapter(links.topic(topic), _topic, (topic, known, brief), catalogue, size)


def _topic(catalogue: Catalogue, topic: Term, known: Tally, brief: Brief) -> Iterator[Target | Chapter]:
    files = (*feeds.topic_events(topic, catalogue, brief), *feeds.topic_feed(topic, catalogue, brief.site))
    offered = downloads((file.path for file in files), brief.site)
    activities = catalogue.of_topic[topic.id]
    view = topic_page(topic, activities, known, brief.privacy, offered)
    page = brief.page(links.topic(topic), "topic.html", view)
    yield from lasting(topic, (*files, page), brief)
    yield from leaf_chapters(topic, view.head, topic.name, activities, brief)


def _programs(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    """The calendars that go with no page."""
    yield Chapter(links.EVENTS, feeds.all_events, (brief,), catalogue)
    for audience in catalogue.audiences:
        path = links.audience_events(audience)
        yield Chapter(path, feeds.audience_events, (audience, brief), catalogue)


def _campaigns(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    for one in catalogue.campaigns:
        size = pages_of(catalogue.of_campaign[one.id])
        yield Chapter(links.campaign(one), _campaign, (one, brief), catalogue, size)


def _campaign(catalogue: Catalogue, one: Campaign, brief: Brief) -> Iterator[Target | Chapter]:
    page, privacy = brief.page, brief.privacy
    files, printed = (
        tuple(feeds.campaign_events(one, catalogue, brief)),
        tuple(booklet(one, catalogue, brief)),
    )
    offered = downloads((file.path for file in files), brief.site)
    view = campaign_page(one, catalogue, privacy, offered)
    view = replace(view, handouts=in_forms(file.path for file in printed))
    picture = brief.site.absolute(view.photograph.path) if view.photograph else ""
    known = jsonld.campaign_jsonld(one, brief.site.absolute(links.campaign(one)), picture)
    view = replace(view, linked=known)
    yield from lasting(one, (*files, *printed, page(links.campaign(one), "campaign.html", view)), brief)
    yield from leaf_chapters(one, view.head, one.name, catalogue.of_campaign[one.id], brief)
    own = (
        page(links.notice(one), "notice.html", notice_page(one, catalogue, privacy)),
        *(_notice(one, catalogue, further, brief) for further in one.further),
    )
    yield from lasting(one, own, brief)
    yield brief.picture(links.campaign_picture(one), share_pictures.of_campaign(one, brief.site))


def _notice(one: Campaign, catalogue: Catalogue, notice: Notice, brief: Brief) -> Target:
    view = notice_page(one, catalogue, brief.privacy, notice)
    return brief.page(view.head.path, "notice.html", view)


def _organisations(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    yield Chapter(links.ORGANISATIONS, _all_organisations, (brief,), catalogue)
    known = catalogue.districts_with_records
    pages = {district.id: region for region in unit_regions(catalogue) for district in region.districts}
    for one in organisations(catalogue):
        home = links.district(one.district) if one.district.id in known else ""
        size = pages_of(catalogue.of_organisation[one.id])
        listed = head_of(pages.get(one.district.id))
        yield Chapter(links.organisation(one), _organisation, (one, home, listed, brief), catalogue, size)


def _all_organisations(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    yield brief.page(links.ORGANISATIONS, "organisations.html", organisations_page(catalogue))


def _organisation(
    catalogue: Catalogue, one: Organisation, home: str, listed: Head, brief: Brief
) -> Iterator[Target | Chapter]:
    path = links.organisation(one)
    if has_page(one, catalogue):
        view = organisation_page(one, catalogue, home, brief.privacy)
        yield from lasting(one, (brief.page(path, "organisation.html", view),), brief)
        yield from leaf_chapters(one, view.head, one.name, catalogue.of_organisation[one.id], brief)
    else:
        moved = brief.page(path, "moved.html", moved_page(listed, one.id))
        yield from lasting(one, (moved,), brief)


def _elder(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    yield brief.page(links.ELDER, "elder.html", elder_page(catalogue))


def _prose(brief: Brief) -> Iterator[Target]:
    for page in brief.pages:
        yield brief.page(links.prose(page.id), "prose.html", prose_page(page))
    # Shown at any address, of any host: its links begin where the site does, or at the top where it does not know.
    draw = brief.template("not_found.html")
    yield Target(links.NOT_FOUND, draw, (brief.site, brief.alerted(not_found_page()), brief.site.way))
