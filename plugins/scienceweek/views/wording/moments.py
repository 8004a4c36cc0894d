"""The times of an activity, each for itself, with what the script must know to say 今天."""

from dataclasses import dataclass
from datetime import date

from scienceweek.model.schedule import Days, DuringCampaign, Months, Recurring, Schedule, Session, YearRound
from scienceweek.views.wording import dates, words
from scienceweek.views.wording.recurrence import occurrences


@dataclass(frozen=True, slots=True)
class Occasion:
    """One day of a row: ISO 8601, and in words."""

    day: str
    said: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in words; *first* … *end* for the script, empty where no day is known: then *over* is the last that may be; *occasions* of what comes again."""

    said: str
    first: str = ""
    last: str = ""
    start: str = ""
    end: str = ""
    days: str = ""
    over: str = ""
    occasions: tuple[Occasion, ...] = ()


def moments(when: tuple[Schedule, ...]) -> tuple[Moment, ...]:
    """The times in order; what has no day comes last."""
    return tuple(_moment(item) for item in sorted(when, key=lambda item: dates.order((item,))))


def unknown_hour(when: tuple[Schedule, ...]) -> str:
    """What the notice does not say about the hour: nothing where it gives one, or where no day is known."""
    if not any(isinstance(item, Days) for item in when):
        return ""
    return f"几点开始，{words.UNSTATED}"


def over(when: Schedule) -> str:
    """The last day on which what has no day may be; empty where nobody knows."""
    match when:
        case Months(_, last):
            return last.days.last.isoformat()
        case DuringCampaign(window):
            return window.last.isoformat()
        case YearRound(year):
            return date(year, 12, 31).isoformat()
        case _:
            return ""


def _moment(when: Schedule) -> Moment:
    said = dates.schedule_in_full(when)
    match when:
        case Session(day, start, end):
            return Moment(
                said, *_span(day, day), start.isoformat("minutes"), end.isoformat("minutes") if end else ""
            )
        case Days(first, last):
            return Moment(said, *_span(first, last))
        case Recurring(span):
            row = tuple(
                Occasion(day.isoformat(), f"{dates.day(day)} {dates.weekday(day)}")
                for day in occurrences(when)
            )
            days = " ".join(occasion.day for occasion in row)
            return Moment(said, *_span(span.first, span.last), days=days, occasions=row)
        case _:
            return Moment(said, over=over(when))


def _span(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()
