"""A topic's page: every activity about it, wherever it is."""

from dataclasses import dataclass
from itertools import groupby

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.term import Term
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.lines import Lines, lines
from scienceweek.views.parts.page_head import Head
from scienceweek.views.parts.ticket_groups import MOST, TicketGroup, by_campaign
from scienceweek.views.words import dates
from scienceweek.views.words.extents import spans

Tally = tuple[tuple[Term, int], ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """The *number* activities of a *campaign*, which was *when*, as lines. *span* are its days, for the script."""

    campaign: ticket.Link
    when: str
    span: str
    number: int
    lines: Lines


@dataclass(frozen=True, slots=True)
class TopicView:
    """The page of a topic: tickets in *groups*, or, where they are too many for a page, lines in *rolls*.

    *others* are the topics that have a page too, with the number of their activities.
    """

    head: Head
    name: str
    number: int
    groups: tuple[TicketGroup, ...]
    rolls: tuple[Roll, ...]
    others: tuple[tuple[ticket.Link, int], ...]


def tally(catalogue: Catalogue) -> Tally:
    """The topics with a page, each with the number of its activities."""
    return tuple((topic, len(catalogue.of_topic[topic.id])) for topic in catalogue.topics)


def topic_page(topic: Term, activities: tuple[Activity, ...], known: Tally, privacy: Privacy) -> TopicView:
    """The page of *topic*, which is that of *activities*, among all that are *known*."""
    return TopicView(
        head=Head(
            title=f"{topic.name} · {len(activities)}项科普活动",
            path=links.topic(topic),
            description=f"和“{topic.name}”有关的 {len(activities)} 项活动：时间、地点、要不要预约、打给谁。",
            section=links.ACTIVITIES,
        ),
        name=topic.name,
        number=len(activities),
        groups=() if len(activities) > MOST else by_campaign(activities, privacy),
        rolls=_rolls(activities) if len(activities) > MOST else (),
        others=tuple(
            (ticket.Link(other.name, links.topic(other)), number)
            for other, number in known
            if other.id != topic.id
        ),
    )


def _rolls(activities: tuple[Activity, ...]) -> tuple[Roll, ...]:
    """A list for each campaign, latest first."""
    latest = sorted(activities, key=lambda one: (one.campaign.when.first, one.campaign.id), reverse=True)
    found = [(campaign, list(members)) for campaign, members in groupby(latest, lambda one: one.campaign)]
    return tuple(
        Roll(
            campaign=ticket.Link(campaign.name, links.campaign(campaign)),
            when=dates.days_in_full(campaign.when),
            span=spans((campaign.when,)),
            number=len(members),
            lines=lines(members),
        )
        for campaign, members in found
    )
