"""Values as written, and where: a tree that knows its lines and columns."""

from collections.abc import Hashable
from typing import Any


class Node:
    """A value as written, and where: *value* is plain, *parts* has the nodes inside it.

    Where the key of a value stands, its own node knows: *key_line* is 0 where it has none.
    """

    __slots__ = ("column", "key_column", "key_line", "line", "parts", "value")

    def __init__(self, line: int, column: int, value: Any) -> None:
        self.line = line
        self.column = column
        self.key_line = self.key_column = 0
        self.value = value
        self.parts: dict[Hashable, Node] = _NO_PARTS

    @property
    def marks(self) -> dict[str, tuple[int, int]]:
        """Where each key in it stands, in order."""
        return {
            str(key): (part.key_line, part.key_column) for key, part in self.parts.items() if part.key_line
        }

    def at(self, *path: str | int) -> "Node":
        """The node at *path*, or the nearest around it: a single thing may stand for a list of one."""
        node = self
        for step in path:
            node = node.parts.get(step, node)
        return node

    def key(self, *path: str | int) -> tuple[int, int]:
        """Where the last key of *path* stands, or the node around it."""
        around = self.at(*path[:-1])
        part = around.parts.get(str(path[-1]))
        return (part.key_line, part.key_column) if part and part.key_line else (around.line, around.column)


# Most nodes are scalars: this stays empty and is shared, for speed.
_NO_PARTS: dict[Hashable, Node] = {}
