"""One page, one stem: the module that makes its view, its template, its address, and its sheet where it has one."""

import ast
from pathlib import Path

import pytest

from scienceweek import links

PROJECT = Path(__file__).parents[3]
PAGES = {
    path.stem: ast.parse(path.read_text())
    for path in (PROJECT / "plugins" / "scienceweek" / "views" / "pages").glob("*.py")
    if path.stem != "__init__"
}
THEME = PROJECT / "theme"
TEMPLATES = {path.stem for path in (THEME / "templates").glob("*.html") if path.stem[0] != "_"}
ADDRESSES = {"science_base": "base"}
"""A base's page has two words: `base.html` is what templates are commonly built on, as `layout.html` is here."""


def test_each_page_has_its_template_and_each_template_its_page():
    assert set(PAGES) == TEMPLATES - {"layout"}


@pytest.mark.parametrize("stem", sorted(PAGES))
def test_the_view_of_a_page_is_made_by_the_function_of_its_name(stem: str):
    defined = {node.name for node in PAGES[stem].body if isinstance(node, ast.FunctionDef)}

    assert f"{stem}_page" in defined


@pytest.mark.parametrize("stem", sorted(PAGES))
def test_the_address_of_a_page_has_its_name(stem: str):
    address = ADDRESSES.get(stem, stem)

    assert hasattr(links, address) or hasattr(links, address.upper())


def test_each_sheet_is_that_of_a_page_or_of_what_few_pages_have():
    sheets = {path.stem for path in (THEME / "static" / "css" / "pages").glob("*.css")}

    assert sheets - set(PAGES) == {
        "city",
        "finder",
        "lists",
        "off",
        "running",
        "sessions",
        "tickets",
    }


def test_what_several_pages_need_is_no_page():
    found = {
        (stem, node.module)
        for stem, module in PAGES.items()
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom)
        and node.module
        and node.module.startswith("scienceweek.views.pages")
    }

    assert found == set()
