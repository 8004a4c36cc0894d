"""Open data as JSON (RFC 8259): what is said of the whole set, then its records; what nobody knows is left out."""

import json
from collections.abc import Iterator
from typing import Any

from scienceweek.formats.open_data.dataset import VERSION, DataField, Dataset, Record
from scienceweek.formats.open_data.values import plain


def json_data(dataset: Dataset) -> bytes:
    """*dataset* in UTF-8, a record a line."""
    head = dict(_head(dataset))
    lines = ",\n".join(_dumped(json_record(dataset.kind.fields, one)) for one in dataset.records)
    opened = ",\n".join(f"{_dumped(name)}: {_dumped(value)}" for name, value in head.items())
    body = f'"parts": {_dumped(list(dataset.parts))}' if dataset.parts else f'"items": [\n{lines}\n]'
    return f"{{\n{opened},\n{body}\n}}\n".encode()


def json_record(fields: tuple[DataField, ...], of: Record) -> dict[str, Any]:
    """A record as an object."""
    return dict(_members(fields, of))


def _head(dataset: Dataset) -> Iterator[tuple[str, Any]]:
    yield "$schema", dataset.schema
    yield "version", VERSION
    yield "name", f"{dataset.scope} · {dataset.kind.title}"
    told = {"license": dataset.licence, "url": dataset.page}
    yield from ((name, value) for name, value in told.items() if value)
    if dataset.modified:
        yield "dateModified", plain(dataset.modified)
    yield "count", len(dataset.records) + dataset.elsewhere


def _members(fields: tuple[DataField, ...], of: Record) -> Iterator[tuple[str, Any]]:
    for one, value in zip(fields, of, strict=True):
        if value is None or value == ():
            continue
        if one.many:
            yield one.name, [_value(one, each) for each in value]
        else:
            yield one.name, _value(one, value)


def _value(of: DataField, value: Any) -> Any:
    return json_record(of.fields, value) if of.fields else plain(value)


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
