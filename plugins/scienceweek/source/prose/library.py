"""The Markdown beside the facts: long descriptions of activities and bases, and the notices."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from scienceweek.manuscript import manuscript
from scienceweek.model.attachment import AttachedFile
from scienceweek.model.image import Image
from scienceweek.source.attachments.cabinet import Cabinet, offered
from scienceweek.source.files.encoding import conflicts, forbidden
from scienceweek.source.files.folder import misnamed, name, read, renamed, walk
from scienceweek.source.mistakes.problems import Position, Problems, quoted
from scienceweek.source.pictures.album import Album, Use, pictures

_FOLDERS = ("activities", "bases", "notices")
_ANCHOR = re.compile(r"\{#([^{}\s]+)\}")
_ROW = re.compile("(?P<table>.+)-[0-9]+")


@dataclass(frozen=True)
class Body:
    """A text, the file that it comes from, the pictures that it shows, and the *files* that it leads to."""

    file: str
    text: str
    uses: tuple[Use, ...] = ()
    files: tuple[AttachedFile, ...] = ()

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(_ANCHOR.findall(self.text))

    @property
    def images(self) -> tuple[Image, ...]:
        return tuple(dict.fromkeys(use.image for use in self.uses))

    def holds(self, anchor: str) -> bool:
        """Whether *anchor* stands in the text, or is a row (``annex-9``) of a table that is drawn from records."""
        row = _ROW.fullmatch(anchor)
        return anchor in self.anchors or bool(row and row["table"] in self.anchors)


@dataclass(frozen=True, slots=True)
class Library:
    """Texts by the id of what they are about, and the pictures and the files to take along that there are."""

    activities: Mapping[str, Body]
    bases: Mapping[str, Body]
    notices: Mapping[str, Body]
    album: Album
    cabinet: Cabinet


def read_library(content: Path, album: Album, cabinet: Cabinet, problems: Problems) -> Library:
    """The texts in *content*; what cannot be read is a problem."""
    texts = [_shelf(content / folder, content.parent, problems) for folder in _FOLDERS]

    def looked_up(body: Body) -> Body:
        uses = pictures(body.file, body.text, "../", album)
        return replace(body, uses=uses, files=offered(body.text, "../", cabinet, album.addresses))

    activities, bases, notices = ({id: looked_up(body) for id, body in shelf.items()} for shelf in texts)
    return Library(activities, bases, notices, album, cabinet)


def _shelf(folder: Path, root: Path, problems: Problems) -> Mapping[str, Body]:
    found = {}
    for path in walk(folder, root, problems):
        file = name(path, root)
        if path.parent != folder or path.suffix != ".md":
            problems.error(
                Position(file),
                misnamed(path)
                or renamed(path)
                or _moved(path, folder)
                or "这里只能直接放 .md 文件，用编号做文件名；图片放在 content/images。",
            )
            if path.parent == folder and (misnamed(path) or renamed(path)):
                found[path.name.split(".")[0]] = Body(file, "")
            continue
        text = read(path, root, problems)
        if text is None or conflicts(file, text, problems) or forbidden(file, text, problems):
            found[path.stem] = Body(file, "")
            continue
        if re.match(r"(?:---\s*\n)?[A-Za-z_]+:\s", text):
            problems.error(
                Position(file), f"{quoted(text.splitlines()[0])}像文件头。这里只写正文，事实写在 data/ 里。"
            )
        found[path.stem] = Body(file, manuscript(text).text)
    return found


def _moved(path: Path, folder: Path) -> str:
    """Where a text that lies in a folder of *folder* belongs."""
    return f"这里不能再分文件夹，请移到“content/{folder.name}/{path.name}”。" if path.suffix == ".md" else ""
