"""The finder's page, and the rows that it searches: all at once, or a shard for each campaign where there are many."""

from collections.abc import Iterator
from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.views.calendars.agenda import Agenda
from scienceweek.views.finding.filters import Filters, filters
from scienceweek.views.finding.rows import FinderRow, of_campaign, of_places
from scienceweek.views.pages.topic import topics
from scienceweek.views.parts.holdings import with_pages
from scienceweek.views.parts.page_head import Head
from scienceweek.views.words import dates

MOST = 2000  # rows in one file


@dataclass(frozen=True, slots=True)
class FinderRows:
    """The rows of a file at *path*; *others* are the paths of the files that hold the rest, the latest campaign first."""

    path: str
    rows: tuple[FinderRow, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchWay:
    """A list that exists as a page, and how much is on it, in words."""

    word: str
    path: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways of one kind; *path* leads to all of them, if there is such a page."""

    id: str
    word: str
    ways: tuple[SearchWay, ...]
    path: str = ""


@dataclass(frozen=True, slots=True)
class FinderView:
    """The search page: what to choose for the script, and the *ways* for those who would rather browse."""

    head: Head
    number: int
    filters: Filters
    ways: tuple[Ways, ...]


def search_page(catalogue: Catalogue, agenda: Agenda) -> FinderView:
    """The search page."""
    activities, bases = len(catalogue.activities), len(catalogue.bases)
    pages = with_pages(catalogue)
    return FinderView(
        head=Head(
            title=f"搜索 {activities}项活动、{bases}处科普基地",
            path=links.SEARCH,
            description="按名称、拼音、日子、区县、主题找科普活动和科普基地。",
            section=links.SEARCH,
        ),
        number=activities,
        filters=filters(catalogue.activities, (one for one in catalogue.districts if one.id in pages)),
        ways=tuple(way for way in _ways(catalogue, agenda) if way.ways),
    )


def rows(catalogue: Catalogue, most: int = MOST) -> FinderRows:
    """All rows; if there are more than *most*, those of the places, and where those of each campaign are."""
    latest = sorted(catalogue.campaigns, key=lambda one: one.when.first, reverse=True)
    places = of_places(catalogue, with_pages(catalogue))
    # A campaign and its notice are a row each.
    if len(places) + 2 * len(latest) + len(catalogue.activities) > most:
        return FinderRows(links.ROWS, places, tuple(map(links.rows_of, latest)))
    return FinderRows(links.ROWS, (*places, *(row for one in latest for row in of_campaign(one, catalogue))))


def rows_of(campaign: Campaign, catalogue: Catalogue) -> FinderRows:
    """Those of *campaign*, where there are many."""
    return FinderRows(links.rows_of(campaign), of_campaign(campaign, catalogue))


def _ways(catalogue: Catalogue, agenda: Agenda) -> Iterator[Ways]:
    pages = with_pages(catalogue)
    yield Ways(
        "districts",
        "按区县",
        tuple(
            SearchWay(one.name, links.district(one), _items(len(catalogue.of_district.get(one.id, ()))))
            for one in catalogue.districts
            if one.id in pages
        ),
        links.DISTRICTS,
    )
    yield Ways(
        "months",
        "按月份",
        tuple(SearchWay(dates.month(one), links.month(one)) for one in reversed(agenda.months)),
        links.CALENDAR,
    )
    yield Ways(
        "topics",
        "按主题",
        tuple(
            SearchWay(one.name, links.topic(one), _items(len(catalogue.of_topic[one.id])))
            for one in topics(catalogue)
        ),
    )
    latest = sorted(catalogue.campaigns, key=lambda one: one.when.first, reverse=True)
    yield Ways(
        "campaigns",
        "按届",
        tuple(
            SearchWay(one.name, links.campaign(one), _items(len(catalogue.of_campaign.get(one.id, ()))))
            for one in latest
        ),
        links.CAMPAIGNS,
    )
    yield Ways(
        "lists",
        "整份名单",
        (
            SearchWay("全部活动", links.ACTIVITIES, _items(len(catalogue.activities))),
            SearchWay("全部科普基地", links.BASES, f"{len(catalogue.bases)}处"),
        ),
    )


def _items(number: int) -> str:
    return f"{number}项" if number else ""
