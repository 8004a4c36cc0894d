"""The page of all activities, campaign by campaign, the latest first."""

from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.views import dates, parts
from scienceweek.views.contacts import Privacy
from scienceweek.views.filters import Filters, filters
from scienceweek.views.head import Head
from scienceweek.views.lines import ordered


@dataclass(frozen=True, slots=True)
class Chapter:
    """A campaign with all its tickets, by day; what has no day comes last."""

    id: str
    name: str
    path: str
    when: str
    cards: tuple[parts.Card, ...]


@dataclass(frozen=True, slots=True)
class ActivitiesView:
    """All activities."""

    head: Head
    number: int
    filters: Filters
    chapters: tuple[Chapter, ...]


def activities(catalogue: Catalogue, privacy: Privacy) -> ActivitiesView:
    """The page of all activities."""
    latest = sorted(catalogue.campaigns, key=lambda one: one.when.first, reverse=True)
    chapters = tuple(
        Chapter(
            id=campaign.id,
            name=campaign.name,
            path=links.campaign(campaign),
            when=dates.days_in_full(campaign.when),
            cards=tuple(parts.card(one, privacy) for one in ordered(members)),
        )
        for campaign in latest
        if (members := catalogue.of_campaign.get(campaign.id, ()))
    )
    number = len(catalogue.activities)
    return ActivitiesView(
        head=Head(
            title=f"全部活动 {number}项",
            path=links.ACTIVITIES,
            description=f"{len(chapters)} 届活动的 {number} 项活动，每一项在哪天、在哪里、打给谁。",
            section=links.CALENDAR,
        ),
        number=number,
        filters=filters(catalogue.activities),
        chapters=chapters,
    )
