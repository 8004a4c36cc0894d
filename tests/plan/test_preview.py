"""A site that is not public says so on every page; a public one knows nothing of that."""

from datetime import date
from pathlib import Path

import pytest

import samples
from scienceweek import links
from scienceweek.links import Preview
from scienceweek.plan import plan
from scienceweek.plan.brief import Brief
from scienceweek.render import Target, named
from scienceweek.views.parts.contacts import Privacy

THEME = Path(__file__).parents[2] / "theme"
JUNE = Preview("june", "a1b2c3d4", date(2024, 5, 25), date(2024, 6, 8))


def test_what_whoever_publishes_says_is_read():
    given = {"branch": "june", "commit": "a1b2c3d4", "made": "2024-05-25", "until": "2024-06-08"}

    assert (Preview.of(given), Preview.of({})) == (JUNE, None)


def targets(preview: Preview | None) -> dict[str, Target]:
    brief = Brief(samples.site(preview=preview), Privacy(date(2024, 5, 25)), (), THEME)
    planned = plan(samples.catalogue(samples.district()), brief)
    return {target.path: target for target in named(planned)}


@pytest.mark.parametrize("preview", [JUNE, None])
def test_only_a_preview_has_the_sheet_for_it(preview):
    assert (links.PREVIEW_STYLE in targets(preview)) == (preview is not None)


@pytest.mark.parametrize(("preview", "marked"), [(JUNE, True), (None, False)])
def test_a_page_of_a_preview_is_marked_with_its_branch_and_its_day(preview, marked):
    target = targets(preview)[links.NOT_FOUND]

    page = target.draw(*target.data).decode()

    assert ("预览 · june · 2024-05-25</text>" in page) == marked
    assert ('<meta name="robots" content="noindex, nofollow, noarchive">' in page) == marked
    assert ('<time datetime="2024-06-08">2024-06-08</time> 以后打不开' in page) == marked
    assert ("<title>【预览】" in page) == marked


def made(preview: Preview | None) -> dict[str, bytes]:
    """What can be taken along of a site with something of everything."""
    site = samples.site(preview=preview, url="https://kp.example.cn", uid_domain="kp.example.cn")
    museum = samples.base(id="museum", openings=(samples.opening(),))
    known = samples.catalogue(samples.activity(id="soil", where=museum, base=museum))
    targets = named(plan(known, Brief(site, Privacy(date(2024, 5, 25)), (), THEME)))
    ends = (".ics", ".atom", ".png", ".xml", "manifest.json")
    return {one.path: one.draw(*one.data) for one in targets if one.path.endswith(ends)}


def test_what_is_taken_along_from_a_preview_says_that_it_is_one():
    public, preview = made(None), made(JUNE)
    mark = "【预览 · june · 2024-05-25】".encode()

    assert public.keys() - preview.keys() == {links.SITEMAP}
    for path, content in preview.items():
        if path.endswith(".ics"):
            plain = content.replace(b"\r\n ", b"")
            assert [
                line
                for line in plain.splitlines()
                if line.startswith((b"SUMMARY", b"NAME", b"X-WR-CALNAME")) and mark not in line
            ] == []
        elif path.endswith((".atom", ".json")):
            assert mark in content
        elif path.startswith("pictures/"):
            assert content != public[path]
    assert [path for path, content in public.items() if mark in content] == []
