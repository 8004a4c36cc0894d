"""A disk that is full: visitors see the old site, the pusher reads why, and with room again the next push repairs."""

import os
import subprocess
import sys

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


def test_what_cannot_be_written_is_told_in_chinese(tmp_path):
    small_project.write(tmp_path)
    (tmp_path / "file").write_text("")

    told = scienceweek("setup-server", tmp_path / "file" / "server")

    assert (told.returncode, told.stderr) == (
        1,
        f"没有做完：这是文件，不是文件夹（{tmp_path / 'file' / 'server'}）。\n",
    )
