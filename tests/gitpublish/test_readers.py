"""Visitors while releases are swapped: each answer is whole, and of one release."""

import http.client
import re
import shutil
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
import web_hosts

from gitpublish import nginx_settings
from gitpublish.media_types import Served
from gitpublish.release_store import Store
from scienceweek.formats.ground import Ground, csp

FILES = 40


def lay_out(folder: Path, number: int) -> Path:
    """A site in which every file says which release it is of, at the beginning and at the end."""
    tree = folder / f"tree-{number}"
    tree.mkdir()
    for file in range(FILES):
        body = f"[{number}]{'字' * (50 + 400 * file + number % 7)}[{number}]"
        (tree / f"{file}.html").write_text(body, encoding="utf-8")
    (tree / "404.html").write_text("[404]没有[404]", encoding="utf-8")
    return tree


def publish(store: Store, folder: Path, number: int) -> None:
    tree = lay_out(folder, number)
    store.draft(tree)
    store.publish(f"{number:012x}")
    store.prune(5)
    shutil.rmtree(tree)


def is_whole(body: bytes) -> bool:
    found = re.fullmatch(r"\[(\d+)\]字+\[(\d+)\]", body.decode())
    return found is not None and found[1] == found[2]


def test_whoever_opens_a_file_while_releases_are_swapped_reads_a_whole_one(tmp_path):
    store = Store(tmp_path / "server")
    publish(store, tmp_path, 0)
    done, bad, read = threading.Event(), [], 0

    def visit() -> None:
        nonlocal read
        while not done.is_set():
            for file in range(FILES):
                body = (store.link / f"{file}.html").read_bytes()
                read += 1
                if not is_whole(body):
                    bad.append(body)

    visitor = threading.Thread(target=visit)
    visitor.start()
    for number in range(1, 31):
        publish(store, tmp_path, number)
    done.set()
    visitor.join()

    assert bad == []
    assert read > 100


@pytest.fixture
def nginx(tmp_path):
    """The address of an nginx of our own, with the settings from deploy/ as they are where there is no certificate."""
    site = Served(csp(Ground()), str(tmp_path / "server" / "live"), "localhost")
    port = web_hosts.free_port()
    settings = web_hosts.without_tls(nginx_settings.host(site))
    with web_hosts.nginx(tmp_path, settings.replace("listen 80;", f"listen 127.0.0.1:{port};"), port):
        yield ("127.0.0.1", port)


@pytest.mark.slow
def test_fifty_thousand_requests_to_nginx_during_a_hundred_swaps_are_all_answered_whole(tmp_path, nginx):
    store = Store(tmp_path / "server")
    publish(store, tmp_path, 0)
    bad: list[object] = []
    wanted, readers = 52_000, 4
    left = threading.Semaphore(wanted)

    def visit() -> None:
        with closing(http.client.HTTPConnection(*nginx)) as server:
            file = 0
            while left.acquire(blocking=False):
                file = (file + 1) % FILES
                server.request("GET", f"/{file}.html")
                answer = server.getresponse()
                body = answer.read()
                whole = len(body) == int(answer.headers["Content-Length"]) and is_whole(body)
                if answer.status != 200 or not whole:
                    bad.append((answer.status, body[:20], body[-20:]))

    visitors = [threading.Thread(target=visit) for _ in range(readers)]
    for visitor in visitors:
        visitor.start()
    swaps = 0
    while any(visitor.is_alive() for visitor in visitors) or swaps < 100:
        swaps += 1
        publish(store, tmp_path, swaps)
        time.sleep(0.05)

    assert bad == []
    assert swaps >= 100


@pytest.mark.slow
def test_nginx_names_each_kind_of_file_protects_pages_and_sends_packed_twins(tmp_path, nginx):
    tree = lay_out(tmp_path, 0)
    for name in ("x.ics", "x.geojson", "x.pmtiles", "x.atom", "x.js", "x.png"):
        (tree / name).write_bytes(b"0123456789")
    (tree / "1.html.gz").write_bytes(b"packed")
    store = Store(tmp_path / "server")
    store.draft(tree)
    store.publish("a")

    def ask(path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        with closing(http.client.HTTPConnection(*nginx)) as server:
            server.request("GET", path, headers=headers)
            answer = server.getresponse()
            return answer.status, dict(answer.headers), answer.read()

    types = {
        path.partition(".")[2]: ask(f"/{path}")[1]["Content-Type"]
        for path in ("x.ics", "x.geojson", "x.atom", "1.html")
    }
    assert types == {
        "ics": "text/calendar; charset=utf-8",
        "geojson": "application/geo+json",
        "atom": "application/atom+xml",
        "html": "text/html; charset=utf-8",
    }
    status, headers, body = ask("/1.html", **{"Accept-Encoding": "gzip"})
    assert (status, headers["Content-Encoding"], headers["Vary"], body) == (
        200,
        "gzip",
        "Accept-Encoding",
        b"packed",
    )
    assert headers["Content-Security-Policy"] == f"{csp(Ground())}; frame-ancestors 'none'"
    assert headers["Cache-Control"] == "no-cache"
    assert ask("/x.png")[1]["Cache-Control"] == "public, max-age=86400"
    assert ask("/x.png")[1]["X-Content-Type-Options"] == "nosniff"
    assert ask("/x.pmtiles", Range="bytes=2-4")[::2] == (206, b"234")
    status, headers, body = ask("/nothing.html")
    assert (status, body.decode(), headers["X-Content-Type-Options"]) == (404, "[404]没有[404]", "nosniff")
    assert ask("/1.html.gz")[0] == 404
    assert ask("/.git/config")[0] == 404
