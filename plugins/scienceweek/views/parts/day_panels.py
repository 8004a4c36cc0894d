"""The days that are still to come, one panel a day: its tickets by place, and who is open."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue, Opened
from scienceweek.model.changes import Gone, gone_by_day
from scienceweek.model.days import days_of, spans_of
from scienceweek.model.hours import Doors
from scienceweek.model.occurrences import as_on
from scienceweek.model.place import Base, Opening
from scienceweek.model.schedule import Days, Schedule
from scienceweek.model.visit import State, door_rules, is_standing
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.parts.lines import ordered, ordered_on
from scienceweek.views.parts.week_hours import doors_words
from scienceweek.views.words import dates

_SATURDAY = 6
TOGETHER = 2  # activities of a day at one place, to be put under its name


@frozen
class PanelPlace:
    """Tickets of one day: all at the place *word*, whose page is *path*, or, where *named* is false, each with its own."""

    word: str
    named: bool
    cards: tuple[ticket.Card, ...]
    path: str = ""


@frozen
class PanelOpening:
    """A base that is open on a day, at *hours* if they are known; *until* in words."""

    name: tuple[str, ...]
    path: str
    hours: str
    until: str
    calls: tuple[Call, ...]


@frozen
class Panel:
    """A day (ISO 8601) with its tickets; *is_open* without script: the first that has something.

    *gone* was to be on it and is not; it stands first.
    """

    day: str
    path: str
    said: str
    month: str
    number: str
    week: str
    sum: str
    is_open: bool
    is_weekend: bool
    spots: tuple[PanelPlace, ...]
    openings: tuple[PanelOpening, ...]
    gone: tuple[ticket.Card, ...] = ()


def panels(
    campaign: Campaign, days: Iterable[date], catalogue: Catalogue, privacy: Privacy
) -> tuple[Panel, ...]:
    """The panels of *days* from today on; a day outside the window only if it holds something."""
    left = [day for day in days if day >= privacy.today]
    on: dict[date, list[Activity]] = {day: [] for day in left}
    known = ordered(catalogue.of_campaign[campaign.id])
    off = gone_by_day(known)
    for activity in known:
        for day in (day for run in days_of(activity) for day in run if day in on):
            on[day].append(as_on(activity, day))
    doors = catalogue.opened[campaign.id]
    made = [_panel(day, on[day], off.get(day, ()), doors, privacy) for day in left]
    made = [
        panel for panel in made if panel.spots or panel.gone or date.fromisoformat(panel.day) in campaign.when
    ]
    busy = next((panel.day for panel in made if panel.spots or panel.openings or panel.gone), "")
    return tuple(replace(panel, is_open=panel.day == busy) for panel in made)


def _panel(
    day: date,
    on: list[Activity],
    off: tuple[tuple[Gone, ...], ...],
    bases: tuple[Opened, ...],
    privacy: Privacy,
) -> Panel:
    doors = tuple(
        _open(base, openings[0].campaign, found, visit.doors, privacy)
        for base, openings in bases
        if (found := list(_open_on(day, openings)))
        and (visit := door_rules(base).on(day)).state is State.OPEN
    )
    counted = ((len(on), "场活动"), (len(doors), "处基地开放"), (len(off), "场不办了"))
    return Panel(
        day=day.isoformat(),
        path=links.day(day),
        said=dates.day(day),
        month=f"{day.month}月",
        number=str(day.day),
        week=dates.weekday(day),
        sum="，".join(f"{number}{word}" for number, word in counted if number) or "没有排定的活动",
        is_open=False,
        is_weekend=day.isoweekday() >= _SATURDAY,
        spots=_spots(sorted(ordered_on(on, day), key=lambda one: _lasts(one, day)), day, privacy),
        openings=doors,
        gone=tuple(ticket.gone_card(times, privacy) for times in off),
    )


def _open_on(day: date, openings: tuple[Opening, ...]) -> Iterator[tuple[Schedule, Days]]:
    """The times of the periods that have *day*, each with the span in which it is."""
    for when in (when for opening in openings for when in opening.when if not is_standing(when)):
        yield from ((when, run) for run in spans_of((when,)) if day in run)


def _open(
    base: Base,
    campaign: Campaign,
    found: list[tuple[Schedule, Days]],
    doors: tuple[Doors, ...],
    privacy: Privacy,
) -> PanelOpening:
    calls = shown(base.desk, campaign, privacy)
    return PanelOpening(
        phrases(base.name), links.base(base), doors_words(doors), dates.until(found, "开放到"), calls
    )


def _spots(activities: list[Activity], day: date, privacy: Privacy) -> tuple[PanelPlace, ...]:
    """First the places where several things happen, then what is at a host's own base, then the rest."""
    away = Counter(ticket.site(one) for one in activities if not ticket.is_home(one))
    shared = [place for place, number in away.most_common() if place and number >= TOGETHER]
    gathered = {place: [one for one in activities if ticket.site(one) == place] for place in shared}
    spots = [
        PanelPlace(place, named=True, cards=_cards(members, day, privacy), path=_page(members[0]))
        for place, members in gathered.items()
    ]
    home = [one for one in activities if ticket.is_home(one)]
    rest = [one for one in activities if not ticket.is_home(one) and ticket.site(one) not in shared]
    spots += [PanelPlace("在基地", named=False, cards=_cards(home, day, privacy))] if home else []
    spots += [PanelPlace("别的地方", named=False, cards=_cards(rest, day, privacy))] if rest else []
    return tuple(spots)


def _lasts(activity: Activity, day: date) -> bool:
    """Whether it goes on for days: what is only on this day stands before it."""
    return any(len(run) > 1 for run in days_of(activity) if day in run)


def _page(activity: Activity) -> str:
    found = ticket.place_link(activity) if len(activity.held_at) == 1 else None
    return found.path if found else ""


def _cards(activities: list[Activity], day: date, privacy: Privacy) -> tuple[ticket.Card, ...]:
    return tuple(ticket.card_on(one, privacy, day) for one in activities)
