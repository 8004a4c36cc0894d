"""Venues and science bases."""

from collections.abc import Iterable
from dataclasses import replace

from scienceweek.model.contact import AsOf
from scienceweek.model.district import District
from scienceweek.model.place import Access, Base, Opening, Recognition, Venue
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.place import BaseRecord, OpeningRecord, VenueRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.admission import At, admission, groups
from scienceweek.source.resolution.attachments import attachments
from scienceweek.source.resolution.coming import ages, wheelchair
from scienceweek.source.resolution.contacts import contacts
from scienceweek.source.resolution.dates import day, named_year, schedules
from scienceweek.source.resolution.hours import calendar, closures, hours
from scienceweek.source.resolution.photographs import picture
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


def _venue(desk: Registers, entry: RecordEntry[VenueRecord]) -> Venue | None:
    record = entry.record
    district = desk.districts.find(record.district, entry, "district")
    reached = contacts(desk, entry, record.contacts, district)
    names = (record.name, *record.aliases, *record.former_names, *record.was)
    lines = hours(desk, entry, record.hours)
    closed = closures(desk, entry, record.closures)
    taken = groups(At(desk, entry, district, None), record.groups, "groups")
    wheelchair(desk, entry, Access.UNKNOWN, record.accessible)
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
        accessible=record.accessible,
        groups=taken,
        note=record.note or "",
        readings=record.reading,
        former_names=record.former_names,
        was=record.was,
        hours=lines,
        closures=closed,
        holidays=calendar(lines),
        image=picture(desk, record.image),
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
    at = At(desk, entry, district, None)
    conditions = admission(at, record.admission, "admission")
    taken = groups(at, record.groups, "groups")
    openings = _openings(at)
    verified = day(desk, entry, record.verified, None, "verified")
    told = AsOf(verified, verified=True) if verified else None
    reached = contacts(desk, entry, record.contacts, district, desk.issued.get(record.campaign or ""), told)
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
        access=record.access,
        wheelchair=wheelchair(desk, entry, record.wheelchair, record.accessible),
        admission=conditions,
        ages=ages(desk, entry, record.ages),
        bring=record.bring or "",
        language=record.language,
        accessible=record.accessible,
        groups=taken,
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
        files=attachments(desk, entry, record.files, "files"),
        linked=body.files if body else (),
        hours=lines,
        closures=closed,
        holidays=calendar(lines),
        image=picture(desk, record.image),
    )
    desk.bases.add(record.id, base, *names)
    return base


def _openings(at: At) -> tuple[Opening, ...]:
    found = []
    ids: set[str] = set()
    for number, record in enumerate(at.entry.record.opening):
        if record.id in ids:
            at.error(f"开放时段{quoted(record.id)}在这个基地里写了两次。", "opening", number, "id")
        ids.add(record.id)
        if opening := _opening(at, record, number):
            found.append(opening)
    return tuple(found)


def _opening(at: At, record: OpeningRecord, number: int) -> Opening | None:
    path = ("opening", number)
    desk, entry = at.desk, at.entry
    campaign = desk.campaigns.find(record.campaign, entry, *path, "campaign")
    if campaign is None:
        # What else is wrong with it is told together with that.
        meant = desk.meant(record.campaign)
        if window := meant.when if meant else named_year(record.campaign):
            schedules(desk, entry, record.when, window, *path, "when")
            admission(replace(at, window=window), record.admission, *path, "admission")
        return None
    return Opening(
        id=record.id,
        campaign=campaign,
        when=schedules(desk, entry, record.when, campaign.when, *path, "when"),
        admission=admission(replace(at, window=campaign.when), record.admission, *path, "admission"),
        note=record.note or "",
        source=desk.anchor(entry, record.source, campaign.id, *path, "source"),
    )
