"""The days that are still to come, one panel a day: its tickets by place, and who is open."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.place import Base, Opening
from scienceweek.model.schedule import Days
from scienceweek.views.pages.hero import openings
from scienceweek.views.pieces import parts
from scienceweek.views.pieces.contacts import Call, Privacy, shown
from scienceweek.views.pieces.lines import ordered
from scienceweek.views.pieces.programme import open_days
from scienceweek.views.wording import dates
from scienceweek.views.wording.occasions import days_of
from scienceweek.views.wording.phrases import phrases

_SATURDAY = 6
TOGETHER = 2  # activities of a day at one place, to be put under its name


@dataclass(frozen=True, slots=True)
class Spot:
    """Tickets of one day: all at the place *word*, or, where *named* is false, each with its own."""

    word: str
    named: bool
    cards: tuple[parts.Card, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """A base that is open on a day; *until* in words."""

    name: tuple[str, ...]
    path: str
    until: str
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A day (ISO 8601) with its tickets; *is_open* without script: the first that has something."""

    day: str
    path: str
    said: str
    month: str
    number: str
    week: str
    sum: str
    is_open: bool
    is_weekend: bool
    spots: tuple[Spot, ...]
    openings: tuple[Open, ...]


def panels(
    campaign: Campaign, days: Iterable[date], catalogue: Catalogue, privacy: Privacy
) -> tuple[Panel, ...]:
    """The panels of *days* from today on; a day outside the window only if it holds something."""
    activities = ordered(catalogue.of_campaign.get(campaign.id, ()))
    opened = openings(campaign, catalogue)
    made = [_panel(day, activities, opened, privacy) for day in days if day >= privacy.today]
    made = [panel for panel in made if panel.spots or date.fromisoformat(panel.day) in campaign.when]
    busy = next((panel.day for panel in made if panel.spots or panel.openings), "")
    return tuple(replace(panel, is_open=panel.day == busy) for panel in made)


def _panel(
    day: date, activities: list[Activity], opened: tuple[tuple[Base, Opening], ...], privacy: Privacy
) -> Panel:
    on = [one for one in activities if any(day in run for run in days_of(one))]
    doors = tuple(
        _open(base, opening, run, privacy)
        for base, opening in opened
        for run in open_days(opening)
        if day in run
    )
    counted = ((len(on), "场活动"), (len(doors), "处基地开放"))
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
        spots=_spots(on, privacy),
        openings=doors,
    )


def _open(base: Base, opening: Opening, run: Days, privacy: Privacy) -> Open:
    until = "只这一天" if run.first == run.last else f"开放到{dates.day(run.last)}"
    calls = shown(base.contacts, opening.campaign, privacy)
    return Open(phrases(base.name), links.base(base), until, calls)


def _spots(activities: list[Activity], privacy: Privacy) -> tuple[Spot, ...]:
    """First the places where several things happen, then what is at a host's own base, then the rest."""
    away = Counter(parts.place(one) for one in activities if not parts.is_home(one))
    shared = [place for place, number in away.most_common() if place and number >= TOGETHER]
    spots = [
        Spot(
            place, named=True, cards=_cards([one for one in activities if parts.place(one) == place], privacy)
        )
        for place in shared
    ]
    home = [one for one in activities if parts.is_home(one)]
    rest = [one for one in activities if not parts.is_home(one) and parts.place(one) not in shared]
    spots += [Spot("在基地", named=False, cards=_cards(home, privacy))] if home else []
    spots += [Spot("别的地方", named=False, cards=_cards(rest, privacy))] if rest else []
    return tuple(spots)


def _cards(activities: list[Activity], privacy: Privacy) -> tuple[parts.Card, ...]:
    return tuple(parts.card(one, privacy) for one in activities)
