"""The ways from a month to the others that have a page."""

from dataclasses import dataclass
from itertools import groupby

from scienceweek import links
from scienceweek.model.schedule import Month
from scienceweek.views.calendars.agenda import Agenda
from scienceweek.views.parts.ticket import Link
from scienceweek.views.words import dates


@dataclass(frozen=True, slots=True)
class MonthYear:
    """The months of a year that have a page."""

    word: str
    months: tuple[Link, ...]


def before(month: Month, agenda: Agenda) -> Link | None:
    """The nearest earlier one; its year is said if it is another."""
    return _beside(month, [one for one in agenda.months if one < month][-1:])


def after(month: Month, agenda: Agenda) -> Link | None:
    """Likewise the nearest later one."""
    return _beside(month, [one for one in agenda.months if one > month][:1])


def years(agenda: Agenda) -> tuple[MonthYear, ...]:
    """All of them."""
    return tuple(
        MonthYear(f"{year}年", tuple(Link(f"{one.month}月", links.month(one)) for one in members))
        for year, members in groupby(agenda.months, lambda one: one.year)
    )


def _beside(month: Month, found: list[Month]) -> Link | None:
    for other in found:
        said = f"{other.month}月" if other.year == month.year else dates.month(other)
        return Link(said, links.month(other))
    return None
