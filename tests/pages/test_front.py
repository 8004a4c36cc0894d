"""The front page in a browser, on 2024-05-25 at noon: the day above the fold, the districts of a city, the time between."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from stage import drawn

from samples import activity, base, campaign, catalogue, contact, district, session, site
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.calendars.day_picture import pictured
from scienceweek.views.pages.home import front_days, home_page
from scienceweek.views.parts.contacts import Privacy

DAY = date(2024, 5, 25)
PHONES = [(390, 844), (360, 640)]
DISTRICTS = [
    district(id=f"d{number}", name=f"{name}区", short=name, code=f"5001{number:02}")
    for number, name in enumerate(
        ["安澜", "白鹭", "北浦", "碧溪", "沧浪", "程溪", "澄江", "赤岩", "丹霞", "东屏"]
    )
]
CAMPAIGNS = [campaign(id=f"c{one.id}", name=f"2024年{one.name}科技活动周", district=one) for one in DISTRICTS]


def _city():
    """Ten districts: the first has three activities today, every other one, and one of the last tomorrow."""
    for number, (one, week) in enumerate(zip(DISTRICTS, CAMPAIGNS, strict=True)):
        yield week
        for hour in (9, 14, 19) if number == 0 else (10 + number,):
            yield activity(
                id=f"{one.id}-{hour}",
                title="雷电是怎样来的",
                campaign=week,
                district=one,
                when=session(25 if number < 9 else 26, f"{hour:02}:00", f"{hour + 1:02}:30"),
            )


def _address(folder: Path, *things: object, today: date = DAY) -> str:
    known = catalogue(*things)
    held = agenda(known)
    days = front_days(known, held, Privacy(today))
    days = replace(days, pictures=pictured(held, today, today.year))
    view = home_page(known, today, Privacy(today), days)
    return drawn(folder, "home.html", view, site(today=today.isoformat()), "index.html")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _address(tmp_path_factory.mktemp("city"), *_city())


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> str:
    museum = base(contacts=(contact("023-60000001"),))
    held = [
        activity(id=f"a{number}", title="雷电是怎样来的", base=museum, where=museum) for number in range(4)
    ]
    return _address(tmp_path_factory.mktemp("single"), museum, *held)


def _open(browser: Browser, address: str, width: int, height: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    return page


_ABOVE = """() => {
  const fold = document.querySelector(".bar").getBoundingClientRect().top + (document.querySelector(".ribbon")?.offsetHeight ?? 0);
  return Array.from(document.querySelectorAll(".ticket")).filter((one) => one.checkVisibility() && one.getBoundingClientRect().bottom <= fold).length;
}"""


@pytest.mark.parametrize("front", ["city", "single"])
@pytest.mark.parametrize(("width", "height"), PHONES)
def test_a_phone_shows_the_day_and_two_tickets_at_once(browser, request, front, width, height):
    page = _open(browser, request.getfixturevalue(front), width, height)

    assert page.evaluate(_ABOVE) >= 2
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_what_begins_next_comes_first_and_what_is_over_last(browser, city):
    page = _open(browser, city, 390, 844)
    shown = page.locator(".days-of-tickets > section:visible .ticket:visible")

    assert shown.evaluate_all("cards => cards.map((card) => card.dataset.id)") == [
        "d2-12",
        "d3-13",
        "d4-14",
        "d0-14",
        "d5-15",
        "d6-16",
        "d7-17",
        "d8-18",
    ]
    page.locator(".days-of-tickets details:visible summary").click()
    assert shown.evaluate_all("cards => cards.slice(8).map((card) => card.dataset.id)") == [
        "d1-11",
        "d0-19",
        "d0-9",
    ]
    page.close()


def test_a_day_of_the_grid_is_chosen_and_its_tile_leads_to_that_district(browser, city):
    page = _open(browser, city, 390, 844)
    tile = page.locator(".heat tbody tr:visible td:visible")

    assert tile.nth(0).inner_text().split() == ["安澜", "3"]
    assert tile.nth(0).locator("a").get_attribute("href") == "calendar/2024-05-25.html#in-d0"
    page.locator(".heat-days label").nth(1).click()
    assert [text.split() for text in tile.all_inner_texts()][-1] == ["东屏", "1"]
    page.close()


def test_a_district_that_was_chosen_leads_until_it_is_forgotten(browser, city):
    page = _open(browser, city, 390, 844)
    page.evaluate("localStorage.setItem('district', 'd0')")
    page.reload()

    assert page.locator("[data-yours]").inner_text().split() == ["安澜", "今天3场"]
    assert page.locator("[data-yours] a").evaluate("link => link.href").endswith("2024-05-25.html#in-d0")
    assert page.locator(".ticket:visible").first.get_attribute("data-id") == "d0-14"
    page.locator(".which summary").click()
    page.get_by_role("button", name="全部区县").click()
    page.wait_for_load_state()
    assert not page.locator("[data-yours]").is_visible()
    page.close()


def test_choosing_a_district_opens_its_page_and_keeps_it_on_the_device(browser, city):
    page = _open(browser, city, 390, 844)
    page.locator(".which summary").click()
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    link = page.locator(".which-list a").nth(4)

    assert link.get_attribute("href") == "districts/d4.html"
    link.click()
    assert page.evaluate("localStorage.getItem('district')") == "d4"
    page.close()


def test_before_a_campaign_the_days_are_counted_from_the_day_of_the_reader(browser, tmp_path):
    address = _address(tmp_path, activity(), today=date(2024, 5, 17))
    page = browser.new_page()
    page.goto(address)

    assert page.locator(".count-down").inner_text().split() == ["还有", "8", "天"]
    page.evaluate("document.querySelector('.count-down').dataset.countdown = '2024-05-20'")
    page.evaluate("ScienceWeek.run(document.querySelector('.count-down'))")
    assert page.locator(".count-down").inner_text() == "还有3天"
    page.close()


@pytest.mark.parametrize("front", ["city", "single"])
def test_the_picture_of_the_day_is_handed_on_from_the_front(browser, request, front):
    page = _open(browser, request.getfixturevalue(front), 390, 844)
    link = page.locator("a[href='pictures/days/2024-05-25.png']")

    assert (link.count(), link.first.is_visible(), link.first.inner_text()) == (
        1,
        True,
        "这一天的图，发到群里",
    )
    page.close()
