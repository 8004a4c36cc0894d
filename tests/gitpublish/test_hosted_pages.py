"""The site as a branch of a real repository, to which others push too."""

import subprocess
from pathlib import Path

import pytest
from parcels import PAGES, parcel
from pushers import environment

from gitpublish.destinations import compare, deliver, described, memory, question, restore, strayed
from gitpublish.messages import Failed
from gitpublish.seals import Difference

PLACED = (".nojekyll", "CNAME", "_headers", "a/b.html", "a/b.ics", "assets/site.css", "index.html")


@pytest.fixture
def remote(tmp_path, monkeypatch) -> Path:
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
        monkeypatch.delenv(name)
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "remote.git"], check=True)
    return tmp_path / "remote.git"


def clone(remote: Path, name: str) -> dict[str, str]:
    """The settings of somebody whose checkout knows nothing but the remote."""
    mine = remote.parent / name
    subprocess.run(["git", "init", "--quiet", mine], check=True)
    subprocess.run(["git", "remote", "add", "origin", remote], cwd=mine, check=True)
    return {"repository": str(mine), "domain": "kepu.example.cn"}


def git(remote: Path, *arguments: str) -> str:
    ran = subprocess.run(["git", *arguments], cwd=remote, check=True, capture_output=True, text=True)
    return ran.stdout.strip()


def push(remote: Path, path: str, content: str, subject: str) -> None:
    """Somebody else changes a file of the branch."""
    work = remote.parent / "other"
    subprocess.run(["git", "clone", "--quiet", "--branch", "gh-pages", remote, work], check=True)
    (work / path).write_text(content)
    who = ("-c", "user.name=x", "-c", "user.email=x@example.cn")
    git(work, "add", "--all")
    git(work, *who, "commit", "--quiet", "--message", subject)
    git(work, "push", "--quiet", "origin", "gh-pages")


def test_pages_are_a_branch_that_others_have_too(tmp_path, remote):
    deliver(parcel(tmp_path), "pages", clone(remote, "mine"), str)
    deliver(parcel(tmp_path, "000002-b", a__b_ics=None), "pages", clone(remote, "yours"), str)

    listed = git(remote, "ls-tree", "-r", "--name-only", "gh-pages").split()
    assert listed == [path for path in PLACED if path != "a/b.ics"]
    assert git(remote, "log", "--format=%s", "gh-pages").split("\n") == ["发布 000002-b", "发布 000001-a"]


def test_before_the_first_push_one_is_asked_and_not_again(tmp_path, remote):
    mine, yours = clone(remote, "mine"), clone(remote, "yours")

    assert question("pages", mine) == (
        f"还没有往 {remote} 推送过网站。要建立 gh-pages 分支，把网站推送到那里吗？"
    )
    assert git(remote, "branch") == ""
    deliver(parcel(tmp_path), "pages", mine, str)
    assert (question("pages", mine), question("pages", yours)) == ("", "")
    push(remote, "index.html", "x", "docs")
    assert question("pages", yours) == (
        f"{remote} 的 gh-pages 分支里是别的内容（最后一次提交是“docs”）。要换成这个网站吗？"
    )


def test_a_password_in_the_address_is_not_shown(tmp_path, remote):
    mine = clone(remote, "mine")
    git(Path(mine["repository"]), "remote", "set-url", "origin", "https://me:secret@example.cn/x.git")

    assert described("pages", mine) == "https://example.cn/x.git 的 gh-pages 分支"


def test_a_remote_that_is_not_there_is_told(tmp_path, remote):
    mine = clone(remote, "mine")

    with pytest.raises(Failed, match="这个项目没有叫 elsewhere 的远程仓库"):
        question("pages", mine | {"remote": "elsewhere"})
    git(Path(mine["repository"]), "remote", "set-url", "origin", str(tmp_path / "none"))
    with pytest.raises(Failed, match="不能读取 origin："):
        question("pages", mine)


def test_it_is_known_from_there_alone_which_releases_there_were_and_what_they_left(tmp_path, remote):
    assert memory("pages", clone(remote, "first")).live == ""
    deliver(parcel(tmp_path), "pages", clone(remote, "mine"), str)
    deliver(parcel(tmp_path, "000002-b"), "pages", clone(remote, "yours"), str)

    known = memory("pages", clone(remote, "fresh"))

    assert (known.live, list(known.releases)) == ("000002-b", ["000001-a", "000002-b"])
    assert known.releases["000001-a"].ledger == "账本 000001-a"
    assert git(remote, "rev-list", "--count", "gh-pages-memory") == "1"


def test_an_earlier_release_is_shown_again_from_a_fresh_checkout(tmp_path, remote):
    deliver(parcel(tmp_path), "pages", clone(remote, "mine"), str)
    deliver(parcel(tmp_path, "000002-b", index_html="新首页"), "pages", clone(remote, "mine2"), str)
    fresh = clone(remote, "fresh")

    restore("000001-a", "pages", fresh, str)

    assert git(remote, "show", "gh-pages:index.html") == "首页"
    assert git(remote, "log", "-1", "--format=%s", "gh-pages") == "退回 000001-a"
    assert (memory("pages", fresh).live, question("pages", fresh)) == ("000001-a", "")
    with pytest.raises(Failed, match="gh-pages 分支里没有第 000009-x 版"):
        restore("000009-x", "pages", fresh, str)


def test_what_a_delivery_would_change_is_known_before(tmp_path, remote):
    mine = clone(remote, "mine")
    assert compare(parcel(tmp_path), "pages", mine) == Difference(new=PLACED)
    deliver(parcel(tmp_path), "pages", mine, str)
    tip = git(remote, "rev-parse", "gh-pages")

    found = compare(parcel(tmp_path, "000002-b", index_html="新", a__b_ics=None), "pages", mine)

    assert found == Difference(changed=("index.html",), gone=("a/b.ics",))
    assert git(remote, "rev-parse", "gh-pages") == tip


def test_what_somebody_else_pushes_there_is_found(tmp_path, remote):
    given, mine = parcel(tmp_path), clone(remote, "mine")
    deliver(given, "pages", mine, str)
    assert strayed(given, "pages", mine) == Difference()
    push(remote, "index.html", "x", "发布 000001-a")

    assert strayed(given, "pages", mine) == Difference(changed=("index.html",))
    assert sorted(PAGES) == sorted(set(PLACED) - {".nojekyll", "CNAME", "_headers"})
