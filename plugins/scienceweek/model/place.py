"""Where things happen: science bases, venues, and every other way to say where."""

from collections.abc import Iterable
from datetime import date

from scienceweek.frozen import frozen
from scienceweek.model.attachment import AttachedFile, Attachment
from scienceweek.model.booking import Booking, BookingPlan
from scienceweek.model.campaign import Campaign
from scienceweek.model.coming import Accessible, Ages, Groups, Language
from scienceweek.model.contact import Contact
from scienceweek.model.district import District
from scienceweek.model.holidays import Holidays
from scienceweek.model.hours import Closure, Hours
from scienceweek.model.image import Image, Photo
from scienceweek.model.point import Point
from scienceweek.model.schedule import Schedule
from scienceweek.model.term import Term
from scienceweek.model.word import Word


class Fee(Word):
    """What it costs to get in."""

    UNKNOWN = "unknown", "通知未写明", "未知", "不知道"
    FREE = "free", "免费"
    REDUCED = "reduced", "优惠"
    PAID = "paid", "收费"


@frozen
class Price:
    """What somebody pays: *yuan* as a decimal number (``30``, ``0``, ``12.5``), *per* what (家庭) if not a head."""

    who: str
    yuan: str
    per: str = ""
    note: str = ""

    @property
    def is_free(self) -> bool:
        return not float(self.yuan)


@frozen
class Admission:
    """On what conditions one gets in; what the notice does not say is unknown. How one books is the *plan*."""

    fee: Fee = Fee.UNKNOWN
    booking: Booking = Booking.UNKNOWN
    note: str = ""
    plan: BookingPlan = BookingPlan()
    prices: tuple[Price, ...] = ()

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Whom one calls to book."""
        return self.plan.contacts


@frozen
class Opening:
    """A period in which a base is open to visitors. It belongs to the base and is no activity."""

    id: str
    campaign: Campaign
    when: tuple[Schedule, ...]
    admission: Admission = Admission()
    note: str = ""
    source: str = ""


class Access(Word):
    """Whether a wheelchair gets in."""

    UNKNOWN = "unknown", "通知未写明", "不知道", "未知"
    FULL = "full", "轮椅可以进出"
    PARTIAL = "partial", "轮椅可以进出一部分", "部分可以"
    NONE = "none", "轮椅进不去", "不能进出"

    @classmethod
    def by(cls, facilities: Iterable[Accessible]) -> "Access":
        """What *facilities* say of wheelchairs."""
        return next((_WHEELCHAIR[one] for one in facilities if one in _WHEELCHAIR), cls.UNKNOWN)


_WHEELCHAIR = {
    Accessible.WHEELCHAIR: Access.FULL,
    Accessible.WHEELCHAIR_PARTIAL: Access.PARTIAL,
    Accessible.WHEELCHAIR_NONE: Access.NONE,
}


@frozen
class Recognition:
    """A plaque: at which level (市级) and in which year a base was recognised."""

    level: str
    year: int | None = None


@frozen
class Base:
    """A science base (科普基地; schema.org Place) or another open resource. *access* is the way there, line by line."""

    id: str
    name: str
    district: District
    type: Term | None = None
    short_name: str = ""
    address: str = ""
    town: str = ""
    point: Point | None = None
    contacts: tuple[Contact, ...] = ()
    openings: tuple[Opening, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    wheelchair: Access = Access.UNKNOWN
    access: tuple[str, ...] = ()
    admission: Admission = Admission()
    ages: Ages | None = None
    bring: str = ""
    language: tuple[Language, ...] = ()
    accessible: tuple[Accessible, ...] = ()
    groups: Groups | None = None
    url: str = ""
    description: str = ""
    body: str = ""
    images: tuple[Image, ...] = ()
    campaign: Campaign | None = None
    source: str = ""
    verified: date | None = None
    updated: date | None = None
    readings: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()
    linked: tuple[AttachedFile, ...] = ()
    hours: tuple[Hours, ...] = ()
    closures: tuple[Closure, ...] = ()
    holidays: Holidays = Holidays()
    image: Photo | None = None

    @property
    def desk(self) -> tuple[Contact, ...]:
        """Whom one calls: its contacts; where none of these may be known, also those with whom one books."""
        if any(one.open for one in self.contacts):
            return self.contacts
        booked = (one.contacts for one in (self.admission, *(each.admission for each in self.openings)))
        return (*self.contacts, *dict.fromkeys(contact for some in booked for contact in some))

    @property
    def first_id(self) -> str:
        """The id by which calendars know it for ever."""
        return self.was[0] if self.was else self.id

    def openings_in(self, campaign: Campaign) -> tuple[Opening, ...]:
        """Its opening periods in *campaign*."""
        return tuple(one for one in self.openings if one.campaign.id == campaign.id)


@frozen
class Venue:
    """A place that is no base but holds activities of several organisers. *access* is the way there, line by line."""

    id: str
    name: str
    district: District
    aliases: tuple[str, ...] = ()
    address: str = ""
    town: str = ""
    point: Point | None = None
    contacts: tuple[Contact, ...] = ()
    access: tuple[str, ...] = ()
    accessible: tuple[Accessible, ...] = ()
    groups: Groups | None = None
    note: str = ""
    readings: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    hours: tuple[Hours, ...] = ()
    closures: tuple[Closure, ...] = ()
    holidays: Holidays = Holidays()
    image: Photo | None = None

    @property
    def wheelchair(self) -> Access:
        return Access.by(self.accessible)


@frozen
class AtBase:
    """At a science base: in which *room*, and where one is to *meet*."""

    base: Base
    room: str = ""
    meet: str = ""


@frozen
class AtVenue:
    """At a venue with a page of its own; *as_written* is what the notice calls it, if otherwise."""

    venue: Venue
    as_written: str = ""
    room: str = ""
    meet: str = ""


@frozen
class AtPlace:
    """At a place that is only named, such as a school. *access* is the way there, line by line."""

    name: str
    address: str = ""
    room: str = ""
    meet: str = ""
    access: tuple[str, ...] = ()


@frozen
class InArea:
    """Over an area: a whole district, every town, or *towns* by name. Never a pin.

    *words* are the notice's (全区范围, 各街镇, 全区乡村).
    """

    words: str
    towns: tuple[str, ...] = ()
    meet: str = ""


@frozen
class OnTour:
    """On wheels: *words* say where it goes."""

    words: str
    meet: str = ""


@frozen
class Online:
    """On the internet; *url* is empty where the notice gives none, *platform* is where, and *account* whose channel there."""

    url: str = ""
    platform: str = ""
    account: str = ""


Location = AtBase | AtVenue | AtPlace | InArea | OnTour | Online
"""Where, in one of six shapes."""


@frozen
class Live:
    """What can be seen of it from afar while it goes on, beside the place where it is: by *url*, or on an *account*."""

    url: str = ""
    platform: str = ""
    account: str = ""
    note: str = ""
