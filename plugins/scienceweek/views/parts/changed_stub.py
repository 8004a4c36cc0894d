"""The stub of a ticket when the plan has changed: the old day struck, what became of it as a stamp."""

from dataclasses import replace

from scienceweek.model.activity import Activity, Status
from scienceweek.model.changes import Gone
from scienceweek.model.days import first_day, order, runs_of, span_of
from scienceweek.model.schedule import Days, OpenDays, Schedule
from scienceweek.views.parts.stub import Stub, stub
from scienceweek.views.words import changes, dates


def changed_stub(activity: Activity) -> Stub:
    """When it is, or was to be. The script says 今天 of nothing that is off."""
    made, change = stub(activity.when), activity.told
    match change.status:
        case Status.SCHEDULED:
            return made
        case Status.POSTPONED if activity.off:
            return _put_off(change.previously or activity.when, changes.state(activity))
        case Status.CANCELLED:
            return _struck(made, changes.state(activity))
        case Status.MOVED_ONLINE:
            return replace(made, stamp=changes.state(activity))
        case Status.POSTPONED | Status.RESCHEDULED:
            return replace(made, old=_numerals(change.previously, made))


def gone_stub(times: tuple[Gone, ...]) -> Stub:
    """The day on which it was to be, at these *times*."""
    activity, when = times[0].activity, tuple(one.when for one in times)
    if activity.change.status is Status.POSTPONED and activity.off:
        return _put_off(when, changes.state(activity))
    called_off = activity.change.status is Status.CANCELLED
    return _struck(stub(when), Status.CANCELLED.said if called_off else Status.RESCHEDULED.said)


def _struck(made: Stub, stamp: str) -> Stub:
    return replace(
        made,
        said=f"{stamp}，原定{made.said}",
        ticks=(),
        first="",
        last="",
        start="",
        end="",
        days="",
        over="",
        stamp=stamp,
    )


def _put_off(before: tuple[Schedule, ...], word: str) -> Stub:
    """Postponed until nobody knows when."""
    span = span_of(run for when in before for run in runs_of(when))
    lines = (f"原定{_days(before, span)}",) if span else ("时间未定",)
    said = f"，原定{dates.when(before)}" if span else ""
    return Stub("unknown", f"{word}，新的日子还没有定{said}", plate=word, lines=lines)


def _days(before: tuple[Schedule, ...], span: Days) -> str:
    """From the first to the last; days of which one end is known are not one day."""
    is_open = any(isinstance(when, OpenDays) for when in before)
    return "、".join(map(dates.schedule, before)) if is_open else dates.days(span)


def _numerals(before: tuple[Schedule, ...], made: Stub) -> tuple[str, ...]:
    """Those of the first day that it had, if it is another one."""
    dated = sorted((one for one in before if first_day(one)), key=lambda one: order((one,)))
    old = stub((dated[0],)).numbers if dated and made.numbers else ()
    return old if old != made.numbers else ()
