"""What has a time: the pages of the calendar, and the activities."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from scienceweek import links
from scienceweek.formats import jsonld
from scienceweek.model.activity import Activity
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.schedule import Month
from scienceweek.plan import events
from scienceweek.plan.brief import Brief
from scienceweek.render import Chapter, Target
from scienceweek.views.calendars import excerpts
from scienceweek.views.calendars.agenda import Agenda
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.day import day_page
from scienceweek.views.pages.month import month_page

_TOGETHER = 200  # activities in a chapter


def calendar(known: Agenda, brief: Brief) -> Iterator[Chapter]:
    leading = known.leading(brief.today)
    yield Chapter(links.CALENDAR, _month, (leading, excerpts.of_month(leading, known), links.CALENDAR, brief))
    for month in known.months:
        path = links.month(month)
        yield Chapter(path, _month, (month, excerpts.of_month(month, known), path, brief))
    for day in known.days:
        yield Chapter(links.day(day), _day, (day, excerpts.of_day(day, known), brief))


def _month(month: Month, known: Agenda, path: str, brief: Brief) -> Iterator[Target]:
    yield brief.page(path, "month.html", month_page(month, known, brief.privacy, path))


def _day(day: date, known: Agenda, brief: Brief) -> Iterator[Target]:
    yield brief.page(links.day(day), "day.html", day_page(day, known, brief.privacy))


def activities(catalogue: Catalogue, brief: Brief) -> Iterator[Chapter]:
    for campaign, own in catalogue.of_campaign.items():
        for first in range(0, len(own), _TOGETHER):
            some = own[first : first + _TOGETHER]
            yield Chapter(f"{campaign} {first}", _activity_pages, (some, catalogue.around(some), brief))


def _activity_pages(some: tuple[Activity, ...], catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    for one in some:
        linked = jsonld.activity_jsonld(one, brief.site.absolute(links.activity(one)))
        view = replace(activity_page(one, catalogue, brief.privacy), linked=linked)
        yield brief.poster(links.activity(one), "activity.html", view)
        yield from events.of_activity(one, brief)
