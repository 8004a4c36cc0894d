"""The home page. It has four faces: the site's day, the day of one campaign, the days until the next, and the time between."""

from dataclasses import replace
from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.place import Base
from scienceweek.model.schedule import Days, Month
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.calendars.agenda import Agenda
from scienceweek.views.calendars.around_today import DatedLine, later, this_day
from scienceweek.views.calendars.site_days import DayTickets, SiteDays, day_tickets, site_days
from scienceweek.views.maps.sketch import MOST, Sketch, sketch
from scienceweek.views.parts import alert_bars
from scienceweek.views.parts.alert_bars import AlertBar
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.parts.countdown import Countdown, countdown, together_name
from scienceweek.views.parts.day_panels import Panel, panels
from scienceweek.views.parts.hero import Hero, hero, leading
from scienceweek.views.parts.lines import ActivityLine, line
from scienceweek.views.parts.open_bases import OpenBases, open_bases
from scienceweek.views.parts.page_head import Head
from scienceweek.views.parts.regions import Region, regions
from scienceweek.views.parts.season import Campaigns, Face, campaigns, season
from scienceweek.views.parts.ticket_groups import TicketGroup, undated
from scienceweek.views.words import dates
from scienceweek.views.words.precisions import Precision, grouped

_BASES = 8
_FIRST = 8
"""Tickets of the first day."""


@frozen
class WayIn:
    """A way into the site; *symbol* is its icon."""

    symbol: str
    word: str
    note: str
    path: str


@frozen
class BaseKind:
    """A kind of base with its seal, and how many there are."""

    seal: str
    name: str
    number: int
    some: str
    path: str


@frozen
class HomeBase:
    """A base in the phone book of the home page."""

    name: tuple[str, ...]
    path: str
    seal: str
    kind: str
    calls: tuple[Call, ...]
    alerts: tuple[AlertBar, ...] = ()


@frozen
class Front:
    """A district, or the unit above several: its *seal*, its page, and what it has."""

    seal: str
    name: str
    path: str
    note: str


@frozen
class FrontDays:
    """What the calendar gives the front page: *site* where several campaigns run, *first* before they do, the rest between them.

    *pictures* are those of days to come (ISO 8601), each with its address.
    """

    site: SiteDays | None = None
    first: DayTickets | None = None
    later: tuple[DatedLine, ...] = ()
    earlier: tuple[DatedLine, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()


_NO_DAYS = FrontDays()


@frozen
class HomeView:
    """The home page with the face of a *season*. *hero* is the campaign that leads, if there is one.

    *panels* are the days still to come, one of them open; *whole* and *groups* lie on no day.
    """

    head: Head
    season: str
    hero: Hero | None
    days: FrontDays
    countdown: Countdown | None
    doors: OpenBases | None
    panels: tuple[Panel, ...]
    whole: tuple[ActivityLine, ...]
    groups: tuple[TicketGroup, ...]
    ways: tuple[WayIn, ...]
    kinds: tuple[BaseKind, ...]
    bases: tuple[HomeBase, ...]
    bases_of: str
    number_of_bases: int
    fronts: tuple[Front, ...]
    campaigns: Campaigns
    span: str
    sketch: Sketch | None


def front_days(catalogue: Catalogue, agenda: Agenda, privacy: Privacy) -> FrontDays:
    """What the calendar gives the front page on the day of *privacy*."""
    today = privacy.today
    match season(catalogue, today):
        case Face.CITY:
            return FrontDays(site_days(catalogue.districts_with_records.values(), agenda, privacy))
        case Face.BEFORE:
            lead = leading(catalogue, today)
            begins = lead.when.first if lead else today
            known = (day for day in agenda.days if day >= begins and agenda.events_on[day])
            return FrontDays(first=day_tickets(next(known, begins), agenda, privacy, _FIRST))
        case Face.OFF:
            return FrontDays(later=later(agenda, today), earlier=this_day(agenda, today))
        case Face.RUNNING:
            return FrontDays()


def home_page(catalogue: Catalogue, today: date, privacy: Privacy, days: FrontDays = _NO_DAYS) -> HomeView:
    """The home page on the day *today*, with what *days* the calendar has."""
    face, lead = season(catalogue, today), leading(catalogue, today)
    is_led = face in (Face.RUNNING, Face.BEFORE)
    made = hero(lead, catalogue, today) if lead else None
    together = _together(catalogue, face, lead, today)
    alone = is_led and len(together) == 1
    activities = catalogue.of_campaign[lead.id] if lead and alone else ()
    near = () if face is Face.CITY else _near(lead if is_led else None, catalogue)
    return HomeView(
        head=replace(
            _head(face, together, made if alone else None),
            alerts=alert_bars.of_campaign(lead, catalogue.alerts_of) if lead and alone else (),
        ),
        season=face.value,
        hero=made if alone or _is_over(lead, today) else None,
        days=days,
        countdown=countdown(together, catalogue, today) if face is Face.BEFORE else None,
        doors=open_bases(today, f"{dates.day(today)} {dates.weekday(today)}", catalogue, privacy)
        if face is Face.OFF
        else None,
        panels=_panels(lead, made, catalogue, privacy) if lead and made and alone else (),
        whole=tuple(line(one) for one in grouped(activities)[Precision.WINDOW]),
        groups=undated(_without_whole(activities), privacy),
        ways=_ways(lead, catalogue) if lead and alone else _site_ways(together, catalogue),
        kinds=_kinds(catalogue),
        bases=tuple(_door(base, lead, catalogue, privacy) for base in near[:_BASES]) if is_led else (),
        bases_of=near[0].district.name if near else "",
        number_of_bases=len(catalogue.bases),
        fronts=_fronts(catalogue),
        campaigns=campaigns(catalogue, today, lead if alone or _is_over(lead, today) else None),
        span=_span(together),
        sketch=sketch(near, near[0].district, catalogue) if is_led and near and len(near) <= MOST else None,
    )


def _is_over(lead: Campaign | None, today: date) -> bool:
    return lead is not None and lead.when.last < today


def _together(catalogue: Catalogue, face: Face, lead: Campaign | None, today: date) -> tuple[Campaign, ...]:
    """The campaigns that the page leads with: those that run, or the next one with those that it overlaps."""
    if face is Face.BEFORE and lead:
        coming = [one for one in catalogue.campaigns if today < one.when.first]
        return tuple(one for one in coming if one.when.shared(lead.when))
    return tuple(one for one in catalogue.campaigns if today in one.when)


def _span(together: tuple[Campaign, ...]) -> str:
    """5月21日—31日, from the first day of any to the last."""
    if not together:
        return ""
    return dates.days(Days(min(one.when.first for one in together), max(one.when.last for one in together)))


def _head(face: Face, together: tuple[Campaign, ...], made: Hero | None) -> Head:
    if face is Face.OFF:
        return Head(
            title="科普活动与科普基地",
            path=links.HOME,
            description="今天能去哪些科普基地、电话是多少，接下来有什么活动，往年这个时候办过什么。",
            section=links.HOME,
        )
    if made is None:
        title = f"{together_name(together)} {_span(together)}"
        told = "今天哪些区县有活动、几点、在哪里、要不要预约、打给谁。"
        return Head(title=title, path=links.HOME, description=f"{title}：{told}", section=links.HOME)
    sums = "、".join(sum.replace(" ", "") for sum in made.sums)
    title = f"{made.name} {made.window}"
    return Head(
        title=title,
        path=links.HOME,
        description=f"{made.name}，{made.window}：{sums}。哪天去、在哪里、要不要预约、打给谁。",
        section=links.HOME,
    )


def _panels(lead: Campaign, made: Hero, catalogue: Catalogue, privacy: Privacy) -> tuple[Panel, ...]:
    days = [date.fromisoformat(column.day) for column in made.strip.columns]
    return panels(lead, days, catalogue, privacy)


def _without_whole(activities: tuple[Activity, ...]) -> list[Activity]:
    whole = grouped(activities)[Precision.WINDOW]
    return [one for one in activities if one not in whole]


def _ways(lead: Campaign, catalogue: Catalogue) -> tuple[WayIn, ...]:
    month = Month.of(lead.when.first)
    activities = len(catalogue.of_campaign[lead.id])
    notice = lead.notice
    issued = f"{dates.day_in_full(notice.issued)}印发" if notice.issued else "全文"
    ways: list[WayIn | None] = [
        WayIn("calendar", "按日历看", dates.month(month), links.month(month)),
        WayIn("ticket", "全部活动", f"{activities} 项", links.campaign(lead)) if activities else None,
        WayIn("district", lead.district.name, "活动、基地、电话", links.district(lead.district)),
        WayIn("text", "通知原文", issued, links.notice(lead)) if notice.text or notice.title else None,
    ]
    return tuple(way for way in ways if way)


def _site_ways(together: tuple[Campaign, ...], catalogue: Catalogue) -> tuple[WayIn, ...]:
    """The ways into a site on which several campaigns run, or none."""
    if not catalogue.campaigns:
        return ()
    month = Month.of(together[0].when.first) if together else None
    activities = len(going_on(catalogue.listed))
    ways: list[WayIn | None] = [
        WayIn("calendar", "按日历看", dates.month(month) if month else "哪年哪月有过什么", links.CALENDAR),
        WayIn("ticket", "全部活动", f"{activities} 项", links.ACTIVITIES) if activities else None,
        WayIn("district", "各区县", f"{len(catalogue.districts_with_records)} 个，各有一页", links.DISTRICTS),
        WayIn("text", "各届的通知", f"{len(catalogue.campaigns)} 届", links.CAMPAIGNS),
    ]
    return tuple(way for way in ways if way)


def _near(lead: Campaign | None, catalogue: Catalogue) -> tuple[Base, ...]:
    """The bases of the leading campaign's district, else all of them."""
    return (catalogue.bases_of[lead.district.id] if lead else ()) or catalogue.bases


def _kinds(catalogue: Catalogue) -> tuple[BaseKind, ...]:
    made = []
    for term in catalogue.terms.base_types:
        if bases := catalogue.bases_of_type[term.id]:
            some = "、".join(base.short_name or base.name for base in bases[:2])
            made.append(BaseKind(term.seal, term.name, len(bases), some, links.bases_of_type(term)))
    return tuple(made)


def _door(base: Base, lead: Campaign | None, catalogue: Catalogue, privacy: Privacy) -> HomeBase:
    kind = base.type
    return HomeBase(
        name=phrases(base.name),
        path=links.base(base),
        seal=kind.seal if kind else "",
        kind=kind.name if kind else "",
        calls=shown(base.desk, base.campaign or lead, privacy),
        alerts=alert_bars.of_row(base, catalogue.alerts_of),
    )


def _fronts(catalogue: Catalogue) -> tuple[Front, ...]:
    if parted := regions(catalogue.districts_with_records.values()):
        return tuple(_region(one) for one in parted)
    made = []
    for district in catalogue.districts:
        counted = (
            (len(going_on(catalogue.activities_in[district.id])), "项活动"),
            (len(catalogue.bases_of[district.id]), "处基地"),
        )
        if district.id in catalogue.campaigns_of or any(number for number, _ in counted):
            note = "，".join(f"{number}{word}" for number, word in counted if number) or "通知原文"
            made.append(Front(district.short, district.name, links.district(district), note))
    return tuple(made)


def _region(region: Region) -> Front:
    seal = (region.above or region.districts[0]).short
    return Front(seal, region.name, region.path(links.DISTRICTS), f"{len(region.districts)}个区县")
