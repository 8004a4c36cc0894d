"""Tables as they are drawn in a test."""

from scienceweek.desk.documents import Cell, Table


def table(*rows: str) -> Table:
    r"""Cells apart by bars; ``<`` is covered by the cell at its left, ``^`` by that above; ``\\n`` is a line end."""
    made: list[list[Cell]] = []
    for down, drawn in enumerate(rows):
        row: list[Cell] = []
        for across, text in enumerate(drawn.split("|")):
            where = f"{'ABCDEFGHIJKLMNOP'[across]}{down + 1}"
            match text:
                case "<":
                    row.append(Cell(row[-1].text, where, joined=True))
                case "^":
                    row.append(Cell(made[-1][across].text, where, joined=True))
                case _:
                    row.append(Cell(text, where))
        made.append(row)
    return Table("表1", tuple(map(tuple, made)))
