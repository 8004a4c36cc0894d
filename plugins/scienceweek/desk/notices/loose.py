"""Tables that were pasted as text: each cell a line of its own, one after the other."""

from collections.abc import Sequence

from scienceweek.desk.documents import Cell, Table
from scienceweek.desk.documents.table import square
from scienceweek.desk.notices.lines import Line, Piece
from scienceweek.desk.tables.headings import column

_FEWEST = 3
"""Headings, one below the other, that begin such a table."""


def gathered(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """What was *found*, with the tables in it that have each cell in a line of its own."""
    made: list[Piece] = []
    rest = list(found)
    while rest:
        table, used = _loose(rest) if _is_single(rest[0]) else (None, 0)
        if table is not None:
            made.append(table)
            rest = rest[used:]
        else:
            made.append(rest.pop(0))
    return tuple(made)


def _is_single(piece: Piece) -> bool:
    """Whether it is a line, or a table of lines: no row has more than one cell in which something stands."""
    return isinstance(piece, Line) or all(sum(bool(cell.text) for cell in row) <= 1 for row in piece.rows)


def _cells(piece: Piece) -> list[Cell]:
    if isinstance(piece, Line):
        return [Cell(piece.text, piece.where)]
    return [cell for row in piece.rows for cell in row if cell.text]


def _loose(found: Sequence[Piece]) -> tuple[Table | None, int]:
    """The table with which *found* begins, and how many pieces it is made of."""
    cells: list[Cell] = []
    used = 0
    for piece in found:
        if not _is_single(piece):
            break
        cells += _cells(piece)
        used += 1
    wide = next((at for at, cell in enumerate(cells) if not column(cell.text)), len(cells))
    if wide < _FEWEST or wide == len(cells) or cells[wide].text.strip() != "1":
        return None, 0
    rows = _rows(cells[wide:], wide)
    if not rows:
        return None, 0
    return Table("附表", square([cells[:wide], *rows])), used


def _rows(cells: list[Cell], wide: int) -> list[list[Cell]]:
    """The rows, each of which begins with its number; [] where they have not *wide* cells."""
    rows: list[list[Cell]] = []
    for cell in cells:
        if cell.text.strip() == str(len(rows) + 1) and (not rows or len(rows[-1]) >= wide):
            rows.append([])
        if not rows:
            return []
        rows[-1].append(cell)
    made = [_fitted(row, wide) for row in rows]
    return [] if any(len(row) != wide for row in made) else made


def _fitted(row: list[Cell], wide: int) -> list[Cell]:
    """A *row* of *wide* cells: numbers that stand below one another are of one cell."""
    made: list[Cell] = []
    spare = len(row) - wide
    for cell in row:
        if spare > 0 and made and _is_number(cell) and _is_number(made[-1]):
            made[-1] = Cell(f"{made[-1].text}\n{cell.text}", made[-1].where)
            spare -= 1
        else:
            made.append(cell)
    return made


def _is_number(cell: Cell) -> bool:
    digits = sum(sign.isdigit() for sign in cell.text)
    return digits >= 7 and 2 * digits > len(cell.text)  # noqa: PLR2004 - the shortest number of a telephone
