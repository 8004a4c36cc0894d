"""The lines of a text as a Markdown parser needs them, made of lines as an office writes them.

An office leaves no empty line before a list, indents what belongs together by any number of blanks, begins a paragraph
with two blanks of full width, and writes >60岁, 01. and 1) and means just that.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scienceweek.render.breaks import goes_on

_HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_MARKER = re.compile(r"(?P<mark>[-*+]|(?P<number>0|[1-9][0-9]{0,2})\.)(?:[ \t]+(?P<content>.*)|$)")
_NUMBER = re.compile(r"(?P<number>[0-9]+)(?P<sign>[.)])(?=[ \t]|$)")
_QUOTE = re.compile(r">[ \t]?(?P<content>.*)")
_GREATER = re.compile(r">(?=[ \t]*[=＝]|[0-9０-９])")
_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_ENDED = re.compile(r"[。！？；：!?;:…”’）)》】]$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})[ \t]*$")
_TITLE = 40  # characters; whoever underlines more means a line between paragraphs
_BLANK = " \t\u3000\xa0"
_BLANKS = re.compile(f"[{_BLANK}]*")


class TextLine(NamedTuple):
    """A line for the parser, and the number (from 1) of the one that it is made of."""

    text: str
    number: int


class _Item(NamedTuple):
    """An open item of a list: the column of its mark as written, and those of its mark and its words as given on."""

    written: int
    mark: int
    words: int


def lines(text: str) -> list[TextLine]:
    """Those of *text*, with empty ones put in."""
    return list(_Layout().laid_out(text.split("\n")))


class _Layout:
    """Goes through a text from line to line; state: what the lines before have left open."""

    def __init__(self) -> None:
        self.items: list[_Item] = []
        self.above = ""  # the last line as written, without its indentation
        self.column = 0  # where that began
        self.kind = "blank"
        self.next_number = "1"

    def laid_out(self, written: list[str]) -> Iterator[TextLine]:
        for number, (line, below) in enumerate(pairwise([*written, ""]), 1):
            blanks = _BLANKS.match(line)
            indent = blanks[0] if blanks else ""
            rest = line[len(indent) :]
            column = _columns(indent)
            for made in self._made(indent, rest, column, below.strip(_BLANK)):
                yield TextLine(made, number)
            self.above, self.column = rest, column

    def _made(self, indent: str, rest: str, column: int, below: str) -> Iterator[str]:
        """The line *rest*, after what has to stand before it."""
        if not rest or (self.kind == "title" and _UNDERLINE.match(rest)):
            self.kind = "blank"
            yield ""
        elif _HEADING.match(rest) or _RULE.match(rest):
            self.items.clear()
            self.kind = "heading"
            yield rest
        elif (match := _MARKER.match(rest)) and self._begins_an_item(match):
            if self.kind not in ("blank", "item", "heading") and not self.items:
                yield ""
            yield self._item(match, column)
            self.kind = "item"
        elif self._is_a_row(rest, below):
            yield from self._row(rest, column)
        elif self.kind in ("blank", "heading") and not column and _is_a_title(rest, below):
            self.items.clear()
            self.kind = "title"
            yield f"{'#' if below[0] == '=' else '##'} {rest}"
        else:
            yield from self._words(indent, rest, column)

    def _begins_an_item(self, match: re.Match[str]) -> bool:
        # A number may open a line of wrapped words.
        number = match["number"]
        wrapped = self.kind == "words" and not self.items and number not in (None, "1", self.next_number)
        return not wrapped or bool(_ENDED.search(self.above.rstrip()))

    def _item(self, match: re.Match[str], column: int) -> str:
        items = self.items
        while len(items) > 1 and column < items[-1].written:
            items.pop()
        if items and column >= items[-1].written + 2:
            mark = items[-1].words
        elif items:
            mark = items.pop().mark
        else:
            mark = 0
        if match["number"]:
            self.next_number = str(int(match["number"]) + 1)
        items.append(_Item(column, mark, mark + len(match["mark"]) + 1))
        content = (match["content"] or "").lstrip(_BLANK)
        return " " * mark + f"{match['mark']} {_literal(content)}".rstrip(" ")

    def _is_a_row(self, rest: str, below: str) -> bool:
        if self.kind == "row":
            return "|" in rest
        return "|" in rest and "|" in below and bool(_DELIMITERS.match(below.lstrip("> \t")))

    def _row(self, rest: str, column: int) -> Iterator[str]:
        inside = bool(self.items) and column >= self.items[-1].written + 2
        if not inside and self.items:
            self.items.clear()
            yield ""
        elif self.kind in ("words", "quote") and not rest.startswith(">"):
            yield ""
        self.kind = "row"
        yield " " * (self.items[-1].words if inside else 0) + rest

    def _words(self, indent: str, rest: str, column: int) -> Iterator[str]:
        kind = "quote" if rest.startswith(">") and not _GREATER.match(rest) else "words"
        rest = _literal(rest)
        if self.items:
            yield from self._words_after_items(indent, rest, column)
        else:
            if (
                self.kind == "row"
                or (self.kind == kind == "words" and self._begins_a_paragraph(indent, column))
                or (self.kind == "quote" and kind == "words" and not goes_on(self.above))
            ):
                yield ""
            yield rest
        self.kind = "item" if self.items else kind

    def _begins_a_paragraph(self, indent: str, column: int) -> bool:
        return "\u3000" in indent or (column > 1 and (column > self.column + 1 or not goes_on(self.above)))

    def _words_after_items(self, indent: str, rest: str, column: int) -> Iterator[str]:
        items, is_wide = self.items, "\u3000" in indent
        if self.kind == "blank" and not is_wide:
            while items and column < items[-1].written + 2:
                items.pop()
        elif is_wide or self.kind == "row" or (column < items[-1].written + 2 and not goes_on(self.above)):
            items.clear()
            yield ""
        yield " " * (items[-1].words if items else 0) + rest


def _is_a_title(words: str, below: str) -> bool:
    """Whether *words* are a heading for the line that is drawn under them."""
    is_a_line = bool(_UNDERLINE.match(below)) and not words.startswith((">", "|"))
    return is_a_line and len(words) <= _TITLE and not _ENDED.search(words.rstrip())


def _literal(words: str) -> str:
    """*words* with a sign taken literally that would be one of Markdown, and that an office does not mean as one."""
    if _GREATER.match(words):
        return f"\\{words}"
    if match := _MARKER.match(words) or _QUOTE.match(words):
        start = max(match.start("content"), 0)
        return words[:start] + _literal(words[start:]) if start else words
    if match := _NUMBER.match(words):
        return f"{match['number']}\\{words[match.end('number') :]}"
    return words


def _columns(indent: str) -> int:
    return len(indent.replace("\u3000", "  ").replace("\xa0", " ").expandtabs(4))
