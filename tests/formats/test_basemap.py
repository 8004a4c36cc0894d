import hashlib
import re
from pathlib import Path

import pytest

from scienceweek.formats import basemap
from scienceweek.formats.ground import Ground, MapService, csp, warnings

VENDOR = Path(__file__).parents[2] / "theme" / "static" / "vendor"
NOTHING = "default-src 'none'; script-src 'self'; style-src 'self'; "
REST = "; manifest-src 'self'; base-uri 'none'; form-action 'self'"
GROUNDS = [
    Ground(),
    Ground(MapService.TIANDITU, "abc", approval="GS(2024)1号"),
    Ground(MapService.OSM),
    Ground(MapService.PMTILES, file="assets/ground.pmtiles"),
]


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_same_ground_makes_the_same_bytes_whether_it_was_drawn_before_or_not(
    ground, monkeypatch, tmp_path
):
    made = basemap.script(ground)
    kept = basemap.script(ground)
    # Whoever has another key believes nothing that is kept.
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    assert (kept, basemap.script(ground)) == (made, made)


def test_by_default_nobody_else_is_asked_for_anything():
    assert re.findall(rb"https?://[^\"]+", basemap.script(Ground())) == []


def test_a_token_is_text_and_cannot_end_the_script():
    made = basemap.script(Ground(MapService.TIANDITU, "\"</script>${alert(1)}'"))
    assert b"</script>" not in made
    assert b'tk=\\"' in made


def test_tianditu_has_its_ground_and_its_names():
    made = basemap.script(GROUNDS[1]).decode()
    assert [layer in made for layer in ("LAYER=vec", "LAYER=cva", "\\u0026tk=abc")] == [True, True, True]


def test_what_is_shown_lower_left_is_text():
    ground = Ground(MapService.TIANDITU, approval="<b>", source="渝北区规划局 & 地图")
    assert ground.credit == "地图：天地图 国家地理信息公共服务平台 渝北区规划局 &amp; 地图 审图号：&lt;b&gt;"


@pytest.mark.parametrize(
    ("ground", "images", "connections"),
    [
        (GROUNDS[0], "img-src 'self' data:; ", "connect-src 'self'"),
        (GROUNDS[1], "img-src 'self' data: https://*.tianditu.gov.cn; ", "connect-src 'self'"),
        (GROUNDS[2], "img-src 'self' data: https://tile.openstreetmap.org; ", "connect-src 'self'"),
        (GROUNDS[3], "img-src 'self' data:; ", "connect-src 'self'"),
        (
            Ground(MapService.PMTILES, file="https://maps.example.gov.cn/a.pmtiles"),
            "img-src 'self' data:; ",
            "connect-src 'self' https://maps.example.gov.cn",
        ),
    ],
)
def test_the_policy_names_the_hosts_that_the_ground_needs_and_no_other(ground, images, connections):
    assert csp(ground) == NOTHING + images + connections + REST


@pytest.mark.parametrize(
    ("ground", "number"),
    [
        (Ground(), 0),
        (Ground(MapService.TIANDITU, "abc", approval="GS(2024)1号"), 0),
        (Ground(MapService.TIANDITU, "abc"), 1),
        (Ground(MapService.TIANDITU), 2),
        (Ground(MapService.PMTILES, approval="GS(2024)1号"), 1),
        (Ground(MapService.OSM), 2),
    ],
)
def test_a_service_without_its_approval_is_warned_of(ground, number):
    assert len(warnings(ground)) == number


def test_the_script_for_vectors_is_loaded_only_where_it_is_needed():
    assert [basemap.scripts(ground)[2:] for ground in GROUNDS] == [(), (), (), ("protomaps-leaflet.js",)]


def test_what_is_vendored_is_what_its_authors_published():
    listed = dict(re.findall(r"\| `([^`]+)` \| `([0-9a-f]{64})` \|", (VENDOR / "VENDORED.md").read_text()))
    assert listed == {name: hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() for name in listed}
    assert set(listed) == {*basemap.SHEETS, *basemap.PICTURES, *basemap.scripts(GROUNDS[3]), "qrcode.js"}
