"""Units and lines that have a server look after itself, judged by systemd's own reader and run by a shell."""

import os
import shlex
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from small_program import program

from gitpublish import upkeep
from gitpublish.server import SETTINGS, Server


def server(folder: Path, branch: str = "main") -> Server:
    folder.mkdir(parents=True)
    text = SETTINGS.format(url='""', branch=f'"{branch}"', parts="tools")
    (folder / "server.toml").write_text(text, encoding="utf-8")
    launcher = folder / "program" / "python"
    launcher.parent.mkdir()
    launcher.write_text('#!/bin/sh\necho "$PYTHONPATH $*" >> "$(dirname "$0")/../ran"\n', encoding="utf-8")
    launcher.chmod(0o755)
    return Server.at(folder, program(folder))


def tool(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose crontab is a file, and which systemd does not run."""
    tools = tmp_path / "tools"
    tab = shlex.quote(str(tmp_path / "tab"))
    tool(tools, "crontab", f'if [ "$1" = -l ]; then cat {tab}; else cat > {tab}; fi')
    monkeypatch.setenv("PATH", f"{tools}:/usr/bin:/bin")
    monkeypatch.setattr(upkeep, "_SYSTEMD", tmp_path / "not-run-by-it")
    return tmp_path


@pytest.mark.parametrize("name", ["srv", "网站 100% “a'b$c\\d"])
@pytest.mark.parametrize("branch", ["main", "site/一"])
def test_systemd_understands_the_units(tmp_path, name, branch):
    if not shutil.which("systemd-analyze"):
        pytest.fail("needs systemd-analyze: apt-get install systemd")
    made = server(tmp_path / name, branch)
    upkeep.look_after(made, print, upkeep.WRITTEN)
    units = [path for path in (made.root / "upkeep").iterdir() if path.suffix]

    judged = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, check=False, text=True
    )

    about_us = [line for line in judged.stderr.splitlines() if "small" in line]
    assert (judged.returncode, about_us) == (0, [])
    assert sorted(path.suffix for path in units) == [".path", ".service", ".timer"]


@pytest.mark.parametrize("name", ["srv", "网站 100% “a'b$c\\d"])
def test_a_line_for_cron_runs_what_the_unit_runs(tmp_path, name):
    made = server(tmp_path / name)
    upkeep.look_after(made, print, upkeep.WRITTEN)
    first, second = (made.root / "upkeep" / "crontab").read_text("utf-8").splitlines()
    # As cron does: five fields, and an escaped percent sign is one.
    command = first.split(" ", 5)[5].replace("\\%", "%")

    subprocess.run(["/bin/sh", "-c", command], check=True, env={"PATH": os.environ["PATH"]})

    ran = (made.root / "ran").read_text("utf-8").strip()
    assert ran == f"{made.root}/program/tools -P -m small converge {made.root}"
    assert second.startswith("* * * * * sleep 30; umask 022; PYTHONPATH=")


def test_its_lines_take_the_place_of_earlier_ones_and_leave_those_of_others(machine):
    made = server(machine / "srv")
    (machine / "tab").write_text("MAILTO=a@example.org\n5 4 * * * backup # small-else\n", encoding="utf-8")
    said: list[str] = []

    upkeep.look_after(made, said.append, "auto")
    upkeep.look_after(made, said.append, "auto")

    lines = (machine / "tab").read_text("utf-8").splitlines()
    written = (made.root / "upkeep" / "crontab").read_text("utf-8").splitlines()
    assert lines == ["MAILTO=a@example.org", "5 4 * * * backup # small-else", *written]
    assert said == 2 * ["服务器会自己补发没有发布成的推送，每天零点（中国时间）重新生成一次（cron）。"]


def test_an_account_without_a_crontab_gets_one(machine):
    upkeep.look_after(server(machine / "srv"), print, "auto")

    assert len((machine / "tab").read_text("utf-8").splitlines()) == 2


def test_a_machine_with_neither_is_told_what_to_run(machine, monkeypatch):
    made = server(machine / "srv")
    monkeypatch.setenv("PATH", str(machine / "nothing"))
    said: list[str] = []

    upkeep.look_after(made, said.append, "auto")

    assert len(said) == 1
    assert said[0].startswith(
        "这台机器没有 systemd 和 cron，服务器不会自己补发。请每分钟运行一次：umask 022; "
    )
    assert said[0].endswith(f"-P -m small converge {made.root}")


def test_where_systemd_runs_root_has_it_done_and_others_are_told_the_command(machine, monkeypatch):
    made = server(machine / "srv")
    (machine / "run").mkdir()
    (machine / "etc").mkdir()
    monkeypatch.setattr(upkeep, "_SYSTEMD", machine / "run")
    monkeypatch.setattr(upkeep, "_UNITS", machine / "etc")
    tool(machine / "tools", "systemctl", f'echo "$*" >> {machine}/asked')
    said: list[str] = []

    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    upkeep.look_after(made, said.append, "auto")
    before = list((machine / "etc").iterdir())
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    upkeep.look_after(made, said.append, "auto")

    name = upkeep.unit(made)
    assert before == []
    assert said[1] == (
        f"请管理员用 root 运行一次，由 systemd 照看网站：cp {made.root}/upkeep/{name}.service "
        f"{made.root}/upkeep/{name}.timer {made.root}/upkeep/{name}.path {machine}/etc/"
        f" && systemctl daemon-reload && systemctl enable --now {name}.timer {name}.path"
    )
    assert said[2] == "服务器会自己补发没有发布成的推送，每天零点（中国时间）重新生成一次（systemd）。"
    assert sorted(path.name for path in (machine / "etc").iterdir()) == [
        f"{name}.path",
        f"{name}.service",
        f"{name}.timer",
    ]
    asked = (machine / "asked").read_text("utf-8").splitlines()
    assert asked == ["daemon-reload", f"enable --now {name}.timer {name}.path"]


def test_units_of_where_the_server_lay_before_go(tmp_path):
    made = server(tmp_path / "srv")
    (made.root / "upkeep").mkdir()
    (made.root / "upkeep" / "small-else.timer").touch()

    upkeep.look_after(made, print, upkeep.WRITTEN)

    names = {path.name for path in (made.root / "upkeep").iterdir()}
    assert names == set(upkeep.files(made))
    assert stat.S_IMODE((made.root / "upkeep").stat().st_mode) == 0o755


def test_the_account_is_the_one_that_the_server_belongs_to(tmp_path):
    made = server(tmp_path / "srv")
    user = Path("/etc/passwd").read_text("utf-8")
    name = next(line.split(":")[0] for line in user.splitlines() if line.split(":")[2] == str(os.geteuid()))

    text = upkeep.files(made)[f"{upkeep.unit(made)}.service"]

    assert f"\nUser={name}\n" in text
