"""How well documents are read: precision and recall of each field, and whether anything that is wrong was called sure.

Measured on the five notices of the project, and the table of one as Word and as Excel, against the data entered by hand;
and on made-up documents of the kinds that offices get, each with the records that are in it (tests/import_papers.py, tests/notice_papers.py).
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from import_papers import PAPERS, Expected, excel, setting  # noqa: E402
from notice_papers import NOTICE_PAPERS  # noqa: E402

from scienceweek.desk.documents import read  # noqa: E402
from scienceweek.desk.drafts.importing import found_in  # noqa: E402
from scienceweek.desk.drafts.likeness import bare, numbers, plain, same  # noqa: E402
from scienceweek.desk.drafts.shelves import Shelved, Shelves  # noqa: E402
from scienceweek.desk.findings import Certainty, Finding, FoundRecord, Kind  # noqa: E402
from scienceweek.desk.setting import Setting  # noqa: E402
from scienceweek.model.catalogue import Catalogue  # noqa: E402
from scienceweek.source.loading import load  # noqa: E402

NOTICES = {
    "2021-qijiang.txt": "2021-qijiang",
    "2024-yubei.txt": "2024-yubei",
    "2021-pingluo.txt": "2021-pingluo",
    "2021-puyang.txt": "2021-puyang",
    "2022-chongqing.txt": "2022-chongqing",
    "yubei-2024-bases.xlsx": "2024-yubei",
    "yubei-2024-bases.docx": "2024-yubei",
}
"""The campaign of each notice."""
FOLDER = ROOT / "tests" / "desk" / "papers"
COMPARED = {
    Kind.CAMPAIGN: ("name", "series", "district", "when", "theme", "organisers"),
    Kind.BASE: ("name", "type", "address", "contacts", "opening", "hours", "admission"),
    Kind.ACTIVITY: (
        *("title", "subtitle", "when", "where", "organisers", "base", "district", "contacts"),
        *("admission", "ages", "status", "previously", "reason", "stages", "programme"),
    ),
}
"""What a document says in its own words; the rest (topics, kind, audience) is what a person makes of it."""


@dataclass
class Tally:
    """Values by field: *there* in the documents, *right*, *sure* and right, and *wrong*; those that were called sure are *lies*.

    *knows_more*: what is expected was put together by hand, from more than the place where the document says it; then places
    and organisers are right if all that was found is among them.
    """

    knows_more: bool = False
    there: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    sure: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    lies: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.right.total() / max(self.there.total(), 1)

    @property
    def sure_share(self) -> float:
        """Of what was found and right."""
        return self.sure.total() / max(self.right.total(), 1)


class Project:
    """What is in ``data/``, as it was entered by hand."""

    def __init__(self, root: Path = ROOT) -> None:
        self.known = load(root / "data", root / "content").catalogue
        self.shelves = Shelves.of(root / "data")
        self.names = {one.id: one.name for one in (*self.known.bases, *self.known.venues)}
        self.also = {one.id: {one.name, *one.aliases} for one in self.known.venues}

    def expected(self, campaign: str, *, table: bool) -> Iterator[Expected]:
        """What the notice of *campaign* says, or only its *table*."""
        for one in self.shelves.records:
            is_of_table = str(one.fields.get("source", "")).startswith("annex")
            if (one.id if one.kind is Kind.CAMPAIGN else one.said("campaign")) != campaign:
                continue
            if (
                one.kind in COMPARED
                and (is_of_table or not table)
                and not (one.kind is Kind.BASE and not is_of_table)
            ):
                yield Expected(one.kind, self._fields(one))

    def _fields(self, one: Shelved) -> Mapping[str, Any]:
        inferred = one.fields.get("inferred") or ()
        made = {key: value for key, value in one.fields.items() if key not in inferred and value is not None}
        if "base" in made:
            made["base"] = self.names.get(made["base"], made["base"])
        if "where" in made:
            made["where"] = self._place(made["where"])
        return made

    def _place(self, where: Any) -> Any:
        if isinstance(where, list):
            return [self._place(one) for one in where]
        called = {
            name
            for key, value in where.items()
            for name in (
                self.also.get(value, {self.names.get(value, value)}) if isinstance(value, str) else value
            )
            if key in ("base", "venue", "place", "area", "tour", "words", "online")
        }
        return {"called": sorted(called)}


def measured(
    name: str, found: Iterable[FoundRecord], expected: Sequence[Expected], of: Setting, tally: Tally
) -> None:
    """Adds to *tally* how what was *found* in the document *name* agrees with what is *expected*."""
    left = list(found)
    for one in expected:
        alike = [
            other for other in left if other.kind is one.kind and _key(_values(other)) == _key(one.fields)
        ]
        best = max(alike, key=lambda other: _agreeing(other, one, of, tally), default=None)
        if best is not None:
            left.remove(best)
        _compare(name, best, one, of, tally)
    for other in left:
        for key, finding in other.fields.items():
            if (
                key in COMPARED.get(other.kind, ())
                and expected
                and any(one.kind is other.kind for one in expected)
            ):
                _err(f"{name} {other.name}", key, finding, "nothing", tally)


def _compare(name: str, found: FoundRecord | None, one: Expected, of: Setting, tally: Tally) -> None:
    for key in COMPARED[one.kind]:
        finding = found.fields.get(key) if found else None
        right = (
            key in one.fields
            and finding is not None
            and _says(key, finding.value, one.fields[key], of, tally)
        )
        told = f"{name} {one.fields.get('title') or one.fields.get('name')}"
        if key in one.fields:
            tally.there[key] += 1
            tally.right[key] += right
            if finding is None:
                tally.missed.append(f"{told}: {key} is {one.fields[key]}")
        if finding is not None and right:
            tally.sure[key] += finding.mark is Certainty.SURE
        elif finding is not None:
            _err(told, key, finding, one.fields.get(key, "nothing"), tally)


def _err(told: str, key: str, finding: Finding, expected: Any, tally: Tally) -> None:
    tally.wrong[key] += 1
    line = f"{told}: {key} is {expected}, not {finding.value}"
    (tally.lies if finding.mark is Certainty.SURE else tally.missed).append(line)


def _agreeing(found: FoundRecord, one: Expected, of: Setting, tally: Tally) -> int:
    return sum(
        key in found.fields and _says(key, found.fields[key].value, value, of, tally)
        for key, value in one.fields.items()
    )


def _values(found: FoundRecord) -> dict[str, Any]:
    return {key: finding.value for key, finding in found.fields.items()}


def _key(fields: Mapping[str, Any]) -> str:
    if "series" in fields or "notice" in fields:
        return "campaign"
    return plain(f"{fields.get('title') or fields.get('name') or ''}{fields.get('subtitle') or ''}")


def _says(key: str, found: Any, expected: Any, of: Setting, tally: Tally) -> bool:
    if key == "where":
        return _same_places(found, expected, within=tally.knows_more)
    if key == "organisers":
        mine, others = _parties(found), _parties(expected)
        return mine <= others if tally.knows_more else mine == others
    if key == "contacts":
        return numbers(found) == numbers(expected)
    if key == "opening":
        return same("openings", [_opened(one) for one in found], [_opened(one) for one in expected], of)
    return same(key, found, expected, of)


def _parties(organisers: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Each role with each name, without the district before it: a notice has it once so, once so."""
    return {(role, bare(name)) for role, names in organisers.items() for name in names}


def _opened(one: Mapping[str, Any]) -> dict[str, Any]:
    return {key: one[key] for key in ("when", "admission", "note") if key in one}


def _same_places(found: Any, expected: Any, *, within: bool) -> bool:
    mine, others = (one if isinstance(one, list) else [one] for one in (found, expected))
    return (within or len(mine) == len(others)) and all(
        any(_called(a) & _called(b) for b in others) for a in mine
    )


def _called(where: Mapping[str, Any]) -> set[str]:
    return {
        plain(name) for value in where.values() for name in (value if isinstance(value, list) else [value])
    }


def of_notices(project: Project) -> Tally:
    """How well the notices of the project are read."""
    tally = Tally(knows_more=True)
    for name, campaign in NOTICES.items():
        document = read(FOLDER / name)
        is_table = not name.endswith(".txt")
        district = next(one.district.id for one in project.known.campaigns if one.id == campaign)
        of = Setting(project.known, campaign, district, int(campaign[:4]))
        # A notice is read as on the day on which it came: nobody has entered anything of it.
        before = Setting(
            _without(project.known, campaign), campaign if is_table else "", district, int(campaign[:4])
        )
        found = found_in(document, of if is_table else before).records
        measured(name, found, [*project.expected(campaign, table=is_table)], of, tally)
    return tally


def _without(known: Catalogue, campaign: str) -> Catalogue:
    return Catalogue(
        districts=known.districts,
        organisations=known.organisations,
        terms=known.terms,
        venues=known.venues,
        campaigns=tuple(one for one in known.campaigns if one.id != campaign),
    )


def of_papers(project: Project) -> Tally:
    """How well the made-up documents are read."""
    tally = Tally()
    with TemporaryDirectory() as folder:
        for paper in (*PAPERS, *NOTICE_PAPERS):
            of = setting(project.known.terms, is_first=paper.is_first)
            path = Path(folder) / paper.name
            path.write_bytes(paper.content)
            measured(paper.name, found_in(read(path), of).records, paper.records, of, tally)
    return tally


def main() -> None:
    asked = _asked()
    project = Project()
    _time(asked.rows, project)
    for name, measure in (("the notices", of_notices), ("made-up documents", of_papers)):
        began = time.perf_counter()
        tally = measure(project)
        _report(name, tally, time.perf_counter() - began)
        for line in (*tally.lies, *(tally.missed if asked.all else ())):
            print(f"  {line}")


def _time(rows: int, project: Project) -> None:
    """How long a table with so many *rows* takes to be read."""
    head = ["序号", "单位", "活动名称", "活动时间", "活动地点", "联系人及电话"]
    table = [
        [
            str(row),
            f"第{row}小学",
            f"科学实验{row}",
            f"5月{25 + row % 7}日9:00",
            f"实验楼{row}室",
            "赵一 0999-6000001",
        ]
        for row in range(1, rows + 1)
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "表.xlsx"
        path.write_bytes(excel([head, *table]))
        began = time.perf_counter()
        found = found_in(read(path), setting(project.known.terms)).records
        print(f"{len(found):,} rows: {time.perf_counter() - began:.1f} s")


def _report(name: str, tally: Tally, seconds: float) -> None:
    print(
        f"\n{name}: recall {tally.recall:.1%}, sure {tally.sure_share:.1%}, wrong but sure {len(tally.lies)}; {seconds:.1f} s"
    )
    print(f"{'field':<12} there  right  recall  precision  sure")
    for key in sorted(tally.there | tally.wrong, key=lambda one: -tally.there[one]):
        there, right, wrong = tally.there[key], tally.right[key], tally.wrong[key]
        recall = f"{right / there:.0%}" if there else "–"
        precision = f"{right / (right + wrong):.0%}" if right + wrong else "–"
        sure = f"{tally.sure[key] / right:.0%}" if right else "–"
        print(f"{key:<12} {there:>5}  {right:>5}  {recall:>6}  {precision:>9}  {sure:>4}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000, help="of a table whose reading is timed")
    parser.add_argument("--all", action="store_true", help="tell what was missed, too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
