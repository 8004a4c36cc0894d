"""Changing a file of ``data/``: what is changed is written anew, every other byte stays as it is.

All scalars are strings here, as they are for the loader: ``5.20`` stays 5.20.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString

from scienceweek.desk.drafts.further_notices import as_first, indent_of
from scienceweek.desk.findings import Value
from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.yaml.tree import read

_WIDEST = 1_000_000
_STEP = 2
_BLOCKS = frozenset(["activities", "bases", "campaigns", "venues", "organisations"])


_UNREADABLE = "这个文件现在就读不了。请先运行 check，改正了再导入。"


class UnwritableError(ValueError):
    """Why a file cannot be changed, for staff, in Chinese."""


@dataclass(frozen=True, slots=True)
class Remarked:
    """A *value* with a *remark* for staff beside it, which is a comment."""

    value: Value
    remark: str


class _Strings(VersionedResolver):
    """Nothing is a number or a date: a scalar is what is written."""

    @property
    def versioned_resolver(self) -> dict[str, list[object]]:
        return {}


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of a record, from its first to the one after its last; how far its dash is indented."""

    first: int
    end: int
    indent: int


def created(
    schema: str, head: Mapping[str, Value], key: str, records: Sequence[Mapping[str, Value | Remarked]]
) -> str:
    """A new file whose schema lies at *schema*: *head*, then *records* as the list *key*."""
    lines = [f"# yaml-language-server: $schema={schema}\n"]
    if head:
        lines.append(_dumped(_mapped(head)))
    return "".join((*lines, f"{key}:\n", _listed(records)))


def appended(text: str, key: str, records: Sequence[Mapping[str, Value]]) -> str:
    """*text* with *records* at the end of its list *key*. Raises UnwritableError."""
    if not records:
        return text
    if empty := re.search(rf"(?m)^({key}[ \t]*:)[ \t]*\[[ \t]*\](.*\n?)", text):
        line = f"{empty[1]}{empty[2].rstrip()}\n"
        return f"{text[: empty.start()]}{line}{_listed(records)}{text[empty.end() :]}"
    blocks = _blocks(text, key)
    lines = _lines(text)
    if blocks is None:
        if re.search(rf"(?m)^{key}[ \t]*:", text):
            raise UnwritableError(
                f"这个文件里的 {key} 不是一行一条的列表，程序不敢改。请先改成每条以“- id:”开头。"
            )
        return "".join((*lines, f"{key}:\n", _listed(records)))
    last = blocks[-1] if blocks else _Block(0, len(lines), _STEP)
    apart = len(blocks) == 1 or _is_apart(lines, blocks)
    several = [("\n" if apart else "") + _item(record, last.indent) for record in records]
    return "".join((*lines[: last.end], *several, *lines[last.end :]))


def changed(text: str, key: str, id: str, fields: Mapping[str, Value | None]) -> str:
    """*text* in which the record *id* of its list *key* has these *fields*; None takes one away. Raises UnwritableError."""
    return edited(text, key, {id: fields})


def edited(
    text: str, key: str, changes: Mapping[str, Mapping[str, Value | None]], order: Sequence[str] = ()
) -> str:
    """As `changed`, for several records by id at once. A new field stands where the *order* of its kind has it."""
    lines = _lines(text)
    blocks = _blocks_by_id(text, key)
    for id in sorted(changes, key=lambda one: blocks[one].first if one in blocks else 0, reverse=True):
        if id not in blocks:
            raise UnwritableError(f"在 {key} 里找不到编号“{id}”。")
        block = blocks[id]
        lines[block.first : block.end] = [_edited(lines, block, changes[id], list(order or changes[id]))]
    return "".join(lines)


def _edited(lines: list[str], block: _Block, fields: Mapping[str, Value | None], order: list[str]) -> str:
    # Not moved to the margin: a comment stays in the column in which it was read.
    records = _yaml().load("".join(lines[block.first : block.end]))
    for name, value in fields.items():
        if value is None:
            records[0].pop(name, None)
        elif name in records[0]:
            records[0][name] = _written(value, name)
        else:
            records[0].insert(_place(records[0], name, order), name, _written(value, name))
    return _dumped(records, block.indent)


def removed(text: str, key: str, ids: Iterable[str]) -> str:
    """*text* without the records *ids* of its list *key*, with the comments right above them. Raises UnwritableError."""
    lines = _lines(text)
    blocks = _blocks_by_id(text, key)
    gone = list(ids)
    if missing := [id for id in gone if id not in blocks]:
        raise UnwritableError(f"在 {key} 里找不到编号“{missing[0]}”。")
    for block in sorted((blocks[id] for id in gone), key=lambda one: one.first, reverse=True):
        first = block.first
        while (
            first
            and lines[first - 1].lstrip().startswith("#")
            and lines[first - 1].startswith(" " * block.indent)
        ):
            first -= 1
        end = block.end
        while end < len(lines) and not lines[end].strip():
            end += 1
        del lines[first:end]
    if len(gone) == len(blocks):
        # A list of nothing is written as one: what stands above it stays.
        lines = [re.sub(rf"^{key}[ \t]*:(?=[ \t]*(?:#|\r?$))", f"{key}: []", line) for line in lines]
    return "".join(lines)


def single(schema: str, record: Mapping[str, Value | Remarked]) -> str:
    """A new file with one *record*, whose schema lies at *schema*."""
    return f"# yaml-language-server: $schema={schema}\n{_dumped(_mapped(record))}"


def changed_whole(text: str, fields: Mapping[str, Value]) -> str:
    """*text*, a file of one record, in which it has these *fields*; new ones come last. Raises UnwritableError."""
    for name, value in fields.items():
        if name == "notices" and isinstance(value, list):
            text = with_further(text, value)
            continue
        loaded, lines = _load(text), _lines(text)
        made = _dumped(_mapped({name: value}))
        if not isinstance(loaded, CommentedMap) or name not in loaded:
            text = "".join((*lines, made))
            continue
        first, end = loaded.lc.key(name)[0], _after_list(text, name, len(lines))
        while end > first + 1 and _is_between(lines[end - 1], 0):
            end -= 1
        text = "".join((*lines[:first], made, *lines[end:]))
    return text


def with_further(text: str, documents: list[Value]) -> str:
    """*text*, a campaign, with further *documents* after those that it has. Raises UnwritableError."""
    loaded, lines = _load(text), _lines(text)
    known = next(
        (key for key in ("notices", "notice") if isinstance(loaded, CommentedMap) and key in loaded), ""
    )
    if not known or (isinstance(loaded[known], CommentedSeq) and loaded[known].fa.flow_style()):
        if known:
            raise UnwritableError("notices 写在一行里，请改成一份一行再导入。")
        return "".join((*lines, _dumped(_mapped({"notices": documents}))))
    first, end = loaded.lc.key(known)[0], _after_list(text, known, len(lines))
    while end > first + 1 and _is_between(lines[end - 1], 0):
        end -= 1
    own = as_first(lines[first:end]) if known == "notice" else lines[first:end]
    made = _dumped(_mapped({"notices": documents}), indent_of(own)).splitlines(keepends=True)[1:]
    return "".join((*lines[:first], *own, *made, *lines[end:]))


def _lines(text: str) -> list[str]:
    whole = text if not text or text.endswith("\n") else f"{text}\n"
    return whole.splitlines(keepends=True)


def _blocks_by_id(text: str, key: str) -> dict[str, _Block]:
    """Where each record of the list *key* stands. The loader's reader is asked: it is many times as fast as ruamel."""
    root = read("", text, Problems())
    if root is None:
        raise UnwritableError(_UNREADABLE)
    lines = _lines(text)
    records = [
        one for one in getattr(root.parts.get(key), "parts", {}).values() if isinstance(one.value, dict)
    ]
    starts = [one.line - 1 for one in records]
    if not all(lines[start].lstrip().startswith("-") for start in starts):
        return {}
    after = min(
        (line - 1 for line, _ in root.marks.values() if line > root.marks[key][0]), default=len(lines)
    )
    found = {}
    for record, first, end in zip(records, starts, [*starts[1:], after], strict=False):
        found[str(record.value.get("id"))] = _Block(first, *_trimmed(lines, first, end))
    return found


def _blocks(text: str, key: str) -> list[_Block] | None:
    """Where the records of the list *key* stand; None if there is no such list, or it is not written line by line."""
    loaded = _load(text) or {}
    records = loaded.get(key)
    if not isinstance(records, CommentedSeq) or records.fa.flow_style():
        return None
    lines = _lines(text)
    starts = [records.lc.item(place)[0] for place in range(len(records))]
    after = _after(loaded, key, len(lines))
    found = []
    for place, first in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else after
        found.append(_Block(first, *_trimmed(lines, first, end)))
    return found


def _trimmed(lines: list[str], first: int, end: int) -> tuple[int, int]:
    """Where the record from the line *first* ends, without what belongs to what follows; how far its dash is indented."""
    indent = len(lines[first]) - len(lines[first].lstrip())
    while end > first + 1 and _is_between(lines[end - 1], indent):
        end -= 1
    return end, indent


def _after_list(text: str, key: str, end: int) -> int:
    return _after(_load(text), key, end)


def _after(loaded: Any, key: str, end: int) -> int:
    others = [loaded.lc.key(name)[0] for name in loaded if loaded.lc.key(name)[0] > loaded.lc.key(key)[0]]
    return min(others, default=end)


def _is_between(line: str, indent: int) -> bool:
    """Whether a *line* at the end of a record belongs to what follows: it is empty, or a comment no deeper than the dash."""
    bare = line.strip()
    return not bare or (bare.startswith("#") and len(line) - len(line.lstrip()) <= indent)


def _is_apart(lines: list[str], blocks: list[_Block]) -> bool:
    """Whether records are apart by empty lines."""
    return len(blocks) > 1 and any(not line.strip() for line in lines[blocks[0].end : blocks[1].first])


def _load(text: str) -> Any:
    try:
        return _yaml().load(text)
    except YAMLError as error:
        raise UnwritableError(_UNREADABLE) from error


def _place(record: CommentedMap, name: str, order: list[str]) -> int:
    """Where a new field goes: before the first of those that follow it in *order*, else at the end."""
    after = order[order.index(name) + 1 :]
    present = list(record)
    return min((present.index(one) for one in after if one in present), default=len(present))


def _listed(records: Sequence[Mapping[str, Value | Remarked]]) -> str:
    """*records* as a list of their own, apart by empty lines."""
    return "\n".join(_item(record, _STEP) for record in records)


def _item(record: Mapping[str, Value | Remarked], indent: int) -> str:
    return _indented(_dumped(CommentedSeq([_mapped(record)])), indent - _STEP)


def _indented(text: str, by: int) -> str:
    """*text* so much further in, or out where *by* is below 0; empty lines stay empty."""
    lines = text.splitlines(keepends=True)
    return "".join((" " * by + line if by > 0 else line[-by:]) if line.strip() else "\n" for line in lines)


def _mapped(record: Mapping[str, Value | Remarked]) -> CommentedMap:
    made = CommentedMap()
    for name, value in record.items():
        if isinstance(value, Remarked):
            made[name] = _written(value.value, name)
            made.yaml_add_eol_comment(" ".join(value.remark.split()), key=name, column=0)
        else:
            made[name] = _written(value, name)
    return made


def _written(value: Value, name: str = "") -> Any:
    """*value* as the files of ``data/`` have it: what is short on one line, a list of records one below the other."""
    match value:
        case bool():
            return "true" if value else "false"
        case str() if "\n" in value:
            return LiteralScalarString(value if value.endswith("\n") else f"{value}\n")
        case list():
            made = CommentedSeq(_written(one) for one in value)
            if all(isinstance(one, str | int) for one in value):
                made.fa.set_flow_style()
            return made
        case dict():
            mapped = _mapped(value)
            if name not in _BLOCKS and _is_short(value):
                mapped.fa.set_flow_style()
            return mapped
        case _:
            return str(value)


def _is_short(value: Mapping[str, Value]) -> bool:
    return not any(
        isinstance(one, dict | Remarked) or (isinstance(one, str) and "\n" in one) for one in value.values()
    )


def _dumped(value: Any, indent: int = _STEP) -> str:
    """*value* as YAML: a list, the dashes of which are indented so far."""
    made = StringIO()
    _yaml(indent).dump(value, made)
    return made.getvalue()


def _yaml(indent: int = _STEP) -> YAML:
    made = YAML()
    made.Resolver = _Strings
    made.preserve_quotes = True
    made.width = _WIDEST
    made.indent(mapping=_STEP, sequence=indent + _STEP, offset=indent)
    return made
