"""What one may type: everyday words, readings of topics and audiences, names made short, slips; and what is near."""

from dataclasses import astuple, fields
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route
from stage import drawn

from samples import activity, base, campaign, catalogue, contact, may, organisation, site, venue
from scienceweek.formats.scripts import rows_script
from scienceweek.model.campaign import Notice
from scienceweek.model.coming import Ages
from scienceweek.model.place import Admission, AtPlace, Fee
from scienceweek.model.point import Point
from scienceweek.model.schedule import Unfixed
from scienceweek.model.term import Term, Terms
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.finding.finder_row import FinderRow
from scienceweek.views.finding.rows import rows, rows_of_notices
from scienceweek.views.pages.activities import activities_page
from scienceweek.views.pages.search import search_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.words.pinyin import reading, sounds

OPEN = Privacy(date(2024, 5, 25))
FRAUD, PUPILS, OLD = Term("fraud", "防骗反诈"), Term("pupils", "中小学生"), Term("old", "中老年人")
MUSEUM = base(id="weather", name="重庆市气象科普馆", point=Point(106.50, 29.60, "", 0))
AIR = base(
    id="air",
    name="重庆再升空气净化科普基地",
    address="婵衣路1号",
    contacts=(contact("023-60000099"),),
    point=Point(106.60, 29.70, "", 500),
)
HALL = venue(name="创客港·未来科技园", point=Point(106.52, 29.61, "", 0))
WEEK = campaign(notice=Notice(title="实施方案", text="## 一、内容 {#s1}\n\n各社区开展**垃圾分类**讲解。"))
FACTS = catalogue(
    MUSEUM,
    AIR,
    organisation(short_names=("区科技局",), contacts=(contact("023-60000077"),)),
    activity(
        id="fish", title="我们曾经都是鱼", campaign=WEEK, when=may(25, 27), where=HALL, audience=(PUPILS,)
    ),
    activity(
        id="fraud",
        title="守好钱袋子",
        campaign=WEEK,
        when=may(30),
        where=AtPlace("立人小学"),
        topics=(FRAUD,),
        audience=(OLD,),
    ),
    activity(
        id="eyes",
        title="科普赶场",
        campaign=WEEK,
        when=may(31),
        description="请来眼科医生，还有知识竞赛。",
        admission=Admission(Fee.FREE),
        ages=Ages(6, 12),
    ),
    activity(id="later", title="机器人展", campaign=WEEK, when=Unfixed("时间另行通知")),
    terms=Terms(topics=(FRAUD,), audiences=(PUPILS, OLD)),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here, to = site(today="2024-05-25"), tmp_path_factory.mktemp("words")
    drawn(to, "search.html", search_page(FACTS, agenda(FACTS).months), here, "search.html")
    drawn(to, "activities.html", activities_page(FACTS, OPEN), here, "activities.html")
    names = tuple(field.name for field in fields(FinderRow))
    for found in (*rows(FACTS, OPEN), *rows_of_notices(FACTS)):
        readings = {name: reading(name) for row in found.rows for name in row.names}
        script = rows_script(names, map(astuple, found.rows), readings, found.others, sounds(readings))
        (to / found.path).write_bytes(script)
    return to


@pytest.fixture(scope="module")
def page(browser: Browser, folder: Path):
    opened = browser.new_page(viewport={"width": 390, "height": 844}, bypass_csp=True)
    said = []
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto((folder / "search.html").as_uri())
    yield opened
    opened.close()
    assert said == []


def first(page: Page, query: str) -> str:
    """The title of the first line, or of the first of what may fit."""
    page.get_by_role("searchbox").fill(query)
    page.wait_for_function("/(找到|没有找到)/.test(document.querySelector('[data-result]').textContent)")
    found = page.locator(":is([data-found-list], [data-perhaps-list]) h3 a")
    return found.first.inner_text() if found.count() else ""


def result(page: Page) -> str:
    return page.locator("[data-result]").inner_text()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("垃圾分类", "实施方案"),
        ("知识竞赛", "科普赶场"),
        ("眼科", "科普赶场"),
        ("立人小学", "守好钱袋子"),
        ("渝北区科技局", "渝北区科技局"),
        ("区科技局", "渝北区科技局"),
        ("023", "重庆再升空气净化科普基地"),
        ("60000077", "渝北区科技局"),
        ("023-60000099", "重庆再升空气净化科普基地"),
        ("fangpian", "防骗反诈"),
        ("fpfz", "防骗反诈"),
        ("zhongxiaoxuesheng", "中小学生"),
        ("zxxs", "中小学生"),
        ("孩子", "我们曾经都是鱼"),
        ("小朋友", "我们曾经都是鱼"),
        ("haizi", "我们曾经都是鱼"),
        ("学生", "中小学生"),
        ("老人", "守好钱袋子"),
        ("爷爷奶奶", "守好钱袋子"),
        ("周末", "我们曾经都是鱼"),
        ("这个周末", "我们曾经都是鱼"),
        ("zhoumo", "我们曾经都是鱼"),
        ("今天", "我们曾经都是鱼"),
        ("明天", "我们曾经都是鱼"),
        ("后天", "我们曾经都是鱼"),
        ("星期天", "我们曾经都是鱼"),
        ("下周四", "守好钱袋子"),
        ("免费", "科普赶场"),
        ("不要钱", "科普赶场"),
        ("7岁", "科普赶场"),
        ("七岁的孩子", "科普赶场"),
        ("周末免费", "我们曾经都是鱼"),
        ("创客港", "创客港·未来科技园"),
        ("创科港", "创客港·未来科技园"),
        ("创客", "创客港·未来科技园"),
        ("创港客", "创客港·未来科技园"),
        ("未来科技圆", "创客港·未来科技园"),
        ("气象馆", "重庆市气象科普馆"),
        ("气像", "重庆市气象科普馆"),
        ("qixang", "重庆市气象科普馆"),
        ("空气净化基地电话", "重庆再升空气净化科普基地"),
        ("渝北气象", "重庆市气象科普馆"),
        ("气象馆几点开门", "重庆市气象科普馆"),
        ("创客港在哪里", "创客港·未来科技园"),
        ("创客港今天", "我们曾经都是鱼"),
        ("机器人展什么时候", "机器人展"),
        ("5月31日", "科普赶场"),
        ("火星地铁", ""),
        ("13.45", ""),
    ],
)
def test_the_answer_comes_first(page: Page, query: str, title: str):
    assert first(page, query) == title


def test_of_a_slip_it_is_said_what_was_looked_for_instead(page: Page):
    first(page, "创科港")

    assert result(page) == "没有“创科港”，最接近的是“创客港”：找到2条"


def test_a_piece_of_the_text_says_why_it_was_found(page: Page):
    first(page, "眼科")
    assert page.locator(".found .why").all_inner_texts() == ["请来眼科医生，还有知识竞赛。"]


def test_an_audience_leads_to_what_there_is_for_it(page: Page, folder: Path):
    first(page, "zxxs")
    page.locator(".found h3 a").first.click()
    page.wait_for_selector(".found")

    assert page.locator("[data-found-list] h3").all_inner_texts() == ["我们曾经都是鱼"]
    page.go_back()
    page.wait_for_selector(".found")
    assert page.get_by_role("searchbox").input_value() == "zxxs"


def test_what_is_near_comes_first_with_how_far_it_is(page: Page, folder: Path):
    page.goto(f"{(folder / 'search.html').as_uri()}?what=base")
    page.get_by_role("button", name="离我近").click()
    page.get_by_label("从哪里出发").select_option("重庆再升空气净化科普基地")

    assert page.locator("[data-found-list] h3").all_inner_texts() == [
        "重庆再升空气净化科普基地",
        "重庆市气象科普馆",
    ]
    assert page.locator(".found .away").all_inner_texts() == ["约100米", "15公里"]
    assert page.get_by_role("button", name="离我近").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="离我近").click()
    assert page.locator(".found .away").count() == 0


def answer(route: Route, folder: Path) -> None:
    file = folder / urlsplit(route.request.url).path.removeprefix("/")
    if file.is_file():
        route.fulfill(path=file)
    else:
        route.abort()


def test_the_place_of_the_device_is_asked_for_where_it_may_be(browser: Browser, folder: Path):
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        geolocation={"longitude": 106.521, "latitude": 29.611},
        permissions=["geolocation"],
    )
    page = context.new_page()
    page.route("https://site.invalid/**", lambda route: answer(route, folder))
    page.goto("https://site.invalid/activities.html")
    page.get_by_role("button", name="离我近").click()
    page.get_by_role("button", name="今天").click()
    page.wait_for_selector(".found .away")

    assert page.locator("[data-found-list] li").first.locator(".away").inner_text() == "100米"
    context.close()


def test_the_answer_stands_right_below_what_one_touches(page: Page, folder: Path):
    page.goto((folder / "search.html").as_uri())
    page.get_by_role("button", name="今天").click()
    page.wait_for_selector(".found")

    top = page.locator(".found").first.bounding_box()["y"]
    assert top < 844 - 58 - 100


def test_what_is_over_is_folded_behind_what_is_to_come(browser: Browser, tmp_path: Path):
    gone, here = (
        activity(id="gone", title="已过", when=may(20)),
        activity(id="here", title="还有", when=may(30)),
    )
    view = activities_page(catalogue(gone, here), OPEN)
    page = browser.new_page()
    page.goto(drawn(tmp_path, "activities.html", view, site(today="2024-05-25"), "activities.html"))

    assert page.locator(".ticket:visible h3").all_inner_texts() == ["还有"]
    page.get_by_text("已结束的1项").click()
    assert page.locator(".ticket:visible h3").all_inner_texts() == ["还有", "已过"]
    page.close()


def test_where_there_are_very_many_the_script_lists_them_all_soonest_first(browser: Browser, tmp_path: Path):
    many = [
        activity(id=f"a{number}", title=f"第{number}场", when=may(1 + number % 31)) for number in range(501)
    ]
    facts = catalogue(*many)
    drawn(
        tmp_path, "activities.html", activities_page(facts, OPEN), site(today="2024-05-25"), "activities.html"
    )
    names = tuple(field.name for field in fields(FinderRow))
    for found in (*rows(facts, OPEN), *rows_of_notices(facts)):
        (tmp_path / found.path).write_bytes(rows_script(names, map(astuple, found.rows), {}, found.others))
    page = browser.new_page()
    page.goto((tmp_path / "activities.html").as_uri())
    page.wait_for_selector(".found")

    assert page.locator("[data-found-list] .today").first.inner_text() == "今天"
    assert page.locator("[data-past] summary").inner_text() == "已结束的389项"
    assert page.locator("[data-found-more] button").inner_text() == "再看40项"
    page.close()
    plain = browser.new_page(java_script_enabled=False)
    plain.goto((tmp_path / "activities.html").as_uri())
    assert plain.locator("main a[href='campaigns/2024-yubei.html']").count() == 1
    plain.close()
