"""Proof-reading of a parsed Markdown text: what was read is put right, and what is wrong in it is noted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from scienceweek.render import refusals
from scienceweek.render.address import is_of_the_site, leads_somewhere
from scienceweek.render.hyperlinks import Hyperlink
from scienceweek.render.lines import TextLine

_ANCHOR = re.compile(r"[ \t]*\{#([^{}\s]*)\}[ \t]*\Z")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_OWN = frozenset(
    [
        "add",
        "area",
        "ask",
        "back",
        "bag",
        "calendar",
        "clock",
        "coin",
        "copy",
        "d0",
        "d1",
        "d2",
        "d3",
        "d4",
        "d5",
        "d6",
        "d7",
        "d8",
        "d9",
        "district",
        "door",
        "down",
        "download",
        "elder",
        "feed",
        "file",
        "go",
        "hall",
        "live",
        "m-ask",
        "m-away",
        "m-book",
        "m-full",
        "m-here",
        "m-open",
        "m-past",
        "m-shut",
        "mail",
        "main",
        "map",
        "me",
        "more",
        "notice",
        "online",
        "people",
        "phone",
        "place",
        "print",
        "rain",
        "route",
        "search",
        "share",
        "sound",
        "star",
        "stop",
        "text",
        "ticket",
        "tour",
        "wechat",
        "wheel",
        "whole",
    ]
)
"""The ids that every page may have of its own: its drawings, and where it begins. A second of them would be shown in their place."""

_DEEPEST = 6
_TASK = re.compile(r"\A\[(?P<done>[ xX√✓])\](?=\s|$)")
_CELLS = "这一行有 {written} 格，表头有 {columns} 格。请补上或删去竖线“|”；空的格子也要留着，格子里要写竖线，写成“\\|”。"
_BARE = re.compile(
    r"(?<![A-Za-z0-9])(?<!\]\()https?://[A-Za-z0-9\[\]._~:/?#@!$&'()*+,;=%-]*[A-Za-z0-9/=&#%+_-]"
)
_OPENING = re.compile(r"\]\(\s*<?")
_BREAKS = {"softbreak", "hardbreak", "joined"}
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]")


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """What is wrong in a line."""

    line: int
    message: str


class TextPlace(NamedTuple):
    """Between two characters: so many of its *line*, which counts from 1, stand before it."""

    line: int
    column: int


class Shown(NamedTuple):
    """A picture as a page shows it: its address, its size in pixels, 0 where nobody knows."""

    address: str
    width: int
    height: int


@dataclass(slots=True)
class Proof:
    """What was found in a text: *lines* as given to the parser, *source* as its author wrote them.

    Pictures of which *shown* knows how large they are say so.
    """

    lines: Sequence[TextLine]
    source: Sequence[str]
    shown: Mapping[str, Shown] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    hyperlinks: list[Hyperlink] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def read(self, tokens: Sequence[Token]) -> None:
        """Put *tokens* right, and note what is wrong in them."""
        for place, token in enumerate(tokens):
            match token.type:
                case "heading_open":
                    token.tag = tokens[place + 2].tag = _level(int(token.tag[1:]), self.levels)
                    if not tokens[place + 1].content:
                        self._note(token, "标题是空的。请在“#”后面空一格写标题，或删去这一行。")
                case "ordered_list_open":
                    _number(tokens, place)
                case "table_open":
                    self._read_table(_inside(tokens, place))
                case "inline":
                    self._read_inline(tokens, place)
                case _:
                    pass

    def _note(self, token: Token, message: str, below: int = 0) -> None:
        self.notes.append(Note(self._line(token, below), message))

    def _line(self, token: Token, below: int = 0) -> int:
        """The author's line of the one that stands *below* the first of *token* by so many."""
        place = (token.map[0] if token.map else 0) + below
        return self.lines[min(place, len(self.lines) - 1)].number

    def _read_table(self, tokens: Sequence[Token]) -> None:
        columns = 0
        for token in tokens:
            if token.type == "th_open":
                columns += 1
                token.attrs = {"scope": "col"}
            elif token.type == "tr_open":
                text = self.lines[token.map[0] if token.map else 0].text.lstrip("> \t").rstrip()
                cells = escapedSplit(text)
                written = len(cells) - (not cells[0]) - (len(cells) > 1 and not cells[-1])
                if columns and written != columns:
                    self._note(
                        token, _CELLS.replace("{written}", str(written)).replace("{columns}", str(columns))
                    )

    def _read_inline(self, tokens: Sequence[Token], place: int) -> None:
        token, around, outside = tokens[place], tokens[place - 1], tokens[place - 2]
        children = token.children = list(_linked(token.children or []))
        in_cell = around.type in ("th_open", "td_open")
        lines = token.content.split("\n")
        for below, line in enumerate(lines):
            ends = not in_cell and below == len(lines) - 1
            for message in (*refusals.in_line(line), *refusals.in_anchors(line, ends=ends)):
                self._note(token, message, below)
        if not in_cell:
            for below, message in refusals.openings(lines):
                self._note(token, message, below)
            # The paragraph of a list item may be one that is not drawn.
            self._set_anchor(token, outside if around.hidden else around, len(lines) - 1)
        if outside.type == "list_item_open" and children and children[0].type == "text":
            children[0].content = _TASK.sub(_box, children[0].content)
        self._read_children(token, children)

    def _set_anchor(self, token: Token, owner: Token, below: int) -> None:
        last = token.children[-1] if token.children else None
        found = _ANCHOR.search(last.content) if last is not None and last.type == "text" else None
        if last is None or found is None:
            return
        anchor = found[1]
        if not _ID.fullmatch(anchor):
            told = f"看不懂编号“{anchor}”。编号只用小写字母、数字和“-”，如 {{#s4-1}}。"
        elif anchor in self.anchors:
            told = f"编号“{anchor}”用了两次。请给第二处另起一个，如 {{#{anchor}b}}。"
        elif anchor in _OWN:
            told = f"编号“{anchor}”是网站自己用的。请换一个，如 {{#{anchor}-1}}。"
        else:
            told = ""
            self.anchors.add(anchor)
            owner.attrSet("id", anchor)
        if told:
            self._note(token, told, below)
        if _ID.fullmatch(anchor):
            last.content = last.content[: found.start()]

    def _read_children(self, token: Token, children: Sequence[Token]) -> None:
        below = 0
        dead: list[tuple[bool, TextPlace]] = []
        seen = TextPlace(self._line(token), 0)
        last = self._line(token, (token.map[1] - token.map[0] - 1) if token.map else 0)
        for place, child in enumerate(children):
            match child.type:
                case "text":
                    for message in refusals.in_words(child.content):
                        self._note(token, message, below)
                case "text_special" if child.info == "entity" and _UNSEEN.search(child.content):
                    told = f"{refusals.quoted(child.markup)}是一个看不见的字。请删去。"
                    self._note(token, told, below)
                case "code_inline":
                    seen = self._after(child.content, seen, last) or seen
                case "link_open":
                    link = self._read_link(child, _inside(children, place), seen, last)
                    self._note_title(token, child, below)
                    dead.append((child.hidden, link))
                case "link_close":
                    child.hidden, link = dead.pop()
                    seen = max(seen, link)
                case "image":
                    self._note_title(token, child, below)
                    seen = max(seen, self._read_image(child, seen, last))
                case _:
                    below += child.type in _BREAKS

    def _note_title(self, token: Token, child: Token, below: int) -> None:
        if child.attrs.get("title"):
            kind, address = ("图片", "src") if child.type == "image" else ("链接", "href")
            told = f"{kind}“{child.attrs[address]}”后面引号里的话，手机上看不到。请写进正文。"
            self._note(token, told, below)

    def _read_link(self, link: Token, inside: Sequence[Token], seen: TextPlace, last: int) -> TextPlace:
        """The end of its address. Where it leads is for others to say."""
        address = str(link.attrs.get("href", ""))
        words = "".join(one.content for one in inside if one.type != "image").strip()
        pictured = any(one.type == "image" for one in inside)
        link.hidden = not leads_somewhere(address)
        return self._refer(address, words or ("图" if pictured else ""), seen, last, is_image=False)

    def _read_image(self, image: Token, seen: TextPlace, last: int) -> TextPlace:
        """Likewise."""
        address = str(image.attrs.get("src", ""))
        image.attrs = {"alt": "", "src": address, **image.attrs}
        words = "".join(one.content for one in image.children or [])
        if is_of_the_site(address):
            self._measure(image, address)
        else:
            image.type, image.tag, image.content = "text", "", words
            image.attrs = {}
        return self._refer(address, words.strip(), seen, last, is_image=True)

    def _measure(self, image: Token, address: str) -> None:
        """A browser that knows how large a picture will be does not move the text when it comes."""
        if shown := self.shown.get(unquote(address)):
            image.attrs["src"] = shown.address
            if shown.width:
                image.attrs |= {"width": shown.width, "height": shown.height}

    def _refer(self, address: str, words: str, seen: TextPlace, last: int, *, is_image: bool) -> TextPlace:
        end = self._after(address, seen, last) if address else None
        if end:
            start = TextPlace(end.line, end.column - len(address))
        else:  # nothing, or written with signs that stand for others
            start = end = self._opening(seen, last) or seen
        self.hyperlinks.append(Hyperlink(start.line, start.column + 1, address, words, is_image))
        return end

    def _after(self, text: str, seen: TextPlace, last: int) -> TextPlace | None:
        """The end of *text*, where it is written first between the place *seen* and the line *last*."""
        for line in range(seen.line, last + 1):
            start = seen.column if line == seen.line else 0
            if (at := self.source[line - 1].find(text, start)) >= 0:
                return TextPlace(line, at + len(text))
        return None

    def _opening(self, seen: TextPlace, last: int) -> TextPlace | None:
        for line in range(seen.line, last + 1):
            start = seen.column if line == seen.line else 0
            if match := _OPENING.search(self.source[line - 1], start):
                return TextPlace(line, match.end())
        return None


def _level(written: int, levels: list[int]) -> str:
    """The heading for a level as *written*: below the title of the page, and with no level skipped."""
    while levels and levels[-1] >= written:
        levels.pop()
    levels.append(written)
    return f"h{min(1 + len(levels), _DEEPEST)}"


def _number(tokens: Sequence[Token], place: int) -> None:
    """Give the items of the list that opens at *place* the numbers that were written."""
    expected = int(tokens[place].attrs.get("start", 1))
    for token in _inside(tokens, place):
        if token.type == "list_item_open" and token.level == tokens[place].level + 1:
            if int(token.info) != expected:
                token.attrSet("value", str(int(token.info)))
            expected = int(token.info) + 1


def _inside(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """What stands between the token that opens at *place* and the one that closes it."""
    level = tokens[place].level
    end = place + 1
    while tokens[end].level > level or tokens[end].nesting >= 0:
        end += 1
    return tokens[place + 1 : end]


def _box(match: re.Match[str]) -> str:
    return "☐" if match["done"] == " " else "☑"


def _linked(children: Sequence[Token]) -> Iterator[Token]:
    """*children* with a link at each address that is written out in the words."""
    within = 0
    for child in children:
        within += child.nesting if child.type in ("link_open", "link_close") else 0
        if child.type != "text" or within or "://" not in child.content:
            yield child
            continue
        position = 0
        for match in _BARE.finditer(child.content):
            # Of an address that goes on in Chinese, the half would lead elsewhere.
            goes_on = not match[0][-1].isalnum() and child.content[match.end() :][:1].isalnum()
            if leads_somewhere(match[0]) and not goes_on:
                yield Token("text", "", 0, content=child.content[position : match.start()])
                yield Token("link_open", "a", 1, attrs={"href": match[0]})
                yield Token("text", "", 0, content=match[0])
                yield Token("link_close", "a", -1)
                position = match.end()
        yield Token("text", "", 0, content=child.content[position:])
