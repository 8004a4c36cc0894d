import io
import json
from pathlib import Path

import pytest
from PIL import Image

from scienceweek.formats.home_screen import HomeIcon, icon, manifest
from scienceweek.formats.picture_parts import Font


@pytest.fixture(scope="module")
def face() -> Font:
    return Font.of(Path(__file__).resolve().parents[2] / "theme" / "fonts")


def test_a_manifest_names_the_site_and_its_pictures_from_where_it_lies():
    found = json.loads(
        manifest("渝北科普", (HomeIcon("assets/icon-192.png", 192), HomeIcon("a.png", 512, is_masked=True)))
    )

    assert found == {
        "name": "渝北科普",
        "short_name": "渝北科普",
        "lang": "zh-CN",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#f9f9f6",
        "theme_color": "#f9f9f6",
        "icons": [
            {"src": "assets/icon-192.png", "sizes": "192x192", "type": "image/png", "purpose": "any"},
            {"src": "a.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
        ],
    }


@pytest.mark.parametrize("side", [180, 192, 512])
def test_an_icon_is_the_same_every_time_and_keeps_within_what_a_circle_leaves(face, side):
    content = icon("科", side, face)
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    ground = picture.getpixel((0, 0))
    signs = Image.eval(picture.convert("L"), lambda level: 255 if level > 100 else 0).getbbox()

    assert content == icon("科", side, face)
    assert picture.size == (side, side)
    assert ground == (177, 42, 26)
    assert signs is not None
    # The corners of the frame lie on the circle of four fifths.
    far = max((x - side / 2) ** 2 + (y - side / 2) ** 2 for x in signs[::2] for y in signs[1::2]) ** 0.5
    assert far <= 0.44 * side
    assert len(content) < 6_000
