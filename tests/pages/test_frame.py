"""The frame round every page, in a browser, from a folder."""

from datetime import date

import pytest
from playwright.sync_api import Browser
from stage import barriers, drawn

from samples import (
    SATURDAYS,
    WINDOW,
    activity,
    alert,
    base,
    catalogue,
    contact,
    may,
    opening,
    part,
    session,
    site,
    venue,
)
from scienceweek import links
from scienceweek.links import Marks
from scienceweek.model.activity import Change, Status
from scienceweek.model.booking import Limit
from scienceweek.model.organisation import Role
from scienceweek.model.schedule import DuringCampaign, Month, Months, Unfixed, YearRound
from scienceweek.model.term import Term, Terms
from scienceweek.views.pages.activities import activities_page
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.home import home_page
from scienceweek.views.parts.contacts import Privacy

TODAY = date(2024, 5, 25)
PRIVACY = Privacy(TODAY)
MUSEUM = base(contacts=(contact("023-60000001", "13800000000"),), openings=(opening(may(25, 28)),))
MAY = Month(2024, 5)
FISH = activity(when=may(25, 27), where=venue(), base=MUSEUM, description="我们曾经都是鱼。")
EVERY_SHAPE = (
    FISH,
    activity(id="hours", when=session(25), where=MUSEUM, base=MUSEUM),
    activity(id="month", when=Months(MAY, MAY)),
    activity(id="whole", when=DuringCampaign(WINDOW), organisers=(part(Role.LEAD, *"甲乙丙丁戊己庚辛"),)),
    activity(id="year", when=YearRound(2024)),
    activity(id="weekly", when=SATURDAYS),
    activity(id="unfixed", when=Unfixed("时间另行通知")),
    activity(id="off", change=Change(Status.CANCELLED, "因雨", (may(24),))),
    activity(id="late", when=Unfixed("再定"), change=Change(Status.POSTPONED, "因雨", (may(24),))),
    activity(id="moved", change=Change(Status.RESCHEDULED, "", (may(24),))),
    activity(id="online", change=Change(Status.MOVED_ONLINE)),
)
ALERTS = (
    alert(text="展厅检修", scope=MUSEUM, begin=Limit(TODAY)),
    alert(scope=EVERY_SHAPE[0].campaign, link="about.html"),
)
FACTS = catalogue(MUSEUM, *EVERY_SHAPE, *ALERTS, terms=Terms(base_types=(Term("venue", "场馆类", "馆"),)))
SITE = site(today="2024-05-25", marks=Marks(icp="渝ICP备00000000号"), pages=(("about", "关于本站"),))

PAGES = {
    "home": ("home.html", home_page(FACTS, TODAY, PRIVACY), "index.html"),
    "archive": ("home.html", home_page(FACTS, date(2026, 11, 22), PRIVACY), "index.html"),
    "activities": ("activities.html", activities_page(FACTS, PRIVACY), "activities.html"),
    "fish": ("activity.html", activity_page(FISH, FACTS, PRIVACY), "activities/fish.html"),
    "unfixed": ("activity.html", activity_page(EVERY_SHAPE[6], FACTS, PRIVACY), "activities/unfixed.html"),
    "off": ("activity.html", activity_page(EVERY_SHAPE[7], FACTS, PRIVACY), "activities/off.html"),
    "late": ("activity.html", activity_page(EVERY_SHAPE[8], FACTS, PRIVACY), "activities/late.html"),
    "moved": ("activity.html", activity_page(EVERY_SHAPE[9], FACTS, PRIVACY), "activities/moved.html"),
}


USED = """[document, ...[...document.querySelectorAll("template")].map((one) => one.content)]
  .flatMap((part) => [...part.querySelectorAll("use")].map((use) => use.getAttribute("href").slice(1)))"""
"""The pictures that a page uses, those of the rows that its script draws with them."""


def stage(folder, name, **changes):
    template, view, path = PAGES[name]
    (folder / "marks").mkdir(exist_ok=True)
    (folder / "marks" / f"{name}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    address = drawn(folder, template, view, changes.get("site", SITE), path)
    (folder / links.news(None)).write_text("ScienceWeek.news = [];")
    return address


@pytest.mark.parametrize(("layout", "scheme"), [("", "light"), ("", "dark"), ("elder", "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_everyone_can_read_it(browser: Browser, tmp_path, name, layout, scheme):
    page = browser.new_page(color_scheme=scheme, viewport={"width": 390, "height": 844}, bypass_csp=True)
    page.add_init_script(f"localStorage.setItem('layout', '{layout}')")
    page.goto(stage(tmp_path, name))

    assert barriers(page) == []
    page.close()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 704, 960, 1280])
def test_nothing_scrolls_sideways(browser: Browser, tmp_path, name, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(stage(tmp_path, name))

    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.mark.parametrize("name", [name for name in PAGES if name != "activities"])  # it has a finder too
def test_it_asks_for_its_own_files_only_and_keeps_its_own_rules(browser: Browser, tmp_path, name):
    asked, said = [], []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url.removeprefix(tmp_path.as_uri())))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    sign = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    page.route("**/marks/*.svg", lambda route: route.fulfill(body=sign, content_type="image/svg+xml"))
    page.goto(stage(tmp_path, name))

    template, _, path = PAGES[name]
    if template == "home.html":
        page.wait_for_load_state("networkidle")
    fronts = {"home": ("home", "running", "tickets"), "archive": ("home", "off")}
    own = fronts.get(name, ("activity", "tickets"))
    sheets = [f"/assets/{name}.css" for name in ("paper", "site", *own)]
    # Those of the tickets of a front come when somebody is near them, on a slow machine before this looks.
    marks = (
        {one for one in asked if one.startswith("/marks/")}
        if template == "home.html"
        else {f"/marks/{name}.svg"}
    )
    has_star = (own[0] == "activity" and name not in {"off", "late"}) or name == "home"
    scripts = ["site", "star"] if has_star else ["site"]
    scripts += ["news", "news-all"] if template == "home.html" else []
    scripts = [f"/assets/{one}.js" for one in ("first", *scripts)]
    assert sorted(asked) == sorted([f"/{path}", *sheets, *scripts, *marks])
    assert said == []
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_every_picture_that_is_used_is_in_the_page_and_no_other(browser: Browser, tmp_path, name):
    page = browser.new_page(java_script_enabled=False, bypass_csp=True)
    page.goto(stage(tmp_path, name))
    used = set(page.evaluate(USED))
    there = set(page.eval_on_selector_all(".sprite [id]", "all => all.map(one => one.id)"))

    assert used - there == set()
    assert there - used <= {
        f"_{name}"
        for name in ("star", "elder", "back", "m-open", "m-here", "m-away", "m-ask", "m-shut", "m-past")
    }
    page.close()


def test_the_switch_changes_the_layout_and_is_remembered(browser: Browser, tmp_path):
    context = browser.new_context()
    page = context.new_page()
    address = stage(tmp_path, "fish")
    page.goto(address)
    page.click("[data-elder]")
    page.goto(address)
    is_elder = page.evaluate("document.documentElement.classList.contains('elder')")
    page.click("[data-elder]")

    assert is_elder
    assert not page.evaluate("document.documentElement.classList.contains('elder')")
    context.close()


def test_without_script_the_switch_leads_to_the_elder_pages(browser: Browser, tmp_path):
    page = browser.new_page(java_script_enabled=False)
    page.goto(stage(tmp_path, "fish"))

    assert page.get_attribute("[data-elder]", "href") == "../elder/districts/yubei.html"
    page.close()


def test_without_script_dates_are_stated_and_nothing_is_called_today(browser: Browser, tmp_path):
    page = browser.new_page(java_script_enabled=False)
    page.goto(stage(tmp_path, "fish"))

    assert "今天" not in page.inner_text("main")
    assert page.locator("button:visible").count() == 0
    page.close()


def test_reading_aloud_is_offered_only_where_there_is_a_chinese_voice(browser: Browser, tmp_path):
    voices = "speechSynthesis.getVoices = () => [{{lang: '{}', name: 'one'}}]"
    seen = []
    for language in ("en-US", "zh-CN"):
        page = browser.new_page()
        page.add_init_script(voices.format(language))
        page.goto(stage(tmp_path, "fish"))
        seen.append(page.is_visible("[data-read]"))
        page.close()

    assert seen == [False, True]


def test_what_is_not_known_of_the_site_is_not_in_its_foot(browser: Browser, tmp_path):
    page = browser.new_page()
    page.goto(stage(tmp_path, "fish", site=site()))
    bare = page.locator(".marks li").count()
    page.goto(
        stage(tmp_path, "fish", site=site(marks=Marks(icp="渝ICP备0号", map_approval="渝S(2024)001号")))
    )

    assert bare == 0
    assert page.locator(".marks li").all_inner_texts() == ["渝ICP备0号", "审图号 渝S(2024)001号"]
    page.close()


def test_an_address_makes_canonical_links_and_its_lack_makes_none(tmp_path):
    stage(tmp_path, "fish")
    without = (tmp_path / "activities/fish.html").read_text()
    stage(tmp_path, "fish", site=site(url="https://example.gov.cn/kjz"))
    known = (tmp_path / "activities/fish.html").read_text()

    assert "canonical" not in without
    assert '<link rel="canonical" href="https://example.gov.cn/kjz/activities/fish.html">' in known


def test_on_paper_an_activity_is_a_poster_of_one_page(browser: Browser, tmp_path):
    page = browser.new_page()
    page.goto(stage(tmp_path, "fish"))
    pdf = page.pdf(prefer_css_page_size=True)

    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 1
    page.close()


@pytest.mark.parametrize(("today", "asked"), [("2024-05-27", True), ("2024-05-28", False)])
def test_nobody_is_asked_to_book_what_is_over(browser: Browser, tmp_path, today, asked):
    template, view, path = PAGES["fish"]
    page = browser.new_page()
    page.goto(drawn(tmp_path, template, view, site(today=today), path))

    assert page.locator("#book").is_visible() == asked
    assert page.get_by_text("什么时候" if asked else "当时的时间").is_visible()
    page.close()
