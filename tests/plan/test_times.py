"""Whatever the times are, the links to days and months lead to pages that are made."""

import re
from datetime import date, timedelta
from pathlib import Path
from random import Random

import samples
from scienceweek.model.activity import Change, Status
from scienceweek.model.days import first_day
from scienceweek.model.place import Opening
from scienceweek.model.schedule import (
    Days,
    DuringCampaign,
    Month,
    Months,
    Recurring,
    Schedule,
    Unfixed,
    YearRound,
)
from scienceweek.plan import plan
from scienceweek.plan.brief import Brief
from scienceweek.render import named
from scienceweek.views.parts.contacts import Privacy

THEME = Path(__file__).parents[2] / "theme"
SITES = 12
RULES = (
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=SA",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU",
    "FREQ=MONTHLY;BYDAY=1SA",
    "FREQ=MONTHLY;BYMONTHDAY=31",
)


def pages(*things: object) -> dict[str, str]:
    """The pages of a site about *things*."""
    brief = Brief(samples.site(), Privacy(date(2024, 5, 25)), (), THEME)
    return {
        target.path: target.draw(*target.data).decode()
        for target in named(plan(samples.catalogue(*things), brief))
        if target.path.endswith(".html")
    }


def lost(made: dict[str, str]) -> set[tuple[str, str]]:
    """The pages of the calendar that are linked to and not there, each with where."""
    return {
        (path, found)
        for path, text in made.items()
        for found in re.findall(r"calendar/[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\.html", text)
        if found not in made
    }


def test_what_comes_again_outside_the_window_leads_to_the_first_day_that_happens():
    july = Recurring(Days(date(2024, 7, 1), date(2024, 7, 31)), "FREQ=WEEKLY;BYDAY=SA")
    made = pages(samples.activity(id="july", when=july))

    assert "calendar/2024-07-06.html" in made["activities/july.html"]
    assert lost(made) == set()


def test_every_day_that_is_linked_to_has_a_page():
    chance = Random(7)  # noqa: S311 - the same sites every time
    assert [lost(pages(*site(chance))) for _ in range(SITES)] == [set()] * SITES


def site(chance: Random) -> list[object]:
    """A base with openings of any kind, and activities at any time and in any state."""
    openings = tuple(
        Opening(f"open-{number}", samples.campaign(), times(chance)) for number in range(chance.randint(0, 2))
    )
    museum = samples.base(openings=openings)
    activities = [
        samples.activity(
            id=f"a{number}",
            when=times(chance),
            where=museum,
            change=change(chance),
        )
        for number in range(6)
    ]
    return [museum, *activities]


def change(chance: Random) -> Change:
    status = chance.choice(list(Status))
    return Change(status, "", () if status is Status.SCHEDULED else times(chance)[: chance.randint(0, 1)])


def times(chance: Random) -> tuple[Schedule, ...]:
    return tuple(time(chance) for _ in range(chance.randint(1, 3)))


def time(chance: Random) -> Schedule:
    first = date(2024, 1, 1) + timedelta(days=chance.randint(0, 365))
    span = Days(first, first + timedelta(days=chance.randint(0, 70)))
    comes_again = Recurring(span, chance.choice(RULES))
    shapes: tuple[Schedule, ...] = (
        samples.session(chance.randint(1, 31), "22:00", "02:00"),
        span,
        comes_again if first_day(comes_again) else span,
        Months(Month.of(span.first), Month.of(span.last)),
        DuringCampaign(samples.WINDOW),
        YearRound(2024),
        Unfixed("待定"),
    )
    return chance.choice(shapes)
