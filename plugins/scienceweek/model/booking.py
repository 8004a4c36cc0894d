"""How one books, and whether one can book now: the one place that knows.

Pages, cards and formats ask here; the browser answers from the same values. All days and hours are those of Asia/Shanghai.
"""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from scienceweek.frozen import frozen
from scienceweek.model.contact import Contact
from scienceweek.model.word import Word


class Booking(Word):
    """Whether one must book."""

    UNKNOWN = "unknown", "通知未写明", "未知", "不知道"
    NONE = "none", "不用预约"
    REQUIRED = "required", "需要预约"


class WayKind(StrEnum):
    """By what one books."""

    URL = "url"
    ACCOUNT = "account"
    """公众号"""
    MINI_PROGRAM = "mini-program"
    PHONE = "phone"
    DESK = "desk"


@frozen
class Way:
    """One way to book: *name* is the address on the net, the name of the account, or where the desk is.

    By telephone the numbers are those of *contact*, which is public; *hours*, in words, are when somebody answers.
    """

    kind: WayKind
    name: str = ""
    contact: Contact | None = None
    hours: str = ""


@frozen
class Capacity:
    """How many get in, in *words*; *number* if they are people, each for himself: 30个家庭 are not 30 people."""

    words: str = ""
    number: int | None = None


@frozen
class Limit:
    """The day, and perhaps the hour *at*, from which or until which one may book; without it the whole day counts."""

    day: date
    at: time | None = None

    @property
    def begins(self) -> datetime:
        return datetime.combine(self.day, self.at or time.min)

    @property
    def ends(self) -> datetime:
        """The first moment that is too late."""
        if self.at is None:
            return datetime.combine(self.day, time.min) + timedelta(days=1)
        return datetime.combine(self.day, self.at)

    @property
    def iso(self) -> str:
        """``2025-09-24`` or ``2025-09-24T16:00``."""
        return self.day.isoformat() if self.at is None else f"{self.day}T{self.at:%H:%M}"


@frozen
class BookingPlan:
    """How one books: by *ways*, the first of them first, and from when until when.

    *full* is said by hand. *lottery* says how lots are drawn; it is None where whoever comes first is served.
    """

    ways: tuple[Way, ...] = ()
    opens: Limit | None = None
    until: Limit | None = None
    capacity: Capacity = Capacity()
    full: bool = False
    lottery: str | None = None
    note: str = ""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Whom one calls to book."""
        return tuple(way.contact for way in self.ways if way.contact)

    @property
    def url(self) -> str:
        """The address on the net at which one books, "" where there is none."""
        return next((way.name for way in self.ways if way.kind is WayKind.URL), "")


class BookingState(StrEnum):
    """Whether one can book at a moment."""

    UNKNOWN = "unknown"
    NONE = "none"
    """One need not."""
    NOT_YET = "not-yet"
    OPEN = "open"
    LAST_DAY = "last-day"
    """It is open, and closes today."""
    CLOSED = "closed"
    FULL = "full"
    ENDED = "ended"
    """All that one could book for is over."""
    OFF = "off"
    """It does not take place."""

    @property
    def can_book(self) -> bool:
        return self in {BookingState.OPEN, BookingState.LAST_DAY}


@frozen
class Availability:
    """All that the answer to “can I book now” hangs on. From *ends* on there is nothing to book for; None: nobody knows."""

    needed: Booking = Booking.UNKNOWN
    opens: Limit | None = None
    until: Limit | None = None
    full: bool = False
    off: bool = False
    ends: datetime | None = None

    def at(self, now: datetime) -> BookingState:
        """The state at *now*, which is without a time zone."""
        if self.off:
            return BookingState.OFF
        if self.ends and now >= self.ends:
            return BookingState.ENDED
        match self.needed:
            case Booking.UNKNOWN:
                return BookingState.UNKNOWN
            case Booking.NONE:
                return BookingState.NONE
            case Booking.REQUIRED:
                return self._needed_at(now)

    def _needed_at(self, now: datetime) -> BookingState:
        if self.full:
            return BookingState.FULL
        if self.opens and now < self.opens.begins:
            return BookingState.NOT_YET
        if self.until is None or (now < self.until.ends and now.date() < self.until.day):
            return BookingState.OPEN
        return BookingState.LAST_DAY if now < self.until.ends else BookingState.CLOSED
