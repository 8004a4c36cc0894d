"""What must hold between records, and what is likely to be a slip."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, assert_never

from scienceweek.model.activity import Activity, Change, Status
from scienceweek.model.campaign import Campaign, Disclosure
from scienceweek.model.contact import Show
from scienceweek.model.days import extent
from scienceweek.model.parts import tells_of
from scienceweek.model.place import AtBase, AtVenue, Base
from scienceweek.model.schedule import (
    Dated,
    Days,
    DuringCampaign,
    Months,
    OpenDays,
    PartDay,
    Recurring,
    Schedule,
    Session,
    Unfixed,
    YearRound,
)
from scienceweek.source.checks.notice_texts import notice_texts
from scienceweek.source.mistakes.problems import Position, Problems, quoted
from scienceweek.source.prose.library import Body
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.campaign import CampaignRecord
from scienceweek.source.records.place import BaseRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.notices import written_at
from scienceweek.source.resolution.register import Register
from scienceweek.source.resolution.registers import Registers

Entries = Mapping[str, RecordEntry[ActivityRecord]]
_FAR = 183  # days
_YEAR = 366  # days
_LONG = 330
"""Days over the turn of a year: so long is what has a slip in the year of its end."""
_LONGEST_CAMPAIGN = 92  # days


def unique(entries: Iterable[RecordEntry[Any]], problems: Problems) -> None:
    """An id belongs to one thing of the site."""
    first: dict[str, RecordEntry[Any]] = {}
    twice: dict[tuple[str, str], list[tuple[Position, Position, str]]] = {}
    for entry in entries:
        id = entry.head.id
        other = first.setdefault(id, entry)
        if other is not entry:
            here, there = entry.spot("id"), other.spot("id")
            twice.setdefault((here.file, there.file), []).append((here, there, id))
    for (file, source), copies in twice.items():
        if len(copies) > 1:
            here, there, id = copies[0]
            where = f" {source} 里" if file != source else f"第 {there.line} 行起的几条里"
            problems.error(
                here,
                f"从{quoted(id)}起有 {len(copies)} 个编号在{where}已经用过。复制来的，请给每一条换一个编号，或删去多余的。",
            )
            continue
        for here, there, id in copies:
            problems.error(
                here, f"编号{quoted(id)}已经用过，在 {there.file} 第 {there.line} 行。请换一个编号。"
            )


def contacts(entries: Iterable[RecordEntry[Any]], desk: Registers) -> None:
    """What makes a personal mobile or an office's number public is a notice that was issued for the public."""
    for entry in entries:
        own = desk.campaigns[entry.record.id] if isinstance(entry.record, CampaignRecord) else None
        for number, one in enumerate(getattr(entry.record, "contacts", ())):
            at = ("contacts", number, "basis")
            campaign = desk.campaigns.find(one.basis, entry, *at)
            if own and one.show is Show.OFFICE and own.notice.disclosure is not Disclosure.PUBLIC:
                told = "本届的通知没有写明公开发布（notice 的 disclosure: public），办公电话不一定能公开。"
                desk.remind(entry, told, "contacts", number, "show")
            if campaign and campaign.notice.disclosure is not Disclosure.PUBLIC:
                desk.remind(
                    entry, f"“{campaign.id}”的通知没有写明公开发布，不一定能作公开个人手机的依据。", *at
                )


def activities(entries: Entries, found: Sequence[Activity], desk: Registers) -> None:
    """All that must hold between activities, which are *found* as values."""
    _parts(entries, desk)
    _left_behind(entries, found, desk)
    _twins(entries, found, desk)


def each_activity(entries: Entries, found: Sequence[Activity], desk: Registers) -> None:
    """All that must hold for each of them, whatever others there are."""
    _changes(entries, desk)
    _lost_days(entries, found, desk)
    _years(entries, found, desk)


def campaigns(
    entries: Iterable[RecordEntry[CampaignRecord]], found: Sequence[Campaign], desk: Registers
) -> None:
    """A campaign falls in the year that its name or its id says, lasts for some weeks, and its other days are near."""
    known = {campaign.id: campaign for campaign in found}
    for entry in entries:
        campaign = known.get(entry.record.id)
        if campaign is None:
            continue
        first, last = campaign.when.first, campaign.when.last
        if said := _other_year(campaign):
            desk.remind(entry, f"{said}，时间却在{first.year}年，请核对。", "when")
            continue
        if len(campaign.when) > _LONGEST_CAMPAIGN:
            desk.remind(entry, f"从 {first} 到 {last} 有 {len(campaign.when)} 天，请核对日期。", "when")
        for days, path in (*_duties(campaign), *_issued(campaign, entry.record)):
            if _away(days, campaign.when) > _YEAR:
                far = f"{days.first} 离活动周（{first}开始）有一年以上，请核对年份。"
                desk.remind(entry, far, *path)


def _other_year(campaign: Campaign) -> str:
    """名称里是2024年, if the campaign is in another year than its name or else its id says."""
    years = {campaign.when.first.year, campaign.when.last.year}
    for where, text in (("名称", campaign.name), ("编号", campaign.id)):
        said = re.search("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", text)
        if said and int(said[0]) not in years:
            return f"{where}里是{said[0]}年"
    return ""


def _duties(campaign: Campaign) -> Iterator[tuple[Days, tuple[str | int, ...]]]:
    """The other days of *campaign*, each with where it stands."""
    for number, deadline in enumerate(campaign.deadlines):
        yield Days(deadline.when, deadline.when), ("deadlines", number, "when")
    if campaign.registration and campaign.registration.when:
        yield campaign.registration.when, ("registration", "when")


def _issued(campaign: Campaign, record: CampaignRecord) -> Iterator[tuple[Days, tuple[str | int, ...]]]:
    """When its documents were issued, each with where that stands."""
    for notice, path in zip((campaign.notice, *campaign.further), written_at(record), strict=True):
        if notice.issued:
            yield Days(notice.issued, notice.issued), (*path, "issued")


def bases(entries: Mapping[str, RecordEntry[BaseRecord]], found: Sequence[Base], desk: Registers) -> None:
    """An opening period is near its campaign."""
    for base in found:
        if base.id not in entries:
            continue
        numbers = {record.id: number for number, record in enumerate(entries[base.id].record.opening)}
        for opening in base.openings:
            for said in _slips("开放", opening.when, opening.campaign.when):
                desk.remind(entries[base.id], said, "opening", numbers[opening.id], "when")


def _years(entries: Entries, activities: Sequence[Activity], desk: Registers) -> None:
    """An activity far away from its campaign has a slip in its date: last year's, or ``1.5`` for ``9.15``."""
    for activity in activities:
        if activity.id in entries:
            for said in _slips("活动", activity.when, activity.campaign.when):
                desk.remind(entries[activity.id], said, "when")


def _slips(what: str, schedules: Iterable[Schedule], window: Days) -> Iterator[str]:
    for when in schedules:
        known = extent(when)
        if known is None:
            continue
        if _away(known, window) > _FAR:
            yield f"{what}在{_beginning(when, known.first)}，离活动周（{window.first}开始）有半年以上，请核对日期。"
        elif len(known) >= _LONG and known.first.year != known.last.year and known != window:
            yield f"{what}从 {known.first} 到 {known.last} 有 {len(known)} 天，请核对年份。"


def _away(days: Days, window: Days) -> int:
    """In days."""
    return max((window.first - days.last).days, (days.first - window.last).days)


def _beginning(when: Schedule, first: date) -> str:
    match when:
        case Session() | PartDay() | Days() | OpenDays() | Recurring() | DuringCampaign() | Unfixed():
            return first.isoformat()
        case Months(first=month):
            return str(month)
        case YearRound(year):
            return f"{year}年"
        case _:
            assert_never(when)


def _parts(entries: Entries, desk: Registers) -> None:
    """An activity is part of a known one that may be shown, and not of itself by a detour."""
    for entry in entries.values():
        whole = entry.head.part_of
        if whole is None:
            continue
        desk.activities.find(whole, entry, "part_of")
        if not entry.head.withheld and _withheld(entries.get(whole)):
            desk.error(entry, f"{quoted(whole)}是内部活动，不公开，不能作它的所属活动。", "part_of")
        seen = {entry.head.id}
        while whole and whole not in seen:
            seen.add(whole)
            whole = entries[whole].head.part_of if whole in entries else None
        if whole == entry.head.id:
            desk.error(entry, f"所属活动绕成了圈：{quoted(whole)}往上又回到它自己。", "part_of")


def _changes(entries: Entries, desk: Registers) -> None:
    """A change of plan says why or from when; a reason without a change was forgotten half-way."""
    for entry in entries.values():
        record = entry.record
        if not entry.sound:
            continue  # a status that could not be read has been told
        if record.status is Status.SCHEDULED and (record.reason or record.previously):
            key = "reason" if record.reason else "previously"
            desk.error(
                entry,
                f"写了“{key}”，状态（status）还是照常。请写 postponed、cancelled、rescheduled 或 moved-online。",
                key,
            )
        if record.status is Status.RESCHEDULED and not record.previously:
            desk.remind(entry, "改期的活动请写原来的时间（previously），已经记下的人才看得出变化。", "status")
        if record.status is not Status.SCHEDULED and not record.reason:
            desk.remind(entry, f"{record.status.said}的活动请写原因（reason），来问的人会少些。", "status")


def _lost_days(entries: Entries, activities: Sequence[Activity], desk: Registers) -> None:
    """What is postponed has no new day yet; one that has a new day is rescheduled."""
    for activity in activities:
        status = activity.change.status
        if activity.id not in entries or status not in {Status.POSTPONED, Status.RESCHEDULED}:
            continue
        entry, before = entries[activity.id], activity.change.previously
        has_days = any(isinstance(one, Dated) for one in activity.when)
        if before and has_days and set(before) == set(activity.when):
            desk.error(
                entry,
                "原来的时间（previously）和现在的时间（when）一样。新的时间定了，请写在 when；没有定，when 写 另行通知。",
                "previously",
            )
            continue
        if status is Status.RESCHEDULED:
            if before and not has_days:
                desk.remind(entry, "新的时间还没有定，状态请写 postponed（延期）。", "status")
            continue
        if not has_days:
            continue
        told = (
            "新的时间定了，状态请写 rescheduled（改期）。"
            if before
            else "延期的活动，原来的时间请写进 previously，when 写 另行通知；新的时间定了再写 rescheduled。"
        )
        desk.remind(entry, told, "status")


def _left_behind(entries: Entries, activities: Sequence[Activity], desk: Registers) -> None:
    """What is part of something that has moved to other days moves too, or says that it does not."""
    known = {activity.id: activity for activity in activities}
    for part in activities:
        whole = known.get(part.part_of)
        if whole is None or part.id not in entries or part.change.status is not Status.SCHEDULED:
            continue
        old = replace(whole, when=whole.change.previously, change=Change())
        if whole.change.status is Status.RESCHEDULED and tells_of(old, part) and not tells_of(whole, part):
            told = f"整场{quoted(whole.id)}改期了，这一部分还在原来的日子。一起改的，请改时间，写 status: rescheduled；没有改的，不用管。"
            desk.remind(entries[part.id], told, "when")


def _twins(entries: Entries, activities: Sequence[Activity], desk: Registers) -> None:
    """The same title, time and place twice, or one base or venue at one hour, is often a copy left over."""
    same: dict[object, Activity] = {}
    busy: dict[object, Activity] = {}
    for activity in activities:
        key = (activity.title, activity.subtitle, activity.base.id if activity.base else "")
        other = same.setdefault(key, activity)
        if other is not activity and (other.when, other.where) == (activity.when, activity.where):
            _twin(entries, activity, other, "名称、时间和地点", desk)
            continue
        for place in _places(activity):
            for session in activity.when:
                other = (
                    busy.setdefault((place, session), activity) if isinstance(session, Session) else activity
                )
                if other is not activity:
                    _twin(entries, activity, other, "地点和钟点", desk)


def _twin(entries: Entries, activity: Activity, other: Activity, what: str, desk: Registers) -> None:
    if activity.part_of == other.id or other.part_of == activity.id:
        return
    if activity.id != other.id and activity.id in entries:
        desk.remind(entries[activity.id], f"{what}和“{other.id}”一样，是不是重复了？", "id")


def _known(bodies: Mapping[str, Body], register: Register[Any], problems: Problems) -> None:
    """Each text belongs to a record, by its file's name."""
    for id, body in bodies.items():
        if id in register or not register.complete:
            continue
        now = register.named(id)
        near = f"它的编号是“{now}”，请改名为“{now}.md”。" if now else problems.nearest(id, register.ids)
        problems.error(
            Position(body.file), f"没有编号为{quoted(id)}的{register.kind}，这个文件不会显示。{near}"
        )


def bodies(desk: Registers) -> None:
    """Each text in ``content`` belongs to a record."""
    library = desk.library
    _known(library.activities, desk.activities, desk.problems)
    _known(library.bases, desk.bases, desk.problems)
    notice_texts(desk)


def _withheld(entry: RecordEntry[ActivityRecord] | None) -> bool:
    return entry is not None and entry.head.withheld


def _places(activity: Activity) -> list[tuple[str, str]]:
    """The bases and venues, each with the room: two rooms are two places."""
    return [
        (place.base.id if isinstance(place, AtBase) else place.venue.id, place.room)
        for place in activity.where
        if isinstance(place, AtBase | AtVenue)
    ]
