"""Parts of an activity (schema.org subEvent): when their whole tells of them, and what it knows from them.

A list that has the whole needs no line for a part, and a sum counts both once, if the whole stands on each of the part's days. A
part with days of its own (the whole is only 活动期间, or on other days) stands for itself, and so it does wherever its whole is not listed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from scienceweek.model.activity import Activity, Piece
from scienceweek.model.changes import gone
from scienceweek.model.days import end_day, falls_on, hours_of, merged, runs_of
from scienceweek.model.place import AtBase, AtPlace, AtVenue, Location
from scienceweek.model.schedule import Days, Schedule, Session


def standing(listed: Sequence[Activity], known: Mapping[str, Activity]) -> tuple[Activity, ...]:
    """Those of *listed* that stand for themselves; what is part of what is looked up in *known*."""
    if not any(one.part_of for one in listed):
        return tuple(listed)
    there = {one.id for one in listed}
    return tuple(
        one
        for one in listed
        if not one.part_of
        or not any(whole.id in there and tells_of(whole, one) for whole in wholes(one, known))
    )


def wholes(part: Activity, known: Mapping[str, Activity]) -> Iterator[Activity]:
    """What *part* belongs to, and what that belongs to, and so on; a circle ends where it began."""
    seen = {part.id}
    whole = known.get(part.part_of)
    while whole and whole.id not in seen:
        yield whole
        seen.add(whole.id)
        whole = known.get(whole.part_of)


def tells_of(whole: Activity, part: Activity) -> bool:
    """Whether *whole* says as well as *part* when that is; what does not take place with it, says so itself."""
    if gone(part) and not whole.off:
        return False
    held, days = _spans(whole.times), _spans(part.times)
    if days:
        return all(any(run.first <= day.first and day.last <= run.last for run in held) for day in days)
    return bool(held) or set(part.times) <= set(whole.times)


def pieces_here(activity: Activity, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Those of *pieces* that are where *activity* is: the hours of a part elsewhere are not its own."""
    sites = [_site(at) for at in activity.held_at]
    return tuple(one for one in pieces if not sites or all(_site(at) in sites for at in one.where))


def hours_from(when: Schedule, pieces: Iterable[Piece]) -> Schedule:
    """*when* with the hours that *pieces* have on it: for a day without an hour, if each of them on that day says its own."""
    if not isinstance(when, Days) or when.first != when.last:
        return when
    there = [one for piece in pieces if not piece.off for one in piece.when if falls_on(one, when.first)]
    sessions = [one for one in there if isinstance(one, Session)]
    if not sessions or len(sessions) < len(there):
        return when
    ends = [(end_day(one.day, one.start, one.end), one.end) for one in sessions if one.end is not None]
    last = max(ends)[1] if len(ends) == len(sessions) else None
    return Session(when.first, min(one.start for one in sessions), last, when.note)


def have_hours(pieces: Iterable[Piece], when: Schedule) -> bool:
    """Whether some of *pieces* say their hours on days of *when*."""
    return any(
        hours_of(one)[0] is not None
        for piece in pieces_in(pieces, when)
        if not piece.off
        for one in piece.when
    )


def pieces_in(pieces: Iterable[Piece], when: Schedule) -> tuple[Piece, ...]:
    """Those of *pieces* that are on days of *when*."""
    days = _spans((when,))
    return tuple(
        piece for piece in pieces if any(run.shared(day) for day in days for run in _spans(piece.when))
    )


def untold(activity: Activity, times: Iterable[Schedule]) -> tuple[Schedule, ...]:
    """Of its *times* those of which its pieces do not say the hours."""
    return tuple(when for when in times if not have_hours(activity.pieces, when))


def times_on(activity: Activity, day: date) -> tuple[Schedule, ...]:
    """Its times that fall on *day*; of several days this one, with the hours that its pieces have on it."""
    there = (when for when in activity.when if falls_on(when, day))
    if not activity.pieces:
        return tuple(there)
    here = pieces_here(activity, activity.pieces)
    return tuple(
        hours_from(Days(day, day, when.note), here) if isinstance(when, Days) else when for when in there
    )


def _site(at: Location) -> object:
    """The place, whatever the room."""
    match at:
        case AtBase(base):
            return "base", base.id
        case AtVenue(venue):
            return "venue", venue.id
        case AtPlace(name):
            return "place", name
        case _:
            return at


def _spans(when: Iterable[Schedule]) -> tuple[Days, ...]:
    return merged(run for one in when for run in runs_of(one))
