"""The home page: what is on, or what was on last, and the ways into it."""

from dataclasses import dataclass, replace
from datetime import date

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.place import Base
from scienceweek.model.schedule import Month
from scienceweek.views.maps.sketch import MOST, Sketch, sketch
from scienceweek.views.parts import alert_bars
from scienceweek.views.parts.alert_bars import AlertBar
from scienceweek.views.parts.campaign_entries import CampaignEntry, campaign_entry
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.parts.day_panels import Panel, panels
from scienceweek.views.parts.hero import CURRENT, PAST, Hero, hero, leading
from scienceweek.views.parts.lines import ActivityLine, line
from scienceweek.views.parts.page_head import Head
from scienceweek.views.parts.ticket_groups import TicketGroup, undated
from scienceweek.views.words import dates
from scienceweek.views.words.phrases import phrases
from scienceweek.views.words.precisions import Precision, grouped

_BASES = 8


@dataclass(frozen=True, slots=True)
class WayIn:
    """A way into the site; *symbol* is its icon."""

    symbol: str
    word: str
    note: str
    path: str


@dataclass(frozen=True, slots=True)
class BaseKind:
    """A kind of base with its seal, and how many there are."""

    seal: str
    name: str
    number: int
    some: str


@dataclass(frozen=True, slots=True)
class HomeBase:
    """A base in the phone book of the home page."""

    name: tuple[str, ...]
    path: str
    seal: str
    kind: str
    calls: tuple[Call, ...]
    alerts: tuple[AlertBar, ...] = ()


@dataclass(frozen=True, slots=True)
class Front:
    """A district: its *seal*, its page, and what it has."""

    seal: str
    name: str
    path: str
    note: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page. *hero* is None on a site without any campaign.

    *panels* are the days still to come, one of them open; *whole* and *groups* lie on no day.
    *others* are the campaigns that do not lead.
    """

    head: Head
    hero: Hero | None
    panels: tuple[Panel, ...]
    whole: tuple[ActivityLine, ...]
    groups: tuple[TicketGroup, ...]
    ways: tuple[WayIn, ...]
    kinds: tuple[BaseKind, ...]
    bases: tuple[HomeBase, ...]
    bases_of: str
    number_of_bases: int
    fronts: tuple[Front, ...]
    others: tuple[CampaignEntry, ...]
    sketch: Sketch | None


def home_page(catalogue: Catalogue, today: date, privacy: Privacy) -> HomeView:
    """The home page on the day *today*."""
    lead = leading(catalogue, today)
    made = hero(lead, catalogue, today) if lead else None
    is_live = made is not None and made.state != PAST
    activities = catalogue.of_campaign[lead.id] if lead and is_live else ()
    kinds = grouped(activities)
    near = _near(lead, catalogue)
    return HomeView(
        head=replace(
            _head(lead, made), alerts=alert_bars.of_campaign(lead, catalogue.alerts_of) if lead else ()
        ),
        hero=made,
        panels=_panels(lead, made, catalogue, privacy) if lead and made and is_live else (),
        whole=tuple(line(one) for one in kinds[Precision.WINDOW]),
        groups=undated(_without_whole(activities), privacy),
        ways=_ways(lead, catalogue) if lead else (),
        kinds=_kinds(catalogue),
        bases=tuple(_door(base, lead, catalogue, privacy) for base in near[:_BASES]),
        bases_of=near[0].district.name if near else "",
        number_of_bases=len(catalogue.bases),
        fronts=_fronts(catalogue),
        others=tuple(campaign_entry(one, catalogue) for one in catalogue.latest_campaigns if one != lead),
        sketch=sketch(near, near[0].district, catalogue) if near and len(near) <= MOST else None,
    )


def _head(lead: Campaign | None, made: Hero | None) -> Head:
    if lead is None or made is None:
        return Head(title="科普活动与科普基地", path=links.HOME, section=links.HOME)
    sums = "、".join(sum.replace(" ", "") for sum in made.sums)
    word = {CURRENT: "", PAST: "往届 "}.get(made.state, "")
    return Head(
        title=f"{word}{lead.name} {dates.days_in_full(lead.when)}",
        path=links.HOME,
        description=f"{lead.name}，{dates.days_in_full(lead.when)}：{sums}。哪天去、在哪里、要不要预约、打给谁。",
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


def _near(lead: Campaign | None, catalogue: Catalogue) -> tuple[Base, ...]:
    """The bases of the leading campaign's district, else all of them."""
    return (catalogue.bases_of[lead.district.id] if lead else ()) or catalogue.bases


def _kinds(catalogue: Catalogue) -> tuple[BaseKind, ...]:
    made = []
    for term in catalogue.terms.base_types:
        if bases := catalogue.bases_of_type[term.id]:
            some = "、".join(base.short_name or base.name for base in bases[:2])
            made.append(BaseKind(term.seal, term.name, len(bases), some))
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
