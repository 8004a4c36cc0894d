"""The archive of campaigns, year by year."""

from dataclasses import dataclass
from itertools import groupby

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.views.parts.campaign_entries import CampaignEntry, campaign_entry
from scienceweek.views.parts.page_head import Head


@dataclass(frozen=True, slots=True)
class CampaignYear:
    """The campaigns of a year."""

    year: str
    entries: tuple[CampaignEntry, ...]


@dataclass(frozen=True, slots=True)
class CampaignsView:
    """The archive, latest first."""

    head: Head
    number: int
    years: tuple[CampaignYear, ...]


def campaigns_page(catalogue: Catalogue) -> CampaignsView:
    """The archive of all campaigns."""
    latest = catalogue.latest_campaigns
    years = tuple(
        CampaignYear(str(year), tuple(campaign_entry(campaign, catalogue) for campaign in members))
        for year, members in groupby(latest, lambda campaign: campaign.when.first.year)
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
