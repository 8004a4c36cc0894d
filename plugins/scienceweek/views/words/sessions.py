"""Chinese words for the times of an activity with sessions or stages: which is which, how many get in, that it is full."""

from datetime import date

from scienceweek.model.activity import Activity
from scienceweek.model.days import falls_on, runs_of
from scienceweek.model.parts import times_on
from scienceweek.model.session import Occurrence, SessionStatus, SubEvent
from scienceweek.views.words import dates
from scienceweek.views.words.admission import capacity

FULL = SessionStatus.FULL.said


def when(activity: Activity) -> str:
    """Its times with the names of its stages, and that it is full: 决赛 2024年5月25日 周六；2024年6月1日 周六（名额已满）."""
    if activity.stages:
        named = [one for one in activity.stages if one.attend]
        return "；".join(f"{one.name} {dates.when(one.when)}" for one in named) or dates.when(activity.when)
    said = dates.when(activity.when)
    return f"{said}（{FULL}）" if is_full(activity) else said


def is_full(activity: Activity) -> bool:
    """Whether none of its sessions has room left."""
    return bool(activity.sessions) and activity.admission.plan.full


def counted(activity: Activity) -> str:
    """How many sessions there are, or which stages: 3天5场 · 共2场 · 初赛、决赛 · nothing."""
    if activity.stages:
        return "、".join(one.name for one in activity.stages if one.attend)
    held = [one for one in activity.occurrences if one.session and not one.off]
    if len(held) <= 1:
        return ""
    days = {day for one in held for run in runs_of(one.when) for day in run}
    return f"{len(days)}天{len(held)}场" if len(days) > 1 else f"共{len(held)}场"


def hours_on(on: date, activity: Activity) -> str:
    """The hours of a day, in order, and which of them are full: 10:30—11:00（名额已满）；14:30—15:00."""
    held = _held(on, activity)
    full = {one.when for one in held if one.full} - {one.when for one in held if not one.full}
    if not full:
        return dates.hours_on(on, times_on(activity, on))
    hours = {one.when: dates.hour_noted(one.when) for one in held}
    said = (f"{hour}（{FULL}）" if when in full and hour else hour for when, hour in hours.items())
    return "；".join(dict.fromkeys(filter(None, said))) or FULL


def hours_left(on: date, activity: Activity) -> str:
    """The hours of a day at which one can still get in; that there are none, if all are full."""
    held = _held(on, activity)
    left = [one.when for one in held if not one.full]
    if len(left) == len(held):
        return dates.hours_on(on, times_on(activity, on))
    return dates.hours_on(on, left) if left else FULL


def _held(on: date, activity: Activity) -> list[Occurrence]:
    """The sessions of a day that take place."""
    return [one for one in activity.occurrences if one.session and not one.off and falls_on(one.when, on)]


def lines(at: Occurrence) -> tuple[str, ...]:
    """What is to be said of a time beside when and where it is, line by line, what became of it first."""
    if at.session is None:
        return (at.part.note,) if at.part and at.part.note else ()
    return tuple(filter(None, (state(at.session), *facts(at.session))))


def state(session: SubEvent) -> str:
    """名额已满 · 取消：设备检修 · nothing."""
    match session.status:
        case SessionStatus.SCHEDULED:
            return ""
        case SessionStatus.FULL:
            return FULL
        case SessionStatus.CANCELLED:
            return f"{session.status.said}：{session.reason}" if session.reason else session.status.said


def facts(session: SubEvent) -> tuple[str, ...]:
    """For whom it is, in what language, how many get in, and what else is said of it."""
    return (
        f"对象：{session.whom}" if session.whom else "",
        f"语言：{session.language}" if session.language else "",
        seats(session),
        session.note,
    )


def seats(session: SubEvent) -> str:
    """名额60人 · 名额：30个家庭，一大一小 · nothing, where it is not known."""
    return capacity(session.capacity.words)
