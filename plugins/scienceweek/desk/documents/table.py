"""Rows of cells, of whatever length, as a table; and what a value of a cell reads like."""

import datetime as dt
from collections.abc import Sequence

from scienceweek.desk.documents.document import Cell

_LETTERS = 26


def square(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """*rows* of equal length: what is missing at the end is empty."""
    wide = max(map(len, rows), default=0)
    return tuple(
        (*row, *(Cell("", row[-1].where if row else "") for _ in range(wide - len(row)))) for row in rows
    )


def column(number: int) -> str:
    """What a spreadsheet calls the column with this *number*, from 1: A, Z, AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def spoken(value: object) -> str:
    """The *value* of a cell as staff would write it: ``2024年5月21日``, ``9:30``, ``17783199721``."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case dt.datetime():
            day = f"{value.year}年{value.month}月{value.day}日"
            return day if value.time() == dt.time() else f"{day} {value.hour}:{value.minute:02}"
        case dt.date():
            return f"{value.year}年{value.month}月{value.day}日"
        case dt.time():
            return f"{value.hour}:{value.minute:02}"
        case dt.timedelta():
            hours, minutes = divmod(round(value.total_seconds()) // 60, 60)
            return f"{hours}:{minutes:02}"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case _:
            lines = (line.strip() for line in str(value).replace("\r", "\n").split("\n"))
            return "\n".join(line for line in lines if line)
