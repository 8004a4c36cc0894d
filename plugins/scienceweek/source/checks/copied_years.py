"""Last year's days under this year's number: whoever copies a file changes its ids and forgets its days.

What is told is an error until somebody has made sure and writes ``dates: confirmed``. That mark is copied as well:
where the earlier record has it too, it says nothing.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign, Series
from scienceweek.model.place import Base, Opening
from scienceweek.model.schedule import (
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
from scienceweek.source.mistakes.problems import Position, quoted
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.campaign import CampaignRecord
from scienceweek.source.records.place import BaseRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.registers import Registers

_YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2})(?= ?年|〕)")
MonthDays = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last day of something, each as month and day."""
Path = tuple[str | int, ...]


def activities(
    entries: Mapping[str, RecordEntry[ActivityRecord]], found: Iterable[Activity], desk: Registers
) -> None:
    """An activity on the days of one of the same title in an earlier year."""
    before: dict[object, list[Activity]] = {}
    for activity in sorted(found, key=lambda one: one.campaign.when.first):
        key = (activity.district.id, _undated(activity.full_title), activity.base.id if activity.base else "")
        for other in reversed(before.setdefault(key, [])):
            known = entries.get(activity.id), entries.get(other.id)
            if other.campaign.when.first.year < activity.campaign.when.first.year and known[0] and known[1]:
                shared = _shared(activity.when, activity.campaign, other.when, other.campaign)
                if shared and not _confirmed(known[0], desk, known[0].record, known[1].record):
                    desk.error(known[0], _told(shared, f"“{other.id}”（{other.campaign.name}）"), "when")
                break
        before[key].append(activity)


def openings(entries: Mapping[str, RecordEntry[BaseRecord]], found: Iterable[Base], desk: Registers) -> None:
    """An opening period of a base on the days of one in an earlier year."""
    for base in found:
        entry = entries.get(base.id)
        numbers = {record.id: number for number, record in enumerate(entry.record.opening)} if entry else {}
        for opening, other in _later(base.openings):
            shared = _shared(opening.when, opening.campaign, other.when, other.campaign)
            if not shared or entry is None:
                continue
            number, records = numbers[opening.id], entry.record.opening
            path = ("opening", number)
            if not _confirmed(entry, desk, records[number], records[numbers[other.id]], *path):
                told = _told(shared, f"“{other.id}”（{other.campaign.name}）")
                desk.error(entry, told, *path, "when")


def campaigns(
    entries: Iterable[RecordEntry[CampaignRecord]], found: Iterable[Campaign], desk: Registers
) -> None:
    """A campaign with the window, the deadlines or the notice of an earlier one of its series."""
    known = {entry.record.id: entry for entry in entries}
    before: dict[object, list[Campaign]] = {}
    for campaign in sorted(found, key=lambda one: one.when.first):
        entry = known.get(campaign.id)
        earlier = before.setdefault((campaign.district.id, campaign.series), [])
        others = [one for one in earlier if one.when.first.year < campaign.when.first.year]
        earlier.append(campaign)
        if entry is None or not others:
            continue
        old = known[others[-1].id].record
        same = [
            (days, path)
            for days, path in _same(campaign, others[-1])
            if not _confirmed(entry, desk, entry.record, old)
        ]
        for days, path in same:
            desk.error(entry, _told(days, f"“{old.id}”"), *path)
        if not _is_confirmed(entry.record):
            _text(campaign, others, desk)


def _later(all_: Iterable[Opening]) -> Iterator[tuple[Opening, Opening]]:
    """Each with the last one of an earlier year."""
    ordered = sorted(all_, key=lambda one: one.campaign.when.first)
    for number, opening in enumerate(ordered):
        year = opening.campaign.when.first.year
        others = [one for one in ordered[:number] if one.campaign.when.first.year < year]
        if others:
            yield opening, others[-1]


def _same(campaign: Campaign, other: Campaign) -> Iterator[tuple[MonthDays, Path]]:
    """What of *campaign* is on the days of *other*, and where it stands."""
    if not _is_month(campaign) and _month_days(campaign.when) == _month_days(other.when):
        yield _month_days(campaign.when), ("when",)
    due = {(one.what, one.when.month, one.when.day) for one in other.deadlines}
    for number, deadline in enumerate(campaign.deadlines):
        if (deadline.what, deadline.when.month, deadline.when.day) in due:
            yield _month_days(Days(deadline.when, deadline.when)), ("deadlines", number, "when")
    asked, before = (one.registration.when if one.registration else None for one in (campaign, other))
    if asked and before and _month_days(asked) == _month_days(before):
        yield _month_days(asked), ("registration", "when")
    issued, old = campaign.notice.issued, other.notice.issued
    if issued and old and (issued.month, issued.day) == (old.month, old.day):
        yield _month_days(Days(issued, issued)), ("notice", "issued")


def _is_month(campaign: Campaign) -> bool:
    """Whether it is a science month over whole months, which is the same every year by law."""
    first, last = campaign.when.first, campaign.when.last
    return (
        campaign.series is Series.MONTH
        and first.day == 1
        and last.day == monthrange(last.year, last.month)[1]
    )


def _text(campaign: Campaign, others: Iterable[Campaign], desk: Registers) -> None:
    """The text of its notice is that of another campaign, or of another year."""
    body = desk.library.notices.get(campaign.id)
    if body is None:
        return
    years = {campaign.when.first.year, campaign.when.last.year}
    said = {int(match[1]): match.start() for match in reversed([*_YEAR.finditer(body.text)])}
    for other in others:
        old = desk.library.notices.get(other.id)
        if old and old.text.strip() and old.text.split() == body.text.split():
            told = f"这份通知和“{other.id}”的一字不差，是不是复制来的？请换成今年的；没有就删去这个文件。"
            desk.problems.error(Position(body.file), told)
            return
    own = {one.when.first.year for one in others}
    if years & set(said) or not (wrong := sorted(own & set(said))):
        return
    at = said[wrong[-1]]
    spot = Position(body.file, body.text.count("\n", 0, at) + 1, at - body.text.rfind("\n", 0, at))
    desk.problems.error(
        spot,
        f"这里写的是{wrong[-1]}年，全文没有提到{campaign.when.first.year}年：是不是往年的通知？请换成今年的；"
        f"没有错的，在“{campaign.id}”里写 dates: confirmed（已核对）。",
    )


def _told(days: MonthDays, other: str) -> str:
    first, last = (f"{month}月{day}日" for month, day in days)
    when = first if first == last else f"{first}—{last}"
    return (
        f"{quoted(when)}和往年的{other}是同月同日，多半是复制来的、还没有改。请改成今年的日期；"
        "核对过、今年也是这一天的，加上 dates: confirmed（已核对）。"
    )


def _confirmed(entry: RecordEntry[Any], desk: Registers, record: Any, old: Any, *path: str | int) -> bool:
    """Whether somebody has made sure of the *record* at *path* of *entry*. The mark of the *old* one came with the copy."""
    if _is_confirmed(record) and _is_confirmed(old):
        told = f"“{old.id}”也写着 dates: confirmed，分不清是不是一起复制来的。核对过，请把那一条里的删去。"
        desk.error(entry, told, *path, "dates")
    return _is_confirmed(record)


def _is_confirmed(record: Any) -> bool:
    return record.dates is not None


def _undated(title: str) -> str:
    return re.sub("(?:19|20)[0-9]{2}年?度?", "", "".join(title.split()))


def _shared(
    when: Iterable[Schedule], campaign: Campaign, before: Iterable[Schedule], other: Campaign
) -> MonthDays | None:
    old = {days for one in before if (days := _typed(one, other.when))}
    return next((days for one in when if (days := _typed(one, campaign.when)) in old), None) if old else None


def _typed(when: Schedule, window: Days) -> MonthDays | None:
    """The days that somebody has written for it, none that it has from the *window* of its campaign."""
    match when:
        case Session() | PartDay() | Days():
            days = Days(when.first, when.last)
        case OpenDays(day=day):
            days = Days(day, day)
        case Recurring(span=span):
            days = span
        case Months() | DuringCampaign() | YearRound() | Unfixed():
            return None
    return None if (days.first, days.last) == (window.first, window.last) else _month_days(days)


def _month_days(days: Days) -> MonthDays:
    return _short(days.first), _short(days.last)


def _short(day: date) -> tuple[int, int]:
    return day.month, day.day
