"""Campaigns (科技活动周, 全国科普日, 全国科普月; schema.org EventSeries) and their notices."""

from dataclasses import dataclass
from datetime import date

from scienceweek.model.contact import Contact
from scienceweek.model.district import District
from scienceweek.model.image import Image
from scienceweek.model.organisation import Part
from scienceweek.model.schedule import Days
from scienceweek.model.word import Word


class Series(Word):
    """The yearly row that a campaign belongs to."""

    WEEK = "science-week", "科技活动周"
    DAY = "science-day", "全国科普日"
    MONTH = "science-month", "全国科普月"
    OTHER = "other", "科普活动", "其他"


class Disclosure(Word):
    """Whether the notice was issued for the public."""

    UNKNOWN = "unknown", "通知未写明", "未写明"
    PUBLIC = "public", "主动公开", "此件公开发布"
    ON_REQUEST = "on-request", "依申请公开"


@dataclass(frozen=True, slots=True)
class Notice:
    """The official text behind a campaign; an empty field is missing in the source (原文缺).

    *text* is Markdown with an anchor for each place that a record points at.
    """

    title: str = ""
    number: str = ""
    issuer: str = ""
    issued: date | None = None
    printed: date | None = None
    disclosure: Disclosure = Disclosure.UNKNOWN
    implements: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    text: str = ""
    images: tuple[Image, ...] = ()


@dataclass(frozen=True, slots=True)
class Strand:
    """A theme of the programme (内容板块)."""

    id: str
    title: str
    text: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """By which day *what* must be with *to*."""

    when: date
    what: str
    to: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Registration:
    """When and where organisers must register their activities."""

    when: Days | None = None
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quota:
    """How many activities each *unit* must register."""

    unit: str
    at_least: int


@dataclass(frozen=True, slots=True)
class Form:
    """A form that units must file: its title and the headings of its fields."""

    id: str
    title: str
    fields: tuple[str, ...]
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Campaign:
    """A programme with a window. The window is a highlight, not a filter: activities may lie outside.

    *also* says what runs beside the window (主题宣传活动贯穿全年). *contacts* are liaison persons. *was* are the ids that it
    had before, the first one first, as wherever there is one.
    """

    id: str
    name: str
    series: Series
    district: District
    when: Days
    theme: str = ""
    theme_text: str = ""
    summary: str = ""
    also: str = ""
    parent: "Campaign | None" = None
    organisers: tuple[Part, ...] = ()
    strands: tuple[Strand, ...] = ()
    notice: Notice = Notice()
    deadlines: tuple[Deadline, ...] = ()
    registration: Registration | None = None
    quotas: tuple[Quota, ...] = ()
    forms: tuple[Form, ...] = ()
    contacts: tuple[Contact, ...] = ()
    updated: date | None = None
    readings: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
