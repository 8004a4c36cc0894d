"""Values as written, and where: a tree that knows its lines and columns."""

import pickle
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


class Packed(Node):
    """A node that is unpacked when somebody asks what it holds: of most that is right, nobody does."""

    __slots__ = ("_content",)

    def __init__(self, content: bytes) -> None:
        self._content = content

    @classmethod
    def of(cls, node: Node) -> "Packed":
        return node if isinstance(node, cls) else cls(pickle.dumps(node, pickle.HIGHEST_PROTOCOL))

    def __getattr__(self, name: str) -> Any:
        if name not in Node.__slots__:
            raise AttributeError(name)
        node = pickle.loads(self._content)  # noqa: S301 - `cache` has found its seal intact
        for slot in Node.__slots__:
            setattr(self, slot, getattr(node, slot))
        return getattr(self, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return Packed, (self._content,)


# Most nodes are scalars: these two stay empty and are shared, for speed.
_NO_PARTS: dict[Hashable, Node] = {}
_NO_MARKS: dict[str, tuple[int, int]] = {}
