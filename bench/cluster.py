"""What several workers of Dask give: the same site from nothing, reading included, with 1, 2, 4 … of them, and what the one who asks has to do."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
from build import BUILD, lay_out, run

PORT = 18_787
HEAD = f"{'workers':<10}{'wall s':>10}{'ours s':>10}{'theirs s':>10}{'MB ours':>10}{'efficiency':>12}"


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
        project = Path(folder)
        lay_out(project, asked.activities, asked.seed)
        print(HEAD, flush=True)
        first = 0.0
        for number in asked.workers:
            for name in ("output", ".output.build", ".cache"):
                shutil.rmtree(project / name, ignore_errors=True)
            with _workers(project, number) as workers:
                before = _work(workers)
                wall, ours, memory = run(project, BUILD)
                theirs = _work(workers) - before
            first = first or wall * number
            print(
                f"{number:<10}{wall:>10.1f}{ours:>10.1f}{theirs:>10.1f}{memory:>10.0f}{first / (wall * number):>12.0%}",
                flush=True,
            )


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("activities", type=int, help="how many; 0 for the project's own data")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4], help="processes, in each run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where to work: on a disk, or in memory such as /dev/shm")
    return parser.parse_args()


@contextmanager
def _workers(project: Path, number: int) -> Iterator[list[psutil.Process]]:
    """So many, at a scheduler of their own, which builds of this process are then sent to."""
    paths = os.environ | {"PYTHONPATH": str(project / "plugins"), "PYTHONUTF8": "1"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": paths}
    scheduler = ("scheduler", "--host", "127.0.0.1", "--port", str(PORT), "--no-dashboard")
    worker = ("worker", f"tcp://127.0.0.1:{PORT}", "--nthreads", "1", "--no-nanny", "--no-dashboard")
    with ExitStack() as stack:
        started = []
        for name, *words in (scheduler, *[worker] * number):
            program = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{name}", *words], **quiet
            )
            stack.callback(program.wait)
            stack.callback(program.kill)
            started.append(psutil.Process(program.pid))
        os.environ["BUILD_ON"] = f"dask://127.0.0.1:{PORT}"
        stack.callback(os.environ.pop, "BUILD_ON")
        time.sleep(10)  # until all are there
        yield started[1:]


def _work(workers: list[psutil.Process]) -> float:
    """Seconds of the processor that *workers* have used."""
    return sum(sum(worker.cpu_times()[:2]) for worker in workers)


if __name__ == "__main__":
    main()
