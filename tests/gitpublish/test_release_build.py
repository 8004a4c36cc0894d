"""A release of a small program's site: verified, published, and remembered for the next."""

import errno
import json
import os
from pathlib import Path

import pytest
from small_program import program

from gitpublish.messages import Failed
from gitpublish.release_build import ReleaseBuild
from gitpublish.release_store import Release, Store
from gitpublish.runner import Runner

URL = "https://kepu.example.cn"
PAGES = """
import pathlib, sys
output = pathlib.Path(open(sys.argv[1]).read())
output.mkdir(exist_ok=True)
for page in pathlib.Path('texts').iterdir():
    if not (output / page.name).exists() or (output / page.name).read_text() != page.read_text():
        (output / page.name).unlink(missing_ok=True)
        (output / page.name).write_text(page.read_text())
"""
COMMIT = "0123456789abcdef"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A program whose site is ``texts/``, with one page."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "build").mkdir()
    (tmp_path / "texts" / "index.html").write_text("首页", encoding="utf-8")
    return tmp_path


def release(folder: Path, commit: str = COMMIT, url: str = URL) -> tuple[Release, list[str]]:
    """The release of what the program makes, and what was said."""
    runner = Runner(program(folder, build=PAGES), folder)
    said: list[str] = []
    with (folder / "lock").open("w") as lock:
        built = ReleaseBuild(folder, runner, folder / "build", Store(folder / "store"), url, keep=2)
        return built.release(commit, said.append, lock.fileno()), said


def smuggle(folder: Path, mode: int) -> None:
    """A page with a dead link is live, and a note of that *mode* says that it has been verified."""
    (folder / "texts" / "index.html").write_text('<a href="none.html">x</a>', encoding="utf-8")
    store, output = Store(folder / "store"), folder / "build" / "output"
    output.mkdir()
    (output / "index.html").write_text('<a href="none.html">x</a>', encoding="utf-8")
    store.draft(output)
    note = folder / "build" / "verified.json"
    note.write_text(json.dumps({"release": str(store.publish("f" * 12)), "url": URL}), encoding="utf-8")
    note.chmod(mode)


def test_what_is_built_is_verified_and_then_seen(folder):
    made, said = release(folder)

    assert made == Release(1, COMMIT[:12])
    assert said[:2] == ["正在生成网站……", "核对无误：1 个文件。"]
    assert said[2].startswith("已发布第 1 版（01234567，用时 ")
    assert said[2].endswith(f" 秒）：{URL}/")
    assert (folder / "store" / "live" / "index.html").read_text("utf-8") == "首页"


def test_the_same_commit_and_the_same_files_are_the_same_release(folder):
    release(folder)

    made, said = release(folder)

    assert (made.number, said[-1]) == (1, f"没有变化，还是第 1 版：{URL}/")


def test_a_dead_link_is_not_published_and_nothing_is_left_lying(folder):
    release(folder)
    (folder / "texts" / "index.html").write_text('<a href="none.html">x</a>', encoding="utf-8")

    with pytest.raises(Failed, match=r"链接指向的“none.html”不存在"):
        release(folder, "b" * 12)

    store = Store(folder / "store")
    assert store.live() == Release(1, COMMIT[:12])
    assert [path.name for path in (folder / "store" / "releases").iterdir()] == [f"000001-{COMMIT[:12]}"]


def test_what_was_verified_is_not_read_again(folder):
    smuggle(folder, 0o600)

    assert release(folder, "f" * 12)[0].number == 1


@pytest.mark.parametrize("mode", [0o644, 0o660])
def test_a_note_that_others_could_have_brought_is_not_believed(folder, mode):
    smuggle(folder, mode)

    with pytest.raises(Failed, match=r"链接指向的“none.html”不存在"):
        release(folder, "f" * 12)


@pytest.mark.parametrize("note", ["", "{", "[]", "5", '{"release": 5}', "\udcff"])
def test_a_note_that_is_none_only_costs_time(folder, note):
    release(folder)
    path = folder / "build" / "verified.json"
    path.write_text(note, encoding="utf-8", errors="surrogateescape")

    assert release(folder)[0].number == 1


def test_what_was_verified_at_another_address_is_read_again(folder):
    smuggle(folder, 0o600)

    with pytest.raises(Failed, match=r"链接指向的“none.html”不存在"):
        release(folder, "f" * 12, "https://other.example.cn")


def test_a_system_that_refuses_is_told_in_the_words_of_the_program(folder, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "mkdir", full)

    with pytest.raises(Failed) as caught:
        release(folder)

    assert str(caught.value) == "没有发布，网站保持原样：不行（28）。"
