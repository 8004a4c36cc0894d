"""An activity told to somebody: sent to the family, or read aloud."""

from datetime import time
from typing import assert_never

from scienceweek.model.activity import Activity
from scienceweek.model.booking import Booking, WayKind
from scienceweek.model.days import first_day, is_night, note_of
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
from scienceweek.model.session import Occurrence
from scienceweek.views.parts import invitation, ticket
from scienceweek.views.parts.enquiries import EnquiryDesk
from scienceweek.views.words import admission as words
from scienceweek.views.words import changes, dates, facts, sessions, whereabouts

_NOON = 12


def share(activity: Activity, asked: EnquiryDesk) -> str:
    """What one sends to the family: when, what, where, in plain lines; the number last. What has changed is said first."""
    calls = [f"{'邮箱' if call.is_mail else '电话'}：{call.number}" for call in asked.calls[:1] if call.href]
    where = ticket.place(activity)
    told = invitation.change(activity)
    time = "" if any(line.startswith("新的时间") for line in told) else sessions.when(activity)
    meeting = map(whereabouts.meeting, activity.held_at)
    going = () if activity.off else (f"地点：{where}" if where else "", *meeting, booked(activity))
    title = invitation.title(activity)
    first = (title, *told) if activity.off else (title, *told, time) if told else (time, title)
    return "\n".join(filter(None, (*first, *going, *calls)))


def booked(activity: Activity) -> str:
    """Whether one must book, from when until when, and the first way; nothing, where nobody says."""
    terms = activity.admission
    if terms.booking is Booking.UNKNOWN:
        return ""
    ways = [words.way(way) for way in terms.plan.ways if way.kind is not WayKind.PHONE]
    how = f"，{ways[0]}" if ways and terms.booking is Booking.REQUIRED and not terms.plan.full else ""
    return f"预约：{facts.booking(terms)}{how}"


def spoken(activity: Activity) -> tuple[str, str, str, str]:
    """What is read aloud: what became of it, what, when, where, on what conditions."""
    where = ticket.place(activity)
    told = changes.plain(activity)
    before = "原定" if activity.off and any(map(first_day, activity.when)) else ""
    return (
        (f"{told}。" if told else "") + f"{activity.title}，{activity.subtitle}".rstrip("，"),
        f"{before}时间：" + "；".join(_time(one) for one in _told(activity)),
        "。".join(filter(None, (where and f"地点：{where}", *map(whereabouts.meeting, activity.held_at))))
        or "地点，通知没有写明",
        facts.admission(activity.admission),
    )


def _told(activity: Activity) -> tuple[Occurrence, ...]:
    """Its times: of sessions those that take place."""
    held = activity.occurrences if activity.sessions or activity.stages else ()
    return tuple(one for one in held if not one.cancelled) or tuple(map(Occurrence, activity.when))


def _time(at: Occurrence) -> str:
    """A time, and what tells the session or stage from the others."""
    return "，".join(filter(None, (schedule(at.when), at.said, sessions.FULL if at.full else "")))


def schedule(when: Schedule) -> str:
    """When, to be read aloud: 5月25日，星期六，上午9点30分到11点."""
    match when:
        case Session(start=start, end=end):
            return _noted(
                f"{dates.day(when.day)}，{dates.weekday_in_full(when.day)}，{_hours(start, end)}", when
            )
        case PartDay(day, part):
            return _noted(f"{dates.day(day)}，{dates.weekday_in_full(day)}，{part}", when)
        case OpenDays(day, begins):
            return _noted(f"{dates.day(day)}，{dates.weekday_in_full(day)}，{'起' if begins else '止'}", when)
        case Days(first, last) if first == last:
            return _noted(f"{dates.day(first)}，{dates.weekday_in_full(first)}", when)
        case Days(first, last):
            said = f"{dates.day(first)}，{dates.weekday_in_full(first)}，到{dates.day(last)}，{dates.weekday_in_full(last)}"
            return _noted(said, when)
        case Recurring() | Months() | DuringCampaign() | YearRound() | Unfixed():
            return dates.schedule(when).replace("—", "到")
        case _:
            assert_never(when)


def _noted(said: str, when: Schedule) -> str:
    note = note_of(when)
    return f"{said}，{note}" if note else said


def _hours(start: time, end: time | None) -> str:
    if end is None:
        return f"{_oclock(start)}开始"
    if not is_night(start, end):
        return f"{_oclock(start)}到{_oclock(end)}"
    return f"{_oclock(start)}到{'晚上12点' if end == time() else f'第二天{_oclock(end)}'}"


def _oclock(at: time) -> str:
    hour = at.hour if at.hour <= _NOON else at.hour - _NOON
    return f"{dates.half(at)}{hour}点" + (f"{at.minute}分" if at.minute else "")
