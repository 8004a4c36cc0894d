"""What a record's fields are called, and which record lies at a path."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from scienceweek.source.records.record import Record


@cache
def fields(kind: type[Record]) -> dict[str, FieldInfo]:
    """The fields of *kind* by the key that staff write."""
    return {field.alias or name: field for name, field in kind.model_fields.items()}


@cache
def thing(kind: type[Record]) -> str:
    """What *kind* is called: the first words of its docstring."""
    return (kind.__doc__ or "").split("：")[0].split("，")[0]


def is_needed(kind: type[Record], key: str) -> bool:
    """Whether a record of *kind* must have *key*, if nothing stands in its place."""
    return fields(kind)[key].is_required() or key in kind.instead


def entry_kind(kind: type[Record], key: str) -> type[Record]:
    """The record that the list at *key* of *kind* holds."""
    return _records(fields(kind)[key].annotation)[0]


def within(kind: type[Record]) -> Iterator[tuple[str, type[Record]]]:
    """The keys of *kind* that hold records, each with the first kind that it may hold."""
    for key, about in fields(kind).items():
        if records := _records(about.annotation):
            yield key, records[0]


def inside(kind: type[Record], path: tuple[str | int, ...]) -> type[Record] | None:
    """The record at *path* of *kind*; None where there is none. A form's tag (``|Line``) chooses."""
    current: type[Record] | None = kind
    choice: tuple[type[Record], ...] = ()
    for step in path:
        if isinstance(step, str) and step.startswith("|"):
            current = next((one for one in choice if one.__name__ == step[1:]), None)
        elif isinstance(step, str):
            field = fields(current).get(step) if current else None
            choice = _records(field.annotation) if field else ()
            current = choice[0] if choice else None
    return current


def field(kind: type[Record], path: tuple[str | int, ...]) -> FieldInfo | None:
    """The field that *path* of *kind* leads to, or lies in."""
    found, current = None, kind
    for index, step in enumerate(path):
        known = fields(current).get(step) if isinstance(step, str) and not step.startswith("|") else None
        deeper = inside(kind, path[: index + 1])
        if known and not deeper:
            return known  # what is in it is no field, whatever it is called
        found, current = known or found, deeper or current
    return found


def _records(annotation: Any) -> tuple[type[Record], ...]:
    return tuple(_found(annotation))


def _found(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _found(part)
