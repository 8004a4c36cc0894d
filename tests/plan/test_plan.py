from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import samples
from scienceweek.model.catalogue import Catalogue
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
