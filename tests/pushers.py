"""People who push, and what they read."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from processes import measured

ROOT = Path(__file__).parents[1]
URL = "https://kepu.example.cn/week"
ACTIVITIES = "data/activities/2024-yubei.yaml"


def environment() -> dict[str, str]:
    """As poor as the one that ssh gives to a hook: no HOME, another LANG."""
    who = {f"GIT_{role}_{what}": "staff" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    # No test has this machine look after its servers, nor look at addresses of the world.
    still = {"GITPUBLISH_UPKEEP": "written", "GITPUBLISH_HEALTH": "0"}
    return {"PATH": os.environ["PATH"], "LANG": "C", **still, **who, **measured()}


def run(*command: object, folder: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment() | more,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )


def scienceweek(*arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
    """The command line of the program."""
    python = {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"}
    return run(sys.executable, "-m", "scienceweek", *arguments, **python | more)


def wait_until(it_is_so: Callable[[], bool]) -> None:
    """Raises TimeoutError if it is not so within two minutes."""
    last = time.monotonic() + 120
    while not it_is_so():
        if time.monotonic() > last:
            raise TimeoutError
        time.sleep(0.01)


@dataclass(frozen=True)
class Clone:
    """Somebody's copy of the project."""

    folder: Path

    def git(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        return run("git", *arguments, folder=self.folder)

    def commit(self, message: str = "改动") -> str:
        # What Python leaves beside a program is no part of it.
        self.git("add", "--all", "--force", "--", ".", ":(exclude,glob)**/__pycache__/**")
        self.git("commit", "--quiet", "--message", message)
        return self.head()

    def head(self) -> str:
        return self.git("rev-parse", "HEAD").stdout.strip()

    def push(self, *arguments: object) -> tuple[int, str]:
        """The status, and what the pusher reads, without the ``remote:`` of each line."""
        pushed = self.git("push", *(arguments or ("origin", "main")))
        lines = [line.removeprefix("remote: ").rstrip() for line in pushed.stderr.splitlines()]
        return pushed.returncode, "\n".join(lines)

    def edit(self, path: str, old: str, new: str) -> str:
        """Replaces *old*, which must be there, and commits."""
        file = self.folder / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return self.commit(new)

    def retitle(self, title: str) -> str:
        """Gives the first activity another title, and commits."""
        file = self.folder / ACTIVITIES
        lines = file.read_text("utf-8").split("\n")
        at = next(number for number, line in enumerate(lines) if "title: " in line)
        lines[at] = lines[at].partition("title: ")[0] + f"title: {title}"
        file.write_text("\n".join(lines), encoding="utf-8")
        return self.commit(title)


def clone(server: Path, folder: Path) -> Clone:
    subprocess.run(["git", "clone", "--quiet", server / "site.git", folder], check=True, capture_output=True)
    return Clone(folder)


def title(site: Path) -> str:
    """The title of the first activity, as visitors read it."""
    page = (site / "activities" / "fish.html").read_text("utf-8")
    return page.partition("<title>")[2].partition("</title>")[0]
