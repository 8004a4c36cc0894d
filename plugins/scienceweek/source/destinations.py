"""Links in Markdown to the pages of records: each record is there."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scienceweek.manuscript import manuscript
from scienceweek.source.files import name
from scienceweek.source.problems import Spot, quoted
from scienceweek.source.references import Register
from scienceweek.source.resolution.desk import Desk
from scienceweek.source.ways import LINK

_PAGE = re.compile(
    r"(?P<way>(?:\.\./|\./)*)(?P<page>(?P<folder>[a-z]+)/(?P<id>[A-Za-z0-9-]+)\.html(?:[#?].*)?)"
)


def destinations(content: Path, desk: Desk) -> None:
    """Tell of links to records that there are not. What of a record has a page, and which, is the plan's to say."""
    registers = _registers(desk)
    for file, root, text in _texts(content, desk):
        for number, line in enumerate(text.split("\n"), 1):
            for match in LINK.finditer(line):
                page = _PAGE.fullmatch(match["address"])
                if page and page["folder"] in registers and (message := _lost(page, root, registers, desk)):
                    desk.problems.error(Spot(file, number, match.start("address") + 1), message)


def _registers(desk: Desk) -> Mapping[str, Register[Any]]:
    """By the folder in which the pages lie."""
    return {
        "activities": desk.activities,
        "bases": desk.bases,
        "campaigns": desk.campaigns,
        "districts": desk.districts,
        "notices": desk.campaigns,
        "organisations": desk.organisations,
        "topics": desk.topics,
        "venues": desk.venues,
    }


def _texts(content: Path, desk: Desk) -> Iterator[tuple[str, str, str]]:
    """The files, the way from their pages to the site's root, and their texts; what cannot be read has been told."""
    library = desk.library
    for shelf in (library.activities, library.bases, library.notices):
        yield from ((body.file, "../", body.text) for body in shelf.values())
    for path in sorted((content / "pages").glob("*.md")):
        if path.is_file() and not path.is_symlink():
            text = manuscript(path.read_text("utf-8", errors="replace"))
            yield name(path, content.parent), "", "" if text.broken else text.text


def _lost(page: re.Match[str], root: str, registers: Mapping[str, Register[Any]], desk: Desk) -> str:
    register, id = registers[page["folder"]], page["id"]
    if id not in register and register.complete:
        near = desk.problems.nearest(id, register.ids)
        return f"没有编号为{quoted(id)}的{register.kind}，这个链接会打不开。{near}"
    if page["way"].removeprefix("./") != root:
        return f"这里要写“{root}{page['page']}”。"
    return ""
