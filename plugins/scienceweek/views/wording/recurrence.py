"""The days of what comes again (RFC 5545 §3.3.10); the door for dateutil."""

from datetime import date, datetime, time
from functools import cache

from dateutil.rrule import rrulestr

from scienceweek.model.schedule import Recurring


@cache
def occurrences(when: Recurring) -> tuple[date, ...]:
    """The days of *when* in order, without its exceptions."""
    first, last = (datetime.combine(day, time.min) for day in (when.span.first, when.span.last))
    days = (moment.date() for moment in rrulestr(when.rule, dtstart=first).between(first, last, inc=True))
    return tuple(day for day in days if day not in when.exceptions)
