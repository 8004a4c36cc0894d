"""What was changed in a table, as the files of ``data/`` are then; and what the loader says of them, by cell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from scienceweek.desk.drafts.ids import Ids
from scienceweek.desk.drafts.shelves import Shelves
from scienceweek.desk.drafts.trial import faults
from scienceweek.desk.drafts.writing import UnwritableError, appended, created, edited, removed
from scienceweek.desk.findings import Kind, Value
from scienceweek.desk.sheets.columns import RECORDS, TITLES, Fields
from scienceweek.desk.sheets.taking_back import RowChange, TakenBack
from scienceweek.source.mistakes.problems import Problem, Problems
from scienceweek.source.records.shape import fields as fields_of
from scienceweek.source.yaml.tree import read

_HEADS: Mapping[Kind, str] = {Kind.ACTIVITY: "campaign", Kind.BASE: "district"}
_FOLDERS: Mapping[Kind, str] = {Kind.ACTIVITY: "activities", Kind.BASE: "bases"}
_SCHEMAS: Mapping[Kind, str] = {
    Kind.ACTIVITY: "../schema/activities.json",
    Kind.BASE: "../schema/bases.json",
    Kind.VENUE: "schema/venues.json",
}


@dataclass(frozen=True, slots=True)
class PutIn:
    """The *texts* of the files of ``data/`` that differ then, by name; what was done, a line for each; what is wrong."""

    texts: Mapping[str, str]
    done: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A change with the *id* of its record and the *file* that it goes into, of which the *head* is new where it has none."""

    change: RowChange
    id: str
    file: str
    fields: Fields
    head: str = ""


def put_in(taken: TakenBack, shelves: Shelves, data: Path, content: Path, ever: Iterable[str] = ()) -> PutIn:
    """*taken* as it goes into the folder *data*; nothing is written. *ever* are ids that there once were."""
    if taken.faults or not taken.changes:
        return PutIn({}, faults=taken.faults)
    ids = Ids((*shelves.ids, *ever))
    homeless: list[str] = []
    placed = [one for change in taken.changes for one in _placed(change, taken, shelves, ids, homeless)]
    if homeless:
        return PutIn({}, faults=tuple(homeless))
    by_file: dict[str, list[_Placed]] = defaultdict(list)
    for one in placed:
        by_file[one.file].append(one)
    try:
        texts = {
            file: _text(taken.kind, shelves.texts.get(file, ""), several) for file, several in by_file.items()
        }
    except UnwritableError as error:
        return PutIn({}, faults=(str(error),))
    told = tuple(_told(one, taken.kind) for one in placed)
    return PutIn(texts, told, tuple(_faults(texts, placed, taken.kind, data, content)))


def difference(put: PutIn, shelves: Shelves) -> Iterator[str]:
    """What *put* changes, line by line, as ``diff`` has it."""
    for file, text in put.texts.items():
        before = shelves.texts.get(file, "").splitlines()
        yield from unified_diff(before, text.splitlines(), f"data/{file}", f"data/{file}", lineterm="")


def written(put: PutIn, data: Path) -> tuple[Path, ...]:
    """Writes what is *put* in into the folder *data*; the files."""
    for file, text in put.texts.items():
        path = data / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return tuple(data / file for file in put.texts)


def _placed(
    change: RowChange, taken: TakenBack, shelves: Shelves, ids: Ids, homeless: list[str]
) -> Iterator[_Placed]:
    if change.before:
        yield _Placed(change, change.id, change.before.file, change.fields)
        return
    key = _HEADS.get(taken.kind, "")
    named = {"campaign": taken.campaign, "district": taken.district}
    head = str(change.fields.get(key) or named.get(key, ""))
    if key and not head:
        title = fields_of(RECORDS[taken.kind])[key].title
        homeless.append(f"{change.row}：新的一行要写{title}。")
        return
    name = str(change.fields.get("title") or change.fields.get("name"))
    id = ids.of_activity(head) if taken.kind is Kind.ACTIVITY else ids.of_name(name, taken.kind.value)
    fields = {one: value for one, value in change.fields.items() if one != key}
    yield _Placed(change, id, _file(taken.kind, head, shelves), {"id": id, **fields}, head)


def _file(kind: Kind, head: str, shelves: Shelves) -> str:
    """The file of ``data/`` that a new record goes into: where most of its like are."""
    if kind is Kind.VENUE:
        return "venues.yaml"
    files = [one.file for one in shelves.of_kind(kind) if one.head.get(_HEADS[kind]) == head]
    return max(files, key=files.count, default=f"{_FOLDERS[kind]}/{head}.yaml")


def _text(kind: Kind, text: str, placed: Iterable[_Placed]) -> str:
    order = list(fields_of(RECORDS[kind]))
    several = list(placed)
    changes = {one.id: _differing(one) for one in several if one.change.before and not one.change.gone}
    added = [_ordered(one.fields, order) for one in several if not one.change.before]
    if not text:
        key = _HEADS.get(kind)
        return created(_SCHEMAS[kind], {key: several[0].head} if key else {}, kind.value, added)
    if changes:
        text = edited(text, kind.value, changes, order)
    text = appended(text, kind.value, added)
    gone = [one.id for one in several if one.change.gone]
    return removed(text, kind.value, gone) if gone else text


def _differing(one: _Placed) -> dict[str, Value | None]:
    """The fields that are otherwise than before."""
    return {name: one.fields.get(name) for name in one.change.cells}


def _ordered(fields: Fields, order: list[str]) -> Fields:
    return {name: fields[name] for name in order if name in fields}


def _told(one: _Placed, kind: Kind) -> str:
    before = one.change.before
    if before and one.change.gone:
        return f"删去{TITLES[kind]}“{before.name}”（{one.id}）"
    name = one.fields.get("title") or one.fields.get("name") or (before.name if before else "")
    if before is None:
        return f"增加{TITLES[kind]}“{name}”（{one.id}）"
    titles = [str(fields_of(RECORDS[kind])[field].title) for field in one.change.cells]
    return f"修改{TITLES[kind]}“{name}”（{one.id}）：{'、'.join(titles)}"


def _faults(
    texts: Mapping[str, str], placed: Iterable[_Placed], kind: Kind, data: Path, content: Path
) -> Iterator[str]:
    """What the loader says of ``data/`` with these *texts*: of a row of the table by its cell."""
    by_id = {one.id: one for one in placed}
    named = {f"data/{file}": text for file, text in texts.items()}
    for problem in faults(data, content, named):
        yield _by_cell(problem, named, by_id, kind) or str(problem)


def _by_cell(problem: Problem, texts: Mapping[str, str], by_id: Mapping[str, _Placed], kind: Kind) -> str:
    """*problem* with the cell that it is in, or "" where it is in none that was changed."""
    text = texts.get(problem.file)
    node = read(problem.file, text, Problems()) if text else None
    listed = node.parts.get(kind.value) if node else None
    rows = [one for one in listed.parts.values() if one.line <= problem.line] if listed else []
    if not rows:
        return ""
    row = max(rows, key=lambda one: one.line)
    placed = by_id.get(str(row.value.get("id"))) if isinstance(row.value, dict) else None
    if placed is None:
        return ""
    marks = [(place, field) for field, place in row.marks.items() if place[0] <= problem.line]
    field = max(marks)[1] if marks else ""
    return f"{placed.change.cells.get(field, placed.change.row)}：{problem.message}"
