"""The real site, every page of it: where links lead, what is loaded, and what must not be there."""

import gzip
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import icalendar
import pytest
import vobject
from lxml import html
from playwright.sync_api import Browser
from pyld import jsonld
from stage import answer_late, moving

from samples import activity, campaign, catalogue, district, site
from scienceweek.render.page import Page
from scienceweek.source.loading import load
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.pages.home import front_days, home_page
from scienceweek.views.parts.contacts import Privacy

HERE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pages(output: Path) -> dict[str, html.HtmlElement]:
    return {
        path.relative_to(output).as_posix(): html.document_fromstring(path.read_bytes())
        for path in sorted(output.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def fronts() -> dict[str, bytes]:
    """The front page in each season, and that of a city: whichever it is today, the site has one."""
    notices = load(HERE / "data", HERE / "content").catalogue
    weeks = [
        campaign(id=f"c{code}", district=district(id=f"d{code}", code=code)) for code in ("500101", "500102")
    ]
    city = catalogue(
        *weeks, *(activity(id=f"a{week.id}", campaign=week, district=week.district) for week in weeks)
    )
    days = (
        (notices, date(2024, 5, 17)),
        (notices, date(2024, 5, 25)),
        (notices, date(2024, 11, 27)),
        (city, date(2024, 5, 25)),
    )
    faces = {}
    for facts, today in days:
        privacy = Privacy(today)
        view = home_page(facts, today, privacy, front_days(facts, agenda(facts), privacy))
        draw = Page(str(HERE / "theme" / "templates"), "home.html")
        faces[view.season] = draw(site(today=today.isoformat()), view, "")
    assert sorted(faces) == ["before", "city", "off", "running"]
    return faces


def _local(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc


def test_every_link_inside_the_site_leads_to_a_file_and_a_place_in_it(output: Path, pages):
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    lost = []
    for path, page in pages.items():
        for address in page.xpath("//@href | //@src"):
            if not _local(address):
                continue
            parts = urlsplit(address)
            # The page for what is not there is shown at any address: its links begin at the top.
            folder = output if parts.path.startswith("/") else (output / path).parent
            there = folder / unquote(parts.path).lstrip("/") if parts.path else output / path
            goal = there.resolve().relative_to(output.resolve()).as_posix()
            anchor = unquote(parts.fragment)
            if not (output / goal).is_file() or (anchor and anchor not in ids.get(goal, {anchor})):
                lost.append((path, address))

    assert lost == []


def test_a_star_on_a_ticket_keeps_what_the_page_of_the_activity_says(pages):
    told = {
        button.get("data-star"): (button.get("data-when"), button.get("data-place"))
        for page in pages.values()
        for button in page.xpath("//button[starts-with(@data-star, 'activities/')]")
    }
    kept = {
        (f"activities/{ticket.get('data-id')}.html", ticket.get("data-when"), ticket.get("data-place"))
        for page in pages.values()
        for ticket in page.xpath("//article[@data-when]")
    }

    assert len(kept) > 40
    assert {one for one in kept if told[one[0]] != one[1:]} == set()


def test_no_page_loads_anything_from_elsewhere_or_inline_but_what_is_sent_or_pasted(pages):
    loaded = {
        (path, address)
        for path, page in pages.items()
        for address in page.xpath(
            "//script/@src | //link[@rel='stylesheet']/@href | //img/@src | //iframe/@src"
        )
        if not _local(address)
    }
    inline = [
        (path, element.tag)
        for path, page in pages.items()
        if not path.startswith("send/")
        for element in page.xpath(
            "//style | //*[@style] | //script[not(@src) and not(contains(@type, 'json'))]"
        )
    ]

    assert (loaded, inline) == (set(), [])


def _leaves(value: object) -> Iterator[object]:
    """The values in JSON-LD, but for what says of which kind a thing is."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from () if name in {"@context", "@type"} else _leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one)
    else:
        yield value


def _vocabulary(address: str, _: object) -> dict[str, object]:
    """What stands at *address*, as far as it says what words mean: those of schema.org are its own."""
    words = {"@context": {"@vocab": "http://schema.org/"}}
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": words,
    }


def test_a_reader_of_graphs_finds_in_linked_data_every_value_and_no_other(pages):
    held = [
        json.loads(one)
        for page in pages.values()
        for one in page.xpath("//script[@type='application/ld+json']/text()")
    ]
    graph = jsonld.to_rdf(held, {"documentLoader": _vocabulary})["@default"]
    literals = Counter(
        float(one["value"]) if one["datatype"].endswith(("#double", "#integer")) else one["value"]
        for one in (quad["object"] for quad in graph)
        if one["type"] == "literal"
    )

    assert len(held) > 40
    assert literals == Counter(
        str(one).lower() if isinstance(one, bool) else float(one) if isinstance(one, (int, float)) else one
        for one in _leaves(held)
    )
    assert {
        quad["object"]["value"].rpartition("/")[0]
        for quad in graph
        if quad["predicate"]["value"].endswith("#type")
    } == {"http://schema.org"}


def test_two_readers_find_the_same_in_every_calendar(output: Path):
    for path in sorted(output.rglob("*.ics")):
        text = path.read_bytes()
        one = icalendar.Calendar.from_ical(text)
        other = vobject.readOne(text.decode())
        found = [
            (str(event["UID"]), str(event["SUMMARY"]), event.decoded("DTSTART"), event["SEQUENCE"])
            for event in one.walk("VEVENT")
        ]
        assert one.errors == []
        assert found == [
            (event.uid.value, event.summary.value, event.dtstart.value, int(event.sequence.value))
            for event in other.contents.get("vevent", ())
        ], path


def test_every_page_has_a_title_of_its_own_and_one_heading(pages):
    # The calendar opens with a month that has a page of its own too; an earlier address has the title of what it leads to.
    titles = [
        page.findtext(".//title")
        for path, page in pages.items()
        if path != "calendar.html" and page.body.get("class") != "moved-page"
    ]

    assert [path for path, page in pages.items() if len(page.xpath("//h1")) != 1] == []
    assert sorted(titles) == sorted(set(titles))


def test_no_id_stands_twice_on_a_page(pages):
    twice = [
        (path, id)
        for path, page in pages.items()
        for id in set(page.xpath("//@id"))
        if page.xpath("count(//*[@id=$id])", id=id) > 1
    ]

    assert twice == []


def test_nothing_that_is_not_public_stands_in_any_byte(output: Path):
    catalogue = load(HERE / "data", HERE / "content").catalogue
    contacts = [
        secret
        for campaign in catalogue.campaigns
        for contact in campaign.contacts
        if (secret := contact.secret)
    ]
    secrets = {
        word
        for contact in contacts
        for word in (
            *re.split(r"[\s、]+", contact.name),
            contact.email,
            *(re.sub(r"\D", "", phone.number)[-7:] for phone in contact.phones),
            *(phone.number for phone in contact.phones),
        )
        if word
    } | {"cqsgyb@126.com"}
    assert len(secrets) > 40

    found = [
        (path.relative_to(output).as_posix(), secret)
        for path in sorted(output.rglob("*"))
        if path.is_file()
        for secret in sorted(secrets)
        if secret.encode() in path.read_bytes()
    ]

    assert found == []


def _sheets(page: html.HtmlElement) -> list[str]:
    return [
        urlsplit(address).path.rpartition("/")[2]
        for address in page.xpath("//link[@rel='stylesheet'][not(@media='print')]/@href")
    ]


def _weight(output: Path, names: Iterable[str]) -> int:
    """Bytes of these assets together, each compressed as a server does."""
    return sum(len(gzip.compress((output / "assets" / name).read_bytes())) for name in names)


def test_what_every_page_loads_is_small(output: Path):
    assert _weight(output, ["site.css"]) <= 6_000
    assert _weight(output, ["site.js"]) <= 18_000
    assert _weight(output, ["first.js"]) <= 1_410


def test_the_style_of_each_page_is_small(output: Path, pages, fronts):
    sheets = {
        tuple(_sheets(page)) for page in [*pages.values(), *map(html.document_fromstring, fronts.values())]
    }

    heavy = {names: weight for names in sheets if (weight := _weight(output, names)) > 14_000}
    assert heavy == {}


def test_the_scripts_of_each_page_are_small(output: Path, pages):
    loaded = {
        tuple(
            sorted(
                {urlsplit(address).path.rpartition("/")[2] for address in page.xpath("//script/@src")}
                - _BY_ITSELF
            )
        )
        for page in pages.values()
    }

    assert {names: weight for names in loaded if (weight := _weight(output, names)) > 20_000} == {}


_BY_ITSELF = {"finder.js", "phone-book.js", "pins.js"}
"""The finder, the map, and what they show."""


def test_no_page_waits_for_more_than_eight_files(pages):
    loaded = {path: 1 + len(_sheets(page)) + len(page.xpath("//script/@src")) for path, page in pages.items()}

    assert {path: number for path, number in loaded.items() if number > 8} == {}


def test_a_page_asks_for_all_that_it_waits_for_before_a_script_holds_it_up(pages):
    asked = "//head/*[@src or @rel='stylesheet'][not(@media)]"  # nobody waits for the sheet of paper
    holding = "@src and not(@defer) and not(@async)"

    late = {
        path: [
            one.get("src") or one.get("href") for one in page.xpath(f"{asked}[preceding::script[{holding}]]")
        ]
        for path, page in pages.items()
    }
    assert {path: found for path, found in late.items() if found} == {}


# Which rules of a sheet have something for a page, whatever its reader does, in either layout.
_FOUND = r"""
([sheets, pages]) => {
  const rules = (list) => [...list].flatMap((rule) => rule.selectorText ? [rule.selectorText] : rules(rule.cssRules || []));
  const still = (text) => text.replace(/::?(before|after|placeholder|hover|checked|target|focus(-visible)?|-webkit-[\w-]+|-moz-[\w-]+)|\[open\]/g, "");
  const known = sheets.map(([name, text]) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return [name, rules(sheet.cssRules)];
  });
  return pages.flatMap(([path, text]) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    page.documentElement.classList.add("elder", "script");
    return known.flatMap(([name, all]) => all.filter((one) => page.querySelector(still(one))).map((one) => [path, name, one]));
  });
}
"""


def test_no_page_lacks_a_rule_that_some_sheet_has_for_it(output: Path, pages, fronts, browser: Browser):
    sheets = {path.name: path.read_text() for path in sorted((output / "assets").glob("*.css"))}
    of_some = [
        [name, text]
        for name, text in sheets.items()
        if name not in {"site.css", "map.css", "paper.css", "printed.css"}
    ]
    page = browser.new_page()
    texts = {path: (output / path).read_text() for path in pages} | {
        name: text.decode() for name, text in fronts.items()
    }
    found = page.evaluate(_FOUND, [of_some, list(texts.items())])
    page.close()

    # What several sheets begin with (plan/assets.py) is there when one of them is.
    linked = {path: _sheets(html.document_fromstring(text.encode())) for path, text in texts.items()}
    there = {(path, rule) for path, name, rule in found if name in linked[path]}
    assert {name for _, name, _ in found} >= {name for name, _ in of_some} - _OF_OTHER_SITES
    lacking = defaultdict(set)
    for path, name, rule in found:
        if (path, rule) not in there:
            lacking[name, rule].add(path)
    assert {one: min(paths) for one, paths in lacking.items()} == {}


_OF_OTHER_SITES = {"changes.css", "sessions.css"}
"""The five notices have no sessions, and nothing was put right since."""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_kind_of_page_moves_while_it_loads(output: Path, pages, browser: Browser, width: int):
    of_kind = defaultdict(list)
    for path, page in pages.items():
        of_kind[page.body.get("class")].append(path)
    looked_at = sorted({path for paths in of_kind.values() for path in (paths[0], paths[-1])})
    assert len(of_kind) == 33

    assert moving(browser, output, looked_at, width, date(2024, 5, 25)) == {}


# How often a page has been laid out before its script had run, and what of it was unseen when that had.
_TURNS = """
  window.turns = 0;
  const style = "content-visibility";
  new MutationObserver((changes) => {
    if (changes.some(({ oldValue }) => (oldValue || "").includes(style))) window.turns += 1;
  }).observe(document, { subtree: true, attributeFilter: ["style"], attributeOldValue: true });
  document.addEventListener("DOMContentLoaded", () => {
    window.unseen = document.querySelectorAll(`[style*=${style}]`).length;
  });
"""


def test_a_long_page_is_laid_out_in_turns_while_its_script_is_on_the_way(output: Path, browser: Browser):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.add_init_script(_TURNS)
    page.route("**/*", lambda route: answer_late(route, output, late=0.5))
    page.goto("http://site.invalid/index.html")
    late = page.evaluate("[window.turns > 1, window.unseen]")
    page.unroute_all(behavior="wait")
    page.goto((output / "index.html").as_uri())
    whole = page.evaluate("[window.unseen, document.querySelectorAll('[style]').length]")
    page.goto((output / "404.html").as_uri())
    short = page.evaluate("[window.turns, window.unseen]")
    page.close()

    assert (late, whole, short) == ([True, 0], [0, 0], [0, 0])


@pytest.mark.slow
def test_the_nu_html_checker_finds_no_error(output: Path, nu: list[str]):
    ran = subprocess.run([*nu, str(output)], check=False, capture_output=True, text=True)

    assert (ran.stderr.splitlines(), ran.returncode) == ([], 0)


@pytest.mark.slow
def test_nor_in_a_site_that_knows_its_address(tmp_path: Path, nu: list[str]):
    output = tmp_path / "output"
    build = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors"]
    address = 'SITEURL="https://example.gov.cn/kepu"'
    subprocess.run([*build, "-e", address, "-o", str(output)], cwd=HERE, check=True, capture_output=True)
    ran = subprocess.run([*nu, str(output)], check=False, capture_output=True, text=True)

    assert (ran.stderr.splitlines(), ran.returncode) == ([], 0)
