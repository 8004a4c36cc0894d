"""When a base or a venue is open, in the notation of OpenStreetMap (Key:opening_hours).

The notation has no last admission (it stands in a comment) and no weekends on which one works.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from scienceweek.model.hours import WEEK, Doors, Season, When
from scienceweek.model.schedule import Days
from scienceweek.model.visit import DoorRules, Effect, Rule, State, Visit

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_LONGEST = 400  # days: what lasts longer is told as a whole


def osm(door_rules: DoorRules) -> str:
    """The value of ``opening_hours``; empty where nothing is known. What is said later wins."""
    parts = [part for rule in door_rules.rules for part in _rule(rule, door_rules)]
    if not parts:
        return ""
    whole = door_rules.rules[0].when == When()
    return "; ".join(parts if whole else ["unknown", *parts])


def _rule(rule: Rule, door_rules: DoorRules) -> Iterator[str]:
    match rule.effect:
        case Effect.CLOSES:
            # That holidays are not among the closed days does not say that it is open on them.
            when = rule.when if rule.when.holidays else replace(rule.when, holidays=None)
            yield from _selected(when, f"off{_comment([rule.reason])}")
        case Effect.HOURS:
            yield from _selected(rule.when, _times(rule.doors))
        case Effect.OPENS | Effect.KEEPS:
            season = rule.when.season
            if isinstance(season, Days) and len(season) <= _LONGEST:
                yield from _resolved(season, rule.when, door_rules)
            else:
                yield from _selected(rule.when, 'unknown "开放，几点未写明"')


def _resolved(days: Days, when: When, door_rules: DoorRules) -> Iterator[str]:
    """Days that are open at the hours of other rules: by runs of the same answer."""
    answers = ((day, door_rules.on(day)) for day in days if when.holds(day, door_rules.holidays))
    for (_, told), members in groupby(
        enumerate(answers), key=lambda one: (one[1][0].toordinal() - one[0], _answer(one[1][1]))
    ):
        run = [day for _, (day, _) in members]
        yield f"{_dates(Days(run[0], run[-1]))} {told}"


def _answer(visit: Visit) -> str:
    match visit.state:
        case State.OPEN if visit.doors:
            return _times(visit.doors)
        case State.OPEN | State.UNKNOWN:
            return 'unknown "开放，几点未写明"'
        case State.CLOSED:
            return f"off{_comment([visit.reason])}"


def _selected(when: When, told: str) -> Iterator[str]:
    """*told* of the days of *when*: holidays that are among them, or not, have a rule of their own after it."""
    season = "" if when.season is None else f"{_dates(when.season)} "
    if when.weekdays:
        yield f"{season}{_weekdays(when.weekdays)}{told}"
    if when.holidays is not None:
        yield f"{season}PH {told if when.holidays else 'off'}"


def _weekdays(days: tuple[int, ...]) -> str:
    """``Tu-Su`` and a space; nothing for all of them."""
    if days == WEEK:
        return ""
    runs = [
        [day for _, day in members]
        for _, members in groupby(enumerate(days), key=lambda one: one[1] - one[0])
    ]
    return f"{','.join(map(_run, runs))} "


def _run(days: list[int]) -> str:
    first, last = _WEEKDAYS[days[0]], _WEEKDAYS[days[-1]]
    return first if first == last else f"{first}-{last}"


def _dates(span: Days | Season) -> str:
    if isinstance(span, Season):
        return f"{_month_day(*span.first)}-{_month_day(*span.last)}"
    if span.first == span.last:
        return _date(span.first)
    return (
        f"{_date(span.first)}+"
        if span.last.year == date.max.year
        else f"{_date(span.first)}-{_date(span.last)}"
    )


def _date(day: date) -> str:
    return f"{day.year} {_month_day(day.month, day.day)}"


def _month_day(month: int, day: int) -> str:
    return f"{_MONTHS[month - 1]} {day:02}"


def _times(doors: tuple[Doors, ...]) -> str:
    last = [f"{one.last:%H:%M}停止入馆" for one in doors if one.last]
    return ",".join(map(_span, doors)) + _comment(last)


def _span(doors: Doors) -> str:
    if doors.end is None:
        return f"{doors.start:%H:%M}+"
    hour = doors.end.hour + (24 if doors.end <= doors.start else 0)
    return f"{doors.start:%H:%M}-{hour:02}:{doors.end.minute:02}"


def _comment(words: Iterable[str]) -> str:
    said = "，".join(filter(None, words)).replace('"', "”")
    return f' "{said}"' if said else ""
