"""Drafts are looked at in a browser, and what is decided there is in ``data/`` at once."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
import small_project
from playwright.sync_api import Browser

from scienceweek.desk.drafts import marks
from scienceweek.desk.drafts.importing import prepared
from scienceweek.desk.drafts.situation import ImportWish
from scienceweek.preview.review_server import ReviewServer, written
from scienceweek.source.loading import load

BASES = """\
2024年渝北区科普基地一览表,,,,
序号,基地名称,详细地址,联系电话,近期活动安排
1,气象科普馆,渝北区一路1号,60000001,5.26在基地开展“看云培训”活动；5.27在基地开展“石头讲座”活动
合计,1,,,
"""
TERMS = "kinds:\n  - {id: lecture, name: 讲座宣讲}\n  - {id: training, name: 培训}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    small_project.write(tmp_path, **{"data/terms.yaml": TERMS, "bases.csv": BASES})
    imported(tmp_path, "bases.csv")
    return tmp_path


def imported(project: Path, name: str) -> None:
    ready = prepared(project / name, ImportWish(), project / "data", project / "content", lambda *_: "")
    ready.write(project / "data", project / "content")


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    server = ReviewServer(0, project / "data", project / "content")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server.address
    server.shutdown()
    server.server_close()
    thread.join()


def opened(project: Path) -> list[tuple[str, str]]:
    there = marks.read_all(project / "data")
    return [(one.id, one.field) for several in there.values() for one in several if one.is_open]


def test_a_draft_is_accepted_put_right_or_left_as_it_was_with_the_keyboard(
    project: Path, address: str, browser: Browser
):
    # A base that is known by its number has another name now: it waits.
    (project / "second.csv").write_text(BASES.replace("1,气象科普馆", "1,云图馆"), "utf-8")
    imported(project, "second.csv")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address)
    assert [one.inner_text() for one in page.locator(".of > h2").all()] == ["bases", "second"]
    bases = page.locator(".of").first
    assert (
        bases.locator(".pair .source").first.inner_text().startswith("第1行第1格2024年渝北区科普基地一览表")
    )
    assert "合计、小计不是一行" in bases.inner_text()
    now = page.locator("dl > .now")
    assert now.get_attribute("id") == "2024-yubei-01/kind"
    assert now.locator(".value").inner_text() == "training"
    assert "即：培训" in now.inner_text()
    assert [one.inner_text() for one in page.locator("mark.now").all()] == ["5.26在基地开展“看云培训”活动"]
    page.keyboard.press("a")
    page.locator(".told", has_text="核对好了").wait_for()
    assert ("2024-yubei-01", "kind") not in opened(project)
    page.locator("[id='2024-yubei-02/kind'].now").wait_for()
    page.keyboard.press("z")
    page.locator("[id='2024-yubei-01/kind'].now.d").wait_for()
    assert ("2024-yubei-01", "kind") in opened(project)
    assert [one.inner_text() for one in page.locator(".now .choice").all()] == ["1 讲座宣讲", "2 培训"]
    page.keyboard.press("2")
    page.locator(".told", has_text="改好了。").wait_for()
    assert ("2024-yubei-01", "kind") not in opened(project)
    page.locator("[id='2024-yubei-02/kind'].now").wait_for()
    page.keyboard.press("e")
    page.keyboard.type("course")
    page.keyboard.press("Enter")
    page.locator(".told.bad", has_text="检查不接受，没有写").wait_for()
    assert ("2024-yubei-02", "kind") in opened(project)
    page.locator("form input").fill("培训")
    page.keyboard.press("Enter")
    page.locator(".told:not(.bad)", has_text="改好了。").wait_for()
    while page.locator("[id='qixiangkepuguan/name'].now").count() == 0:
        page.keyboard.press("j")
    page.keyboard.press("x")
    page.locator(".told", has_text="没有改，照原来的。").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.locator(".accept-all").last.click()
    page.locator(".bar output", has_text="都看过了").wait_for()
    page.close()
    assert faults == []
    assert opened(project) == []
    known = load(project / "data", project / "content").catalogue
    assert [(one.id, one.kind and one.kind.id) for one in known.activities[2:4]] == [
        ("2024-yubei-01", "training"),
        ("2024-yubei-02", "training"),
    ]
    assert [one.name for one in known.bases] == ["气象科普馆"]


def test_a_file_on_its_own_lists_what_is_decided_as_commands(project: Path, browser: Browser):
    path = written(project / "data")
    assert path == project / "output-review/review.html"
    before = opened(project)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(path.as_uri())
    assert "合计、小计不是一行" in page.locator(".of").inner_text()
    page.keyboard.press("a")
    page.keyboard.press("e")
    page.keyboard.type('大“雨"')
    page.keyboard.press("Enter")
    page.locator(".bar output", has_text="都看过了").wait_for()
    made = page.locator(".commands textarea").input_value()
    assert made.split("\n") == [
        'invoke accept "2024-yubei-01" --field kind',
        'invoke accept "2024-yubei-02" --field kind --value "大“雨\\""',
    ]
    page.keyboard.press("z")
    page.locator(".accept-all").click()
    page.locator(".bar output", has_text="都看过了").wait_for()
    assert page.locator(".commands textarea").input_value().split("\n")[1:] == ['invoke accept "bases"']
    page.close()
    assert (faults, opened(project)) == ([], before)


def test_all_of_a_draft_is_accepted_at_once_and_taken_back_after_a_reload(
    project: Path, address: str, browser: Browser
):
    before = opened(project)
    page = browser.new_page()
    page.goto(address)
    page.locator(".accept-all").click()
    page.locator(".nothing").wait_for()
    assert [*(project / "data/drafts").iterdir()] == []
    page.locator(".undo").click()
    page.locator(".bar output", has_text="还剩").wait_for()
    page.close()
    assert opened(project) == before
    assert (project / "data/drafts/bases.source.json").is_file()


def test_what_has_been_changed_since_is_not_taken_back(project: Path, address: str):
    shown = asked(address, "/", None, Host="localhost")[1]
    token = shown.partition('data-token="')[2].partition('"')[0]

    def decided(path: str, **answer: str) -> tuple[int, str]:
        return asked(address, path, answer, **{"X-Review": token})

    assert decided("/undo") == (422, "没有可以撤回的了：只能撤回这次打开以后做的。")
    assert decided("/correct", id="2024-yubei-01", field="kind", value="lecture")[0] == 200
    path = project / "data/activities/2024-yubei.yaml"
    path.write_text(path.read_text("utf-8") + "# 改过\n", "utf-8")
    status, told = decided("/undo")
    assert (status, told.partition("。")[0]) == (422, "2024-yubei.yaml 后来又改过，不能撤回")


def asked(address: str, path: str, answer: object, **headers: str) -> tuple[int, str]:
    content = json.dumps(answer).encode() if answer is not None else None
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET" if content is None else "POST", path, content, headers)
    response = connection.getresponse()
    found = response.status, response.read().decode()
    connection.close()
    return found


def test_only_the_page_itself_may_decide_and_only_on_this_computer(project: Path, address: str):
    before = opened(project)
    decided = {"id": "bases", "field": ""}
    assert asked(address, "/accept", decided) == (403, "这一页旧了，请重新打开。")
    assert asked(address, "/accept", decided, **{"X-Review": "guessed"})[0] == 403
    assert asked(address, "/", None, Host="kepu.example.gov.cn") == (403, "请用本机的地址打开。")
    assert asked(address, "/none", None) == (404, "没有这一页。")
    shown = asked(address, "/", None, Host="localhost")[1]
    token = shown.partition('data-token="')[2].partition('"')[0]
    for path, answer, told in (
        ("/accept", {"id": "none"}, "没有“none”的草稿记号"),
        ("/accept", ["none"], "看不懂这个回答"),
        ("/other", decided, "看不懂这个回答"),
        ("/drop", {"id": "2024-yubei-01", "field": "kind"}, "这一项没有等着改的值。"),
        ("/correct", {"id": "none", "field": "kind", "value": "x"}, "data/ 里没有编号“none”的记录了。"),
        ("/correct", {"id": "2024-yubei-01", "field": "where", "value": "{base: ["}, "看不懂这样写的值"),
    ):
        status, said = asked(address, path, answer, **{"X-Review": token})
        assert (status, said.startswith(told)) == (422, True), said
    assert opened(project) == before
    (project / "data/drafts/old.json").write_text("{", "utf-8")
    assert asked(address, "/", None)[1].startswith("data/drafts/old.json 读不了")


def test_of_a_document_whose_lines_were_not_kept_the_words_are_shown_that_were_read(
    project: Path, address: str
):
    (project / "data/drafts/bases.source.json").unlink()
    shown = asked(address, "/", None)[1]
    assert "5.26在基地开展“看云培训”活动</mark>" in shown
    assert "合计" not in shown
