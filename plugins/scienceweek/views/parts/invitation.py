"""What an activity says of itself in calendars and feeds (RFC 5545 SUMMARY, LOCATION, DESCRIPTION): plain text.

Whoever has put it into a calendar may never see its page again: what became of it stands first.
"""

from collections.abc import Iterator

from scienceweek.model.activity import Activity, Admits, Status
from scienceweek.model.days import note_of, order, part_of
from scienceweek.model.parts import have_hours, pieces_in
from scienceweek.model.place import AtBase, AtVenue, Online
from scienceweek.model.point import Point
from scienceweek.model.schedule import (
    DayPart,
    Days,
    DuringCampaign,
    OpenDays,
    PartDay,
    Recurring,
    Schedule,
    Session,
)
from scienceweek.model.session import Occurrence, SessionStatus
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Call
from scienceweek.views.parts.enquiries import EnquiryDesk
from scienceweek.views.words import admission as words
from scienceweek.views.words import dates, facts, sessions, whereabouts

_PIECES = 12
"""Parts that are told of; of more the number."""


def title(activity: Activity, when: Schedule | None = None, at: Occurrence | None = None) -> str:
    """Its title, after what became of it: 【取消】我们曾经都是鱼; before what a whole day *when* would not say: （上午）, （5月20日起）."""
    one = activity.at(at) if at else activity
    state = _state(one, at)
    said = f"【{state}】{one.full_title}" if state else one.full_title
    vague = _vague(when) if when else ""
    return f"{said}（{vague}）" if vague else said


def _state(activity: Activity, at: Occurrence | None) -> str:
    """What became of it, or that it is full *at* a session."""
    if activity.change.status is not Status.SCHEDULED:
        return activity.change.status.said
    return SessionStatus.FULL.said if at and at.full else ""


def _vague(when: Schedule) -> str:
    """What is known of a day that calendars show as a whole one, in words."""
    if isinstance(when, OpenDays):
        return dates.open_end(when)
    part = part_of(when)
    return part if part and part is not DayPart.WHOLE else ""


def place(activity: Activity, at: Occurrence | None = None) -> str:
    """Where it happens now, or at a time of its own, with the address on the net of what is online."""
    held_at = (activity.at(at) if at else activity).held_at
    if any(isinstance(one, Online) and one.url for one in held_at):
        return "、".join(
            _online(one) if isinstance(one, Online) else whereabouts.spot(one) for one in held_at
        )
    return ticket.place(activity.at(at) if at else activity)


def _online(at: Online) -> str:
    return f"{facts.place(at)} {at.url}".rstrip()


def point(activity: Activity, at: Occurrence | None = None) -> Point | None:
    """Where it happens now, or at a time of its own: of several places, or of one known only roughly, nothing is said."""
    places = [one for one in (activity.at(at) if at else activity).held_at if not isinstance(one, Online)]
    match places:
        case [AtBase(base=place)] | [AtVenue(venue=place)]:
            return place.point if place.point and not place.point.radius else None
        case _:
            return None


def sorts(activity: Activity) -> tuple[str, ...]:
    """What it is, what it is about and for whom, in the words of the lists of staff."""
    kind = (activity.kind,) if activity.kind else ()
    return tuple(dict.fromkeys(term.name for term in (*kind, *activity.topics, *activity.audience)))


def stream(activity: Activity, at: Occurrence | None = None) -> str:
    """The address at which it can be seen, if it takes place and somebody has told one."""
    one = activity.at(at) if at else activity
    if one.off:
        return ""
    live = (one.live.url,) if one.live else ()
    online = (place.url for place in one.held_at if isinstance(place, Online))
    return next(filter(None, (*live, *online)), "")


def contacts(asked: EnquiryDesk) -> tuple[str, ...]:
    """Whom to call, each with the number: only what may be shown."""
    return tuple(f"{call.who or asked.name} {call.number}".lstrip() for call in asked.calls)


def text(
    activity: Activity, when: Schedule, asked: EnquiryDesk, page: str, at: Occurrence | None = None
) -> str:
    """All that one must know at the time *when*; *page* is its address, or empty."""
    lines = (
        *change(activity),
        *(sessions.lines(at) if at and not activity.off else ()),
        note_of(when),
        "" if have_hours(activity.pieces, when) else unstated(when),
        activity.description,
        *_pieces(activity, when),
        *beside(activity),
        *(() if activity.off or (at and at.off) else _going(activity, at)),
        *_asking(asked),
        page,
    )
    return "\n".join(filter(None, lines))


def beside(activity: Activity) -> tuple[str, ...]:
    """What to know besides its place: where to meet, what becomes of it in rain, where it can be seen from afar."""
    if activity.off:
        return ()
    rain, live = whereabouts.rain(activity.rain), activity.live
    return (
        *filter(None, map(whereabouts.meeting, activity.held_at)),
        f"下雨：{rain}" if rain else "",
        f"直播：{whereabouts.live(live)} {live.url}".rstrip() if live else "",
        f"回看：{activity.replay}" if activity.replay else "",
    )


def change(activity: Activity) -> tuple[str, ...]:
    """What became of the plan, line by line; nothing if it stands."""
    change = activity.told
    if change.status is Status.SCHEDULED:
        return ()
    word = change.status.said
    before = change.previously or (activity.when if activity.off else ())
    lines = [f"{word}：{change.reason}" if change.reason else word]
    if before:
        lines.append(f"原定：{dates.when(before)}")
    if change.status is Status.MOVED_ONLINE:
        lines += _online_now(activity)
    elif change.status is not Status.CANCELLED:
        new = "" if activity.when == before else dates.when(activity.when)
        lines.append(f"新的时间：{new or '未定'}")
    return tuple(lines)


def _online_now(activity: Activity) -> list[str]:
    old = "、".join(map(whereabouts.spot, activity.was_at))
    known = any(isinstance(at, Online) and (at.url or at.account) for at in activity.held_at)
    lines = [f"原定地点：{old}"] if old else []
    if activity.change.previously:
        lines.append(f"新的时间：{dates.when(activity.when)}")
    return lines if known else [*lines, "线上的网址未公布"]


def _pieces(activity: Activity, when: Schedule) -> Iterator[str]:
    """Its parts on days of *when*, a line each, by the hour; of many the first."""
    pieces = sorted(pieces_in(activity.pieces, when), key=lambda piece: order(piece.when))
    if pieces:
        yield f"其中{len(pieces)}项："
    for piece in pieces[:_PIECES]:
        said = f"{'；'.join(map(dates.schedule, piece.when))} {piece.title}"
        yield f"{said}（不办了）" if piece.off else said
    if len(pieces) > _PIECES:
        yield "……"


def unstated(when: Schedule) -> str:
    """What nobody has said of the time *when*."""
    match when:
        case DuringCampaign():
            return f"具体日期{facts.UNSTATED}。"
        case OpenDays(begins=begins):
            return f"{dates.open_end(when)}，{'到哪天为止' if begins else '从哪天开始'}未写明"
        case PartDay(part=DayPart.WHOLE) | Recurring(part=DayPart.WHOLE) | Days(note=DayPart.WHOLE):
            return ""
        case PartDay(part=part):
            return f"{part}，几点开始未写明"
        case Recurring(start=None, part=str(part)):
            return f"{part}，几点开始未写明"
        case Days() | Recurring(start=None):
            return "几点开始未写明"
        case Session(end=None) | Recurring(end=None):
            return "结束时间未写明"
        case _:
            return ""


def _going(activity: Activity, at: Occurrence | None) -> tuple[str, ...]:
    """Who may come, on what conditions, and where to book; nobody books what is full."""
    admission = (activity.at(at) if at else activity).admission
    return (
        "" if activity.admits is Admits.UNKNOWN else activity.admits.said,
        f"对象：{'、'.join(term.name for term in activity.audience)}" if activity.audience else "",
        facts.admission(admission),
        *words.told(admission, full=admission.plan.full or bool(at and at.full)),
        *words.before_coming(activity),
    )


def _asking(asked: EnquiryDesk) -> list[str]:
    """Whom to call: only what may be shown."""
    if asked.calls:
        return [_call(call) for call in asked.calls]
    return [f"可以问：{asked.name}"] if asked.name else []


def _call(call: Call) -> str:
    kind = "邮箱" if call.is_mail else "电话"
    return f"{kind}：{call.number}（{call.who}）" if call.who else f"{kind}：{call.number}"
