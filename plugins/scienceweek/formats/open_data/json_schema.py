"""What the JSON of a kind of open data looks like (JSON Schema 2020-12), for programs that check what they read."""

import json
from typing import Any

from scienceweek.formats.open_data.dataset import VERSION, DataField, DataKind, ValueType

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FORMATS = {ValueType.LINK, ValueType.DAY, ValueType.MOMENT}
_SET: dict[str, Any] = {
    "$schema": {"type": "string", "format": "uri-reference"},
    "version": {"type": "string", "pattern": rf"^{VERSION.partition('.')[0]}\.\d+$"},
    "name": {"type": "string"},
    "license": {"type": "string"},
    "url": {"type": "string", "format": "uri-reference"},
    "dateModified": {"type": "string", "format": "date-time"},
    "count": {"type": "integer", "minimum": 0},
}


def json_schema(kind: DataKind, address: str) -> bytes:
    """The schema of a file of *kind*, which lies at *address*. A field that comes later breaks no program that holds to it."""
    told: dict[str, Any] = {
        "$schema": _DIALECT,
        **({"$id": address} if address else dict[str, Any]()),
        "title": kind.title,
        "type": "object",
        "required": ["$schema", "version", "name", "count"],
        "oneOf": [{"required": ["items"]}, {"required": ["parts"]}],
        "properties": {
            **_SET,
            "items": {"type": "array", "items": {"$ref": "#/$defs/record"}},
            "parts": {
                "description": "记录太多，分在这些文件里",
                "type": "array",
                "items": {"type": "string", "format": "uri-reference"},
            },
        },
        "$defs": {"record": _object(kind.fields) | {"description": f"schema.org {kind.of}"}},
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()


def _object(fields: tuple[DataField, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": [one.name for one in fields if one.required],
        "properties": {one.name: _property(one) for one in fields},
    }


def _property(of: DataField) -> dict[str, Any]:
    told = {"title": of.title} | ({"description": of.note} if of.note else {})
    return told | ({"type": "array", "minItems": 1, "items": _single(of)} if of.many else _single(of))


def _single(of: DataField) -> dict[str, Any]:
    if of.fields:
        return _object(of.fields)
    if of.choices:
        return {"type": "string", "enum": list(of.choices)}
    return {"type": "string", "format": of.type} if of.type in _FORMATS else {"type": str(of.type)}
