"""Activities."""

from collections.abc import Iterable
from functools import cache
from pathlib import PurePosixPath
from types import NoneType
from typing import Any, get_args, get_type_hints

from scienceweek.model.activity import Activity, Change, Results
from scienceweek.model.campaign import Campaign, Strand
from scienceweek.model.days import first_day
from scienceweek.model.place import Access
from scienceweek.model.term import Term
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.activity import ActivityRecord, ResultsRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.records.shape import fields
from scienceweek.source.resolution.admission import At, admission, groups
from scienceweek.source.resolution.attachments import attachments
from scienceweek.source.resolution.coming import ages, wheelchair
from scienceweek.source.resolution.contacts import contacts
from scienceweek.source.resolution.dates import day, named_year, schedules
from scienceweek.source.resolution.locations import live, locations, rain
from scienceweek.source.resolution.organisations import parts
from scienceweek.source.resolution.photographs import photo, picture
from scienceweek.source.resolution.register import Register
from scienceweek.source.resolution.registers import Registers
from scienceweek.source.resolution.sessions import people, programme, session_plan


def activities(
    desk: Registers, entries: Iterable[tuple[RecordEntry[ActivityRecord], Campaign | None]]
) -> tuple[Activity, ...]:
    """The activities, each with the campaign of its file; the desk knows them afterwards."""
    found = []
    for entry, heading in entries:
        written = entry.record.campaign
        campaign = desk.campaigns.find(written, entry, "campaign") if written else heading
        activity = _activity(desk, entry, campaign) if campaign else None
        if campaign is None:
            _rest(desk, entry)
        desk.activities.add(entry.record.id, activity, entry.record.title, *entry.record.was)
        if activity:
            found.append(activity)
    return tuple(found)


def _rest(desk: Registers, entry: RecordEntry[ActivityRecord]) -> None:
    """Look at all but the campaign, so that other mistakes are told together with that of the campaign."""
    record = entry.record
    stem = PurePosixPath(entry.file).stem
    if meant := desk.meant(record.campaign or stem):
        _activity(desk, entry, meant)
        return
    desk.kinds.find(record.kind, entry, "kind")
    desk.bases.find(record.base, entry, "base")
    _terms(desk.audiences, entry, record.audience, "audience")
    _terms(desk.topics, entry, record.topics, "topics")
    locations(desk, entry, record.where, "where")
    day(desk, entry, record.updated, None, "updated")
    if year := named_year(record.campaign or "", stem):
        schedules(desk, entry, record.when or (), year, "when")
        schedules(desk, entry, record.previously, year, "previously")


def _activity(desk: Registers, entry: RecordEntry[ActivityRecord], campaign: Campaign) -> Activity:
    record = entry.record
    window = campaign.when
    own = desk.districts.find(record.district, entry, "district") if record.district else None
    district = own or campaign.district
    body = desk.library.activities.get(record.id)
    _inferred(desk, entry)
    held = session_plan(desk, entry, campaign, district)
    at = At(desk, entry, district, window, min(filter(None, map(first_day, held.when)), default=None))
    wheelchair(desk, entry, Access.UNKNOWN, record.accessible)
    return Activity(
        **as_written(record),
        campaign=campaign,
        district=district,
        when=held.when,
        where=held.where,
        rain=rain(desk, entry, record.rain, window, "rain"),
        live=live(desk, entry, record.live, "live"),
        kind=desk.kinds.find(record.kind, entry, "kind"),
        strand=_strand(desk, entry, campaign),
        base=desk.bases.find(record.base, entry, "base"),
        organisers=parts(desk, entry, record.organisers, district),
        audience=_terms(desk.audiences, entry, record.audience, "audience"),
        topics=_terms(desk.topics, entry, record.topics, "topics"),
        admission=held.conditions(admission(at, record.admission, "admission")),
        ages=ages(desk, entry, record.ages),
        groups=groups(at, record.groups, "groups"),
        contacts=contacts(desk, entry, record.contacts, district, desk.issued.get(campaign.id)),
        change=_change(desk, entry, campaign),
        body=body.text if body else "",
        images=body.images if body else (),
        image=picture(desk, record.image),
        files=attachments(desk, entry, record.files, "files"),
        linked=body.files if body else (),
        source=desk.anchor(entry, record.source, campaign.id, "source"),
        updated=day(desk, entry, record.updated, None, "updated"),
        results=_results(desk, record.results) if record.results else None,
        readings=record.reading,
        sessions=held.sessions,
        stages=held.stages,
        programme=programme(record),
        people=people(record),
    )


def as_written(record: ActivityRecord) -> dict[str, Any]:
    """What an activity takes from its *record* as it is; for what is not written it has a value of its own."""
    return {name: value for name in _alike() if (value := getattr(record, name)) is not None}


@cache
def _alike() -> tuple[str, ...]:
    """The fields that record and activity have by one name and with one type, but for those that lead somewhere."""
    written, known = get_type_hints(ActivityRecord), get_type_hints(Activity)
    return tuple(
        name
        for name in known
        if name in written and _without_none(written[name]) == _without_none(known[name]) and name != "source"
    )


def _without_none(hint: Any) -> Any:
    parts = get_args(hint)
    return next(part for part in parts if part is not NoneType) if NoneType in parts else hint


def _strand(desk: Registers, entry: RecordEntry[ActivityRecord], campaign: Campaign) -> Strand | None:
    id = entry.record.strand
    found = next((strand for strand in campaign.strands if strand.id == id), None)
    if id and not found:
        known = [strand.id for strand in campaign.strands]
        near = desk.problems.nearest(id, known) or (f"有 {'、'.join(known)}。" if known else "")
        desk.error(entry, f"“{campaign.id}”没有编号为{quoted(id)}的内容板块。{near}", "strand")
    return found


def _terms(
    register: Register[Term], entry: RecordEntry[ActivityRecord], ids: tuple[str, ...], key: str
) -> tuple[Term, ...]:
    found = [register.find(id, entry, key, number) for number, id in enumerate(ids)]
    return tuple(dict.fromkeys(term for term in found if term))


def _change(desk: Registers, entry: RecordEntry[ActivityRecord], campaign: Campaign) -> Change:
    record = entry.record
    previously = schedules(desk, entry, record.previously, campaign.when, "previously")
    return Change(record.status, record.reason or "", previously)


def _results(desk: Registers, record: ResultsRecord) -> Results:
    return Results(
        summary=record.summary or "",
        attendance=record.attendance,
        photos=tuple(photo(desk, one) for one in record.photos),
        video=record.video or "",
        news=record.news,
    )


def _inferred(desk: Registers, entry: RecordEntry[ActivityRecord]) -> None:
    known = fields(ActivityRecord)
    for number, key in enumerate(entry.record.inferred):
        if key not in known:
            near = desk.problems.nearest(key, known)
            desk.error(
                entry, f"推断（inferred）里写项的名称，没有{quoted(key)}这一项。{near}", "inferred", number
            )
