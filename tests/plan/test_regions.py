"""What lists of very many districts come to: nothing unreachable, nothing heavy."""

import re
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import samples
from scienceweek.model.organisation import Role
from scienceweek.plan import plan
from scienceweek.plan.brief import Brief
from scienceweek.render import named
from scienceweek.views.parts.contacts import Privacy

THEME = Path(__file__).parents[2] / "theme"
MANY = 520
LISTS = (
    "activities",
    "campaigns",
    "data",
    "districts",
    "elder",
    "index",
    "organisations",
    "search",
    "site-map",
)
RAW, PACKED = 1_500_000, 200_000


@pytest.fixture(scope="module")
def lists() -> dict[str, bytes]:
    """The pages of all lists of a land of many districts, each with a campaign and three units, by path."""
    cities = [
        samples.district(id=f"city-{n}", name=f"{n}市", short=f"{n}", code=f"{n:02}0000") for n in range(10)
    ]
    homes = [
        samples.district(
            id=f"district-{n}", name=f"{n}区", short=f"{n}区", code=f"{n:06}", parent=cities[n % 10]
        )
        for n in range(MANY)
    ]
    units = [
        [samples.organisation(id=f"unit-{n}-{at}", name=f"{n}区{at}局", district=one) for at in range(3)]
        for n, one in enumerate(homes)
    ]
    weeks = [
        samples.campaign(
            id=f"week-{n}", district=one, organisers=(samples.part(Role.ISSUER, units[n][0], units[n][1]),)
        )
        for n, one in enumerate(homes)
    ]
    houses = [
        samples.base(id=f"base-{n}", district=one, campaign=weeks[n], address=f"{n}号")
        for n, one in enumerate(homes)
    ]
    facts = samples.catalogue(*weeks, *houses, *(one for own in units for one in own))
    brief = Brief(samples.site(), Privacy(date(2024, 5, 25)), (), THEME)
    return {
        one.path: one.draw(*one.data)
        for one in named(plan(facts, brief))
        if one.path.endswith(".html") and "/" not in one.path and one.path.partition(".")[0] in LISTS
    }


def links(pages: dict[str, bytes], name: str) -> Iterator[str]:
    """Where the pages of the list called *name* lead, as far as they can be reached from its first."""
    seen, ahead = set(), [f"{name}.html"]
    while ahead:
        path = ahead.pop()
        seen.add(path)
        found = re.findall(r'href="([^"#]+)', pages[path].decode())
        yield from found
        ahead += [
            one for one in set(found) if one in pages and one.partition(".")[0] == name and one not in seen
        ]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("districts", "districts/district-{}.html"),
        ("elder", "elder/districts/district-{}.html"),
        ("campaigns", "campaigns/week-{}.html"),
        ("data", "districts/district-{}.html"),
        ("data", "campaigns/week-{}.html"),
    ],
)
def test_every_district_is_reached_from_each_list_that_has_a_line_for_it(lists, name, address):
    assert {address.format(n) for n in range(MANY)} - set(links(lists, name)) == set()


def test_every_unit_stands_on_a_page_of_the_list_of_units(lists):
    pages = [page.decode() for path, page in lists.items() if path.startswith("organisations.")]
    assert len(pages) == 11
    found = {id for page in pages for id in re.findall(r'id="(unit-[^"]*)"', page)}
    assert found == {f"unit-{n}-{at}" for n in range(MANY) for at in range(3)}


def test_no_list_is_heavy(lists):
    assert {
        path: len(page)
        for path, page in lists.items()
        if len(page) > RAW or len(zlib.compress(page)) > PACKED
    } == {}
    assert {len(page) < 150_000 for page in lists.values()} == {True}


def test_first_pages_lead_to_parts_and_name_no_district(lists):
    for name in ("districts", "elder", "data", "search", "site-map"):
        assert "district-7.html" not in lists[f"{name}.html"].decode(), name
    for name in ("districts", "search", "site-map"):
        assert "districts.city-7.html" in lists[f"{name}.html"].decode(), name
