"""Tickets in groups: day by day where the day is known, then month, campaign, year, and what is not fixed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.days import order
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.lines import ordered
from scienceweek.views.words import dates
from scienceweek.views.words.extents import spans
from scienceweek.views.words.precisions import Precision, grouped

KEEP = 24
_NOTES = {
    Precision.OPEN: "另一头的日子通知未写明，去前先打电话",
    Precision.MONTHS: "通知只写到月份，不知道哪一天",
    Precision.WINDOW: "通知只说在活动期间，没有写哪一天",
    Precision.YEAR: "通知没有写哪一天",
    Precision.UNFIXED: "定了会改在这里；去前先打电话",
}


@frozen
class TicketGroup:
    """Tickets under a head; *note* says what is not known, *path* leads to the day. *more* are folded away, *rest* stand at *further*.

    *alike* says that their stubs would all be the same: they are a list. *span* are the days of a campaign, for the script.
    """

    word: str
    note: str
    path: str
    cards: tuple[ticket.Card, ...]
    more: tuple[ticket.Card, ...] = ()
    alike: bool = False
    span: str = ""
    rest: int = 0
    further: str = ""


def cut(found: Iterable[TicketGroup], further: str) -> tuple[TicketGroup, ...]:
    """*found* without what is folded away: that stands on the page *further*."""
    return tuple(
        replace(one, more=(), rest=len(one.more), further=further if one.more else "") for one in found
    )


def groups(activities: Iterable[Activity], privacy: Privacy) -> tuple[TicketGroup, ...]:
    """The groups that are not empty: the days in order, then what is known less well."""
    return tuple(_groups(activities, privacy))


def by_campaign(activities: Iterable[Activity], privacy: Privacy) -> tuple[TicketGroup, ...]:
    """A group for each campaign, latest first."""
    latest = sorted(activities, key=lambda one: (one.campaign.when.first, one.campaign.id), reverse=True)
    return tuple(
        replace(
            _group(
                campaign.name,
                dates.days_in_full(campaign.when),
                links.campaign(campaign),
                ordered(members),
                privacy,
            ),
            span=spans((campaign.when,)),
        )
        for campaign, members in groupby(latest, lambda activity: activity.campaign)
    )


def undated(activities: Iterable[Activity], privacy: Privacy) -> tuple[TicketGroup, ...]:
    """The groups of what has no day, or goes on nobody knows from when or until when; the others stand in the programme."""
    return tuple(
        _undated(precision, members, privacy)
        for precision, members in grouped(activities).items()
        if precision is not Precision.DATED
    )


def _groups(activities: Iterable[Activity], privacy: Privacy) -> Iterator[TicketGroup]:
    for precision, members in grouped(activities).items():
        if precision is not Precision.DATED:
            yield _undated(precision, members, privacy)
            continue
        for day, on_day in groupby(ordered(members), _first):
            cards = tuple(ticket.card_on(activity, privacy, day) for activity in on_day)
            yield _folded(f"{dates.day_in_full(day)} {dates.weekday(day)}", "", links.day(day), cards)


def _undated(precision: Precision, members: Iterable[Activity], privacy: Privacy) -> TicketGroup:
    group = _group(precision.value, _NOTES[precision], "", members, privacy)
    return replace(group, alike=precision in (Precision.WINDOW, Precision.YEAR))


def _first(activity: Activity) -> date:
    return order(activity.when)[0]


def _group(word: str, note: str, path: str, members: Iterable[Activity], privacy: Privacy) -> TicketGroup:
    return _folded(word, note, path, tuple(ticket.card(activity, privacy) for activity in members))


def _folded(word: str, note: str, path: str, cards: tuple[ticket.Card, ...]) -> TicketGroup:
    return TicketGroup(word, note, path, cards[:KEEP], cards[KEEP:])
