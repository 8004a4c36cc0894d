"""A topic's page: every activity about it, wherever it is."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.term import Term
from scienceweek.views.parts import leaves, ticket
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.downloads import Download, feeds
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.lines import Lines, lines
from scienceweek.views.parts.page_head import Head
from scienceweek.views.parts.ticket_groups import TicketGroup, by_campaign
from scienceweek.views.words.extents import spans

_MONTHS, _NAMED = 12, 12
Tally = tuple[tuple[Term, int], ...]


@frozen
class Roll:
    """The first of the activities at *leaf* (a month, or those without a day) as lines. *span* are its days, for the script."""

    leaf: LeafLink
    span: str
    lines: Lines


@frozen
class TopicView:
    """The page of a topic: tickets in *groups*, or, where they are too many for a page, the ways to its *leaves* and of the latest some lines in *rolls*.

    *others* are the topics that have a page too, with the number of their activities.
    """

    head: Head
    name: str
    number: int
    groups: tuple[TicketGroup, ...]
    leaves: tuple[LeafLink, ...]
    rolls: tuple[Roll, ...]
    others: tuple[tuple[ticket.Link, int], ...]
    downloads: tuple[Download, ...] = ()


def tally(catalogue: Catalogue) -> Tally:
    """The topics with a page, each with the number of its activities."""
    return tuple((topic, len(catalogue.of_topic[topic.id])) for topic in catalogue.topics)


def topic_page(
    topic: Term,
    activities: tuple[Activity, ...],
    known: Tally,
    privacy: Privacy,
    downloads: tuple[Download, ...] = (),
) -> TopicView:
    """The page of *topic*, which is that of *activities*, among all that are *known*; *downloads* are those that exist."""
    return TopicView(
        head=Head(
            title=f"{topic.name} · {len(activities)}项科普活动",
            path=links.topic(topic),
            description=f"和“{topic.name}”有关的 {len(activities)} 项活动：时间、地点、要不要预约、打给谁。",
            section=links.ACTIVITIES,
            feeds=feeds(downloads, topic.name),
        ),
        name=topic.name,
        number=len(activities),
        groups=() if leaves.is_long(activities) else by_campaign(activities, privacy),
        leaves=leaves.leaf_links(links.topic(topic), activities),
        rolls=_rolls(links.topic(topic), activities) if leaves.is_long(activities) else (),
        others=tuple(
            (ticket.Link(other.name, links.topic(other)), number)
            for other, number in known
            if other.id != topic.id
        ),
        downloads=downloads,
    )


def _rolls(path: str, activities: tuple[Activity, ...]) -> tuple[Roll, ...]:
    """Some of each month, the latest first; of what has no day at the end. Earlier months are no more than a way."""
    found = leaves.sheaves(activities)
    latest = [one for one in reversed(found) if one.month][:_MONTHS]
    return tuple(
        Roll(
            LeafLink(one.word, links.leaf(path, one.key), len(one.activities)),
            spans((one.month.days,)) if one.month else "",
            lines(one.activities[:_NAMED]),
        )
        for one in (*latest, *(one for one in found if not one.month))
    )
