"""What a visitor comes for, on a phone in the week of the five notices: each in three taps at most, with the answer on the screen.

A tap is a click, a choice in a list, or a question typed. Answers stand above the bar at the foot.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

HERE = Path(__file__).parents[2]
SITE = "https://kp.example.cn"
PRINTED = "window.printed = 0; window.print = () => { window.printed += 1; };"
KEYBOARD = 360  # what a keyboard leaves of the height


@dataclass
class Visitor:
    """Somebody with a phone, who counts the taps."""

    page: Page
    taps: int = 0

    def tap(self, target: Locator) -> None:
        self.taps += 1
        target.click()

    def ask(self, query: str) -> None:
        """Types *query*, with the keyboard up."""
        self.taps += 1
        self.page.set_viewport_size({"width": 390, "height": 844 - KEYBOARD})
        self.page.get_by_role("searchbox").fill(query)
        self.page.wait_for_function(
            "/找到/.test(document.querySelector('[data-result]').textContent)"
            " && !/还在找/.test(document.querySelector('[data-result]').textContent)"
        )

    def bar(self, word: str) -> Locator:
        return self.page.locator("nav").get_by_role("link", name=word, exact=True).filter(visible=True).first

    def ticket(self, title: str) -> Locator:
        return self.page.get_by_role("link", name=title).filter(visible=True).first

    def sees(self, answer: Locator) -> bool:
        """Whether *answer* comes to stand on the screen, and not under the bar: a page may still be scrolling there."""
        answer.wait_for(state="visible")
        for _ in range(50):
            if self._stands(answer):
                return self.taps <= 3
            self.page.wait_for_timeout(100)
        return False

    def _stands(self, answer: Locator) -> bool:
        box = answer.bounding_box()
        bar = self.page.evaluate(
            "() => Math.min(innerHeight, ...[...document.querySelectorAll('nav')]"
            ".filter((one) => getComputedStyle(one).position === 'fixed').map((one) => one.getBoundingClientRect().top))"
        )
        return bool(box) and box["y"] >= 0 and box["y"] + box["height"] <= bar + 1


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("visited") / "output"
    build = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors"]
    given = ["-e", f'SITEURL="{SITE}"', "-o", str(folder)]
    settings = {"TODAY": "2024-05-25"}
    subprocess.run([*build, *given], cwd=HERE, check=True, capture_output=True, env=os.environ | settings)
    return folder


@pytest.fixture(scope="module")
def phone(browser: Browser, site: Path) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        bypass_csp=True,
        geolocation={"longitude": 106.55, "latitude": 29.6},
        permissions=["geolocation", "clipboard-read", "clipboard-write"],
    )
    context.add_init_script(PRINTED)
    context.route(f"{SITE}/**", lambda route: answer(route, site))
    yield context
    context.close()


def answer(route: Route, folder: Path) -> None:
    path = unquote(urlsplit(route.request.url).path).removeprefix("/") or "index.html"
    file = folder / path
    if file.is_file():
        route.fulfill(path=file)
    else:
        route.fulfill(status=404, body="")


@pytest.fixture
def visitor(phone: BrowserContext) -> Iterator[Visitor]:
    page = phone.new_page()
    page.goto(f"{SITE}/")
    yield Visitor(page)
    page.evaluate("localStorage.clear()")
    page.close()


def test_what_is_on_today_near_me(visitor: Visitor):
    visitor.tap(visitor.bar("搜索"))
    visitor.tap(visitor.page.get_by_role("button", name="今天"))
    visitor.tap(visitor.page.get_by_role("button", name="离我近"))

    first = visitor.page.locator("[data-found-list] .found").first
    assert visitor.sees(first.locator(".away"))
    assert visitor.sees(first.locator("h3"))
    assert first.locator(".away").inner_text().endswith("公里")


def test_this_weekend_with_a_child_of_seven_for_nothing(visitor: Visitor):
    visitor.tap(visitor.bar("搜索"))
    visitor.ask("周末 孩子7岁 免费")

    told = visitor.page.locator("[data-result]")
    assert told.inner_text().startswith("没有找到写明免费、适合孩子、写明7岁能去的；另有")
    assert visitor.sees(told)
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    assert visitor.sees(visitor.page.locator("[data-perhaps-list] .call").first)


def test_the_phone_of_the_base_for_clean_air(visitor: Visitor):
    visitor.tap(visitor.bar("搜索"))
    visitor.ask("空气净化")

    assert visitor.sees(visitor.page.locator(".found", has_text="重庆再升空气净化科普基地").locator(".call"))


def test_is_the_museum_of_weather_open_on_31_may(visitor: Visitor):
    visitor.tap(visitor.bar("基地"))

    row = visitor.page.locator(".base-list > li", has_text="重庆市气象科普馆")
    assert visitor.sees(row.get_by_text("2024年5月31日").first)


def test_what_is_on_at_the_makers_harbour(visitor: Visitor):
    visitor.tap(
        visitor.page.get_by_role("link", name="市主会场（创客港·未来科技园）").filter(visible=True).first
    )

    assert "创客港" in visitor.page.locator("h1").inner_text()
    assert visitor.sees(visitor.page.locator(".ticket").first)


def test_an_activity_goes_into_the_calendar_with_whom_to_ask_and_its_page(visitor: Visitor, site: Path):
    visitor.tap(visitor.ticket("当非遗遇上科技"))
    add = visitor.page.get_by_role("link", name="加到手机日历")
    visitor.taps += 1

    assert visitor.taps <= 3
    text = (site / urlsplit(add.evaluate("one => one.href")).path.removeprefix("/")).read_text()
    told = text.replace("\r\n ", "").replace("\n ", "")
    page = visitor.page.url
    assert ("几点开始未写明" in told, "电话：" in told, f"URL:{page}" in told) == (True, True, True)


def test_an_activity_is_handed_on_with_a_picture_of_its_own(visitor: Visitor, site: Path):
    visitor.tap(visitor.ticket("当非遗遇上科技"))
    visitor.tap(visitor.page.get_by_role("button", name="发给家人"))

    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert "当非遗遇上科技" in copied
    assert copied.index("当非遗遇上科技") < copied.index("市主会场")
    assert copied.endswith(visitor.page.url)
    picture = visitor.page.locator('meta[property="og:image"]').get_attribute("content")
    assert picture.startswith(f"{SITE}/pictures/activities/")
    assert (site / urlsplit(picture).path.removeprefix("/")).is_file()


def test_which_districts_there_are(visitor: Visitor):
    visitor.tap(visitor.bar("区县"))

    assert visitor.sees(visitor.page.get_by_role("link", name="渝北区").filter(visible=True).first)


def test_something_without_a_fixed_day_and_whom_to_ask(visitor: Visitor):
    visitor.tap(visitor.bar("搜索"))
    visitor.tap(visitor.page.get_by_role("button", name="更多", exact=True))
    visitor.tap(visitor.page.get_by_role("button", name="日期待定"))

    first = visitor.page.locator("[data-found-list] .found").first
    assert visitor.sees(first.locator("h3"))
    assert visitor.sees(first.locator(".call"))


def test_a_poster_says_the_place_large(visitor: Visitor):
    visitor.tap(visitor.ticket("当非遗遇上科技"))
    visitor.tap(visitor.page.get_by_role("button", name="打印海报"))

    assert visitor.page.evaluate("window.printed") == 1
    visitor.page.emulate_media(media="print")
    place = visitor.page.get_by_text("市主会场").filter(visible=True).first
    assert float(place.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")) >= 28 / 0.75
    visitor.page.emulate_media(media="screen")


@pytest.mark.parametrize(
    ("query", "title"),
    [("fangpian", "防骗反诈"), ("qixiang", "重庆市气象科普馆"), ("创科港", "创客港·未来科技园")],
)
def test_pinyin_and_a_slip_find_what_is_meant(visitor: Visitor, query: str, title: str):
    visitor.tap(visitor.bar("搜索"))
    visitor.ask(query)

    assert visitor.sees(visitor.page.locator("[data-found-list] h3", has_text=title).first)


def test_a_keyboard_that_comes_after_the_answer_does_not_stand_on_it(visitor: Visitor):
    visitor.tap(visitor.bar("搜索"))
    visitor.page.get_by_role("searchbox").fill("fangpian")
    title = visitor.page.locator("[data-found-list] h3", has_text="防骗反诈").first
    title.wait_for(state="visible")

    visitor.page.set_viewport_size({"width": 390, "height": 844 - KEYBOARD})

    assert visitor.sees(title)


def test_whoever_types_before_the_script_is_there_sees_the_answer_too(visitor: Visitor, site: Path):
    held: list[Route] = []
    visitor.page.set_viewport_size({"width": 390, "height": 844 - KEYBOARD})
    visitor.page.route("**/assets/finder.js*", lambda route: held.append(route))  # noqa: PLW0108 - it looks at the handler
    visitor.page.goto(f"{SITE}/search.html", wait_until="commit")
    visitor.page.get_by_role("searchbox").fill("fangpian")

    held[0].fulfill(path=site / "assets/finder.js")

    assert visitor.sees(visitor.page.locator("[data-found-list] h3", has_text="防骗反诈").first)


def test_whoever_taps_before_the_script_is_there_is_answered_once(visitor: Visitor, site: Path):
    held: list[Route] = []
    visitor.page.route("**/assets/finder.js*", lambda route: held.append(route))  # noqa: PLW0108 - it looks at the handler
    visitor.page.goto(f"{SITE}/search.html", wait_until="commit")
    more = visitor.page.get_by_role("button", name="更多", exact=True)
    visitor.tap(more)
    visitor.tap(visitor.page.get_by_role("button", name="免费").first)

    held[0].fulfill(path=site / "assets/finder.js")

    expect(visitor.page.get_by_role("button", name="免费").first).to_have_attribute("aria-pressed", "true")
    expect(more).to_have_attribute("aria-expanded", "true")


def test_an_event_in_september_2022(visitor: Visitor):
    visitor.tap(visitor.bar("搜索"))
    visitor.ask("2022年9月")

    assert visitor.sees(visitor.page.locator(".found", has_text="2022年重庆市全国科普日").first.locator("h3"))


def test_in_elder_mode_and_by_keyboard_day_and_place_come_before_what_one_may_do(visitor: Visitor):
    visitor.tap(visitor.page.locator("[data-elder]"))
    visitor.page.goto(f"{SITE}/activities/2024-yubei-b09-1.html")
    page = visitor.page

    told = page.locator(".at-once dd")
    assert (visitor.sees(told.nth(0)), visitor.sees(told.nth(1))) == (True, True)
    first = page.locator("main :is(.call, .deed, button)").filter(visible=True).first
    assert told.nth(1).bounding_box()["y"] < first.bounding_box()["y"]
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.innerText || ''"))
    assert any("18323095658" in text for text in seen)
