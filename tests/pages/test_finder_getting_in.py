"""What one may ask of getting in: for what age, free, without booking, with a wheelchair. What nobody has written is told apart."""

from dataclasses import astuple, fields
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from stage import barriers, drawn

from samples import activity, base, catalogue, contact, may, site
from scienceweek.formats.scripts import rows_script
from scienceweek.model.booking import Booking
from scienceweek.model.coming import Ages
from scienceweek.model.place import Access, Admission, Fee
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.finding.finder_row import FinderRow
from scienceweek.views.finding.rows import rows, rows_of_notices
from scienceweek.views.pages.activities import activities_page
from scienceweek.views.pages.search import search_page
from scienceweek.views.parts.contacts import Privacy

FREE, PAID = Admission(Fee.FREE, Booking.NONE), Admission(Fee.PAID, Booking.REQUIRED)
FACTS = catalogue(
    activity(
        id="a", title="甲", when=may(27), admission=FREE, ages=Ages(8, 13), where=base(wheelchair=Access.FULL)
    ),
    activity(id="b", title="乙", when=may(27), admission=PAID, ages=Ages(16)),
    activity(id="c", title="丙", when=may(27), ages=Ages(None, 12), contacts=(contact("023-60000001"),)),
    activity(id="d", title="丁", when=may(27), where=base(id="old", wheelchair=Access.PARTIAL)),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here, to = site(today=date(2024, 5, 25)), tmp_path_factory.mktemp("finder")
    drawn(to, "search.html", search_page(FACTS, agenda(FACTS).months), here, "search.html")
    drawn(to, "activities.html", activities_page(FACTS, Privacy(date(2024, 5, 25))), here, "activities.html")
    names = tuple(field.name for field in fields(FinderRow))
    for found in (*rows(FACTS, Privacy(date(2024, 5, 25))), *rows_of_notices(FACTS)):
        (to / found.path).parent.mkdir(exist_ok=True)
        (to / found.path).write_bytes(rows_script(names, map(astuple, found.rows), {}, found.others))
    return to


@pytest.fixture
def page(browser: Browser):
    opened = browser.new_page(viewport={"width": 390, "height": 844})
    yield opened
    opened.close()


def result(page: Page, folder: Path, asked: str, of: str = "activities.html") -> str:
    page.goto(f"{(folder / of).as_uri()}?{asked}")
    page.wait_for_function("/找到|没有/.test(document.querySelector('[data-result]').textContent)")
    return page.locator("[data-result]").inner_text()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("free=1", "找到1项写明免费的；另有2项没写收不收费，可以打电话问"),
        ("unbooked=1", "找到1项写明不用预约的；另有2项没写要不要预约，可以打电话问"),
        ("wheelchair=1", "找到1项写明轮椅能进的；另有2项没写轮椅能不能进，可以打电话问"),
        ("age=9", "找到2项写明9岁能去的；另有1项没写几岁能去，可以打电话问"),
        ("age=16", "找到1项写明16岁能去的；另有1项没写几岁能去，可以打电话问"),
        ("with=children", "找到2项适合孩子的；另有1项没写孩子能不能去，可以打电话问"),
        ("age=9&free=1", "找到1项写明免费、写明9岁能去的；另有2项没写收不收费、几岁能去，可以打电话问"),
        ("q=免费的+9岁", "找到1项写明免费、写明9岁能去的；另有2项没写收不收费、几岁能去，可以打电话问"),
    ],
)
def test_what_is_not_written_is_counted_apart(page: Page, folder: Path, asked: str, told: str):
    assert result(page, folder, asked) == told


def test_what_is_not_written_stands_apart_with_what_to_ask_and_whom(page: Page, folder: Path):
    result(page, folder, "free=1", "activities.html")

    assert page.locator("[data-found-list] h3").all_inner_texts() == ["甲"]
    assert page.locator("[data-perhaps-head]").inner_text() == "2项没写收不收费\n电话里问一句：收费吗？"
    assert page.locator("[data-perhaps-list] h3").all_inner_texts() == ["丙", "丁"]
    assert page.locator("[data-perhaps-list] .answer").all_inner_texts() == ["收费待问", "收费待问"]
    assert page.locator("[data-perhaps-list] .call").all_inner_texts() == ["打电话\n023-60000001"]


def test_a_chip_counts_what_is_written_and_what_is_not(page: Page, folder: Path):
    page.goto((folder / "activities.html").as_uri())
    free = page.locator("button[data-name=free]")
    free.click()
    page.wait_for_function("document.querySelector('[data-name=free] b').textContent !== ''")

    assert (free.inner_text().split(), free.get_attribute("aria-pressed")) == (["免费", "1", "＋2?"], "true")
    assert (free.bounding_box()["height"], page.locator(".chip.set").count()) == (44, 0)


def test_the_page_of_the_finder_says_it_too(page: Page, folder: Path):
    assert (
        result(page, folder, "wheelchair=1&what=activity", "search.html")
        == "找到1条写明轮椅能进的；另有2条没写轮椅能不能进，可以打电话问"
    )


def test_an_age_may_be_taken_away_again(page: Page, folder: Path):
    assert result(page, folder, "age=9&when=tomorrow").startswith("没有找到")
    assert page.locator(".reliefs button").all_inner_texts() == [
        "不限“明天”\n9岁\n2项",
        "改到活动周期间\n9岁\n2项",
    ]


def test_the_form_has_no_barriers(page: Page, folder: Path):
    page.goto((folder / "search.html").as_uri())
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_what_was_free_for_a_period_is_not_written_after_it(page: Page, folder: Path):
    page.goto((folder / "search.html").as_uri())
    said = page.evaluate(
        """["free", "free/2024-05-25", "free/2024-05-24", "paid", ""].map((traits) =>
            ScienceWeek.finder.fits("free", "yes")({ traits, kind: "base" }))"""
    )

    assert said == [True, True, None, False, None]
