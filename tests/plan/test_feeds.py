from datetime import date
from pathlib import Path

import crowds
import pytest

import samples
from scienceweek.model.catalogue import Catalogue
from scienceweek.plan import plan
from scienceweek.plan.brief import Brief
from scienceweek.render import Target, named
from scienceweek.views.pages.prose import Prose
from scienceweek.views.parts.contacts import Privacy

PROJECT = Path(__file__).parents[2]
ADDRESS = "https://example.org/"


def made(catalogue: Catalogue, url: str) -> dict[str, Target]:
    brief = Brief(
        samples.site(url=url),
        Privacy(date(2026, 5, 20)),
        (Prose("about", "关于本站", "欢迎。"),),
        PROJECT / "theme",
    )
    return {target.path: target for target in named(plan(catalogue, brief))}


@pytest.mark.parametrize("facts", ["made_up", "own", "crowded"])
def test_the_sitemap_lists_every_page_but_the_one_for_what_is_not_there(facts, request):
    found = made(crowds.many(301) if facts == "crowded" else request.getfixturevalue(facts), ADDRESS[:-1])
    ((addresses,)) = found["sitemap.xml"].data

    pages = {path for path in found if path.endswith(".html")}
    assert {address.removeprefix(ADDRESS) for address in addresses} == pages - {"404.html"}
    assert len(addresses) == len(set(addresses))


def test_a_feed_has_the_newest_first_and_only_so_many(made_up):
    about, entries = made(made_up, ADDRESS[:-1])["feed.atom"].data

    assert (about.url, about.address, len(entries)) == (f"{ADDRESS}index.html", f"{ADDRESS}feed.atom", 50)
    assert [one.updated for one in entries] == sorted((one.updated for one in entries), reverse=True)
    assert entries[0].updated == max(one.modified for one in made_up.activities)


def test_without_an_address_there_are_no_feeds_and_no_links_to_any(own):
    found = made(own, "")

    assert [path for path in found if path.endswith((".atom", ".xml"))] == []
    assert found["robots.txt"].data == ("",)
    assert found["index.html"].data[1].head.feeds == ()
