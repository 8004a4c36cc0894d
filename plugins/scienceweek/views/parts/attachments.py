"""Files to take along, in rows: title, kind and size."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.attachment import Attachment
from scienceweek.views.words.sizes import size


@frozen
class AttachmentRow:
    """A file at *path*: whoever takes it along has it under *name*. *about* is its kind and its size."""

    title: str
    note: str
    about: str
    path: str
    name: str


def attachment_rows(offered: Iterable[Attachment]) -> tuple[AttachmentRow, ...]:
    """Each file once, in the order in which they are offered."""
    found: dict[str, AttachmentRow] = {}
    for one in offered:
        found.setdefault(one.file.name, _row(one))
    return tuple(found.values())


def _row(one: Attachment) -> AttachmentRow:
    # What no disk takes in a name, and no file is hidden.
    title = re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", one.title).strip(" .")
    return AttachmentRow(
        one.title,
        one.note,
        f"{one.file.kind}，{size(one.file.size)}",
        links.file(one.file.name),
        f"{title or 'file'}{PurePosixPath(one.file.name).suffix}",
    )
