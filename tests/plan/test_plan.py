import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

import samples
from scienceweek.model.activity import Change, Status
from scienceweek.model.catalogue import Catalogue
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
from scienceweek.render import Chapter, named
from scienceweek.views.calendars.agenda import Agenda, agenda
from scienceweek.views.pages.prose import Prose
from scienceweek.views.parts.contacts import Privacy

PROJECT = Path(__file__).parents[2]
THEME = PROJECT / "theme"
ABOUT = Prose("about", "关于本站", "欢迎。")


def fingerprints(*things: object, today: date = date(2024, 5, 25), url: str = "") -> dict[str, str]:
    """The identity of each file of a site about *things*."""
    brief = Brief(samples.site(url=url), Privacy(today), (ABOUT,), THEME)
    targets = named(plan(samples.catalogue(*things), brief))
    return {target.path: target.fingerprint(b"") for target in targets}


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    assert before.keys() == after.keys()
    return {path for path in after if after[path] != before[path]}


def test_a_new_title_changes_only_the_files_that_show_it():
    museum, farm = samples.base(id="museum"), samples.base(id="farm", name="种子小镇")
    soil = samples.activity(id="soil", title="月壤", where=museum, base=museum)
    fossils = samples.activity(id="fossils", when=samples.may(26), where=farm, base=farm)

    before = fingerprints(soil, fossils)
    after = fingerprints(
        samples.activity(id="soil", title="嫦娥六号月壤", where=museum, base=museum), fossils
    )

    assert changed(before, after) == {
        "activities.html",
        "activities/soil.html",
        "activities/soil.ics",
        "assets/rows.js",
        "bases/museum.html",
        "calendar.html",
        "calendar/2024-05-25.html",
        "calendar/2024-05.html",
        "campaigns/2024-yubei.html",
        "campaigns/2024-yubei.ics",
        "districts/yubei.html",
        "districts/yubei.ics",
        "elder/districts/yubei.html",
        "index.html",
    }


def test_the_day_on_which_a_site_is_built_shows_on_two_pages_at_the_most():
    museum = samples.base(id="museum", openings=(samples.opening(),))
    soil = samples.activity(id="soil", where=museum, base=museum)

    before = fingerprints(soil, today=date(2024, 5, 25))
    after = fingerprints(soil, today=date(2026, 11, 22))

    assert changed(before, after) <= {"index.html", "calendar.html"}


def test_what_a_note_for_staff_says_changes_no_file():
    bureau = samples.organisation(contacts=(samples.contact("13800000000", show="internal"),))
    other = samples.organisation(contacts=(samples.contact("13900000000", show="internal"),))

    assert fingerprints(bureau) == fingerprints(other)


def test_every_file_has_a_path_of_its_own():
    museum = samples.base(id="museum")
    soil = samples.activity(id="soil", where=museum, base=museum)
    brief = Brief(samples.site(url="https://example.org"), Privacy(samples.FIRST), (ABOUT,), THEME)

    paths = [target.path for target in named(plan(samples.catalogue(soil), brief))]

    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("facts", ["made_up", "own"])
def test_a_chapter_is_given_all_that_its_pages_show(facts, request):
    everything = request.getfixturevalue(facts)
    brief = Brief(samples.site(url="https://example.org"), Privacy(date(2026, 5, 20)), (ABOUT,), THEME)
    narrow = [part for part in plan(everything, brief) if isinstance(part, Chapter)]
    whole = {Catalogue: everything, Agenda: agenda(everything)}
    wide = [
        replace(one, data=tuple(whole.get(type(part), part) for part in one.data))  # type: ignore[call-overload]
        for one in narrow
    ]

    assert sum(one != other for one, other in zip(narrow, wide, strict=True)) > len(narrow) / 2
    assert told(narrow) == told(wide)


def told(chapters: list[Chapter]) -> dict[str, str]:
    return {target.path: target.fingerprint(b"") for target in named(chapters)}


def test_the_sitemap_is_made_of_what_is_named_and_follows_it():
    museum = samples.base(id="museum")
    before = fingerprints(samples.activity(id="soil", where=museum), url="https://example.org")
    after = fingerprints(
        samples.activity(id="soil", where=museum),
        samples.activity(id="fossils", where=museum),
        url="https://example.org",
    )

    assert before["sitemap.xml"] != after["sitemap.xml"]


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
