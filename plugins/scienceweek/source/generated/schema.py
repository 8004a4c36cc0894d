"""JSON Schema (draft-07, which editors know best) for the files in ``data/``.

An editor reads ``5.30`` and ``13800000000`` as numbers, and an empty value as null; we read text.
So what is text here may be a number there, and what may be left out may be null.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from scienceweek.model.word import Word
from scienceweek.source.records import SHELVES
from scienceweek.source.records.record import Record, several

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT = ["string", "number"]
_NOTHING = {"type": "null"}
_MEANT = {
    words.__name__: {
        "title": "可以写的词",
        "description": "；".join(f"{word}：{word.said}" for word in words),
        "enum": [*words, *(way for word in words for way in (word.said, *word.also))],
        "enumDescriptions": [
            *(word.said for word in words),
            *(f"同 {word}" for word in words for _ in (word.said, *word.also)),
        ],
    }
    for words in Word.__subclasses__()
}


def schemas() -> Mapping[str, bytes]:
    """Each schema by its file's name in ``data/schema/``."""
    return {shelf.schema: _bytes(shelf.record) for shelf in SHELVES}


class _Editor(GenerateJsonSchema):
    """What an editor should accept, offer and explain."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return super().str_schema(schema) | {"type": _TEXT}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        made = super().function_before_schema(schema)
        if schema["function"]["function"] is not several:
            return made
        return {"anyOf": [*_forms(made["items"]), made]}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        made = super().tagged_union_schema(schema)
        return {"anyOf": made["oneOf"]}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        for key, about in made.get("properties", {}).items():
            if key not in made.get("required", ()):
                made["properties"][key] = _or_nothing(about)
        return made


def _or_nothing(about: dict[str, Any]) -> dict[str, Any]:
    """*about* or null; its title and description stay outside, where editors look for them."""
    shown = {key: about[key] for key in ("title", "description") if key in about}
    rest = {key: value for key, value in about.items() if key not in (*shown, "default")}
    return shown | {"anyOf": [form for form in _forms(rest) if form != _NOTHING] + [_NOTHING]}


def _forms(about: dict[str, Any]) -> list[dict[str, Any]]:
    """The alternatives of *about*, or itself."""
    return about["anyOf"] if set(about) == {"anyOf"} else [about]


def _bytes(kind: type[Record]) -> bytes:
    schema = {"$schema": _DRAFT} | kind.model_json_schema(schema_generator=_Editor)
    for about in (schema, *schema.get("$defs", {}).values()):
        about.update(_MEANT.get(about["title"]) or {"title": re.split("[：，]", about["description"])[0]})
    return json.dumps(schema, ensure_ascii=False, indent=2).encode() + b"\n"
