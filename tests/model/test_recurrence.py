"""Rules of recurrence; dateutil, which did not write them, judges their days."""

from datetime import date, datetime, time, timedelta
from random import Random

import pytest
from dateutil.rrule import rrulestr

from scienceweek.model.recurrence import (
    WEEKDAYS,
    Daily,
    MonthDays,
    NthWeekdays,
    Rule,
    Weekly,
    falls,
    occurrences,
    parsed,
    written,
)

RULES = 5_000


def some_rule(chance: Random) -> str:
    """Any rule of the file format, its parts and days in any order."""
    days = chance.sample(WEEKDAYS, chance.randint(1, 7))
    nth = [f"{chance.choice((1, 2, 3, 4, 5, -1))}{day}" for day in days]
    month_days = map(str, chance.sample(range(1, 32), chance.randint(1, 5)))
    parts = chance.choice(
        (
            ["FREQ=DAILY"],
            ["FREQ=WEEKLY", f"BYDAY={','.join(days)}"],
            ["FREQ=MONTHLY", f"BYDAY={','.join(nth)}"],
            ["FREQ=MONTHLY", f"BYMONTHDAY={','.join(month_days)}"],
        )
    )
    if chance.random() < 1 / 2:
        parts.append(f"INTERVAL={chance.randint(1, 9)}")
    chance.shuffle(parts)
    return ";".join(parts)


def of_dateutil(rule: str, first: date, last: date) -> list[date]:
    start, end = datetime.combine(first, time()), datetime.combine(last, time())
    return [found.date() for found in rrulestr(rule, dtstart=start).between(start, end, inc=True)]


def test_every_rule_of_the_format_falls_on_the_days_of_dateutil():
    chance = Random(20240525)  # noqa: S311 - the same rules each time, no secret
    differing = []
    for _ in range(RULES):
        rule = some_rule(chance)
        first = date(1990, 1, 1) + timedelta(days=chance.randint(0, 40_000))
        last = first + timedelta(days=chance.randint(0, 120))
        if list(occurrences(parsed(rule), first, last)) != of_dateutil(rule, first, last):
            differing.append((rule, first, last))

    assert differing == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=DAILY", Daily()),
        ("INTERVAL=3;FREQ=DAILY", Daily(3)),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,SA", Weekly((5, 6), 2)),
        ("BYDAY=-1FR,2MO,1SA;FREQ=MONTHLY", NthWeekdays(((1, 5), (2, 0), (-1, 4)))),
        ("FREQ=MONTHLY;BYMONTHDAY=31,1", MonthDays((1, 31))),
    ],
)
def test_a_rule_is_parsed_whatever_the_order_of_its_parts(text: str, rule: Rule):
    assert parsed(text) == rule


def test_a_rule_is_written_in_one_order():
    chance = Random(1)  # noqa: S311 - likewise
    texts = [some_rule(chance) for _ in range(200)]

    assert [parsed(written(parsed(text))) for text in texts] == [parsed(text) for text in texts]
    assert written(parsed("BYDAY=SU,SA;INTERVAL=2;FREQ=WEEKLY")) == "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU"


@pytest.mark.parametrize(
    "text",
    ["FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY;BYMONTHDAY=1", "FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;BYDAY=XX"],
)
def test_what_the_format_has_not_is_no_rule(text: str):
    with pytest.raises(ValueError, match=r"no rule of the format|not in tuple"):
        parsed(text)


def test_the_last_days_of_the_calendar_are_days_too():
    assert list(occurrences(Daily(), date(9999, 12, 30), date.max)) == [date(9999, 12, 30), date.max]
    assert falls(NthWeekdays(((-1, 4),)), date.max, date.max)
