"""A disk that is full: visitors see the old site, the pusher reads why, and with room again the next push repairs."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress

import pytest
import small_project
from pushers import URL, clone, scienceweek, title


@pytest.mark.slow
@pytest.mark.parametrize("room", [0, 40, 120, 250, 400, 700])
def test_a_full_disk_leaves_the_old_site_and_the_next_push_repairs(tmp_path, first_push, room):
    """*room*: kilobytes that are free."""
    if os.geteuid():
        pytest.fail("only root can mount a small disk: run `make test-slow` as root")
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", disk], check=True)
    try:
        server = disk / "server"
        program = {"PYTHONPATH": str(first_push / "server" / "program" / "plugins")}
        made = scienceweek("setup-server", server, "--url", URL, "--python", sys.executable, **program)
        assert made.returncode == 0, made.stderr
        staff = clone(first_push / "server", tmp_path / "staff")
        staff.git("remote", "set-url", "origin", server / "site.git")
        staff.git("checkout", "--quiet", "main")
        assert "已发布第 1 版" in staff.push()[1]
        before = title(server / "live")
        ballast = disk / "ballast"
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        ballast.write_bytes(b"\0" * max(0, free - room * 1000))
        # Every page changes.
        staff.edit("data/campaigns/2024-yubei.yaml", "2024年渝北区科技活动周", "2024年渝北区全国科技活动周")

        _, told = staff.push()

        assert "Traceback" not in told
        if "已发布" not in told:
            assert title(server / "live") == before
            assert "磁盘满了" in told or "没有收下" in told or "unpack" in told, told
        ballast.unlink()
        staff.retitle("有地方了")
        status, told = staff.push()
        assert (status, "已发布" in told) == (0, True), told
        assert "有地方了" in title(server / "live")
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)


STAGES = {
    "what comes in is looked at": "incoming",
    "what was found good is noted": "checked",
    "the site is built": "build",
    "the release is laid out": "releases",
    "what was counted is kept": "ledgers",
    "what is said is kept": "log",
    "a failure is kept": "failures",
}


@pytest.mark.slow
@pytest.mark.parametrize("folder", STAGES.values(), ids=STAGES)
def test_a_disk_that_is_full_at_a_stage_is_told_as_such_and_with_room_the_push_is_live(server, staff, folder):
    if os.geteuid():
        pytest.fail("only root can mount a small disk: run `make test-slow` as root")
    place = server / folder
    place.mkdir(exist_ok=True)
    aside = server.parent / "aside"
    shutil.copytree(place, aside, symlinks=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", place], check=True)
    try:
        shutil.copytree(aside, place, symlinks=True, dirs_exist_ok=True)
        free = os.statvfs(place)
        with (place / ".ballast").open("wb") as ballast, suppress(OSError):
            ballast.write(b"\0" * free.f_bavail * free.f_frsize)
        before = title(server / "live")
        staff.retitle("鱼的祖先")

        accepted, told = staff.push()

        published = "鱼的祖先" in title(server / "live")
        assert "Traceback" not in told
        assert published or ("磁盘满了" in told and title(server / "live") == before), told
        (place / ".ballast").unlink()
        if accepted == 0:
            looked_after = scienceweek("converge", server)
            assert (looked_after.returncode, looked_after.stderr) == (0, "")
        else:
            assert staff.push()[0] == 0
        assert "鱼的祖先" in title(server / "live")
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


@pytest.mark.slow
def test_a_disk_that_is_full_for_git_is_told_to_who_sends(server, staff):
    """Before any of our programs runs: git says so in its own words to who pushes, and `send` in ours."""
    if os.geteuid():
        pytest.fail("only root can mount a small disk: run `make test-slow` as root")
    objects = server / "site.git" / "objects"
    aside = server.parent / "aside"
    shutil.copytree(objects, aside)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", objects], check=True)
    try:
        shutil.copytree(aside, objects, dirs_exist_ok=True)
        free = os.statvfs(objects)
        with (objects / ".ballast").open("wb") as ballast, suppress(OSError):
            ballast.write(b"\0" * free.f_bavail * free.f_frsize)
        staff.retitle("鱼的祖先")
        program = {"PYTHONPATH": str(server / "program" / "plugins")}

        refused = scienceweek("send", "--project", staff.folder, **program)
        (objects / ".ballast").unlink()
        sent = scienceweek("send", "--project", staff.folder, **program)

        assert refused.returncode == 1
        assert refused.stderr.startswith("服务器的磁盘满了，没有收下。")
        assert (sent.returncode, sent.stderr) == (0, "")
        assert "鱼的祖先" in title(server / "live")
    finally:
        subprocess.run(["umount", "--lazy", objects], check=True)


def test_what_cannot_be_written_is_told_in_chinese(tmp_path):
    small_project.write(tmp_path)
    (tmp_path / "file").write_text("")

    told = scienceweek("setup-server", tmp_path / "file" / "server", "--url", URL)

    assert (told.returncode, told.stderr) == (
        1,
        f"没有做完：这是文件，不是文件夹（{tmp_path / 'file' / 'server'}）。\n",
    )
