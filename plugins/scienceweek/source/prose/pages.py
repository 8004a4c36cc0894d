"""Pelican's own pages: what may stand in them, so that nothing is read or written outside the tree.

Pelican itself follows links, reads ``{static}../../x`` and lets a page overwrite the home page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scienceweek.manuscript import manuscript
from scienceweek.model.attachment import AttachedFile
from scienceweek.source.attachments.cabinet import Cabinet, offered
from scienceweek.source.files.encoding import conflicts, forbidden
from scienceweek.source.files.folder import misnamed, name, read, renamed, walk
from scienceweek.source.mistakes.problems import Position, Problems, choices, quoted
from scienceweek.source.pictures.album import Album, Use, pictures

FIELDS: Mapping[str, str] = {"title": "标题", "summary": "摘要", "order": "顺序"}
"""What may stand before the text of a page."""

_LINE = re.compile(r"(?P<key>[^\s:：][^:：\n]*)(?P<colon>[:：])[ ]*(?P<value>.*)")
_NAME = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields before the first empty line of *text*, with keys in lower case, and the rest.

    A page that opens with anything else has no fields.
    """
    fields: dict[str, str] = {}
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    for number, line in enumerate(lines):
        match = _LINE.fullmatch(line.strip())
        if not match or match["colon"] != ":":
            body = lines[number + 1 :] if not line.strip() and fields else lines[number:]
            return fields, "".join(body)
        fields[match["key"].strip().lower()] = match["value"].strip()
    return fields, ""


def without_front_matter(text: str) -> str:
    """*text* with empty lines in place of its fields, so that all others keep their numbers."""
    _, body = front_matter(text)
    return "\n" * (text.count("\n") - body.count("\n")) + body


@dataclass(frozen=True, slots=True)
class PageUses:
    """The pictures that a page shows, and the files that it leads to."""

    uses: tuple[Use, ...]
    files: tuple[AttachedFile, ...]


def check(content: Path, album: Album, cabinet: Cabinet, problems: Problems) -> Mapping[str, PageUses]:
    """Everything in ``content/pages`` that Pelican must not meet. Gives what each page shows and leads to, by its id."""
    found = {}
    for path in walk(content / "pages", content.parent, problems):
        text = _checked(path, content, problems)
        found[path.stem] = PageUses(
            pictures(name(path, content.parent), text, "", album), offered(text, "", cabinet, album.addresses)
        )
    return found


def _checked(path: Path, content: Path, problems: Problems) -> str:
    """The text of the page at *path*; empty if nothing can be said of it."""
    file = name(path, content.parent)
    start = Position(file)
    if path.suffix != ".md" or path.parent != content / "pages":
        problems.error(
            start, misnamed(path) or renamed(path) or "这里只能直接放 .md 文件；图片放在 content/images。"
        )
        return ""
    if not _NAME.fullmatch(path.stem):
        problems.error(start, f"文件名{quoted(path.name)}会成为网址，只用小写字母、数字和连字符。")
    text = read(path, content.parent, problems)
    if text is None or conflicts(file, text, problems) or forbidden(file, text, problems):
        return ""
    handed_in = manuscript(text)
    if handed_in.broken:
        return ""  # inspection tells
    _head(file, text, problems)
    return handed_in.text


def _head(file: str, text: str, problems: Problems) -> None:
    """The fields: known ones, once each, a title among them."""
    seen: dict[str, int] = {}
    meant: set[str] = set()
    may = choices(key.capitalize() + f"（{title}）" for key, title in FIELDS.items())
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line.strip())
        if not match:
            break
        spot, key, value = Position(file, number), match["key"].strip().lower(), match["value"].strip()
        if match["colon"] == "：":
            named = next((word for word, title in FIELDS.items() if key in (word, title)), key)
            meant.add(named)
            problems.error(
                spot,
                f"{quoted(match['key'] + '：')}用了全角冒号。请用半角冒号加一个空格，写成“{named.capitalize()}: …”。",
            )
        elif key not in FIELDS:
            named = next((word for word, title in FIELDS.items() if title == key), None)
            meant.add(named or problems.closest(key, FIELDS) or "")
            near = f"请写“{named.capitalize()}”。" if named else problems.nearest(key, FIELDS)
            problems.error(
                spot, f"文件头不能写{quoted(match['key'])}。{near}可以写 {may}，然后空一行写正文。"
            )
        elif key in seen:
            problems.error(spot, f"{quoted(match['key'])}写了两次，第一次在第 {seen[key]} 行。")
        elif not value:
            problems.error(spot, f"{quoted(match['key'])}是空的。请填上，或删去这一行。")
        elif key == "order" and not re.fullmatch("[0-9]{1,4}", value):
            problems.error(spot, f"顺序要写整数，这里是{quoted(value)}。")
        seen.setdefault(key, number)
    if "title" not in {*seen, *meant}:
        front = "不用写“---”。" if text.startswith("---") else ""
        problems.error(Position(file), f"缺少标题。{front}第一行请写“Title: 页面的标题”，然后空一行写正文。")
