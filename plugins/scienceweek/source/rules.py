"""What must hold between records, and what is likely to be a slip."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from scienceweek.model.activity import Activity, Admits, Status
from scienceweek.model.campaign import Campaign, Disclosure
from scienceweek.model.place import AtBase, AtVenue
from scienceweek.model.schedule import Days, Session
from scienceweek.source.problems import Problems, Spot, quoted
from scienceweek.source.prose import Body
from scienceweek.source.reading import Entry
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.campaign import CampaignRecord
from scienceweek.source.references import Register
from scienceweek.source.resolution.desk import Desk

Entries = Mapping[str, Entry[ActivityRecord]]
_FAR = 183  # days


def unique(entries: Iterable[Entry[Any]], problems: Problems) -> None:
    """An id belongs to one thing of the site."""
    first: dict[str, Entry[Any]] = {}
    twice: dict[tuple[str, str], list[tuple[Spot, Spot, str]]] = {}
    for entry in entries:
        id = entry.record.id
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


def contacts(entries: Iterable[Entry[Any]], desk: Desk) -> None:
    """What makes a personal mobile public is a notice that was issued for the public."""
    for entry in entries:
        for number, one in enumerate(getattr(entry.record, "contacts", ())):
            at = ("contacts", number, "basis")
            campaign = desk.campaigns.find(one.basis, entry, *at)
            if campaign and campaign.notice.disclosure is not Disclosure.PUBLIC:
                desk.remind(
                    entry, f"“{campaign.id}”的通知没有写明公开发布，不一定能作公开个人手机的依据。", *at
                )


def activities(entries: Entries, found: Sequence[Activity], desk: Desk, content: Path) -> None:
    """All that must hold for activities, which are *found* as values."""
    _parts(entries, desk)
    _changes(entries, desk)
    _photos(entries, content, desk)
    _twins(entries, found, desk)
    _years(entries, found, desk)


def campaigns(entries: Iterable[Entry[CampaignRecord]], found: Sequence[Campaign], desk: Desk) -> None:
    """A campaign falls in the year that its name says."""
    known = {campaign.id: campaign for campaign in found}
    for entry in entries:
        campaign = known.get(entry.record.id)
        said = re.search("(?:19|20)[0-9]{2}", entry.record.name)
        if campaign and said and int(said[0]) not in {campaign.when.first.year, campaign.when.last.year}:
            desk.remind(entry, f"名称里是{said[0]}年，时间却在{campaign.when.first.year}年，请核对。", "when")


def _years(entries: Entries, activities: Sequence[Activity], desk: Desk) -> None:
    """An activity far away from its campaign has a slip in its date: last year's, or ``1.5`` for ``9.15``."""
    for activity in activities:
        window = activity.campaign.when
        for one in activity.when:
            if not isinstance(one, Days | Session) or activity.id not in entries:
                continue
            away = max((window.first - one.last).days, (one.first - window.last).days)
            if away > _FAR:
                desk.remind(
                    entries[activity.id],
                    f"活动在{one.first}，离活动周（{window.first}开始）有半年以上，请核对日期。",
                    "when",
                )


def _parts(entries: Entries, desk: Desk) -> None:
    """An activity is part of a known one that may be shown, and not of itself by a detour."""
    for entry in entries.values():
        whole = entry.record.part_of
        if whole is None:
            continue
        desk.activities.find(whole, entry, "part_of")
        if entry.record.admits is not Admits.STAFF and _withheld(entries.get(whole)):
            desk.error(entry, f"{quoted(whole)}是内部活动，不公开，不能作它的所属活动。", "part_of")
        seen = {entry.record.id}
        while whole and whole not in seen:
            seen.add(whole)
            whole = entries[whole].record.part_of if whole in entries else None
        if whole == entry.record.id:
            desk.error(entry, f"所属活动绕成了圈：{quoted(whole)}往上又回到它自己。", "part_of")


def _changes(entries: Entries, desk: Desk) -> None:
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


def _photos(entries: Entries, content: Path, desk: Desk) -> None:
    """A photo is a file in ``content/images``."""
    for entry in entries.values():
        for number, photo in enumerate(entry.record.results.photos if entry.record.results else ()):
            at = ("results", "photos", number, "file")
            file = content / "images" / photo.file
            if {"/", "\\", "\0"} & set(photo.file) or photo.file.startswith("."):
                desk.error(entry, f"照片{quoted(photo.file)}只写文件名，不写路径。", *at)
            elif file.is_symlink() or not file.is_file():
                desk.error(entry, f"content/images 里没有{quoted(photo.file)}。", *at)


def _twins(entries: Entries, activities: Sequence[Activity], desk: Desk) -> None:
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


def _twin(entries: Entries, activity: Activity, other: Activity, what: str, desk: Desk) -> None:
    if activity.id != other.id and activity.id in entries:
        desk.remind(entries[activity.id], f"{what}和“{other.id}”一样，是不是重复了？", "id")


def _known(bodies: Mapping[str, Body], register: Register[Any], problems: Problems) -> None:
    """Each text belongs to a record, by its file's name."""
    for id, body in bodies.items():
        if id in register or not register.complete:
            continue
        near = problems.nearest(id, register.ids)
        problems.error(Spot(body.file), f"没有编号为{quoted(id)}的{register.kind}，这个文件不会显示。{near}")


def bodies(desk: Desk) -> None:
    """Each text in ``content`` belongs to a record."""
    library = desk.library
    _known(library.activities, desk.activities, desk.problems)
    _known(library.bases, desk.bases, desk.problems)
    _known(library.notices, desk.campaigns, desk.problems)


def _withheld(entry: Entry[ActivityRecord] | None) -> bool:
    return entry is not None and entry.record.admits is Admits.STAFF


def _places(activity: Activity) -> list[str]:
    return [
        place.base.id if isinstance(place, AtBase) else place.venue.id
        for place in activity.where
        if isinstance(place, AtBase | AtVenue)
    ]
