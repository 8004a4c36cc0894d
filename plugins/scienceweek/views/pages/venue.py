"""A venue's page: a place that is no base, with the activities of everybody who comes there."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.days import days_of, span_of
from scienceweek.model.place import Venue
from scienceweek.model.schedule import OpenDays
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts import alert_bars, leaves, ticket
from scienceweek.views.parts.coming import Coming, coming_to
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.parts.door_pattern import pattern_of
from scienceweek.views.parts.downloads import Download, feeds
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.parts.photographs import Photograph, photograph
from scienceweek.views.parts.ticket_groups import TicketGroup, groups
from scienceweek.views.parts.week_hours import WeekHours, week_hours
from scienceweek.views.words import dates


@frozen
class Guest:
    """Whose activities a venue holds: a base with its page and numbers, or a unit by name."""

    name: tuple[str, ...]
    path: str
    seal: str
    kind: str
    number: int
    calls: tuple[Call, ...]


@frozen
class VenueView:
    """The page of a venue; *seal* is the short name of its district, *rules* are those of its doors (parts/door_pattern.py).

    Where its activities are too many for a page, *leaves* lead to them.
    """

    head: Head
    name: tuple[str, ...]
    seal: str
    district: ticket.Link
    also: tuple[str, ...]
    former_names: str
    address: str
    town: str
    ways: tuple[str, ...]
    note: str
    coming: Coming
    found: bool
    calls: tuple[Call, ...]
    when: str
    number: int
    leaves: tuple[LeafLink, ...]
    groups: tuple[TicketGroup, ...]
    guests: tuple[Guest, ...]
    hours: WeekHours
    rules: str
    photograph: Photograph | None
    downloads: tuple[Download, ...] = ()


def venue_page(
    venue: Venue, catalogue: Catalogue, privacy: Privacy, downloads: tuple[Download, ...] = ()
) -> VenueView:
    """The page of *venue*; *downloads* are those that exist."""
    activities = catalogue.of_venue[venue.id]
    held = going_on(activities)
    when = _span(held)
    return VenueView(
        head=Head(
            title=" ".join(filter(None, (venue.name, when, f"{len(held)}项活动")))
            + f" · {venue.district.name}",
            path=links.venue(venue),
            description=f"{venue.name}（{venue.district.name}）的 {len(held)} 项活动，是哪些单位办的，打给谁。",
            section=links.DISTRICTS,
            crumbs=(
                Crumb(links.DISTRICTS, "区县"),
                Crumb(links.district(venue.district), venue.district.name),
            ),
            elder=links.elder_district(venue.district),
            alerts=alert_bars.of_place(venue, catalogue.alerts_of),
            feeds=feeds(downloads, venue.name),
        ),
        name=phrases(venue.name),
        seal=venue.district.short,
        district=ticket.Link(venue.district.name, links.district(venue.district)),
        also=tuple(alias for alias in venue.aliases if alias != venue.name),
        former_names="、".join(venue.former_names),
        address=venue.address,
        town=venue.town,
        ways=venue.access,
        note=venue.note,
        photograph=photograph(venue.image),
        coming=coming_to(venue, privacy),
        found=venue.point is not None,
        calls=shown(venue.contacts, None, privacy),
        when=when,
        number=len(held),
        leaves=leaves.leaf_links(links.venue(venue), activities),
        groups=() if leaves.is_long(activities) else groups(activities, privacy),
        guests=_guests(activities, privacy),
        hours=week_hours(venue),
        rules=pattern_of(venue),
        downloads=downloads,
    )


def _span(activities: tuple[Activity, ...]) -> str:
    """From the first day to the last: 2024年5月25日—27日; empty where no day is known, or nobody knows the first or the last."""
    if any(isinstance(when, OpenDays) for activity in activities for when in activity.when):
        return ""
    span = span_of(run for activity in activities for run in days_of(activity))
    return dates.days_in_full(span) if span else ""


def _guests(activities: tuple[Activity, ...], privacy: Privacy) -> tuple[Guest, ...]:
    held: dict[str, list[Activity]] = {}
    for activity in activities:
        held.setdefault(ticket.host(activity), []).append(activity)
    return tuple(_guest(name, members, privacy) for name, members in held.items() if name)


def _guest(name: str, activities: list[Activity], privacy: Privacy) -> Guest:
    base = activities[0].base
    return Guest(
        name=phrases(name),
        path=links.base(base) if base else "",
        seal=base.type.seal if base and base.type else "",
        kind=base.type.name if base and base.type else "",
        number=len(activities),
        calls=shown(base.desk, activities[0].campaign, privacy) if base else (),
    )
