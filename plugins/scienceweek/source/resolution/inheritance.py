"""What parts have from the activity that they belong to, and what that knows of its parts: resolved here, once.

A part inherits what it does not say itself. A field is added by its name to `_TAKEN`; the conditions of admission go one by one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from scienceweek.model.activity import Activity, Admits, Change, Piece, Status
from scienceweek.model.booking import Booking
from scienceweek.model.index import Index, index
from scienceweek.model.parts import hours_from, pieces_here, tells_of
from scienceweek.model.place import Admission, AtBase, AtPlace, AtVenue, Fee, Location
from scienceweek.model.session import merged

_TAKEN = (
    "where",
    "base",
    "admits",
    "organisers",
    "audience",
    "ages",
    "groups",
    "bring",
    "language",
    "contacts",
    "admission",
)


def inherited(found: Iterable[Activity]) -> tuple[Activity, ...]:
    """*found*, each with what it has from its whole, and with its pieces. What is for staff only leaves nothing to anyone."""
    written = tuple(found)
    if not any(one.part_of for one in written):
        return written
    known = {one.id: one for one in written}
    resolved = {one.id: _below(one, known, ()) for one in written}
    shown = (one for one in resolved.values() if one.part_of and one.admits is not Admits.STAFF)
    parts = index(shown, lambda one: [one.part_of])
    return tuple(_whole(resolved[one.id], parts, ()) for one in written)


def _below(part: Activity, known: Mapping[str, Activity], under: tuple[str, ...]) -> Activity:
    """*part* with what it has from above; *under* are those below it, so that a circle, which check tells of, ends."""
    whole = known.get(part.part_of)
    if whole is None or whole.admits is Admits.STAFF or whole.id in (*under, part.id):
        return part
    return _from(_below(whole, known, (*under, part.id)), part)


def _from(whole: Activity, part: Activity) -> Activity:
    taken = {name: value for name in _TAKEN if (value := _value(name, whole, part)) != getattr(part, name)}
    more: dict[str, Any] = {}
    if "where" in taken and part.rain is None:
        more["rain"] = whole.rain
    if "where" in taken and not part.accessible:
        more["accessible"] = whole.accessible
    if part.change.status is Status.SCHEDULED and _carries(whole, taken):
        more["change"] = Change(whole.change.status, whole.change.reason)
    return replace(
        part,
        **taken,
        **more,
        inherited=tuple(taken),
        inferred=(*part.inferred, *(name for name in whole.inferred if name in taken)),
    )


def _value(name: str, whole: Activity, part: Activity) -> Any:
    own, above = getattr(part, name), getattr(whole, name)
    match name:
        case "admits":
            return above if own is Admits.UNKNOWN and _at_its_door(whole, part) else own
        case "organisers":
            return own or (above if _at_its_door(whole, part) else ())
        case "ages":
            return own or (None if part.audience else above)
        case "admission":
            return _admission(above, own)
        case "contacts":
            # Whoever has a base of its own is asked there.
            return own or (above if part.base in (None, whole.base) else ())
        case _:
            return own or above


def _at_its_door(whole: Activity, part: Activity) -> bool:
    """Whether whoever holds *whole* decides who may come to *part*: a heading over what many hold at their own places does not."""
    if tells_of(whole, part):
        return True
    places = [_site(at) for at in whole.where]
    return part.base in (None, whole.base) and all(_site(at) in places for at in part.where)


def _site(at: Location) -> Location:
    """The place without what is only true inside it."""
    match at:
        case AtBase() | AtVenue() | AtPlace():
            return replace(at, room="", meet="")
        case _:
            return at


def _admission(above: Admission, own: Admission) -> Admission:
    """What *own* leaves open, from *above*; nothing, if they differ in the fee or in whether one must book."""
    if own.fee not in (Fee.UNKNOWN, above.fee) or own.booking not in (Booking.UNKNOWN, above.booking):
        return own
    return merged(above, own)


def _carries(whole: Activity, taken: Mapping[str, Any]) -> bool:
    """Whether what became of *whole* became of its part too: what moved online takes along what has no place of its own."""
    match whole.change.status:
        case Status.CANCELLED:
            return True
        case Status.POSTPONED:
            return whole.off
        case Status.MOVED_ONLINE:
            return "where" in taken
        case Status.SCHEDULED | Status.RESCHEDULED:
            return False


def _whole(activity: Activity, parts: Index[str, Activity], under: tuple[str, ...]) -> Activity:
    """*activity* with its pieces, and the hours that it has from them."""
    above = (*under, activity.id)
    below = [_whole(one, parts, above) for one in parts[activity.id] if one.id not in above]
    if not below:
        return activity
    pieces = tuple(Piece(one.id, one.full_title, one.when, one.held_at, one.off) for one in below)
    here = pieces_here(activity, pieces)
    return replace(activity, pieces=pieces, when=tuple(hours_from(when, here) for when in activity.when))
