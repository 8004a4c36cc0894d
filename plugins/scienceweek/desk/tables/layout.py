"""Where the table is on a sheet, and what belongs to it: what stands above and below, heads of several rows, rows that are no row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scienceweek.desk.documents import Cell, Table
from scienceweek.desk.findings import LeftOut
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.headings import column, plain
from scienceweek.source.notation.characters import normalise

_HEADS = 3
"""Rows that a head may have."""
_FEWEST = 2
"""Headings that are known in a row which is a head."""
_IS_DATA = re.compile(r"[0-9]\s*[日:.][0-9]?|[0-9]\s*月\s*(?:[0-9]|$)|^[0-9]+$|1[3-9][0-9]{9}")
"""What no heading has: days, hours, numbers."""
_NUMERAL = re.compile("[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?")
_SUM = re.compile(r"(?:合\s*计|小\s*计|总\s*计|共\s*计|总数|合计数).*", re.DOTALL)
_NOTE = re.compile(r"(?:注|备注|说明|附注|温馨提示|填表说明|提示)\s*[:1].*|[※*].*", re.DOTALL)
_ASIDE = re.compile(r"[（(].*[)）]|以[下上][为是].*")
"""What stands between rows, and is the name of none."""
_SAME = frozenset(["同上", "〃", "″", '"', "”", "''", "同前", "上同"])


@dataclass(frozen=True, slots=True)
class Heading:
    """The *text* above a column, and what stands in it; None where nobody knows."""

    text: str
    column: TableColumn | None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by what stands in them; of two columns of one kind both, in order.

    *under* is the line across the table that it stands below (a day, a district), "" if there is none. *carried* are the
    columns whose text is that of a row above: said there for both (a merged cell, 同上), or only left away here (*guessed*).
    """

    cells: Mapping[TableColumn, tuple[Cell, ...]]
    where: str
    under: str = ""
    guessed: frozenset[TableColumn] = frozenset()

    def text(self, *columns: TableColumn) -> str:
        """What stands in the first of these *columns* that has something, "" where none has."""
        return next((cell.text for one in columns for cell in self.cells.get(one, ()) if cell.text), "")

    def cell(self, *columns: TableColumn) -> Cell | None:
        """The first cell of these *columns* in which something stands."""
        return next((cell for one in columns for cell in self.cells.get(one, ()) if cell.text), None)


@dataclass(frozen=True, slots=True)
class Listing:
    """A table whose columns are known: its *rows*, the lines *above* it, the *notes* below, what was *left_out*."""

    name: str
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    above: tuple[Cell, ...] = ()
    notes: tuple[Cell, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def columns(self) -> frozenset[TableColumn]:
        return frozenset(one.column for one in self.headings if one.column)


def listings(table: Table, further: Mapping[str, str] | None = None) -> tuple[Listing, ...]:
    """The tables on a sheet, one below or beside the other, each with a head; none where no head is known."""
    return tuple(found for part in _beside(table, further) for found in _below(part, further))


def _beside(table: Table, further: Mapping[str, str] | None) -> tuple[Table, ...]:
    """*table* apart where its head begins anew: two tables that were put side by side."""
    heads = next((row for row in table.rows if _is_head(row, further)), ())
    said = [plain(cell.text) for cell in heads]
    begin = next((place for place, text in enumerate(said) if text), 0)
    again = [
        place
        for place in range(begin + _FEWEST, len(said) - 1)
        if said[begin] and said[place : place + _FEWEST] == said[begin : begin + _FEWEST]
    ]
    cuts = [0, *again, len(said)]
    if not again:
        return (table,)
    return tuple(Table(table.name, tuple(row[one:two] for row in table.rows)) for one, two in pairwise(cuts))


def _below(table: Table, further: Mapping[str, str] | None) -> tuple[Listing, ...]:
    begins = [place for place, row in enumerate(table.rows) if _is_head(row, further)]
    found: list[Listing] = []
    after = 0
    for place in begins:
        if place < after:
            continue
        deep = _depth(table.rows, place, further)
        heads = _headings(table.rows[place : place + deep], further)
        following = next(
            (
                other
                for other in begins
                if other >= place + deep
                and not _is_same_head(table.rows, other, heads, further)
                and _begins_anew(table.rows, other, further)
            ),
            len(table.rows),
        )
        end = _title_before(table.rows, place + deep, following)
        above = tuple(cell for row in table.rows[after:place] if (cell := _across(row)))
        found.append(_listing(table, heads, above, range(place + deep, end), further))
        after = end
    return tuple(found)


def unknown_headings(table: Table) -> tuple[str, ...]:
    """What stands in the row that is most likely the head of a *table* without a heading that is known."""
    full = max(
        table.rows,
        key=lambda row: len({cell.text for cell in row if cell.text and not cell.joined}),
        default=(),
    )
    return tuple(cell.text.replace("\n", "") for cell in full if cell.text and not cell.joined)


def _is_head(row: Sequence[Cell], further: Mapping[str, str] | None) -> bool:
    known = {found for cell in row if (found := column(cell.text, further))}
    filled = {cell.text for cell in row if cell.text}
    if any(_IS_DATA.search(normalise(text)) for text in filled):
        return False
    return len(known) >= _FEWEST and 2 * len(known) >= len(filled)


def _begins_anew(rows: Sequence[Sequence[Cell]], place: int, further: Mapping[str, str] | None) -> bool:
    """Whether a row that looks like a head, below another table, is one: set apart from that, or nothing but headings."""
    before = rows[place - 1]
    filled = [cell.text for cell in rows[place] if cell.text]
    apart = _across(before) is not None or not any(cell.text for cell in before)
    return apart or (len(filled) > _FEWEST and all(column(text, further) for text in filled))


def _depth(rows: Sequence[Sequence[Cell]], place: int, further: Mapping[str, str] | None) -> int:
    """Of how many rows the head at *place* consists: those below it whose cells are its own, or headings too."""
    deep = 1
    while deep < _HEADS and place + deep < len(rows):
        row, above = rows[place + deep], rows[place + deep - 1]
        own = [(cell, over) for cell, over in zip(row, above, strict=True) if cell.text]
        fresh = [cell for cell, over in own if not (cell.joined and cell.text == over.text)]
        grouped = any(over.joined for over in above) or any(not cell.text for cell in row)
        if not fresh or not grouped or not all(column(cell.text, further) for cell in fresh):
            break
        deep += 1
    return deep


def _headings(rows: Sequence[Sequence[Cell]], further: Mapping[str, str] | None) -> tuple[Heading, ...]:
    """What stands above each column, from the top down; the lowest heading that is known tells what stands in it."""
    heads = []
    for cells in zip(*rows, strict=True):
        words = list(dict.fromkeys(cell.text for cell in cells if cell.text))
        known = next(
            filter(None, (column(word, further) for word in ("".join(words), *reversed(words)))), None
        )
        heads.append(Heading("/".join(word.replace("\n", "") for word in words), known))
    return tuple(heads)


def _is_same_head(
    rows: Sequence[Sequence[Cell]], place: int, heads: tuple[Heading, ...], further: Mapping[str, str] | None
) -> bool:
    """Whether the row at *place* is the head once more, as on each page of a printed table."""
    said = {plain(head.text.rpartition("/")[2]) for head in heads} | {
        plain(part) for head in heads for part in head.text.split("/")
    }
    return all(plain(cell.text) in said for cell in rows[place] if cell.text)


def _title_before(rows: Sequence[Sequence[Cell]], start: int, following: int) -> int:
    """Where the table ends that begins at *start*: before the lines that are the title of the *following* one."""
    end = following
    if following == len(rows):
        return end
    while end > start and (_across(rows[end - 1]) or not any(cell.text for cell in rows[end - 1])):
        end -= 1
    return end


def _across(row: Sequence[Cell]) -> Cell | None:
    """The one cell of a line that goes across the table; None if there are several, or it is one of few columns."""
    filled = [cell for cell in row if cell.text]
    own = [cell for cell in filled if not cell.joined]
    if len(own) != 1 or len({cell.text for cell in filled}) > 1:
        return None
    alone = len(filled) == 1 and len(row) > 1 and row[0] is own[0]
    return own[0] if alone or 2 * len(filled) > len(row) else None


def _is_numbered_line(row: Sequence[Cell]) -> bool:
    """Whether the first cell of a *row* numbers what goes across all others."""
    rest = row[1:]
    if not rest[1:]:
        return False
    merged = (
        not rest[0].joined
        and all(cell.joined for cell in rest[1:])
        and len({cell.text for cell in rest}) == 1
    )
    return merged or _NUMERAL.fullmatch(row[0].text) is not None


def _line_across(row: Sequence[Cell], heads: tuple[Heading, ...]) -> Cell | None:
    """Likewise of a line in the table: a row of which only the name is known is a row."""
    if heads[0].column is TableColumn.SERIAL and row[0].text and _is_numbered_line(row):
        # 一 | 市级活动: what numbers the line stands in a cell of its own.
        return _across(row[1:])
    across = _across(row)
    named = heads[0].column in {TableColumn.TITLE, TableColumn.BASE, TableColumn.NAME}
    return (
        None
        if across
        and named
        and not any(cell.joined for cell in row)
        and not _NOTE.match(across.text)
        and not _ASIDE.fullmatch(across.text)
        else across
    )


def _listing(
    table: Table,
    heads: tuple[Heading, ...],
    above: tuple[Cell, ...],
    places: range,
    further: Mapping[str, str] | None,
) -> Listing:
    rows: list[Row] = []
    notes: list[Cell] = []
    left_out: list[LeftOut] = []
    under = ""
    for place in places:
        line = table.rows[place]
        filled = [cell for cell in line if cell.text]
        if not filled:
            continue
        first = filled[0]
        if _SUM.fullmatch(normalise(first.text)):
            left_out.append(
                LeftOut(
                    " ".join(dict.fromkeys(cell.text for cell in filled)), first.where, "合计、小计不是一行"
                )
            )
        elif _is_head(line, further) and _is_same_head(table.rows, place, heads, further):
            continue
        elif (across := _line_across(line, heads)) and (_NOTE.match(normalise(across.text)) or notes):
            notes.append(across)
        elif across and not across.text.strip("0123456789.、"):
            left_out.append(LeftOut(across.text, across.where, "这一行只有序号"))
        elif across:
            under = across.text
        else:
            rows.append(_row(line, heads, under, rows[-1] if rows and rows[-1].under == under else None))
    return Listing(table.name, heads, tuple(rows), above, tuple(notes), tuple(left_out))


_CARRIED = (
    TableColumn.DATE,
    TableColumn.WHEN,
    TableColumn.WEEKDAY,
    TableColumn.UNIT,
    TableColumn.DISTRICT,
    TableColumn.BASE,
)
"""What is often written once for several rows without being merged."""


def _row(line: Sequence[Cell], heads: tuple[Heading, ...], under: str, before: Row | None) -> Row:
    cells: dict[TableColumn, tuple[Cell, ...]] = {}
    guessed: set[TableColumn] = set()
    for cell, head in zip(line, heads, strict=True):
        if head.column is None:
            continue
        told = cell
        if cell.text in _SAME and before:
            told = replace(cell, text=before.text(head.column), joined=True)
        elif not cell.text and before and _is_left_away(line, heads, head.column):
            told = replace(cell, text=before.text(head.column), joined=True)
            guessed.add(head.column)
        cells[head.column] = (*cells.get(head.column, ()), told)
    own = next((cell for cell in line if cell.text and not cell.joined), line[0])
    return Row(
        cells, own.where, under, frozenset(one for one in guessed if any(cell.text for cell in cells[one]))
    )


def _is_left_away(line: Sequence[Cell], heads: tuple[Heading, ...], of: TableColumn) -> bool:
    """Whether the empty cell *of* a column is one of those at the left that are often left away: all before it are empty too."""
    if of not in _CARRIED:
        return False
    for cell, head in zip(line, heads, strict=True):
        if head.column is of:
            return True
        if cell.text and head.column is not TableColumn.SERIAL and head.column not in _CARRIED:
            return False
        if cell.text and not cell.joined and of is TableColumn.WHEN and head.column is TableColumn.DATE:
            # A day of its own has its own hours, or none.
            return False
    return False
