"""The grounds that a setting may lay under the pins, and a map of twelve thousand."""

import gzip
import json
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from crowds import many, phone_book
from playwright.sync_api import Browser
from playwright.sync_api import Page as Opened

import samples
from scienceweek import links
from scienceweek.formats.ground import Ground, MapService
from scienceweek.model.district_ground import DistrictGround, GroundFeature, GroundKind, MapPicture
from scienceweek.model.point import Point

THEME = Path(__file__).parents[2] / "theme"
MUSEUM = samples.base(point=Point(106.528, 29.597, "张三现场定位"))


def build(folder: Path, ground: Ground) -> Path:
    return phone_book(folder, samples.catalogue(MUSEUM), ground)


def wait_for_tiles(page: Opened) -> None:
    """Until every tile that the map has asked for is there and drawn."""
    page.wait_for_function(
        """() => {
          const tiles = [...document.querySelectorAll(".leaflet-tile")];
          return tiles.length > 0 && tiles.every((tile) => tile.classList.contains("leaflet-tile-loaded"));
        }"""
    )


@pytest.mark.parametrize(
    ("ground", "pattern"),
    [
        (
            Ground(MapService.TIANDITU, "abc", approval="GS(2024)0650号"),
            r"https://t[0-7]\.tianditu\.gov\.cn/(vec|cva)_w/wmts\?.*&TILEMATRIX=\d+&TILEROW=\d+&TILECOL=\d+&tk=abc",
        ),
        (
            Ground(MapService.OSM, approval="GS(2024)0650号"),
            r"https://tile\.openstreetmap\.org/\d+/\d+/\d+\.png",
        ),
    ],
)
def test_tiles_come_from_the_chosen_service_and_from_nobody_else(
    browser: Browser, tmp_path: Path, ground, pattern
):
    address = (build(tmp_path, ground) / "bases.html").as_uri()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    picture = (THEME / "static" / "vendor" / "images" / "layers.png").read_bytes()

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(body=picture, content_type="image/png")

    context.route(re.compile("^https?:"), answer)
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    page.wait_for_selector("#base_map[data-ready]")
    wait_for_tiles(page)
    credit = page.locator("[data-map-credit]").inner_text()
    context.close()
    assert asked
    assert [one for one in asked if not re.fullmatch(pattern, one)] == []
    assert credit.endswith("审图号：GS(2024)0650号。")
    assert said == []


WATERS = (
    GroundFeature(GroundKind.RIVER, "江水", ((106.50, 29.58), (106.53, 29.60), (106.56, 29.62))),
    GroundFeature(
        GroundKind.WATER, "桂湖", ((106.52, 29.58), (106.54, 29.58), (106.54, 29.59), (106.52, 29.58))
    ),
    GroundFeature(GroundKind.WOOD, "", ((106.50, 29.60), (106.52, 29.60), (106.52, 29.61), (106.50, 29.60))),
    GroundFeature(GroundKind.ROAD, "人民路", ((106.50, 29.60), (106.56, 29.60))),
    GroundFeature(GroundKind.METRO, "", ((106.53, 29.58), (106.53, 29.62))),
    GroundFeature(GroundKind.STATION, "鹤鸣", ((106.53, 29.59),)),
    GroundFeature(GroundKind.PLACE, "石桥铺", ((106.545, 29.605),)),
)


def test_a_sketch_and_an_approved_picture_lie_under_the_pins_and_say_whose_they_are(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    far = samples.base(id="far", point=Point(106.60, 29.62, "现场"))
    picture = MapPicture("images/layers.png", 106.57, 29.60, 106.63, 29.64)
    laid = (
        DistrictGround(samples.district(), WATERS, "某地图", ""),
        DistrictGround(samples.district(id="east", name="东区"), (), "标准地图", "渝S（2026）000号", picture),
    )
    monkeypatch.setattr("scienceweek.views.maps.grounds.POINTS", 1)
    folder = phone_book(tmp_path, samples.catalogue(MUSEUM, far), grounds=laid)
    assert {one.name for one in (folder / "assets").glob("grounds*")} == {"grounds.js", "grounds.2.js"}
    (folder / "images").mkdir()
    vendored = THEME / "static" / "vendor" / "images" / "layers.png"
    (folder / "images" / "layers.png").write_bytes(vendored.read_bytes())
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((folder / "bases.html").as_uri())
    page.wait_for_selector("#base_map[data-ready]")
    drawn = {
        name: page.locator(f".laid-{name}").count()
        for name in ("bank", "river", "water", "wood", "road", "metro", "station", "picture")
    }
    words = page.locator(".laid-word").all_inner_texts()
    credit = page.inner_text("[data-map-credit]").strip()
    frame, shown = (page.locator(one).bounding_box() for one in ("#base_map", ".laid-picture"))
    page.close()

    assert drawn == dict.fromkeys(drawn, 1)
    assert {"鹤鸣", "石桥铺"} <= {*words}
    assert credit == (
        "渝北区底图：某地图。河流、道路和地铁是示意，不画界线，不作导航用。 "
        "东区底图：标准地图，审图号：渝S（2026）000号。图片原样使用，只在上面加点。"
    )
    assert frame["x"] < shown["x"] < frame["x"] + frame["width"]
    assert said == []


class Ranges(SimpleHTTPRequestHandler):
    """A server of byte ranges (RFC 9110 §14), as nginx is one."""

    asked: list[str]

    def do_GET(self) -> None:
        wanted = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        if not wanted:
            super().do_GET()
            return
        self.asked.append(self.path)
        content = Path(self.translate_path(self.path)).read_bytes()
        first, last = int(wanted[1]), min(int(wanted[2]), len(content) - 1)
        self.send_response(206)
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Content-Length", str(last - first + 1))
        self.end_headers()
        self.wfile.write(content[first : last + 1])

    def log_message(self, *_: object) -> None:
        pass


def varint(number: int) -> bytes:
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    return bytes([*made, number])


def field(number: int, content: bytes | int) -> bytes:
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    return varint(number << 3 | 2) + varint(len(content)) + content


def tile() -> bytes:
    """A Mapbox Vector Tile (version 2) that is all water."""
    square = bytes([9, 0, 0, 26, *varint(8192), 0, 0, *varint(8192), *varint(8191), 0, 15])
    feature = field(2, b"") + field(3, 3) + field(4, square)
    return field(3, field(15, 2) + field(1, b"water") + field(2, feature) + field(5, 4096))


def archive() -> bytes:
    """A PMTiles archive (version 3, github.com/protomaps/PMTiles) of one tile, z0."""
    content, metadata = tile(), json.dumps({"vector_layers": [{"id": "water", "fields": {}}]}).encode()
    # One entry: tile 0, run of 1, its length, at the beginning.
    directory = varint(1) + varint(0) + varint(1) + varint(len(content)) + varint(1)
    root, meta = 127, 127 + len(directory)
    data = meta + len(metadata)
    numbers = (root, len(directory), meta, len(metadata), data, 0, data, len(content), 1, 1, 1)
    header = b"PMTiles\x03" + b"".join(number.to_bytes(8, "little") for number in numbers)
    header += bytes([1, 1, 1, 1, 0, 0])  # clustered, nothing packed, vector tiles, zooms 0 to 0
    box = (-1800000000, -850000000, 1800000000, 850000000)
    header += b"".join(number.to_bytes(4, "little", signed=True) for number in box)
    header += bytes([0]) + bytes(8)
    return header + directory + metadata + content


def test_a_pmtiles_file_is_drawn_from_ranges_under_the_strict_policy(browser: Browser, tmp_path: Path):
    folder = build(tmp_path, Ground(MapService.PMTILES, file="ground.pmtiles", approval="渝S(2024)001号"))
    (folder / "ground.pmtiles").write_bytes(archive())
    handler = type("Handler", (Ranges,), {"asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        server.block_on_close = False
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"http://127.0.0.1:{server.server_port}/bases.html")
        wait_for_tiles(page)
        page.close()
        server.shutdown()
    assert set(handler.asked) == {"/ground.pmtiles"}
    assert said == []


@pytest.mark.slow
def test_twelve_thousand_bases_are_a_small_file_and_a_map(browser: Browser, tmp_path: Path):
    folder = phone_book(tmp_path, many(12_000))

    assert len(gzip.compress((folder / links.PINS).read_bytes())) <= 200_000
    names = ("site.css", "site.js", "bases.css", "phone-book.js", "map.css", "map.js", "basemap.js")
    loaded = [folder / "bases.html", *(folder / "assets" / name for name in names)]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in loaded) <= 110_000
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((folder / "bases.html").as_uri())
    page.wait_for_selector("#base_map[data-ready]")
    assert page.inner_text(".bases-top .quiet") == "40个区县 12000处今天能去 4000处"
    page.close()
