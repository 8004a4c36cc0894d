"""What one may ask of getting in: for what age, free, without booking, with a wheelchair. What nobody has written is told apart."""

from dataclasses import astuple, fields
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from stage import barriers, drawn

from samples import activity, base, catalogue, may, site
from scienceweek.formats.scripts import rows_script
from scienceweek.model.booking import Booking
from scienceweek.model.coming import Ages
from scienceweek.model.place import Access, Admission, Fee
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.finding.rows import FinderRow, rows
from scienceweek.views.pages.activities import activities_page
from scienceweek.views.pages.search import search_page
from scienceweek.views.parts.contacts import Privacy

FREE, PAID = Admission(Fee.FREE, Booking.NONE), Admission(Fee.PAID, Booking.REQUIRED)
FACTS = catalogue(
    activity(
        id="a", title="甲", when=may(27), admission=FREE, ages=Ages(8, 13), where=base(wheelchair=Access.FULL)
    ),
    activity(id="b", title="乙", when=may(27), admission=PAID, ages=Ages(16)),
    activity(id="c", title="丙", when=may(27), ages=Ages(None, 12)),
    activity(id="d", title="丁", when=may(27), where=base(id="old", wheelchair=Access.PARTIAL)),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here, to = site(today=date(2024, 5, 25)), tmp_path_factory.mktemp("finder")
    drawn(to, "search.html", search_page(FACTS, agenda(FACTS)), here, "search.html")
    drawn(to, "activities.html", activities_page(FACTS, Privacy(date(2024, 5, 25))), here, "activities.html")
    found = rows(FACTS)
    names = tuple(field.name for field in fields(FinderRow))
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
        ("free=1", "找到1项；另有2项没有写明，去前先问"),
        ("unbooked=1", "找到1项；另有2项没有写明，去前先问"),
        ("wheelchair=1", "找到1项；另有2项没有写明，去前先问"),
        ("age=9", "找到2项；另有1项没有写明，去前先问"),
        ("age=16", "找到1项；另有1项没有写明，去前先问"),
        ("age=9&free=1", "找到1项；另有2项没有写明，去前先问"),
    ],
)
def test_what_is_not_written_is_counted_apart(page: Page, folder: Path, asked: str, told: str):
    assert result(page, folder, asked) == told


def test_the_page_of_the_finder_says_it_too(page: Page, folder: Path):
    assert (
        result(page, folder, "wheelchair=1&what=activity", "search.html")
        == "找到1条；另有2条没有写明，去前先问"
    )


def test_an_age_may_be_taken_away_again(page: Page, folder: Path):
    assert result(page, folder, "age=9&when=tomorrow").startswith("没有找到")
    assert "不要“9岁”" not in result(page, folder, "age=9&when=tomorrow")
    assert "不要“明天”有2项" in result(page, folder, "age=9&when=tomorrow")


def test_the_form_has_no_barriers(page: Page, folder: Path):
    page.goto((folder / "search.html").as_uri())
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
