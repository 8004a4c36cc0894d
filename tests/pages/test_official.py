"""What the inspection of sites of public bodies reads (国办发〔2017〕47号), and what lies on a home screen."""

from datetime import date
from pathlib import Path

from lxml import html
from playwright.sync_api import Browser
from stage import THEME, drawn

from samples import activity, base, campaign, catalogue, site
from scienceweek.links import Marks
from scienceweek.model.campaign import Notice
from scienceweek.render.page import Page
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.campaign import campaign_page
from scienceweek.views.pages.home import home_page
from scienceweek.views.pages.notice import notice_page
from scienceweek.views.pages.prose import Prose, prose_page
from scienceweek.views.pages.science_base import science_base_page
from scienceweek.views.parts.contacts import Privacy

TODAY = date(2024, 5, 25)
PRIVACY = Privacy(TODAY)
NOTICE = Notice(title="关于举办科技活动周的通知", issuer="渝北区人民政府办公室", issued=date(2024, 5, 17))
WEEK = campaign(notice=NOTICE)
FISH = activity(campaign=WEEK, title="我们曾经都是鱼")
MUSEUM = base(name="气象科普馆")
FACTS = catalogue(FISH, MUSEUM)
MARKS = Marks(code="5001120001", police="渝公网安备 50011202500000号")
SITE = site(url="https://kepu.example.gov.cn/kjz", keeper="渝北区科技局", marks=MARKS)
OF_ALL = {
    "SiteName": "科技活动周",
    "SiteDomain": "kepu.example.gov.cn",
    "SiteIDCode": "5001120001",
}


def told(template: str, view: object, of: object = SITE) -> dict[str, str]:
    """The names that begin with a capital, each with what it says."""
    page = html.fromstring(Page(str(THEME / "templates"), template)(of, view, "").decode())
    found = {one.get("name"): one.get("content") for one in page.xpath("//meta[@name]")}
    return {name: text for name, text in found.items() if name[0].isupper()}


def test_an_activity_says_its_title_the_day_of_its_notice_and_who_issued_that():
    assert told("activity.html", activity_page(FISH, FACTS, PRIVACY)) == OF_ALL | {
        "ColumnName": "活动日历",
        "ColumnDescription": "按日子看的科普活动和基地开放",
        "ColumnKeywords": "科普活动,活动日历,科技活动周",
        "ColumnType": "科普活动",
        "ArticleTitle": "我们曾经都是鱼",
        "PubDate": "2024-05-17",
        "ContentSource": "渝北区人民政府办公室",
    }


def test_a_campaign_and_its_notice_are_from_who_issued_it():
    for template, view, title in (
        ("campaign.html", campaign_page(WEEK, FACTS, PRIVACY), WEEK.name),
        ("notice.html", notice_page(WEEK, FACTS, PRIVACY), NOTICE.title),
    ):
        found = told(template, view)

        assert (found["ColumnType"], found["ArticleTitle"]) == ("通知公告", title)
        assert (found["PubDate"], found["ContentSource"]) == ("2024-05-17", "渝北区人民政府办公室")


def test_a_day_that_nobody_has_told_is_not_made_up_and_the_keeper_stands_for_a_source():
    found = told("science_base.html", science_base_page(MUSEUM, FACTS, PRIVACY))
    prose = told("prose.html", prose_page(Prose("about", "关于本站", "甲")))

    assert (found["ArticleTitle"], found["ContentSource"], "PubDate" in found) == (
        "气象科普馆",
        "渝北区科技局",
        False,
    )
    assert prose == OF_ALL | {"ArticleTitle": "关于本站", "ContentSource": "渝北区科技局"}


def test_the_front_page_names_the_site_alone():
    assert told("home.html", home_page(FACTS, TODAY, PRIVACY)) == OF_ALL


def test_a_site_without_an_identification_code_has_none_of_it():
    without = site(url="https://kepu.example.cn", marks=Marks(icp="渝ICP备00000000号"))

    assert told("activity.html", activity_page(FISH, FACTS, PRIVACY), without) == {}


def test_the_foot_leads_to_where_marks_are_looked_up_and_mistakes_are_told(browser: Browser, tmp_path: Path):
    page = browser.new_page()
    page.goto(
        drawn(tmp_path, "activity.html", activity_page(FISH, FACTS, PRIVACY), SITE, "activities/fish.html")
    )
    addresses = page.eval_on_selector_all(".marks a", "all => all.map(one => [one.textContent, one.href])")

    assert addresses == [
        [
            "我为政府网站找错",
            f"{MARKS.report_url()}&url=https%3A%2F%2Fkepu.example.gov.cn%2Fkjz%2Factivities%2Ffish.html",
        ],
        [
            "渝公网安备 50011202500000号",
            "https://beian.mps.gov.cn/#/query/webSearch?code=50011202500000",
        ],
    ]
    assert page.locator("link[rel=manifest]").get_attribute("href") == "../manifest.json"
    assert page.locator("link[rel=apple-touch-icon]").get_attribute("href") == "../assets/icon-180.png"
    page.close()


def test_a_site_that_is_a_folder_asks_for_no_manifest():
    page = Page(str(THEME / "templates"), "home.html")(site(), home_page(FACTS, TODAY, PRIVACY), "").decode()

    assert "manifest.json" not in page
    assert "apple-touch-icon" not in page
