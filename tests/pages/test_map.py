"""The big map and the list beside it, in Chromium, from a folder and under the strict policy."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from crowds import many, phone_book
from playwright.sync_api import Browser, Page, Route, expect
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
        page.wait_for_function("document.querySelector('[data-count-today]').textContent")
        if page.is_visible("#base_map"):
            page.wait_for_selector("#base_map[data-ready]")
    try:
        yield page
        assert said == []
    finally:
        context.close()


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    with opened(browser, (folder / "bases.html").as_uri()) as made:
        yield made


def shown(page: Page, of: str = "") -> list[str]:
    """The rows that are seen, or those *of* one list, in their order."""
    return page.eval_on_selector_all(
        f"{of} li.base", "rows => rows.filter(row => row.offsetParent).map(row => row.id)"
    )


def numbers(page: Page) -> list[str]:
    return page.eval_on_selector_all("li.base [data-place]", "all => all.map(one => one.dataset.place)")


def press(page: Page, *conditions: str) -> None:
    if {"wheelchair", "unbooked"} & {*conditions}:
        page.click("[data-more-filters]")
    for one in conditions:
        page.click(f"[data-condition={one}]")


def show_on_map(page: Page, id: str) -> None:
    """Unfold a row and ask for its pin."""
    page.click(f"#{id} summary")
    page.click(f"#{id} [data-show]")


def popup(page: Page) -> str:
    return page.locator(".leaflet-popup").inner_text()


def test_choosing_a_row_opens_its_pin_and_the_address_says_so(page):
    show_on_map(page, "college")
    assert "重庆工业职业技术学院" in popup(page)
    assert page.url.endswith("#college")


def test_choosing_a_pin_marks_its_row(page):
    page.get_by_role("button", name="4 重庆工业职业技术学院，今天的活动在别处").click()
    expect(page.locator("#college")).to_have_attribute("aria-current", "true")
    assert page.url.endswith("#college")


def test_a_pin_is_opened_by_keyboard_and_closed_again(page):
    pin = page.get_by_role("button", name="4 重庆工业职业技术学院，今天的活动在别处")
    pin.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".leaflet-popup")).to_have_count(0)


def test_an_address_with_a_base_chooses_it(browser, folder):
    with opened(browser, (folder / "bases.html").as_uri() + "#college") as page:
        expect(page.locator("#college")).to_have_class("base chosen")
        expect(page.locator("#college details")).to_have_attribute("open", "")
        assert "重庆工业职业技术学院" in popup(page)


def test_bases_at_one_place_share_a_pin_and_their_names_are_text(page):
    show_on_map(page, "twin")
    said = popup(page)
    assert "同一地址2处" in said
    assert HOSTILE in said
    assert page.title().startswith("4处科普基地")


def test_every_number_can_be_called_from_the_pop_up(page):
    show_on_map(page, "museum")
    calls = page.eval_on_selector_all(
        ".leaflet-popup a[href^=tel]", "all => all.map(one => one.getAttribute('href'))"
    )
    assert calls[:2] == ["tel:+862360000001", "tel:+8617783199721"]


def test_an_estimate_is_drawn_as_a_circle_and_an_exact_point_is_not(page):
    assert page.locator("path.about-line").count() == 1


def test_a_venue_is_a_pin_with_what_happens_there(page):
    page.get_by_role("button", name="场地：市主会场，1项活动").click()
    assert "我们曾经都是鱼" in popup(page)


def test_venues_that_are_too_many_for_a_file_of_pins_come_with_the_map(browser, tmp_path, monkeypatch):
    monkeypatch.setattr("scienceweek.views.maps.pins.HALLS", 1)
    other = samples.venue(id="other", name="分会场", district=YUBEI, point=Point(106.5, 29.8, "现场"))
    soil = samples.activity(id="soil", where=other, base=COLLEGE, district=YUBEI, campaign=CAMPAIGN)
    made = phone_book(tmp_path, samples.catalogue(*THINGS, soil))
    with opened(browser, (made / "bases.html").as_uri()) as page:
        halls = page.get_by_role("button", name="场地：")
        assert [one.get_attribute("aria-label") for one in halls.all()] == [
            "场地：市主会场，1项活动",
            "场地：分会场，1项活动",
        ]


def test_what_is_nowhere_is_listed_beside_the_map(page):
    assert "全区群众性科技活动" in page.locator(".unplaced").inner_text()
    assert "1处位置没有写，不在图上" in page.locator("[data-map-note]").inner_text()
    page.click("#farm summary")
    assert page.locator("#farm [data-show]").count() == 0


def test_where_one_can_go_today_stands_first_and_numbers_follow_the_list(page):
    assert (shown(page), numbers(page)) == (["museum", "farm", "twin", "college"], ["1", "2", "3", "4"])


@pytest.mark.parametrize(
    ("how", "left", "perhaps"),
    [
        (lambda page: page.select_option("[name=type]", "training"), ["college"], []),
        (lambda page: page.select_option("[name=district]", "qijiang"), ["farm"], []),
        (lambda page: press(page, "today"), ["museum"], ["farm", "twin", "college"]),
        (lambda page: press(page, "free"), ["museum"], ["farm", "twin", "college"]),
        (lambda page: press(page, "wheelchair"), ["college"], ["museum", "farm", "twin"]),
        (lambda page: page.fill("[name=q]", "职业 学院"), ["college"], []),
        (lambda page: page.fill("[name=q]", "zhongzi"), ["farm"], []),
        (lambda page: page.fill("[name=q]", "CQSQX"), ["museum"], []),
    ],
)
def test_a_filter_leaves_what_fits_and_after_it_that_of_which_it_is_not_written(page, how, left, perhaps):
    if "select_option" in how.__code__.co_names:
        page.click("[data-more-filters]")
    how(page)
    expect(page.locator("li.base:visible")).to_have_count(len(left) + len(perhaps))
    assert (shown(page, "#base-list"), shown(page, "[data-perhaps-list]")) == (left, perhaps)


def test_not_written_has_a_number_and_a_head_of_its_own(page):
    assert page.text_content("[data-condition=free]").strip() == "免费1＋3?"
    press(page, "free")
    expect(page.locator("[data-result]")).to_have_text("1处写明免费，另有3处没写收不收费，可打电话问。")
    assert page.inner_text("[data-perhaps-head]") == "3处没写收不收费 打电话时问一句“收门票吗”"
    assert page.locator("#base_map .pin.perhaps").count() == 1


def test_the_list_is_ordered_by_name_as_a_dictionary_is(page):
    page.click("[data-more-filters]")
    page.select_option("[name=order]", "name")
    expect(page.locator("li.base:visible").first).to_have_attribute("id", "twin")
    assert shown(page) == ["twin", "college", "museum", "farm"]


def test_a_filter_says_how_many_it_found_and_the_map_follows(page):
    page.click("[data-more-filters]")
    page.select_option("[name=type]", "training")
    expect(page.locator("[data-result]")).to_have_text("找到1处。")
    expect(page.locator("#base_map .pin:not(.hall)")).to_have_count(1)


def test_what_is_asked_is_in_the_address_and_survives_going_back(browser, folder):
    address = (folder / "bases.html").as_uri()
    with opened(browser, f"{address}?type=training") as page:
        assert (shown(page), page.is_visible("[name=type]")) == (["college"], True)
        press(page, "free")
        page.fill("[name=q]", "学院")
        page.wait_for_url(f"{address}?q=%E5%AD%A6%E9%99%A2&type=training&free=1")
        page.goto("about:blank")
        page.go_back()
        page.wait_for_function("document.querySelector('[data-result]').textContent")
        assert shown(page, "[data-perhaps-list]") == ["college"]
        assert page.get_attribute("[data-condition=free]", "aria-pressed") == "true"


def test_a_base_that_is_chosen_and_fits_no_filter_says_so(page):
    show_on_map(page, "college")
    page.fill("[name=q]", "种子")
    expect(page.locator("#college .off-filter")).to_have_text("不符合现在的条件，是您选中的")
    assert page.inner_text("[data-result]") == "找到1处。"
    assert shown(page) == ["college", "farm"]


def test_where_nothing_is_found_one_tap_takes_away_what_stood_in_the_way(page):
    press(page, "free")
    page.fill("[name=q]", "月球")
    expect(page.locator("[data-result]")).to_have_text("没有找到。")
    page.get_by_role("button", name="去掉“月球”，有4处").click()
    expect(page.locator("[data-result]")).to_have_text("1处写明免费，另有3处没写收不收费，可打电话问。")


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
    page.click("#museum summary")
    page.click("#museum [data-copy]")
    expect(page.locator("#museum [data-copy] [data-label]")).to_have_text("已复制")


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_a_phone_shows_the_search_the_filters_and_three_bases_at_once(browser, folder):
    address = (folder / "bases.html").as_uri()
    for width, height in ((390, 844), (360, 640)):
        with opened(browser, address, **PHONE | {"viewport": {"width": width, "height": height}}) as page:
            bar = page.locator(".bar").bounding_box()["y"]
            rows = [page.locator(f"#{id}").bounding_box() for id in ("museum", "farm", "twin")]
            assert max(box["y"] + box["height"] for box in rows) <= bar
            assert rows[0]["height"] <= 78
            assert page.locator("#museum .dial").bounding_box()["width"] >= 52
            # The lower part of the screen is the keyboard's while one types.
            page.fill("[name=q]", "学院")
            expect(page.locator("li.base:visible")).to_have_count(1)
            found = page.locator("#college .dial").bounding_box()
            assert found["y"] + found["height"] <= height * 0.6


def test_a_phone_fetches_the_map_when_it_is_asked_for_and_one_finger_moves_the_page(browser, folder):
    with opened(browser, (folder / "bases.html").as_uri(), **PHONE) as page:
        fetched = "[...document.querySelectorAll('script, link')].map((one) => (one.src || one.href).split('?')[0].split('/').pop())"
        assert {"map.js", "map.css", "basemap.js"} & {*page.evaluate(fetched)} == set()
        page.click("[data-map-switch]")
        page.wait_for_selector("#base_map[data-ready]")
        assert {"map.js", "map.css", "basemap.js"} <= {*page.evaluate(fetched)}
        assert page.evaluate("getComputedStyle(base_map).touchAction") == "pan-x pan-y"
        assert "用两个手指" in page.inner_text("[data-map-note]")
        frame = page.locator("#base_map").bounding_box()
        assert (frame["height"], page.locator("#base-list").is_visible()) == (336, True)
        page.get_by_role("button", name="重庆工业职业技术学院，今天的活动在别处").tap()
        assert shown(page, "[data-picked]") == ["college"]
        assert page.locator(".leaflet-popup").count() == 0
        page.click("[data-map-switch]")
        assert shown(page)[0] != "college"
        expect(page.locator("#college")).to_have_class("base chosen")


def test_a_row_leads_to_its_pin_on_a_phone(browser, folder):
    with opened(browser, (folder / "bases.html").as_uri(), **PHONE) as page:
        show_on_map(page, "college")
        page.wait_for_selector("#base_map[data-ready]")
        expect(page.locator(".pin.chosen")).to_have_count(1)
        assert shown(page, "[data-picked]") == ["college"]


def test_the_way_taken_last_is_the_first_to_be_offered(page):
    page.click("#museum summary")
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    before = page.get_attribute("#museum .other-ways a >> nth=0", "href")
    page.click("#museum .other-ways a >> nth=0")
    expect(page.locator("#museum .go-row a >> nth=0")).to_have_text("百度导航")
    assert page.get_attribute("#museum .go-row a >> nth=0", "href") == before
    page.reload()
    expect(page.locator("#college .go-row a >> nth=0")).to_have_text("百度导航")


def test_row_and_pin_light_each_other(page):
    page.hover("#college")
    expect(page.locator(".pin.lit")).to_have_text("4")
    page.hover(".pin-box:has(.pin.here, .pin.open)")
    expect(page.locator(".base.lit")).to_have_attribute("id", "museum")


def test_in_elder_mode_one_side_stands_at_a_time_and_the_form_within_its_column(page):
    page.click("[data-elder]")
    edge = page.locator("main").bounding_box()
    parts = page.locator(".base-seek > :visible")
    boxes = [parts.nth(number).bounding_box() for number in range(parts.count())]

    assert [box for box in boxes if box["x"] + box["width"] > edge["x"] + edge["width"]] == []
    assert not page.is_visible("#base_map")
    assert page.inner_text("#museum .dial").startswith("023-60000001")
    show_on_map(page, "college")
    expect(page.locator("[data-picked] #college")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_the_phone_book_loads(browser, folder, width):
    assert moving(browser, folder, ["bases.html"], width, date(2024, 5, 25)) == {}


def test_without_script_the_list_is_whole(browser, folder):
    with opened(browser, (folder / "bases.html").as_uri(), java_script_enabled=False) as page:
        assert shown(page) == ["farm", "museum", "twin", "college"]
        assert page.locator("#museum .calls a").count() == 2
        expect(page.locator(".sketch")).to_be_visible()
        expect(page.locator(".base-seek")).to_be_hidden()
        expect(page.locator(".map-frame")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_screen(browser, folder, width):
    with opened(browser, (folder / "bases.html").as_uri(), viewport={"width": width, "height": 800}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_a_pop_up_open(browser, folder, scheme, width):
    how = {"color_scheme": scheme, "viewport": {"width": width, "height": 900}, "bypass_csp": True}
    with opened(browser, (folder / "bases.html").as_uri(), **how) as page:
        show_on_map(page, "museum")
        page.wait_for_selector("#base_map[data-ready]")
        expect(page.locator(".leaflet-popup" if width > 390 else "[data-picked] #museum")).to_be_visible()
        assert barriers(page) == []


def test_nothing_of_the_map_fades_in_or_slides(page):
    show_on_map(page, "museum")
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
        assert page.locator("[data-map-credit]").inner_text().strip() == "渝北区界线 审图号：渝S(2024)001号。"


def test_two_that_share_a_guess_are_not_one_place_and_nobody_gets_nearer_than_the_guess(browser, tmp_path):
    guess = Point(106.528, 29.597, "估计", 1500)
    bases = (
        samples.base(id="a", district=YUBEI, address="红锦大道1号", point=guess),
        samples.base(id="b", district=YUBEI, address="新溉大道9号", point=guess),
        samples.base(id="c", district=YUBEI, address="龙塔街8号", point=Point(106.6, 29.7, "估计", 1500)),
    )
    made = phone_book(tmp_path, samples.catalogue(YUBEI, *bases))
    with opened(browser, (made / "bases.html").as_uri()) as page:
        page.get_by_role("button", name="重庆市气象科普馆、2").click()
        assert "这2处只知道大概在这一带，不一定挨着" in popup(page)
        page.keyboard.press("Escape")
        for _ in range(2):
            page.click("[data-deed=in]")
            assert page.evaluate("""() => {
              const frame = base_map.getBoundingClientRect();
              return [...document.querySelectorAll('.pin')].some((pin) => {
                const { left, top } = pin.getBoundingClientRect();
                return left > frame.left && left < frame.right && top > frame.top && top < frame.bottom;
              });
            }""")
        flag = page.locator(".edge:visible")
        assert flag.count() == 1
        while page.is_enabled("[data-deed=in]"):
            page.click("[data-deed=in]")
        circle, frame = (page.locator(one).first.bounding_box() for one in ("path.about-line", "#base_map"))
        assert circle["width"] <= min(frame["width"], frame["height"])
        flag.click()
        assert page.locator(".edge:visible").count() == 1
        page.click("[data-deed=all]")
        expect(page.locator(".edge:visible")).to_have_count(0)


def test_a_cluster_says_how_many_can_be_visited_today_and_oneself_has_a_name(browser, tmp_path):
    can = (samples.opening(campaign=CAMPAIGN),)
    bases = [
        samples.base(
            id=f"b{number}",
            district=YUBEI,
            openings=can[: number % 2],
            point=Point(106.5 + number / 1e4, 29.6, "现场"),
        )
        for number in range(4)
    ]
    far = samples.base(id="far", district=QIJIANG, point=Point(106.65, 29.03, "现场"))
    made = phone_book(tmp_path, samples.catalogue(*bases, far))
    with opened(browser, (made / "bases.html").as_uri()) as page:
        assert page.locator(".pin.cluster").all_inner_texts() == ["4处\n2能去"]
        page.click("[data-deed=me]")
        page.select_option("[name=from]", label="渝北区")
        expect(page.locator(".origin-mark")).to_have_text("从渝北区")
        page.click("[data-deed=all]")
        page.locator(".pin.cluster").click()
        expect(page.locator("#base_map .pin:not(.cluster)")).to_have_count(4)


def test_rows_that_are_fetched_find_their_signs_in_the_page_and_a_pin_stands_on_its_point(browser, tmp_path):
    made = phone_book(tmp_path, many(301))
    with opened(browser, (made / "bases.html").as_uri()) as page:
        page.click("[data-more-filters]")
        page.select_option("[name=district]", "d3")
        expect(page.locator("li.base:visible")).to_have_count(8)
        lost = "[...document.querySelectorAll('li.base use')].filter((one) => !document.querySelector(one.getAttribute('href')))"
        assert page.evaluate(f"{lost}.length") == 0
        off = page.eval_on_selector_all(
            "#base_map .pin-box",
            """all => all.map((box) => {
              const [outer, inner] = [box, box.firstChild].map((one) => one.getBoundingClientRect());
              return Math.abs(outer.top + outer.height / 2 - inner.top - inner.height / 2);
            })""",
        )
        assert max(off) < 1


@pytest.fixture(scope="module")
def province(tmp_path_factory) -> str:
    """The address of a phone book whose pins are four files and whose names are seven; every third of its 301 bases is open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scienceweek.views.maps.pins.BASES", 100)
        patch.setattr("scienceweek.views.maps.pins.INDEXED", 50)
        patch.setattr("scienceweek.views.parts.leaves.LEAF", 3)
        folder = phone_book(tmp_path_factory.mktemp("province"), many(301))
    return (folder / "bases.html").as_uri()


def _fetched(page: Page, of: str) -> list[str]:
    """The scripts that have been fetched whose names begin so."""
    fetched = page.eval_on_selector_all(
        "script", "all => all.map((one) => one.src.split('/').slice(-2).join('/'))"
    )
    return sorted(one for one in fetched if one.startswith(of))


NAMES = "assets/bases."


def test_of_very_many_bases_all_pins_are_there_and_names_are_fetched_when_somebody_searches(
    browser, province
):
    with opened(browser, province) as page:
        assert page.inner_text(".bases-top .quiet") == "40个区县 301处今天能去 101处"
        located = "ScienceWeek.atlas.entries.filter(({ point }) => point)"
        assert page.evaluate(f"[ScienceWeek.atlas.entries.length, {located}.length]") == [301, 283]
        assert (
            sum(int(text.partition("处")[0]) for text in page.locator(".pin.cluster b").all_inner_texts())
            + page.locator("#base_map .pin:not(.cluster)").count()
            == 283
        )
        assert _fetched(page, NAMES) == []
        page.fill("[name=q]", "人民路287号")
        expect(page.locator("[data-result]")).to_have_text("找到1处。")
        assert shown(page) == ["base-287"]
        assert len(_fetched(page, NAMES)) == 7
        page.fill("[name=q]", "cqsqx")
        expect(page.locator("[data-result]")).to_have_text("找到301处。")
        expect(page.locator("li.base:visible")).to_have_count(24)
        press(page, "today")
        expect(page.locator("[data-result]")).to_contain_text("101处今天能去，另有200处没写今天开不开")


def test_in_a_district_only_its_own_names_are_fetched_and_only_rows_that_are_shown(browser, province):
    with opened(browser, f"{province}?district=d39&q=279") as page:
        expect(page.locator("[data-result]")).to_have_text("找到1处。")
        assert shown(page) == ["base-279"]
        assert _fetched(page, NAMES) == ["assets/bases.6.js", "assets/bases.7.js"]
        assert _fetched(page, "bases/") == ["bases/d39.3.js"]
        expect(page.locator("#base_map .pin:not(.cluster)")).to_have_count(1)


def test_an_address_with_one_of_very_many_bases_finds_it(browser, province):
    with opened(browser, f"{province}#base-119") as page:
        expect(page.locator("#base-119")).to_have_class("base chosen")
        assert "人民路119号" in page.inner_text("#base-119")


def test_what_is_found_stands_there_while_further_names_are_read(browser, province):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/bases.5.js", hold)
    page.goto(province)
    page.fill("[name=q]", "人民路80号")
    expect(page.locator("[data-result]")).to_have_text("已找到1处，在读其余的名字，4／7……")
    assert shown(page) == ["base-80"]
    page.fill("[name=q]", "人民路279号")
    expect(page.locator("[data-result]")).to_have_text("已找到1处，在读其余的名字，4／7……")
    held[0].continue_()
    expect(page.locator("[data-result]")).to_have_text("找到1处。")
    assert shown(page) == ["base-279"]
    context.close()


@pytest.fixture(scope="module")
def long_list(tmp_path_factory) -> str:
    """The address of a phone book with 100 bases on one page; every third is open."""
    folder = phone_book(tmp_path_factory.mktemp("long"), many(100))
    return (folder / "bases.html").as_uri()


def _rows(page: Page) -> list[str]:
    return page.eval_on_selector_all("li.base", "rows => rows.map(({ id }) => id)")


def test_of_a_long_list_the_first_rows_are_there_and_the_others_when_they_are_asked_for(browser, long_list):
    by_district = sorted(range(100), key=lambda number: (number % 40, number))
    order = [f"base-{number}" for number in sorted(by_district, key=lambda number: number % 3 > 0)]
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(long_list)
    first = _rows(page)
    page.get_by_role("button", name="再看24处").click()
    more = _rows(page)
    focused = page.evaluate("document.activeElement.closest('li.base').id")
    page.goto(f"{long_list}#base-98")
    page.reload()
    expect(page.locator("#base-98.chosen")).to_be_visible()
    page.locator("#by-text").fill("人民路97号")
    expect(page.locator("[data-result]")).to_have_text("找到1处。")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    found = _rows(page)
    page.locator("#by-text").fill("")
    expect(page.locator("[data-result]")).to_have_text("")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    printed = _rows(page)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    after = _rows(page)
    page.close()

    assert (first, more, focused) == (order[:24], order[:48], order[24])
    assert found == ["base-98", "base-97"]
    assert (sorted(printed), len(after)) == (sorted(order), 25)


def test_without_script_a_long_list_is_whole_and_in_its_order(browser, long_list):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(long_list)
    numbers = page.locator(".base-list li.base [data-place]").evaluate_all(
        "all => all.map((one) => one.dataset.place)"
    )
    context.close()

    assert numbers == [str(number) for number in range(1, 101)]
