"""A point is written into a file of bases or venues, which stays as it is otherwise, comments and all."""

from collections.abc import Iterator
from typing import Any

from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.yaml.node import Node
from scienceweek.source.yaml.tree import read

_LISTS = (("bases", "基地"), ("venues", "场地"))


def inserted(text: str, id: str, point: str) -> str:
    """The file *text* with ``point: …`` after the address of the record *id*; "" if that cannot be done safely."""
    before = _record(text, id)
    if before is None or "address" not in _names(before) or "point" in _names(before):
        return ""
    line, column = before.key(_names(before)["address"])
    lines = text.splitlines(keepends=True)
    end = "\r\n" if lines[line - 1].endswith("\r\n") else "\n"
    if not lines[line - 1].endswith("\n"):
        lines[line - 1] += end
    lines.insert(line, f"{' ' * (column - 1)}point: {point}{end}")
    made = "".join(lines)
    after = _record(made, id)
    # Read back: the record must be what it was, and a point.
    if after is None or not isinstance(after.value.get("point"), dict):
        return ""
    rest = {name: value for name, value in after.value.items() if name != "point"}
    return made if rest == before.value else ""


def _record(text: str, id: str) -> Node | None:
    root = read("", text, Problems())
    if root is None or not isinstance(root.value, dict):
        return None
    return next((node for node in _records(root) if _value(node, "id") == id), None)


def _records(root: Node) -> Iterator[Node]:
    for names in _LISTS:
        for name in names:
            held = root.parts.get(name)
            if held is not None and isinstance(held.value, list):
                yield from (part for part in held.parts.values() if isinstance(part.value, dict))


_CHINESE = {"id": "编号", "address": "地址", "point": "位置"}


def _names(node: Node) -> dict[str, str]:
    """The keys that matter here, as this record writes them: staff may write them in Chinese."""
    return {name: key for name, other in _CHINESE.items() for key in (name, other) if key in node.value}


def _value(node: Node, name: str) -> Any:
    key = _names(node).get(name)
    return node.value.get(key) if key else None
