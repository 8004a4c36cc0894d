"""Can one go: whether a base or a venue is open on a day, from when to when, and which line of the data says so.

The one place that knows. What a record says is put into rules, the strongest last: regular hours, those of a season,
of holidays, of a year; what a campaign has opened; closures. Pages, the script in the browser
and the open data read the same rules.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time
from enum import Enum
from itertools import groupby

from scienceweek.frozen import frozen
from scienceweek.model.days import hours_of, merged, runs_of
from scienceweek.model.holidays import Holidays
from scienceweek.model.hours import WEEK, Closure, Doors, Hours, When
from scienceweek.model.place import Base, Opening, Venue
from scienceweek.model.recurrence import Daily, Weekly, parsed
from scienceweek.model.schedule import Days, Recurring, Schedule

Line = tuple[int, Hours]
"""A line of the hours, and which of them it is."""

_REGULAR = 4
"""Weekdays. What is open on so many of a week is closed on the others; what opens on fewer has said nothing of them."""


_STANDING = 62
"""Days."""


class State(Enum):
    """The answer."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Effect(Enum):
    """What a rule does on its days: it is open at the hours that it says, or at those of a weaker rule; or closed."""

    HOURS = "hours"
    OPENS = "opens"
    """Open even where a weaker rule says closed."""
    KEEPS = "keeps"
    """Open, but for days on which a weaker rule says closed: a week of free days has its Monday off."""
    CLOSES = "closes"


@frozen
class Rule:
    """What holds on some days. *line* leads to what says so in the record: ``("hours", 0)``; *words* are its own."""

    when: When
    effect: Effect
    doors: tuple[Doors, ...] = ()
    reason: str = ""
    words: str = ""
    line: tuple[str, int] = ("hours", 0)
    opening: Opening | None = None


@frozen
class Visit:
    """Whether one can go on a day; *doors* are empty where nobody knows the hours.

    *opening* is what a campaign has opened on it, *reason* why it is closed, *words* and *line* what says so.
    """

    state: State
    doors: tuple[Doors, ...] = ()
    reason: str = ""
    words: str = ""
    line: tuple[str, int] | None = None
    opening: Opening | None = None


@frozen
class DoorRules:
    """All rules of a place, the strongest last."""

    rules: tuple[Rule, ...] = ()
    holidays: Holidays = Holidays()

    def on(self, day: date) -> Visit:
        """The answer for *day*."""
        top: Rule | None = None
        for rule in reversed(self.rules):
            if not rule.when.holds(day, self.holidays):
                continue
            if rule.effect is Effect.CLOSES:
                return _opened(top) if top and top.effect is Effect.OPENS else _closed(rule)
            top = top or rule
            if rule.effect is Effect.HOURS:
                return replace(_opened(top), doors=rule.doors)
        return _opened(top) if top else Visit(State.UNKNOWN)


def door_rules(place: Base | Venue) -> DoorRules:
    """The rules of the doors of *place*."""
    openings = tuple(enumerate(place.openings)) if isinstance(place, Base) else ()
    regular = tuple(_regular(place.hours))
    weak = () if regular else tuple(rule for one in openings for rule in _between(*one))
    known = DoorRules((*weak, *regular), place.holidays)
    said = (rule for one in openings for opened in _openings(*one) for rule in _with_regular(opened, known))
    return DoorRules((*known.rules, *said, *_closures(place.closures)), place.holidays)


def open_days(place: Base | Venue, openings: Iterable[Opening]) -> tuple[Days, ...]:
    """The spans of days in *openings*, some of those of *place*, on which one can go."""
    return open_among(place, (run for one in openings for when in one.when for run in runs_of(when)))


def special_days(place: Base | Venue, openings: Iterable[Opening]) -> tuple[Days, ...]:
    """The same, without what goes on for months: those are regular hours, and fill no calendar."""
    return open_among(
        place,
        (run for one in openings for when in one.when if not is_standing(when) for run in runs_of(when)),
    )


def is_standing(when: Schedule) -> bool:
    """Whether it comes again and again for longer than a season of events: regular hours, typed as an opening."""
    return isinstance(when, Recurring) and len(when.span) > _STANDING


def open_among(place: Base | Venue, runs: Iterable[Days]) -> tuple[Days, ...]:
    """The days of *runs* on which one can go, those that follow each other as one span."""
    known = door_rules(place)
    found = merged(runs)
    if all(rule.effect in (Effect.HOURS, Effect.OPENS) for rule in known.rules):
        return found
    return merged(Days(day, day) for run in found for day in run if known.on(day).state is State.OPEN)


def _opened(rule: Rule) -> Visit:
    return Visit(State.OPEN, (), "", rule.words, rule.line, rule.opening)


def _closed(rule: Rule) -> Visit:
    return Visit(State.CLOSED, (), rule.reason, rule.words, rule.line, rule.opening)


def _regular(hours: tuple[Hours, ...]) -> Iterator[Rule]:
    """The lines of the hours, general ones first; a day that none of them names is closed."""
    lines = sorted(_with_usual_hours(hours), key=lambda line: _strength(line[1].when))
    whole = [line for line in lines if _names_weekdays(line) and line[1].when.season is None]
    if whole:
        yield _others(whole[0])
    for _, members in groupby(lines, key=lambda line: (_strength(line[1].when), line[1].when.season)):
        group = list(members)
        named = [line for line in group if _names_weekdays(line)]
        if named and not whole:
            yield _others(named[0])
        yield from _group(group)


def _with_usual_hours(hours: tuple[Hours, ...]) -> Iterator[Line]:
    """Holidays without hours have their own of another line, else those of the other days, where all of these are alike."""
    said = {line.when for line in hours if line.doors}
    usual = {
        line.doors for line in hours if line.when.weekdays and line.when.season is None and not line.closed
    }
    doors = usual.pop() if len(usual) == 1 else ()
    for number, line in enumerate(hours):
        bare = not (line.when.weekdays or line.doors or line.closed)
        if not bare:
            yield number, line
        elif line.when not in said:
            yield number, replace(line, doors=doors)


def _names_weekdays(line: Line) -> bool:
    return bool(line[1].when.weekdays) and not line[1].closed


def _others(line: Line) -> Rule:
    """The days that a line, whose season is known, does not name."""
    number, hours = line
    return Rule(When(season=hours.when.season), Effect.CLOSES, words=hours.words, line=("hours", number))


def _strength(when: When) -> tuple[bool, bool, bool]:
    """What is of a year wins over what is of holidays, that over a season, a season over the rest."""
    return isinstance(when.season, Days), not when.weekdays, when.season is not None


def _group(lines: list[Line]) -> Iterator[Rule]:
    """Lines of one strength and season; what closes wins."""
    opens = [line for line in lines if not line[1].closed]
    kinds = dict.fromkeys(replace(hours.when, weekdays=()) for _, hours in opens)
    for kind in kinds:
        yield from _week(kind, [line for line in opens if replace(line[1].when, weekdays=()) == kind])
    for number, hours in lines:
        if hours.closed:
            yield Rule(hours.when, Effect.CLOSES, (), hours.words, hours.words, ("hours", number))


def _week(kind: When, lines: list[Line]) -> Iterator[Rule]:
    """The weekdays of *lines* with the hours of each: those of the line that names fewest, and others beside them."""
    found: dict[int, tuple[tuple[Doors, ...], Line]] = {}
    for line in sorted(lines, key=lambda line: -len(line[1].when.weekdays)):
        for day in line[1].when.weekdays or (-1,):
            before = found[day][0] if day in found else ()
            found[day] = (_beside(line[1].doors, before), line)
    by_hours: dict[tuple[tuple[Doors, ...], int], list[int]] = {}
    for day, (doors, (number, _)) in sorted(found.items()):
        by_hours.setdefault((doors, number), []).append(day)
    words = {number: hours.words for number, hours in lines}
    for (doors, number), days in by_hours.items():
        when = replace(kind, weekdays=tuple(day for day in days if day >= 0))
        yield Rule(when, _at(doors), doors, "", words[number], ("hours", number))


def _beside(doors: tuple[Doors, ...], before: tuple[Doors, ...]) -> tuple[Doors, ...]:
    """*doors*, and those *before* that none of them meets."""
    apart = [one for one in before if not any(_meet(one, other) for other in doors)]
    return tuple(sorted({*doors, *apart}))


def _meet(one: Doors, other: Doors) -> bool:
    return one.start < _end(other) and other.start < _end(one)


def _end(doors: Doors) -> time:
    return doors.end if doors.end and doors.end > doors.start else time.max


def _at(doors: tuple[Doors, ...]) -> Effect:
    return Effect.HOURS if doors else Effect.OPENS


def _openings(number: int, opening: Opening) -> Iterator[Rule]:
    """What a campaign has opened: at its own hours, else at the regular ones."""
    line = ("opening", number)
    doors = tuple(sorted({one for when in opening.when for one in _doors(when)}))
    for when in opening.when:
        for days in _days(when):
            rule = Rule(days, _at(doors), doors, "", opening.note, line, opening)
            is_span = isinstance(when, Days) and len(when) > 1
            yield replace(rule, effect=Effect.KEEPS) if is_span and not doors else rule
        if isinstance(when, Recurring):
            for day in when.exceptions:
                yield Rule(_one(day), Effect.CLOSES, (), "", opening.note, line, opening)


def _with_regular(rule: Rule, known: DoorRules) -> tuple[Rule, ...]:
    """*rule*; on days whose *known* hours meet none of its own it is open at both: a night beside the day."""
    span = rule.when.season
    apart = any(_beside(rule.doors, other.doors) != rule.doors for other in known.rules)
    if rule.effect is not Effect.HOURS or not apart or not isinstance(span, Days):
        return (rule,)
    days = [day for day in span if rule.when.holds(day, known.holidays)]
    found = [(day, _beside(rule.doors, known.on(day).doors)) for day in days]
    runs = [(doors, [day for day, _ in run]) for doors, run in groupby(found, key=lambda one: one[1])]
    if len(runs) == 1:
        return (replace(rule, doors=runs[0][0]),)
    more = ((replace(rule.when, season=Days(run[0], run[-1])), doors) for doors, run in runs)
    return (rule, *(replace(rule, when=when, doors=doors) for when, doors in more if doors != rule.doors))


def _between(number: int, opening: Opening) -> Iterator[Rule]:
    """The days between those of a rhythm that has most of a week: 每天（周一闭馆）."""
    for when in opening.when:
        if isinstance(when, Recurring) and _is_regular(when):
            yield Rule(
                When(season=when.span), Effect.CLOSES, (), "", opening.note, ("opening", number), opening
            )


def _is_regular(when: Recurring) -> bool:
    rule = parsed(when.rule)
    return isinstance(rule, Weekly) and rule.interval == 1 and len(rule.weekdays) >= _REGULAR


def _doors(when: Schedule) -> Iterator[Doors]:
    start, end = hours_of(when)
    if start is not None:
        yield Doors(start, end)


def _days(when: Schedule) -> Iterator[When]:
    """The days of *when*: a rhythm of the week as such, everything else as it falls."""
    if isinstance(when, Recurring):
        rule = parsed(when.rule)
        if isinstance(rule, Daily | Weekly) and rule.interval == 1:
            yield When(rule.weekdays if isinstance(rule, Weekly) else WEEK, when.span)
            return
    for run in runs_of(when):
        yield When(season=run)


def _one(day: date) -> When:
    return When(season=Days(day, day))


def _closures(closures: tuple[Closure, ...]) -> Iterator[Rule]:
    for number, one in enumerate(closures):
        yield Rule(When(season=one.days), Effect.CLOSES, (), one.reason, one.reason, ("closures", number))
