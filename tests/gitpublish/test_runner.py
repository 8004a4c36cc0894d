"""Commands that end in every way that a command can end."""

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from small_program import program

from gitpublish import runner
from gitpublish.messages import Failed
from gitpublish.runner import Runner

URL = "https://kepu.example.cn"
OWN_FAULT = "检查程序自己出了错，请告诉网站的管理员。"


def checked(folder: Path, code: str, longest: int = 60) -> str:
    return Runner(program(folder, check=code), folder, longest=longest).check(folder, folder, URL)


def build(folder: Path, code: str, hold: tuple[int, ...] = ()) -> None:
    Runner(program(folder, build=code), folder).build(folder, folder / "output", URL, {}, hold)


def failure(folder: Path, code: str) -> tuple[str, str]:
    """What staff are told of a build that fails, and what developers."""
    with pytest.raises(Failed) as caught:
        build(folder, code)
    return str(caught.value), caught.value.details


def test_what_a_check_says_is_passed_on(tmp_path):
    assert checked(tmp_path, "print('提醒'); print('通过')") == "提醒\n通过"


def test_the_mistakes_that_a_check_finds_are_passed_on(tmp_path):
    with pytest.raises(Failed) as caught:
        checked(tmp_path, "import sys; sys.exit('data/x.yaml:1:1: 错')")

    assert (str(caught.value), caught.value.details) == ("data/x.yaml:1:1: 错", "")


def test_what_a_build_says_on_its_way_is_passed_on_as_it_comes(tmp_path, monkeypatch):
    monkeypatch.setattr(runner, "_PULSE", 0.01)
    go, said = tmp_path / "go", []
    code = (
        "import time, pathlib;"
        "print('画好了 1 个', flush=True);"
        f"go = pathlib.Path({str(go)!r});"
        "[time.sleep(0.01) for _ in range(3000) if not go.exists()]"
    )

    def say(line: str) -> None:
        said.append(line)
        go.touch()

    made = Runner(program(tmp_path, build=code), tmp_path, say=say)
    made.build(tmp_path, tmp_path / "output", URL, {})

    assert (said, go.exists()) == (["画好了 1 个"], True)


@pytest.mark.parametrize("code", ["1 / 0", "import sys; print('半', flush=True); sys.exit(3)"])
def test_a_check_that_dies_is_the_programs_own_fault(tmp_path, code):
    with pytest.raises(Failed) as caught:
        checked(tmp_path, code)

    assert str(caught.value) == OWN_FAULT
    assert "ZeroDivisionError" in caught.value.details or caught.value.details == "半\n"


def test_a_command_that_takes_too_long_is_ended_with_all_that_it_has_started(tmp_path):
    left = tmp_path / "left"
    code = (
        "import subprocess, sys, time;"
        f"child = subprocess.Popen(['sleep', '60']); open({str(left)!r}, 'w').write(str(child.pid));"
        "time.sleep(60)"
    )

    with pytest.raises(Failed, match=r"^用了 2 秒还没有完成，已经停下。请告诉网站的管理员。$"):
        checked(tmp_path, code, longest=2)

    child = Path(f"/proc/{left.read_text()}/stat")
    while child.exists() and child.read_text().rpartition(") ")[2][0] != "Z":
        time.sleep(0.01)


def test_a_program_is_told_the_address_and_its_settings_and_nothing_of_whoever_runs_it(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_DIR", "/elsewhere")
    monkeypatch.setenv("XDG_STATE_HOME", "/state")
    code = (
        "import os, sys;"
        "print(*(os.environ.get(name) for name in ('SITEURL', 'GIT_DIR', 'PYTHONPATH', 'XDG_STATE_HOME')));"
        "print(open(sys.argv[1]).read()); print(os.getcwd())"
    )

    assert checked(tmp_path, code).split("\n") == [
        f"{URL} None {tmp_path / 'tools'} /state",
        str(tmp_path / "output"),
        str(tmp_path),
    ]


def test_a_program_is_told_what_it_inherits(tmp_path, monkeypatch):
    monkeypatch.setenv("BUILD_ON", "local:2")
    one = program(tmp_path, check="import os; print(os.environ.get('BUILD_ON'))")
    heir = replace(one, inherited=("BUILD_ON", "NOWHERE"))

    said = [Runner(each, tmp_path).check(tmp_path, tmp_path, URL) for each in (one, heir)]

    assert said == ["None", "local:2"]


def test_nothing_is_imported_from_the_folder_that_a_command_runs_in(tmp_path):
    (tmp_path / "colorsys.py").write_text("raise SystemExit('推送的文件')")

    assert checked(tmp_path, "import colorsys; print('好')") == "好"


def test_a_build_that_ends_well_says_nothing(tmp_path):
    build(tmp_path, "import sys; open(open(sys.argv[1]).read(), 'w').write('网站')")

    assert (tmp_path / "output").read_text("utf-8") == "网站"


def test_what_a_build_refuses_is_passed_on(tmp_path):
    assert failure(tmp_path, "import sys; sys.exit('不能公开。')") == ("不能公开。", "")


@pytest.mark.parametrize(
    "said",
    [
        "OSError: [Errno 28] no room",
        "CRITICAL [Errno\\n 122] x",
        "No space\\n left on device",
        "不行（28）",
        "不行（122）",
    ],
)
def test_a_full_disk_is_told_in_whatever_words_the_program_says_it(tmp_path, said):
    told, details = failure(tmp_path, f"import sys; print({said!r}.replace('\\\\n', '\\n')); sys.exit(1)")

    assert told == "磁盘满了，没有发布，网站保持原样。请管理员腾出空间。"
    assert details.strip()


def test_a_check_that_has_no_room_is_told(tmp_path):
    with pytest.raises(Failed) as caught:
        checked(tmp_path, "raise OSError(28, 'no room')")

    assert str(caught.value) == "磁盘满了，没有检查。请管理员腾出空间。"


def test_a_build_that_is_killed_is_told(tmp_path):
    told, _ = failure(tmp_path, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")

    assert told == "生成被中断了，没有发布，网站保持原样。"


@pytest.mark.parametrize(
    "code", ["1 / 0", "import sys; sys.exit(1)", "import sys; sys.exit('CRITICAL ValueError: x')"]
)
def test_a_build_that_dies_is_the_programs_own_fault(tmp_path, code):
    assert failure(tmp_path, code)[0] == "生成程序自己出了错，没有发布，网站保持原样。请告诉网站的管理员。"


def test_what_is_to_be_held_is_open_as_long_as_the_build_runs(tmp_path):
    descriptor = os.open(tmp_path, os.O_RDONLY)

    build(tmp_path, f"import os; os.fstat({descriptor})", hold=(descriptor,))

    os.close(descriptor)


def test_the_python_that_runs_us_runs_the_program_if_none_is_named(tmp_path):
    assert checked(tmp_path, "import sys; print(sys.executable)") == sys.executable
