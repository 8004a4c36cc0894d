"""The map of the site for people: every list, district, campaign, topic, audience and page of prose, and where the rest is."""

from collections.abc import Iterable
from itertools import accumulate, groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.views.parts.page_head import Head
from scienceweek.views.parts.regions import regions
from scienceweek.views.parts.ticket import Link

_MOST = 240
"""Links in a section; a whole country has its own lists."""
_LISTS = (
    Link("首页", links.HOME),
    Link("活动日历", links.CALENDAR),
    Link("全部活动", links.ACTIVITIES),
    Link("科普基地", links.BASES),
    Link("区县", links.DISTRICTS),
    Link("各届活动", links.CAMPAIGNS),
    Link("单位", links.ORGANISATIONS),
    Link("搜索", links.SEARCH),
    Link("我的安排", links.MY),
    Link("长者版", links.ELDER),
    Link("变动", links.CHANGES),
    Link("开放数据", links.OPEN_DATA),
)


@frozen
class MapSection:
    """A part of the map: *groups* of links under a word each, "" where there is but one. *rest* leads to what did not find room."""

    id: str
    title: str
    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    rest: Link | None = None


@frozen
class SiteMapView:
    """The map, section by section; what there is nothing of has none."""

    head: Head
    sections: tuple[MapSection, ...]


def site_map_page(catalogue: Catalogue, pages: Iterable[tuple[str, str]]) -> SiteMapView:
    """The map of a site with these *pages* of prose, by id and title."""
    topics = tuple(Link(topic.name, links.topic(topic)) for topic in catalogue.topics)
    audiences = tuple(Link(one.name, links.for_audience(one)) for one in catalogue.audiences)
    prose = tuple(Link(title, links.prose(id)) for id, title in pages)
    sections = (
        MapSection("lists", "栏目", (("", _LISTS),)),
        _districts(tuple(catalogue.districts_with_records.values())),
        _campaigns(catalogue.latest_campaigns),
        MapSection("topics", "主题", (("", topics),)),
        MapSection("audiences", "适合谁", (("", audiences),)),
        MapSection("pages", "关于", (("", prose),)),
    )
    return SiteMapView(
        head=Head(
            title="网站地图",
            path=links.SITE_MAP,
            description="这个网站有哪些栏目、区县、各届活动、主题和说明。",
        ),
        sections=tuple(one for one in sections if one.rest or any(found for _, found in one.groups)),
    )


def _districts(known: tuple[District, ...]) -> MapSection:
    """By the district of the highest level; where they are too many, the pages on which they stand."""
    if len(known) > _MOST:
        doors = tuple(Link(one.name, one.path(links.DISTRICTS)) for one in regions(known))
        return MapSection(
            "districts", "区县", (("", doors[:_MOST]),), Link(f"全部{len(known)}处", links.DISTRICTS)
        )
    tops: dict[str, list[Link]] = {}
    for one in known:
        *_, top_level = one.lineage
        tops.setdefault(top_level.name, []).append(_door(one))
    is_one = len(tops) == 1
    groups = tuple(("" if is_one else name, tuple(own)) for name, own in tops.items())
    return MapSection("districts", "区县", groups)


def _door(one: District) -> Link:
    return Link(one.name, links.district(one))


def _campaigns(latest: tuple[Campaign, ...]) -> MapSection:
    """By the year, as many whole years as there is room for."""
    years = [
        (f"{year}年", tuple(Link(one.name, links.campaign(one)) for one in members))
        for year, members in groupby(latest, lambda campaign: campaign.when.first.year)
    ]
    so_far = accumulate(len(own) for _, own in years)
    groups = tuple(year for year, number in zip(years, so_far, strict=True) if number <= _MOST)
    shown = sum(len(own) for _, own in groups)
    rest = Link(f"全部{len(latest)}届", links.CAMPAIGNS) if shown < len(latest) else None
    return MapSection("campaigns", "各届活动", groups, rest)
