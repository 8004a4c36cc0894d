"""The words of the fixed lists."""

from collections.abc import Iterable, Mapping

from scienceweek.model.term import Term, Terms
from scienceweek.source.problems import quoted
from scienceweek.source.reading import Entry
from scienceweek.source.records.term import TermRecord
from scienceweek.source.resolution.desk import Desk


def terms(desk: Desk, entries: Mapping[str, Iterable[Entry[TermRecord]]]) -> Terms:
    """The four lists; an id is unique in its own."""
    return Terms(**{key: _terms(desk, key, entries.get(key, ())) for key in desk.terms})


def _terms(desk: Desk, key: str, entries: Iterable[Entry[TermRecord]]) -> tuple[Term, ...]:
    register = desk.terms[key]
    for entry in entries:
        record = entry.record
        if record.id in register:
            desk.error(entry, f"编号{quoted(record.id)}在 {key} 里已经用过。", "id")
        register.add(record.id, Term(record.id, record.name, record.seal or ""), record.name)
    return register.things
