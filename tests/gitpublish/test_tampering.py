"""Pushes that mean harm, or look like it: all are refused before anything of them is unpacked."""

import os
import subprocess

import pytest
from pushers import ACTIVITIES, Clone


def refused(server, staff: Clone) -> str:
    """What the pusher reads; the site and the repository are as before, and nothing lies about."""
    tip, live = staff.git("rev-parse", "origin/main").stdout, (server / "live").readlink()
    status, told = staff.push()
    assert status == 1, told
    assert "没有收下这次推送，网站保持原样。" in told
    assert "Traceback" not in told
    assert staff.git("ls-remote", "origin", "refs/heads/main").stdout.split()[0] == tip.strip()
    assert (server / "live").readlink() == live
    assert list((server / "incoming").iterdir()) == []
    return told


def test_a_link_out_of_the_project_is_refused(server, staff):
    (staff.folder / "content/images").mkdir(exist_ok=True)
    (staff.folder / "content/images/x.jpg").symlink_to("/etc/passwd")
    staff.commit()

    assert "content/images/x.jpg: 是一个符号链接（快捷方式）。请换成文件本身再推送。" in refused(
        server, staff
    )


def test_a_folder_that_is_a_link_is_refused(server, staff):
    (staff.folder / "content/bases").symlink_to("../../../..")
    staff.commit()

    assert "content/bases: 是一个符号链接" in refused(server, staff)


def test_a_submodule_is_refused(server, staff):
    staff.git("update-index", "--add", "--cacheinfo", f"160000,{staff.head()},content/other")
    staff.git("commit", "--quiet", "--message", "x")

    assert "content/other: 是一个子模块。" in refused(server, staff)


def test_an_id_that_is_a_way_out_is_refused(server, staff):
    staff.edit(ACTIVITIES, "id: fish", "id: ../../fish")

    assert f"{ACTIVITIES}:3:9: " in refused(server, staff)


@pytest.mark.parametrize(
    "path",
    [
        "plugins/scienceweek/evil.py",
        "content/evil.py",
        "pelicanconf.py",
        "theme/templates/layout.html",
        "Makefile",
    ],
)
def test_another_program_is_refused(server, staff, path):
    with (staff.folder / path).open("a", encoding="utf-8") as file:
        file.write("\nopen('/tmp/evil', 'w')\n")
    staff.commit()

    assert f"{path}: 程序文件不能通过推送修改。" in refused(server, staff)


def test_a_file_of_a_hundred_megabytes_is_refused(server, staff):
    (staff.folder / "content/images").mkdir(exist_ok=True)
    (staff.folder / "content/images/film.jpg").write_bytes(b"\0" * 100_000_000)
    staff.commit()

    assert "content/images/film.jpg: 文件太大（100 MB）。每个文件最多 20 MB，请缩小再推送。" in refused(
        server, staff
    )


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.md", "content/pages/aU+000Ab.md: 文件名里有看不见的字符"),
        ("a\u202eb.md", "content/pages/aU+202Eb.md: 文件名里有看不见的字符"),
        (os.fsdecode(b"\xff.md"), "content/pages/\\udcff.md: 文件名里有看不见的字符，或者不是 UTF-8 编码"),
        ("ABOUT.md", "只有大小写不同"),
        ("aux.md", "在有的电脑上不能用“aux.md”作文件名"),
        ("$(reboot) `x`;.md", None),
        ("a\u0301.md", "是分开写的（NFD）"),
        ("a:b.md", '文件名里不能有 \\ : * ? " < > |'),
    ],
)
def test_a_name_that_deceives_or_that_some_machines_cannot_have_is_refused(server, staff, name, shown):
    (staff.folder / "content/pages" / name).write_text("Title: 页\n\n字\n", encoding="utf-8")
    staff.commit()

    told = refused(server, staff)

    assert shown is None or shown in told
    assert "\u202e" not in told


def test_a_tree_with_a_way_out_that_only_a_forger_can_make_is_refused(server, staff):
    def git(*arguments: str, given: bytes) -> str:
        command = ["git", *arguments]
        ran = subprocess.run(command, cwd=staff.folder, input=given, capture_output=True, check=True)
        return ran.stdout.decode().strip()

    blob = git("hash-object", "-w", "--stdin", given=b"out")
    inner = git(
        "hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=b"100644 x\0" + bytes.fromhex(blob)
    )
    entry = b"40000 ..\0" + bytes.fromhex(inner)
    outer = git("hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=entry)
    commit = git("commit-tree", outer, "-p", "HEAD", "-m", "x", given=b"")
    live = (server / "live").readlink()

    status, told = staff.push("origin", f"{commit}:main")

    assert status == 1
    assert "hasDotdot" in told
    assert (server / "live").readlink() == live


def test_attributes_that_ask_git_to_change_or_hide_files_have_no_say(server, staff):
    (staff.folder / ".gitattributes").write_text(
        "*.md filter=evil\ndata/** export-ignore\n*.yaml export-subst\n"
    )
    (staff.folder / ".gitmodules").write_text('[submodule "x"]\n\tpath = x\n\turl = ./x\n')
    staff.retitle("鱼")

    status, told = staff.push()

    assert (status, "已发布第 2 版" in told) == (0, True), told


def test_a_trusted_pusher_may_bring_another_program(server, staff):
    settings = server / "server.toml"
    settings.write_text(
        settings.read_text("utf-8").replace("trusted = false", "trusted = true"), encoding="utf-8"
    )
    staff.edit("theme/templates/layout.html", "</body>", "<!-- 新程序 --></body>")

    status, told = staff.push()

    assert (status, "已发布第 2 版" in told) == (0, True), told
    assert "<!-- 新程序 --></body>" in (server / "live/index.html").read_text("utf-8")
