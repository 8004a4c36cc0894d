"""Regular opening hours of a base or a venue, as its record has them (schema.org OpeningHoursSpecification)."""

from dataclasses import dataclass
from datetime import date, time

from scienceweek.frozen import frozen
from scienceweek.model.holidays import Holidays
from scienceweek.model.schedule import Days

WEEK = tuple(range(7))
"""All weekdays: Monday is 0."""


@dataclass(frozen=True, slots=True, order=True)
class Doors:
    """Open from *start* to *end*, and nobody is let in after *last*.

    An end that is not after the start is on the next day (24:00 is its 0:00); without one nobody knows when it closes.
    """

    start: time
    end: time | None = None
    last: time | None = None


@dataclass(frozen=True, slots=True, order=True)
class Season:
    """A part of every year, from one month and day to another: ``(7, 1)`` to ``(8, 31)``; it may go over New Year."""

    first: tuple[int, int]
    last: tuple[int, int]

    def __contains__(self, day: date) -> bool:
        here = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= here <= self.last
        return here >= self.first or here <= self.last


@frozen
class When:
    """Some days: of a *season* or of some *days* only, on some *weekdays*.

    *holidays* says of public holidays whether they are among them, whatever weekday they are; None if they are like
    other days. *working* says that a weekend day on which one works is among them.
    """

    weekdays: tuple[int, ...] = WEEK
    season: Season | Days | None = None
    holidays: bool | None = None
    working: bool = False

    def holds(self, day: date, calendar: Holidays) -> bool:
        """Whether *day* is one of them."""
        if self.season is not None and day not in self.season:
            return False
        if self.holidays is not None and calendar.is_off(day):
            return self.holidays
        return day.weekday() in self.weekdays or (self.working and calendar.is_working(day))

    @property
    def by_holidays(self) -> bool:
        """Whether one must know the holidays to answer."""
        return self.holidays is not None or self.working


@frozen
class Hours:
    """A line of the hours: *when* it is open, at which *doors* (none: the hours are not said), or *closed*.

    *words* are those of the record.
    """

    when: When
    doors: tuple[Doors, ...] = ()
    closed: bool = False
    words: str = ""


@frozen
class Closure:
    """Closed on *days*, whatever the hours say; without *ends* nobody knows until when. *until* says when it opens again, in words."""

    days: Days
    ends: bool = True
    reason: str = ""
    until: str = ""
