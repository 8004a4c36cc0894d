"""When something happens, as precisely as anyone knows (EDTF, ISO 8601-2; RFC 5545).

A programme is announced long before its days are fixed, so *when* is one of
nine shapes and not a pair of datetimes. All days and times are those of
Asia/Shanghai, which has no daylight saving.

A *note* is what the notice says in brackets beside a time (雨天顺延至5月27日, 3号厅). It is shown wherever
the time is, and says nothing of the days: a time within it is no time of the schedule.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Self


class DayPart(StrEnum):
    """A part of a day, in the word of the notice; *since* when it may be is for order only, no hour is known."""

    since: time

    def __new__(cls, word: str, since: int = 0) -> Self:
        member = str.__new__(cls, word)
        member._value_ = word
        member.since = time(since)
        return member

    WHOLE = "全天", 0
    DAWN = "凌晨", 0
    SUNRISE = "清晨", 4
    EARLY = "早上", 5
    MORNING = "上午", 6
    DAYTIME = "白天", 7
    NOON = "中午", 11
    PAST_NOON = "午后", 12
    AFTERNOON = "下午", 12
    DUSK = "傍晚", 16
    EVENING = "晚上", 17
    NIGHT = "夜间", 18


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """A day with a start and perhaps an end time: ``2024-05-25 09:30/11:00``.

    An end that is not after the start is on the next day (``22:00/次日02:00``; 24:00 is the next day's 0:00):
    a night belongs to the day on which it begins.
    """

    day: date
    start: time
    end: time | None = None
    note: str = ""

    @property
    def first(self) -> date:
        return self.day

    @property
    def last(self) -> date:
        return self.day


@dataclass(frozen=True, slots=True, order=True)
class PartDay:
    """A day of which the part is known and the hour is not: ``5月20日上午``."""

    day: date
    part: DayPart
    note: str = ""

    @property
    def first(self) -> date:
        return self.day

    @property
    def last(self) -> date:
        return self.day


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """Whole days, both ends included: ``2024-05-25/2024-06-01``; one day has equal ends.

    A *note* has only what is a schedule, no span.
    """

    first: date
    last: date
    note: str = ""

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __iter__(self) -> Iterator[date]:
        for number in range(len(self)):
            yield self.first + timedelta(days=number)

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def shared(self, other: "Days") -> "Days | None":
        """The days that are in both."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Days(first, last) if first <= last else None


@dataclass(frozen=True, slots=True, order=True)
class OpenDays:
    """Days of which one end is known and nobody knows the other: ``2024-05-20/..`` or ``../2024-05-31`` (EDTF).

    Where it *begins* on *day* its last is not known, else its first. It falls on the day that is known and on no other.
    """

    day: date
    begins: bool
    note: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year: ``2024-05``."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @property
    def days(self) -> Days:
        last = monthrange(self.year, self.month)[1]
        return Days(date(self.year, self.month, 1), date(self.year, self.month, last))

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True, slots=True, order=True)
class Months:
    """Some day or days between two months, not fixed: ``2021-04/2021-05``.

    It falls on no day: a day that nobody knows must not look like one that is known. *words* are those of the notice,
    where they say more than the months: 5月中旬, 5月20日前后.
    """

    first: Month
    last: Month
    words: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, order=True)
class DuringCampaign:
    """Inside the window of its campaign; the day is not stated: ``活动期间``."""

    window: Days
    note: str = ""


@dataclass(frozen=True, slots=True, order=True)
class YearRound:
    """All through a year: ``2022``, ``贯穿全年``; *words* are those of the notice if they are others: 长期."""

    year: int
    words: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Recurring:
    """Every so often inside a span: an RRULE (RFC 5545 §3.3.10) without UNTIL or COUNT.

    *rule* is one that ``recurrence`` can parse; *exceptions* are days on which it does not happen (EXDATE).
    Hours are like those of a ``Session``; where none is known, perhaps the *part* of the day is. Raises ValueError for both.
    """

    span: Days
    rule: str
    start: time | None = None
    end: time | None = None
    exceptions: tuple[date, ...] = ()
    part: DayPart | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.part is not None and self.start is not None:
            raise ValueError("a part of the day beside its hour")


@dataclass(frozen=True, slots=True, order=True)
class Unfixed:
    """Not fixed, in the words of the notice: ``时间未定``, ``时间根据集镇实际安排``."""

    words: str


Dated = Session | PartDay | Days | OpenDays | Recurring
"""The shapes that fall on days: only these stand in the grid and leave as VEVENTs."""

Dayless = Months | DuringCampaign | YearRound | Unfixed
"""The shapes whose day nobody knows."""

Stated = Dated | Months | DuringCampaign | YearRound
"""The shapes that say something of when, and so may have a note."""

Schedule = Dated | Dayless
"""When, in one of nine shapes; ``match`` on it, so that mypy finds a missing one."""
