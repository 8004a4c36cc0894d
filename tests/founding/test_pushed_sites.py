"""A site of one's own, on a server that publishes what is pushed."""

import sys
from pathlib import Path

from founding.sites import CAMPAIGN, git, newer, run, scienceweek


def push(clone: Path) -> tuple[int, str]:
    return run(clone, "git", "push", "origin", "main")


def test_a_site_is_pushed_changed_updated_and_pushed_again(site: Path, tmp_path: Path):
    server = tmp_path / "server"
    status, said = scienceweek(
        *(site, "setup-server", server, "--url", "https://kepu.example.cn", "--python", sys.executable)
    )
    assert status == 0, said
    git(site, "remote", "add", "origin", server / "site.git")

    status, said = push(site)
    assert (status, "已发布第 1 版" in said) == (0, True), said
    assert "渝北科技活动周" in (server / "live/index.html").read_text("utf-8")

    # Staff name the site, without anybody's help.
    facts = site / "data/site.yaml"
    facts.write_text(facts.read_text("utf-8").replace("name: 渝北科技活动周", "name: 渝北科普"), "utf-8")
    git(site, "commit", "--all", "--quiet", "--message", "改名")
    status, said = push(site)
    assert (status, "已发布第 2 版" in said) == (0, True), said
    assert "渝北科普" in (server / "live/index.html").read_text("utf-8")

    # A newer program comes and is pushed; the server takes it from the administrator alone.
    fresh = newer(tmp_path / "fresh", site, "9.9.0", "Something.")
    assert scienceweek(site, "update-program", fresh, "--unsigned")[0] == 0
    status, said = push(site)
    assert status == 0, said
    assert 'version = "9.9.0"' not in (server / "program/pyproject.toml").read_text("utf-8")
    status, said = scienceweek(site, "update-server", server, "--python", sys.executable)
    assert status == 0, said
    assert 'version = "9.9.0"' in (server / "program/pyproject.toml").read_text("utf-8")

    # A door that somebody has changed is a program all the same.
    (site / "tasks.py").write_text("print()\n", "utf-8")
    git(site, "commit", "--all", "--quiet", "--message", "程序")
    status, said = push(site)
    assert (status != 0, "tasks.py: 程序文件不能通过推送修改。" in said) == (True, True), said

    git(site, "reset", "--quiet", "--hard", "HEAD~")
    (site / CAMPAIGN).write_text("id: x\n", "utf-8")
    git(site, "commit", "--all", "--quiet", "--message", "错")
    status, said = push(site)
    assert (status != 0, f"{CAMPAIGN}:1:1: " in said) == (True, True), said
