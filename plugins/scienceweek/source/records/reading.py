"""Nodes become records, or every mistake in them is told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from scienceweek.model.activity import Admits
from scienceweek.source.mistakes.problems import Position, Problems
from scienceweek.source.mistakes.record_errors import complaint, distinct, place
from scienceweek.source.records.record import Record
from scienceweek.source.records.shape import fields
from scienceweek.source.yaml.node import Node

R = TypeVar("R", bound=Record)
_NAMES = ("name", "title", "short")


class EntryHead(NamedTuple):
    """What others ask of a record: its *id* and those that it had, what it is part of, whether it is for staff only, whether it has *photos*."""

    id: str
    was: tuple[str, ...] = ()
    part_of: str | None = None
    withheld: bool = False
    photos: bool = False


@dataclass(frozen=True, slots=True)
class RecordEntry(Generic[R]):
    """A record and where it stands; if it is not *sound*, something is left out of it."""

    file: str
    node: Node
    record: R
    sound: bool = True

    def spot(self, *path: str | int) -> Position:
        """Where the value at *path* stands, or the nearest around it."""
        node = self.node.at(*path)
        return Position(self.file, node.line, node.column)

    @property
    def head(self) -> EntryHead:
        record: Any = self.record
        return EntryHead(
            getattr(record, "id", ""),
            getattr(record, "was", ()),
            getattr(record, "part_of", None),
            getattr(record, "admits", None) is Admits.STAFF,
            bool(getattr(record, "image", None) or getattr(record, "results", None)),
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return RecordEntry, (self.file, self.node, self.record, self.sound)


class KeptEntry(RecordEntry[R]):
    """An entry that is read when somebody asks what it says, or where it stands: of most that has not changed, nobody does."""

    __slots__ = ("_read", "head")

    def __init__(self, head: EntryHead, read: Callable[[], RecordEntry[R]]) -> None:
        object.__setattr__(self, "head", head)
        object.__setattr__(self, "_read", read)

    def __getattr__(self, name: str) -> Any:
        if name not in _ENTRY:
            raise AttributeError(name)
        entry = self._read()
        for slot in _ENTRY:
            object.__setattr__(self, slot, getattr(entry, slot))
        return getattr(self, name)

    def forget(self) -> None:
        """Has it read again when somebody asks again."""
        for slot in _ENTRY:
            with suppress(AttributeError):
                object.__delattr__(self, slot)


_ENTRY = ("file", "node", "record", "sound")


def read(kind: type[R], file: str, node: Node, problems: Problems) -> RecordEntry[R] | None:
    """The record in *node*; None if too little of it is right.

    What is wrong is a problem, and left out of the record, so that the rest can be looked at too.
    """
    mistakes: list[Mapping[str, Any]] = list(_absent(kind, node.value))
    try:
        record = kind.model_validate(node.value)
    except ValidationError as error:
        mistakes = [*error.errors(include_url=False), *mistakes]
    else:
        if not mistakes:
            return RecordEntry(file, node, record)
    for mistake in distinct(kind, mistakes):
        line, column = place(node, mistake)
        problems.error(Position(file, line, column), complaint(kind, node, mistake, problems))
    if not isinstance(node.value, dict):
        return None
    # Without its faulty part a record within this one may be nothing: then it is left out as a whole.
    for path in (slice(None), slice(1)):
        rest = deepcopy(node.value)
        for mistake in mistakes:
            _leave_out(rest, mistake["loc"][path])
        _fill_in(rest, kind, node.line)
        with suppress(ValidationError):
            return RecordEntry(file, node, kind.model_validate(rest), sound=False)
    return None


def _absent(kind: type[Record], written: Any) -> Iterator[Mapping[str, Any]]:
    """What *written* lacks and has nothing in the place of, as pydantic tells it of what is always needed."""
    for key, others in kind.instead.items():
        if isinstance(written, dict) and written.get(key) is None and not any(map(written.get, others)):
            yield {"type": "missing", "loc": (key,), "input": written}


def _leave_out(value: Any, path: Sequence[str | int]) -> None:
    """Take the key out of *value* that *path* leads to; an item of a list goes with its list."""
    last = None
    for step in path:
        if isinstance(value, dict) and step in value:
            last, value = (value, step), value[step]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
    if last:
        last[0].pop(last[1], None)


def _fill_in(rest: dict[str, Any], kind: type[Record], line: int) -> None:
    """Put something where only a name, an id or a word of an enumeration is missing: nothing hangs on it."""
    for key, field in fields(kind).items():
        if field.is_required() and rest.get(key) is None:
            if isinstance(field.annotation, type) and issubclass(field.annotation, StrEnum):
                rest[key] = next(iter(field.annotation))
            elif key in _NAMES:
                rest[key] = key
            elif key == "id":
                rest[key] = f"line-{line}"
