"""Values as written, and where: a tree that knows its lines and columns."""

from collections.abc import Hashable
from typing import Any


class Node:
    """A value as written, and where: *value* is plain, *parts* has the nodes inside it."""

    __slots__ = ("column", "line", "marks", "parts", "value")

    def __init__(self, line: int, column: int, value: Any, like: "Node | None" = None) -> None:
        self.line = line
        self.column = column
        self.value = value
        self.parts: dict[Hashable, Node] = like.parts if like else _NO_PARTS
        self.marks: dict[str, tuple[int, int]] = like.marks if like else _NO_MARKS

    def at(self, *path: str | int) -> "Node":
        """The node at *path*, or the nearest around it: a single thing may stand for a list of one."""
        node = self
        for step in path:
            node = node.parts.get(step, node)
        return node

    def key(self, *path: str | int) -> tuple[int, int]:
        """Where the last key of *path* stands, or the node around it."""
        around = self.at(*path[:-1])
        return around.marks.get(str(path[-1]), (around.line, around.column))


# Most nodes are scalars: these two stay empty and are shared, for speed.
_NO_PARTS: dict[Hashable, Node] = {}
_NO_MARKS: dict[str, tuple[int, int]] = {}
