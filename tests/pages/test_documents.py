from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from stage import barriers, drawn

from samples import activity, base, campaign, catalogue, site
from scienceweek.model.attachment import AttachedFile, Attachment
from scienceweek.model.campaign import Notice, NoticeKind
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.campaign import campaign_page
from scienceweek.views.pages.notice import notice_page
from scienceweek.views.pages.science_base import science_base_page
from scienceweek.views.parts.contacts import Privacy

TODAY = Privacy(date(2024, 5, 25))
FORM = Attachment(
    "关于报送2024年渝北区科技活动周总结的表", AttachedFile("form.docx", "0", 36_000, "Word"), "6月10日前报"
)
FURTHER = tuple(
    Notice(
        f"关于附件2第9项联系电话的{kind.said}",
        "渝北科〔2024〕9号",
        issued=date(2024, 5, 20),
        id=kind,
        kind=kind,
    )
    for kind in NoticeKind
    if kind is not NoticeKind.NOTICE
)
WEEK = campaign(further=FURTHER, notice=Notice("实施方案", issued=date(2024, 5, 17), files=(FORM,)))
MUSEUM = base(files=(FORM,), former_names=("重庆市气象局科普厅",))
FISH = activity(campaign=WEEK, where=MUSEUM, files=(FORM,))
FACTS = catalogue(FISH)
PAGES = {
    "notices/2024-yubei.html": ("notice.html", notice_page(WEEK, FACTS, TODAY)),
    "notices/2024-yubei.correction.html": ("notice.html", notice_page(WEEK, FACTS, TODAY, FURTHER[1])),
    "campaigns/2024-yubei.html": ("campaign.html", campaign_page(WEEK, FACTS, TODAY)),
    "activities/fish.html": ("activity.html", activity_page(FISH, FACTS, TODAY)),
    "bases/museum.html": ("science_base.html", science_base_page(MUSEUM, FACTS, TODAY)),
}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (390, "dark"), (1280, "light")])
def test_documents_and_files_have_no_barriers(
    browser: Browser, tmp_path: Path, path: str, width: int, scheme: str
):
    template, view = PAGES[path]
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)

    page.goto(drawn(tmp_path, template, view, site(), path))

    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for row in page.locator(".files a").all():
        assert row.bounding_box()["height"] >= 44
    page.close()


def test_a_correction_is_marked_in_cinnabar_and_a_page_does_not_lead_to_itself(
    browser: Browser, tmp_path: Path
):
    template, view = PAGES["notices/2024-yubei.correction.html"]
    page = browser.new_page()

    page.goto(drawn(tmp_path, template, view, site(), "notices/2024-yubei.correction.html"))

    kinds = page.locator(".docs .kind")
    assert kinds.all_text_contents() == ["通知", "补充", "更正", "延期", "取消", "结果", "其他"]
    colours = [kind.evaluate("one => getComputedStyle(one).color") for kind in kinds.all()]
    assert colours.count("rgb(177, 42, 26)") == 2
    assert page.locator(".docs [aria-current=page]").count() == 1
    assert page.locator(".docs a").count() == 6
    page.close()


def test_whoever_takes_a_file_along_has_it_under_its_title(browser: Browser, tmp_path: Path):
    template, view = PAGES["activities/fish.html"]
    page = browser.new_page()

    page.goto(drawn(tmp_path, template, view, site(), "activities/fish.html"))

    link = page.locator(".files a")
    assert link.get_attribute("href") == "../files/form.docx"
    assert link.get_attribute("download") == "关于报送2024年渝北区科技活动周总结的表.docx"
    page.close()
