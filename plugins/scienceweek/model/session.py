"""The sessions (场次) and stages of an activity, its programme, and who speaks (schema.org subEvent, performer).

A session is what one can go to in place of another; a stage follows another, and often nobody is there but the jury.
Only sessions that differ in more than their time are told apart; a row of a programme is no activity.
"""

from dataclasses import fields, replace
from typing import Any

from scienceweek.frozen import frozen
from scienceweek.model.booking import Booking, BookingPlan, Capacity
from scienceweek.model.place import Admission, Location
from scienceweek.model.schedule import Schedule
from scienceweek.model.word import Word


class SessionStatus(Word):
    """Whether one can still go to a session."""

    SCHEDULED = "scheduled", "照常"
    FULL = "full", "名额已满", "已满", "满员", "约满"
    CANCELLED = "cancelled", "取消"


@frozen
class SubEvent:
    """A session at one time. What it does not say is as with the whole activity.

    *whom* it is for (散客, 团体), *name* if it has a subject of its own; *reason* why it is cancelled.
    """

    when: Schedule
    name: str = ""
    whom: str = ""
    where: tuple[Location, ...] = ()
    language: str = ""
    capacity: Capacity = Capacity()
    admission: Admission = Admission()
    note: str = ""
    status: SessionStatus = SessionStatus.SCHEDULED
    reason: str = ""

    @property
    def said(self) -> str:
        """What tells it from the others, in one line: 太阳系小天体，亲子场，英语."""
        return "，".join(dict.fromkeys(filter(None, (self.name, self.whom, self.language))))


@frozen
class Stage:
    """A stage (报名, 初赛, 决赛, 公布); only one that visitors can *attend* stands in the calendar."""

    name: str
    when: tuple[Schedule, ...]
    where: tuple[Location, ...] = ()
    attend: bool = False
    note: str = ""

    @property
    def said(self) -> str:
        return self.name


@frozen
class ProgrammeRow:
    """A row of the programme of an activity: *at* a clock or in words (开场前15分), *what*, *where* and by *who*."""

    at: str
    what: str
    where: str = ""
    who: str = ""


@frozen
class Person:
    """Somebody on the stage: in which *role* (主讲人), and *of* what (北京天文馆研究员)."""

    name: str
    role: str = ""
    of: str = ""


@frozen
class Occurrence:
    """A time of an activity, and the session or stage that it is; *off*: nothing happens then."""

    when: Schedule
    part: SubEvent | Stage | None = None
    off: bool = False

    @property
    def session(self) -> SubEvent | None:
        return self.part if isinstance(self.part, SubEvent) else None

    @property
    def said(self) -> str:
        """What tells it from the other times of its activity; often nothing."""
        return self.part.said if self.part else ""

    @property
    def full(self) -> bool:
        return self.session is not None and self.session.status is SessionStatus.FULL

    @property
    def cancelled(self) -> bool:
        """Whether it alone does not take place."""
        return self.session is not None and self.session.status is SessionStatus.CANCELLED


def fully_booked(conditions: Admission) -> Admission:
    """*conditions* of what is full: whoever has not booked does not get in."""
    return replace(conditions, booking=Booking.REQUIRED, plan=replace(conditions.plan, full=True))


def merged(whole: Admission, own: Admission) -> Admission:
    """The conditions *whole* of an activity, with what a session says of its *own* in place of them."""
    plan = replace(whole.plan, **_said(own.plan))
    return replace(whole, **_said(own) | {"plan": plan})


def _said(own: Admission | BookingPlan) -> dict[str, Any]:
    return {
        field.name: value for field in fields(own) if (value := getattr(own, field.name)) != field.default
    }
