"""Activities (活动; schema.org Event, RFC 5545 VEVENT)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from scienceweek.frozen import frozen
from scienceweek.model.attachment import AttachedFile, Attachment
from scienceweek.model.campaign import Campaign, Strand
from scienceweek.model.coming import Accessible, Ages, Groups, Language
from scienceweek.model.contact import Contact
from scienceweek.model.correction import Correction
from scienceweek.model.district import District
from scienceweek.model.image import Image, Photo
from scienceweek.model.organisation import Part
from scienceweek.model.place import (
    Access,
    Admission,
    AtBase,
    AtVenue,
    Base,
    InArea,
    Live,
    Location,
    Online,
    OnTour,
    Venue,
)
from scienceweek.model.schedule import Dated, Schedule
from scienceweek.model.session import (
    Occurrence,
    Person,
    ProgrammeRow,
    SessionStatus,
    Stage,
    SubEvent,
    fully_booked,
    merged,
)
from scienceweek.model.term import Term
from scienceweek.model.word import Word


class Tier(Word):
    """At which level of its campaign an activity stands."""

    CEREMONY = "ceremony", "启动仪式"
    CITY_MAIN = "city-main", "市级主场活动"
    DEPARTMENT_MAIN = "department-main", "部门主场活动"
    DISTRICT_MAIN = "district-main", "区县主场活动"
    JOINT_ACTION = "joint-action", "联合行动"
    ONLINE = "online", "线上活动"
    BASE = "base", "科普基地活动"
    MEMBER = "member", "成员单位活动"
    TOWN = "town", "镇街活动", "街镇活动"
    OTHER = "other", "其他活动"


class Admits(Word):
    """Whom an activity admits. STAFF is in no public output."""

    UNKNOWN = "unknown", "通知未写明", "未知", "不知道"
    PUBLIC = "public", "面向公众", "公众"
    INVITED = "invited", "定向邀请，不对外开放", "受邀的人"
    STAFF = "staff", "内部活动，任何页面都不出现"


class Status(Word):
    """Whether it takes place as planned (schema.org EventStatusType)."""

    SCHEDULED = "scheduled", "照常"
    POSTPONED = "postponed", "延期", "推迟"
    CANCELLED = "cancelled", "取消", "已取消"
    RESCHEDULED = "rescheduled", "改期"
    MOVED_ONLINE = "moved-online", "改为线上", "改线上"


@frozen
class Change:
    """What became of the plan: the *reason* and, if it was moved, the time it had before."""

    status: Status = Status.SCHEDULED
    reason: str = ""
    previously: tuple[Schedule, ...] = ()


@frozen
class Rain:
    """What becomes of it in rain: *when* or *where* it is then, empty where that stays as it is. It is no second time."""

    when: tuple[Schedule, ...] = ()
    where: tuple[Location, ...] = ()
    note: str = ""


@frozen
class Results:
    """What came of it, filled in after the event. *attendance* counts people."""

    summary: str = ""
    attendance: int | None = None
    photos: tuple[Photo, ...] = ()
    video: str = ""
    news: tuple[str, ...] = ()


@frozen
class Piece:
    """What an activity knows of one of its parts: *when*, to the hour where the parts of that say it, and whether it is *off*."""

    id: str
    title: str
    when: tuple[Schedule, ...]
    where: tuple[Location, ...] = ()
    off: bool = False


@frozen
class Revision:
    """Which of its versions an activity is in, for programs that hold an older one (RFC 5545 §3.8.7).

    *uids* name its `Activity.times`, each for ever, without the domain. *corrections* are what was told otherwise before, the oldest first.
    """

    sequence: int
    modified: datetime
    uids: tuple[str, ...]
    corrections: tuple[Correction, ...] = ()


@frozen
class Activity:
    """Something that happens. *base* is whose it is; *where* is where it happens: often not the same.

    *inferred* names the fields that the notice does not state and staff concluded.
    *when* are the times at which it takes place, in order: where it
    has *sessions* or *stages*, which stand in the order of time, those of the sessions, and of the stages that one can attend.
    *part_of* is the id of the activity that it belongs to, *was* the ids that it had before, the first one first.
    *files* are offered, *linked* are those to which its text leads.
    *inherited* names the fields that it has from what it belongs to; *pieces* are its own parts.
    """

    id: str
    title: str
    campaign: Campaign
    district: District
    when: tuple[Schedule, ...]
    where: tuple[Location, ...] = ()
    rain: Rain | None = None
    live: Live | None = None
    replay: str = ""
    subtitle: str = ""
    short_title: str = ""
    kind: Term | None = None
    tier: Tier = Tier.OTHER
    part_of: str = ""
    inherited: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()
    strand: Strand | None = None
    base: Base | None = None
    admits: Admits = Admits.UNKNOWN
    organisers: tuple[Part, ...] = ()
    audience: tuple[Term, ...] = ()
    topics: tuple[Term, ...] = ()
    admission: Admission = Admission()
    ages: Ages | None = None
    bring: str = ""
    arrive: str = ""
    last_entry: str = ""
    language: tuple[Language, ...] = ()
    accessible: tuple[Accessible, ...] = ()
    groups: Groups | None = None
    contacts: tuple[Contact, ...] = ()
    change: Change = Change()
    description: str = ""
    body: str = ""
    images: tuple[Image, ...] = ()
    image: Photo | None = None
    source: str = ""
    updated: date | None = None
    sequence: int = 0
    results: Results | None = None
    inferred: tuple[str, ...] = ()
    revision: Revision | None = None
    readings: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()
    linked: tuple[AttachedFile, ...] = ()
    sessions: tuple[SubEvent, ...] = ()
    stages: tuple[Stage, ...] = ()
    programme: tuple[ProgrammeRow, ...] = ()
    people: tuple[Person, ...] = ()

    @property
    def first_id(self) -> str:
        """The id that it had first: programs that hold it know it by that, for ever."""
        return self.was[0] if self.was else self.id

    @property
    def full_title(self) -> str:
        """With its subtitle."""
        return " ".join(filter(None, (self.title, self.subtitle)))

    @property
    def changed(self) -> date:
        """When its record last changed, as far as anybody has said: never the clock, so the same facts make the same bytes."""
        return self.updated or self.campaign.notice.issued or self.campaign.when.first

    @property
    def modified(self) -> datetime:
        """When what visitors see of it last changed: counted by whoever published it, else as its record says."""
        return self.revision.modified if self.revision else datetime.combine(self.changed, time.min, UTC)

    @property
    def times(self) -> tuple[Schedule, ...]:
        """Where it stands in calendars: what is off, and has no new day, on its old ones, to say what became of it."""
        return tuple(occurrence.when for occurrence in self.occurrences)

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What was told otherwise before, the latest first, of one moment in the order of a page; whoever publishes has counted it."""
        known = self.revision.corrections if self.revision else ()
        return tuple(sorted(known, key=lambda one: one.moment, reverse=True))

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Its `times`, each with the session or stage that it is; a session that is cancelled keeps its place among them."""
        if self._has_lost_its_days:
            return tuple(Occurrence(when, off=True) for when in self.change.previously)
        if self.sessions:
            return tuple(
                Occurrence(one.when, one, self.off or one.status is SessionStatus.CANCELLED)
                for one in self.sessions
            )
        if self.stages:
            return tuple(
                Occurrence(when, one, self.off) for one in self.stages if one.attend for when in one.when
            ) or tuple(Occurrence(when, off=self.off) for when in self.when)
        return tuple(Occurrence(when, off=self.off) for when in self.when)

    @property
    def told(self) -> Change:
        """What is said of the change. What was moved, and then cancelled, was to be at its last times."""
        was_moved = self.change.status is Status.CANCELLED and not self._has_lost_its_days
        return replace(self.change, previously=()) if was_moved else self.change

    @property
    def off(self) -> bool:
        """Whether nothing happens at its times."""
        match self.change.status:
            case Status.SCHEDULED:
                return False
            case Status.CANCELLED:
                return True
            case Status.POSTPONED:
                return self._has_lost_its_days or not self.change.previously
            case Status.RESCHEDULED | Status.MOVED_ONLINE:
                return self._has_lost_its_days

    @property
    def held_at(self) -> tuple[Location, ...]:
        """Where it happens now: what has moved online is no longer at the places of `where`."""
        if self.change.status is not Status.MOVED_ONLINE:
            return self.where
        return tuple(at for at in self.where if isinstance(at, Online)) or (Online(),)

    @property
    def was_at(self) -> tuple[Location, ...]:
        """Where it was to be before it moved online."""
        now = self.held_at
        return tuple(at for at in self.where if at not in now)

    @property
    def sites(self) -> tuple[Location, ...]:
        """Where one can go to it: not what is only to be seen on the internet."""
        return tuple(at for at in self.held_at if not isinstance(at, Online))

    @property
    def places(self) -> tuple[Base | Venue, ...]:
        """The bases and venues at which it, or a session or stage that takes place, happens."""
        own = places(self.held_at)
        if not (self.sessions or self.stages):
            return own
        parts = (one for one in self.occurrences if one.part and one.part.where and not one.off)
        more = {place.id: place for one in parts for place in places(self.at(one).held_at)}
        known = {place.id for place in own}
        return (*own, *(place for id, place in more.items() if id not in known))

    def at(self, occurrence: Occurrence) -> "Activity":
        """It as it is at one of its times: called, held, booked, full or called off as the session or stage then is."""
        part, session = occurrence.part, occurrence.session
        if part is None:
            return self
        conditions = merged(self.admission, session.admission) if session else self.admission
        if occurrence.full:
            conditions = fully_booked(conditions)
        change = self.change
        if session and occurrence.cancelled and not self.off:
            change = Change(Status.CANCELLED, session.reason)
        return replace(
            self,
            subtitle=" ".join(filter(None, (self.subtitle, part.said))),
            where=part.where or self.where,
            admission=conditions,
            change=change,
        )

    @property
    def wheelchair(self) -> Access:
        """Whether a wheelchair gets in: as it says itself, else as its one place does."""
        own = Access.by(self.accessible)
        if own is not Access.UNKNOWN or len(self.held_at) != 1:
            return own
        return next((place.wheelchair for place in places(self.held_at)), own)

    def is_at(self, base: Base) -> bool:
        """Whether it happens, or also happens, at *base*."""
        return any(isinstance(place, Base) and place.id == base.id for place in self.places)

    @property
    def is_wide(self) -> bool:
        """Whether it happens over an area or on tour and at no place: it is listed, and never a pin."""
        held = self.held_at
        return bool(held) and all(isinstance(place, InArea | OnTour) for place in held)

    @property
    def _has_lost_its_days(self) -> bool:
        return _falls_on_days(self.change.previously) and not _falls_on_days(self.when)


def _falls_on_days(times: tuple[Schedule, ...]) -> bool:
    return any(isinstance(one, Dated) for one in times)


def places(where: tuple[Location, ...]) -> tuple[Base | Venue, ...]:
    """The bases and venues among *where*."""
    return tuple(
        at.base if isinstance(at, AtBase) else at.venue for at in where if isinstance(at, AtBase | AtVenue)
    )
