"""A person has looked: marks go, what waited is written, and a value that was wrong is put right."""

from pathlib import Path
from typing import Any

from scienceweek.desk.drafts import marks
from scienceweek.desk.drafts.marks import ValueMark
from scienceweek.desk.drafts.shelves import Shelves
from scienceweek.desk.drafts.trial import faults
from scienceweek.desk.drafts.writing import UnwritableError, changed, changed_whole
from scienceweek.desk.findings import Kind
from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.yaml.tree import read


class AcceptError(ValueError):
    """Why something cannot be accepted or put right, for staff, in Chinese."""


def accepted(data: Path, content: Path, what: str, field: str = "") -> str:
    """Takes away the marks of *what*, a document or the id of a record, perhaps only of one *field*; what is said. Raises AcceptError."""
    there = _there(data)
    names = {what, marks.name_of(what)}
    chosen = {
        name: tuple(
            one for one in several if (name in names or one.id == what) and (not field or one.field == field)
        )
        for name, several in there.items()
    }
    gone = [one for several in chosen.values() for one in several]
    if not gone:
        known = "、".join(
            [*there, *dict.fromkeys(one.id for several in there.values() for one in several)][:12]
        )
        raise AcceptError(f"没有“{what}”的草稿记号。现在有：{known or '没有'}。")
    _write(data, content, {(one.id, one.field): one.value for one in gone if one.value is not None})
    for name, several in chosen.items():
        if several:
            marks.keep(data, name, (one for one in there[name] if one not in several))
    looked = sum(one.is_open for one in gone)
    return f"{len({one.id for one in gone})} 条记录核对好了：{looked} 个要核对的值不再有记号。"


def corrected(data: Path, content: Path, id: str, field: str, written: str) -> str:
    """Writes at *field* of the record *id* what somebody has *written* instead, as in YAML; what is said. Raises AcceptError."""
    there = _there(data)
    _write(data, content, {(id, field): _value(written)})
    for name, several in there.items():
        kept = tuple(one for one in several if (one.id, one.field) != (id, field))
        if kept != several:
            marks.keep(data, name, kept)
    return "改好了。"


def dropped(data: Path, id: str, field: str) -> str:
    """Does not write what waited for *field* of the record *id*, which stays as it is. Raises AcceptError."""
    there = _there(data)
    for name, several in there.items():
        gone = [one for one in several if (one.id, one.field) == (id, field) and one.value is not None]
        if gone:
            marks.keep(data, name, (one for one in several if one not in gone))
            return "没有改，照原来的。"
    raise AcceptError("这一项没有等着改的值。")


def _there(data: Path) -> dict[str, tuple[ValueMark, ...]]:
    try:
        return marks.read_all(data)
    except marks.MarksError as error:
        raise AcceptError(str(error)) from None


def _value(written: str) -> Any:
    """What is *written*: a text, or a list or record as YAML has it on a line; None if it is empty."""
    text = written.strip()
    if not text.startswith(("[", "{")):
        return text or None
    problems = Problems()
    node = read("改正", f"value: {text}\n", problems)
    if node is None or problems.errors or not isinstance(node.value, dict):
        told = f"：{problems.errors[0].message}" if problems.errors else "。"
        raise AcceptError(f"看不懂这样写的值{told}")
    return node.value["value"]


def _write(data: Path, content: Path, values: dict[tuple[str, str], Any]) -> None:
    """Writes *values* by record and field, if the loader reads them."""
    if not values:
        return
    shelves = Shelves.of(data)
    texts: dict[str, str] = {}
    for (id, field), value in values.items():
        record = shelves.find(id)
        if record is None:
            raise AcceptError(f"data/ 里没有编号“{id}”的记录了。")
        text = texts.get(record.file, shelves.texts[record.file])
        try:
            if record.kind is Kind.CAMPAIGN:
                texts[record.file] = changed_whole(text, {field: value})
            else:
                texts[record.file] = changed(text, record.kind.value, id, {field: value})
        except UnwritableError as error:
            raise AcceptError(str(error)) from None
    if found := faults(data, content, {f"data/{name}": text for name, text in texts.items()}):
        raise AcceptError(f"检查不接受，没有写：{found[0].message}")
    for name, text in texts.items():
        (data / name).write_text(text, encoding="utf-8", newline="\n")
