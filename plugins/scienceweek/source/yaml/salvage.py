"""What of a file is still right when its grammar is not: all but the record in which the mistake stands.

Lines keep their numbers, so that whatever else is wrong can be told together with it.
"""

import re
from collections.abc import Sequence

_ITEM = re.compile("^(?P<indent> *)- ")
_ID = re.compile(r"""^ *(?:- +)?(?:\{ *|.*[,{] *)?id: *["']?(?P<id>[A-Za-z0-9_-]+)""", re.MULTILINE)


def without(text: str, line: int, keys: Sequence[str]) -> tuple[str, str] | None:
    """*text* without the record around *line* (from 1) in one of the lists at *keys*, and the id of that, if one is written.

    None where *line* is in no such list, or where nothing of the list would be left.
    """
    lines = text.split("\n")
    for first, last in _lists(lines, keys):
        if not first < line <= last:
            continue
        items = _items(lines, first, last)
        number = max((number for number, start in enumerate(items) if start < line), default=None)
        if number is None or len(items) == 1:
            return None
        start, end = items[number], items[number + 1] if number + 1 < len(items) else last
        found = _ID.search("\n".join(lines[start:end]))
        rest = lines[:start] + [""] * (end - start) + lines[end:]
        return "\n".join(rest), found["id"] if found else ""
    return None


def _lists(lines: Sequence[str], keys: Sequence[str]) -> list[tuple[int, int]]:
    """The lines (from 0, the last excluded) below each of *keys* at the left edge, up to the next key there."""
    heads = [number for number, line in enumerate(lines) if re.match(r"[A-Za-z_][\w-]*\s*[:：]", line)]
    ends = [*heads[1:], len(lines)]
    return [
        (head + 1, end)
        for head, end in zip(heads, ends, strict=False)
        if re.split("[:：]", lines[head])[0].strip() in keys
    ]


def _items(lines: Sequence[str], first: int, last: int) -> list[int]:
    """Where the records of the list between *first* and *last* begin."""
    found = [(number, match) for number in range(first, last) if (match := _ITEM.match(lines[number]))]
    if not found:
        return []
    indent = min(len(match["indent"]) for _, match in found)
    return [number for number, match in found if len(match["indent"]) == indent]
