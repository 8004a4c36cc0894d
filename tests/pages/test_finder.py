"""The finder in a browser, from a folder: what it finds, what it says, and what it must not do."""

from collections.abc import Iterator
from dataclasses import astuple, fields
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser, Locator, Page
from stage import barriers, drawn, moving

from samples import activity, base, campaign, catalogue, contact, district, may, part, session, site, venue
from scienceweek import links
from scienceweek.formats.marks import mark
from scienceweek.formats.scripts import rows_script
from scienceweek.model.activity import Admits, Change, Status
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Role
from scienceweek.model.place import Online
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, OpenDays, Unfixed
from scienceweek.model.term import Term, Terms
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.finding.finder_row import FinderRow, FinderRows
from scienceweek.views.finding.rows import campaign_shards, rows, rows_of, rows_of_notices
from scienceweek.views.pages.activities import activities_page
from scienceweek.views.pages.month import month_page
from scienceweek.views.pages.search import search_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.marks import mark_of
from scienceweek.views.words.pinyin import reading, sounds

TODAY = date(2024, 5, 25)  # a Saturday
HEALTH, LECTURE = Term("health", "卫生健康"), Term("lecture", "讲座")
QIJIANG = district(id="qijiang", name="綦江区", short="綦江", code="500110")
NANAN = district(id="nanan", name="南岸区", short="南岸", code="500108")
OLD = campaign(
    id="2021-qijiang",
    name="2021年綦江区科技活动周",
    district=QIJIANG,
    when=Days(date(2021, 5, 22), date(2021, 5, 28)),
)
MUSEUM = base(contacts=(contact("023-60000001"),))
FOUND = (
    activity(title="气象科普进校园", when=may(27), where=MUSEUM, base=MUSEUM, topics=(HEALTH,), kind=LECTURE),
    activity(id="stars", title="周末观星", when=may(25, 26), admits=Admits.PUBLIC, where=venue()),
    activity(id="early", title="气象日", when=may(20)),
    activity(id="birds", title="晨间观鸟", when=may(18), district=NANAN),
    activity(id="off", title="取消的气象讲座", change=Change(Status.CANCELLED, "因雨")),
    activity(id="during", title="云上科技馆", when=DuringCampaign(may(25, 31)), where=Online()),
    activity(id="unfixed", title="<b>走进</b>&amp;“实验室”", when=Unfixed("时间另行通知")),
    activity(
        id="market",
        title="科普赶场",
        when=Months(Month(2021, 4), Month(2021, 7)),
        campaign=OLD,
        district=QIJIANG,
        organisers=(part(Role.LEAD, *"甲乙丙丁戊", "区气象局"),),
    ),
)
FACTS = catalogue(MUSEUM, *FOUND, terms=Terms(topics=(HEALTH,), kinds=(LECTURE,)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return furnished(tmp_path_factory.mktemp("finder"))


def furnished(folder: Path, most: int = 2000, facts: Catalogue = FACTS) -> Path:
    """The finder's page and the list of all activities, as they are on the first day of the campaign."""
    here = site(today="2024-05-25")
    drawn(folder, "search.html", search_page(facts, agenda(facts).months), here, "search.html")
    drawn(folder, "activities.html", activities_page(facts, Privacy(TODAY)), here, "activities.html")
    held = agenda(facts)
    may_2024 = month_page(Month(2024, 5), held, Privacy(TODAY))
    drawn(folder, "month.html", may_2024, here, "calendar/2024-05.html")
    (folder / links.MARKS).parent.mkdir(exist_ok=True)
    for one in facts.activities:
        (folder / links.mark(one)).write_bytes(mark.svg(mark_of(one)))
    for shard in shards(facts, most):
        readings = {name: reading(name) for row in shard.rows for name in row.names}
        names = tuple(field.name for field in fields(FinderRow))
        file = folder / shard.path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(
            rows_script(names, map(astuple, shard.rows), readings, shard.others, sounds(readings))
        )
    return folder


def shards(facts: Catalogue, most: int) -> Iterator[FinderRows]:
    privacy = Privacy(TODAY)
    front, *more = rows(facts, privacy, most)
    yield front
    if links.ROWS_OF_NOTICES in front.others:
        yield from rows_of_notices(facts)
    else:
        yield from more
        yield from (shard for one in campaign_shards(facts) for shard in rows_of(one, facts, privacy))


@pytest.fixture
def page(browser: Browser, folder: Path):
    page = browser.new_page(viewport={"width": 390, "height": 844}, bypass_csp=True)
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((folder / "search.html").as_uri())
    yield page
    page.close()
    assert said == []


def titles(page: Page) -> list[str]:
    """What fits, what is over last: not what may fit."""
    return page.locator(":is([data-found-list], [data-past-list]) .found h3 a").all_text_contents()


def perhaps(page: Page) -> list[str]:
    return page.locator("[data-perhaps-list] .found h3 a").all_text_contents()


def wait_for_answer(page: Page) -> None:
    page.wait_for_function(
        "document.querySelector('[data-result]').textContent.match(/(^|：)(找到|没有找到)/)"
    )


def chip(page: Page, word: str) -> Locator:
    """The condition *word*; where it is folded, that is opened."""
    found = page.locator(f'button[data-word="{word}"]')
    if not found.is_visible() and "kinds" not in found.evaluate("one => one.parentElement.className"):
        page.get_by_role("button", name="更多").click()
    return found


def ask(page: Page, query: str) -> list[str]:
    page.get_by_role("searchbox").fill(query)
    wait_for_answer(page)
    return titles(page)


def result(page: Page) -> str:
    return page.get_by_role("status").text_content()


@pytest.mark.parametrize(
    "query", ["观星", "guanxing", "gx", "GX", "周末 观星", "\uff47\uff58", "观星　主会场"]
)
def test_a_thing_is_found_by_its_characters_its_reading_and_its_initials(page: Page, query):
    assert ask(page, query) == ["周末观星"]


def more(page: Page, *rows: FinderRow) -> None:
    """Hands *rows* over to the finder of *page*, as another file of rows would."""
    names = tuple(field.name for field in fields(FinderRow))
    readings = {name: reading(name) for row in rows for name in row.names}
    ask(page, "气象")  # the first file has come
    signs = Path(url2pathname(urlsplit(page.url).path)).parent / links.MARKS
    for row in rows:
        (signs.parent / f"{Path(row.path).stem}.svg").write_bytes(mark.svg(mark_of(FOUND[0])))
    page.add_script_tag(
        content=rows_script(names, map(astuple, rows), readings, (), sounds(readings)).decode()
    )


@pytest.mark.parametrize(
    ("title", "queries"),
    [
        ("曾家岩", ("zengjiayan", "zjy", "cengjiayan", "zengjia", "jiayan")),
        ("朝阳小学", ("chaoyang", "chaoyangxiaoxue", "cyxx", "zhaoyang")),
        ("单县科普馆", ("shanxian", "sxkpg", "danxian")),
        ("朴家院子", ("piaojia", "pjyz")),
        ("仇池古寨", ("qiuchi", "qcgz")),
        ("缪氏祠堂", ("miaoshi", "msct")),
        ("覃家岗", ("qinjiagang", "qjg", "tanjiagang")),
    ],
)
def test_a_name_is_found_by_every_reading_that_its_characters_have(
    page: Page, title: str, queries: tuple[str, ...]
):
    more(page, FinderRow("base", "bases/x.html", title))

    assert [ask(page, query) for query in queries] == [[title]] * len(queries)
    assert "".join(page.locator(".found h3 mark").all_text_contents()) in title


def test_a_reading_that_a_record_gives_is_found_and_not_shown(page: Page):
    more(page, FinderRow("base", "bases/x.html", "隩区科普馆", sound="aoqukepuguan aqkpg"))

    assert (ask(page, "aoqu"), ask(page, "aqkpg")) == (["隩区科普馆"], ["隩区科普馆"])
    assert page.locator(".found .why").count() == 0


def test_a_place_in_another_reading_finds_what_happens_there(page: Page):
    more(page, FinderRow("activity", "activities/x.html", "讲座", place="曾家岩书院"))

    assert ask(page, "zengjiayan") == ["讲座"]


@pytest.mark.parametrize(
    "query",
    [
        "5.28",
        "5/28",
        "05-28",
        "5-28",
        "5月28日",
        "5月28号",
        "5月28",
        "28日",
        "2027-05-28",
        "2027.5.28",
        "2027/5/28",
        "20270528",
        "2027年5月28日",
        "\uff12\uff10\uff12\uff17\uff0d\uff10\uff15\uff0d\uff12\uff18",
        "2027年5月",
        "2027-05",
    ],
)
def test_a_day_is_found_however_it_is_typed(page: Page, query: str):
    more(
        page,
        FinderRow("activity", "a.html", "在这一天", days="2027-05-28"),
        FinderRow("activity", "b.html", "在这些天里", days="2027-05-20 2027-05-27/2027-06-02"),
        FinderRow("activity", "c.html", "在那一年", days="2026-04-30 2028-05-18/2028-05-19"),
    )

    assert [one for one in ask(page, query) if one.startswith("在")] == ["在这些天里", "在这一天"]


def test_what_is_only_today_comes_first_then_what_is_still_on_then_by_day_and_what_has_none_last(page: Page):
    more(
        page,
        FinderRow("activity", "a.html", "顺序之年", first="2024-01-01", last="2024-12-31"),
        FinderRow("activity", "b.html", "顺序之后", days="2024-05-27", first="2024-05-27", last="2024-05-27"),
        FinderRow(
            "activity",
            "c.html",
            "顺序之间",
            days="2024-05-20/2024-05-30",
            first="2024-05-20",
            last="2024-05-30",
        ),
        FinderRow(
            "activity",
            "d.html",
            "顺序之今",
            days="2024-05-18 2024-05-25",
            first="2024-05-18",
            last="2024-05-25",
        ),
        FinderRow("activity", "e.html", "顺序之前", days="2024-05-18", first="2024-05-18", last="2024-05-18"),
    )

    assert ask(page, "顺序") == ["顺序之今", "顺序之间", "顺序之后", "顺序之年", "顺序之前"]


def test_a_number_that_is_no_day_is_looked_for_as_it_is(page: Page):
    more(page, FinderRow("activity", "a.html", "版本 13.45 发布", days="2027-05-28"))

    assert (ask(page, "13.45"), ask(page, "2.30")) == (["版本 13.45 发布"], [])


def test_titles_that_begin_so_come_first_then_titles_then_what_only_mentions_it_and_what_is_over_last(
    page: Page,
):
    assert ask(page, "气象") == ["气象科普进校园", "取消的气象讲座", "重庆市气象科普馆", "气象日", "科普赶场"]


def test_what_a_line_does_not_show_says_why_it_was_found(page: Page):
    ask(page, "气象局")

    assert page.locator(".found .why").all_text_contents() == ["区气象局"]


def test_all_words_must_be_there(page: Page):
    assert ask(page, "气象 校园") == ["气象科普进校园"]
    assert ask(page, "气象 月球") == []


def test_the_places_of_the_words_are_marked(page: Page):
    ask(page, "气象 kp")

    assert page.locator(".found").first.locator("h3 mark").all_text_contents() == ["气象科普"]


@pytest.mark.parametrize(
    ("choice", "found", "open"),
    [
        ("今天", ["周末观星", "取消的气象讲座"], ["云上科技馆", "<b>走进</b>&amp;“实验室”"]),
        ("明天", ["周末观星"], ["云上科技馆", "<b>走进</b>&amp;“实验室”"]),
        ("本周末", ["周末观星", "取消的气象讲座"], ["云上科技馆", "<b>走进</b>&amp;“实验室”"]),
        ("下周末", [], ["<b>走进</b>&amp;“实验室”"]),
        ("日期待定", ["云上科技馆", "<b>走进</b>&amp;“实验室”", "科普赶场"], []),
        ("线上", ["云上科技馆"], []),
    ],
)
def test_a_day_or_a_condition_is_one_touch_and_a_second_takes_it_back(page: Page, choice, found, open):
    one = chip(page, choice)
    one.click()
    page.wait_for_selector(".found")
    wait_for_answer(page)

    assert [title for title in titles(page) if "科技活动周" not in title] == found
    assert perhaps(page) == open
    assert one.get_attribute("aria-pressed") == "true"
    one.click()
    page.wait_for_function("document.querySelector('[data-result]').textContent === ''")
    assert (one.get_attribute("aria-pressed"), urlsplit(page.url).query) == ("false", "")


def test_a_district_and_a_topic_narrow_it_down(page: Page):
    page.locator("[name=district]").select_option("qijiang")
    page.wait_for_selector(".found")
    wait_for_answer(page)
    assert set(titles(page)) == {
        "綦江区",
        "科普赶场",
        "2021年綦江区科技活动周",
        "渝北区科技活动周实施方案",
    }

    page.get_by_role("button", name="清空").click()
    page.get_by_role("button", name="更多", exact=True).click()
    page.get_by_label("谁能去").select_option("public")
    page.wait_for_function("document.querySelectorAll('.found').length === 1")
    assert titles(page) == ["周末观星"]


def test_a_part_is_not_listed_beside_its_whole_unless_its_name_is_asked_for(page: Page):
    whole, far = "activities/whole.html", "activities/far.html"
    more(
        page,
        FinderRow("activity", whole, "科普日", district="qijiang", more="大篷车"),
        FinderRow("activity", "activities/bus.html", "大篷车", district="qijiang", whole=whole),
        FinderRow("activity", "activities/alone.html", "散步", district="qijiang", whole=far),
    )

    assert ask(page, "大篷车") == ["大篷车", "科普日"]
    page.get_by_role("searchbox").fill("")
    page.locator("[name=district]").select_option("qijiang")
    wait_for_answer(page)
    assert {"科普日", "散步", "大篷车"} & set(titles(page)) == {"科普日", "散步"}


def test_the_number_of_results_is_announced_and_told_for_each_kind(page: Page):
    ask(page, "气象")

    assert result(page) == "找到5条，其中2条已结束"
    page.wait_for_function("document.querySelector('.kinds b').textContent !== ''")
    assert page.locator(".kinds button:visible").all_inner_texts() == ["活动\n4", "基地\n1"]
    chip(page, "基地").click()
    assert (result(page), titles(page)) == ("找到1条", ["重庆市气象科普馆"])


def test_the_address_holds_what_was_asked_and_brings_it_back(page: Page):
    ask(page, "气象")
    page.locator("[name=district]").select_option("yubei")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["气象"], "district": ["yubei"]}

    page.reload()
    page.wait_for_selector(".found")
    assert page.get_by_role("searchbox").input_value() == "气象"
    assert len(titles(page)) == 4


def test_where_nothing_is_found_there_is_a_way_on(page: Page):
    ask(page, "气象")
    chip(page, "明天").click()
    page.wait_for_selector("[data-none]:visible")

    assert result(page) == "没有找到"
    assert page.locator(".reliefs button").all_inner_texts() == [
        "不要“气象”\n明天\n2条",
        "不限“明天”\n气象\n5条",
        "改到本周末\n气象\n1条",
        "改到活动周期间\n气象\n1条",
    ]
    page.get_by_role("button", name="不限“明天”").click()
    assert len(titles(page)) == 5


def test_before_anything_is_asked_and_where_nothing_is_found_one_may_browse(page: Page):
    assert page.locator("[data-ways]").is_visible()
    ask(page, "气象")
    assert not page.locator("[data-ways]").is_visible()
    ask(page, "月球背面")
    assert page.locator("[data-ways]").is_visible()


@pytest.mark.parametrize(
    "query", ["(", "[", "\\", "*", "__proto__", "constructor", "<script>", "气" * 10_000, "%", "&q=1"]
)
def test_a_hostile_query_breaks_nothing(page: Page, query):
    page.goto(f"{page.url}?q={quote(query)}&when={quote(query)}&district={quote(query)}&what=__proto__")
    page.wait_for_function("document.querySelector('[data-result]').textContent.includes('找到')")

    assert ask(page, "观星") == ["周末观星"]


def test_markup_in_a_title_is_text(page: Page):
    assert ask(page, "走进") == ["<b>走进</b>&amp;“实验室”"]
    assert page.locator(".found b:not(.plate)").count() == 0


def test_what_is_half_typed_is_not_searched(page: Page):
    page.evaluate("""() => {
      const field = document.querySelector('[name="q"]');
      field.value = "qixi";
      field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    }""")

    assert (result(page), page.url.endswith("search.html")) == ("", True)


def test_shards_are_read_when_they_are_wanted_the_latest_campaign_first(browser: Browser, tmp_path):
    asked = []
    page = browser.new_page(bypass_csp=True)
    page.on("request", lambda request: asked.append(request.url.rpartition("/assets/")[2]))
    page.goto((furnished(tmp_path, most=3) / "search.html").as_uri())
    assert [path for path in asked if "rows" in path] == []

    page.get_by_role("searchbox").fill("科普")
    page.wait_for_function("document.querySelector('[data-result]').textContent.startsWith('找到3条')")
    assert titles(page) == ["气象科普进校园", "重庆市气象科普馆", "科普赶场"]
    assert [path for path in asked if "rows" in path] == [
        "rows.js",
        "rows/2024-yubei.js",
        "rows/2021-qijiang.js",
    ]
    page.close()


# Rows come of six files, one row each; how often, and with how many, is it drawn? One of the files is not there.
_TOLD = """(names) => {
  const { finder } = ScienceWeek;
  const told = [];
  finder.want(() => told.push(finder.rows.length));
  finder.rest();
  return new Promise((done) => setInterval(() => finder.complete && done(told), 5));
}"""


def test_more_rows_are_told_of_when_they_are_twice_as_many_and_when_all_are_here(
    browser: Browser, tmp_path: Path
):
    folder = furnished(tmp_path)
    names = tuple(field.name for field in fields(FinderRow))
    some = next(shards(FACTS, 2000)).rows[:1]
    others = tuple(f"assets/rows/{number}.js" for number in range(1, 8))
    (folder / "assets" / "rows").mkdir(exist_ok=True)
    for path in ("assets/rows.js", *others[:2], *others[3:]):
        (folder / path).write_bytes(rows_script(names, map(astuple, some), {}, others, {}))
    page = browser.new_page(bypass_csp=True)
    page.goto((folder / "search.html").as_uri())
    told = page.evaluate(_TOLD)
    page.close()

    assert told == [1, 2, 4, 7]


def test_the_foot_stays_where_it_is_when_thousands_of_activities_are_drawn(browser: Browser, tmp_path: Path):
    furnished(tmp_path)
    many = catalogue(*(activity(id=f"a{number}") for number in range(501)))
    drawn(tmp_path, "activities.html", activities_page(many, Privacy(TODAY)), site(), "activities.html")

    assert moving(browser, tmp_path, ["activities.html"], 390, TODAY) == {}


def test_a_list_is_narrowed_down_where_it_stands(browser: Browser, folder: Path):
    page = browser.new_page(bypass_csp=True)
    page.goto((folder / "activities.html").as_uri())
    page.get_by_role("searchbox").fill("kepu")
    page.wait_for_function("document.querySelector('[data-result]').textContent.startsWith('找到2项')")

    assert page.locator("[data-found-list] h3").all_inner_texts() == ["气象科普进校园"]
    assert page.locator("[data-past] summary").inner_text() == "已结束的1项"
    assert page.locator(".ticket:visible").count() == 0
    page.locator("[name=district]").select_option("qijiang")
    assert page.locator("[data-found-list] h3").all_inner_texts() == ["科普赶场"]
    page.get_by_role("button", name="清空").click()
    page.wait_for_selector(".ticket:visible")
    assert page.locator(".found").count() == 0
    page.close()


def test_a_month_is_narrowed_down_to_a_district_and_keeps_its_shape(browser: Browser, folder: Path):
    page = browser.new_page(bypass_csp=True, viewport={"width": 1280, "height": 900})
    page.goto((folder / "calendar" / "2024-05.html").as_uri())
    high = page.locator("table").bounding_box()
    page.get_by_label("区县").select_option("nanan")
    page.wait_for_function("document.querySelector('[data-result]').textContent === '找到1项'")

    shown = page.locator("table :is(li, .run) a:visible").all_text_contents()
    assert shown == ["晨间观鸟"]
    assert page.locator("table").bounding_box()["width"] == high["width"]
    page.close()


@pytest.mark.parametrize("name", ["search.html", "activities.html"])
def test_without_script_there_is_no_form_and_every_list_is_a_page(browser: Browser, folder: Path, name):
    page = browser.new_page(java_script_enabled=False)
    page.goto((folder / name).as_uri())

    assert page.locator("form").is_visible() is False
    if name == "search.html":
        assert page.locator(".ways-list a").first.get_attribute("href") == "districts/yubei.html"
    page.close()


@pytest.mark.parametrize("look", [(320, "light", ""), (1280, "dark", ""), (390, "light", "elder")])
@pytest.mark.parametrize("query", ["", "?q=qx&topic=", "?q=气象&when=today"])
def test_everyone_can_use_it(browser: Browser, folder: Path, query, look):
    width, scheme, layout = look
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 844}, bypass_csp=True)
    page.add_init_script(f"localStorage.setItem('layout', '{layout}')")
    page.goto((folder / "search.html").as_uri() + query)
    if query:
        wait_for_answer(page)

    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_what_has_begun_and_has_no_end_is_not_called_over(browser: Browser, tmp_path: Path):
    since, until = (OpenDays(date(2024, 5, day), begins=begins) for day, begins in ((20, True), (24, False)))
    open_ended = (
        activity(id="since", title="甲展", when=since),
        activity(id="until", title="乙展", when=until),
    )
    page = browser.new_page(bypass_csp=True)
    page.goto((furnished(tmp_path, facts=catalogue(*open_ended)) / "search.html").as_uri())

    assert [
        (ask(page, name), page.locator(".found .date b.today").all_text_contents())
        for name in ("甲展", "乙展")
    ] == [(["甲展"], []), (["乙展"], ["已结束"])]
    page.close()


def test_a_line_says_of_its_time_what_its_stub_does_not(browser: Browser, tmp_path: Path):
    held = (
        activity(id="hours", title="甲展", when=session(27, "14:15", "16:00")),
        activity(id="days", title="乙展", when=may(26, 28)),
        activity(id="over", title="丙展", when=Days(date(2024, 5, 26), date(2024, 6, 2))),
    )
    page = browser.new_page(viewport={"width": 320, "height": 844}, bypass_csp=True)
    page.goto((furnished(tmp_path, facts=catalogue(*held)) / "search.html").as_uri())

    found = []
    for name in ("甲展", "乙展", "丙展"):
        ask(page, name)
        line = page.locator(".found").first
        found.append(
            (line.locator(".date > span").first.inner_text(), line.locator(".together").all_inner_texts())
        )
    assert found == [("5月", ["14:15—16:00"]), ("5月", []), ("5—6月", ["2024年5月26日—6月2日"])]
    page.close()


def test_each_activity_that_is_found_has_its_sign(page: Page):
    ask(page, "气象")
    wait_for_answer(page)
    signs = page.locator(".found.of-activity .rub")

    known = {one.title: one for one in FOUND}

    assert signs.evaluate_all("all => all.map(one => [one.getAttribute('src'), one.loading, one.alt])") == [
        [links.mark(known[title]), "lazy", ""] for title in titles(page) if title in known
    ]
    assert signs.first.evaluate("one => one.decode().then(() => one.naturalWidth > 0)")
    assert page.locator(".found:not(.of-activity) .rub").count() == 0
