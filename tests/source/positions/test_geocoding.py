"""A stub server answers as lbs.tianditu.gov.cn and lbs.amap.com document it."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from scienceweek.source.loading import load
from scienceweek.source.positions.geocoders import AMAP, TIANDITU, GeocodingService
from scienceweek.source.positions.geocoding import GeocodingReport, GeocodingSources, command, geocode

TODAY = date(2024, 5, 20)

DISTRICTS = """\
districts:
  - id: chongqing
    name: 重庆市
    short: 重庆
    code: 500000
    area_code: 023
  - id: yubei
    name: 渝北区
    short: 渝北
    code: 500112
    parent: chongqing
    area_code: 023
    point: {lon: 106.631, lat: 29.718, source: 估计, radius: 1500}
"""

BASES = """\
# 渝北区的基地
district: yubei
bases:
  - id: museum   # 气象馆
    name: 气象科普馆
    address: 新牌坊一路68号   # 老馆
    contacts: []

  - {id: flow, name: 写成一行的, address: 红石路185号}

  - id: known
    name: 已有位置的
    address: 龙山路120号
    point: {lon: 106.5, lat: 29.6, source: 张三现场定位}
  - id: nowhere
    name: 没有地址的
"""

VENUES = "venues:\n  - id: hall\n    name: 广场\n    district: yubei\n    address: 重庆市渝北区七一路\n"


class Stub:
    """A service at *url*: each answer of *answers* is (status, body), the last for all that follow."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.answers: list[tuple[int, object]] = []
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                query = parse_qs(urlsplit(self.path).query)
                stub.asked.append({name: values[0] for name, values in query.items()})
                status, body = stub.answers.pop(0) if len(stub.answers) > 1 else stub.answers[0]
                self.send_response(status)
                self.end_headers()
                self.wfile.write(json.dumps(body).encode())

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/geocoder"


@pytest.fixture
def stub() -> Iterator[Stub]:
    made = Stub()
    thread = threading.Thread(target=made.server.serve_forever, args=(0.01,))
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


@pytest.fixture
def sources(tmp_path: Path) -> GeocodingSources:
    data = tmp_path / "data"
    (data / "bases").mkdir(parents=True)
    (data / "districts.yaml").write_text(DISTRICTS, "utf-8")
    (data / "bases" / "yubei.yaml").write_text(BASES, "utf-8")
    (data / "venues.yaml").write_text(VENUES, "utf-8")
    (data / "terms.yaml").write_text("base_types: []\n", "utf-8")
    (tmp_path / "content").mkdir()
    return GeocodingSources(data, tmp_path / "content", tmp_path / ".cache" / "geocode.json")


def tianditu(lon="106.528", lat="29.597", level="门址", score=100):
    return 200, {
        "msg": "ok",
        "location": {"score": score, "level": level, "lon": lon, "lat": lat, "keyWord": "…"},
        "searchVersion": "6.4.9V",
        "status": "0",
    }


def amap(location="106.531,29.594", level="门牌号"):
    return 200, {
        "status": "1",
        "info": "OK",
        "infocode": "10000",
        "count": "1",
        "geocodes": [{"formatted_address": "…", "adcode": "500112", "location": location, "level": level}],
    }


def run(
    sources: GeocodingSources, stub: Stub, *answers: tuple[int, object], service: GeocodingService = TIANDITU
) -> GeocodingReport:
    stub.answers = list(answers)
    return geocode(sources, replace(service, url=stub.url), "secret", TODAY, wait=lambda _: None)


def bases_of(sources: GeocodingSources) -> str:
    return (sources.data / "bases" / "yubei.yaml").read_text("utf-8")


def test_a_point_is_written_below_the_address_and_nothing_else_changes(sources, stub):
    run(sources, stub, tianditu())
    line = "    point: {lon: 106.528, lat: 29.597, datum: wgs84, source: 天地图 2024-05-20（门址）}\n"
    after = "    address: 新牌坊一路68号   # 老馆\n"
    assert bases_of(sources) == BASES.replace(after, after + line)


def test_what_is_written_can_be_loaded(sources, stub):
    run(sources, stub, tianditu())
    museum = load(sources.data, sources.content).catalogue.bases[0]
    assert (museum.point.lon, museum.point.lat, museum.point.radius) == (106.528, 29.597, 0)


def test_what_could_not_be_written_is_told_with_the_reason(sources, stub):
    report = run(sources, stub, tianditu())
    assert report.written == ("museum", "hall")
    assert [place for place, _ in report.left] == ["flow", "nowhere"]


def test_a_persons_point_is_never_asked_about(sources, stub):
    run(sources, stub, tianditu())
    assert all("龙山路" not in asked["ds"] for asked in stub.asked)


def test_the_address_is_asked_with_its_districts_and_the_key(sources, stub):
    run(sources, stub, tianditu())
    assert stub.asked[0] == {"ds": '{"keyWord": "重庆市渝北区新牌坊一路68号"}', "tk": "secret"}


def test_a_road_is_written_with_its_radius(sources, stub):
    run(sources, stub, tianditu(level="道路"))
    assert "source: 天地图 2024-05-20（道路）, radius: 1000}" in bases_of(sources)


def test_nothing_is_written_where_the_service_is_not_sure(sources, stub):
    assert run(sources, stub, tianditu(score=40)).written == ()
    assert bases_of(sources) == BASES


def test_nothing_is_written_where_it_knows_the_district_only(sources, stub):
    assert run(sources, stub, tianditu(level="区县")).written == ()


def test_a_place_of_the_same_name_far_away_is_refused(sources, stub):
    report = run(sources, stub, tianditu(lon="116.3", lat="39.9"))
    assert report.left[0] == ("museum", "服务给的位置离区县太远，可能是别处同名的地方")


def test_nobody_asks_twice(sources, stub):
    run(sources, stub, tianditu(score=0))
    asked = len(stub.asked)
    run(sources, stub, tianditu())
    assert len(stub.asked) == asked == 3


def test_one_waits_longer_each_time_the_service_says_later(sources, stub):
    waits: list[float] = []
    stub.answers = [(429, {}), (418, {}), (503, {}), tianditu()]
    geocode(sources, replace(TIANDITU, url=stub.url), "secret", TODAY, wait=waits.append)
    assert waits[:4] == [1.0, 2.0, 4.0, 0.5]


def test_one_stops_when_the_service_never_answers(sources, stub):
    assert run(sources, stub, (503, {})).failure.startswith("天地图一直没有正常回答")


def test_a_wrong_key_ends_the_work_at_once(sources, stub):
    report = run(sources, stub, (403, {}))
    assert (len(stub.asked), report.failure) == (
        1,
        "服务拒绝了请求（HTTP 403），请检查密钥和它的使用范围。",
    )


def test_amap_gives_gcj02_and_the_loader_makes_wgs84_of_it(sources, stub):
    run(sources, stub, amap(), service=AMAP)
    assert "point: {lon: 106.531, lat: 29.594, datum: gcj02, source: 高德 2024-05-20（门牌号）}" in bases_of(
        sources
    )
    point = load(sources.data, sources.content).catalogue.bases[0].point
    assert (round(point.lon, 3), round(point.lat, 3)) == (106.527, 29.597)


def test_amap_says_later_in_words(sources, stub):
    busy = (200, {"status": "0", "info": "CUQPS_HAS_EXCEEDED_THE_LIMIT", "infocode": "10021"})
    assert run(sources, stub, busy, amap(), service=AMAP).written == ("museum", "hall")


def test_amaps_refusal_is_told(sources, stub):
    refused = (200, {"status": "0", "info": "INVALID_USER_KEY", "infocode": "10001"})
    assert run(sources, stub, refused, service=AMAP).failure == "高德没有回答：INVALID_USER_KEY（10001）。"


def test_windows_line_ends_stay(sources, stub):
    path = sources.data / "bases" / "yubei.yaml"
    path.write_bytes(BASES.replace("\n", "\r\n").encode())
    run(sources, stub, tianditu())
    written = path.read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n") == BASES.count("\n") + 1


def test_the_command_says_where_the_key_belongs(sources, monkeypatch):
    monkeypatch.delenv("TIANDITU_KEY", raising=False)
    assert command(sources, "tianditu", TODAY) == (
        1,
        ("请先申请天地图的密钥，放在环境变量 TIANDITU_KEY 里。",),
    )


def test_the_command_names_the_services_there_are(sources):
    assert command(sources, "google", TODAY) == (1, ("没有“google”这个地图服务，可以用：tianditu、amap。",))
