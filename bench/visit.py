"""What a visit costs on a slow phone: when the largest thing is there, how long the script holds the page up, whether anything moves.

PYTHONPATH=tests .venv/bin/python bench/visit.py output
PYTHONPATH=tests .venv/bin/python bench/visit.py output --rounds 5 index.html bases.html

A processor four times slower, 1.6 Mbit/s with 150 ms to the server, 390 by 844; files come packed, as a server sends them. In
milliseconds, the middle of all rounds: LCP (largest contentful paint), TBT (what tasks take beyond 50 ms before it is quiet),
work (the same, counted in time of the processor and not of the clock: on a machine that others use, this is the one to compare),
CLS (layout shift, a number without unit). Several sites are visited in turns: --beside OTHER.
"""

import argparse
import gzip
import json
import statistics
import threading
from collections import Counter
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from browser import executable
from playwright.sync_api import Browser, sync_playwright

_WATCH = """
  window.seen = { lcp: 0, tbt: 0, cls: 0 };
  const watch = (type, tell) => new PerformanceObserver((list) => list.getEntries().forEach(tell)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (one) => { seen.lcp = one.startTime; });
  watch("longtask", (one) => { seen.tbt += Math.max(0, one.duration - 50); });
  watch("layout-shift", (one) => { if (!one.hadRecentInput) seen.cls += one.value; });
"""
_LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
_TRACED = ["devtools.timeline", "toplevel"]
_LONG = 50
"""Milliseconds of a task from which it holds somebody up."""
_QUIET = 1_500
"""Milliseconds after the page has loaded."""


class _Packed(SimpleHTTPRequestHandler):
    """Sends texts packed, and says nothing of it."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        content, is_text = path.read_bytes(), path.suffix in {".html", ".css", ".js", ".svg"}
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if is_text:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


def visited(browser: Browser, url: str) -> dict[str, float]:
    """What the page at *url* cost somebody who has never been there."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.add_init_script(_WATCH)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", _LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    browser.start_tracing(page=page, categories=_TRACED)
    page.goto(url, wait_until="load")
    page.wait_for_timeout(_QUIET)
    seen: dict[str, float] = page.evaluate("seen")
    seen["work"] = _work(json.loads(browser.stop_tracing())["traceEvents"])
    context.close()
    return seen


def _work(events: list[dict[str, Any]]) -> float:
    """What the page's thread worked in its tasks beyond what nobody notices, in milliseconds of the processor."""
    threads = {
        (one["pid"], one["tid"])
        for one in events
        if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
    }
    done = [one for one in events if one["ph"] == "X" and (one["pid"], one["tid"]) in threads]
    (thread, _), *_ = Counter((one["pid"], one["tid"]) for one in done).most_common(1)
    tasks = [one for one in done if (one["pid"], one["tid"]) == thread and "RunTask" in one["name"]]
    work, end = 0.0, 0
    for one in sorted(tasks, key=lambda task: (task["ts"], -task["dur"])):
        if one["ts"] >= end:  # and not a part of the one before
            end = one["ts"] + one["dur"]
            work += max(0.0, one.get("tdur", 0) / 1000 - _LONG)
    return work


def _serve(site: Path) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument(
        "pages", nargs="*", default=["index.html", "calendar.html", "bases.html", "search.html"]
    )
    parser.add_argument(
        "--beside", type=Path, action="append", default=[], help="another site, visited in turns"
    )
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_intermixed_args()
    servers = {site: _serve(site) for site in (given.site, *given.beside)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        for page in given.pages:
            turns = [
                {
                    site: visited(browser, f"http://127.0.0.1:{server.server_port}/{page}")
                    for site, server in servers.items()
                }
                for _ in range(given.rounds)
            ]
            for site in servers:
                lcp, tbt, work, cls = (
                    statistics.median(turn[site][name] for turn in turns)
                    for name in ("lcp", "tbt", "work", "cls")
                )
                told = f"LCP {lcp:6.0f}  TBT {tbt:5.0f}  work {work:5.0f}  CLS {cls:.3f}"
                print(f"{site.name:12} {page:40} {told}", flush=True)
        browser.close()
    for server in servers.values():
        server.shutdown()


if __name__ == "__main__":
    main()
