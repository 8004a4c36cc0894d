"""Why one can or cannot go: the words beside a verdict, true on any day; the script says it of today."""

from collections.abc import Iterable

from scienceweek.model.catalogue import Catalogue
from scienceweek.model.days import days_of, merged, span_of
from scienceweek.model.occurrences import days_at
from scienceweek.model.place import Base, Fee, Opening
from scienceweek.model.schedule import Days
from scienceweek.views.parts.verdict import here_and_away
from scienceweek.views.parts.week_hours import summary
from scienceweek.views.words import dates, facts

_LONGEST_PLACE = 9
_RUNS = 3


def why(base: Base, catalogue: Catalogue) -> str:
    """What is known of the days on which one can go, in one line with its year; that nothing is, if so."""
    return known(base, catalogue) or f"平日开放时间{facts.UNSTATED}"


def known(base: Base, catalogue: Catalogue) -> str:
    """The same, empty if nothing is known."""
    if base.openings or base.hours or base.closures:
        return "；".join(filter(None, (summary(base), *map(opening_words, base.openings))))
    here, away = here_and_away(base, catalogue)
    if said := _span(run for one in here for run in days_at(one, base)):
        return f"{said}有活动，平日{facts.UNSTATED}"
    if said := _span(run for one in away for run in days_of(one)):
        return f"{said}的活动不在这里"
    return ""


def opening_words(opening: Opening) -> str:
    """An opening period in one line: 2024年5月25日—6月1日免费开放，其他时间预约开放."""
    note = opening.note or opening.admission.note
    fee = opening.admission.fee.said if opening.admission.fee is not Fee.UNKNOWN else ""
    when = dates.when(opening.when)
    pause = "，" if when.endswith(facts.UNSTATED) else " " if " " in when else ""
    return f"{when}{pause}{fee}开放" + (f"，{note}" if note else "")


def away_word(base: Base, catalogue: Catalogue) -> str:
    """去龙山小学, if all that a base does elsewhere is at one place with a short name."""
    away = here_and_away(base, catalogue)[1]
    names = {"、".join(facts.place(place) for place in one.sites) for one in away if days_of(one)}
    if not names:
        return ""
    name = names.pop().split("（")[0]
    return f"去{name}" if not names and 0 < len(name) <= _LONGEST_PLACE else "活动在别处"


def _span(runs: Iterable[Days]) -> str:
    """The days, in their runs: 2023年5月18日—19日、5月25日. Of many runs the span, and that it has gaps."""
    found = merged(runs)
    if len(found) > _RUNS:
        span = span_of(found)
        return f"{dates.days_in_full(span)}之间有些天" if span else ""
    return "、".join(
        dates.days_in_full(run)
        if not number or run.first.year != found[number - 1].last.year
        else dates.days(run)
        for number, run in enumerate(found)
    )
