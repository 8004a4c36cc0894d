"""The times of an activity, each for itself, with what the script must know to say 今天."""

from typing import assert_never

from scienceweek.frozen import frozen
from scienceweek.model.days import extent, first_day, order, runs_of
from scienceweek.model.schedule import (
    DayPart,
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
from scienceweek.views.words import dates, facts


@frozen
class SaidMoment:
    """One day of a row: ISO 8601, and in words."""

    day: str
    said: str


@frozen
class Moment:
    """A time in words; *first* … *end* for the script, empty where no day is known: then *over* is the last that may be; *occasions* of what comes again."""

    said: str
    first: str = ""
    last: str = ""
    start: str = ""
    end: str = ""
    days: str = ""
    over: str = ""
    occasions: tuple[SaidMoment, ...] = ()


def moments(when: tuple[Schedule, ...]) -> tuple[Moment, ...]:
    """The times in order; what has no day comes last."""
    return tuple(_moment(item) for item in sorted(when, key=lambda item: order((item,))))


def unknown_hour(when: tuple[Schedule, ...]) -> str:
    """What the notice does not say about the hour or the other end: nothing where it gives them, or where no day is known."""
    lacking = dict.fromkeys(filter(None, map(_lacking, when)))
    return f"{'，'.join(lacking)}，{facts.UNSTATED}" if lacking else ""


def _lacking(when: Schedule) -> str:
    """What nobody has said of *when*: 几点开始, 到哪天为止, 从哪天开始."""
    match when:
        case OpenDays(begins=begins):
            return "到哪天为止" if begins else "从哪天开始"
        case PartDay(part=DayPart.WHOLE) | Days(note=DayPart.WHOLE):
            return ""
        case Days() | PartDay():
            return "几点开始"
        case _:
            return ""


def over(when: Schedule) -> str:
    """The last day on which what has no first and last day may be; empty where nobody knows."""
    if isinstance(when, OpenDays):
        return "" if when.begins else when.day.isoformat()
    known = None if first_day(when) else extent(when)
    return known.last.isoformat() if known else ""


def _moment(when: Schedule) -> Moment:
    said = dates.schedule_in_full(when)
    match when:
        case Session(day, start, end):
            iso = day.isoformat()
            return Moment(said, iso, iso, start.isoformat("minutes"), dates.end_mark(start, end))
        case PartDay(day):
            return Moment(said, day.isoformat(), day.isoformat())
        case Days(first, last):
            return Moment(said, first.isoformat(), last.isoformat())
        case Recurring():
            row = tuple(
                SaidMoment(run.first.isoformat(), f"{dates.day(run.first)} {dates.weekday(run.first)}")
                for run in runs_of(when)
            )
            days = " ".join(occasion.day for occasion in row)
            return Moment(said, row[0].day, row[-1].day, days=days, occasions=row)
        case OpenDays() | Months() | DuringCampaign() | YearRound() | Unfixed():
            # After the first day nobody knows whether it is still on, before the last whether it has begun.
            return Moment(said, over=over(when))
        case _:
            assert_never(when)
