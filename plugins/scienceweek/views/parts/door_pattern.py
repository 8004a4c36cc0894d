"""The rules by which a base is open, as the script reads them (theme/static/js/doors.js): right on any day, without a build."""

import json

from scienceweek.model.catalogue import Catalogue
from scienceweek.model.hours import WEEK, Doors, Season, When
from scienceweek.model.place import Base, Venue
from scienceweek.model.schedule import Days
from scienceweek.model.visit import DoorRules, Effect, Rule, door_rules
from scienceweek.views.words import dates
from scienceweek.views.words.memory import remembered

_MORE = 3
"""Years after the last campaign."""

_SIGNS = str.maketrans({";": "；", "=": "＝", "\n": " "})


def pattern(door_rules: DoorRules) -> str:
    """The rules of *door_rules* in one line; empty where nothing is known."""
    return ";".join(f"{_when(rule.when)}={_what(rule)}" for rule in door_rules.rules)


@remembered
def pattern_of(place: Base | Venue) -> str:
    """That of *place*: its page, the map and the finder ask for it."""
    return pattern(door_rules(place))


def script(catalogue: Catalogue) -> str:
    """The holidays as a line of script, for the years of the campaigns and three more; none, if no hours go by them."""
    places: tuple[Base | Venue, ...] = (*catalogue.bases, *catalogue.venues)
    known = next((place.holidays for place in places if place.holidays.off), None)
    years = {campaign.when.first.year for campaign in catalogue.campaigns}
    if known is None:
        return ""
    span = range(min(years, default=0), max(years, default=9999) + _MORE + 1)
    told = {"off": _within(known.off, span), "working": _within(known.working, span)}
    return f"ScienceWeek.holidays={json.dumps(told)};"


def _within(days: tuple[Days, ...], years: range) -> str:
    return " ".join(_span(one) for one in days if one.first.year in years)


def _when(when: When) -> str:
    season = "" if when.season is None else _span(when.season)
    weekdays = "" if when.weekdays == WEEK else f"@{''.join(str(day + 1) for day in when.weekdays)}"
    holidays = {None: "", True: "+h", False: "-h"}[when.holidays]
    return f"{season}{weekdays}{holidays}{'+w' * when.working}"


def _span(span: Days | Season) -> str:
    if isinstance(span, Season):
        return "/".join(f"{month:02}-{day:02}" for month, day in (span.first, span.last))
    first, last = span.first.isoformat(), span.last.isoformat()
    return first if first == last else f"{first}/{last}"


def _what(rule: Rule) -> str:
    match rule.effect:
        case Effect.HOURS:
            return ",".join(map(_doors, rule.doors))
        case Effect.OPENS:
            return "o"
        case Effect.KEEPS:
            return "k"
        case Effect.CLOSES:
            return f"x{rule.reason.translate(_SIGNS)}"


def _doors(doors: Doors) -> str:
    last = f"<{doors.last:%H:%M}" if doors.last else ""
    return f"{doors.start:%H:%M}-{dates.end_mark(doors.start, doors.end)}{last}"
