"""What the sentence of a day is made of: how many activities there are, where most are, what one must do before going."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from scienceweek.model.activity import Activity
from scienceweek.model.booking import Booking
from scienceweek.model.days import begins_at
from scienceweek.model.district import District
from scienceweek.model.parts import times_on
from scienceweek.views.parts import ticket
from scienceweek.views.words.day_sentence import DayFacts

_ABOVE = "00"
"""How the codes of cities and provinces end (GB/T 2260)."""


def day_facts(
    day: date, activities: Iterable[Activity], *, where: str = "", off: int = 0, doors: int = 0
) -> DayFacts:
    """What is known of *day*: *activities* are on it, *off* of them were to be, so many *doors* of bases are open."""
    on = tuple({one.id: one for one in activities}.values())
    places = Counter(filter(None, map(ticket.site, on))).most_common(1)
    booking = Counter(one.admission.booking for one in on)
    most, gathered = places[0] if places else ("", 0)
    return DayFacts(
        where=where,
        number=len(on),
        most=most,
        gathered=gathered,
        book=booking[Booking.REQUIRED],
        ask=booking[Booking.UNKNOWN],
        hourless=sum(1 for one in on if not _has_hour(one, day)),
        off=off,
        doors=doors,
    )


def where_words(districts: Iterable[District]) -> str:
    """渝北 · 29个区县 · 3地, where one of them is a city."""
    found = {one.id: one for one in districts}.values()
    if len(found) == 1:
        return next(iter(found)).short
    if not found:
        return ""
    measure = "地" if any(one.code.endswith(_ABOVE) for one in found) else "个区县"
    return f"{len(found)}{measure}"


def _has_hour(activity: Activity, day: date) -> bool:
    return any(begins_at(when) is not None for when in times_on(activity, day))
