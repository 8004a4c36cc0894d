"""Marks: what each value of a draft was read from, and whether it awaits a person. They stay in ``data``."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scienceweek.desk.findings import Certainty

FOLDER = "drafts"
SOURCE = ".source.json"
"""What the name of the file with the lines of the document ends with."""
_UNFIT = re.compile(r"[^\w\u3400-\u9fff-]+")
_LONGEST = 60


class MarksError(ValueError):
    """What is wrong with a file of marks, for staff, in Chinese."""


@dataclass(frozen=True, slots=True)
class ValueMark:
    """That the value of *field* of the record *id* was *read* from words which stand at *place*, a file and a cell or line.

    *value* is what is to be written once somebody agrees: that of a record which is shown already is not changed before.
    """

    id: str
    field: str
    mark: Certainty
    read: str
    place: str
    why: str = ""
    value: Any = None

    @property
    def is_open(self) -> bool:
        """Whether it awaits a person."""
        return self.mark is Certainty.CHECK

    @property
    def holds(self) -> bool:
        """Whether its record is not to be published until somebody has looked."""
        return self.is_open and self.value is None


ValueMarks = tuple[ValueMark, ...]


def name_of(document: str) -> str:
    """What the marks of a *document* are called: as it, without what names of files may not have."""
    bare = _UNFIT.sub("-", Path(document).stem).strip("-")[:_LONGEST]
    return bare or "draft"


def read_all(data: Path) -> dict[str, ValueMarks]:
    """The marks in the folder *data* by the name of their file. Raises MarksError."""
    there = sorted((data / FOLDER).glob("*.json"))
    return {path.stem: _read(path) for path in there if not path.name.endswith(SOURCE)}


def written(marks: Iterable[ValueMark]) -> str:
    """*marks* as their file has them, one a line."""
    lines = (json.dumps(_mapped(mark), ensure_ascii=False) for mark in marks)
    return "[\n" + ",\n".join(f"  {line}" for line in lines) + "\n]\n"


def keep(data: Path, name: str, marks: Iterable[ValueMark]) -> None:
    """Leaves *marks* in the file *name*; where there are none, neither them nor the lines of the document."""
    path = data / FOLDER / f"{name}.json"
    kept = tuple(marks)
    if kept:
        path.parent.mkdir(exist_ok=True)
        path.write_text(written(kept), encoding="utf-8", newline="\n")
    else:
        path.unlink(missing_ok=True)
        path.with_name(f"{name}{SOURCE}").unlink(missing_ok=True)


def together(before: Iterable[ValueMark], added: Iterable[ValueMark]) -> ValueMarks:
    """*before* with what is *added*: of one value the later."""
    found = {(one.id, one.field): one for one in (*before, *added)}
    return tuple(found.values())


def held(marks: Mapping[str, ValueMarks]) -> frozenset[str]:
    """The ids of the records that are not to be published yet."""
    return frozenset(one.id for several in marks.values() for one in several if one.holds)


def _mapped(mark: ValueMark) -> dict[str, Any]:
    made = {"id": mark.id, "field": mark.field, "mark": str(mark.mark), "read": mark.read, "from": mark.place}
    if mark.why:
        made["why"] = mark.why
    if mark.value is not None:
        made["value"] = mark.value
    return made


def _read(path: Path) -> ValueMarks:
    try:
        rows = json.loads(path.read_text("utf-8"))
        return tuple(
            ValueMark(
                str(row["id"]),
                str(row["field"]),
                Certainty(row["mark"]),
                str(row["read"]),
                str(row["from"]),
                str(row.get("why", "")),
                row.get("value"),
            )
            for row in rows
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        told = f"data/{FOLDER}/{path.name} 读不了：它记着草稿里哪些值要核对。请从 git 里取回原来的，或者重新导入。"
        raise MarksError(told) from None
