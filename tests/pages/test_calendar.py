"""Months and days in a browser: a table to look at, a list on a phone, and nothing that needs a script."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from stage import barriers, drawn, moving

import samples
from scienceweek import links
from scienceweek.model.activity import Change, Status
from scienceweek.model.place import Admission, Fee
from scienceweek.model.schedule import (
    Days,
    DuringCampaign,
    Month,
    Months,
    Recurring,
    Session,
    Unfixed,
    YearRound,
)
from scienceweek.views.calendars import agenda
from scienceweek.views.pages.day import day_page
from scienceweek.views.pages.month import month_page
from scienceweek.views.parts.contacts import Privacy

MAY = "calendar/2024-05.html"
SATURDAY = "calendar/2024-05-25.html"
JUNE = "calendar/2024-06.html"
SUNDAY = "calendar/2024-06-09.html"
CROWDED = date(2024, 6, 9)
TODAY = date(2024, 5, 25)


def _hour(start: int) -> Session:
    return Session(CROWDED, time(start), time(start + 1))


def programme() -> list[object]:
    """A bit of everything, and a crowded Sunday."""
    museum = samples.base(
        contacts=(samples.contact(),),
        openings=(
            samples.opening(admission=Admission(fee=Fee.FREE)),
            samples.opening(samples.may(31), id="open-late"),
        ),
    )
    hall = samples.venue()
    nanan = samples.district(id="nanan", name="南岸区", short="南岸", code="500108")
    given = {
        "exhibition": {"title": "我们曾经都是鱼", "when": samples.may(25, 27), "where": hall, "base": museum},
        "lecture": {"title": "实验室开放日", "when": samples.session(25), "where": museum, "base": museum},
        "early": {"title": "营养助力成长", "when": samples.may(20), "district": nanan},
        "off": {"title": "天文观测", "change": Change(Status.CANCELLED, "下雨")},
        "moved": {
            "title": "机器人挑战赛",
            "when": samples.may(28),
            "change": Change(Status.RESCHEDULED, "", (samples.may(25),)),
        },
        "weekly": {
            "title": "周末观星",
            "when": Recurring(samples.may(1, 31), "FREQ=WEEKLY;BYDAY=SA", time(19)),
        },
        "during": {"title": "科普讲座", "when": DuringCampaign(samples.WINDOW)},
        "month": {"title": "主题活动", "when": Months(Month(2024, 5), Month(2024, 6))},
        "year": {"title": "全年科普", "when": YearRound(2024)},
        "open": {"title": "进大学校园", "when": Unfixed("时间未定"), "base": museum},
    }
    crowd = {
        f"crowd{number}": {
            "title": f"第{number}场社区科普大学讲座，欢迎参加",
            "when": _hour(8 + number % 12) if number % 3 else Days(CROWDED, CROWDED),
        }
        | ({"district": nanan} if number % 2 else {})
        for number in range(30)
    }
    return [museum, *(samples.activity(id=id, **changes) for id, changes in (given | crowd).items())]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All months and days of the programme, and the calendar's first page."""
    made = tmp_path_factory.mktemp("calendar")
    known = agenda.agenda(samples.catalogue(*programme()))
    site, privacy = samples.site(today=TODAY), Privacy(TODAY)
    drawn(
        made,
        "month.html",
        month_page(known.leading(TODAY), known, privacy, links.CALENDAR),
        site,
        links.CALENDAR,
    )
    for month in known.months:
        drawn(made, "month.html", month_page(month, known, privacy), site, links.month(month))
    for day in known.days:
        drawn(made, "day.html", day_page(day, known, privacy), site, links.day(day))
    (made / "marks").mkdir()
    for one in known.undated:
        (made / "marks" / f"{one.activity.id}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    today, over = samples.site(today=CROWDED), samples.site(today=date(2024, 6, 1))
    drawn(made, "day.html", day_page(CROWDED, known, privacy), today, "calendar/today.html")
    drawn(made, "month.html", month_page(Month(2024, 5), known, privacy), over, "calendar/over.html")
    return made


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    yield context.new_page()
    context.close()


def box(page: Page, selector: str) -> dict[str, float]:
    return page.locator(selector).first.bounding_box()


@pytest.mark.parametrize("path", [MAY, JUNE, SATURDAY, SUNDAY, "calendar.html", "calendar/2024-08.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(page: Page, folder: Path, path: str, scheme: str, width: int):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((folder / path).as_uri())

    assert barriers(page) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_month_loads(browser: Browser, folder: Path, width: int):
    assert moving(browser, folder, [MAY], width, TODAY) == {}


@pytest.mark.parametrize("path", [MAY, JUNE, SATURDAY, SUNDAY])
@pytest.mark.parametrize("width", [320, 390, 768, 960, 1280])
def test_nothing_is_wider_than_the_screen(page: Page, folder: Path, path: str, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((folder / path).as_uri())

    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_month_is_a_table_of_seven_days_a_week(page: Page, folder: Path):
    page.goto((folder / MAY).as_uri())

    table = page.get_by_role("table", name="2024年5月活动日历")

    assert {row.get_by_role("cell").count() for row in table.locator(".own").all()} == {7}
    assert {row.get_by_role("columnheader").count() for row in table.locator(".dates").all()} == {7}
    assert set(table.get_by_role("rowheader").all_inner_texts()) == {"活动周", "连着几天", "开放", "当天"}


def test_no_bar_lies_on_another_nor_on_what_a_day_has_for_itself(page: Page, folder: Path):
    page.goto((folder / MAY).as_uri())

    overlaps = page.evaluate(
        """() => [...document.querySelectorAll(".weeks tbody")].flatMap((week) => {
            const boxes = [...week.querySelectorAll(".run, .own > td")].map((one) => one.getBoundingClientRect());
            const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
            return boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => meet(a, b)));
        }).length"""
    )

    assert overlaps == 0


def test_a_bar_is_as_wide_as_its_days(page: Page, folder: Path):
    page.goto((folder / MAY).as_uri())

    bar, day = box(page, "[colspan='2'] > .run.activity"), box(page, ".dates th:nth-child(7)")

    assert bar["x"] == pytest.approx(day["x"], abs=6)
    assert bar["width"] == pytest.approx(2 * day["width"], abs=6)


def test_the_script_marks_today_in_the_grid_and_in_the_list(page: Page, folder: Path):
    page.goto((folder / MAY).as_uri())

    assert page.locator(".weeks .today").get_attribute("data-day") == "2024-05-25"
    assert page.locator(".weeks .today a").get_attribute("aria-current") == "date"
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.locator(".month-days .today [data-word]").inner_text() == "今天"


@pytest.mark.parametrize(
    ("path", "parts"), [(MAY, (".weeks", ".month-days")), (JUNE, (".day-counts", ".day-counts-list"))]
)
def test_a_phone_has_the_list_and_a_wider_screen_the_table(
    page: Page, folder: Path, path: str, parts: tuple[str, str]
):
    page.goto((folder / path).as_uri())

    for width, shown in ((1280, [True, False]), (768, [True, False]), (390, [False, True])):
        page.set_viewport_size({"width": width, "height": 900})
        assert [page.locator(part).is_visible() for part in parts] == shown


def test_a_month_of_counts_has_one_scale_and_leads_to_its_days(page: Page, folder: Path):
    page.goto((folder / JUNE).as_uri())

    cell = page.get_by_role("table").locator("[data-day='2024-06-09']")
    assert cell.locator(".share-of").all_inner_texts() == ["南岸\n15", "渝北\n15"]
    assert [bar.get_attribute("width") for bar in cell.locator("rect").all()] == ["100", "100"]
    cell.click()
    assert page.url.endswith(SUNDAY)


def test_campaigns_of_the_same_days_stand_in_one_line_of_text(page: Page, folder: Path):
    weeks = [
        samples.campaign(id=f"week{one.id}", name=f"2024年{one.name}科技活动周", district=one)
        for one in (
            samples.district(id=f"d{number}", name=f"{short}区", short=short, code=f"5001{number:02}")
            for number, short in enumerate(["安澜", "白鹭", "北浦", "碧溪", "沧浪"])
        )
    ]
    many = (
        samples.activity(id=f"{one.id}{number}", campaign=one, district=one.district, when=_hour(9))
        for one in weeks
        for number in range(6)
    )
    known = agenda.agenda(samples.catalogue(*many))
    view = month_page(Month(2024, 6), known, Privacy(TODAY))
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(drawn(folder, "month.html", view, samples.site(today=TODAY), "calendar/several.html"))

    rail = page.locator(".day-counts-list .rail .window")
    assert rail.inner_text().split("\n")[0] == "安澜区科技活动周、白鹭区科技活动周、北浦区科技活动周等5个"
    assert rail.evaluate("one => one.childElementCount") == 2


def test_a_month_that_is_over_says_so(page: Page, folder: Path):
    shown = []
    for path in (MAY, "calendar/over.html"):
        page.goto((folder / path).as_uri())
        shown.append(page.locator(".gone-band").is_visible())

    assert shown == [False, True]
    assert page.locator(".gone-band").inner_text().startswith("已结束")


def test_paper_has_the_table_of_the_month(page: Page, folder: Path):
    page.goto((folder / MAY).as_uri())
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print")

    assert [page.locator(part).is_visible() for part in (".weeks", ".month-days")] == [True, False]
    assert page.locator(".after-month .stub").first.is_visible()


def test_everything_is_there_without_a_script(browser: Browser, folder: Path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / SATURDAY).as_uri())

    assert (
        page.get_by_role("heading", level=1).inner_text() == "5月25日渝北有3场，另有2场不办了；都要先打电话"
    )
    assert page.locator(".gone-today .status").all_inner_texts() == ["取消 下雨", "改到5月28日 周二"]
    assert page.get_by_role("link", name="打电话 023-60000001").count() == 3
    context.close()


def test_a_crowded_day_can_be_narrowed_to_a_district_and_the_choice_is_in_the_address(
    page: Page, folder: Path
):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto((folder / SUNDAY).as_uri())

    assert box(page, ".day-lines h3")["y"] < 786 - 60
    page.get_by_role("link", name="南岸 15").click()
    shown = "[...document.querySelectorAll('[data-quarter]')].filter((one) => one.checkVisibility())"
    assert page.url.endswith("#in-nanan")
    assert page.evaluate(f"{shown}.map((one) => one.dataset.quarter)") == ["in-nanan"] * 15
    assert page.locator(".only-here").inner_text().startswith("只看南岸 15场")

    page.reload()
    assert page.evaluate(f"{shown}.length") == 15
    page.get_by_role("button", name="看全部").click()
    assert page.url.endswith("2024-06-09.html")
    assert page.evaluate(f"[...new Set({shown}.map((one) => one.dataset.quarter))].sort()") == [
        "in-nanan",
        "in-yubei",
    ]
    page.go_back()
    assert page.evaluate(f"{shown}.length") == 15


def test_the_parts_of_today_that_are_over_come_last(page: Page, folder: Path):
    page.goto((folder / "calendar" / "today.html").as_uri())

    assert page.locator(".block h2").all_inner_texts() == ["下午", "晚上", "几点没有写", "上午"]


def test_the_months_unfold_and_lead_to_each_other(page: Page, folder: Path):
    page.goto((folder / MAY).as_uri())

    page.get_by_text("选月份").click()
    page.locator(".months").get_by_role("link", name="8月").click()

    assert page.url.endswith("calendar/2024-08.html")


def test_a_drawn_number_is_there_wherever_a_number_is_said(page: Page, folder: Path):
    page.goto((folder / SATURDAY).as_uri())

    assert (
        page.evaluate(
            """() => [...document.querySelectorAll("use")].filter((use) => {
            const symbol = document.querySelector(use.getAttribute("href"));
            return !symbol || !symbol.closest("svg");
        }).length"""
        )
        == 0
    )
