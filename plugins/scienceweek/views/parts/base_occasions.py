"""What a base tells calendars: the days that a campaign has opened, and those on which it is closed out of the ordinary."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from itertools import groupby

from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.hours import Doors
from scienceweek.model.place import Base, Fee, Opening
from scienceweek.model.schedule import Days, Session
from scienceweek.model.visit import door_rules, special_days
from scienceweek.views.parts.contacts import Privacy, shown
from scienceweek.views.parts.week_hours import closed_for, doors_words, last_words


@frozen
class BaseOccasion:
    """An opening or a closure: *id* is its own in the base, for ever; *text* is plain."""

    id: str
    when: Days | Session
    title: str
    text: str
    off: bool
    modified: datetime


def base_occasions(base: Base, privacy: Privacy) -> tuple[BaseOccasion, ...]:
    """Those of *base* whose days are known."""
    return (*_openings(base, privacy), *_closures(base))


def _openings(base: Base, privacy: Privacy) -> Iterator[BaseOccasion]:
    rules = door_rules(base)
    for opening in base.openings:
        calls = shown(base.desk, opening.campaign, privacy)
        numbers = "、".join(call.number for call in calls if call.href.startswith("tel:"))
        days = (day for run in special_days(base, (opening,)) for day in run)
        for _, members in groupby(
            enumerate(days), lambda one: (one[1].toordinal() - one[0], rules.on(one[1]).doors)
        ):
            run = [day for _, day in members]
            doors = rules.on(run[0]).doors
            yield BaseOccasion(
                id=f"{opening.id}.{run[0]:%Y%m%d}",
                when=_when(Days(run[0], run[-1]), doors),
                title=f"{base.name}{'免费' if opening.admission.fee is Fee.FREE else ''}开放",
                text=_text(opening, doors, numbers),
                off=False,
                modified=_modified(base, opening.campaign),
            )


def _when(days: Days, doors: tuple[Doors, ...]) -> Days | Session:
    """One day with hours as such; several days, or several hours, as whole days, whose hours stand in the text."""
    if days.first == days.last and len(doors) == 1:
        return Session(days.first, doors[0].start, doors[0].end)
    return days


def _text(opening: Opening, doors: tuple[Doors, ...], numbers: str) -> str:
    hours = "，".join(filter(None, (doors_words(doors), last_words(doors)))) or "几点开门，通知未写明"
    lines = (hours, opening.note, opening.admission.note, f"电话：{numbers}" if numbers else "")
    return "\n".join(dict.fromkeys(filter(None, lines)))


def _closures(base: Base) -> Iterator[BaseOccasion]:
    for closure in base.closures:
        if closure.ends:
            yield BaseOccasion(
                id=f"closed.{closure.days.first:%Y%m%d}",
                when=closure.days,
                title=f"{base.name}闭馆",
                text=closed_for(closure).why,
                off=True,
                modified=_modified(base, base.campaign),
            )


def _modified(base: Base, campaign: Campaign | None) -> datetime:
    """Never the clock: the record's day, else that of the notice, else of its campaign."""
    issued = (campaign.notice.issued or campaign.when.first) if campaign else None
    day = base.updated or base.verified or issued
    return datetime.combine(day, time.min, UTC) if day else datetime(2000, 1, 1, tzinfo=UTC)
