"""The text of a notice as ``content/notices`` has it: Markdown with anchors, contacts left out and marked."""

import re
from collections.abc import Iterator, Mapping, Sequence

from scienceweek.desk.documents import Cell, Table
from scienceweek.desk.notices.contacts import without_private
from scienceweek.desk.notices.duties import blank_form
from scienceweek.desk.notices.lines import Line, Piece
from scienceweek.desk.notices.outline import NoticeOutline, NoticeSection
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.headings import column

_PRIVATE = frozenset([TableColumn.PERSON, TableColumn.PHONE, TableColumn.CONTACT, TableColumn.INTERNAL])
_LEFT_COLUMNS = "〔联系人和电话供来文单位，此处略〕"
_TITLE = re.compile(r"^(?:关于.*|.*(?:的通知|通知|实施方案|工作方案|活动方案|公告|通告))$")
_LONGEST = 80
_DEEPEST = 6
_HEADS = 3
_SIGNS = re.compile(r"([\\`*_\[\]<>|~])")
_OPENING = re.compile(r"^(?:(#{1,6})(?=\s)|([-+])(?=\s)|([0-9]{1,9})([.)])(?=\s))")


def markdown(of: NoticeOutline, instead: Mapping[int, str]) -> str:
    """The notice; *instead* is what stands in place of some of its pieces, by their ids."""
    blocks = [
        *_pieces(of.head, instead, is_head=True),
        *(block for section in of.sections for block in _section(section, 2, instead)),
        *_pieces(of.tail, instead),
        *(block for annex in of.annexes for block in _section(annex, 2, instead)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(section: NoticeSection, depth: int, instead: Mapping[int, str]) -> Iterator[str]:
    level = "#" * min(depth, _DEEPEST)
    pieces = list(section.pieces)
    if section.title:
        yield f"{level} {_inline(section.heading.strip())} {{#{section.anchor}}}"
    elif pieces and isinstance(first := pieces[0], Line):
        pieces = pieces[1:]
        text = _said(first, instead) if id(first) in instead else _inline(first.text)
        yield f"{_inline(section.number)}{text} {{#{section.anchor}}}"
    yield from _pieces(pieces, instead)
    for one in section.sections:
        yield from _section(one, depth + 1, instead)


def _pieces(pieces: Sequence[Piece], instead: Mapping[int, str], *, is_head: bool = False) -> Iterator[str]:
    titled: list[str] = []
    for piece in pieces:
        if is_head and isinstance(piece, Line) and _is_title(piece, titled):
            titled.append(piece.text)
            continue
        if titled:
            yield f"**{_inline(''.join(titled))}**"
            titled = []
        yield (
            _table(piece) if isinstance(piece, Table) and id(piece) not in instead else _said(piece, instead)
        )
    if titled:
        yield f"**{_inline(''.join(titled))}**"


def _is_title(line: Line, before: list[str]) -> bool:
    """Whether *line* is the title, or goes on with it."""
    if re.search("[，。；：]", line.text) or len(line.text) > _LONGEST:
        return False
    if before:
        return not _TITLE.match("".join(before)) or (
            before[-1].startswith("关于") and not re.search("通知$|公告$", before[-1])
        )
    return bool(_TITLE.match(line.text))


def _said(piece: Piece, instead: Mapping[int, str]) -> str:
    if id(piece) in instead:
        return "\n\n".join(_block(part) for part in instead[id(piece)].split("\n\n") if part)
    return _block(piece.text) if isinstance(piece, Line) else ""


def _block(text: str) -> str:
    """A paragraph; what would begin a list or a heading there does not."""
    inline = _inline(text)
    return _OPENING.sub(lambda said: f"\\{said[0]}" if not said[3] else f"{said[3]}\\{said[4]}", inline)


def _inline(text: str) -> str:
    return _SIGNS.sub(r"\\\1", without_private(text))


def _table(table: Table) -> str:
    """The *table* without columns that are for staff only."""
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    if not rows:
        return ""
    if fields := blank_form(table):
        return "\n".join(f"- {_inline(field)}" for field in fields)
    known = [sum(column(cell.text) is not None for cell in row) for row in rows[:_HEADS]]
    head = known.index(max(known)) if max(known) > 1 else 0
    kept = [at for at, cell in enumerate(rows[head]) if column(cell.text) not in _PRIVATE]
    lines = [_row([row[at] for at in kept]) for row in rows[head:]]
    above = [_block(" ".join(dict.fromkeys(cell.text for cell in row if cell.text))) for row in rows[:head]]
    lines.insert(1, "|" + "---|" * len(kept))
    left = [_LEFT_COLUMNS] if len(kept) < len(rows[head]) else []
    return "\n\n".join([*above, "\n".join(lines), *left])


def _row(cells: Sequence[Cell]) -> str:
    return "| " + " | ".join(_inline(cell.text.replace("\n", " ")) for cell in cells) + " |"
