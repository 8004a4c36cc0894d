"""The commands of `invoke`: those of ``python -m scienceweek``, answered in Chinese."""

import subprocess
import sys
from pathlib import Path
from socket import create_server

import pytest

from scienceweek.__main__ import parser
from scienceweek.command_line.parser import listed as shown
from scienceweek.invoked import start_here

ROOT = Path(__file__).parents[2]
INVOKE = (sys.executable, "-m", "invoke")


def invoke(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*INVOKE, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command as pip makes it, told to start in the program."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "invoke"
    script.write_text(
        f"#!{sys.executable}\nimport sys\n"
        "from invoke.main import program\n"
        "if __name__ == '__main__':\n    sys.exit(program.run())\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
    start_here(folder)
    once = script.read_text(encoding="utf-8")
    start_here(folder)
    assert script.read_text(encoding="utf-8") == once
    return script


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (
            ("check", "--fomrat", "json"),
            1,
            "不认识“--fomrat”。是不是 --format？怎样写，看 invoke check --help\n",
        ),
        (
            ("send", "--message", "check", "--wiat=5"),
            1,
            "不认识“--wiat”。是不是 --wait？怎样写，看 invoke send --help\n",
        ),
        (("check", "--format"), 2, "--format 后面要写一个值。怎样写，看 invoke --help\n"),
        (("check", "extra"), 2, "不认识“extra”。怎样写，看 invoke --help\n"),
    ],
)
def test_invoke_answers_a_slip_in_chinese(told: Path, words: tuple[str, ...], status: int, said: str) -> None:
    asked = subprocess.run([told, *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert (asked.returncode, asked.stderr) == (status, said)


def test_invoke_tells_its_version_and_its_verbs_as_the_program_does(told: Path) -> None:
    def asked(*words: str) -> str:
        return subprocess.run(
            [told, *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        ).stdout

    assert asked("--version").startswith("scienceweek ")
    assert asked("--help") == asked("--list") == asked("-h")
    assert "用法 (usage): invoke " in asked("--help")


def test_outside_of_a_project_invoke_says_where_to_go(told: Path, tmp_path: Path) -> None:
    asked = subprocess.run([told, "check"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)

    assert (asked.returncode, asked.stderr) == (
        1,
        "这里和上面的文件夹里都没有 tasks.py。请先 cd 到网站的文件夹，再运行。\n",
    )


def test_the_commands_of_the_handbook_exist() -> None:
    listed = {line.split()[0] for line in invoke("--list").stdout.splitlines() if line.startswith("  ")}

    assert {"check", "build", "serve", "test", "test-slow", "bench", "lock", "schema"} - listed == set()


def test_the_facts_of_the_site_have_no_mistake() -> None:
    checked = invoke("check")

    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_port_in_use_is_told_without_a_traceback() -> None:
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


def test_invoke_has_the_verbs_of_the_program() -> None:
    listed = {line.split()[0] for line in invoke("--list").stdout.splitlines() if line.startswith("    ")}

    assert set(shown(parser())) - listed == set()
    assert {"receive", "follow"} & listed == set()


def test_a_typo_is_answered_with_the_nearest_command() -> None:
    asked = invoke("chekc")

    assert (asked.returncode, asked.stderr) == (
        1,
        "没有“chekc”这个命令。是不是 check？全部命令看 invoke --help\n",
    )


def test_invoke_helps_in_chinese_with_english_beside_it() -> None:
    for words in (("serve", "--help"), ("--help", "serve")):
        helped = invoke(*words).stdout

        assert helped.startswith("用法 (usage): invoke serve ")
        assert "\n选项 (options):\n" in helped
        assert "端口 (port)" in helped
    assert invoke().stdout == invoke("--list").stdout


def test_a_dry_run_says_what_it_would_do_and_does_nothing() -> None:
    said = invoke("--dry", "rollback", "--number", "12", "--to", "zip").stdout

    assert said == "会运行 (would run): python -m scienceweek rollback --to zip 12\n"
