"""What each device for speed gives: the same runs with all of them, and with one of them off, in turns.

Off, the site must come out the same, byte for byte; that is looked at too.
"""

import argparse
import shutil
import statistics
import tempfile
from hashlib import blake2b
from pathlib import Path

from build import BUILD, CHECK, lay_out, run, titles
from without import DEVICES

LAUNCHER = Path(__file__).with_name("without.py")
CASES = ("cold", "edit", "again")
STEPS = {"check": CHECK, "build": BUILD}


class Runs:
    """A project of its own, always run with one *device* off, and what each step of each case has taken."""

    def __init__(self, device: str, folder: Path, asked: argparse.Namespace, after: int = 0) -> None:
        self.device, self.project = device, folder / (device.replace(" ", "-") or "all")
        lay_out(self.project, asked.activities, asked.seed)
        self._steps = asked.steps
        self._changes, self.edits = titles(self.project, after), after
        self.taken: dict[tuple[str, str], list[tuple[float, float, float]]] = {}

    def case(self, case: str) -> None:
        if case == "cold":
            for name in ("output", ".output.build", ".cache", "theme/templates/__pycache__"):
                shutil.rmtree(self.project / name, ignore_errors=True)
        elif case == "edit":
            next(self._changes)
            self.edits += 1
        for step in self._steps:
            launched = (str(LAUNCHER), self.device, *STEPS[step])
            self.taken.setdefault((case, step), []).append(run(self.project, launched))

    def site(self) -> str:
        found = blake2b()
        output = self.project / "output"
        for path in sorted(output.rglob("*")):
            if path.is_file():
                found.update(str(path.relative_to(output)).encode() + b"\0" + path.read_bytes())
        return found.hexdigest()


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
        whole = Runs("", Path(folder), asked)
        whole.case("cold")
        for device in asked.devices:
            one = Runs(device, Path(folder), asked, whole.edits)
            # The rounds of the other cases find what this has left.
            if "cold" not in asked.cases:
                one.case("cold")
            for runs in (whole, one):
                runs.taken.clear()
            for case in asked.cases:
                for _ in range(asked.cold if case == "cold" else asked.rounds):
                    whole.case(case)
                    one.case(case)
            _report(whole, one, asked.activities)
            if whole.site() != one.site():
                raise SystemExit(f"without {device} the site is another")
            shutil.rmtree(one.project)


def _report(whole: Runs, one: Runs, activities: int) -> None:
    """A line of the table in docs/performance.md for each step: seconds of all processors, and megabytes."""
    for (case, step), taken in one.taken.items():
        on = [work for _, work, _ in whole.taken[case, step]]
        off = [work for _, work, _ in taken]
        wall = [statistics.median(wall for wall, _, _ in runs) for runs in (whole.taken[case, step], taken)]
        memory = [statistics.median(size for _, _, size in runs) for runs in (whole.taken[case, step], taken)]
        gains = [(without - with_) / without * 100 for with_, without in zip(on, off, strict=True)]
        spread = f"{min(gains):.0f} … {max(gains):.0f}"
        print(
            f"| {one.device} | {activities or 59} | {case} | {step} | {statistics.median(on):.2f} | "
            f"{statistics.median(off):.2f} | {statistics.median(gains):.0f} ({spread}) | {memory[0]:.0f} | "
            f"{memory[1]:.0f} | {wall[0]:.1f} | {wall[1]:.1f} |",
            flush=True,
        )


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("activities", type=int, help="how many; 0 for the project's own data")
    parser.add_argument("--devices", nargs="+", choices=tuple(DEVICES), default=tuple(DEVICES))
    parser.add_argument("--cases", nargs="+", choices=CASES, default=("cold", "edit"))
    parser.add_argument("--steps", nargs="+", choices=tuple(STEPS), default=tuple(STEPS))
    parser.add_argument("--rounds", type=int, default=3, help="pairs of runs, on and off in turn")
    parser.add_argument("--cold", type=int, default=1, help="pairs of runs from nothing")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where to work: on a disk, or in memory such as /dev/shm")
    return parser.parse_args()


if __name__ == "__main__":
    main()
