"""How long it takes from `git push` until a change of one title is live, on a server on this machine."""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import corpus

ROOT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("activities", type=int, help="how many; 0 for the project's own data")
    parser.add_argument("--rounds", type=int, default=3, help="pushes, of which the median is told")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        server, staff = Path(folder) / "server", Path(folder) / "staff"
        # This machine does not look after it.
        own = ("--python", sys.executable, "--upkeep", "written", "--url", "https://kepu.example.gov.cn")
        _run(ROOT, sys.executable, "-m", "scienceweek", "setup-server", server, *own)
        _lay_out(staff, asked.activities)
        _git(staff, "init", "--quiet", "--initial-branch", "main")
        _git(staff, "remote", "add", "origin", server / "site.git")
        print(f"{'':<20}{'live s':>10}{'told s':>10}{'CPU s':>10}   median of {asked.rounds}")
        _report("first push", [_push(staff, server)])
        took = []
        for number in range(asked.rounds):
            _retitle(staff, number)
            took.append(_push(staff, server))
        _report("one title changed", took)
        print(f"{sum(path.is_file() for path in (server / 'live/').rglob('*'))} files")
        print(max((server / "log").iterdir()).read_text(encoding="utf-8"))


def _lay_out(project: Path, activities: int) -> None:
    project.mkdir()
    if activities:
        shutil.copytree(ROOT / "content" / "pages", project / "content" / "pages")
        corpus.write(project, activities, 1)
    else:
        for name in ("data", "content"):
            shutil.copytree(ROOT / name, project / name)


def _retitle(project: Path, number: int) -> None:
    path = min((project / "data" / "activities").rglob("*.yaml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r"(title: [^\s,}（]+)\S*?(?=[\s,}])", rf"\1（修订{number}）", text, count=1), encoding="utf-8"
    )


def _push(project: Path, server: Path) -> tuple[float, float, float]:
    """Seconds from the push until the site is live, until it returns, and of processor time."""
    _git(project, "add", "--all")
    _git(project, "commit", "--quiet", "--message", "改动")
    live, known = server / "live", _shown(server / "live")
    start, before = time.perf_counter(), os.times()
    with ThreadPoolExecutor(1) as beside:
        pushed = beside.submit(_git, project, "push", "origin", "main")
        while not pushed.done() and _shown(live) == known:
            time.sleep(0.005)
        seen = time.perf_counter() - start
        told = pushed.result()
    took, after = time.perf_counter() - start, os.times()
    if "已发布" not in told:
        sys.exit(told)
    user = after.children_user - before.children_user
    return seen, took, user + after.children_system - before.children_system


def _shown(live: Path) -> str:
    return live.readlink().name if live.is_symlink() else ""


def _report(what: str, took: list[tuple[float, float, float]]) -> None:
    seen, told, processor = (statistics.median(times) for times in zip(*took, strict=True))
    print(f"{what:<20}{seen:10.2f}{told:10.2f}{processor:10.2f}", flush=True)


def _git(project: Path, *arguments: object) -> str:
    return _run(project, "git", "-c", "user.name=bench", "-c", "user.email=bench", *arguments)


def _run(folder: Path, *command: object) -> str:
    ran = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if ran.returncode:
        sys.exit(ran.stderr)
    return ran.stderr


if __name__ == "__main__":
    main()
