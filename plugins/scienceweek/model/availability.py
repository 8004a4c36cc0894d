"""What the answer to “can I book now” hangs on for an activity or one of its sessions, and when there is nothing left to book."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from scienceweek.model.activity import Activity, Status
from scienceweek.model.booking import Availability
from scienceweek.model.days import end_day, extent, hours_of, last_day
from scienceweek.model.place import Admission
from scienceweek.model.schedule import OpenDays, Schedule
from scienceweek.model.session import SessionStatus, SubEvent, merged


def availability(activity: Activity) -> Availability:
    """That of *activity* as a whole."""
    return _of(activity.admission, off=activity.off, ends=_ends(activity, activity.when))


def availability_of(session: SubEvent, activity: Activity) -> Availability:
    """That of one *session* of *activity*: it may be full, or off, by itself."""
    return _of(
        merged(activity.admission, session.admission),
        off=activity.off or session.status is SessionStatus.CANCELLED,
        ends=_ends(activity, (session.when,)),
        full=session.status is SessionStatus.FULL,
    )


def open_to(admission: Admission, schedules: Iterable[Schedule]) -> Availability:
    """That of the conditions of an opening period, which lies on *schedules*."""
    found = [_end(when) for when in schedules]
    ends = [end for end in found if end]
    return _of(admission, off=False, ends=max(ends) if ends and all(found) else None)


def _of(admission: Admission, *, off: bool, ends: datetime | None, full: bool = False) -> Availability:
    plan = admission.plan
    return Availability(admission.booking, plan.opens, plan.until, plan.full or full, off, ends)


def _ends(activity: Activity, schedules: Iterable[Schedule]) -> datetime | None:
    """When all *schedules* are over; what was never fixed is so with its campaign, unless it has been put off."""
    rest = None if activity.change.status is Status.POSTPONED else _midnight(activity)
    found = [_end(when) or rest for when in schedules]
    return max((end for end in found if end), default=None) if all(found) else None


def _end(when: Schedule) -> datetime | None:
    if isinstance(when, OpenDays):
        return None if when.begins else datetime.combine(when.day, time.min) + timedelta(days=1)
    known = extent(when)
    last = last_day(when) or (known.last if known else None)
    if last is None:
        return None
    start, end = hours_of(when)
    if start is None or end is None:
        return datetime.combine(last, time.min) + timedelta(days=1)
    return datetime.combine(end_day(last, start, end), end)


def _midnight(activity: Activity) -> datetime:
    return datetime.combine(activity.campaign.when.last, time.min) + timedelta(days=1)
