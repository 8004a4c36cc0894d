"""The lines of a document, kept beside the project for whoever looks at its draft: never among the facts, nor in the site."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scienceweek.desk.documents import Document, Table
from scienceweek.desk.drafts.marks import name_of
from scienceweek.desk.findings import LeftOut

_FOLDER = Path(".cache") / "drafts"


@dataclass(frozen=True, slots=True)
class SourcePiece:
    """A *text* of a line, and *where* it stands; *why* nothing was read of it, if somebody has said so."""

    text: str
    where: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A paragraph, or a row of a table: its *pieces*."""

    pieces: tuple[SourcePiece, ...]


def lines_of(document: Document, left_out: Sequence[LeftOut]) -> tuple[SourceLine, ...]:
    """The lines of *document*, with why something of them was *left_out*."""
    whys: dict[str, list[str]] = {}
    for one in left_out:
        whys.setdefault(one.where, []).append(one.why)
    found: list[SourceLine] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += (
                _line(((cell.text, cell.where) for cell in row if not cell.joined), whys)
                for row in block.rows
            )
        else:
            found.append(_line([(block.text, block.where)], whys))
    return tuple(one for one in found if one.pieces)


def keep(project: Path, document: Document, left_out: Sequence[LeftOut]) -> None:
    """Keeps the lines of *document* in *project*."""
    rows = [
        [[piece.text, piece.where, piece.why] for piece in line.pieces]
        for line in lines_of(document, left_out)
    ]
    path = project / _FOLDER / f"{name_of(document.file)}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def kept(project: Path, name: str) -> tuple[SourceLine, ...]:
    """The lines of the document called *name*; none if they were not kept on this computer."""
    try:
        rows = json.loads((project / _FOLDER / f"{name}.json").read_text("utf-8"))
        return tuple(
            SourceLine(tuple(SourcePiece(str(text), str(where), str(why)) for text, where, why in row))
            for row in rows
        )
    except (OSError, ValueError, TypeError):
        return ()


def _line(pieces: Iterable[tuple[str, str]], whys: dict[str, list[str]]) -> SourceLine:
    return SourceLine(
        tuple(
            SourcePiece(text, where, "；".join(dict.fromkeys(whys.get(where, ()))))
            for text, where in pieces
            if text
        )
    )
