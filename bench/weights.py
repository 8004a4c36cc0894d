"""How heavy pages grow: those of a crowded city, or of a country of so many districts.

A crowded city has one topic, one month, a day that every fifth has, a district with a quarter of all.

Each kind of file that grows with a site is drawn; the heaviest of each kind is told, with what a phone loads of it.
"""

import argparse
import sys
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import corpus

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from scienceweek.check.inspection import inspect  # noqa: E402
from scienceweek.formats.ground import csp  # noqa: E402
from scienceweek.links import Site  # noqa: E402
from scienceweek.plan import plan  # noqa: E402
from scienceweek.plan.brief import Brief  # noqa: E402
from scienceweek.render import Chapter, Contents, Target  # noqa: E402
from scienceweek.views.parts.contacts import Privacy  # noqa: E402

RAW, PACKED = 1_500_000, 200_000  # bytes that no page and no shard may exceed
SINGLE = ("activities/", "bases/", "marks/", "pictures/", "venues/", "notices/", "assets/map")


def main() -> None:
    asked = _asked()
    corpus.A_BASE = asked.to_a_base
    with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
        project = Path(folder)
        crowded = not asked.even and asked.districts == corpus.DISTRICTS
        corpus.write(project, asked.activities, asked.seed, crowded=crowded, districts=asked.districts)
        inspected = inspect(project / "data", project / "content")
    site = Site("虚构的科普网", url="https://kepu.example.cn", csp=csp(Brief.ground), uid_domain="example.cn")
    brief = Brief(site, Privacy(date(2026, 5, 3)), (), ROOT / "theme")
    heaviest: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for target in _targets(plan(inspected.catalogue, brief)):
        if target.path.endswith((".html", ".js")) and not target.path.startswith(SINGLE):
            drawn = target.draw(*target.data)
            size = (len(zlib.compress(drawn, 9, 31)), len(drawn), target.path)
            heaviest[_kind(target.path)].append(size)
    print(f"{'':<34}{'files':>7}{'gzip KB':>9}{'KB':>8}   heaviest")
    for kind, sizes in sorted(heaviest.items(), key=lambda pair: -max(pair[1])[0]):
        packed, _, path = max(sizes)
        most = max(raw for _, raw, _ in sizes)
        over = "  OVER" if packed > PACKED or most > RAW else ""
        print(f"{kind:<34}{len(sizes):>7}{packed / 1000:>9.1f}{most / 1000:>8.0f}   {path}{over}", flush=True)


def _targets(parts: Iterable[Target | Chapter | Contents]) -> Iterator[Target]:
    for part in parts:
        if isinstance(part, Target):
            yield part
        elif isinstance(part, Chapter) and not _is_single(part):
            yield from _targets(part.planned()[0])


def _is_single(part: Chapter) -> bool:
    return part.targets.__name__ == "_activity_pages"


def _kind(path: str) -> str:
    folder, _, name = path.rpartition("/")
    parts = name.split(".")
    if not folder:
        return f"{parts[0]}{'.*' * (len(parts) - 2)}.{parts[-1]}"
    return f"{folder}/*{'.*' * (len(parts) - 2)}.{parts[-1]}" + (
        " (month)" if folder == "calendar" and len(parts[0]) == 7 else ""
    )


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("activities", type=int)
    parser.add_argument(
        "--districts", type=int, default=corpus.DISTRICTS, help="another number: a country of so many, even"
    )
    parser.add_argument("--even", action="store_true", help="the usual city, not a crowded one")
    parser.add_argument("--to-a-base", type=int, default=corpus.A_BASE, help="activities to a base")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where to work: on a disk, or in memory such as /dev/shm")
    return parser.parse_args()


if __name__ == "__main__":
    main()
