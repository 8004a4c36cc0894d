"""The big map and the list beside it, in Chromium, from a folder and under the strict policy."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from crowds import phone_book
from playwright.sync_api import Browser, Page, expect
from stage import barriers, moving

import samples
from scienceweek.model.boundary import Boundary
from scienceweek.model.place import Access, Admission, Fee, InArea
from scienceweek.model.point import Point
from scienceweek.model.term import Term

THEME = Path(__file__).parents[2] / "theme"
TODAY = date(2024, 5, 25)
HOSTILE = '<img src=x onerror="document.title=1">${document.title=1}馆'

YUBEI = samples.district(point=Point(106.631, 29.718, "估计", 1500))
QIJIANG = samples.district(
    id="qijiang", name="綦江区", short="綦江", code="500110", point=Point(106.651, 29.028, "估计", 2000)
)
CAMPAIGN = samples.campaign(district=YUBEI)
MUSEUM = samples.base(
    short_name="气象馆",
    district=YUBEI,
    point=Point(106.528, 29.597, "张三现场定位"),
    contacts=(samples.contact("023-60000001", "17783199721"),),
    openings=(samples.opening(campaign=CAMPAIGN, admission=Admission(fee=Fee.FREE)),),
)
TWIN = samples.base(
    id="twin", name=HOSTILE, district=YUBEI, point=MUSEUM.point, contacts=(samples.contact("023-60000002"),)
)
COLLEGE = samples.base(
    id="college",
    name="重庆工业职业技术学院",
    type=Term("training", "教育培训类", "教"),
    district=YUBEI,
    point=Point(106.655, 29.756, "估计", 3500),
    wheelchair=Access.FULL,
)
FARM = samples.base(id="farm", name="种子小镇", type=None, district=QIJIANG, address="")
HALL = samples.venue(district=YUBEI, point=Point(106.60, 29.65, "张三现场定位"))
THINGS = (
    QIJIANG,
    MUSEUM,
    TWIN,
    COLLEGE,
    FARM,
    samples.activity(id="fish", where=HALL, base=COLLEGE, district=YUBEI, campaign=CAMPAIGN),
    samples.activity(
        id="wide", title="全区群众性科技活动", where=InArea("全区"), district=YUBEI, campaign=CAMPAIGN
    ),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return phone_book(tmp_path_factory.mktemp("map"), samples.catalogue(*THINGS))


@contextmanager
def opened(browser: Browser, address: str, **how: object) -> Iterator[Page]:
    """A page that must have said nothing to the console by its end."""
    context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | how))
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_default_timeout(10_000)
    page.goto(address)
    if how.get("java_script_enabled", True):
        page.wait_for_selector("#base_map[data-ready]", state="attached")
    try:
        yield page
        assert said == []
    finally:
        context.close()


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    with opened(browser, (folder / "bases.html").as_uri()) as made:
        yield made


def shown(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        "li.base", "rows => rows.filter(row => row.offsetParent).map(row => row.id)"
    )


def popup(page: Page) -> str:
    return page.locator(".leaflet-popup").inner_text()


def test_choosing_a_row_opens_its_pin_and_the_address_says_so(page):
    page.click("#college [data-show]")
    assert "重庆工业职业技术学院" in popup(page)
    assert page.url.endswith("#college")


def test_choosing_a_pin_marks_its_row(page):
    page.get_by_role("button", name="重庆工业职业技术学院，今天的活动在别处").click()
    expect(page.locator("#college")).to_have_attribute("aria-current", "true")
    assert page.url.endswith("#college")


def test_a_pin_is_opened_by_keyboard_and_closed_again(page):
    pin = page.get_by_role("button", name="重庆工业职业技术学院，今天的活动在别处")
    pin.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".leaflet-popup")).to_have_count(0)


def test_an_address_with_a_base_chooses_it(browser, folder):
    with opened(browser, (folder / "bases.html").as_uri() + "#college") as page:
        expect(page.locator("#college")).to_have_class("base chosen")
        assert "重庆工业职业技术学院" in popup(page)


def test_bases_at_one_place_share_a_pin_and_their_names_are_text(page):
    page.click("#twin [data-show]")
    said = popup(page)
    assert "同一地点2处" in said
    assert HOSTILE in said
    assert page.title().startswith("4处科普基地")


def test_every_number_can_be_called_from_the_pop_up(page):
    page.click("#museum [data-show]")
    calls = page.eval_on_selector_all(
        ".leaflet-popup a[href^=tel]", "all => all.map(one => one.getAttribute('href'))"
    )
    assert calls[:2] == ["tel:+862360000001", "tel:+8617783199721"]


def test_an_estimate_is_drawn_as_a_circle_and_an_exact_point_is_not(page):
    assert page.locator("path.about-line").count() == 1


def test_a_venue_is_a_pin_with_what_happens_there(page):
    page.get_by_role("button", name="场地：市主会场，1项活动").click()
    assert "我们曾经都是鱼" in popup(page)


def test_what_is_nowhere_is_listed_beside_the_map(page):
    assert "全区群众性科技活动" in page.locator(".unplaced").inner_text()
    assert "不在地图上的，位置未知" in page.locator(".list-note").inner_text()
    assert page.locator("#farm").is_visible()
    assert page.locator("#farm [data-show]:visible").count() == 0


@pytest.mark.parametrize(
    ("how", "left"),
    [
        (lambda page: page.select_option("[name=type]", "training"), ["college"]),
        (lambda page: page.select_option("[name=district]", "qijiang"), ["farm"]),
        (lambda page: page.check("[name=today]"), ["museum"]),
        (lambda page: page.check("[name=free]"), ["museum"]),
        (lambda page: page.check("[name=wheelchair]"), ["college"]),
        (lambda page: page.fill("[name=text]", "职业 学院"), ["college"]),
        (lambda page: page.fill("[name=text]", "zhongzi"), ["farm"]),
        (lambda page: page.fill("[name=text]", "CQSQX"), ["museum"]),
    ],
)
def test_a_filter_leaves_what_fits(page, how, left):
    how(page)
    expect(page.locator("li.base:visible")).to_have_count(len(left))
    assert shown(page) == left


def test_the_list_is_ordered_by_name_as_a_dictionary_is(page):
    page.select_option("[name=order]", "name")
    assert shown(page) == ["twin", "college", "museum", "farm"]


def test_a_filter_says_how_many_it_found_and_the_map_follows(page):
    page.select_option("[name=type]", "training")
    expect(page.locator("[data-result]")).to_have_text("找到1处，地图上有1处")
    expect(page.locator(".pin.answer")).to_have_count(1)


def test_nothing_found_is_said(page):
    page.fill("[name=text]", "月球")
    expect(page.locator("[data-result]")).to_have_text("没有找到。换个词试试，或去掉几个条件。")


def test_from_a_folder_one_says_from_where_and_the_nearest_comes_first(page):
    page.click("[data-near]")
    page.select_option("[name=from]", label="綦江区")
    expect(page.locator("#museum [data-distance]")).to_have_text("64公里")
    assert shown(page)[0] in {"museum", "twin"}
    assert shown(page)[-1] == "farm"


def test_a_position_is_used_and_sent_nowhere(browser, folder):
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.block_on_close = False
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/bases.html"
        here = {"geolocation": {"longitude": 106.65, "latitude": 29.75}, "permissions": ["geolocation"]}
        with opened(browser, address, **here) as page:
            page.wait_for_load_state("networkidle")
            asked: list[str] = []
            page.on("request", lambda request: asked.append(request.url))
            page.click("[data-near]")
            expect(page.locator("#college [data-distance]")).to_have_text("约800米")
            assert (shown(page)[0], asked) == ("college", [])
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def test_an_address_is_copied_or_shown_to_be_copied(page):
    page.click("#museum [data-copy]")
    expect(page.locator("#museum [data-copy] [data-label]")).to_have_text("已复制")


def test_on_a_phone_list_and_map_take_turns_and_keep_the_choice(browser, folder):
    with opened(browser, (folder / "bases.html").as_uri(), viewport={"width": 390, "height": 844}) as page:
        expect(page.locator("#base_map")).to_be_hidden()
        page.click("#college [data-show]")
        expect(page.locator("#base_map")).to_be_visible()
        assert "重庆工业职业技术学院" in popup(page)
        page.click("[data-side=list]")
        expect(page.locator("#college")).to_have_class("base chosen")


def test_in_elder_mode_one_side_stands_at_a_time_and_the_form_within_its_column(page):
    page.click("[data-elder]")
    edge = page.locator("main").bounding_box()
    parts = page.locator(".finder > :visible")
    boxes = [parts.nth(number).bounding_box() for number in range(parts.count())]

    assert [box for box in boxes if box["x"] + box["width"] > edge["x"] + edge["width"]] == []
    assert not page.is_visible("#base_map")
    page.click("#college [data-show]")
    assert (shown(page), page.is_visible("#base_map")) == ([], True)
    assert "重庆工业职业技术学院" in popup(page)


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_the_phone_book_loads(browser, folder, width):
    assert moving(browser, folder, ["bases.html"], width, date(2024, 5, 25)) == {}


def test_without_script_the_list_is_whole(browser, folder):
    with opened(browser, (folder / "bases.html").as_uri(), java_script_enabled=False) as page:
        assert shown(page) == ["farm", "museum", "twin", "college"]
        assert page.locator("#museum .calls a").count() == 2
        expect(page.locator(".sketch")).to_be_visible()
        expect(page.locator(".finder")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_screen(browser, folder, width):
    with opened(browser, (folder / "bases.html").as_uri(), viewport={"width": width, "height": 800}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_a_pop_up_open(browser, folder, scheme, width):
    how = {"color_scheme": scheme, "viewport": {"width": width, "height": 900}, "bypass_csp": True}
    with opened(browser, (folder / "bases.html").as_uri(), **how) as page:
        page.click("#museum [data-show]")
        expect(page.locator(".leaflet-popup")).to_be_visible()
        assert barriers(page) == []


def test_nothing_of_the_map_fades_in_or_slides(page):
    page.click("#museum [data-show]")
    shown = page.evaluate(
        """() => [
          document.querySelectorAll(".leaflet-fade-anim, .leaflet-zoom-anim").length,
          getComputedStyle(document.querySelector(".leaflet-popup")).opacity,
        ]"""
    )
    assert shown == [0, "1"]


def test_no_word_of_the_map_lies_on_another(page):
    boxes = page.eval_on_selector_all(
        ".map-word",
        "all => all.map(one => { const box = one.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; })",
    )
    assert len(boxes) > 5
    assert [
        (one, other)
        for place, one in enumerate(boxes)
        for other in boxes[:place]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ] == []


def test_a_boundary_is_drawn_with_the_number_of_its_approval(browser, tmp_path):
    ring = ((106.5, 29.55), (106.7, 29.55), (106.7, 29.8), (106.5, 29.55))
    made = phone_book(
        tmp_path, samples.catalogue(*THINGS), boundaries=(Boundary(YUBEI, (ring,), "渝S(2024)001号"),)
    )
    with opened(browser, (made / "bases.html").as_uri()) as page:
        assert page.locator("path.boundary-line").count() == 1
        assert (
            page.locator(".leaflet-bottom.leaflet-left").inner_text() == "渝北区界线 审图号：渝S(2024)001号"
        )
