import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

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
from scienceweek.render import Chapter, Target, named
from scienceweek.render.chapter import Identities
from scienceweek.views.pages.prose import Prose
from scienceweek.views.parts.contacts import Privacy

PROJECT = Path(__file__).parents[2]
THEME = PROJECT / "theme"
QIJIANG = samples.district(id="qijiang", name="綦江区")
ABOUT = Prose("about", "关于本站", "欢迎。")
Edit = Callable[[Catalogue, Random], Catalogue]


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
        "bases/museum.ics",
        "calendar.html",
        "calendar/2024-05-25.html",
        "calendar/2024-05.html",
        "campaigns/2024-yubei.booklet.html",
        "campaigns/2024-yubei.html",
        "campaigns/2024-yubei.ics",
        "data.html",
        "data/activities.ics",
        *(
            f"data/{scope}activities.{ending}"
            for scope in ("", "campaigns/2024-yubei.", "districts/yubei.")
            for ending in ("csv", "geojson", "json", "xlsx")
        ),
        *(f"districts/yubei.2024-yubei.table.{ending}" for ending in ("docx", "html", "xlsx")),
        "districts/yubei.atom",
        "districts/yubei.board.html",
        "districts/yubei.html",
        "districts/yubei.ics",
        "districts/yubei.screen.html",
        "elder/districts/yubei.html",
        "embed/yubei.html",
        "pictures/activities/soil.png",
        "pictures/days/2024-05-25.png",
        "feed.atom",
        "index.html",
        "send/yubei.2024-yubei.article.html",
        "send/yubei.2024-yubei.html",
    }


def test_the_day_on_which_a_site_is_built_shows_on_two_pages_at_the_most():
    museum = samples.base(id="museum", openings=(samples.opening(),))
    soil = samples.activity(id="soil", where=museum, base=museum)

    before = fingerprints(soil, today=date(2024, 5, 25))
    after = fingerprints(soil, today=date(2026, 11, 22))

    assert changed(before, after) <= {"index.html", "calendar.html"}


def test_what_is_of_an_earlier_year_has_no_picture_of_its_own():
    old = samples.campaign(id="old", when=Days(date(2023, 5, 20), date(2023, 5, 27)))
    earlier = samples.activity(id="earlier", campaign=old, when=Days(date(2023, 5, 20), date(2023, 5, 20)))

    paths = fingerprints(old, earlier, samples.activity(id="soil"))

    assert {path for path in paths if path.startswith(("pictures/activities", "pictures/days"))} == {
        "pictures/activities/soil.png",
        "pictures/days/2024-05-25.png",
    }


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


@pytest.mark.parametrize("facts", ["made_up", "own", "whole_year"])
def test_a_chapter_that_is_not_stale_names_what_it_would_name_if_it_were_planned_again(
    facts, request, monkeypatch
):
    monkeypatch.setattr("scienceweek.plan.districts.MOST", 0)
    before, identities = request.getfixturevalue(facts), Identities(b"")
    chance = Random(3)  # noqa: S311 - the same edits every time
    read, was, told = {}, {}, {}
    for title, chapter in chapters(before).items():
        planned, read[title] = chapter.planned()
        was[title], told[title] = identities.of(chapter, read[title]), fingerprints_of(planned)
    spared = 0
    for edit in edits(before):
        for title, chapter in chapters(edit(before, chance)).items():
            if title in was and identities.of(chapter, read[title]) == was[title]:
                spared += 1
                assert fingerprints_of(chapter.planned()[0]) == told[title], (edit, title)

    assert spared > len(edits(before)) * len(was) / 3


def test_a_new_title_makes_no_chapter_stale_but_those_that_show_it():
    museum, farm = samples.base(id="museum"), samples.base(id="farm", district=QIJIANG)
    soil = samples.activity(id="soil", title="月壤", where=museum, base=museum)
    autumn = samples.campaign(id="2024-autumn")
    fossils = samples.activity(
        id="fossils", when=samples.may(26), where=farm, base=farm, district=QIJIANG, campaign=autumn
    )
    before, then, now = samples.catalogue(soil, fossils), Identities(b""), Identities(b"")
    after = chapters(replace_in(before, "activities", soil, title="嫦娥六号月壤"))

    stale = {
        title
        for title, chapter in chapters(before).items()
        if then.of(chapter, reads := chapter.planned()[1]) != now.of(after[title], reads)
    }

    # Four go through everything, to count; three hold everything.
    assert stale - {
        "assets/rows.js",
        "bases.html",
        "data/",
        "data/activities.ics",
        "data/changes/index.json",
        "elder.html",
        "search.html",
    } == {
        "2024-yubei 0",
        "calendar.html",
        "calendar/2024-05-25.html",
        "calendar/2024-05.html",
        "campaigns/2024-yubei.html",
        "data/campaigns/2024-yubei.",
        "data/districts/yubei.",
        "districts/yubei.2024-yubei.table.html",
        "districts/yubei.html",
        "fronts",
    }


def chapters(known: Catalogue) -> dict[str, Chapter]:
    brief = Brief(samples.site(url="https://example.org"), Privacy(date(2026, 5, 20)), (ABOUT,), THEME)
    return {part.title: part for part in plan(known, brief) if isinstance(part, Chapter)}


def fingerprints_of(targets: Iterable[Target]) -> dict[str, str]:
    return {target.path: target.fingerprint(b"") for target in targets}


def replace_in(known: Catalogue, kind: str, one: Any, **changes: Any) -> Catalogue:
    """*known* with *changes* to one of its records of a *kind*."""
    after = replace(one, **changes)
    return replace(known, **{kind: tuple(after if other is one else other for other in getattr(known, kind))})


def like_another(kind: str, field: str) -> Edit:
    """An edit by which a record is, in this *field*, as another of its kind."""

    def edit(known: Catalogue, chance: Random) -> Catalogue:
        one, other = chance.choices(getattr(known, kind), k=2)
        return replace_in(known, kind, one, **{field: getattr(other, field)})

    return edit


def part_of_another(known: Catalogue, chance: Random) -> Catalogue:
    one, other = chance.sample(known.activities, 2)
    return replace_in(known, "activities", one, part_of=other.id)


def without_one(kind: str) -> Edit:
    def edit(known: Catalogue, chance: Random) -> Catalogue:
        gone = chance.choice(getattr(known, kind))
        return replace(known, **{kind: tuple(one for one in getattr(known, kind) if one is not gone)})

    return edit


def with_one_more(kind: str) -> Edit:
    """An edit that brings a record like another."""

    def edit(known: Catalogue, chance: Random) -> Catalogue:
        things = getattr(known, kind)
        return replace(known, **{kind: (*things, replace(chance.choice(things), id="one-more"))})

    return edit


def in_another_order(kind: str) -> Edit:
    def edit(known: Catalogue, chance: Random) -> Catalogue:
        things = getattr(known, kind)
        return replace(known, **{kind: tuple(chance.sample(things, len(things)))})

    return edit


def with_an_alert(kind: str) -> Edit:
    """An edit by which something is announced of a record, or of the whole site."""

    def edit(known: Catalogue, chance: Random) -> Catalogue:
        scope = chance.choice(getattr(known, kind)) if kind else None
        return replace(known, alerts=(*known.alerts, samples.alert(scope=scope)))

    return edit


CHANGES = {
    "activities": (
        "title",
        "when",
        "where",
        "base",
        "district",
        "campaign",
        "organisers",
        "topics",
        "source",
        "change",
    ),
    "bases": ("name", "district", "address", "type", "campaign", "openings", "point"),
    "venues": ("name", "district"),
    "campaigns": ("name", "when", "district", "parent", "organisers"),
    "districts": ("name", "parent"),
    "organisations": ("name", "district"),
}


def edits(known: Catalogue) -> list[Edit]:
    """Of each kind of record that is *known*; no district goes, for whatever lies in it would lie nowhere."""
    changes = {kind: fields for kind, fields in CHANGES.items() if getattr(known, kind)}
    return [
        part_of_another,
        *(like_another(kind, field) for kind, fields in changes.items() for field in fields),
        *(edit(kind) for kind in changes for edit in (with_one_more, in_another_order)),
        *(without_one(kind) for kind in changes if kind != "districts"),
        *(with_an_alert(kind) for kind in ("campaigns", "districts", "bases", "venues") if kind in changes),
    ]


def test_an_alert_changes_the_pages_that_it_concerns_and_no_other():
    museum, farm = samples.base(id="museum"), samples.base(id="farm", district=QIJIANG)
    soil = samples.activity(id="soil", where=museum)
    seeds = samples.activity(id="seeds", when=samples.may(26), where=farm, district=QIJIANG)
    before = fingerprints(soil, seeds)

    def concerned(scope: object) -> set[str]:
        return changed(before, fingerprints(soil, seeds, samples.alert(scope=scope)))

    assert concerned(museum) == {
        "activities/soil.html",
        "bases.html",
        "bases/museum.html",
        "calendar/2024-05-25.html",
        "districts/yubei.html",
        "elder/districts/yubei.html",
        "embed/bases/yubei.html",
        "index.html",
    }
    assert concerned(QIJIANG) == {
        "activities/seeds.html",
        "bases/farm.html",
        "districts/qijiang.2024-yubei.table.html",
        "districts/qijiang.html",
        "districts/qijiang.screen.html",
        "elder/districts/qijiang.html",
        "embed/bases/qijiang.html",
        "embed/qijiang.html",
        "send/qijiang.2024-yubei.article.html",
        "send/qijiang.2024-yubei.html",
    }
    of_campaign = concerned(samples.campaign())
    assert {path for path in of_campaign if not path.startswith("calendar/")} == {
        "activities/seeds.html",
        "activities/soil.html",
        "campaigns/2024-yubei.booklet.html",
        "campaigns/2024-yubei.html",
        "districts/qijiang.2024-yubei.table.html",
        "districts/qijiang.html",
        "districts/qijiang.screen.html",
        "districts/yubei.2024-yubei.table.html",
        "districts/yubei.html",
        "districts/yubei.screen.html",
        "elder/districts/qijiang.html",
        "elder/districts/yubei.html",
        "embed/bases/qijiang.html",
        "embed/bases/yubei.html",
        "embed/qijiang.html",
        "embed/yubei.html",
        "index.html",
        "notices/2024-yubei.html",
        *(
            f"send/{place}.2024-yubei{kind}.html"
            for place in ("qijiang", "yubei")
            for kind in ("", ".article")
        ),
    }
    assert {path for path in before if path.endswith(".html")} == concerned(None)


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
