"""What lies on no day: the bands above a month, and the lists below it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.schedule import Days, DuringCampaign, Months, Unfixed, YearRound
from scienceweek.views.calendars.agenda import Undated
from scienceweek.views.parts.lines import ActivityLine, line
from scienceweek.views.parts.ticket import Link
from scienceweek.views.words import dates

_NAMED = 3
_FOLDED = 40
_LISTED = 24
_STANDING = 6
_WEEK = 10
"""Days that still count as a week (整周); weeks are announced with both their weekends."""


@frozen
class MonthBand:
    """Activities that may be on any day of a time: *shape* month, whole or year.

    *when* and *word* stand before them: 5月内, 日期待定. *more* are folded away, *rest* are only
    counted: *path* leads to all of them.
    """

    shape: str
    when: str
    word: str
    by: str
    shown: tuple[Link, ...]
    more: tuple[Link, ...]
    rest: int
    path: str


@frozen
class Folded:
    """The bands that would push the grid off the first screen, with the *number* of their activities."""

    bands: tuple[MonthBand, ...] = ()
    number: int = 0


@frozen
class Whole:
    """The activities during a campaign whose day is not stated; *rest* more stand on its page."""

    id: str
    word: str
    name: str
    path: str
    when: str
    number: int
    lines: tuple[ActivityLine, ...]
    rest: int


def bands(undated: Iterable[Undated]) -> tuple[MonthBand, ...]:
    """One band for each time and campaign: what may be in some months, during the campaign, in a year."""
    known = [(key, one) for one in undated if (key := _key(one))]
    known.sort(key=lambda pair: pair[0])
    return tuple(_band([one for _, one in members]) for _, members in groupby(known, lambda pair: pair[0]))


def folded(found: tuple[MonthBand, ...]) -> tuple[tuple[MonthBand, ...], Folded]:
    """A few stand as they are, many are folded away, all of them."""
    if len(found) <= _STANDING:
        return found, Folded()
    return (), Folded(found, sum(len(band.shown) + len(band.more) + band.rest for band in found))


def gathered(undated: Iterable[Undated]) -> Folded:
    """Those of a city: a band for each time names the campaigns, with how many each has, and leads to their pages."""
    known = [(key, one) for one in undated if (key := _key(one))]
    known.sort(key=lambda pair: pair[0])
    return Folded(
        tuple(
            _gathered([one for _, one in members]) for _, members in groupby(known, lambda pair: pair[0][:2])
        ),
        len(known),
    )


def wholes(undated: Iterable[Undated]) -> tuple[Whole, ...]:
    """What goes on during each campaign."""
    known = [one for one in undated if isinstance(one.when, DuringCampaign)]
    by_campaign: dict[str, list[Activity]] = {}
    for one in known:
        by_campaign.setdefault(one.activity.campaign.id, []).append(one.activity)
    return tuple(_whole(members) for members in by_campaign.values())


def word(window: Days) -> str:
    """整周, or 活动期间 for a longer campaign."""
    return "整周" if len(window) <= _WEEK else "活动期间"


def _key(one: Undated) -> tuple[int, str, str] | None:
    campaign = one.activity.campaign.id
    match one.when:
        case Months(first, last, words):
            return 0, f"{first} {last} {words}", campaign
        case DuringCampaign(window):
            return 1, window.first.isoformat(), campaign
        case YearRound(year, words):
            return 2, f"{year} {words}", campaign
        case Unfixed():
            return None
        case _:
            assert_never(one.when)


def _band(members: list[Undated]) -> MonthBand:
    shape, when, said = _said(members[0])
    campaign = members[0].activity.campaign
    kept = len(members) if len(members) <= _NAMED + 1 else _NAMED
    # What goes on during the campaign is listed below the month: its band names only some.
    folds = 0 if shape == "whole" else _FOLDED
    listed = [Link(one.activity.title, links.activity(one.activity)) for one in members[: kept + folds]]
    return MonthBand(
        shape,
        when,
        said,
        by=campaign.district.name,
        shown=tuple(listed[:kept]),
        more=tuple(listed[kept:]),
        rest=len(members) - len(listed),
        path=f"#{_id(campaign)}" if shape == "whole" else links.campaign(campaign),
    )


def _gathered(members: list[Undated]) -> MonthBand:
    shape, when, said = _said(members[0])
    numbers = Counter(one.activity.campaign.id for one in members)
    campaigns = {one.activity.campaign.id: one.activity.campaign for one in members}
    in_district = Counter(one.district.id for one in campaigns.values())
    return MonthBand(
        shape,
        when,
        said,
        by=f"{len(members)}项" if len(campaigns) > 1 else "",
        shown=tuple(
            Link(
                f"{one.district.name if in_district[one.district.id] == 1 else one.name}{numbers[id]}项",
                f"{links.campaign(one)}#undated",
            )
            for id, one in campaigns.items()
        ),
        more=(),
        rest=0,
        path="",
    )


def _said(one: Undated) -> tuple[str, str, str]:
    match one.when:
        case Months(words=words):
            return "month", words or f"{dates.months(one.when)}内", "日期待定"
        case DuringCampaign(window):
            return "whole", word(window), short(window)
        case YearRound(year, words):
            return "year", words or "全年", f"{year}年"
        case Unfixed(words):
            return "unknown", "待定", words
        case _:
            assert_never(one.when)


def _whole(members: list[Activity]) -> Whole:
    campaign = members[0].campaign
    kept = len(members) if len(members) <= _LISTED + 1 else _LISTED
    return Whole(
        id=_id(campaign),
        word=f"{word(campaign.when)}进行",
        name=campaign.name,
        path=links.campaign(campaign),
        when=dates.days(campaign.when),
        number=len(members),
        lines=tuple(_lines(members[:kept])),
        rest=len(members) - kept,
    )


def _lines(members: list[Activity]) -> Iterator[ActivityLine]:
    return (line(one) for one in members)


def _id(campaign: Campaign) -> str:
    return f"whole-{campaign.id}"


def short(days: Days) -> str:
    """5.25—6.1"""
    return f"{days.first.month}.{days.first.day}—{days.last.month}.{days.last.day}"
