"""A Markdown text as staff hand it in: what may be published of it, and what it must not exceed.

Whoever looks into a text looks at it through this door, so that no text costs more than its length.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

LENGTH = 60_000  # characters; the longest notice we know has a third of that
LINES = 3_000
RUN = 300  # of one character, or of blanks
DEPTH = 12  # lists and quotations within each other
OPEN = 20  # brackets of one paragraph that wait for their end: a parser looks for it from each of them

_LINE_ENDS = re.compile(r"\r\n|[\r\x85\u2028\u2029]")
# Controls, marks that turn the reading order round, and what is no character.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_RUN = re.compile(rf"([^\n])\1{{{RUN}}}|[ \t]{{{RUN}}}")
_OPENING = re.compile(r"(?:[ \t\u3000]*(?:>|(?:[-*+]|\d+\.)(?=[ \t])))*")
_MARKER = re.compile(r">|[-*+]|\d+\.")
_BRACKET = re.compile(r"\\.|[\[\]]")
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What may be published of a text, line for line, and the limits that it breaks.

    *broken* has the lines, from 1, each with what was found and what would do; then nobody should read on.
    """

    text: str
    broken: tuple[tuple[int, str], ...]


@lru_cache(maxsize=64)
def manuscript(text: str) -> Manuscript:
    """*text* without comments and invisible characters."""
    if len(text) > LENGTH:
        told = f"全文有 {len(text)} 个字，最多 {LENGTH} 个。请分成几篇，或把附件另外上传。"
        return Manuscript("", ((1, told),))
    source = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    kept, open_comment = _uncommented(source)
    if open_comment:
        return Manuscript(kept, ((open_comment, "“<!--”后面没有“-->”。请补上，或删去这条注释。"),))
    return Manuscript(kept, tuple(_broken(kept)))


def _uncommented(source: str) -> tuple[str, int]:
    """*source* without comments, and the line of one that has no end, or 0."""
    kept: list[str] = []
    position = 0
    while (start := source.find("<!--", position)) >= 0:
        kept.append(source[position:start])
        end = source.find("-->", start + 4)
        if end < 0:
            return "".join(kept), source.count("\n", 0, start) + 1
        kept.append("\n" * source.count("\n", start, end))
        position = end + 3
    return "".join([*kept, source[position:]]), 0


def _broken(text: str) -> Iterator[tuple[int, str]]:
    lines = text.split("\n")
    if len(lines) > LINES:
        yield 1, f"全文有 {len(lines)} 行，最多 {LINES} 行。请分成几篇，或把附件另外上传。"
        return
    for number, line in enumerate(lines, 1):
        run = _RUN.search(line)
        if run:
            yield number, f"“{run[0][0]}”连着写了 {RUN} 次以上。请删短。"
        depth = _depth(line)
        if depth > DEPTH:
            yield number, f"列表或引用套了 {depth} 层，最多 {DEPTH} 层。请减少行首的空格或“>”。"
    yield from _open_brackets(lines)


def _open_brackets(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines in which more brackets of a paragraph are open than may be."""
    waiting = 0
    for number, line in enumerate(lines, 1):
        if not line.strip(" \t"):
            waiting = 0
        before = waiting
        for sign in _BRACKET.findall(line):
            waiting += (sign == "[") - (sign == "]" and waiting > 0)
            if before <= OPEN < waiting:
                yield number, f"到这一行，有 {waiting} 个“[”还没有“]”。请补上，或删去多余的“[”。"
                before = waiting


def _depth(line: str) -> int:
    if _RULE.fullmatch(line):
        return 0
    opening = _OPENING.match(line)
    markers = _MARKER.findall(opening.group()) if opening else []
    columns = line.replace("\u3000", "  ").expandtabs(4)
    return len(markers) + (len(columns) - len(columns.lstrip(" "))) // 4
