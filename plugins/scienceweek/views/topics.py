"""A topic's page: every activity about it, wherever it is."""

from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.term import Term
from scienceweek.views import parts
from scienceweek.views.contacts import Privacy
from scienceweek.views.groups import Group, by_campaign
from scienceweek.views.head import Head


@dataclass(frozen=True, slots=True)
class TopicView:
    """The page of a topic; *others* are the topics that have one too, with the number of their activities."""

    head: Head
    name: str
    number: int
    groups: tuple[Group, ...]
    others: tuple[tuple[parts.Link, int], ...]


def topics(catalogue: Catalogue) -> tuple[Term, ...]:
    """Those with a page: the topics of which there is an activity, in the order of the list."""
    return tuple(topic for topic in catalogue.terms.topics if topic.id in catalogue.of_topic)


def topic(topic: Term, catalogue: Catalogue, privacy: Privacy) -> TopicView:
    """The page of *topic*."""
    activities = catalogue.of_topic.get(topic.id, ())
    return TopicView(
        head=Head(
            title=f"{topic.name} · {len(activities)}项科普活动",
            path=links.topic(topic),
            description=f"和“{topic.name}”有关的 {len(activities)} 项活动：时间、地点、要不要预约、打给谁。",
            section=links.ACTIVITIES,
        ),
        name=topic.name,
        number=len(activities),
        groups=by_campaign(activities, privacy),
        others=tuple(
            (parts.Link(other.name, links.topic(other)), len(catalogue.of_topic[other.id]))
            for other in topics(catalogue)
            if other.id != topic.id
        ),
    )
