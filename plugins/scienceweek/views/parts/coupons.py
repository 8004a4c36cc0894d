"""The sessions of an activity as coupons, day by day: at what hour, for whom, and whether one can still get in."""

from itertools import groupby

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.availability import availability_of
from scienceweek.model.booking import Booking
from scienceweek.model.days import first_day, hours_of, note_of
from scienceweek.model.schedule import Days, PartDay, Session
from scienceweek.model.session import Occurrence, SubEvent
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts import ticket
from scienceweek.views.parts.booking import BookingTimes, Route, routes_of
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.words import admission, dates, sessions, whereabouts
from scienceweek.views.words.moments import Moment, moments


@frozen
class Coupon:
    """A session. *hour* is drawn as numerals (10:30), or a *word* stands in its place (上午); *until* says when it ends.

    *kind* is full, off, or empty. *answer* is about booking, None where nothing is said; *routes* are how one books it alone,
    while one can: the script asks *times*.
    *place* is where it is, if that is its own. *moment* is for the script, *said* for ears.
    """

    said: str
    hour: str
    word: str
    until: str
    title: tuple[str, ...]
    facts: tuple[str, ...]
    place: tuple[str, ...]
    kind: str
    answer: ticket.Answer | None
    routes: tuple[Route, ...]
    times: BookingTimes
    moment: Moment


@frozen
class CouponDay:
    """The sessions of a day (ISO 8601), of which *number* is drawn and *said* stands beside it; of another time only in words."""

    day: str
    number: str
    said: str
    coupons: tuple[Coupon, ...]


@frozen
class Coupons:
    """All sessions; *sum* counts them in words. *open* counts those that one can still get in to, whatever day it is."""

    sum: str
    open: int
    days: tuple[CouponDay, ...]


def coupons(activity: Activity, privacy: Privacy) -> Coupons | None:
    """The sessions of *activity*; None where it has none, or has lost its days."""
    held = [one for one in activity.occurrences if one.session]
    if not held:
        return None
    off = len([one for one in held if one.off])
    left = [one for one in held if not one.off and not one.full]
    return Coupons(
        f"{len(held)}场" + (f"，{off}场取消" if off else ""),
        len(left),
        tuple(_day(list(members), activity, privacy) for _, members in groupby(held, _when)),
    )


def _when(at: Occurrence) -> str:
    """The day, or when it is in words."""
    day = first_day(at.when) if _is_one_day(at) else None
    return day.isoformat() if day else dates.schedule_in_full(at.when)


def _is_one_day(at: Occurrence) -> bool:
    when = at.when
    return isinstance(when, Session | PartDay) or (isinstance(when, Days) and when.first == when.last)


def _day(held: list[Occurrence], activity: Activity, privacy: Privacy) -> CouponDay:
    made = tuple(_coupon(one, one.session, activity, privacy) for one in held if one.session)
    day = first_day(held[0].when) if _is_one_day(held[0]) else None
    if day is None:
        return CouponDay("", "", _when(held[0]), made)
    return CouponDay(day.isoformat(), str(day.day), f"{day.month}月 {dates.weekday(day)}", made)


def _coupon(at: Occurrence, session: SubEvent, activity: Activity, privacy: Privacy) -> Coupon:
    start, end = hours_of(at.when)
    said = dates.hours(start, end)
    place = "、".join(map(whereabouts.spot, session.where))
    return Coupon(
        said=said,
        hour=dates.clock(start) if start is not None else "",
        word="" if start is not None else dates.hour(at.when) or "几点待问",
        until=said.partition("—")[2] if end is not None else "",
        title=phrases(session.said or place),
        facts=tuple(filter(None, _facts(at, session))),
        place=phrases(place) if session.said else (),
        kind="off" if at.off else "full" if at.full else "",
        answer=_answer(at, session, activity),
        routes=()
        if at.off or at.full
        else routes_of(session.admission.plan.ways, activity.campaign, privacy),
        times=BookingTimes.of(availability_of(session, activity)),
        moment=moments((at.when,))[0],
    )


def _facts(at: Occurrence, session: SubEvent) -> tuple[str, ...]:
    return (
        session.reason if at.cancelled else "",
        note_of(at.when),
        sessions.seats(session),
        admission.window(session.admission.plan),
        session.admission.plan.note,
        session.admission.note,
        session.note,
    )


def _answer(at: Occurrence, session: SubEvent, activity: Activity) -> ticket.Answer | None:
    if at.off:
        return ticket.Answer("shut", "取消" if at.cancelled else activity.change.status.said)
    if at.full:
        return ticket.Answer("full", sessions.FULL)
    asked = availability_of(session, activity)
    match asked.needed:
        case Booking.NONE:
            return ticket.Answer("open", Booking.NONE.said)
        case Booking.REQUIRED:
            times = BookingTimes.of(asked) if asked.opens or asked.until else None
            return ticket.Answer("book", Booking.REQUIRED.said, times)
        case Booking.UNKNOWN:
            return None
