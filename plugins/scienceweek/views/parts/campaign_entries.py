"""A campaign as a line of a list."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.words import dates


@frozen
class CampaignEntry:
    """A campaign with what it has (*sum*); *first* and *last* are ISO 8601 days of its window."""

    name: tuple[str, ...]
    path: str
    seal: str
    series: str
    when: str
    first: str
    last: str
    theme: str
    sum: str


def campaign_entry(campaign: Campaign, catalogue: Catalogue) -> CampaignEntry:
    """The line of *campaign*."""
    activities = catalogue.of_campaign[campaign.id]
    number = len(going_on(activities))
    return CampaignEntry(
        name=phrases(campaign.name),
        path=links.campaign(campaign),
        seal=campaign.district.short,
        series=campaign.series.said,
        when=dates.days_in_full(campaign.when),
        first=campaign.when.first.isoformat(),
        last=campaign.when.last.isoformat(),
        theme=campaign.theme,
        sum=f"{number}项活动" if number else "活动都取消了" if activities else _without(campaign),
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
