"""The pages that whoever looks for something may find."""

from collections.abc import Iterator

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.views.calendars.agenda import Agenda
from scienceweek.views.pages import bases, organisations, topics
from scienceweek.views.pages.base_rows import with_bases
from scienceweek.views.pages.holdings import with_pages


def addresses(catalogue: Catalogue, agenda: Agenda, pages: tuple[str, ...]) -> tuple[str, ...]:
    """Their paths; *pages* are the ids of those of prose."""
    return tuple(_addresses(catalogue, agenda, pages))


def _addresses(catalogue: Catalogue, agenda: Agenda, pages: tuple[str, ...]) -> Iterator[str]:
    yield from (links.HOME, links.CALENDAR, links.ACTIVITIES, links.BASES, links.DISTRICTS, links.CAMPAIGNS)
    yield from (links.SEARCH, links.ELDER)
    yield from map(links.prose, pages)
    for campaign in catalogue.campaigns:
        yield links.campaign(campaign)
        yield links.notice(campaign)
    known = with_pages(catalogue)
    for district in catalogue.districts:
        if district.id in known:
            yield links.district(district)
            yield links.elder_district(district)
    if len(catalogue.bases) > bases.MOST:
        yield from map(links.bases_of, with_bases(catalogue))
    yield from map(links.activity, catalogue.activities)
    yield from map(links.base, catalogue.bases)
    yield from map(links.venue, catalogue.venues)
    yield from map(links.topic, topics.topics(catalogue))
    yield from map(links.organisation, organisations.organisations(catalogue))
    yield from map(links.month, agenda.months)
    yield from map(links.day, agenda.days)
