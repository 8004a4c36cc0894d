"""The stub of a ticket: when, drawn as precisely as anyone knows and no more so."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from scienceweek.frozen import frozen
from scienceweek.model.days import first_day, order, runs_of
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
from scienceweek.views.words import dates, extents, rules
from scienceweek.views.words.memory import remembered
from scienceweek.views.words.moments import over

MOST_TICKS = 7
_NEVER = "9999-12-31"


@frozen
class Stub:
    """A date to look at.

    *shape* is day, range, month, whole, year, recurring, or unknown; under the head of a day hour, or asked where nobody
    has said one. *numbers* are drawn as numerals, or *hour* (9:30) is, *plate* is a large word in their place, *lines* stand
    below; *months* stand over the numbers of a range that goes from one into another, *year* where the head of the list does
    not say it. *said* is all of it in words. *first*, *last* (ISO 8601 days), *start* and *end* (hours) are for the script and
    empty where no day is known; so are *days*, a list of days and spans, where there are several.
    *ticks* are the days of a range, if they are few. *over* is the last day on which may still be what has none,
    and *over_word* what is said after it, if that is not 已结束. *stamp* is what became of the plan, in a word; *old* are
    the numerals of the day before the change.
    """

    shape: str
    said: str
    numbers: tuple[str, ...] = ()
    hour: str = ""
    plate: str = ""
    year: str = ""
    months: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    start: str = ""
    end: str = ""
    days: str = ""
    over: str = ""
    over_word: str = ""
    stamp: str = ""
    old: tuple[str, ...] = ()


@remembered
def stub(when: tuple[Schedule, ...]) -> Stub:
    """The stub of an activity: of its first day if one is known; how many more there are is said."""
    dated = sorted(when, key=lambda item: order((item,)))
    made = _stub(dated[0]) if dated else _stub(Unfixed("时间未定"))
    if len(dated) <= 1:
        return made
    if all(dates.same_days(dated[0], item) for item in dated):
        return _at_hours(tuple(dated))
    return replace(
        made,
        said=dates.when(tuple(dated)),
        lines=(*made.lines, f"共{len(dated)}次"),
        days=" ".join(_listed(item) for item in dated if first_day(item)),
        over=_over(dated),
    )


def _at_hours(found: tuple[Schedule, ...]) -> Stub:
    """The same days at several hours: 10:30、14:00. For the script they are from the first until the last has ended."""
    first, last = _stub(found[0]), _stub(found[-1])
    if len(found) == 1:
        return first
    hours, known = dates.short_hours(found), first.start and last.start
    if isinstance(found[0], Recurring):
        return replace(first, said=dates.when(found), lines=(hours, *first.lines[1:]))
    return replace(
        first,
        said=dates.when(found),
        lines=(first.lines[0], hours),
        start=first.start if known else "",
        end=last.end if known else "",
    )


def _stub(when: Schedule) -> Stub:
    said = dates.schedule_in_full(when)
    match when:
        case Session(day, start, end):
            made = _day(said, day, dates.clock(start))
            return replace(made, start=start.isoformat("minutes"), end=dates.end_mark(start, end))
        case PartDay(day, part):
            return _day(said, day, part)
        case OpenDays(day, begins):
            word = f"{day.month}月 {dates.weekday(day)}{'起' if begins else '止'}"
            return replace(_day(said, day), lines=(word,), first="", last="", over=over(when))
        case Days(first, last):
            return _day(said, first) if first == last else _range(said, when)
        case Months(first, last, words):
            years = f"{first.year}年" if first.year == last.year else f"{first.year}—{last.year}年"
            plate = f"{first.month}月" if first == last else f"{first.month}—{last.month}月"
            lines = tuple(filter(None, (words, "日期待定")))
            return Stub("month", said, plate=plate, year=years, lines=lines, over=over(when))
        case DuringCampaign(window):
            lines = (_short(window), "日期未写明")
            return Stub(
                "whole", said, plate="期间", year=f"{window.first.year}年", lines=lines, over=over(when)
            )
        case YearRound(year, words):
            return Stub("year", said, plate=words or "全年", year=f"{year}年", over=over(when))
        case Recurring(span, rule):
            hours, ends = dates.hour(when), extents.ends(runs_of(when))
            return Stub(
                "recurring",
                said,
                plate=rules.words(rule),
                year=f"{span.first.year}年",
                lines=tuple(filter(None, (hours, _short(span)))),
                first=ends["first"],
                last=ends["last"],
                days=_listed(when),
            )
        case Unfixed(words):
            return Stub("unknown", words, plate="待定", lines=("时间未定",))
        case _:
            assert_never(when)


def _day(said: str, day: date, hour: str = "") -> Stub:
    """One day, with its *hour* below its weekday."""
    lines = (f"{day.month}月 {dates.weekday(day)}", *filter(None, (hour,)))
    iso = day.isoformat()
    return Stub("day", said, (str(day.day),), year=f"{day.year}年", lines=lines, first=iso, last=iso)


def _range(said: str, days: Days) -> Stub:
    first, last = days.first, days.last
    is_one = (first.year, first.month) == (last.year, last.month)
    weekdays = f"{dates.weekday(first)}—{dates.weekday(last)}"
    return Stub(
        "range",
        said,
        (str(first.day), str(last.day)),
        year=f"{first.year}年" if first.year == last.year else f"{first.year}—{last.year}年",
        months=() if is_one else (f"{first.month}月", f"{last.month}月"),
        lines=(f"{first.month}月", weekdays) if is_one else (weekdays,),
        ticks=tuple(day.isoformat() for day in days) if len(days) <= MOST_TICKS else (),
        first=first.isoformat(),
        last=last.isoformat(),
    )


def _listed(when: Schedule) -> str:
    return extents.spans(runs_of(when))


def _over(several: list[Schedule]) -> str:
    """The last day on which something of which no day is known may still be; nothing if it is open when that will be."""
    overs = [over(when) for when in several if not first_day(when) or isinstance(when, OpenDays)]
    if len(overs) < len(several):
        return max((one or _NEVER for one in overs), default="")
    return max(overs) if all(overs) else ""


def _short(days: Days) -> str:
    """5.25—6.1"""
    return f"{days.first.month}.{days.first.day}—{days.last.month}.{days.last.day}"
