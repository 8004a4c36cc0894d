"""How long it takes from saving a file until the page that shows it is served, while a site is being previewed."""

import argparse
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from build import clean, lay_out

_STEP = 0.01  # seconds
_REST = 1.5  # until whoever has built has put away what it keeps


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("activities", type=int, help="how many; 0 for the project's own data")
    parser.add_argument("--rounds", type=int, default=5, help="edits, of which the median is told")
    parser.add_argument("--folder", help="where to work: on a disk, or in memory such as /dev/shm")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
        project = Path(folder)
        lay_out(project, asked.activities, 7)
        told(project, asked.rounds)


def told(project: Path, rounds: int) -> None:
    """Previews the *project* and says how long a first build took, and each of so many edits."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "scienceweek", "serve", "--port", str(port), "--no-open"]
    paths = clean() | {
        "PYTHONPATH": os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), str(project / "plugins")))),
        "PYTHONUTF8": "1",
    }
    began = time.perf_counter()
    serving = subprocess.Popen(
        command, cwd=project, env=paths, stdout=subprocess.DEVNULL, process_group=0, stdin=subprocess.DEVNULL
    )
    try:
        file, page, title = edited(project)
        address = f"http://127.0.0.1:{port}/{page}"
        _served(address, title)
        print(f"{'first build':<16}{time.perf_counter() - began:8.2f} s", flush=True)
        print(f"{'an edit':<16}{'clock s':>10}{'CPU s':>10}   median of {rounds}")
        took = []
        for number in range(rounds):
            time.sleep(_REST)
            text, before = file.read_text(encoding="utf-8"), _work(serving.pid)
            file.write_text(text.replace(title, title := f"修订{number}"), encoding="utf-8")
            start = time.perf_counter()
            _served(address, title)
            seen = time.perf_counter() - start
            time.sleep(_REST)
            took.append((seen, _work(serving.pid) - before))
        clock, work = (statistics.median(times) for times in zip(*took, strict=True))
        print(f"{'':<16}{clock:10.2f}{work:10.2f}   {', '.join(f'{one[0]:.2f}' for one in took)}")
    finally:
        serving.terminate()
        serving.wait()


def edited(project: Path) -> tuple[Path, str, str]:
    """A file, the page of its first activity, and the words of that one's title that are to change."""
    file = max((project / "data" / "activities").rglob("*.yaml"))
    first = re.search(r"- id: (\S+)\n\s+title: (.+)", file.read_text(encoding="utf-8"))
    if not first:
        raise SystemExit(f"{file} has no activity")
    return file, f"activities/{first[1]}.html", first[2].strip()


def _served(address: str, words: str) -> None:
    while True:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own
                if words in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(_STEP)


def _work(leader: int) -> float:
    """Seconds of the processor that the processes of the session of *leader* have taken, those that have ended included."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == leader or int(stat.parent.name) == leader or int(fields[2]) in _groups(leader):
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _groups(leader: int) -> set[int]:
    """The groups that its children lead."""
    found = {leader}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == leader:
            found.add(int(fields[2]))
    return found


if __name__ == "__main__":
    main()
