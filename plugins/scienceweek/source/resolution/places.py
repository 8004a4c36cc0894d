"""Venues and science bases."""

from collections.abc import Iterable
from typing import Any

from scienceweek.model.contact import AsOf
from scienceweek.model.district import District
from scienceweek.model.place import Admission, Base, Opening, Recognition, Venue
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.place import AdmissionRecord, BaseRecord, OpeningRecord, VenueRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.contacts import contacts
from scienceweek.source.resolution.dates import day, named_year, schedules
from scienceweek.source.resolution.hours import calendar, closures, hours
from scienceweek.source.resolution.points import point
from scienceweek.source.resolution.registers import Registers


def venues(desk: Registers, entries: Iterable[RecordEntry[VenueRecord]]) -> tuple[Venue, ...]:
    """The venues; the desk knows them afterwards."""
    return tuple(venue for entry in entries if (venue := _venue(desk, entry)))


def bases(
    desk: Registers, entries: Iterable[tuple[RecordEntry[BaseRecord], District | None]]
) -> tuple[Base, ...]:
    """The bases, each with the district of its file; the desk knows them afterwards."""
    return tuple(base for entry, district in entries if (base := _base(desk, entry, district)))


def admission(
    desk: Registers, entry: RecordEntry[Any], written: AdmissionRecord, year: int, *path: str | int
) -> Admission:
    """The conditions at *path* of *entry*."""
    until = day(desk, entry, written.until, year, *path, "until")
    return Admission(written.fee, written.booking, written.note or "", written.url or "", until)


def _venue(desk: Registers, entry: RecordEntry[VenueRecord]) -> Venue | None:
    record = entry.record
    district = desk.districts.find(record.district, entry, "district")
    reached = contacts(desk, entry, record.contacts, district)
    names = (record.name, *record.aliases, *record.former_names, *record.was)
    lines = hours(desk, entry, record.hours)
    closed = closures(desk, entry, record.closures)
    if district is None:
        desk.venues.add(record.id, None, *names)
        return None
    venue = Venue(
        id=record.id,
        name=record.name,
        district=district,
        aliases=record.aliases,
        address=record.address or "",
        town=record.town or "",
        point=point(record.point),
        contacts=reached,
        access=record.access,
        note=record.note or "",
        readings=record.reading,
        former_names=record.former_names,
        was=record.was,
        hours=lines,
        closures=closed,
        holidays=calendar(lines),
    )
    desk.venues.add(record.id, venue, *names)
    return venue


def _base(desk: Registers, entry: RecordEntry[BaseRecord], district: District | None) -> Base | None:
    record = entry.record
    district = desk.districts.find(record.district, entry, "district") if record.district else district
    campaign = desk.campaigns.find(record.campaign, entry, "campaign")
    source = record.source
    if source and not record.campaign:
        desk.error(entry, "写了出处（source），没有写是哪个活动周的通知（campaign）。", "source")
        source = None
    type = desk.base_types.find(record.type, entry, "type")
    lines = hours(desk, entry, record.hours)
    closed = closures(desk, entry, record.closures)
    verified = day(desk, entry, record.verified, None, "verified")
    told = AsOf(verified, verified=True) if verified else None
    reached = contacts(desk, entry, record.contacts, district, desk.issued.get(record.campaign or ""), told)
    openings = _openings(desk, entry)
    updated = day(desk, entry, record.updated, None, "updated")
    body = desk.library.bases.get(record.id)
    names = (record.name, record.short_name or record.name, *record.former_names, *record.was)
    if district is None:
        desk.bases.add(record.id, None, *names)
        return None
    base = Base(
        id=record.id,
        name=record.name,
        district=district,
        type=type,
        short_name=record.short_name or "",
        address=record.address or "",
        town=record.town or "",
        point=point(record.point),
        contacts=reached,
        openings=openings,
        recognitions=tuple(Recognition(one.level, one.year) for one in record.recognitions),
        wheelchair=record.wheelchair,
        access=record.access,
        url=record.url or "",
        description=record.description or "",
        body=body.text if body else "",
        images=body.images if body else (),
        campaign=campaign,
        source=desk.anchor(entry, source, record.campaign or "", "source") if campaign else "",
        verified=verified,
        updated=updated,
        readings=record.reading,
        former_names=record.former_names,
        was=record.was,
        hours=lines,
        closures=closed,
        holidays=calendar(lines),
    )
    desk.bases.add(record.id, base, *names)
    return base


def _openings(desk: Registers, entry: RecordEntry[BaseRecord]) -> tuple[Opening, ...]:
    found = []
    ids: set[str] = set()
    for number, record in enumerate(entry.record.opening):
        if record.id in ids:
            desk.error(entry, f"开放时段{quoted(record.id)}在这个基地里写了两次。", "opening", number, "id")
        ids.add(record.id)
        if opening := _opening(desk, entry, record, number):
            found.append(opening)
    return tuple(found)


def _opening(
    desk: Registers, entry: RecordEntry[BaseRecord], record: OpeningRecord, number: int
) -> Opening | None:
    path = ("opening", number)
    campaign = desk.campaigns.find(record.campaign, entry, *path, "campaign")
    if campaign is None:
        # What else is wrong with it is told together with that.
        meant = desk.meant(record.campaign)
        if window := meant.when if meant else named_year(record.campaign):
            schedules(desk, entry, record.when, window, *path, "when")
            admission(desk, entry, record.admission, window.first.year, *path, "admission")
        return None
    return Opening(
        id=record.id,
        campaign=campaign,
        when=schedules(desk, entry, record.when, campaign.when, *path, "when"),
        admission=admission(desk, entry, record.admission, campaign.when.first.year, *path, "admission"),
        note=record.note or "",
        source=desk.anchor(entry, record.source, campaign.id, *path, "source"),
    )
