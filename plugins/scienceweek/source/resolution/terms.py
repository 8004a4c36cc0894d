"""The words of the fixed lists."""

from collections.abc import Iterable, Mapping

from scienceweek.model.term import Term, Terms
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.records.term import TermRecord, TermsFile
from scienceweek.source.resolution.registers import Registers


def terms(
    desk: Registers,
    entries: Mapping[str, Iterable[RecordEntry[TermRecord]]],
    files: Iterable[RecordEntry[TermsFile]],
) -> Terms:
    """The four lists; an id is unique in its own. What columns of tables are called stands once in each of the *files*."""
    lists = {key: _terms(desk, key, entries.get(key, ())) for key in desk.terms}
    return Terms(
        **lists, headings=tuple((one.name, one.column) for file in files for one in file.record.headings)
    )


def _terms(desk: Registers, key: str, entries: Iterable[RecordEntry[TermRecord]]) -> tuple[Term, ...]:
    register = desk.terms[key]
    for entry in entries:
        record = entry.record
        if record.id in register:
            desk.error(entry, f"编号{quoted(record.id)}在 {key} 里已经用过。", "id")
        term = Term(record.id, record.name, record.seal or "", record.was)
        register.add(record.id, term, record.name, *record.was)
    return register.things
