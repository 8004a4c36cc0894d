"""Lines that do not stand under one another: which one is out of line, and by how many spaces."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scienceweek.source.mistakes.problems import quoted

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<key>[A-Za-z_][\w-]*):(?: +(?P<value>\S.*))?$")
_ITEM = re.compile(r"(?P<indent> *)- ")

Fault = tuple[tuple[int, int], str]
"""A line and a column, from 1, and what is wrong there."""


@dataclass(frozen=True, slots=True)
class _Level:
    """Where things of one level begin: a column from 0, the number of a line from 0, and its key."""

    column: int
    number: int
    name: str


def misaligned(lines: Sequence[str], number: int) -> Fault | None:
    """Why line *number* (from 0) stands under none of those before it; None if that is not the matter."""
    line = lines[number] if number < len(lines) else ""
    if match := _ITEM.match(line):
        column = len(match["indent"])
        return _headless(lines, number, column) or _item(lines, number, column)
    match = _LINE.match(line)
    return _key(lines, number, match) if match else None


def _headless(lines: Sequence[str], number: int, column: int) -> Fault | None:
    """An item at *column* below a line further out that has a value of its own."""
    above = next((line for line in reversed(lines[:number]) if line.strip() and line.lstrip()[0] != "#"), "")
    match = _LINE.match(above)
    if match is None or len(match["indent"]) >= column or (match["value"] or "#")[0] in "|>\"'[{#":
        return None
    return (number + 1, column + 1), (
        f"“- ”开头的一条，上面要有列表的名称，例如 activities:，冒号后面什么也不写；这里的上一行是{quoted(above)}。"
    )


def _item(lines: Sequence[str], number: int, column: int) -> Fault | None:
    keys, dashes = _levels(lines, number)
    inner = [level for level in keys if level.column > column]
    # Dashes further in than the keys of the item before are those of a list within it.
    if dashes and (not inner or min(level.column for level in dashes) < inner[-1].column):
        near = min(dashes, key=lambda level: abs(level.column - column))
        if near.column == column:
            return None
        return (number + 1, column + 1), (
            f"“- ”前面有 {column} 个空格，应有 {near.column} 个，和上面第 {near.number + 1} 行的“- ”对齐。"
        )
    if not inner:
        return None
    first = _first(lines, inner[-1])
    return (first.number + 1, first.column + 1), (
        f"“{first.name}”前面少了“- ”。列表的每一项都以“- ”开头，和第 {number + 1} 行一样。"
    )


def _key(lines: Sequence[str], number: int, match: re.Match[str]) -> Fault | None:
    column = len(match["indent"]) + len(match["dashes"])
    keys, dashes = _levels(lines, number)
    if not keys:
        return None
    above = keys[0]
    if above.column < column:
        # The line above may be the one that is out of line: then this one stands under those before it.
        before, _ = _levels(lines, above.number)
        written = _LINE.match(lines[above.number])
        if written and written["value"] and column in {level.column for level in before}:
            return _told(above, next(level for level in before if level.column == column))
    for level in dashes:
        if (level.column, level.name) == (column, match["key"]):
            return (number + 1, column + 1), (
                f"“{level.name}”前面少了“- ”。列表的每一项都以“- ”开头，和第 {level.number + 1} 行一样。"
            )
    if column in {level.column for level in dashes}:
        keys = [level for level in keys if level.column > column][-1:]
    near = min(keys, key=lambda level: abs(level.column - column), default=None)
    return (
        None if near is None or near.column == column else _told(_Level(column, number, match["key"]), near)
    )


def _told(wrong: _Level, near: _Level) -> Fault:
    return (wrong.number + 1, wrong.column + 1), (
        f"“{wrong.name}”前面有 {wrong.column} 个空格，应有 {near.column} 个，"
        f"和上面第 {near.number + 1} 行的“{near.name}”对齐。"
    )


def _levels(lines: Sequence[str], number: int) -> tuple[list[_Level], list[_Level]]:
    """The levels of keys and of dashes that are open before line *number*, the innermost first."""
    keys: list[_Level] = []
    dashes: list[_Level] = []
    limit = 1_000_000
    for above in range(number - 1, -1, -1):
        match = _LINE.match(lines[above])
        if match is None:
            item = _ITEM.match(lines[above])
            if item and len(item["indent"]) < limit:
                limit = len(item["indent"])
                dashes.append(_Level(limit, above, ""))
            continue
        indent = len(match["indent"])
        column = indent + len(match["dashes"])
        if column < limit:
            keys.append(_Level(column, above, match["key"]))
            limit = column
        if match["dashes"] and indent < limit:
            dashes.append(_Level(indent, above, match["key"]))
            limit = indent
    return keys, dashes


def _first(lines: Sequence[str], level: _Level) -> _Level:
    """The first of the keys that stand above one another at *level*."""
    found = level
    for above in range(level.number - 1, -1, -1):
        match = _LINE.match(lines[above])
        if match is None:
            continue
        column = len(match["indent"]) + len(match["dashes"])
        if column < level.column:
            break
        if column == level.column:
            found = _Level(column, above, match["key"])
    return found
