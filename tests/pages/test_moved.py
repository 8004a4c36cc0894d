from pathlib import Path

from playwright.sync_api import Browser
from stage import barriers, drawn

from samples import site
from scienceweek.views.pages.moved import moved_page
from scienceweek.views.parts.page_head import Head

NOW = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>这里</title><p id="s1">一</p>'
VIEW = moved_page(Head("气象科普馆", "bases/museum.html"))


def test_an_old_address_leads_on_to_the_same_place_of_the_page(browser: Browser, tmp_path: Path):
    address = drawn(tmp_path, "moved.html", VIEW, site(), "bases/old.html")
    (tmp_path / "bases" / "museum.html").write_text(NOW)
    page = browser.new_page()

    page.goto(f"{address}#s1", wait_until="commit")
    page.wait_for_url("**/bases/museum.html#s1")

    assert page.title() == "这里"
    page.close()


def test_an_old_address_leads_on_without_script(browser: Browser, tmp_path: Path):
    address = drawn(tmp_path, "moved.html", VIEW, site(), "bases/old.html")
    (tmp_path / "bases" / "museum.html").write_text(NOW)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(address, wait_until="commit")
    page.wait_for_url("**/bases/museum.html")

    context.close()


def test_it_has_no_barriers_where_nothing_leads_on(browser: Browser, tmp_path: Path):
    path = Path(drawn(tmp_path, "moved.html", VIEW, site(), "bases/old.html").removeprefix("file://"))
    text = path.read_text().replace('http-equiv="refresh"', "").replace(" data-moved", "")
    path.write_text(text)
    page = browser.new_page(viewport={"width": 320, "height": 640})

    page.goto(path.as_uri())

    assert barriers(page) == []
    page.close()
