from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from trees import BASES, FILES, refused

import samples
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Role
from scienceweek.model.term import Term, Terms
from scienceweek.plan import feeds, plan
from scienceweek.plan.brief import Brief
from scienceweek.plan.moved import former, forward
from scienceweek.plan.open_data.page import region_chapters as data_chapters
from scienceweek.plan.regions import region_chapters
from scienceweek.render import Target, named
from scienceweek.views.parts import leaves
from scienceweek.views.parts.contacts import Privacy

THEME = Path(__file__).parents[2] / "theme"
YUBEI = samples.district(was=("yb",))
CAMPAIGN = samples.campaign(district=YUBEI, was=("2024-yb",))
MUSEUM = samples.base(district=YUBEI, was=("first", "second"))
HALL = samples.venue(district=YUBEI, was=("old-hall",))
HEALTH = Term("health", "健康", was=("hygiene",))
FISH = samples.activity(
    campaign=CAMPAIGN, district=YUBEI, where=(MUSEUM, HALL), topics=(HEALTH,), was=("old-fish",)
)
BUREAU = samples.organisation(district=YUBEI, was=("science-commission",), url="https://example.org/")


@pytest.fixture
def facts() -> Catalogue:
    return samples.catalogue(FISH, BUREAU, terms=Terms(topics=(HEALTH,)))


def made(facts: Catalogue, url: str = "") -> dict[str, Target]:
    brief = Brief(samples.site(url=url), Privacy(date(2024, 5, 25)), (), THEME)
    return {target.path: target for target in named(plan(facts, brief))}


def test_each_page_of_what_had_another_id_has_one_at_its_old_address_that_leads_on(facts):
    found = made(facts)

    assert {
        path: target.data[1].head.path for path, target in found.items() if "moved.html" in repr(target.draw)
    } == {
        "activities/old-fish.html": "activities/fish.html",
        "bases/first.html": "bases/museum.html",
        "bases/second.html": "bases/museum.html",
        "campaigns/2024-yb.booklet.html": "campaigns/2024-yubei.booklet.html",
        "campaigns/2024-yb.html": "campaigns/2024-yubei.html",
        "districts/yb.2024-yb.table.html": "districts/yubei.2024-yubei.table.html",
        "districts/yb.2024-yubei.table.html": "districts/yubei.2024-yubei.table.html",
        "districts/yubei.2024-yb.table.html": "districts/yubei.2024-yubei.table.html",
        "districts/yb.board.html": "districts/yubei.board.html",
        "districts/yb.html": "districts/yubei.html",
        "districts/yb.screen.html": "districts/yubei.screen.html",
        "elder/districts/yb.html": "elder/districts/yubei.html",
        "embed/bases/yb.html": "embed/bases/yubei.html",
        "embed/yb.html": "embed/yubei.html",
        "notices/2024-yb.html": "notices/2024-yubei.html",
        "organisations/science-commission.html": "organisations/science-bureau.html",
        **{
            f"send/{place}.{week}{kind}.html": f"send/yubei.2024-yubei{kind}.html"
            for place, week in (("yb", "2024-yb"), ("yb", "2024-yubei"), ("yubei", "2024-yb"))
            for kind in ("", ".article")
        },
        "topics/hygiene.html": "topics/health.html",
        "venues/old-hall.html": "venues/hall.html",
    }


def test_an_organisation_of_which_there_is_a_line_only_leads_on_to_it_from_all_its_addresses():
    bureau = samples.organisation(district=YUBEI, was=("science-commission",))
    facts = samples.catalogue(bureau, samples.campaign(organisers=(samples.part(Role.HOST, bureau),)))
    found = made(facts, "https://example.gov.cn/kjz")
    pages = {
        path: target.draw(*target.data).decode() for path, target in found.items() if path in former_of(facts)
    }

    assert {path: "url=../organisations.html#science-bureau" in page for path, page in pages.items()} == {
        "organisations/science-bureau.html": True,
        "organisations/science-commission.html": True,
    }
    assert (
        '<li id="science-bureau">'
        in found["organisations.html"].draw(*found["organisations.html"].data).decode()
    )


def test_no_page_that_leads_on_is_in_a_sitemap(facts):
    found = made(facts, "https://example.org")
    ((addresses,)) = found["sitemap.xml"].data

    assert [
        path
        for path, target in found.items()
        if "moved.html" in repr(target.draw) and f"https://example.org/{path}" in addresses
    ] == []


@pytest.fixture
def land(monkeypatch) -> Catalogue:
    """More districts below a province that had another id than a page can hold, each with a campaign and a unit."""
    for name in ("campaign_years", "organisers"):
        monkeypatch.setattr(f"scienceweek.views.parts.{name}.MOST", 150)
    monkeypatch.setattr("scienceweek.views.pages.open_data.MOST", 150)
    above = samples.district(id="hebei", name="河北省", short="河北", code="130000", was=("jibei",))
    homes = [
        samples.district(id=f"d-{number}", code=f"13{number:04}", parent=above) for number in range(1, 202)
    ]
    weeks = [samples.campaign(id=f"week-{one.id}", district=one) for one in homes]
    units = [samples.organisation(id=f"unit-{one.id}", district=one) for one in homes]
    return samples.catalogue(above, *weeks, *units)


LISTS = ("campaigns.2024.{}", "data.{}", "districts.{}", "elder.{}", "organisations.{}")


def test_lists_of_a_unit_that_had_another_id_lead_on_and_are_in_no_sitemap_nor_offered(land):
    brief = Brief(samples.site(url="https://example.org"), Privacy(date(2024, 5, 25)), (), THEME)
    chapters = (*region_chapters(land, brief), *data_chapters(land, brief))
    found = {one.path: one for one in named(chapters)}
    known = former(land)
    (listed,) = feeds.sitemaps(found, brief.site, tuple(known))
    ((addresses,)) = listed.data
    ways = {
        f"{of.format('jibei')}{page}.html": f"{of.format('hebei')}{page}.html"
        for of in LISTS
        for page in ("", ".2")
    } | {"data.jibei.3.html": "data.hebei.3.html"}

    assert {
        path: target.data[1].head.path for path, target in found.items() if "moved.html" in repr(target.draw)
    } == ways
    assert {path: forward(path, known) for path in ways} == ways
    assert {one.removeprefix("https://example.org/") for one in addresses} == {*ways.values()}


def test_a_district_that_had_another_id_leads_on_from_its_part_of_a_day(monkeypatch):
    monkeypatch.setattr(leaves, "MOST", 1)
    monkeypatch.setattr(leaves, "LEAF", 1)
    facts = samples.catalogue(FISH, replace(FISH, id="bird", was=()))
    found, known = made(facts, "https://example.org"), former(facts)
    ((addresses,)) = found["sitemap.xml"].data
    ways = {
        f"calendar/2024-05-25.yb{page}.html": f"calendar/2024-05-25.yubei{page}.html" for page in ("", ".2")
    }

    assert {old: found[old].data[1].head.path for old in ways} == ways
    assert {old: forward(old, known) for old in ways} == ways
    assert [one for one in addresses if ".yb" in one] == []


def former_of(facts: Catalogue) -> set[str]:
    return {f"{stem}.html" for stem in former(facts)}


def test_it_leads_on_without_script_and_is_not_to_be_found(facts):
    target = made(facts)["activities/old-fish.html"]

    page = target.draw(*target.data).decode()

    assert '<meta http-equiv="refresh" content="0; url=../activities/fish.html">' in page
    assert '<link rel="canonical" href="../activities/fish.html">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'href="../activities/fish.html" data-moved>' in page
    assert "<title>我们曾经都是鱼" in page


def test_with_an_address_the_canonical_one_is_absolute_and_the_old_one_in_no_sitemap(facts):
    found = made(facts, "https://example.org")
    target = found["bases/first.html"]
    ((addresses,)) = found["sitemap.xml"].data

    assert (
        '<link rel="canonical" href="https://example.org/bases/museum.html">'
        in target.draw(*target.data).decode()
    )
    assert "https://example.org/bases/museum.html" in addresses
    assert [one for one in addresses if "first" in one or "/yb" in one or "old-" in one] == []


def test_whoever_has_subscribed_to_an_old_address_has_what_is_at_the_new_one(facts):
    found = made(facts, "https://example.org")

    for old, now in (
        ("activities/old-fish.ics", "activities/fish.ics"),
        ("campaigns/2024-yb.ics", "campaigns/2024-yubei.ics"),
        ("districts/yb.ics", "districts/yubei.ics"),
        ("districts/yb.atom", "districts/yubei.atom"),
    ):
        assert (found[old].draw, found[old].data) == (found[now].draw, found[now].data)


def test_a_calendar_knows_an_activity_by_its_first_id(facts):
    target = made(facts)["activities/fish.ics"]

    assert b"\nUID:old-fish@" in target.draw(*target.data)


def test_old_addresses_are_known_with_those_of_today(facts):
    known = former(facts)

    assert forward("notices/2024-yb.html", known) == "notices/2024-yubei.html"
    assert forward("districts/yb.bases.html", known) == "districts/yubei.bases.html"
    assert forward("notices/2024-yubei.html", known) == "notices/2024-yubei.html"


OLD: dict[str, str | bytes | None] = {
    "data/campaigns/2024-yubei.yaml": FILES["data/campaigns/2024-yubei.yaml"] + "was: [2024-yb]\n",
    BASES: FILES[BASES].replace("    type: venue\n", "    type: venue\n    was: [qixiang]\n"),
}


def test_links_to_an_old_address_and_to_a_place_there_are_good(tmp_path: Path):
    text = "[馆](../bases/qixiang.html) [四](../notices/2024-yb.html#s4-1)\n"

    assert refused(tmp_path, OLD | {"content/activities/fish.md": text}) == []


def test_a_place_that_is_not_on_the_page_of_today_is_told(tmp_path: Path):
    text = "[五](../notices/2024-yb.html#s5)\n"

    (told,) = refused(tmp_path, OLD | {"content/activities/fish.md": text})

    assert told.startswith("content/activities/fish.md:1:5: “notices/2024-yb.html”没有“#s5”这个位置。")


def test_an_old_address_is_never_offered(tmp_path: Path):
    text = "[馆](../bases/qixiangg.html)\n"

    (told,) = refused(tmp_path, OLD | {"content/activities/fish.md": text})

    assert "qixiang.html" not in told
