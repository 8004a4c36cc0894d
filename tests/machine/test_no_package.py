"""Who would install the program with pip is told how it runs."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_pip_says_why_there_is_no_package(tmp_path: Path) -> None:
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)

    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--no-index",
            "--target",
            str(tmp_path / "site"),
            str(tmp_path),
        ],
        capture_output=True,
        check=False,
        text=True,
    )

    told = ran.stdout + ran.stderr
    assert ran.returncode == 1
    assert "这个程序在它自己的文件夹里运行，不用 pip 安装" in told
    assert "This program runs from its own folder and is not installed" in told
    assert "Traceback" not in told
