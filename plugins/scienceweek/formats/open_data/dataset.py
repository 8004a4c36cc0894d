"""What a set of open data holds: records whose values stand in the order of its fields."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from scienceweek.frozen import frozen

VERSION = "1.0"
"""Of the fields: the second number grows when one is added, the first when one goes or means something else."""

Record = tuple[Any, ...]
"""A value for each field, in their order: None where nobody knows, a tuple where there may be several."""


class ValueType(StrEnum):
    """What the value of a field is (JSON Schema 2020-12, with its formats)."""

    TEXT = "string"
    LINK = "uri-reference"
    INTEGER = "integer"
    NUMBER = "number"
    TRUTH = "boolean"
    DAY = "date"
    """ISO 8601, in China."""
    MOMENT = "date-time"
    OBJECT = "object"


@frozen
class DataField:
    """A field: its *name* (that of schema.org where it has one), its *title* and a *note* on it in Chinese.

    *many*: it has any number of values. One that is *required* is never unknown. *choices* are all the words that it may be,
    *fields* those of an object, *width* that of its column in characters; one that is not *listed* is in JSON only.
    """

    name: str
    title: str
    note: str = ""
    type: ValueType = ValueType.TEXT
    many: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    fields: tuple["DataField", ...] = ()
    width: int = 14
    listed: bool = True


@frozen
class DataKind:
    """A kind of record: its *name* in addresses, its *title*, what each is *of* schema.org, and its *fields*. What is *placed* has a position."""

    name: str
    title: str
    of: str
    fields: tuple[DataField, ...]
    placed: bool = False


@frozen
class Dataset:
    """*records* of a *kind*, with what is said of all of them.

    *scope* is whose they are in words, *schema* where their JSON Schema is, *page* where readers find the same, *licence* on what terms they may be
    used ("" if nobody has said), *modified* when the last of them changed. *parts* are where the records are, if they are too many for one file, and *elsewhere* how many are there.
    """

    kind: DataKind
    scope: str
    records: tuple[Record, ...]
    schema: str
    page: str = ""
    licence: str = ""
    modified: datetime | None = None
    parts: tuple[str, ...] = ()
    elsewhere: int = 0


def record(fields: tuple[DataField, ...], values: Mapping[str, Any]) -> Record:
    """*values* in the order of *fields*; "" and nothing at all are unknown. Raises KeyError for a name that no field has."""
    if strange := values.keys() - {one.name for one in fields}:
        raise KeyError(*sorted(strange))
    return tuple(_known(values.get(one.name), one) for one in fields)


def _known(value: Any, of: DataField) -> Any:
    if of.many:
        return tuple(value or ())
    return None if value == "" else value


def columns(fields: tuple[DataField, ...]) -> Iterator[tuple[str, DataField, DataField | None]]:
    """The columns of a table of *fields*: their names (``location.name``), the field, and of an object the field inside it."""
    for one in fields:
        if not one.listed:
            continue
        if one.fields:
            yield from ((f"{one.name}.{inner.name}", one, inner) for inner in one.fields if inner.listed)
        else:
            yield one.name, one, None


def cells(fields: tuple[DataField, ...], of: Record) -> Iterator[tuple[DataField, Any]]:
    """The value of each of the `columns` of a record, with the field that says what it is; of several objects, several."""
    for one, value in zip(fields, of, strict=True):
        if not one.listed:
            continue
        if not one.fields:
            yield one, value
            continue
        some = value if one.many else (value,) if value else ()
        for place, inner in enumerate(one.fields):
            if inner.listed:
                found = tuple(each[place] for each in some)
                yield inner, found if len(found) > 1 else found[0] if found else None
