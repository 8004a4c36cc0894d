"""A branch that is not published is shown to those who have its address, until a day that it names."""

import json
import re
import shutil
from datetime import timedelta

import pytest
from pushers import ACTIVITIES, clone, run, scienceweek, title

from gitpublish import china_time, previews
from gitpublish.history import History, What
from gitpublish.previews import BranchPreview
from gitpublish.server import Server
from scienceweek.publishing import PROGRAM

URL = "https://kepu.example.cn/week/previews/june"


def there(server) -> list[str]:
    folder = server / "previews"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


@pytest.fixture
def june(server, staff):
    """A branch with another title has been pushed; what its pusher reads."""
    staff.git("checkout", "--quiet", "-b", "june")
    staff.retitle("六月的鱼")
    status, told = staff.push("origin", "june")
    assert status == 0, told
    return told


def test_a_branch_is_checked_built_and_shown_and_the_site_stays(server, june):
    until = china_time.today() + timedelta(days=14)
    live = (server / "live").readlink()

    assert f"预览在这里，{until} 以前可以看：{URL}/" in june.splitlines()
    assert "看过以后要发布：git push origin june:main" in june.splitlines()
    assert "六月的鱼" in title(server / "previews" / "june")
    assert "我们曾经都是鱼" in title(server / "live")
    assert (server / "live").readlink() == live


def test_each_page_says_that_it_is_none_of_the_site_and_is_not_to_be_found(server, june):
    today = china_time.today()
    pages = [path.read_text("utf-8") for path in (server / "previews" / "june").rglob("*.html")]

    assert len(pages) > 10
    for page in pages:
        assert '<meta name="robots" content="noindex, nofollow, noarchive">' in page
        assert "<title>【预览】" in page
        assert f"预览 · june · {today}</text>" in page
        assert "预览，不是正式网站：分支 <b>june</b>" in page
    assert "预览" not in "".join(path.read_text("utf-8") for path in (server / "live").rglob("*.html"))
    assert not (server / "live" / "assets" / "preview.css").exists()
    assert (server / "previews" / "june" / "assets" / "preview.css").exists()


def test_links_of_a_preview_stay_in_it(server, june):
    page = (server / "previews" / "june" / "activities" / "fish.html").read_text("utf-8")

    assert f'<link rel="canonical" href="{URL}/activities/fish.html">' in page


def test_the_chief_is_told_where_it_is(server, june):
    event = list(History(server).events())[-1]

    assert (event.what, event.branch, event.message) == (What.PREVIEWED, "june", f"{URL}/")


def test_a_mistake_refuses_the_branch_and_the_preview_stays(server, staff, june):
    staff.edit(ACTIVITIES, "when: 2024-05-25", "when: 5月32日")

    status, told = staff.push("origin", "june")

    assert status == 1
    assert f"{ACTIVITIES}:5:11: 看不懂" in told
    assert "六月的鱼" in title(server / "previews" / "june")


def test_another_push_changes_the_preview_and_one_to_the_site_does_not(server, staff, june):
    staff.retitle("七月的鱼")
    _, told = staff.push("--force", "origin", "june")
    main, published = staff.push("origin", "june:main")

    assert "预览在这里" in told
    assert "七月的鱼" in title(server / "previews" / "june")
    assert (main, "已发布第 2 版" in published) == (0, True)
    assert "七月的鱼" in title(server / "live")
    assert len(list((server / "previewed" / "june" / "releases").iterdir())) == 1


def test_a_branch_that_is_removed_takes_its_preview_along(server, staff, june):
    status, _ = staff.push("origin", ":june")

    assert (status, there(server)) == (0, [])
    assert not (server / "previewed" / "june").exists()


def test_names_of_branches_are_folders_of_one_name(server, staff):
    status, told = staff.push("origin", "HEAD:refs/heads/草稿/六月")

    assert status == 0
    assert there(server) == ["草稿~六月"]
    assert "https://kepu.example.cn/week/previews/%E8%8D%89%E7%A8%BF~%E5%85%AD%E6%9C%88/" in told


def test_a_branch_whose_name_deceives_is_refused(server, staff):
    status, told = staff.push("origin", "HEAD:refs/heads/a\u200bb")

    assert (status, there(server)) == (1, [])
    assert "aU+200Bb: 文件名里有看不见的字符" in told


def test_a_branch_without_facts_is_received_and_not_shown(server, staff):
    for folder in ("data", "content"):
        shutil.rmtree(staff.folder / folder)
    staff.commit("别的东西")

    status, told = staff.push("origin", "HEAD:refs/heads/other")

    assert (status, there(server)) == (0, [])
    assert "other: 收下了，但不会发布。会发布的只有 main 分支。" in told


def test_a_program_on_a_branch_comes_in_and_is_not_run(server, staff):
    staff.edit("plugins/scienceweek/__init__.py", "facts in", "Facts in")

    status, told = staff.push("origin", "HEAD:refs/heads/program")

    assert (status, there(server)) == (0, ["program"]), told


def test_a_link_on_a_branch_is_refused_as_anywhere(server, staff):
    (staff.folder / "content" / "x.md").symlink_to("/etc/passwd")
    staff.commit()

    status, told = staff.push("origin", "HEAD:refs/heads/link")

    assert (status, "content/x.md: 是一个符号链接" in told) == (1, True)


def test_a_server_may_do_without(server, staff):
    settings = server / "server.toml"
    written = settings.read_text("utf-8")
    settings.write_text(written.replace("preview_days = 14", "preview_days = 0"), encoding="utf-8")

    status, told = staff.push("origin", "HEAD:refs/heads/june")

    assert (status, there(server)) == (0, [])
    assert "june: 收下了，但不会发布。" in told


def test_when_its_time_is_over_it_goes_and_the_branch_stays(server, june):
    about = server / "previewed" / "june" / "about.json"
    known = json.loads(about.read_text("utf-8"))
    for days, left in ((0, ["june"]), (-1, [])):
        known["until"] = f"{china_time.today() + timedelta(days=days)}"
        about.write_text(json.dumps(known), encoding="utf-8")
        scienceweek("converge", server)

        assert there(server) == left
    branches = run("git", "branch", "--list", folder=server / "site.git").stdout
    assert re.findall(r"\w+", branches) == ["june", "main"]


def test_of_too_many_the_oldest_goes(server, june, monkeypatch):
    monkeypatch.setattr(previews, "_MOST", 1)
    site = Server.at(server, PROGRAM)
    site.repository.run("branch", "later", "june")
    later = BranchPreview(site, "later")
    later.make(lambda _: None)
    about = server / "previewed" / "june" / "about.json"
    known = json.loads(about.read_text("utf-8"))
    about.write_text(
        json.dumps(known | {"until": f"{china_time.today() + timedelta(days=1)}"}), encoding="utf-8"
    )

    previews.sweep(site)

    assert there(server) == ["later"]


def test_a_preview_whose_making_was_killed_is_made_without_a_hand(server, staff, june):
    site = Server.at(server, PROGRAM)
    site.repository.run("branch", "killed", "june")
    BranchPreview(site, "killed").want()

    scienceweek("converge", server)

    assert there(server) == ["june", "killed"]
    assert not BranchPreview(site, "killed").is_wanted


def test_a_program_that_fails_is_told_and_kept_and_no_preview_is_half(server, staff, tmp_path):
    template = server / "program" / "theme" / "templates" / "activity.html"
    template.write_text("{{ view.nothing }}", encoding="utf-8")
    other = clone(server, tmp_path / "other")

    status, told = other.push("origin", "HEAD:refs/heads/june")

    assert (status, there(server)) == (0, [])
    assert "生成程序自己出了错" in told
    assert f"invoke problems --path {server}" in told
    assert list(History(server).events())[-1].what == What.FAILED
    assert "nothing" in scienceweek("problems", server).stdout
    assert not BranchPreview(Server.at(server, PROGRAM), "june").is_wanted
