"""What time of the year it is for a site: several campaigns run, one does, one is about to begin, or none."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.views.parts.campaign_entries import CampaignEntry, campaign_entry

SOON = timedelta(days=31)
"""How long before it begins a campaign leads the site."""
_LISTED = 6
"""Campaigns that are lines of a list; of more the years are."""


class Face(Enum):
    """Which face a front page has."""

    CITY = "city"
    RUNNING = "running"
    BEFORE = "before"
    OFF = "off"


@frozen
class PastYear:
    """A year of campaigns that are over, with what they held in words."""

    year: str
    path: str
    sum: str


@frozen
class Campaigns:
    """The campaigns of a site on a day: those that run, those to come, the next one first, and those that are over, the latest first.

    Of many that are over the *years* are told in their place.
    """

    running: tuple[CampaignEntry, ...]
    coming: tuple[CampaignEntry, ...]
    past: tuple[CampaignEntry, ...]
    years: tuple[PastYear, ...]


def season(catalogue: Catalogue, today: date) -> Face:
    """The season on the day *today*."""
    running = [one for one in catalogue.campaigns if today in one.when]
    if running:
        return Face.CITY if len(running) > 1 else Face.RUNNING
    is_near = any(today < one.when.first <= today + SOON for one in catalogue.campaigns)
    return Face.BEFORE if is_near else Face.OFF


def leading_here(held: Sequence[Campaign], today: date) -> Campaign | None:
    """The one that leads the page of a district on a day: one that is on, else the next of its own, else the first.

    What is *held* there is as ``Catalogue.campaigns_in`` has them: its own before those of others, the latest first.
    """
    if not held:
        return None
    first = held[0]
    coming = (one for one in held if one.district == first.district and today < one.when.first)
    running = (one for one in held if today in one.when)
    return next(running, None) or min(coming, key=lambda one: one.when.first, default=first)


def campaigns(catalogue: Catalogue, today: date, leads: Campaign | None = None) -> Campaigns:
    """All campaigns but the one that *leads* the page."""
    others = [one for one in catalogue.latest_campaigns if one != leads]
    past = [one for one in others if one.when.last < today]
    many = len(past) > _LISTED
    return Campaigns(
        running=tuple(campaign_entry(one, catalogue) for one in others if today in one.when),
        coming=tuple(campaign_entry(one, catalogue) for one in reversed(others) if today < one.when.first),
        past=() if many else tuple(campaign_entry(one, catalogue) for one in past),
        years=_years(past, catalogue) if many else (),
    )


def _years(past: list[Campaign], catalogue: Catalogue) -> tuple[PastYear, ...]:
    by_year: dict[int, list[Campaign]] = {}
    for one in past:
        by_year.setdefault(one.when.first.year, []).append(one)
    return tuple(_year(year, members, catalogue) for year, members in by_year.items())


def _year(year: int, members: list[Campaign], catalogue: Catalogue) -> PastYear:
    districts = len({one.district.id for one in members})
    number = sum(len(going_on(catalogue.of_campaign[one.id])) for one in members)
    held = f"，{number}项" if number else ""
    return PastYear(str(year), f"{links.CAMPAIGNS}#y{year}", f"{districts}个区县{held}")
