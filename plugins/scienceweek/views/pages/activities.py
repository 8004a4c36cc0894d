"""The page of all activities, campaign by campaign, the latest first; of very many, the way to each campaign."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.catalogue import Catalogue
from scienceweek.views.finding.filters import Filters, filters
from scienceweek.views.parts import leaves, ticket
from scienceweek.views.parts.campaign_entries import CampaignEntry, campaign_entry
from scienceweek.views.parts.campaign_years import MOST
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.lines import ordered
from scienceweek.views.parts.page_head import Head
from scienceweek.views.words import dates
from scienceweek.views.words.extents import spans

_FIRST = 40
"""Campaigns that are named where all of them would be too many."""


@frozen
class CampaignActivities:
    """A campaign with all its tickets, by day; what has no day comes last. *span* are its days, for the script."""

    id: str
    name: str
    path: str
    when: str
    span: str
    cards: tuple[ticket.Card, ...]


@frozen
class ActivitiesView:
    """All activities: their *chapters*, or, where they are too many for a page, *entries* that lead to them; *filters* for the script.

    *campaigns* are there in all.
    """

    head: Head
    number: int
    filters: Filters
    chapters: tuple[CampaignActivities, ...] = ()
    entries: tuple[CampaignEntry, ...] = ()
    campaigns: int = 0


def activities_page(catalogue: Catalogue, privacy: Privacy) -> ActivitiesView:
    """The page of all activities."""
    latest = [one for one in catalogue.latest_campaigns if one.id in catalogue.of_campaign]
    number = len(catalogue.listed)
    head = Head(
        title=f"全部活动 {number}项",
        path=links.ACTIVITIES,
        description=f"{len(latest)} 届活动的 {number} 项活动，每一项在哪天、在哪里、打给谁。",
        section=links.CALENDAR,
    )
    choices = filters(catalogue.activities)
    if number > leaves.MOST:
        shown = latest if len(latest) <= MOST else latest[:_FIRST]
        entries = tuple(campaign_entry(one, catalogue) for one in shown)
        return ActivitiesView(head, number, choices, entries=entries, campaigns=len(latest))
    chapters = tuple(
        CampaignActivities(
            id=campaign.id,
            name=campaign.name,
            path=links.campaign(campaign),
            when=dates.days_in_full(campaign.when),
            span=spans((campaign.when,)),
            cards=tuple(ticket.card(one, privacy) for one in ordered(catalogue.of_campaign[campaign.id])),
        )
        for campaign in latest
    )
    return ActivitiesView(head, number, choices, chapters)
