"""Campaigns and their notices."""

from collections.abc import Sequence

from scienceweek.model.campaign import (
    Branding,
    Campaign,
    Commendation,
    Deadline,
    Form,
    Quota,
    Registration,
    Strand,
)
from scienceweek.model.contact import AsOf
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.campaign import CampaignRecord, RegistrationRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.attachments import attachments
from scienceweek.source.resolution.contacts import contacts
from scienceweek.source.resolution.dates import day, days, named_year
from scienceweek.source.resolution.notices import first_notice, notices
from scienceweek.source.resolution.order import ordered
from scienceweek.source.resolution.organisations import parts
from scienceweek.source.resolution.photographs import picture
from scienceweek.source.resolution.registers import Registers


def campaigns(desk: Registers, entries: Sequence[RecordEntry[CampaignRecord]]) -> tuple[Campaign, ...]:
    """The campaigns in the order of their files; the desk knows them afterwards."""
    for entry in ordered(desk, entries):
        desk.campaigns.add(entry.record.id, _campaign(desk, entry), entry.record.name, *entry.record.was)
    return tuple(found for entry in entries if (found := desk.campaigns[entry.record.id]))


def notice_days(desk: Registers, entries: Sequence[RecordEntry[CampaignRecord]]) -> dict[str, AsOf]:
    """When the notice of each campaign was issued, by the campaign's id."""
    return {
        entry.record.id: AsOf(issued)
        for entry in entries
        if (first := first_notice(entry.record))
        and (issued := day(desk, entry, first[0].issued, None, *first[1], "issued"))
    }


def _campaign(desk: Registers, entry: RecordEntry[CampaignRecord]) -> Campaign | None:
    record = entry.record
    district = desk.districts.find(record.district, entry, "district")
    when = days(desk, entry, record.when, None, "when")
    window = when or named_year(record.id, record.name)
    year = window.first.year if window else None
    notice, further = notices(desk, entry)
    deadlines = _deadlines(desk, entry, year) if year else ()
    registration = _registration(desk, entry, record.registration, year) if year else None
    strands = tuple(
        Strand(one.id, one.title, one.text or "", _anchor(desk, entry, one.source, "strands", number))
        for number, one in enumerate(record.strands)
    )
    forms = tuple(
        Form(one.id, one.title, one.fields, one.note or "", _anchor(desk, entry, one.source, "forms", number))
        for number, one in enumerate(record.forms)
    )
    for key, ids in (("strands", [one.id for one in strands]), ("forms", [one.id for one in forms])):
        for number, id in enumerate(ids):
            if id in ids[:number]:
                desk.error(entry, f"编号{quoted(id)}在 {key} 里写了两次。", key, number, "id")
    parent = desk.campaigns.find(record.parent, entry, "parent")
    reached = contacts(desk, entry, record.contacts, district, desk.issued.get(record.id))
    updated = day(desk, entry, record.updated, None, "updated")
    if district is None or when is None:
        return None
    return Campaign(
        id=record.id,
        name=record.name,
        series=record.series,
        district=district,
        when=when,
        theme=record.theme or "",
        theme_text=record.theme_text or "",
        called=record.called or "",
        summary=record.summary or "",
        also=record.also or "",
        parent=parent,
        organisers=parts(desk, entry, record.organisers, district),
        strands=strands,
        notice=notice,
        further=further,
        deadlines=deadlines,
        registration=registration,
        quotas=tuple(Quota(one.unit, one.at_least, one.note or "") for one in record.quotas),
        forms=forms,
        commendation=_commendation(desk, entry),
        branding=_branding(desk, entry),
        contacts=reached,
        updated=updated,
        readings=record.reading,
        was=record.was,
        files=attachments(desk, entry, record.files, "files"),
        image=picture(desk, record.image),
    )


def _deadlines(desk: Registers, entry: RecordEntry[CampaignRecord], year: int) -> tuple[Deadline, ...]:
    found = []
    for number, record in enumerate(entry.record.deadlines):
        when = day(desk, entry, record.when, year, "deadlines", number, "when")
        source = _anchor(desk, entry, record.source, "deadlines", number)
        if when:
            found.append(Deadline(when, record.what, record.to or "", source, record.by or ""))
    return tuple(found)


def _registration(
    desk: Registers, entry: RecordEntry[CampaignRecord], record: RegistrationRecord | None, year: int
) -> Registration | None:
    if record is None:
        return None
    when = days(desk, entry, record.when, year, "registration", "when") if record.when else None
    return Registration(when, record.url or "", record.note or "")


def _anchor(
    desk: Registers, entry: RecordEntry[CampaignRecord], written: str | None, *path: str | int
) -> str:
    return desk.anchor(entry, written, entry.record.id, *path, "source")


def _commendation(desk: Registers, entry: RecordEntry[CampaignRecord]) -> Commendation | None:
    record = entry.record.commendation
    if record is None:
        return None
    return Commendation(record.text, record.indicators, _anchor(desk, entry, record.source, "commendation"))


def _branding(desk: Registers, entry: RecordEntry[CampaignRecord]) -> Branding | None:
    record = entry.record.branding
    if record is None:
        return None
    return Branding(record.marks, record.label or "", _anchor(desk, entry, record.source, "branding"))
