"""A draft as files: what stands in each of ``data/`` afterwards, and the marks of its values."""

from collections.abc import Mapping

from scienceweek.desk.drafts.draft import DraftRecords, Entry, entries_of
from scienceweek.desk.drafts.fields import ordered
from scienceweek.desk.drafts.marks import ValueMark, ValueMarks
from scienceweek.desk.drafts.shelves import Shelves
from scienceweek.desk.drafts.writing import appended, changed_whole, created, single
from scienceweek.desk.drafts.writing import edited as changed
from scienceweek.desk.findings import Kind, Value
from scienceweek.source.records import SHELVES

_SCHEMAS = {shelf.pattern.partition("/")[0].removesuffix(".yaml"): shelf.schema for shelf in SHELVES}


def edited(draft: DraftRecords, shelves: Shelves) -> dict[str, str]:
    """The texts of the files of ``data/`` that *draft* changes. Raises UnwritableError."""
    made = {}
    for file, entries in entries_of(draft):
        before = shelves.texts.get(file, "")
        changes = {one.id: one.written for one in entries if one.known and one.written}
        text = _changed(before, entries[0].kind, changes)
        new = [one for one in entries if not one.known]
        if new:
            text = _with_new(text, file, new)
        if text != before:
            made[file] = text
    return made


def marks_of(draft: DraftRecords, document: str) -> ValueMarks:
    """Where each value of *draft* was read in *document*, and whether it awaits a person."""
    return tuple(
        ValueMark(
            entry.id,
            name,
            found.mark,
            found.read,
            f"{document} {found.where}",
            found.why,
            found.value if entry.known and found.why else None,
        )
        for entry in draft.entries
        for name, found in entry.fields.items()
        if found.read or found.why
    )


def _changed(text: str, kind: Kind, changes: Mapping[str, Mapping[str, Value]]) -> str:
    if not changes:
        return text
    if kind is Kind.CAMPAIGN:
        return changed_whole(text, next(iter(changes.values())))
    return changed(text, kind.value, changes, ordered(kind))


def _with_new(text: str, file: str, new: list[Entry]) -> str:
    depth = file.count("/")
    kind = new[0].kind
    schema = f"{'../' * depth}schema/{_SCHEMAS[kind.value]}"
    if kind is Kind.CAMPAIGN:
        return single(schema, new[0].written)
    records = [one.written for one in new]
    return appended(text, kind.value, records) if text else created(schema, new[0].head, kind.value, records)
