"""The finder's page."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.schedule import Month
from scienceweek.views.finding.filters import Filters, filters
from scienceweek.views.parts import campaign_years
from scienceweek.views.parts.page_head import Head
from scienceweek.views.parts.regions import regions
from scienceweek.views.words import dates


@frozen
class SearchWay:
    """A list that exists as a page, and how much is on it, in words."""

    word: str
    path: str
    count: str = ""


@frozen
class Ways:
    """Ways of one kind; *path* leads to all of them, if there is such a page."""

    id: str
    word: str
    ways: tuple[SearchWay, ...]
    path: str = ""


@frozen
class FinderView:
    """The search page: what to choose for the script, and the *ways* for those who would rather browse."""

    head: Head
    number: int
    filters: Filters
    ways: tuple[Ways, ...]


def search_page(catalogue: Catalogue, months: Iterable[Month]) -> FinderView:
    """The search page; *months* are those of the calendar, in order."""
    activities, bases = len(going_on(catalogue.listed)), len(catalogue.bases)
    return FinderView(
        head=Head(
            title=f"搜索 {activities}项活动、{bases}处科普基地",
            path=links.SEARCH,
            description="按名称、拼音、日子、区县、主题找科普活动和科普基地。",
            section=links.SEARCH,
        ),
        number=activities,
        filters=filters(catalogue.activities, catalogue.districts_with_records.values()),
        ways=tuple(way for way in _ways(catalogue, months) if way.ways),
    )


def _ways(catalogue: Catalogue, months: Iterable[Month]) -> Iterator[Ways]:
    yield Ways(
        "districts",
        "按区县",
        _districts(catalogue),
        links.DISTRICTS,
    )
    yield Ways(
        "months",
        "按月份",
        tuple(SearchWay(dates.month(one), links.month(one)) for one in reversed(tuple(months))),
        links.CALENDAR,
    )
    yield Ways(
        "topics",
        "按主题",
        tuple(
            SearchWay(one.name, links.topic(one), _items(catalogue.of_topic[one.id]))
            for one in catalogue.topics
        ),
    )
    yield Ways(
        "audiences",
        "适合谁",
        tuple(SearchWay(one.name, links.for_audience(one)) for one in catalogue.audiences),
    )
    yield Ways(
        "campaigns",
        "按届",
        _campaigns(catalogue),
        links.CAMPAIGNS,
    )
    yield Ways(
        "lists",
        "整份名单",
        (
            SearchWay("全部活动", links.ACTIVITIES, _items(catalogue.listed)),
            SearchWay("全部科普基地", links.BASES, f"{len(catalogue.bases)}处"),
        ),
    )


def _districts(catalogue: Catalogue) -> tuple[SearchWay, ...]:
    known = catalogue.districts_with_records.values()
    if parted := regions(known):
        return tuple(
            SearchWay(one.name, one.path(links.DISTRICTS), f"{len(one.districts)}个区县") for one in parted
        )
    return tuple(
        SearchWay(one.name, links.district(one), _items(catalogue.activities_in[one.id])) for one in known
    )


def _campaigns(catalogue: Catalogue) -> tuple[SearchWay, ...]:
    latest = catalogue.latest_campaigns
    if len(latest) > campaign_years.MOST:
        years = groupby(latest, campaign_years.year_of)
        return tuple(
            SearchWay(f"{year}年", f"{links.CAMPAIGNS}#y{year}", f"{len(tuple(own))}届")
            for year, own in years
        )
    return tuple(
        SearchWay(one.name, links.campaign(one), _items(catalogue.of_campaign[one.id])) for one in latest
    )


def _items(activities: Iterable[Activity]) -> str:
    """How many of *activities* take place, or may still."""
    number = len(going_on(activities))
    return f"{number}项" if number else ""
