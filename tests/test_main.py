import os
import re
import subprocess
import sys
from pathlib import Path

from processes import measured

PLUGINS = Path(__file__).parents[1] / "plugins"


def test_a_process_that_leaves_has_said_all_that_it_had_to_say():
    code = "from scienceweek.__main__ import leave; print('甲', end=''); leave(3)"
    left = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(PLUGINS), "PYTHONUTF8": "1", **measured()},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert (left.returncode, left.stdout, left.stderr) == (3, "甲", "")


def run(*arguments: object, **environment: str) -> tuple[int, str]:
    """The status of the command line in the project, and all that it said."""
    inherited = {"PATH": os.environ["PATH"], "PYTHONPATH": str(PLUGINS), "PYTHONUTF8": "1", **measured()}
    done = subprocess.run(
        [sys.executable, "-m", "scienceweek", *map(str, arguments)],
        cwd=PLUGINS.parent,
        env=inherited | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def test_the_schemas_and_the_tables_of_fields_are_those_that_the_program_gives(tmp_path: Path):
    assert run("schema", "--data", tmp_path, "--fields", tmp_path / "docs" / "fields.md") == (0, "")

    made = {path.name: path.read_bytes() for path in (tmp_path / "schema").iterdir()}
    assert made == {path.name: path.read_bytes() for path in (PLUGINS.parent / "data" / "schema").iterdir()}
    assert (tmp_path / "docs" / "fields.md").read_bytes() == (
        PLUGINS.parent / "docs" / "fields.md"
    ).read_bytes()


def test_without_a_key_nobody_is_asked_for_positions(tmp_path: Path):
    status, said = run("geocode", "--data", tmp_path, "--content", tmp_path)

    assert (status, re.sub("[A-Z_]{4,}", "…", said)) == (1, "请先申请天地图的密钥，放在环境变量 … 里。\n")


def test_a_place_to_build_on_that_is_none_is_told_before_anything_is_read():
    assert run("build", "--on", "8 machines") == (
        1,
        "--on 后面的“8 machines”看不懂。可以写 local:4（本机四个进程）、dask://主机:8786（Dask 的调度器）、share:3/40:文件夹（四十份里的第三份）或 shares:文件夹（把各份合成网站）。\n",
    )
