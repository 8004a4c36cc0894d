"""The head of the home page: which campaign leads, and its days as a strip."""

from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue, Opened
from scienceweek.model.changes import going_on
from scienceweek.model.days import days_of
from scienceweek.model.occurrences import as_on
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts.day_facts import day_facts, where_words
from scienceweek.views.parts.strip import Column, Strip, strip
from scienceweek.views.words import dates
from scienceweek.views.words.day_sentence import DaySentence, day_sentence

COMING, CURRENT, PAST = "coming", "current", "past"


@frozen
class Today:
    """A day as the hero shows it, one at a time; the one that is *shown* first is the day of the build."""

    day: str
    path: str
    said: str
    number: str
    line: str
    activities: int
    openings: int
    shown: bool
    gone: int = 0
    sentence: DaySentence | None = None


@frozen
class Hero:
    """A campaign that leads the site; *state* is coming, current or past on the day of the build.

    *window* are its days in words, *short* without the year that its name says. *ends* are its first and last day, each as a month (where it changes) and a numeral.
    """

    state: str
    name: str
    path: str
    window: str
    short: str
    theme: tuple[str, ...]
    ends: tuple[tuple[str, str], ...]
    months: str
    sums: tuple[str, ...]
    days: tuple[Today, ...]
    strip: Strip


def leading(catalogue: Catalogue, today: date) -> Campaign | None:
    """The campaign that leads on a day: one that is on, else the next, else the latest that ever was.

    Of several, the one with most activities.
    """
    if not catalogue.campaigns:
        return None

    def weight(campaign: Campaign) -> int:
        return len(catalogue.of_campaign[campaign.id])

    current = [one for one in catalogue.campaigns if today in one.when]
    if current:
        return max(current, key=weight)
    coming = [one for one in catalogue.campaigns if today < one.when.first]
    if coming:
        return min(coming, key=lambda one: (one.when.first, -weight(one)))
    return max(catalogue.campaigns, key=lambda one: (one.when.first, weight(one)))


def hero(campaign: Campaign, catalogue: Catalogue, today: date) -> Hero:
    """The hero of *campaign*."""
    activities = catalogue.of_campaign[campaign.id]
    found = catalogue.opened[campaign.id]
    made = strip(campaign, activities, found)
    first, last = campaign.when.first, campaign.when.last
    state = PAST if last < today else COMING if today < first else CURRENT
    return Hero(
        state=state,
        name=campaign.name,
        path=links.campaign(campaign),
        window=dates.days_in_full(campaign.when),
        short=dates.days(campaign.when)
        if str(first.year) in campaign.name
        else dates.days_in_full(campaign.when),
        theme=phrases(campaign.theme or campaign.name),
        ends=_ends(first, last) if state != CURRENT else (),
        months=_months(first, last),
        sums=_sums(activities, found, catalogue, campaign),
        days=tuple(_today(column, today, activities, campaign) for column in made.columns)
        if state == CURRENT
        else (),
        strip=made,
    )


def _ends(first: date, last: date) -> tuple[tuple[str, str], ...]:
    if first == last:
        return (("", str(first.day)),)
    if (first.year, first.month) == (last.year, last.month):
        return (("", str(first.day)), ("", str(last.day)))
    return ((f"{first.month}月", str(first.day)), (f"{last.month}月", str(last.day)))


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year}年{first.month}月"
    if first.year == last.year:
        return f"{first.year}年{first.month}月—{last.month}月"
    return f"{first.year}年{first.month}月—{last.year}年{last.month}月"


def _sums(
    activities: tuple[Activity, ...],
    doors: tuple[Opened, ...],
    catalogue: Catalogue,
    campaign: Campaign,
) -> tuple[str, ...]:
    counted = (
        (len(going_on(activities)), "项活动"),
        (len(catalogue.bases_of[campaign.district.id]), "处科普基地"),
        (len(doors), "处开放"),
    )
    return tuple(f"{number} {word}" for number, word in counted if number)


def _today(column: Column, today: date, activities: tuple[Activity, ...], campaign: Campaign) -> Today:
    day = date.fromisoformat(column.day)
    on = [one for one in activities if any(day in run for run in days_of(one))]
    openings = sum(door != "gap" for door in column.doors)
    where = where_words(one.district for one in on) or campaign.district.short
    facts = day_facts(day, (as_on(one, day) for one in on), where=where, off=column.gone, doors=openings)
    return Today(
        day=column.day,
        path=column.path,
        said=dates.day(day),
        number=column.number,
        line=f"{day.month}月 {column.week}",
        activities=column.count,
        openings=openings,
        shown=day == today,
        gone=column.gone,
        sentence=day_sentence(day, facts),
    )
