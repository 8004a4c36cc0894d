"""Files that records offer."""

import re
from collections.abc import Sequence
from typing import Any

from scienceweek.model.attachment import Attachment
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.attachment import AttachmentRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.registers import Registers

_BEFORE = re.compile(r"(?:\.{0,2}/)*(?:content/)?files/")


def attachments(
    desk: Registers, entry: RecordEntry[Any], written: Sequence[AttachmentRecord], *path: str | int
) -> tuple[Attachment, ...]:
    """The files at *path* of *entry*; one that is not there is a problem."""
    cabinet = desk.library.cabinet
    found = []
    for number, record in enumerate(written):
        at = (*path, number, "file")
        if file := cabinet.files.get(record.file):
            found.append(Attachment(record.title, file, record.note or ""))
        elif record.file not in cabinet.names:
            desk.error(entry, _nothing(desk, record.file), *at)
    return tuple(found)


def _nothing(desk: Registers, written: str) -> str:
    """What to say of a file that is not there."""
    names = desk.library.cabinet.names
    name = _BEFORE.sub("", written, count=1)
    same = {one.lower(): one for one in names}.get(name.lower())
    if same and name != written:
        return f"file 只写 content/files 里的文件名。请写“{same}”。"
    told = f"content/files 里没有{quoted(name)}。"
    if same:
        return f"{told}大小写不同，请写“{same}”。"
    return told + (desk.problems.nearest(name, names) or "请把文件放进去，或删去这一条。")
