import json
from pathlib import Path

import samples
from scienceweek.plan.brief import Brief
from scienceweek.plan.home_screen import home_screen_files
from scienceweek.views.parts.contacts import Privacy

THEME = Path(__file__).resolve().parents[2] / "theme"


def made(url: str) -> dict[str, bytes]:
    brief = Brief(samples.site(url=url), Privacy(samples.FIRST), (), THEME)
    return {target.path: target.draw(*target.data) for target in home_screen_files(brief)}


def test_with_an_address_there_are_a_manifest_and_every_picture_that_it_names():
    files = made("https://example.gov.cn/kjz")

    assert sorted(files) == [
        "assets/icon-180.png",
        "assets/icon-192.png",
        "assets/icon-512.png",
        "manifest.json",
    ]
    assert {one["src"] for one in json.loads(files["manifest.json"])["icons"]} == {
        "assets/icon-192.png",
        "assets/icon-512.png",
    }


def test_without_one_there_is_nothing():
    assert made("") == {}
