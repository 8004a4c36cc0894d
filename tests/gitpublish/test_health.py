"""The look at the address after the swap, at a web server on this machine; and the way back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from listeners import listening
from pushers import URL, scienceweek, title

from gitpublish import health
from gitpublish.health import Glimpse, glance, told
from gitpublish.history import History, What
from gitpublish.release_store import Release, Store


@dataclass
class Web:
    """What a web server does with the site in *root*."""

    root: Path
    url: str = ""
    breaks: Callable[[Release], bool] = lambda _: False
    """Whether it cannot serve a release."""
    kept: Path | None = None
    """What a cache has."""

    def answer(self, path: str) -> tuple[int, bytes]:
        live = Store(self.root).live()
        if live and self.breaks(live):
            return 403, b""
        name = path.partition("?")[0].lstrip("/") or "index.html"
        try:
            return 200, ((self.kept or self.root / "live") / name).read_bytes()
        except OSError:
            return 404, b""


@pytest.fixture
def web(server) -> Iterator[Web]:
    """A web server for the site, which is looked at after each swap."""
    made = Web(server)
    with listening(made.answer) as heard:
        made.url = heard.url
        settings = server / "server.toml"
        written = settings.read_text("utf-8").replace(URL, heard.url)
        settings.write_text(written.replace("health = false", "health = true"), encoding="utf-8")
        yield made


def live(server) -> str:
    return (server / "live").readlink().name


def test_a_release_that_is_there_is_told(web, server, staff):
    staff.retitle("新的鱼")

    _, told = staff.push()

    assert f"打开 {web.url}/ 看过，是第 2 版。" in told.splitlines()


def test_what_could_be_opened_before_and_cannot_after_is_taken_back(web, server, staff):
    web.breaks = lambda release: release.number > 1
    before = live(server)
    commit = staff.retitle("新的鱼")

    status, told = staff.push()

    why = f"第 2 版换上以后，打开 {web.url}/ 网页服务器回答 403；换上以前是好的"
    assert (status, live(server)) == (0, before)
    assert f"{why}。已经退回第 1 版。" in told.splitlines()
    assert (
        f"处理好以后，请管理员在服务器上运行 invoke release {server} --lift，或者再推送一次修改。"
        in told.splitlines()
    )
    events = list(History(server).events())
    assert [(event.what, event.release) for event in events][-2:] == [(What.ROLLED_BACK, 1), (What.FAILED, 0)]
    assert (events[-2].message, events[-1].commit.sha) == (why, commit)
    assert why in scienceweek("problems", server).stdout

    scienceweek("converge", server)
    assert live(server) == before

    web.breaks = lambda _: False
    scienceweek("release", server, "--lift")
    assert "新的鱼" in title(server / "live")


def test_what_could_not_be_opened_before_either_is_told_and_stays(web, server, staff):
    web.breaks = lambda _: True
    staff.retitle("新的鱼")

    _, told = staff.push()

    assert (
        f"打开 {web.url}/ 看不到第 2 版：网页服务器回答 403。换版以前也不行，没有退回；请管理员检查网页服务器。"
        in told.splitlines()
    )
    assert "新的鱼" in title(server / "live")


def test_a_cache_that_shows_an_older_release_whole_is_no_reason_to_go_back(web, server, staff):
    web.kept = server / "releases" / live(server)
    staff.retitle("新的鱼")

    _, told = staff.push()

    assert f"打开 {web.url}/ 看到的是第 1 版，还不是第 2 版：可能是缓存，过一会再看。" in told.splitlines()
    assert "新的鱼" in title(server / "live")


def test_nobody_looks_unless_the_server_is_told_to(server, staff):
    with listening() as heard:
        settings = server / "server.toml"
        settings.write_text(settings.read_text("utf-8").replace(URL, heard.url), encoding="utf-8")
        staff.retitle("新的鱼")
        staff.push()

    assert heard.asked == []


FIRST = Release(1, "aaaaaaaaaaaa")


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path / "store")
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree" / "index.html").write_text("首页", encoding="utf-8")
    made.draft(tmp_path / "tree")
    made.publish("a" * 40)
    return made


def test_a_release_names_itself_and_what_was_built_is_as_it_was(store, tmp_path):
    assert (store.root / "live" / "release.txt").read_text() == "000001-aaaaaaaaaaaa\n"
    assert [path.name for path in (tmp_path / "tree").iterdir()] == ["index.html"]


@pytest.mark.parametrize(
    ("stamp", "front", "glimpse"),
    [
        ("000001-aaaaaaaaaaaa\n", "首页", Glimpse(FIRST)),
        ("000001-aaaaaaaaaaaa\n", "首页？", Glimpse(None, "首页和发布的不一样")),
        ("<html>", "首页", Glimpse(None, "release.txt 不是网站的，网址指到了别的地方")),
        ("000007-bbbbbbbbbbbb", "首页", Glimpse(Release(7, "bbbbbbbbbbbb"), "看到的是第 7 版")),
    ],
)
def test_what_a_visitor_gets_is_compared(store, stamp, front, glimpse):
    answers = {"/release.txt?1": stamp, "/?1": front}
    with listening(lambda path: (200, answers[path].encode())) as heard:
        assert glance(heard.url, store, FIRST) == glimpse


def test_nobody_there_is_told(store):
    with listening() as heard:
        url = heard.url

    assert glance(url, store, FIRST) == Glimpse(None, "连接不上（URLError）")


def test_whoever_publishes_from_a_checkout_is_told_what_a_visitor_sees_and_the_way_back(store, monkeypatch):
    monkeypatch.setattr(health, "_PAUSES", (0.0,))
    shown = (store.root / "live" / "release.txt").read_bytes()
    answers = {"well": (200, shown), "older": (200, b"000000-bbbbbbbbbbbb\n"), "broken": (502, b"")}
    found = {}
    for case, (status, stamp) in answers.items():

        def answer(path: str, status: int = status, stamp: bytes = stamp) -> tuple[int, bytes]:
            return status, stamp if "release.txt" in path else "首页".encode()

        with listening(answer) as heard:
            for before in (Glimpse(FIRST), Glimpse()):
                said = told(heard.url, store, FIRST, before, "invoke rollback --to s3")
                found[case, before.is_well and before.shown is not None] = said.replace(heard.url, "网址")

    later = "打开 网址/ 看到的是第 0 版，还不是第 1 版：可能是缓存，或者平台还在更新，过一会再看。"
    assert found == {
        ("well", True): "打开 网址/ 看过，是第 1 版。",
        ("well", False): "打开 网址/ 看过，是第 1 版。",
        ("older", True): later,
        ("older", False): later,
        (
            "broken",
            True,
        ): "打开 网址/ 网页服务器回答 502；换上以前是好的。要退回，运行 invoke rollback --to s3",
        (
            "broken",
            False,
        ): "打开 网址/ 看不到第 1 版：网页服务器回答 502。换上以前也不行，请检查网址和网页服务器。",
    }
