"""Where lines end, on real pages of every kind: between words."""

from pathlib import Path

import pytest
from line_ends import lines, torn
from lxml import html
from playwright.sync_api import Browser
from titles import WORDS

from scienceweek.typesetting.phrases import phrases

PER_KIND = 2
"""Pages of each kind that are looked at: its first and its longest."""


def of_every_kind(output: Path) -> list[str]:
    kinds: dict[str, list[tuple[int, str]]] = {}
    for path in sorted(output.rglob("*.html")):
        kind = html.document_fromstring(path.read_bytes()).body.get("class")
        # The page for what is not there has its style at the top of a host, not of a folder.
        if kind == "not-found":
            continue
        kinds.setdefault(kind, []).append((path.stat().st_size, path.relative_to(output).as_posix()))
    return sorted({path for found in kinds.values() for path in (found[0][1], max(found)[1])})


@pytest.mark.parametrize("width", [320, 390])
def test_no_line_ends_within_a_word_or_between_a_number_and_its_measure_and_none_has_one_character(
    output: Path, browser: Browser, width: int
):
    page = browser.new_page(viewport={"width": width, "height": 844}, bypass_csp=True)
    found = {}
    for path in of_every_kind(output):
        page.goto((output / path).as_uri())
        # What is to be pasted elsewhere breaks as that does: editors take marks of phrases away.
        page.locator(".article-sheet").evaluate_all("all => all.forEach((one) => one.remove())")
        if bad := sorted(set(torn(lines(page), WORDS))):
            found[path] = bad
    page.close()

    assert found == {}


def test_nor_does_a_line_of_what_was_found(output: Path, browser: Browser):
    found = {}
    for width in (320, 390):
        page = browser.new_page(viewport={"width": width, "height": 844}, bypass_csp=True)
        page.goto((output / "search.html").as_uri())
        for query in ("科普", "zhongqing"):
            page.get_by_role("searchbox").fill(query)
            page.locator(".found mark").first.wait_for()
            found[width, query] = sorted(set(torn(lines(page), WORDS)))
        page.close()

    assert [one for one in found.values() if one] == []


def test_the_test_sees_what_is_torn(browser: Browser):
    page = browser.new_page(viewport={"width": 320, "height": 400})
    page.set_content(
        '<p style="font: 20px/2 monospace; width: 100px">科普基地开放日<p style="font: 20px/2 monospace; width: 60px">共10场<br>鱼'
    )

    assert sorted({what for _, what in torn(lines(page), WORDS)}) == [
        "共10|场",
        "场",
        "科普基地开|放日",
        "鱼",
    ]
    page.close()


def test_a_word_of_the_list_is_never_parted_by_itself():
    assert [word for word in WORDS if len(phrases(word)) > 1] == []
