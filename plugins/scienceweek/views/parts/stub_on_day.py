"""The stub of a ticket under the head of a day: what that does not say, the hour."""

from dataclasses import replace
from datetime import date

from scienceweek.model.days import hours_of, note_of, on_day, part_of
from scienceweek.model.schedule import DayPart, Days, PartDay, Recurring, Schedule
from scienceweek.views.parts.stub import Stub, stub
from scienceweek.views.words import dates, rules
from scienceweek.views.words.memory import remembered


@remembered
def stub_on(when: tuple[Schedule, ...], day: date) -> Stub:
    """The stub of an activity on the list of a *day*: with all its hours of that day, or that nobody has said one."""
    found = on_day(when, day)
    known = tuple(one for one in found if hours_of(one)[0] is not None)
    if known:
        return _at_hours(known, day)
    if not found:
        return stub(when)
    one, part = found[0], part_of(found[0]) or note_of(found[0])
    made = stub((one,))
    if part == DayPart.WHOLE:
        return _plate(made, day, part)
    match one:
        case PartDay() | Recurring() if part_of(one):
            return _plate(made, day, part, "几点没有写")
        case Days(first, last) if first == last:
            return replace(made, shape="asked", numbers=(), plate="几点", year="", lines=("没有写",))
        case Days():
            return replace(made, year="", lines=made.lines[-1:])
        case _:
            return replace(made, year="")


def _plate(made: Stub, day: date, word: str, line: str = "") -> Stub:
    iso = day.isoformat()
    lines = tuple(filter(None, (line,)))
    return Stub("hour", made.said, plate=word, lines=lines, first=iso, last=iso)


def _at_hours(known: tuple[Schedule, ...], day: date) -> Stub:
    """From the first hour until the last has ended, as the script is told; of more hours than one all are said."""
    first, last = known[0], known[-1]
    start, end = hours_of(first)
    others = dates.short_hours(known[1:])
    lines = (f"和{others}",) if others else (dates.half(start) if start else "", dates.until_hour(start, end))
    rule = rules.words(first.rule) if isinstance(first, Recurring) else ""
    iso = day.isoformat()
    return Stub(
        "hour",
        dates.when(known),
        hour=dates.short_hours(known[:1]),
        lines=tuple(filter(None, (*lines, rule))),
        first=iso,
        last=iso,
        start=start.isoformat("minutes") if start else "",
        end=dates.end_mark(*hours_of(last)),
    )
