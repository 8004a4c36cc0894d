"""The records of ``data/`` as a workbook that staff change and hand back.

A hidden sheet has every cell as it was: what differs from it was changed by somebody, all else is left as it stands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scienceweek.desk.drafts.shelves import Shelved, Shelves
from scienceweek.desk.findings import Kind
from scienceweek.desk.sheets.cells import said
from scienceweek.desk.sheets.columns import TITLES, SheetColumn, columns, with_head
from scienceweek.desk.sheets.names import Names
from scienceweek.formats.workbook import LONGEST, BookColumn, BookSheet, workbook

MARKER = "scienceweek"
"""The hidden sheet with the cells as they were; its first cell says what the table is of."""
CHOICES = "名单"
IDENTIFIER = "编号"
_WIDE, _NARROW = 40, 14
_ID = BookColumn(IDENTIFIER, "程序用它认记录。不要改；新的一行不要填。", hidden=True)


@dataclass(frozen=True, slots=True)
class ExportWish:
    """Which records are wanted: of a *kind*, of one *campaign* or *district* only, where that is said."""

    kind: Kind
    campaign: str = ""
    district: str = ""


def table(wish: ExportWish, shelves: Shelves, names: Names) -> bytes:
    """The workbook with the records that are wanted."""
    found = wanted(wish, shelves)
    laid = columns(wish.kind)
    rows = tuple((one.id, *texts(one, laid, names)) for one in found)
    heads = (_ID, *(_column(column, names) for column in laid))
    shown = BookSheet(TITLES[wish.kind], heads, rows, fixed=2)
    plain = tuple(BookColumn(one.title) for one in heads)
    kept = BookSheet(
        MARKER,
        (BookColumn(mark(wish.kind)),),
        ((wish.campaign, wish.district), tuple(one.title for one in plain), *rows),
        hidden=True,
    )
    return workbook((shown, kept), CHOICES)


def mark(kind: Kind) -> str:
    """What the first cell of the hidden sheet says."""
    return f"{MARKER}:{kind.value}"


def wanted(wish: ExportWish, shelves: Shelves) -> Sequence[Shelved]:
    """The records that *wish* means."""
    return [one for one in shelves.of_kind(wish.kind) if _is_wanted(one, wish, shelves)]


def texts(record: Shelved, laid: Sequence[SheetColumn], names: Names) -> tuple[str, ...]:
    """What stands in each of the columns *laid* for *record*. What is too long for a cell stands nowhere, and stays as it is."""
    fields = with_head(record.kind, record.fields, record.head)
    return tuple(_fitting(text(column, fields, names)) for column in laid)


def text(column: SheetColumn, fields: Mapping[str, Any], names: Names) -> str:
    """What stands in *column* for a record with these *fields*."""
    return said(column.value(fields), column.shape, names).strip()


def _fitting(told: str) -> str:
    return told if len(told) <= LONGEST else ""


def _is_wanted(one: Shelved, wish: ExportWish, shelves: Shelves) -> bool:
    campaign = one.said("campaign")
    if wish.campaign and campaign != wish.campaign:
        return False
    of_campaign = shelves.find(campaign) if one.kind is Kind.ACTIVITY else None
    district = one.said("district") or (of_campaign.said("district") if of_campaign else "")
    return not wish.district or district == wish.district


def _column(column: SheetColumn, names: Names) -> BookColumn:
    of = column.shape
    choices = names.all(of.register) if of.register else tuple(one.said for one in of.words or ())
    if of.flag:
        choices = ("是", "否")
    return BookColumn(
        column.title,
        column.note,
        _WIDE if column.is_wordy else _NARROW,
        () if of.roles else choices,
        strict=bool(choices) and not of.many and not of.records,
    )
