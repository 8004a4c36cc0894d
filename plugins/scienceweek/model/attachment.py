"""Files to take along (报名表, 附件): those in ``content/files``, and how records offer them."""

from scienceweek.frozen import frozen


@frozen
class AttachedFile:
    """The file *name* (``form.docx``, ``2027/form.docx``); *kind* is what it is in words (Word), *size* in bytes.

    *digest* is that of its content (BLAKE2b, hexadecimal).
    """

    name: str
    digest: str
    size: int
    kind: str


@frozen
class Attachment:
    """A *file* that a record offers under a *title*; *note* says for whom or by when."""

    title: str
    file: AttachedFile
    note: str = ""
