"""The columns of a table: which fields of a record, what they are called, and how a value comes out of a record and goes in."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from scienceweek.desk.findings import Kind, Value
from scienceweek.desk.sheets.cells import Shape, shape
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.contact import ContactRecord
from scienceweek.source.records.place import AdmissionRecord, BaseRecord, VenueRecord
from scienceweek.source.records.record import Record
from scienceweek.source.records.shape import fields

RECORDS: Mapping[Kind, type[Record]] = {
    Kind.ACTIVITY: ActivityRecord,
    Kind.BASE: BaseRecord,
    Kind.VENUE: VenueRecord,
}
TITLES: Mapping[Kind, str] = {Kind.ACTIVITY: "活动", Kind.BASE: "基地", Kind.VENUE: "场地"}
_HEADS: Mapping[Kind, str] = {Kind.ACTIVITY: "campaign", Kind.BASE: "district"}
_OF_PROGRAMS = frozenset(["id", "was", "sequence", "updated"])
_OTHERS = "others"
_WORDY = frozenset(
    ["description", "note", "sessions", "stages", "programme", "opening", "when", "where", "hours"]
)

Step = str | int
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: the *path* of its value in a record, its *title*, a *note* on how it is written, and the *shape* of the value."""

    path: tuple[Step, ...]
    title: str
    note: str
    shape: Shape

    @property
    def field(self) -> str:
        """The field of the record that it belongs to."""
        return str(self.path[0])

    @property
    def is_wordy(self) -> bool:
        return bool(self._last in _WORDY or self.shape.records)

    @property
    def _last(self) -> str:
        return str(self.path[-1])

    def value(self, record: Mapping[str, Any]) -> Any:
        """What *record* says there; None where it says nothing."""
        found: Any = record
        for step in self.path:
            match found, step:
                case (dict(), _):
                    found = found.get(step)
                case (list(), int()):
                    found = found[step] if len(found) > step else None
                case (list(), str()):
                    found = found[1:] or None
                case (str(), "fee"):
                    pass  # ``admission: free``
                case _:
                    return None
        return found

    def put(self, record: Fields, value: Value | None) -> None:
        """Has *record* say *value* there, or nothing."""
        if self.path[1:2] and isinstance(self.path[1], str) and self._last == _OTHERS:
            rest = value if isinstance(value, list) else []
            _set(record, self.field, [*(record.get(self.field) or [])[:1], *rest] or None)
            return
        if self.field == "contacts" and len(self.path) > 1:
            listed = record.get("contacts") or [{}]
            _set(listed[0], self._last, value)
            _set(record, "contacts", listed if listed[0] or listed[1:] else None)
            return
        if len(self.path) > 1:
            around = record.get(self.field)
            inner = {"fee": around} if isinstance(around, str) else dict(around or {})
            _set(inner, self._last, value)
            only_fee = inner.keys() == {"fee"} and self.field == "admission"
            _set(record, self.field, inner["fee"] if only_fee else inner or None)
            return
        _set(record, self.field, value)


def _set(record: Fields, key: str, value: Any) -> None:
    if value is None:
        record.pop(key, None)
    else:
        record[key] = value


def columns(kind: Kind) -> tuple[SheetColumn, ...]:
    """Those of a table of this *kind*, the most used first."""
    return tuple(_columns(RECORDS[kind]))


def changed(record: Mapping[str, Any], values: Mapping[SheetColumn, Value | None]) -> Fields:
    """*record* with these *values*."""
    made = deepcopy(dict(record))
    for column, value in values.items():
        column.put(made, value)
    return made


def with_head(kind: Kind, record: Mapping[str, Any], head: Mapping[str, Any]) -> Fields:
    """*record* with what its file says for all of it."""
    key = _HEADS.get(kind)
    return {key: head.get(key), **record} if key else dict(record)


def _columns(kind: type[Record]) -> Iterator[SheetColumn]:
    for key, about in fields(kind).items():
        title, note = str(about.title), str(about.description)
        if key in _OF_PROGRAMS:
            continue
        if key == "admission":
            yield from _within(AdmissionRecord, key, (), title)
        elif key == "contacts":
            yield from _within(ContactRecord, key, (0,), title)
            others = shape(kind, key)
            yield SheetColumn(
                (key, _OTHERS), f"{title}·其他", "每人一行：姓名：甲；电话：023-60000000", others
            )
        else:
            yield SheetColumn((key,), title, _how(note, shape(kind, key)), shape(kind, key))


def _within(kind: type[Record], key: str, steps: tuple[Step, ...], title: str) -> Iterator[SheetColumn]:
    for inner, about in fields(kind).items():
        found = shape(kind, inner)
        yield SheetColumn(
            (key, *steps, inner), f"{title}·{about.title}", _how(str(about.description), found), found
        )


def _how(note: str, of: Shape) -> str:
    """*note* with how the cell is written."""
    if of.roles:
        return f"{note}。每个角色一行，例如 主办单位：甲、乙"
    if of.records:
        parts = "、".join(
            dict.fromkeys(str(one.title) for kind in of.records for one in fields(kind).values())
        )
        apart = "每条一行；" if of.many else ""
        return f"{note}。{apart}各项写成“名称：内容”，用分号隔开，名称有 {parts}"
    if of.is_list_of_words:
        return f"{note}。几个用顿号隔开"
    return f"{note}。几个的，每个一行" if of.many else note
