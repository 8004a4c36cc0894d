"""A server of its own for each test, set up by the real command, and a clone to push from."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = (
    "data",
    "content",
    "plugins",
    "theme",
    "Makefile",
    "pyproject.toml",
    "pelicanconf.py",
    "publishconf.py",
)


def run(*command: object, folder: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "plugins"), **more},
        capture_output=True,
        check=False,
        text=True,
    )


def scienceweek(*arguments: object) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "scienceweek", *arguments)


@dataclass(frozen=True)
class Clone:
    """Somebody's copy of the project."""

    folder: Path

    def git(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        # As poor an environment as ssh gives to a hook.
        who = {
            f"GIT_{role}_{what}": "staff@x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        return run("git", "-c", "core.quotePath=false", *arguments, folder=self.folder, LANG="C", **who)

    def commit(self, message: str = "改动") -> str:
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--message", message)
        return self.head()

    def head(self) -> str:
        return self.git("rev-parse", "HEAD").stdout.strip()

    def push(self, *arguments: object) -> tuple[int, str]:
        """The status, and what the pusher reads."""
        pushed = self.git("push", *(arguments or ("origin", "main")))
        return pushed.returncode, pushed.stderr

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def retitle(self, title: str) -> str:
        """Gives one activity another title, and commits."""
        file = self.folder / "data/activities/2024-yubei.yaml"
        lines = file.read_text("utf-8").split("\n")
        at = next(number for number, line in enumerate(lines) if "title: " in line)
        lines[at] = lines[at].partition("title: ")[0] + f"title: {title}"
        file.write_text("\n".join(lines), encoding="utf-8")
        return self.commit(title)


def clone(server: Path, folder: Path) -> Clone:
    subprocess.run(["git", "clone", "--quiet", server / "site.git", folder], check=True, capture_output=True)
    return Clone(folder)


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """A server, nothing pushed yet."""
    root = tmp_path / "server"
    made = scienceweek(
        "setup-server", root, "--url", "https://kepu.example.cn/week", "--python", sys.executable
    )
    assert (made.returncode, made.stderr) == (0, "")
    return root


@pytest.fixture
def staff(server: Path, tmp_path: Path) -> Clone:
    """The project as it is, committed, not pushed yet."""
    mine = clone(server, tmp_path / "staff")
    for name in PROJECT:
        # The program as the server has it, which is what everybody has.
        source = (ROOT if name in {"data", "content"} else server / "program") / name
        if source.is_dir():
            shutil.copytree(source, mine.folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, mine.folder / name)
    mine.git("checkout", "--quiet", "-b", "main")
    mine.commit("开始")
    return mine
