"""Pages as full as they can be: each face of the front and of the calendar, and what only some records have."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from stage import drawn

from samples import (
    activity,
    alert,
    base,
    campaign,
    catalogue,
    contact,
    district,
    may,
    opening,
    organisation,
    part,
    session,
    sessions,
    venue,
)
from scienceweek import links
from scienceweek.formats import qr
from scienceweek.links import Site
from scienceweek.model.activity import Change, Results, Status
from scienceweek.model.attachment import AttachedFile, Attachment
from scienceweek.model.booking import Booking, BookingPlan, Capacity, Limit, Way, WayKind
from scienceweek.model.campaign import Notice, NoticeKind
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.image import Image, Photo
from scienceweek.model.organisation import Role
from scienceweek.model.place import Admission, Fee
from scienceweek.model.point import Point
from scienceweek.model.schedule import DuringCampaign, Month, Months, Unfixed, YearRound
from scienceweek.model.session import Person, ProgrammeRow, SessionStatus, SubEvent
from scienceweek.model.term import Term, Terms
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.calendars.day_picture import pictured
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.arrangements import arrangements_page
from scienceweek.views.pages.article import article_page
from scienceweek.views.pages.bases import bases_page
from scienceweek.views.pages.board import board_page
from scienceweek.views.pages.booklet import booklet_page
from scienceweek.views.pages.calendar import calendar_page
from scienceweek.views.pages.campaigns import campaigns_page
from scienceweek.views.pages.day import day_page
from scienceweek.views.pages.district import district_page
from scienceweek.views.pages.embed import embed_page
from scienceweek.views.pages.embed_bases import embed_bases_page
from scienceweek.views.pages.home import front_days, home_page
from scienceweek.views.pages.month import month_page
from scienceweek.views.pages.notice import notice_page
from scienceweek.views.pages.organisation import organisation_page
from scienceweek.views.pages.screen import screen_page
from scienceweek.views.pages.send import send_page
from scienceweek.views.pages.topic import tally, topic_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.paper_rows import PaperProgramme, paper_days
from scienceweek.views.parts.sent_programme import sent_programme

TODAY, NOVEMBER = date(2024, 5, 25), date(2026, 11, 27)
WEATHER = Term("weather", "气象")
FORM = Attachment("报名表", AttachedFile("form.docx", "0", 36_000, "Word"), "6月10日前报")
PICTURE = Photo(
    "hall.jpg",
    "展厅里的地震体验屋",
    consent=True,
    image=Image("hall.jpg", "ab", 1600, 900),
    credit="科协供图",
)
CORRECTION = Notice("关于电话的更正", issued=date(2024, 5, 20), id="correction", kind=NoticeKind.CORRECTION)
WEEK = campaign(
    notice=Notice("实施方案", issued=date(2024, 5, 17), files=(FORM,)), further=(CORRECTION,), image=PICTURE
)
MUSEUM = base(
    contacts=(contact("023-60000001"),),
    openings=(opening(admission=Admission(fee=Fee.FREE)),),
    files=(FORM,),
    image=PICTURE,
)
AT = Point(106.5, 29.6, "", 300)
DOORS = (
    base(id="farm", name="草莓采摘园", contacts=(contact("17700009721"),)),
    base(id="lab", name="一座没有电话、名字又很长的地震监测与防震减灾科普教育基地"),
    base(id="mail", name="种子馆", contacts=(contact(phones=(), email="a@example.cn"),), point=AT),
)
BUREAU = organisation()
BOOKED = Admission(
    Fee.FREE,
    Booking.REQUIRED,
    plan=BookingPlan((Way(WayKind.URL, "https://a.cn/b"),), until=Limit(may(26).first)),
)
_RESULTS = Results("办得好。", 300, (PICTURE,), "https://a.cn/v", ("https://a.cn/n",))
FULLEST = sessions(
    SubEvent(session(25, "09:00", "10:00"), whom="散客"),
    SubEvent(
        session(25, "14:00", "15:00"), whom="亲子场", status=SessionStatus.FULL, capacity=Capacity("60", 60)
    ),
    SubEvent(session(27), whom="团体", admission=BOOKED),
    SubEvent(session(29), whom="学校", status=SessionStatus.CANCELLED, reason="停电"),
    id="fullest",
    campaign=WEEK,
    where=MUSEUM,
    base=MUSEUM,
    topics=(WEATHER,),
    image=PICTURE,
    files=(FORM,),
    programme=(ProgrammeRow("9:00—9:30", "看影片", "三楼", "林未央"),),
    people=(Person("林未央", "主讲人", "天文馆"),),
)


@dataclass(frozen=True, slots=True)
class Face:
    """A page at *path*: the *view* that *template* draws on the day *today*."""

    template: str
    view: object
    path: str
    today: date = TODAY


def draw(face: Face, folder: Path, site: Site) -> str:
    """The address of *face* in *folder*."""
    return drawn(folder, face.template, face.view, replace(site, today=face.today), face.path)


def faces() -> dict[str, Face]:
    """All of them by name."""
    return dict(_faces())


def _week() -> Iterator[object]:
    given = {"campaign": WEEK, "topics": (WEATHER,)}
    yield FULLEST
    yield activity(id="fish", when=may(25, 27), where=venue(), base=MUSEUM, **given)
    yield activity(
        id="over", when=may(20), results=_RESULTS, organisers=(part(Role.RESPONSIBLE, BUREAU),), **given
    )
    yield activity(id="off", title="天文观测", change=Change(Status.CANCELLED, "下雨"), **given)
    yield activity(id="moved", when=may(28), change=Change(Status.RESCHEDULED, "", (may(25),)), **given)
    yield activity(id="during", when=DuringCampaign(WEEK.when), **given)
    yield activity(id="month", when=Months(Month(2024, 5), Month(2024, 6)), **given)
    yield activity(id="year", when=YearRound(2024), **given)
    yield activity(id="unfixed", when=Unfixed("时间未定"), **given)
    yield from (activity(id=f"early{day}", when=may(day), **given) for day in (21, 22, 26))


def _city() -> Iterator[object]:
    """Ten districts that have a week at once, one of them with more on a day than a cell of a month holds."""
    for number, short in enumerate(
        ["安澜", "白鹭", "北浦", "碧溪", "沧浪", "程溪", "澄江", "赤岩", "丹霞", "东屏"]
    ):
        here = district(id=f"d{number}", name=f"{short}区", short=short, code=f"5001{number:02}")
        week = campaign(id=f"week{number}", name=f"2024年{here.name}科技活动周", district=here)
        for place in range(14 if number == 0 else 2):
            yield activity(
                id=f"{here.id}-{place}",
                campaign=week,
                district=here,
                topics=(WEATHER,),
                when=session(25 + place % 2, f"{8 + place % 10:02}:00", f"{9 + place % 10:02}:30"),
                where=venue(id=f"hall{number}", district=here),
            )


def _front(name: str, known: Catalogue, today: date) -> tuple[str, Face]:
    held, privacy = agenda(known), Privacy(today)
    days = replace(front_days(known, held, privacy), pictures=pictured(held, today, today.year))
    return f"home-{name}", Face("home.html", home_page(known, today, privacy, days), f"{name}.html", today)


def _faces() -> Iterator[tuple[str, Face]]:
    terms = Terms(topics=(WEATHER,))
    week, city = catalogue(*_week(), BUREAU, terms=terms), catalogue(*_city(), terms=terms)
    for name, known, today in (
        ("running", week, TODAY),
        ("before", week, date(2024, 5, 17)),
        ("off", week, NOVEMBER),
        ("city", city, TODAY),
    ):
        yield _front(name, known, today)
    privacy = Privacy(TODAY)
    held, crowd = agenda(week), agenda(city)
    may_2024 = Month(2024, 5)
    yield "calendar", Face("calendar.html", calendar_page(held, NOVEMBER), links.CALENDAR, NOVEMBER)
    yield "month", Face("month.html", month_page(may_2024, held, privacy), links.month(may_2024))
    yield "crowded-month", Face("month.html", month_page(may_2024, crowd, privacy), "calendar/city.html")
    yield "cancelled-day", Face("day.html", day_page(TODAY, held, privacy), links.day(TODAY))
    yield "crowded-day", Face("day.html", day_page(TODAY, crowd, privacy), "calendar/city-day.html")
    for one in week.activities:
        if one.id in {"fullest", "over", "off", "moved", "unfixed"}:
            yield one.id, Face("activity.html", activity_page(one, week, privacy), links.activity(one))
    yield "notice", Face("notice.html", notice_page(WEEK, week, privacy), "notices/week.html")
    yield (
        "topic",
        Face(
            "topic.html",
            topic_page(WEATHER, week.of_topic[WEATHER.id], tally(week), privacy),
            links.topic(WEATHER),
        ),
    )
    office = organisation_page(BUREAU, week, "districts/yubei.html", privacy)
    yield "organisation", Face("organisation.html", office, links.organisation(BUREAU))
    yield "phone-book", Face("bases.html", bases_page(week, privacy), links.BASES)
    more = catalogue(*_week(), *DOORS, alert(text="大风预警", scope=WEEK.district), terms=terms)
    yield from _embeds("", more, privacy)
    yield from _embeds("-bare", catalogue(WEEK.district), privacy)
    yield from _handouts(more, privacy)
    yield from _forms(more, privacy)
    yield "campaigns", Face("campaigns.html", campaigns_page(city), links.CAMPAIGNS)


def _embeds(name: str, known: Catalogue, privacy: Privacy) -> Iterator[tuple[str, Face]]:
    """What of the district of *known* others show in a frame."""
    here = WEEK.district
    front = district_page(here, known, privacy)
    alerts, rows = front.head.alerts, (*front.bases, *front.more_bases)
    days = embed_page(here, front.lead, front.programme, front.area, alerts, undated=bool(front.groups))
    yield f"embed{name}", Face("embed.html", days, f"embed/days{name}.html")
    book = LeafLink("全部基地的名单", links.BASES, 99) if rows else None
    bases = embed_bases_page(here, rows, book, alerts)
    yield f"embed-bases{name}", Face("embed_bases.html", bases, f"embed/bases{name}.html")


def _handouts(known: Catalogue, privacy: Privacy) -> Iterator[tuple[str, Face]]:
    """What of the programme in *known* is printed, sent or pasted."""
    here = WEEK.district, WEEK
    table = arrangements_page(*here, known, privacy, (WEEK,))
    yield "arrangements", Face("arrangements.html", table, links.arrangements(*here))
    programme = sent_programme(*here, known, privacy)
    yield "send", Face("send.html", send_page(*here, known, programme), links.send(*here))
    yield "article", Face("article.html", article_page(*here, known, programme), links.article(*here))


def _forms(known: Catalogue, privacy: Privacy) -> Iterator[tuple[str, Face]]:
    """What is for paper and for a hall, with codes."""
    held, days = known.of_campaign[WEEK.id], (date(2024, 5, day) for day in (21, 25, 26))
    told = PaperProgramme(("活动周",), held, paper_days(days, held, privacy))
    views = {
        "booklet": booklet_page(WEEK, known, privacy),
        "board": board_page(WEEK.district, told),
        "screen": screen_page(WEEK.district, told, known, privacy),
    }
    for name, view in views.items():
        codes = tuple((path, qr.code(f"https://kepu.example/{path}")) for path in view.coded)
        yield name, Face(f"{name}.html", replace(view, codes=codes), view.head.path)
