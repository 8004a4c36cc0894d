"""What may stand in a field that has a fixed list, so that nobody has to type it."""

from scienceweek.desk.drafts.fields import record
from scienceweek.desk.drafts.shelves import Shelves
from scienceweek.desk.findings import Kind
from scienceweek.desk.sheets.cells import shape
from scienceweek.source.records.shape import fields

Choices = tuple[tuple[str, str], ...]
"""Each as it is written in ``data/``, and in Chinese."""


def choices(kind: Kind, field: str, shelves: Shelves) -> Choices:
    """Those of a *field* that holds one of a few words; none of any other."""
    of_kind = record(kind)
    if field not in fields(of_kind):
        return ()
    of = shape(of_kind, field)
    if of.many or of.records:
        return ()
    if of.flag:
        return (("true", "是"), ("false", "否"))
    if of.words:
        return tuple((one.value, one.said) for one in of.words)
    return tuple(shelves.terms.get(of.register, {}).items())
