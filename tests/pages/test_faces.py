"""Every face of the pages, as full as it can be: without barriers, in order as HTML, and no wider than the screen."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from faces import draw, faces
from playwright.sync_api import Browser, Page
from stage import barriers

from samples import site

NAMES = tuple(faces())
SITE = site(pages=(("about", "关于本站"),))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The address of each face."""
    folder = tmp_path_factory.mktemp("faces")
    return {name: draw(face, folder, SITE) for name, face in faces().items()}


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def _look(page: Page, address: str, width: int, scheme: str, layout: str) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    page.evaluate("layout => localStorage.setItem('layout', layout)", layout)
    page.reload()


LOOKS = [
    (width, scheme, layout)
    for layout in ("", "elder")
    for scheme in ("light", "dark")
    for width in (390, 1280)
]


@pytest.mark.parametrize(("name", "look"), [(name, LOOKS[at % len(LOOKS)]) for at, name in enumerate(NAMES)])
def test_a_face_has_no_barrier(phone: Page, drawn: dict[str, str], name: str, look: tuple[int, str, str]):
    _look(phone, drawn[name], *look)

    assert barriers(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") == look[0]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_nor_in_any_look(phone: Page, drawn: dict[str, str], name: str):
    for look in LOOKS:
        _look(phone, drawn[name], *look)
        assert (look, barriers(phone)) == (look, [])


@pytest.mark.slow
@pytest.mark.parametrize("url", ["", "https://example.gov.cn/kepu"])
def test_the_nu_html_checker_finds_no_error_in_them(nu: list[str], tmp_path: Path, url: str):
    for face in faces().values():
        draw(face, tmp_path, replace(SITE, url=url))
    ran = subprocess.run([*nu, str(tmp_path)], check=False, capture_output=True, text=True)

    assert (ran.stderr.splitlines(), ran.returncode) == ([], 0)
