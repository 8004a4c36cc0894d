"""Forms: the headings stand at the left of what they are about, and not above it; one thing to a table, or one to a column."""

from collections.abc import Mapping, Sequence

from scienceweek.desk.documents import Cell, Table
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.headings import column
from scienceweek.desk.tables.layout import Heading, Listing, Row

_FEWEST = 3
_NAMES = {TableColumn.TITLE, TableColumn.BASE, TableColumn.NAME, TableColumn.UNIT}


def form(table: Table, further: Mapping[str, str]) -> Listing | None:
    """The *table* as a listing with its headings above, if it is a form; else None."""
    labelled = [line for line in table.rows if line and column(line[0].text, further)]
    firsts = [column(line[0].text, further) for line in labelled]
    filled = [line for line in table.rows if any(cell.text for cell in line)]
    if len(set(firsts)) < _FEWEST or 2 * len(labelled) < len(filled) or not set(firsts) & _NAMES:
        return None
    if len(set(firsts)) < len(firsts):
        return None
    heads: list[Heading] = []
    records: dict[int, dict[TableColumn, tuple[Cell, ...]]] = {}
    lines = [_own(line) for line in labelled]
    labels = [[place for place, cell in enumerate(line) if column(cell.text, further)] for line in lines]
    # 活动名称 | … | 活动时间 | …: pairs; else a record in each column.
    pairs = any(len(places) > 1 and set(places) == set(range(0, 2 * len(places), 2)) for places in labels)
    for line, places in zip(lines, labels, strict=True):
        for place in places if pairs else places[:1]:
            found = column(line[place].text, further)
            heads.append(Heading(line[place].text.replace("\n", ""), found))
            values = line[place + 1 : place + 2] if pairs else line[place + 1 :]
            for number, cell in enumerate(values):
                if found and (cell.text or not pairs):
                    records.setdefault(number, {})[found] = (cell,)
    records = {
        number: cells for number, cells in records.items() if any(one.text for (one,) in cells.values())
    }
    if len(records) > 1 and len({len(one) for one in records.values()}) > 1:
        return None
    rows = tuple(Row(cells, next(iter(cells.values()))[0].where) for cells in records.values())
    return Listing(table.name, tuple(heads), rows)


def _own(line: Sequence[Cell]) -> list[Cell]:
    """The cells of a *line*, each merged one once."""
    return [cell for cell in line if not cell.joined]
