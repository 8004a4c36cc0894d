"""The public holidays by which opening hours go (国务院办公厅节假日安排); a door for holidays."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from scienceweek.model.days import merged
from scienceweek.model.holidays import Holidays
from scienceweek.model.schedule import Days

_YEARS = range(2015, 2036)
_DAY = timedelta(days=1)


@cache
def holidays() -> Holidays:
    """Those of all years that a site may be about; of years that are not arranged yet only the days that the law names."""
    # A quarter of a second to import; a site whose hours do not go by holidays never needs it.
    from holidays import country_holidays

    known = country_holidays("CN", years=_YEARS)
    working = frozenset(known.weekend_workdays)
    off = {day for day in known if day not in working}
    return Holidays(_spans(_with_weekends(off, working)), _spans(working))


def _with_weekends(off: set[date], working: frozenset[date]) -> Iterable[date]:
    """*off* with the weekends that they touch: 5月4日、5日 belong to the holidays of 5月1日—3日."""
    found = set(off)
    for step in (_DAY, -_DAY):
        for first in off:
            day = first + step
            while day.weekday() in (5, 6) and day not in working:
                found.add(day)
                day += step
    return found


def _spans(days: Iterable[date]) -> tuple[Days, ...]:
    return merged(Days(day, day) for day in days)
