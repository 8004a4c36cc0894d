"""How long a check takes: of the project's own notices and of a made-up site, cold, warm, and with one title changed.

Staff wait for it before each push, and the server makes them wait again: a second for the notices, three for 10,000
activities of which one has changed.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from build import CHECK, heading, lay_out, report, titles


def main() -> None:
    asked = _asked()
    heading(asked.rounds)
    for activities in (0, asked.activities):
        with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
            _measure(Path(folder), activities, asked)


def _measure(project: Path, activities: int, asked: argparse.Namespace) -> None:
    lay_out(project, activities, asked.seed)
    changes = titles(project)
    name = f"{activities:,} activities" if activities else "the notices"
    report(f"{name}, cold", project, CHECK, asked.rounds, lambda: _forget(project))
    report(f"{name}, warm", project, CHECK, asked.rounds)
    report(f"{name}, one changed", project, CHECK, asked.rounds, lambda: next(changes))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--activities", type=int, default=10_000, help="of the made-up site")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each, of which the median is told")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where to work: on a disk, or in memory such as /dev/shm")
    return parser.parse_args()


def _forget(project: Path) -> None:
    """As on a machine that has never checked: nothing is kept from before."""
    shutil.rmtree(project / ".cache", ignore_errors=True)


if __name__ == "__main__":
    main()
