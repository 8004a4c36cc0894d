"""我的安排: what one stars, by day, with clashes and what changed; taken along as a calendar, an address and a code."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import vobject
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Route
from stage import barriers, drawn

from samples import activity, base, catalogue, contact, may, session, site
from scienceweek import links
from scienceweek.model.activity import Activity, Change, Status
from scienceweek.model.place import AtPlace
from scienceweek.plan.drawings import finder_rows
from scienceweek.plan.news import NewsItem, script
from scienceweek.views.finding.rows import rows
from scienceweek.views.pages.activities import activities_page
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.home import home_page
from scienceweek.views.pages.my import my_page
from scienceweek.views.pages.science_base import science_base_page
from scienceweek.views.parts.contacts import Privacy

OPEN = Privacy(date(2024, 5, 25))
HERE = site(today="2024-05-25")
MUSEUM = base(name="重庆市气象科普馆", contacts=(contact("023-60000001"),))
FISH = activity(id="fish", title="我们曾经都是鱼", when=session(26, "09:30", "11:00"), where=AtPlace("甲馆"))
BIRDS = activity(
    id="birds", title="晨间观鸟；“早起”, 好", when=session(26, "10:00", "12:00"), where=AtPlace("乙园")
)
STARS = activity(id="stars", title="周末观星", when=may(26), where=AtPlace("丙台"))
OLD = activity(id="old", title="已过", when=may(20))


def furnish(folder: Path, *some: Activity) -> None:
    """The pages of *some*, of the museum, and my programme."""
    facts = catalogue(MUSEUM, *some)
    drawn(folder, "my.html", my_page(), HERE, "my.html")
    drawn(folder, "activities.html", activities_page(facts, OPEN), HERE, "activities.html")
    drawn(folder, "science_base.html", science_base_page(MUSEUM, facts, OPEN), HERE, "bases/museum.html")
    for one in some:
        drawn(folder, "activity.html", activity_page(one, facts, OPEN), HERE, f"activities/{one.id}.html")
    for found in rows(facts, OPEN):
        (folder / found.path).write_bytes(finder_rows(found.rows, ()))


@pytest.fixture
def context(browser: Browser, tmp_path: Path):
    furnish(tmp_path, FISH, BIRDS, STARS, OLD)

    def answer(route: Route) -> None:
        file = tmp_path / urlsplit(route.request.url).path.removeprefix("/")
        route.fulfill(path=file) if file.is_file() else route.abort()

    made = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True, accept_downloads=True)
    made.route("https://site.invalid/**", answer)
    yield made
    made.close()


def star(context: BrowserContext, *paths: str) -> None:
    page = context.new_page()
    for path in paths:
        page.goto(f"https://site.invalid/{path}")
        page.get_by_role("button", name="想去").click()
        assert page.get_by_role("button", name="想去").get_attribute("aria-pressed") == "true"
        assert page.locator("main").get_by_role("link", name="我的安排").is_visible()
    page.close()


def test_what_one_stars_stands_by_day_with_clashes_and_is_taken_along(
    context: BrowserContext, tmp_path: Path
):
    paths = [f"activities/{one.id}.html" for one in (FISH, BIRDS, STARS)]
    star(context, *paths, "bases/museum.html")
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto("https://site.invalid/my.html#s=a:old")
    page.get_by_role("button", name="收进我的安排").click()
    page.get_by_role("heading", name="已过").wait_for()

    assert page.locator("main h2").all_inner_texts() == ["5月26日 周日", "想去的基地", "已经结束的"]
    assert page.locator(".my-item h3").all_inner_texts() == [
        "我们曾经都是鱼",
        "晨间观鸟；“早起”, 好",
        "周末观星",
        "重庆市气象科普馆",
        "已过",
    ]
    assert page.locator(".my-note:visible").all_inner_texts() == [
        "时间冲突：“晨间观鸟；“早起”, 好”也在10:00—12:00",
        "时间冲突：“我们曾经都是鱼”也在9:30—11:00",
    ]
    assert page.locator(".section .quiet").inner_text() == "这天有1项没有单独写明几点，会不会冲突，先问一声。"
    assert barriers(page) == []

    with page.expect_download() as loading:
        page.get_by_role("button", name="加到手机日历").click()
    raw = loading.value.path().read_bytes()
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    calendar = Calendar.from_ical(raw)
    assert calendar.errors == []
    assert [event.summary.value for event in vobject.readOne(raw.decode()).vevent_list] == [
        str(event["SUMMARY"]) for event in calendar.walk("VEVENT")
    ]
    assert [(str(one["SUMMARY"]), one.decoded("DTSTART").isoformat()) for one in calendar.walk("VEVENT")] == [
        ("我们曾经都是鱼", "2024-05-26T01:30:00+00:00"),
        ("晨间观鸟；“早起”, 好", "2024-05-26T02:00:00+00:00"),
        ("周末观星", "2024-05-26"),
    ]

    page.get_by_role("button", name="二维码").click()
    page.get_by_role("img", name="带着我的安排的二维码").wait_for()
    page.get_by_role("button", name="复制网址").click()
    address = page.get_by_label("带着我的安排的网址").input_value()
    assert address == "https://site.invalid/my.html#s=a:fish,a:birds,a:stars,b:museum,a:old"
    page.get_by_role("button", name="不去了：已过").click()
    assert page.locator("main h2").all_inner_texts() == ["5月26日 周日", "想去的基地"]
    assert said == []


def test_what_changed_since_it_was_starred_is_said_once(context: BrowserContext, tmp_path: Path):
    star(context, "activities/fish.html", "activities/stars.html", "activities/birds.html")
    called_off = replace(STARS, change=Change(Status.CANCELLED, "因雨"))
    furnish(tmp_path, replace(FISH, where=(AtPlace("丁馆"),)), called_off)
    page = context.new_page()
    page.goto("https://site.invalid/my.html")
    page.wait_for_selector(".my-item")

    assert page.locator(".my-note:visible").all_inner_texts()[0] == "地点改了：原来是“甲馆”，现在是“丁馆”"
    assert page.locator(".status").all_inner_texts() == ["取消"]
    assert page.get_by_text("网站上已经没有这一项").is_visible()
    page.get_by_role("button", name="知道了").first.click()
    page.get_by_text("地点改了").wait_for(state="detached")


def test_a_ticket_of_a_list_is_starred_and_what_changes_of_it_is_said(
    context: BrowserContext, tmp_path: Path
):
    page = context.new_page()
    page.goto("https://site.invalid/activities.html")
    star = page.get_by_role("button", name="想去：我们曾经都是鱼", exact=True)
    star.click()
    size = star.bounding_box()

    assert star.get_attribute("aria-pressed") == "true"
    assert min(size["width"], size["height"]) >= 44
    assert page.locator(".ticket:has(> .past) .keep:visible").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert barriers(page) == []
    furnish(tmp_path, replace(FISH, where=(AtPlace("丁馆"),)))
    page.get_by_role("link", name="我的安排：1项").click()
    page.get_by_text("地点改了：原来是“甲馆”，现在是“丁馆”").wait_for()
    page.go_back()
    page.get_by_role("button", name="想去：我们曾经都是鱼", exact=True).click()
    assert page.evaluate("localStorage.getItem('starred')") == "{}"


def test_what_changes_of_a_base_is_said_from_when_it_was_starred(context: BrowserContext, tmp_path: Path):
    star(context, "bases/museum.html")
    moved = replace(MUSEUM, address="新址1号")
    for found in rows(catalogue(moved), OPEN):
        (tmp_path / found.path).write_bytes(finder_rows(found.rows, ()))
    page = context.new_page()
    page.goto("https://site.invalid/my.html")

    page.get_by_text("地点改了：原来是“新牌坊一路68号”，现在是“新址1号”").wait_for()


def test_another_device_takes_over_what_an_address_brings(context: BrowserContext):
    page = context.new_page()
    page.goto("https://site.invalid/my.html#s=a:fish,b:museum,a:../x,c:no")
    page.get_by_text("这个网址里带来2项安排").wait_for()
    page.get_by_role("button", name="收进我的安排").click()

    page.get_by_role("heading", name="我们曾经都是鱼").wait_for()
    assert page.locator(".my-item").count() == 2
    assert page.url == "https://site.invalid/my.html"


def test_what_came_since_the_last_visit_is_told_all_day(context: BrowserContext, tmp_path: Path):
    facts = catalogue(MUSEUM, FISH)
    news = tmp_path / links.news(None)
    items = [NewsItem("2024-05-20T00:00:00Z", "activities/fish.html", "早就有的", "", "2024-05-26")]

    def visit(day: str) -> list[str]:
        view = home_page(facts, OPEN.today, OPEN)
        drawn(tmp_path, "home.html", view, replace(HERE, today=day), "index.html")
        news.parent.mkdir(exist_ok=True)
        news.write_bytes(script(tuple(items)))
        page = context.new_page()
        with page.expect_response("**/assets/news-all.js") as loading:
            page.goto("https://site.invalid/index.html")
        loading.value.finished()
        page.wait_for_function("localStorage.getItem('looked')?.includes(ScienceWeek.today)")
        if page.locator(".kept").count():
            assert barriers(page) == []
            assert page.locator(".kept a").bounding_box()["height"] >= 44
        told = page.locator(".kept, .news > li").all_inner_texts()
        page.close()
        return told

    assert visit("2024-05-21") == []
    items[:0] = [
        NewsItem(
            "2024-05-22T00:00:00Z", "activities/fish.html", "改了地点", "地点由甲馆改为丁馆", "2024-05-26"
        ),
        NewsItem("2024-05-21T09:00:00Z", "bases/museum.html", "新的馆"),
        NewsItem("2024-05-21T08:00:00Z", "activities/old.html", "已经过了", "", "2024-05-20"),
    ]
    first = ["改了改了地点\n\n地点由甲馆改为丁馆", "新的新的馆", "自您5月21日来看以后：新的1项，改了1处"]
    assert visit("2024-05-23") == first
    assert visit("2024-05-23") == first
    assert visit("2024-05-24") == []


def test_without_storage_it_lasts_as_long_as_the_page_and_says_so(context: BrowserContext):
    refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });"
    context.add_init_script(refuse)
    star(context, "activities/fish.html")
    page = context.new_page()
    page.goto("https://site.invalid/my.html#s=a:fish")
    page.get_by_role("button", name="收进我的安排").click()

    page.get_by_role("heading", name="我们曾经都是鱼").wait_for()
    assert page.get_by_text("这个浏览器不让网页保存内容").is_visible()


def test_without_script_it_says_what_it_needs_and_leads_to_the_calendar(browser: Browser, tmp_path: Path):
    furnish(tmp_path, FISH)
    page = browser.new_page(java_script_enabled=False)
    page.goto((tmp_path / "my.html").as_uri())

    assert page.get_by_text("这一页要用到脚本").is_visible()
    assert page.locator("main a:visible").evaluate_all("all => all.map(one => one.getAttribute('href'))") == [
        "calendar.html",
        "districts.html",
    ]
    page.goto((tmp_path / "activities" / "fish.html").as_uri())
    assert page.locator("[data-star]:visible, [data-my]:visible").count() == 0
    page.goto((tmp_path / "activities.html").as_uri())
    assert page.locator(".ticket button").count() == 0
    page.close()
