"""A session as staff have it: a real build, a real server, a real browser."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from socket import create_server
from threading import Thread
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser
from processes import measured
from small_project import write
from stage import barriers

from scienceweek.preview import PreviewWish
from scienceweek.preview.outcome import PreviewOutcome
from scienceweek.preview.server import PreviewServer
from scienceweek.preview.session import can_open
from scienceweek.preview.state import PreviewState
from scienceweek.source.mistakes.problems import Problem, Severity

ROOT = Path(__file__).resolve().parents[2]
ACTIVITIES = "data/activities/2024-yubei.yaml"
SETTINGS = f"""
import sys
sys.path.insert(0, {str(ROOT / "plugins")!r})
SITENAME = "科技活动周"
SITEURL = ""
PATH, OUTPUT_PATH, THEME = "content", "output", {str(ROOT / "theme")!r}
TIMEZONE, DEFAULT_LANG = "Asia/Shanghai", "zh-cn"
PLUGINS = ["scienceweek.plugin"]
SCIENCEWEEK = {{"data": "data", "today": "2024-05-25"}}
PAGE_PATHS, PAGE_SAVE_AS, PAGE_URL = ["pages"], "", ""
ARTICLE_PATHS, STATIC_PATHS, THEME_STATIC_PATHS, DIRECT_TEMPLATES = [], [], [], []
DELETE_OUTPUT_DIRECTORY = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""


def free() -> int:
    with create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def begun(folder: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    """A session in *folder*, which does not outlive the test."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "scienceweek", "serve", *more],
        cwd=folder,
        env=environment | measured(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as session:
        try:
            yield session
        finally:
            session.kill()


def ended(session: subprocess.Popen[str]) -> str:
    session.send_signal(signal.SIGINT)
    return session.communicate(timeout=60)[0]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("previewed")
    write(folder, **{"pelicanconf.py": SETTINGS})
    return folder


def listening(session: subprocess.Popen[str]) -> str:
    """What is said as soon as it answers."""
    assert session.stdout
    return session.stdout.readline()


def test_a_page_follows_what_is_written_and_shows_what_is_wrong(project: Path, browser: Browser):
    port, good = free(), (project / ACTIVITIES).read_text()
    with begun(project, "--port", str(port)) as session, browser.new_page() as page:
        assert listening(session) == f"预览 (preview): http://127.0.0.1:{port}/    停止 (stop): Ctrl-C\n"
        said: list[str] = []
        page.set_default_timeout(120_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))

        # Before the first build there is a page that waits for it.
        page.goto(f"http://127.0.0.1:{port}/activities/fish.html")
        page.wait_for_selector("h1:has-text('我们曾经都是鱼')")
        (project / ACTIVITIES).write_text(good.replace("我们曾经都是鱼", "鱼的故事"))
        page.wait_for_selector("h1:has-text('鱼的故事')")

        (project / ACTIVITIES).write_text(good.replace("2024-05-25", "2024-05-32"))
        page.wait_for_selector(".preview-panel")
        assert page.locator(".preview-panel h1").inner_text().startswith("有 1 处错，没有更新")
        assert page.locator(".preview-file").inner_text() == f"{ACTIVITIES}\n第 5 行"
        assert page.locator(".preview-panel pre b").inner_text() == "2024-05-32"
        assert page.locator(".preview-under h1").inner_text() == "鱼的故事"
        page.wait_for_load_state()  # the keys are heard once the script has run
        page.keyboard.press("Escape")
        page.locator(".preview-panel").wait_for(state="hidden")
        page.locator(".preview-unfold").click()
        page.locator(".preview-panel").wait_for(state="visible")

        (project / ACTIVITIES).write_text(good)
        page.wait_for_selector("h1:has-text('我们曾经都是鱼')")
        assert page.locator(".preview-panel").count() == 0
        # The page that was asked for before there was one is a 404.
        assert [line for line in said if "404" not in line] == []
        text = ended(session)

    assert f"{ACTIVITIES}:5:11: " in text
    assert text.endswith("预览已停止。(The preview has stopped.)\n")
    assert b"preview" not in (project / "output/activities/fish.html").read_bytes()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_everyone_can_read_what_is_wrong(project: Path, browser: Browser, tmp_path: Path, width, scheme):
    problems = (
        Problem(ACTIVITIES, 5, 11, Severity.ERROR, "没有这一天。改成 5月23日。"),
        Problem(ACTIVITIES, 9, 11, Severity.WARNING, "没有电话。"),
    )
    outcome = PreviewOutcome(datetime(2024, 5, 25, tzinfo=ZoneInfo("Asia/Shanghai")), problems)
    state = PreviewState(outcome.at)
    state.tell(outcome)
    server = PreviewServer(("127.0.0.1", 0), project / "output", project, state)
    Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 844}, bypass_csp=True
    )
    with context, context.new_page() as page:
        for path in ("activities/fish.html", "nowhere/none.html"):
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}")

            assert barriers(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") == width
    server.shutdown()
    server.server_close()


def answer(port: int, path: str, host: str = "", method: str = "GET") -> tuple[int, str, str]:
    asked = HTTPConnection("127.0.0.1", port, timeout=120)
    asked.request(method, path, headers={"Host": host} if host else {})
    with asked.getresponse() as found:
        body = found.read().decode(errors="replace")
    asked.close()
    return found.status, str(found.headers["Content-Type"]), body


def test_a_server_of_ones_own_answers_as_a_web_server_would(project: Path):
    port = free()
    with begun(project, "--port", str(port)) as session:
        listening(session)
        first = answer(port, "/.preview/events?build=0")
        home, lost = answer(port, "/"), answer(port, "/activities/none.html")
        sheet, folder = answer(port, "/assets/site.css"), answer(port, "/activities/")
        feed = answer(port, "/campaigns/2024-yubei.ics", method="HEAD")
        elsewhere = answer(port, "/", host="kepu.example.cn")
        ended(session)

    # A comment keeps a connection that waits alive.
    assert first[:2] == (200, "text/event-stream; charset=utf-8")
    assert first[2].replace(":\n\n", "") == "data: 1\n\n"
    assert (home[0], home[1]) == (200, "text/html; charset=utf-8")
    assert '<script src="/.preview/preview.js" data-build="1" defer></script>' in home[2]
    assert (lost[0], '<base href="/">' in lost[2], "没有这个页面" in lost[2]) == (404, True, True)
    assert (sheet[:2], folder[0]) == ((200, "text/css; charset=utf-8"), 404)
    assert feed == (200, "text/calendar; charset=utf-8", "")
    assert elsewhere[0] == 403


def test_what_the_settings_have_wrong_is_told_on_a_page_of_its_own(tmp_path: Path):
    write(tmp_path, **{"pelicanconf.py": SETTINGS.replace('"today"', '"tody"')})
    port = free()
    with begun(tmp_path, "--port", str(port)) as session:
        listening(session)
        answer(port, "/.preview/events?build=0")
        status, _, said = answer(port, "/")
        ended(session)

    assert status == 404
    assert "没有 &#x27;tody&#x27; 这一项" in said
    assert "还没有生成过网站" in said


def test_a_port_that_is_taken_or_is_none_is_told_in_chinese(project: Path):
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with begun(project, "--port", str(port)) as session:
            said = session.communicate(timeout=120)[0]
    with begun(project, "--port", "99999") as other:
        none = other.communicate(timeout=120)[0]

    assert session.returncode == 1
    assert said.startswith(f"不能使用 127.0.0.1:{port}（")
    assert said.endswith(f"请换一个端口：invoke serve --port {port + 1}，或 make serve PORT={port + 1}\n")
    assert none == (
        "不能使用 127.0.0.1:99999（端口是 1 到 65535 的数）。"
        "请换一个端口：invoke serve --port 8001，或 make serve PORT=8001\n"
    )


@pytest.mark.parametrize(
    ("environment", "platform", "seen", "opens"),
    [
        ({"DISPLAY": ":0"}, "linux", True, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True, True),
        ({}, "linux", True, False),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "1"}, "linux", True, False),
        ({"DISPLAY": ":0"}, "linux", False, False),
        ({}, "win32", True, True),
        ({"CI": "1"}, "darwin", True, False),
    ],
)
def test_a_browser_is_opened_where_somebody_sees_it(environment, platform, seen, opens):
    assert can_open(environment, platform, is_seen=seen) is opens


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("0.0.0.0", "http://127.0.0.1:8000/"),  # noqa: S104
        ("::1", "http://[::1]:8000/"),
    ],
)
def test_the_address_is_one_that_a_browser_here_can_open(host, address):
    assert PreviewWish(Path(), host=host).address == address
