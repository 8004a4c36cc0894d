"""Campaigns (科技活动周, 全国科普日, 全国科普月; schema.org EventSeries) and their notices."""

from datetime import date

from scienceweek.frozen import frozen
from scienceweek.model.attachment import AttachedFile, Attachment
from scienceweek.model.contact import Contact
from scienceweek.model.district import District
from scienceweek.model.image import Image, Photo
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


class NoticeKind(Word):
    """What a document of a campaign is; *short* is what stands beside its title in a list."""

    NOTICE = "notice", "通知"
    SUPPLEMENT = "supplement", "补充通知", "补充"
    CORRECTION = "correction", "更正", "更正通知", "更正公告", "更正说明"
    POSTPONEMENT = "postponement", "延期通知", "延期", "延期公告"
    CANCELLATION = "cancellation", "取消通知", "取消", "取消公告"
    RESULTS = "results", "结果公布", "结果", "获奖名单", "获奖名单公示", "评选结果"
    OTHER = "other", "其他文件", "其他", "附件"

    @property
    def short(self) -> str:
        return self.said[:2]


@frozen
class Notice:
    """An official text behind a campaign; an empty field is missing in the source (原文缺).

    *text* is Markdown with an anchor for each place that a record points at. *id* is unique in the campaign, and empty for
    its notice itself. *files* are offered beside it, *linked* are those to which its text leads.
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
    id: str = ""
    kind: NoticeKind = NoticeKind.NOTICE
    files: tuple[Attachment, ...] = ()
    linked: tuple[AttachedFile, ...] = ()


@frozen
class Strand:
    """A theme of the programme (内容板块)."""

    id: str
    title: str
    text: str = ""
    source: str = ""


@frozen
class Deadline:
    """By which day *what* must be with *to*; *by* are those who must send it."""

    when: date
    what: str
    to: str = ""
    source: str = ""
    by: str = ""


@frozen
class Registration:
    """When and where organisers must register their activities."""

    when: Days | None = None
    url: str = ""
    note: str = ""


@frozen
class Quota:
    """How many activities each *unit* must register; *note* is what the notice adds (原则上，有效填报)."""

    unit: str
    at_least: int
    note: str = ""


@frozen
class Commendation:
    """Who is praised for what afterwards: in the notice's words, with the *indicators* by which they are judged."""

    text: str
    indicators: tuple[str, ...] = ()
    source: str = ""


@frozen
class Branding:
    """What those who hold activities show: *marks* to use, and the *label* to write."""

    marks: tuple[str, ...] = ()
    label: str = ""
    source: str = ""


@frozen
class Form:
    """A form that units must file: its title and the headings of its fields."""

    id: str
    title: str
    fields: tuple[str, ...]
    note: str = ""
    source: str = ""


@frozen
class Campaign:
    """A programme with a window. The window is a highlight, not a filter: activities may lie outside.

    *further* are the documents that were issued beside its *notice*. *called* is its name in the notice, if that is another. *also* says what runs beside the window (主题宣传活动贯穿全年). *contacts* are liaison persons. *was* are the ids that it
    had before, the first one first, as wherever there is one.
    """

    id: str
    name: str
    series: Series
    district: District
    when: Days
    theme: str = ""
    theme_text: str = ""
    called: str = ""
    summary: str = ""
    also: str = ""
    parent: "Campaign | None" = None
    organisers: tuple[Part, ...] = ()
    strands: tuple[Strand, ...] = ()
    notice: Notice = Notice()
    further: tuple[Notice, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    registration: Registration | None = None
    quotas: tuple[Quota, ...] = ()
    commendation: Commendation | None = None
    branding: Branding | None = None
    forms: tuple[Form, ...] = ()
    contacts: tuple[Contact, ...] = ()
    updated: date | None = None
    readings: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()
    image: Photo | None = None

    @property
    def notices(self) -> tuple[Notice, ...]:
        """All its documents: its notice, unless nothing is known of that, and the further ones as they are written."""
        return (self.notice, *self.further) if self.notice != Notice() else self.further

    def cited(self, source: str) -> Notice:
        """The document that *source* names: ``correction#s1`` a place in a further one, ``s1`` one in its notice."""
        id = source.rpartition("#")[0]
        return next((one for one in self.further if one.id == id), self.notice)
