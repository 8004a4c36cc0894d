"""What a base says of getting in, for the filters of the phone book: yes, no, or nothing; and until when it is so."""

from collections.abc import Callable

from scienceweek.frozen import frozen
from scienceweek.model.booking import Booking
from scienceweek.model.days import extent
from scienceweek.model.place import Access, Admission, Base, Fee, Opening

YES, NO = "yes", "no"
_FEES = {Fee.FREE: YES, Fee.REDUCED: NO, Fee.PAID: NO}
_BOOKINGS = {Booking.NONE: YES, Booking.REQUIRED: NO}
_WHEELCHAIRS = {Access.FULL: YES, Access.PARTIAL: YES, Access.NONE: NO}


@frozen
class BaseTraits:
    """Each is yes, no, or empty where nobody has written it; or a day (ISO 8601): yes until then, afterwards nobody knows."""

    free: str
    wheelchair: str
    unbooked: str


def base_traits(base: Base) -> BaseTraits:
    """What *base* says, of any day or of a period in which it is open."""
    return BaseTraits(
        free=_said(base, lambda terms: _FEES.get(terms.fee, "")),
        wheelchair=_WHEELCHAIRS.get(base.wheelchair, ""),
        unbooked=_said(base, lambda terms: _BOOKINGS.get(terms.booking, "")),
    )


def _said(base: Base, answer: Callable[[Admission], str]) -> str:
    """Of any day, if that is said; else as long as a period lasts that says yes. A period's no is not of other days."""
    if usual := answer(base.admission):
        return usual
    last = [_until(opening) for opening in base.openings if answer(opening.admission) == YES]
    return YES if YES in last else max(last, default="")


def _until(opening: Opening) -> str:
    ends = [span.last for when in opening.when if (span := extent(when))]
    return max(ends).isoformat() if ends else YES
