"""The archive of campaigns, year by year."""

from dataclasses import dataclass
from itertools import groupby

from scienceweek import links
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.views.parts.page_head import Head
from scienceweek.views.words import dates
from scienceweek.views.words.phrases import phrases


@dataclass(frozen=True, slots=True)
class CampaignEntry:
    """A campaign in the archive; *first* and *last* are ISO 8601 days of its window."""

    name: tuple[str, ...]
    path: str
    seal: str
    series: str
    when: str
    first: str
    last: str
    theme: str
    sum: str


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
    latest = sorted(catalogue.campaigns, key=lambda campaign: campaign.when.first, reverse=True)
    years = tuple(
        CampaignYear(str(year), tuple(entry(campaign, catalogue) for campaign in members))
        for year, members in groupby(latest, lambda campaign: campaign.when.first.year)
    )
    span = f"{years[-1].year}—{years[0].year}年" if len(years) > 1 else f"{years[0].year}年" if years else ""
    return CampaignsView(
        head=Head(
            title=f"历届活动 {span}".strip(),
            path=links.CAMPAIGNS,
            description=f"{len(latest)} 届科技活动周、全国科普日和科普月：主题、日期、活动和通知原文。",
            section=links.CAMPAIGNS,
        ),
        number=len(latest),
        years=years,
    )


def entry(campaign: Campaign, catalogue: Catalogue) -> CampaignEntry:
    """*campaign* as a line of a list."""
    activities = len(catalogue.of_campaign.get(campaign.id, ()))
    return CampaignEntry(
        name=phrases(campaign.name),
        path=links.campaign(campaign),
        seal=campaign.district.short,
        series=campaign.series.said,
        when=dates.days_in_full(campaign.when),
        first=campaign.when.first.isoformat(),
        last=campaign.when.last.isoformat(),
        theme=campaign.theme,
        sum=f"{activities}项活动" if activities else _without(campaign),
    )


def _without(campaign: Campaign) -> str:
    """What a notice without activities holds."""
    held = [
        f"{len(things)}{word}"
        for things, word in (
            (campaign.strands, "个内容板块"),
            (campaign.deadlines, "个报送期限"),
            (campaign.forms, "张表格"),
        )
        if things
    ]
    return "通知没有列出具体活动" + (f"，有{'、'.join(held)}" if held else "")
