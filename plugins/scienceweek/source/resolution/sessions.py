"""Sessions, stages, the programme and the people of an activity; and which of their times and places are its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from itertools import chain

from scienceweek.model.campaign import Campaign
from scienceweek.model.days import hours_of, order
from scienceweek.model.district import District
from scienceweek.model.place import Admission, Location, Online
from scienceweek.model.schedule import Schedule, Unfixed
from scienceweek.model.session import Person, ProgrammeRow, SessionStatus, Stage, SubEvent, fully_booked
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.moment import RecurringRecord, UnfixedRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.records.session import SessionRecord
from scienceweek.source.resolution.admission import At, admission, seats
from scienceweek.source.resolution.dates import schedules
from scienceweek.source.resolution.locations import locations
from scienceweek.source.resolution.registers import Registers
from scienceweek.source.resolution.session_times import agree

_DESK_WORK = "报名|征集|投稿|提交|申报|评审|评选|公布|公示|网络|网上|线上"
"""In the names of stages at which no visitor is."""


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """What is resolved of the sessions and stages of an activity, with its own times and places."""

    when: tuple[Schedule, ...]
    where: tuple[Location, ...]
    sessions: tuple[SubEvent, ...]
    stages: tuple[Stage, ...]

    def conditions(self, written: Admission) -> Admission:
        """Those of the activity: as *written*, and full where all its sessions are."""
        left = [one.status for one in self.sessions if one.status is not SessionStatus.CANCELLED]
        return fully_booked(written) if left and set(left) == {SessionStatus.FULL} else written


def session_plan(
    desk: Registers, entry: RecordEntry[ActivityRecord], campaign: Campaign, district: District
) -> SessionPlan:
    """The times and places of an activity: its own, else those of its sessions and stages."""
    record = entry.record
    when = schedules(desk, entry, record.when or (), campaign.when, "when")
    where = locations(desk, entry, record.where, "where")
    numbered = tuple(
        (number, one)
        for number, session in enumerate(record.sessions)
        for one in _sessions(At(desk, entry, district, campaign.when), campaign, session, number)
    )
    steps = _stages(desk, entry, campaign)
    agree(desk, entry, when, numbered, steps)
    held = tuple(sorted((one for _, one in numbered), key=lambda one: order((one.when,))))
    return SessionPlan(_times(when, held, steps, _told(record)), _places(where, held, steps), held, steps)


def programme(record: ActivityRecord) -> tuple[ProgrammeRow, ...]:
    """In the order in which it is written: what is said of the time may be words."""
    return tuple(ProgrammeRow(one.at, one.what, one.where or "", one.who or "") for one in record.programme)


def people(record: ActivityRecord) -> tuple[Person, ...]:
    return tuple(Person(one.name, one.role or "", one.of or "") for one in record.people)


def _stages(desk: Registers, entry: RecordEntry[ActivityRecord], campaign: Campaign) -> tuple[Stage, ...]:
    """The stages in the order of time; one without a day stays behind those that it is written after."""
    found: list[tuple[tuple[date, time], Stage]] = []
    latest = (date.min, time.min)
    for number, record in enumerate(entry.record.stages):
        path = ("stages", number)
        when = schedules(desk, entry, record.when, campaign.when, *path, "when")
        where = locations(desk, entry, record.where, *path, "where")
        hours = any(hours_of(one)[0] is not None for one in when)
        if record.attend is None and (where or hours) and not re.search(_DESK_WORK, record.name):
            desk.remind(
                entry,
                f"{quoted(record.name)}要不要到场？要，请写 attend: true，它才进日历；不要，写 attend: false。",
                *path,
            )
        first = order(when)
        latest = max(latest, first) if first != order(()) else latest
        stage = Stage(record.name, when, where, attend=bool(record.attend), note=record.note or "")
        found.append((min(first, latest), stage))
    return tuple(stage for _, stage in sorted(found, key=lambda one: one[0]))


def _times(
    written: tuple[Schedule, ...], held: tuple[SubEvent, ...], steps: tuple[Stage, ...], told: str
) -> tuple[Schedule, ...]:
    """When the activity takes place: at its sessions *held*, at the *steps* that one can attend, or as *written*.

    What nobody need go to is on no day of a calendar; when its stages are is *told* in words.
    """
    if held:
        on = [one.when for one in held if one.status is not SessionStatus.CANCELLED]
        return tuple(dict.fromkeys(on or [one.when for one in held]))
    if steps:
        on = [when for one in steps if one.attend for when in one.when]
        return tuple(dict.fromkeys(on)) or (Unfixed(told),)
    return written


def _told(record: ActivityRecord) -> str:
    """报名 3月1日—31日；公布 6月"""
    return "；".join(f"{one.name} {'、'.join(map(_words, one.when))}".rstrip() for one in record.stages)


def _words(written: str | UnfixedRecord | RecurringRecord) -> str:
    match written:
        case str():
            return written
        case UnfixedRecord():
            return written.unfixed
        case RecurringRecord():
            return written.span


def _places(
    written: tuple[Location, ...], held: tuple[SubEvent, ...], steps: tuple[Stage, ...]
) -> tuple[Location, ...]:
    """Where it is: as *written*, else where its sessions are, or the stages that one can attend, if all say so.

    Where nobody need be anywhere it is on the internet, if a stage is.
    """
    on = [one.where for one in held if one.status is not SessionStatus.CANCELLED]
    on += [one.where for one in steps if one.attend]
    if not on:
        on = [nets for one in steps if (nets := tuple(at for at in one.where if isinstance(at, Online)))]
    if written or not all(on):
        return written
    return _once(chain.from_iterable(on))


def _once(found: Iterable[Location]) -> tuple[Location, ...]:
    different: list[Location] = []
    different.extend(one for one in found if one not in different)
    return tuple(different)


def _sessions(at: At, campaign: Campaign, record: SessionRecord, number: int) -> Iterable[SubEvent]:
    desk, entry = at.desk, at.entry
    path = ("sessions", number)
    where = locations(desk, entry, record.where, *path, "where")
    conditions = admission(at, record.booking, *path, "booking")
    capacity = seats(at, record.capacity, *path, "capacity", full="status: full")
    if record.reason and record.status is not SessionStatus.CANCELLED:
        desk.error(entry, "写了“reason”，这一场的状态（status）不是 cancelled。", *path, "reason")
    if record.status is SessionStatus.CANCELLED and not record.reason:
        desk.remind(entry, "取消的场次请写原因（reason），来问的人会少些。", *path, "status")
    for when in schedules(desk, entry, record.when, campaign.when, *path, "when"):
        yield SubEvent(
            when=when,
            name=record.name or "",
            whom=record.whom or "",
            where=where,
            language=record.language or "",
            capacity=capacity,
            admission=conditions,
            note=record.note or "",
            status=record.status,
            reason=record.reason or "",
        )
