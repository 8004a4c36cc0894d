"""A campaign's page: all of its programme, its notice, and what it asks of units."""

from dataclasses import replace

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity, Status
from scienceweek.model.campaign import Campaign, Notice
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.days import days_of
from scienceweek.model.organisation import Party
from scienceweek.model.schedule import Recurring
from scienceweek.model.visit import special_days
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts import alert_bars, leaves, programme, ticket, ticket_groups
from scienceweek.views.parts.attachments import AttachmentRow, attachment_rows
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.parts.downloads import Download, feeds
from scienceweek.views.parts.duties import Duties, duties, source
from scienceweek.views.parts.figures import HeadFigure, figures
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.lines import Lines, lines
from scienceweek.views.parts.listed_days import listed_days
from scienceweek.views.parts.notice_list import NoticeLine, notice_list
from scienceweek.views.parts.notice_particulars import Particulars, particulars
from scienceweek.views.parts.organisers import Organisers, of_campaign
from scienceweek.views.parts.page_head import Article, Crumb, Head
from scienceweek.views.parts.photographs import Photograph, photograph
from scienceweek.views.parts.programme import ProgrammeDay
from scienceweek.views.parts.strip import Strip, strip
from scienceweek.views.parts.ticket_groups import TicketGroup
from scienceweek.views.words import dates, precisions

_ORGANISERS = 8
_TIMES = 3


@frozen
class Theme:
    """A strand of the programme; *number* of its activities are on the site."""

    id: str
    title: tuple[str, ...]
    text: str
    number: int
    source: str


@frozen
class CampaignView:
    """The page of a campaign; *linked* (schema.org, JSON-LD) comes from the formats, *first* and *last* are ISO 8601 days of its window. What comes *again* is no line on each of its days.

    Where its activities are too many for a page, *leaves* lead to all of them.
    """

    head: Head
    name: tuple[str, ...]
    seal: str
    series: str
    district: ticket.Link
    when: str
    first: str
    last: str
    theme: tuple[str, ...]
    theme_text: str
    called: str
    summary: str
    photograph: Photograph | None
    also: str
    parent: ticket.Link | None
    children: tuple[ticket.Link, ...]
    figures: tuple[HeadFigure, ...]
    number: int
    shares: tuple[precisions.Share, ...]
    strip: Strip
    leaves: tuple[LeafLink, ...]
    again: Lines
    programme: tuple[ProgrammeDay, ...]
    groups: tuple[TicketGroup, ...]
    strands: tuple[Theme, ...]
    duties: Duties
    notice: Particulars | None
    papers: tuple[NoticeLine, ...]
    files: tuple[AttachmentRow, ...]
    organisers: tuple[Organisers, ...]
    calls: tuple[Call, ...]
    downloads: tuple[Download, ...]
    handouts: tuple[Download, ...] = ()
    linked: object = None


def campaign_page(
    campaign: Campaign, catalogue: Catalogue, privacy: Privacy, downloads: tuple[Download, ...] = ()
) -> CampaignView:
    """The page of *campaign*; *downloads* are those that exist."""
    activities = catalogue.of_campaign[campaign.id]
    opened = catalogue.opened[campaign.id]
    again = tuple(one for one in activities if _comes_again(one))
    dated = tuple(one for one in activities if one not in again)
    days = listed_days(dated, (campaign.when,), (run for one in opened for run in special_days(*one)))
    parent, path, long = campaign.parent, links.campaign(campaign), leaves.is_long(activities)
    recurring, by_day = lines(again), programme.programme(days, dated, opened)
    groups = ticket_groups.undated(activities, privacy)
    return CampaignView(
        head=replace(
            _head(campaign, len(going_on(activities)), downloads),
            alerts=alert_bars.of_campaign(campaign, catalogue.alerts_of),
        ),
        name=phrases(campaign.name),
        seal=campaign.district.short,
        series=campaign.series.said,
        district=ticket.Link(campaign.district.name, links.district(campaign.district)),
        when=dates.days_in_full(campaign.when),
        first=campaign.when.first.isoformat(),
        last=campaign.when.last.isoformat(),
        theme=phrases(campaign.theme),
        theme_text=campaign.theme_text,
        called=campaign.called,
        summary=campaign.summary,
        photograph=photograph(campaign.image),
        also=campaign.also,
        parent=ticket.Link(parent.name, links.campaign(parent)) if parent else None,
        children=tuple(
            ticket.Link(child.name, links.campaign(child)) for child in catalogue.campaigns_below[campaign.id]
        ),
        figures=_figures(campaign, catalogue),
        number=len(activities),
        shares=precisions.shares(activities),
        strip=strip(campaign, activities, opened),
        leaves=leaves.leaf_links(path, activities),
        again=Lines(recurring.shown) if long else recurring,
        programme=programme.cut(by_day) if long else by_day,
        groups=ticket_groups.cut(groups, links.leaf(path, leaves.UNDATED)) if long else groups,
        strands=_strands(campaign, activities),
        duties=duties(campaign, catalogue),
        notice=particulars(campaign) if campaign.notice != Notice() else None,
        papers=notice_list(campaign),
        files=attachment_rows(
            (*campaign.files, *(one for notice in campaign.notices for one in notice.files))
        ),
        organisers=of_campaign(campaign.organisers, _ORGANISERS, catalogue),
        calls=shown(campaign.contacts, campaign, privacy),
        downloads=downloads,
    )


def _comes_again(activity: Activity) -> bool:
    """Whether all that there is of it is a rhythm with many days, of which none was changed."""
    return (
        activity.change.status is Status.SCHEDULED
        and not activity.sessions
        and all(isinstance(when, Recurring) for when in activity.when)
        and sum(len(days) for days in days_of(activity)) > _TIMES
    )


def _head(campaign: Campaign, activities: int, downloads: tuple[Download, ...]) -> Head:
    number = f" {activities}项活动" if activities else ""
    return Head(
        title=f"{campaign.name} {dates.days(campaign.when)}{number}",
        path=links.campaign(campaign),
        description=campaign.summary
        or f"{campaign.name}，{dates.days_in_full(campaign.when)}。主题：{campaign.theme}。",
        section=links.CAMPAIGNS,
        crumbs=(Crumb(links.CAMPAIGNS, "各届活动"),),
        elder=links.elder_district(campaign.district),
        picture=links.campaign_picture(campaign),
        feeds=feeds(downloads, campaign.name),
        article=Article(campaign.name, campaign.updated or campaign.notice.issued, campaign.notice.issuer),
    )


def _figures(campaign: Campaign, catalogue: Catalogue) -> tuple[HeadFigure, ...]:
    """What visitors ask for, then what units do."""
    return figures(
        (len(going_on(catalogue.of_campaign[campaign.id])), "活动", "#programme"),
        (len(catalogue.bases_of_campaign[campaign.id]), "基地与资源", ""),
        (sum(len(openings) for _, openings in catalogue.opened[campaign.id]), "开放期", ""),
        (_units(campaign, catalogue), "点名的单位", "#organisers" if campaign.organisers else ""),
        (len(campaign.strands), "内容板块", "#strands"),
        (len(campaign.deadlines), "报送期限", "#deadlines"),
        (len(campaign.forms), "表格", "#forms"),
    )


def _units(campaign: Campaign, catalogue: Catalogue) -> int:
    """Units that the notice names, with any role. Who stands for many (各街镇, 有关单位) is no number."""
    of_activities = [part for one in catalogue.every_of_campaign[campaign.id] for part in one.organisers]
    return len(
        {
            _key(party)
            for part in (*campaign.organisers, *of_activities)
            for party in part.parties
            if not party.many
        }
    )


def _key(party: Party) -> str:
    return party.organisation.id if party.organisation else party.name


def _strands(campaign: Campaign, activities: tuple[Activity, ...]) -> tuple[Theme, ...]:
    return tuple(
        Theme(
            id=strand.id,
            title=phrases(strand.title),
            text=strand.text,
            number=sum(1 for activity in activities if activity.strand and activity.strand.id == strand.id),
            source=source(campaign, strand.source),
        )
        for strand in campaign.strands
    )
