"""What of a programme is printed, sent or pasted, in a browser: the table, the file for chats, the article."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from faces import draw, faces
from playwright.sync_api import Browser, Page

from samples import site

FACES = faces()
SITE = site(url="https://example.gov.cn/kepu")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("handouts")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 320, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context.new_page()
    context.close()


def test_each_number_of_the_table_can_be_tapped_on_a_phone(page: Page, folder: Path):
    page.goto(draw(FACES["arrangements"], folder, SITE))

    taps = page.locator(".table-files a, .others a, .calls a").all()
    assert len(taps) > 3
    assert [one.inner_text() for one in taps if one.bounding_box()["height"] < 44] == []


def test_the_file_for_chats_asks_for_nothing_and_can_be_called_from(page: Page, folder: Path):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    address = draw(FACES["send"], folder, SITE)
    page.goto(address)

    assert asked == [address]
    assert page.locator("script, link, img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") == "28px"
    calls = page.locator("a[href^='tel:']").all()
    assert calls
    assert [one.inner_text() for one in calls if one.bounding_box()["height"] < 44] == []
    assert page.locator("footer a").get_attribute("href") == (
        "https://example.gov.cn/kepu/districts/yubei.html"
    )


def test_the_file_for_chats_says_what_was_put_off_and_as_of_when_it_is(page: Page, folder: Path):
    page.goto(draw(FACES["send"], folder, SITE))

    assert page.locator(".gone .status").all_inner_texts()
    assert "资料到2024年5月17日为止，以后可能有变动" in page.locator("footer").inner_text()


def test_an_article_is_copied_with_its_style_from_a_folder_too(page: Page, folder: Path):
    page.goto(draw(FACES["article"], folder, SITE))
    page.get_by_role("button", name="复制正文").click()

    assert page.get_by_role("button", name="已复制").is_visible()
    copied = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          const text = async (type) => (await item.getType(type)).text();
          return [await text("text/html"), await text("text/plain")];
        }"""
    )
    assert "color:#b12a1a" in copied[0].replace(" ", "").replace("rgb(177,42,26)", "#b12a1a")
    assert "2024年渝北区科技活动周" in copied[1]


def test_the_article_has_nothing_that_an_editor_would_throw_away(page: Page, folder: Path):
    page.goto(draw(FACES["article"], folder, SITE))

    kinds = page.evaluate(
        "[...new Set([...document.querySelectorAll('#article *')].map((one) => one.localName))].sort()"
    )
    assert kinds == ["p", "section", "span", "strong"]
    assert page.locator("#article [class], #article [id], #article a").count() == 0


def test_where_a_browser_cannot_copy_all_is_selected(page: Page, folder: Path):
    page.goto(draw(FACES["article"], folder, SITE))
    page.evaluate("document.execCommand = () => false")
    page.get_by_role("button", name="复制正文").click()

    assert page.get_by_role("button", name="已选好").is_visible()
    chosen, whole = page.evaluate(
        "[getSelection().toString().length, document.getElementById('article').innerText.length]"
    )
    assert chosen == pytest.approx(whole, rel=0.1)
