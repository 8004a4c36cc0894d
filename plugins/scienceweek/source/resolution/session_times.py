"""What must hold between the times of an activity, of its sessions and of its stages."""

from collections.abc import Iterator
from datetime import date

from scienceweek.model.activity import Status
from scienceweek.model.days import extent, hours_of, merged, runs_of
from scienceweek.model.schedule import Days, Schedule
from scienceweek.model.session import SessionStatus, Stage, SubEvent
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.registers import Registers

Numbered = tuple[tuple[int, SubEvent], ...]
"""Sessions, each with the number of its record."""


def agree(
    desk: Registers,
    entry: RecordEntry[ActivityRecord],
    written: tuple[Schedule, ...],
    held: Numbered,
    steps: tuple[Stage, ...],
) -> None:
    """No two sessions are the same; what the activity says of its time (*written*) is true of them."""
    record = entry.record
    if record.sessions and record.stages:
        desk.error(
            entry,
            "场次（sessions）和阶段（stages）只写一种：先后参加的是阶段，选一场参加的是场次；一个阶段有几个时间，写在它的 when 里。",
            "stages",
        )
        return
    _twice(desk, entry, held)
    if held and record.status is not Status.CANCELLED and all(_off(one) for _, one in held):
        desk.error(entry, "每一场都取消了，活动的状态（status）请写 cancelled。", "sessions")
    if written and held:
        _framed(desk, entry, written, held)
    if written and steps:
        known = {when for one in steps for when in one.when}
        if any(when not in known for when in written):
            desk.error(
                entry,
                "“when”里的时间，阶段（stages）里没有。写了阶段，就不用再写 when：日历里放的是要到场（attend: true）的阶段。",
                "when",
            )


def _off(session: SubEvent) -> bool:
    return session.status is SessionStatus.CANCELLED


def _twice(desk: Registers, entry: RecordEntry[ActivityRecord], held: Numbered) -> None:
    seen: list[tuple[object, int]] = []
    for number, one in held:
        what = (one.when, one.where, one.name, one.whom, one.language)
        other = next((at for known, at in seen if known == what), None)
        if other is not None:
            desk.error(
                entry,
                f"这一场和第 {other + 1} 条的时间、地点和对象都一样。重复的请删去；不是重复的，请写明对象（for）、题目（name）或地点（where）。",
                "sessions",
                number,
                "when",
            )
        seen.append((what, number))


def _framed(
    desk: Registers, entry: RecordEntry[ActivityRecord], frame: tuple[Schedule, ...], held: Numbered
) -> None:
    """Each session lies within the *frame*, and the frame has no day without a session."""
    wrong = [(number, one) for number, one in held if not any(_within(one.when, when) for when in frame)]
    for number, _ in wrong:
        desk.error(
            entry,
            "这一场的时间不在活动的时间（when）里。请改对其中一个，或删去活动的 when：它就是各场的时间。",
            "sessions",
            number,
            "when",
        )
    empty = list(_empty(frame, held))
    if empty and not wrong:
        others = f"等 {len(empty)} 天" if len(empty) > 1 else ""
        desk.remind(
            entry, f"活动的时间（when）里有 {empty[0]}{others}，没有哪一场在那天；网页上只列各场。", "when"
        )


def _within(session: Schedule, frame: Schedule) -> bool:
    runs = runs_of(session)
    if not runs:
        return session == frame or not runs_of(frame)
    outer = runs_of(frame) or tuple(filter(None, (extent(frame),)))
    if not all(any(one.first <= run.first and run.last <= one.last for one in merged(outer)) for run in runs):
        return False
    start, from_ = hours_of(session)[0], hours_of(frame)[0]
    last, until = hours_of(session)[1], hours_of(frame)[1]
    if start is None or from_ is None:
        return True
    if until is None or until <= from_:
        return from_ <= start
    return from_ <= start <= until and (last is None or last <= until)


def _empty(frame: tuple[Schedule, ...], held: Numbered) -> Iterator[date]:
    """The days of the *frame* on which there is no session."""
    on = {day for _, one in held for run in runs_of(one.when) for day in run}
    for run in merged(run for when in frame for run in runs_of(when)):
        yield from (day for day in Days(run.first, run.last) if day not in on)
