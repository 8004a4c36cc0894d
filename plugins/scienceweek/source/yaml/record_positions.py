"""Where in ``data/`` a value of a record stands: looked up when something has to be said about it."""

from collections.abc import Hashable, Iterator
from pathlib import Path

from scienceweek.source.files.folder import name
from scienceweek.source.mistakes.problems import Position, Problems
from scienceweek.source.yaml.node import Node
from scienceweek.source.yaml.tree import read


def position(data: Path, id: str, key: str, value: str) -> Position:
    """The place of the *value* that the record with this *id* has at *key*, however deep; else that of the record."""
    for path in sorted(data.rglob("*.yaml")):
        text = path.read_text("utf-8", errors="replace")
        file = name(path.absolute(), data.absolute().parent)
        root = read(file, text, Problems()) if id in text else None
        for _, record in _nodes("", root) if root else ():
            if isinstance(record.value, dict) and record.value.get("id") == id:
                inside = [(at, node) for at, node in _nodes("", record) if node.value == value]
                found = next((node for at, node in inside if at == key), inside[0][1] if inside else record)
                return Position(file, found.line, found.column)
    return Position(data.name)


def place_of(data: Path, file: str, key: str, value: str) -> Position:
    """The place of the first *value* that stands at *key* in a *file* of ``data/``, however deep; else that of the file."""
    path = data / file
    named = name(path.absolute(), data.absolute().parent)
    root = read(named, path.read_text("utf-8", errors="replace"), Problems())
    for at, node in _nodes("", root) if root else ():
        if at == key and node.value == value:
            return Position(named, node.line, node.column)
    return Position(named)


def _nodes(at: Hashable, node: Node) -> Iterator[tuple[Hashable, Node]]:
    """*node* and all within it, each with its key; what stands in a list has the key of the list."""
    yield at, node
    for step, part in node.parts.items():
        yield from _nodes(at if isinstance(step, int) else step, part)
