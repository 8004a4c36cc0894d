"""What stands in a document: paragraphs and tables, in order, each with where it stands."""

from dataclasses import dataclass


class DocumentError(ValueError):
    """Why a document cannot be read, and what would do; for staff, in Chinese."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without line ends in it; *where* is ``第12行``, ``第3段`` or ``第2页``; *level* is that of a heading, else 0."""

    text: str
    where: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    r"""What stands in a cell, lines apart by ``\\n``; *where* is ``活动!E7`` or ``表1第3行第2格``.

    *joined*: it is covered by a cell that begins above or before it, and has the text of that one.
    """

    text: str
    where: str
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table or sheet called *name*: rows of equal length; *unread* is what of it was not read, in words, and why."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    unread: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("a table whose rows differ in length")


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """What is in the file called *file*, which is a *kind* of document in a word: ``Word``, ``Excel``, ``PDF``."""

    file: str
    kind: str
    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))
