"""How long a build takes: of everything, of nothing, of one title."""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import corpus

ROOT = Path(__file__).parents[1]
PROGRAM = ("plugins", "theme", "pelicanconf.py", "content/pages")
CHECK = ("-m", "scienceweek", "check")
BUILD = ("-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors", "--quiet")


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
        project = Path(folder)
        lay_out(project, asked.activities, asked.seed)
        changes = titles(project)
        heading(asked.rounds)
        report("check", project, CHECK, asked.rounds)
        report("check one title", project, CHECK, asked.rounds, lambda: next(changes))
        report("from nothing", project, BUILD, asked.rounds, lambda: _clear(project))
        report("nothing changed", project, BUILD, asked.rounds)
        report("one title changed", project, BUILD, asked.rounds, lambda: next(changes))
        sizes = [path.stat().st_size for path in (project / "output").rglob("*") if path.is_file()]
        print(f"{len(sizes)} files, {sum(sizes) / 1e6:.0f} MB")


def heading(rounds: int) -> None:
    print(f"{'':<28}{'wall s':>10}{'CPU s':>10}{'MB':>10}   median of {rounds}", flush=True)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("activities", type=int, help="how many; 0 for the project's own data")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each, of which the median is told")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where to work: on a disk, or in memory such as /dev/shm")
    return parser.parse_args()


def lay_out(project: Path, activities: int, seed: int) -> None:
    for name in (*PROGRAM, *(() if activities else ("data", "content"))):
        into = project / name
        into.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, into, dirs_exist_ok=True)
        else:
            shutil.copy(ROOT / name, into)
    if activities:
        corpus.write(project, activities, seed)


def titles(project: Path, after: int = 0) -> Iterator[str]:
    """Each step changes the title of one activity, always the same; the first as the one *after* so many."""
    path = max((project / "data" / "activities").rglob("*.yaml"))
    text = path.read_text(encoding="utf-8")
    number = after
    while True:
        number += 1
        changed = re.sub(r"( title: \S+)", rf"\1修订{number}", text, count=1)
        path.write_text(changed, encoding="utf-8")
        yield changed


def _clear(project: Path) -> None:
    for name in ("output", ".output.build"):
        shutil.rmtree(project / name, ignore_errors=True)


def report(
    what: str, project: Path, command: tuple[str, ...], rounds: int, before: Callable[[], object] = int
) -> None:
    taken = []
    for _ in range(rounds):
        before()
        taken.append(run(project, command))
    wall, work, memory = map(statistics.median, zip(*taken, strict=True))
    print(f"{what:<28}{wall:>10.2f}{work:>10.2f}{memory:>10.0f}", flush=True)


def clean() -> dict[str, str]:
    """The environment in which Python keeps what it has compiled, as it does on most machines."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(project: Path, command: tuple[str, ...]) -> tuple[float, float, float]:
    """Seconds on the clock, seconds of all processors, and megabytes of the largest process."""
    start = time.perf_counter()
    paths = clean() | {"PYTHONPATH": str(project / "plugins"), "PYTHONUTF8": "1"}
    running = subprocess.Popen(
        [sys.executable, *command], cwd=project, env=paths, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    said = running.stderr.read()
    _, status, used = os.wait4(running.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(said.decode())
    running.returncode = status
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
