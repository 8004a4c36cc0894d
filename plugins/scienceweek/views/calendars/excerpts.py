"""What of the agenda a page shows, and nothing else: a page whose excerpt has not changed need not be made again."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from scienceweek.model.schedule import DuringCampaign, Month
from scienceweek.views.calendars.agenda import Agenda, between
from scienceweek.views.calendars.weeks import whole_weeks

Thing = TypeVar("Thing")


def of_day(day: date, agenda: Agenda) -> Agenda:
    """For the page of *day*."""
    return Agenda(
        agenda.campaigns_on.get(day, ()),
        agenda.events_on.get(day, ()),
        agenda.doors_on.get(day, ()),
        tuple(
            one
            for one in agenda.undated_in.get(Month.of(day), ())
            if isinstance(one.when, DuringCampaign) and day in one.when.window
        ),
        days_beside=tuple(other for other in agenda.beside(day) if other),
    )


def of_month(month: Month, agenda: Agenda) -> Agenda:
    """For the page of *month*, which shows whole weeks."""
    days = whole_weeks(month.days)
    return Agenda(
        _in_order(agenda.campaigns, between(agenda.campaigns_on, days)),
        _in_order(agenda.events, between(agenda.events_on, days)),
        _in_order(agenda.doors, between(agenda.doors_on, days)),
        agenda.undated_in.get(month, ()),
        months_beside=agenda.months,
    )


def _in_order(things: Iterable[Thing], wanted: Iterable[Thing]) -> tuple[Thing, ...]:
    known = {id(one) for one in wanted}
    return tuple(one for one in things if id(one) in known)
