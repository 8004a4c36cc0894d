"""The commands of `invoke`."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
INVOKE = (sys.executable, "-m", "invoke")


def invoke(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*INVOKE, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_the_commands_of_the_handbook_exist() -> None:
    listed = {line.split()[0] for line in invoke("--list").stdout.splitlines() if line.startswith("  ")}

    assert {"check", "build", "serve", "test", "test-slow", "bench", "lock", "schema"} - listed == set()


def test_the_facts_of_the_site_have_no_mistake() -> None:
    checked = invoke("check")

    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_port_in_use_is_told_without_a_traceback() -> None:
    from socket import create_server

    with create_server(("127.0.0.1", 0)) as taken:
        served = invoke("serve", "--port", str(taken.getsockname()[1]))

    assert served.returncode == 1
    assert "请换一个端口" in served.stderr
    assert "Traceback" not in served.stderr


def test_a_slip_in_a_command_is_answered_in_chinese() -> None:
    asked = invoke("rollback", "--number", "上一版")

    assert (asked.returncode, asked.stderr) == (
        2,
        "number 要写数字，不能写“上一版”。怎样写，看 scienceweek rollback --help\n",
    )
