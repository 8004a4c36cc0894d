"""Whether what check accepts can be published: random edits of the project, or made-up sites, tried at the doors.

Each kind of fault is told once, with the smallest case that was found and its number. ``gate.py edits 20000`` is an hour
of one processor; ``gate.py edits 1 --seed 7 --first 4711`` tries that one case again.
"""

import argparse
import os
import secrets
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from properties import trials

_OFTEN = 10  # seconds between two lines


def main() -> int:
    asked = _asked()
    cases = {"edits": trials.edits, "sites": trials.made_up}[asked.what]
    print(f"SEED={asked.seed}", flush=True)
    told = [time.monotonic(), 0]

    def log(tally: trials.Tally) -> None:
        """Each kind of fault as soon as it is found: who stops it has not waited for nothing."""
        for finding in list(tally.findings.values())[int(told[1]) :]:
            print(finding, flush=True)
        told[1] = len(tally.findings)
        if time.monotonic() - told[0] > _OFTEN:
            told[0] = time.monotonic()
            print(tally.sum, file=sys.stderr, flush=True)

    numbers = range(asked.first, asked.first + asked.number)
    tally = trials.tried(
        cases(asked.seed, numbers), published=asked.published, shrink=not asked.whole, log=log
    )
    print(tally.count)
    return 1 if tally.findings else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("edits", "sites"))
    parser.add_argument("number", type=int, help="how many")
    parser.add_argument("--seed", default=os.environ.get("SEED") or secrets.token_hex(4))
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument(
        "--published", type=int, default=200, help="one in so many good ones goes to a zip; 0: none"
    )
    parser.add_argument("--whole", action="store_true", help="do not make cases smaller")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
