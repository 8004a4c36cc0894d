"""What the finder knows of getting in: what is said either way, so that what nobody has written is neither yes nor no."""

from collections.abc import Iterator

from scienceweek.model.booking import Booking
from scienceweek.model.coming import Ages
from scienceweek.model.place import Access, Admission, Base, Fee
from scienceweek.views.parts.base_traits import NO, YES, base_traits

_FEES = {Fee.FREE: "free", Fee.REDUCED: "paid", Fee.PAID: "paid"}
_BOOKINGS = {Booking.NONE: "unbooked", Booking.REQUIRED: "booked"}
_WHEELCHAIRS = {Access.FULL: "wheelchair", Access.PARTIAL: "steps", Access.NONE: "steps"}


def traits(terms: Admission, wheelchair: Access) -> Iterator[str]:
    """Free or paid, unbooked or booked, wheelchair or steps: each pair only where it is known."""
    known = (_FEES.get(terms.fee), _BOOKINGS.get(terms.booking), _WHEELCHAIRS.get(wheelchair))
    yield from filter(None, known)


def of_base(base: Base) -> Iterator[str]:
    """The same of a *base*; ``free/2024-05-31`` is so until that day, and afterwards nobody knows."""
    told = base_traits(base)
    for answer, yes, no in ((told.free, "free", "paid"), (told.unbooked, "unbooked", "booked")):
        if answer:
            yield {YES: yes, NO: no}.get(answer, f"{yes}/{answer}")
    yield from traits(Admission(), base.wheelchair)


def ages(known: Ages | None) -> str:
    """For the script: ``8-13``, ``6-``, ``-12``; ``-`` is everybody, and nothing that nobody has said."""
    if known is None:
        return ""
    first = "" if known.first is None else known.first
    last = "" if known.last is None else known.last
    return f"{first}-{last}"
