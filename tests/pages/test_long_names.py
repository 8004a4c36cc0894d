"""Names of any length, on a phone: nothing scrolls sideways, and the head stays low."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from stage import drawn

from samples import (
    activity,
    base,
    campaign,
    catalogue,
    contact,
    district,
    may,
    organisation,
    part,
    site,
    venue,
)
from scienceweek.model.organisation import Role
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.day import day_page
from scienceweek.views.pages.districts import districts_page
from scienceweek.views.pages.home import home_page
from scienceweek.views.pages.organisations import organisations_page
from scienceweek.views.pages.science_base import science_base_page
from scienceweek.views.pages.venue import venue_page
from scienceweek.views.parts.contacts import Privacy

TODAY = date(2024, 5, 25)
PRIVACY = Privacy(TODAY)
NAMES = (
    "科技活动周",
    "重庆市渝北区科技活动周",
    "积石山保安族东乡族撒拉族自治县科普",
    "新疆生产建设兵团第十三师新星市科学技术普及和科技活动周网站",
)

LONG = "积石山保安族东乡族撒拉族自治县"
ALL_IN_ONE = "关于深入贯彻落实新时代科学技术普及工作要求并结合本地实际组织开展形式多样内容丰富的群众性科技活动的若干安排"
LATIN = "https://example.gov.cn/a-very-long-address-without-any-place-to-break-1234567890"
PLACE = district(name=LONG, short="积石山")
WEEK = campaign(name=f"2024年{LONG}科技活动周暨{ALL_IN_ONE}", theme=ALL_IN_ONE, district=PLACE)
UNIT = organisation(name=f"{LONG}人民政府办公室科学技术和工业信息化局")
MUSEUM = base(
    name=f"{LONG}{ALL_IN_ONE}科普教育基地",
    address=f"甘肃省临夏回族自治州{LONG}吹麻滩镇东乡族路与撒拉族大道交叉口往西三百二十米科学技术馆附属楼八层八零八室",
    district=PLACE,
    contacts=(contact("0930-60000001转80123", "13800000000"),),
    url=LATIN,
)
HALL = venue(name=f"{ALL_IN_ONE}主会场", district=PLACE)
FISH = activity(
    title=ALL_IN_ONE + "Supercalifragilisticexpialidocious",
    when=may(25, 27),
    campaign=WEEK,
    district=PLACE,
    where=(MUSEUM, HALL),
    base=MUSEUM,
    organisers=(part(Role.HOST, UNIT), part(Role.SUPPORT, *(f"{LONG}第{number}中学" for number in range(9)))),
)
FACTS = catalogue(FISH, MUSEUM, HALL, UNIT, WEEK)


def pages(folder: Path, name: str) -> Iterator[str]:
    own = site(
        name=name,
        keeper=UNIT.name,
        today="2024-05-25",
        pages=(("about", "关于本站"), ("take-part", "怎样参加")),
    )
    known = agenda(FACTS)
    for template, view, path in (
        ("home", home_page(FACTS, TODAY, PRIVACY), "index.html"),
        ("activity", activity_page(FISH, FACTS, PRIVACY), "activities/fish.html"),
        ("science_base", science_base_page(MUSEUM, FACTS, PRIVACY), "bases/museum.html"),
        ("venue", venue_page(HALL, FACTS, PRIVACY), "venues/hall.html"),
        ("organisations", organisations_page(FACTS), "organisations.html"),
        ("districts", districts_page(FACTS), "districts.html"),
        ("day", day_page(TODAY, known, PRIVACY), "calendar/2024-05-25.html"),
    ):
        yield drawn(folder, f"{template}.html", view, own, path)


def too_wide(page: Page, width: int) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth") > width)


@pytest.mark.parametrize("layout", ["", "elder"])
def test_nothing_scrolls_sideways_whatever_things_are_called(browser: Browser, tmp_path: Path, layout: str):
    addresses = list(pages(tmp_path, NAMES[-1]))
    wide = []
    for width in (320, 360, 390):
        page = browser.new_page(viewport={"width": width, "height": 844})
        page.add_init_script(f"localStorage.setItem('layout', '{layout}')")
        for address in addresses:
            page.goto(address)
            if too_wide(page, width):
                wide.append((width, address.rpartition("/")[2]))
        page.close()

    assert wide == []


def test_the_head_holds_a_name_of_any_length_and_is_as_low_as_that_allows(browser: Browser, tmp_path: Path):
    high = {}
    for name in NAMES:
        address = next(pages(tmp_path, name))
        for width in (320, 360, 390):
            page = browser.new_page(viewport={"width": width, "height": 844})
            page.goto(address)
            head = page.locator("header.head").bounding_box()
            assert head
            assert not too_wide(page, width)
            high[len(name), width] = round(head["height"])
            page.close()

    assert {high[5, width] for width in (320, 360, 390)} == {57}
    assert high[11, 390] == 57
    assert max(high.values()) <= 93


@pytest.mark.parametrize(("height", "position"), [(844, "fixed"), (400, "static")])
def test_the_bar_below_is_fixed_only_where_there_is_room(
    browser: Browser, tmp_path: Path, height: int, position: str
):
    page = browser.new_page(viewport={"width": 390, "height": height})
    page.goto(next(pages(tmp_path, NAMES[0])))

    assert page.eval_on_selector(".bar", "bar => getComputedStyle(bar).position") == position
    page.close()


def test_how_to_take_part_comes_first_in_the_foot_and_shares_its_line(browser: Browser, tmp_path: Path):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(next(pages(tmp_path, NAMES[0])))
    first, second = page.locator(".foot ul").first.locator("li").all()[:2]
    one, other = first.bounding_box(), second.bounding_box()

    assert first.inner_text() == "怎样参加"
    assert one
    assert other
    assert one["y"] == other["y"]
    page.close()
