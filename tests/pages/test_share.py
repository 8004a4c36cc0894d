"""Handing on what a page says, where a browser can share, where it can only copy, and where it can do neither."""

from datetime import date

import pytest
from playwright.sync_api import Browser
from stage import THEME, drawn

from samples import activity, base, catalogue, contact, may, site
from scienceweek.formats.picture import draw
from scienceweek.formats.picture_parts import Font
from scienceweek.links import base_picture, campaign_picture
from scienceweek.views.pages.campaign import campaign_page
from scienceweek.views.pages.science_base import science_base_page
from scienceweek.views.parts import share_pictures
from scienceweek.views.parts.contacts import Privacy

PRIVACY = Privacy(date(2024, 5, 25))
MUSEUM = base(contacts=(contact("023-60000001"),))
FISH = activity(when=may(25), where=MUSEUM, base=MUSEUM)
FACTS = catalogue(MUSEUM, FISH)
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
NO_COPYING = NO_CLIPBOARD + "document.execCommand = () => false;"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("share")
    font = Font.of(THEME / "fonts")
    here = site(url="https://kp.example.cn", today="2024-05-25")
    campaign = FISH.campaign
    drawn(folder, "science_base.html", science_base_page(MUSEUM, FACTS, PRIVACY), here, "bases/museum.html")
    drawn(
        folder,
        "campaign.html",
        campaign_page(campaign, FACTS, PRIVACY),
        here,
        "campaigns/2024-yubei.html",
    )
    for path, picture in (
        (base_picture(MUSEUM), share_pictures.of_base(MUSEUM, PRIVACY, here)),
        (campaign_picture(campaign), share_pictures.of_campaign(campaign, here)),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(draw(picture, font))
    return folder


@pytest.mark.parametrize("path", ["bases/museum.html", "campaigns/2024-yubei.html"])
def test_a_picture_is_kept_by_a_long_press(browser: Browser, folder, path):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((folder / path).as_uri())
    page.get_by_text("保存分享图").click()
    picture = page.locator(".share-picture img")
    picture.scroll_into_view_if_needed()
    picture.evaluate("picture => picture.decode()")

    assert picture.evaluate("picture => picture.naturalWidth") == 1080
    address = page.locator('meta[property="og:image"]').get_attribute("content")
    assert address == f"https://kp.example.cn/pictures/{path.replace('.html', '.png')}"
    page.close()


@pytest.mark.parametrize(
    ("browser_has", "said", "left"),
    [
        ("", "已复制，去微信粘贴", 0),
        (NO_CLIPBOARD, "已复制，去微信粘贴", 0),
        (NO_COPYING, "请长按下面的文字复制", 1),
    ],
    ids=["clipboard", "plain http", "neither"],
)
def test_the_words_are_copied_or_shown(browser: Browser, folder, browser_has, said, left):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script("delete Navigator.prototype.share;" + browser_has)
    page.goto((folder / "campaigns" / "2024-yubei.html").as_uri())
    button = page.locator("[data-share]")
    button.click()
    page.get_by_text(said).first.wait_for()

    text = "2024年渝北区科技活动周，2024年5月25日—6月1日。主题：弘扬科学家精神 激发全社会创新活力"
    assert button.get_attribute("data-share") == text
    boxes = page.locator("textarea.share-text")
    assert [boxes.nth(place).input_value() for place in range(boxes.count())] == [text] * left
    context.close()
