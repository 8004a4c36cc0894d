"""The lines of a document, kept beside the marks of its draft for whoever looks at it, on whatever computer: never in the site."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scienceweek.desk.documents import Document, Table
from scienceweek.desk.drafts.marks import FOLDER, SOURCE, name_of
from scienceweek.desk.findings import LeftOut


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


def keep(data: Path, document: Document, left_out: Sequence[LeftOut]) -> None:
    """Keeps the lines of *document* in the folder *data*, a line of the file for each."""
    rows = (
        json.dumps([[piece.text, piece.where, piece.why] for piece in line.pieces], ensure_ascii=False)
        for line in lines_of(document, left_out)
    )
    path = _path(data, name_of(document.file))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8", newline="\n")


def kept(data: Path, name: str) -> tuple[SourceLine, ...]:
    """The lines of the document called *name*; none if they were not kept."""
    try:
        rows = json.loads(_path(data, name).read_text("utf-8"))
        return tuple(
            SourceLine(tuple(SourcePiece(str(text), str(where), str(why)) for text, where, why in row))
            for row in rows
        )
    except (OSError, ValueError, TypeError):
        return ()


def _path(data: Path, name: str) -> Path:
    return data / FOLDER / f"{name}{SOURCE}"


def _line(pieces: Iterable[tuple[str, str]], whys: dict[str, list[str]]) -> SourceLine:
    return SourceLine(
        tuple(
            SourcePiece(text, where, "；".join(dict.fromkeys(whys.get(where, ()))))
            for text, where in pieces
            if text
        )
    )
