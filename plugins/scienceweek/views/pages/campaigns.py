"""The archive of campaigns, year by year; of very many, the pages of a year, by the units above their districts."""

from collections.abc import Iterable
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.views.parts.campaign_entries import CampaignEntry, campaign_entry
from scienceweek.views.parts.campaign_years import YearPart, year_of, year_parts
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.page_head import Crumb, Head


@frozen
class CampaignYear:
    """The campaigns of a year; where they are too many, *doors* lead to their pages."""

    year: str
    entries: tuple[CampaignEntry, ...]
    doors: tuple[LeafLink, ...] = ()


@frozen
class CampaignsView:
    """The archive, latest first, or a page of it: that of a *region* where its year has more than one."""

    head: Head
    number: int
    years: tuple[CampaignYear, ...]
    region: str = ""


def campaigns_page(catalogue: Catalogue) -> CampaignsView:
    """The archive of all campaigns."""
    latest = catalogue.latest_campaigns
    doors = {
        year: tuple(LeafLink(one.word, one.path, len(one.campaigns)) for one in parts)
        for year, parts in groupby(year_parts(catalogue), lambda one: one.year)
    }
    years = tuple(
        CampaignYear(str(year), () if year in doors else _entries(members, catalogue), doors.get(year, ()))
        for year, members in groupby(latest, year_of)
    )
    span = f"{years[-1].year}—{years[0].year}年" if len(years) > 1 else f"{years[0].year}年" if years else ""
    return CampaignsView(
        head=Head(
            title=f"各届活动 {span}".strip(),
            path=links.CAMPAIGNS,
            description=f"{len(latest)} 届科技活动周、全国科普日和科普月：主题、日期、活动和通知原文。",
            section=links.CAMPAIGNS,
        ),
        number=len(latest),
        years=years,
    )


def campaigns_of_part(part: YearPart, catalogue: Catalogue) -> CampaignsView:
    """A further page of the archive."""
    said = f"{part.year}年 {part.region.name}" if part.region else f"{part.year}年"
    return CampaignsView(
        head=Head(
            title=f"各届活动 {said}",
            path=part.path,
            description=f"{said}的{len(part.campaigns)}届科普活动：主题、日期、活动和通知原文。",
            section=links.CAMPAIGNS,
            crumbs=(Crumb(links.CAMPAIGNS, "各届活动"),),
        ),
        number=len(part.campaigns),
        years=(CampaignYear(str(part.year), _entries(part.campaigns, catalogue)),),
        region=part.region.name if part.region else "",
    )


def _entries(campaigns: Iterable[Campaign], catalogue: Catalogue) -> tuple[CampaignEntry, ...]:
    return tuple(campaign_entry(one, catalogue) for one in campaigns)
