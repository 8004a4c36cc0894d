"""Line breaks within a paragraph: those that an author made on purpose, and those of wrapped lines."""

import re
from functools import lru_cache
from unicodedata import east_asian_width

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline

_SHORT = range(3, 20)  # characters: nobody wraps lines that early
_WRAPPED = 30  # characters: where lines may have been wrapped
_SLACK = 12  # columns, two to a character of Chinese: a word that did not fit stands in the next line
_ITEM = re.compile(
    r"[•·●○◎▪◆◇■□▲△★☆※➢▶►→✓✔☐☑]|[-+*—－–](?=[^\s\d*-])|[—－–]\s|[:：]"
    r"|[\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]|[\u2160-\u217f][、.．]"
    r"|(?:第?[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,3}|[A-Za-z])[、．)）](?=.)"
    r"|[0-9０-９]{1,3}\.(?=[^0-9])|[0-9]{1,2}(?:\.[0-9]{1,2})+[ 、　]|[A-Z]\.(?=[ \u4e00-\u9fff])"
    r"|第[一二三四五六七八九十百0-9]{1,4}[，,：:章节条项步]"
    r"|[(（][一二三四五六七八九十百0-9０-９A-Za-z]{1,3}[)）]"
    r"|[一二三四五六七八九十]是"
)
_LABEL = re.compile(r"(?:[^\s，。；：:][ \u3000]*){1,12}[：:](?!//)")
_ENDED = re.compile(r"[。！？；：!?;:…][”’\"'）)》】」』*_]*$")
_ANCHOR = re.compile(r"\{#[^{}\s]*\}$")
_WIDE = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")
_MARKS = "*_`"


def chinese_breaks(parser: MarkdownIt) -> None:
    """A plug-in: breaks made on purpose are drawn; between two characters of Chinese no other becomes a space."""
    parser.inline.ruler.at("newline", _read)
    parser.add_render_rule("joined", _nothing)


def begins_something(line: str) -> bool:
    """Whether *line*, without its indentation, opens with a number or a sign of its own, as the items of lists do."""
    return bool(_ITEM.match(line) or _ITEM.match(line.lstrip(_MARKS)))


def goes_on(line: str) -> bool:
    """Whether the sentence in *line* may go on in the next one: it has no end, and may have been wrapped there."""
    line = line.strip()
    return line.endswith(("，", "、")) or (len(line) >= _WRAPPED and not _ENDED.search(line))


def is_meant(above: str, below: str, width: int = 0) -> bool:
    """Whether the break between two lines of a paragraph was made on purpose; the longest has *width* columns."""
    above, below = above.replace("\\", "").strip(), below.replace("\\", "").strip()
    if _ANCHOR.fullmatch(below):
        return False
    if begins_something(below) or _ENDED.search(above):
        return True
    if above.endswith(("，", "、")):
        return False
    if _LABEL.match(above) and _LABEL.match(below):
        return True
    if begins_something(above):
        return not goes_on(above)
    if not _WIDE.search(above):
        return False
    return len(above.strip(_MARKS)) in _SHORT or _columns(above) < width - _SLACK


@lru_cache(maxsize=1)
def _width(paragraph: str) -> int:
    return max(_columns(line.strip()) for line in paragraph.split("\n"))


def _columns(line: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line)


def _read(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as the parser calls it
    if state.src[state.pos] != "\n":
        return False
    if not silent:
        _push(state)
    state.pos += 1
    while state.pos < state.posMax and state.src[state.pos] in " \t\u3000\xa0":
        state.pos += 1
    return True


def _push(state: StateInline) -> None:
    source, here = state.src, state.pos
    start = source.rfind("\n", 0, here) + 1
    end = source.find("\n", here + 1)
    above, below = source[start:here], source[here + 1 : None if end < 0 else end]
    pending = state.pending
    state.pending = pending.rstrip(" ")
    if pending.endswith("  ") or is_meant(above, below, _width(source)):
        state.push("hardbreak", "br", 0)
        return
    left, right = above.strip().rstrip(_MARKS)[-1:], below.strip().lstrip(_MARKS)[:1]
    joined = _ANCHOR.fullmatch(below.strip()) or (_WIDE.match(left) and _WIDE.match(right))
    state.push("joined" if joined else "softbreak", "br", 0)


def _nothing(self: RendererHTML, tokens: object, index: int, options: object, env: object) -> str:
    return ""
