"""What each of the world's formats costs for 1,000 activities: seconds of one processor, files, MB; its values beside its files.

Time of the process (user and system), so that what others do on the machine counts little. One run is one round: what has been
made once is remembered.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import corpus

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from scienceweek import links  # noqa: E402
from scienceweek.check.inspection import inspect  # noqa: E402
from scienceweek.formats import jsonld  # noqa: E402
from scienceweek.links import Site  # noqa: E402
from scienceweek.model.catalogue import Catalogue  # noqa: E402
from scienceweek.plan import plan  # noqa: E402
from scienceweek.plan.brief import Brief  # noqa: E402
from scienceweek.plan.change_log import ChangeLog, grown  # noqa: E402
from scienceweek.plan.open_data.everything import everything  # noqa: E402
from scienceweek.render import Contents, Target  # noqa: E402
from scienceweek.views.parts.contacts import Privacy  # noqa: E402

T = TypeVar("T")
MOMENT = datetime(2026, 5, 3, tzinfo=UTC)
CHANGES, LINKED, VALUES = "change feed", "JSON-LD, in pages", "values of open data, for all of these"
NAMES = {
    "json": "JSON",
    "csv": "CSV",
    "xlsx": "XLSX",
    "geojson": "GeoJSON",
    "ics": "ICS",
    "atom": "Atom",
}
OPEN = {"JSON", "CSV", "XLSX", "GeoJSON"}


@dataclass
class Cost:
    """State: what was made of a format so far."""

    seconds: float = 0
    files: int = 0
    octets: int = 0


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
        project = Path(folder)
        corpus.write(project, asked.activities, 1)
        catalogue = inspect(project / "data", project / "content").catalogue
    site = Site("虚构的科普网", url="https://kepu.example.cn", uid_domain="example.cn")
    brief = Brief(site, Privacy(date(2026, 5, 3)), (), ROOT / "theme")
    share = 1000 / len(catalogue.activities)
    print(f"{'':<40}{'CPU s':>8}{'files':>7}{'MB':>8}")
    for name, cost in _costs(catalogue, brief).items():
        told = f"{cost.seconds * share:>8.2f}{cost.files * share:>7.0f}{cost.octets * share / 1e6:>8.2f}"
        print(f"{name:<40}{told}")


def _costs(catalogue: Catalogue, brief: Brief) -> dict[str, Cost]:
    costs: dict[str, Cost] = defaultdict(Cost)
    log: ChangeLog = ()
    seconds, log = _timed(lambda: grown((), everything(catalogue, brief), MOMENT))
    costs[CHANGES].seconds += seconds
    for part in plan(catalogue, brief, log):
        if isinstance(part, Contents):
            continue
        if isinstance(part, Target):
            _add(costs, part)
            continue
        seconds, (targets, _) = _timed(part.planned)
        # What is planned with pages is theirs.
        kinds = {_kind(one.path) for one in targets}
        if len(kinds) == 1 or (kinds and kinds <= OPEN):
            costs[kinds.pop() if len(kinds) == 1 else VALUES].seconds += seconds
        for target in targets:
            _add(costs, target)
    costs[LINKED] = _linked(catalogue, brief.site)
    return {kind: cost for kind, cost in costs.items() if kind}


def _add(costs: dict[str, Cost], target: Target) -> None:
    if kind := _kind(target.path):
        seconds, content = _timed(lambda: target.draw(*target.data))
        cost = costs[kind]
        cost.seconds += seconds
        cost.files += 1
        cost.octets += len(content)


def _kind(path: str) -> str:
    if path.startswith("data/changes/"):
        return CHANGES
    is_schema = path.endswith(".schema.json")
    return "" if is_schema or path == links.MANIFEST else NAMES.get(path.rpartition(".")[2], "")


def _linked(catalogue: Catalogue, site: Site) -> Cost:
    """Of activities: made of the record, and written as the page does."""
    seconds, texts = _timed(
        lambda: [
            json.dumps(
                jsonld.activity_jsonld(one, site.absolute(links.activity(one))),
                ensure_ascii=False,
                default=str,
            )
            for one in catalogue.activities
        ]
    )
    return Cost(seconds, 0, sum(len(text.encode()) for text in texts))


def _timed(act: Callable[[], T]) -> tuple[float, T]:
    begun = time.process_time()
    made = act()
    return time.process_time() - begun, made


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("activities", type=int, nargs="?", default=1000)
    parser.add_argument("--folder", help="where to work: on a disk, or in memory such as /dev/shm")
    return parser.parse_args()


if __name__ == "__main__":
    main()
