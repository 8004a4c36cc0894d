"""A district's page: a front door of its own."""

from collections.abc import Container, Iterable
from dataclasses import replace

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign, Notice
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.district import District
from scienceweek.model.place import Venue
from scienceweek.model.visit import special_days
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.maps.sketch import Sketch, sketch
from scienceweek.views.parts import alert_bars, base_rows, leaves, programme, ticket, ticket_groups
from scienceweek.views.parts.campaign_entries import CampaignEntry, campaign_entry
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.downloads import Download, feeds
from scienceweek.views.parts.figures import HeadFigure, figures
from scienceweek.views.parts.handouts import handouts
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.lines import Lines, lines
from scienceweek.views.parts.listed_days import listed_days
from scienceweek.views.parts.notice_particulars import Particulars, particulars
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.parts.programme import ProgrammeDay
from scienceweek.views.parts.season import leading_here
from scienceweek.views.parts.strip import Strip, strip
from scienceweek.views.parts.ticket_groups import TicketGroup
from scienceweek.views.words import dates

_BASES = 8
_HIDES = 2
"""So many are no reason for a fold."""
_PINS = 60
"""Bases that a small map can show; of more, the big map is the better picture."""


@frozen
class DistrictVenue:
    """A venue with the number of activities that it holds."""

    name: tuple[str, ...]
    path: str
    number: int


@frozen
class DistrictView:
    """The page of a district. *lead* is the campaign that it opens with (``views/parts/season.py``); None if there was none.

    *of_parent* says that it is another district's, which holds something here. *embeds* are its pages for frames of others, *news* is where a script finds what is new. Where its activities are too many for a page, *leaves*
    lead to all of them; where its bases are, *book* does.
    """

    head: Head
    name: str
    seal: str
    code: str
    above: tuple[ticket.Link, ...]
    below: tuple[ticket.Link, ...]
    lead: CampaignEntry | None
    of_parent: bool
    figures: tuple[HeadFigure, ...]
    strip: Strip | None
    leaves: tuple[LeafLink, ...]
    programme: tuple[ProgrammeDay, ...]
    groups: tuple[TicketGroup, ...]
    area: Lines
    bases: tuple[base_rows.BaseRow, ...]
    more_bases: tuple[base_rows.BaseRow, ...]
    book: LeafLink | None
    venues: tuple[DistrictVenue, ...]
    campaigns: tuple[CampaignEntry, ...]
    notice: Particulars | None
    downloads: tuple[Download, ...]
    handouts: tuple[Download, ...]
    sketch: Sketch | None
    embeds: tuple[ticket.Link, ...]
    news: str


def district_page(
    district: District,
    catalogue: Catalogue,
    privacy: Privacy,
    downloads: tuple[Download, ...] = (),
) -> DistrictView:
    """The page of *district*; *downloads* are those that exist."""
    bases, venues = catalogue.bases_of[district.id], catalogue.venues_of[district.id]
    campaigns = catalogue.campaigns_in[district.id]
    lead = leading_here(campaigns, privacy.today)
    together, current = _together(campaigns, lead), current_in(district, catalogue, privacy)
    opened = tuple(opening for one in together for opening in catalogue.opened_in[district.id, one.id])
    days = listed_days(
        current, (one.when for one in together), (run for one in opened for run in special_days(*one))
    )
    doors = base_rows.rows(bases, catalogue, privacy)
    path, long = links.district(district), leaves.is_long(current)
    by_day = programme.programme(days, current, opened)
    groups = ticket_groups.undated((one for one in current if not one.is_wide), privacy)
    area = lines(one for one in current if one.is_wide)
    full = len(doors) <= _BASES + _HIDES
    has_book = not full and len(catalogue.bases) > base_rows.MOST
    pages = catalogue.districts_with_records
    return DistrictView(
        head=replace(
            _head(district, lead, len(going_on(current)), len(bases), downloads),
            alerts=alert_bars.of_district(district, catalogue),
        ),
        name=district.name,
        seal=district.short,
        code=district.code,
        above=tuple(_link(one, pages) for one in list(district.lineage)[:0:-1]),
        below=tuple(_link(one, pages) for one in catalogue.districts_below[district.id] if one.id in pages),
        lead=campaign_entry(lead, catalogue) if lead else None,
        of_parent=lead is not None and lead.district.id != district.id,
        figures=figures(
            (len(going_on(current)), "活动", "#programme"),
            (len(bases), "基地与资源", "#bases"),
            (len(venues), "场地", "#venues"),
        ),
        strip=strip(lead, current, opened) if lead else None,
        leaves=leaves.leaf_links(path, current),
        programme=programme.cut(by_day) if long else by_day,
        groups=ticket_groups.cut(groups, links.leaf(path, leaves.UNDATED)) if long else groups,
        area=Lines(area.shown) if long else area,
        bases=doors if full else doors[:_BASES],
        more_bases=() if full or has_book else doors[_BASES:],
        book=LeafLink("全部基地的名单", links.bases_of_district(district), len(doors)) if has_book else None,
        venues=tuple(_hall(venue, catalogue) for venue in venues),
        campaigns=tuple(campaign_entry(campaign, catalogue) for campaign in campaigns),
        notice=particulars(lead) if lead and lead.notice != Notice() else None,
        downloads=downloads,
        handouts=handouts(district, lead, catalogue),
        sketch=sketch(bases, district, catalogue) if len(bases) <= _PINS else None,
        embeds=(
            ticket.Link("科普活动", links.embed(district)),
            *((ticket.Link("科普基地", links.embed_bases(district)),) if bases else ()),
        ),
        news=links.news(district),
    )


def current_in(district: District, catalogue: Catalogue, privacy: Privacy) -> tuple[Activity, ...]:
    """What the page of *district* tells of: what is held there with the campaign that it opens with."""
    campaigns = catalogue.campaigns_in[district.id]
    together = _together(campaigns, leading_here(campaigns, privacy.today))
    return _once(held for one in together for held in catalogue.held_in[district.id, one.id])


def _together(campaigns: Iterable[Campaign], lead: Campaign | None) -> list[Campaign]:
    """What runs at the same time, whoever holds it, is one programme: the day of the site counts it so."""
    return [one for one in campaigns if lead and one.when.shared(lead.when)]


def _once(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    return tuple({one.id: one for one in activities}.values())


def _head(
    district: District, lead: Campaign | None, activities: int, bases: int, downloads: tuple[Download, ...]
) -> Head:
    counted = " ".join(
        f"{number}{word}" for number, word in ((activities, "项活动"), (bases, "处基地")) if number
    )
    when = f"{lead.name} {dates.days(lead.when)}" if lead else ""
    return Head(
        title=" · ".join(filter(None, (f"{district.name} {counted}".strip(), when))),
        path=links.district(district),
        description=f"{district.name}的科普活动、科普基地和电话。"
        + (f"{lead.name}，{dates.days_in_full(lead.when)}。" if lead else ""),
        section=links.DISTRICTS,
        crumbs=(Crumb(links.DISTRICTS, "区县"),),
        elder=links.elder_district(district),
        feeds=feeds(downloads, district.name),
    )


def _link(district: District, pages: Container[str]) -> ticket.Link:
    return ticket.Link(district.name, links.district(district) if district.id in pages else "")


def _hall(venue: Venue, catalogue: Catalogue) -> DistrictVenue:
    return DistrictVenue(phrases(venue.name), links.venue(venue), len(catalogue.of_venue[venue.id]))
