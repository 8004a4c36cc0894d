"""What is for paper and for halls, in a browser: a booklet in its order, a sheet for each place on a board, a screen that turns."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page
from stage import drawn

from samples import activity, alert, base, campaign, catalogue, contact, district, may, opening, session, site
from scienceweek.model.activity import Change, Status
from scienceweek.model.booking import Limit
from scienceweek.model.schedule import DuringCampaign
from scienceweek.views.pages.board import board_page
from scienceweek.views.pages.booklet import booklet_page
from scienceweek.views.pages.screen import screen_page
from scienceweek.views.parts.alert_bars import bar
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.paper_rows import PaperProgramme, paper_days

PRIVACY = Privacy(date(2024, 5, 25))
WEEK = campaign(contacts=(contact("023-60000009"),))
MUSEUM = base(contacts=(contact("023-60000001"),), openings=(opening(may(25, 28), campaign=WEEK),))
LONG = "“爱科学、学科学、用科学”青少年科技创新作品展示与现场体验系列活动（第一阶段）"
FACTS = catalogue(
    WEEK,
    MUSEUM,
    *(
        activity(id=f"a{number}", title=f"第{number}场{LONG}", campaign=WEEK, when=session(25), where=MUSEUM)
        for number in range(100, 120)
    ),
    activity(id="off", campaign=WEEK, when=may(26), change=Change(Status.CANCELLED, "因雨")),
    activity(id="whole", title="全程", campaign=WEEK, when=DuringCampaign(WEEK.when)),
    alert(text="大风预警", scope=WEEK),
)
HELD = FACTS.of_campaign[WEEK.id]
TOLD = PaperProgramme(
    ("2024年渝北区科技活动周",), HELD, paper_days((date(2024, 5, 25), date(2024, 5, 26)), HELD, PRIVACY)
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("printed")


def sheets(page: Page) -> list[str]:
    """The words of each sheet of paper, without blanks."""
    file = pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True)))
    return ["".join(sheet.get_textpage().get_text_range().split()) for sheet in file]


def test_a_booklet_has_a_cover_its_contents_and_no_activity_on_two_sheets(browser: Browser, folder):
    view = booklet_page(WEEK, FACTS, PRIVACY)
    page = browser.new_page()
    page.goto(drawn(folder, "booklet.html", view, site(), view.head.path))
    cover, contents, *rest = sheets(page)
    page.close()

    assert "目录" not in cover
    assert contents.startswith("2目录")
    assert len(rest) > 3
    for number in range(100, 120):
        assert len([sheet for sheet in rest if f"第{number}场{LONG}重庆市气象科普馆" in sheet]) == 1


def test_each_sheet_of_a_board_is_one_of_paper_and_the_one_that_was_chosen_is_printed_alone(
    browser: Browser, folder
):
    view = board_page(district(), TOLD)
    page = browser.new_page()
    page.goto(drawn(folder, "board.html", view, site(), view.head.path))
    printed = sheets(page)
    page.click("a[href='#sheet-2024-05-26-0']")
    (chosen,) = sheets(page)
    page.close()

    assert len(printed) == len(view.sheets) == 11
    for number in range(100, 120):
        assert len([sheet for sheet in printed if f"第{number}场{LONG}" in sheet]) == 1
    assert "我们曾经都是鱼取消" in chosen
    assert "北京时间" not in chosen


@pytest.fixture
def hall(browser: Browser, folder):
    """A screen at 23:59:30 in China on the 24th, in a country where the day is another."""
    view = screen_page(district(), TOLD, FACTS, PRIVACY)
    night = alert(text="今晚停电", begin=Limit(date(2024, 5, 25)), end=Limit(date(2024, 5, 25)))
    view = replace(view, head=replace(view.head, alerts=(bar(night),)))
    address = drawn(folder, "screen.html", view, site(), view.head.path)

    def opened(**options):
        page = browser.new_page(
            viewport={"width": 1920, "height": 1080}, timezone_id="America/New_York", **options
        )
        page.clock.install(time="2024-05-24T15:59:30Z")
        page.goto(address)
        return page

    yield opened
    for context in browser.contexts:
        context.close()


def seen(page: Page) -> str:
    (picture,) = page.locator("[data-picture]:visible").all()
    return "".join(picture.inner_text().split())


def test_a_screen_turns_by_itself_without_a_network_and_at_midnight_in_china_it_is_another_day(hall):
    page = hall()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)

    assert seen(page).startswith("5月25日5月周六明天")
    assert page.locator("[data-clock]").inner_text() == "23:59"
    assert page.locator(".alert:visible").count() == 0
    page.clock.fast_forward(16_000)
    assert "第102场" in seen(page)
    page.clock.fast_forward(16_000)
    assert seen(page).startswith("5月25日5月周六今天")
    assert page.locator("[data-clock]").inner_text() == "00:00"
    assert "今晚停电" in page.locator(".alert:visible").inner_text()
    assert page.evaluate("document.documentElement.scrollHeight") == 1080
    # Later no day is left, which is said first; then what has no day, as long as its campaign lasts, then the bases.
    page.click("text=暂停")
    for days, told in (
        (3, {"现在没有排定的活", "日子没有写明的，", "科普基地去之前打"}),
        (9, {"现在没有排定的活", "科普基地去之前打"}),
    ):
        page.clock.fast_forward(days * 24 * 3600_000)
        shown = set()
        for _ in range(4):
            page.keyboard.press("ArrowRight")
            shown.add(seen(page)[:8])
        assert shown == told
    assert asked == []


def test_who_wants_less_motion_turns_by_hand_and_without_script_everything_is_there(hall):
    page = hall(reduced_motion="reduce")
    first = seen(page)
    page.clock.fast_forward(60_000)
    assert seen(page).replace("今天", "明天") == first
    page.click("text=下一张")
    assert seen(page) != first
    page.click("text=自己翻")
    page.clock.fast_forward(16_000)
    assert page.locator("[data-at]").inner_text().startswith("3/")

    bare = hall(java_script_enabled=False)
    words = "".join(bare.locator("main").inner_text().split())
    assert all(f"第{number}场" in words for number in range(100, 120))
    assert "现在没有" not in words
    assert bare.locator("button:visible").count() == 0
