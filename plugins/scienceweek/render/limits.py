"""What a Markdown text must not exceed, because the parser would run for minutes or out of stack."""

import re
from collections.abc import Iterator

LENGTH = 60_000  # characters; the longest notice we know has a third of that
LINES = 3_000
RUN = 300  # of one character, or of blanks
DEPTH = 12  # lists and quotations within each other
# Python-Markdown looks through the rest of a paragraph at every sign that might open something: time grows with
# their product. This much takes about two seconds; 20,000 brackets, which are 400 million, took 45.
EFFORT = 8_000_000

_RUN = re.compile(rf"([^\n])\1{{{RUN}}}|[ \t]{{{RUN}}}")
_SIGN = re.compile(r"[\[*_`<!&\\]")
_OPENING = re.compile(r"(?:[ \t]*(?:>|(?:[-*+]|\d+\.)(?=[ \t])))*")
_MARKER = re.compile(r">|[-*+]|\d+\.")
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)")


def problems(text: str) -> Iterator[tuple[int, str]]:
    """The lines that break a limit, from 1, each with what was found and what would do."""
    if len(text) > LENGTH:
        yield 1, f"全文有 {len(text)} 个字，最多 {LENGTH} 个。请分成几篇，或把附件另外上传。"
        return
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
    for number, paragraph in _paragraphs(lines):
        signs = sum(len(_SIGN.findall(line)) for line in paragraph)
        length = sum(map(len, paragraph))
        if signs * length > EFFORT:
            yield (
                number,
                f"这一段有 {length} 个字，其中 {signs} 个是“[ * _ ` <”一类的符号，太多了。请用空行分成几段。",
            )


def _depth(line: str) -> int:
    if _RULE.fullmatch(line):
        return 0
    opening = _OPENING.match(line)
    markers = _MARKER.findall(opening.group()) if opening else []
    columns = line.expandtabs(4)
    return len(markers) + (len(columns) - len(columns.lstrip(" "))) // 4


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines with something in them, with the number of the first."""
    start = 0
    for end, line in enumerate([*lines, ""]):
        if not line.strip(" \t"):
            if end > start:
                yield start + 1, lines[start:end]
            start = end + 1
